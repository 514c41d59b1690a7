using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>What to write instead: of what other query languages write and people will try here, and of what is misspelt.</summary>
internal static class QueryAdvice
{
    public const string Understood =
        "words, \"phrases\", AND, OR, NOT, ( ), NEAR/8, NEAR/s, strik*, =US, @irgc, /r[ae]gex/ and title:, text:, quote:, speaker:, source:, author:, category:, lang:";

    private static readonly ImmutableArray<(string Name, FieldSet Fields)> Fields =
    [
        ("title", FieldSet.Title), ("text", FieldSet.Text), ("quote", FieldSet.Quote), ("speaker", FieldSet.Speaker),
        ("source", FieldSet.Source), ("author", FieldSet.Author), ("category", FieldSet.Category), ("lang", FieldSet.Lang),
    ];

    /// <summary>What other search pages call the fields.</summary>
    private static readonly ImmutableArray<(string Name, string Ours)> Others =
    [
        ("headline", "title"), ("intitle", "title"), ("subject", "title"), ("body", "text"), ("intext", "text"), ("content", "text"),
        ("site", "source"), ("publisher", "source"), ("feed", "source"), ("by", "author"), ("byline", "author"), ("tag", "category"),
        ("said", "quote"), ("says", "speaker"), ("language", "lang"),
    ];

    public static FieldSet FieldsNamed(string name) =>
        Fields.FirstOrDefault(it => it.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Fields;

    public static string OnUnknownField(string name)
    {
        var small = name.ToLowerInvariant();
        var meant = Others.FirstOrDefault(it => it.Name == small).Ours
            ?? Fields.Select(it => (it.Name, Steps: EditDistance.Between(small, it.Name, 2) ?? int.MaxValue)).Where(it => it.Steps < it.Name.Length / 2).OrderBy(it => it.Steps).FirstOrDefault().Name;
        return meant is null
            ? $"There is no field called {name}. Understood are title:, text:, quote:, speaker:, source:, author:, category: and lang:; a word with a colon in it goes into marks."
            : $"There is no field called {name}. Did you mean {meant}:? A word with a colon in it goes into marks.";
    }

    public static string OnUnknownEntity(string handle, EntityBook entities)
    {
        var like = entities.Like(handle);
        return $"No entity is called @{handle}."
            + (like.IsEmpty ? " A word without the @, or a \"phrase\", is met as it stands." : $" Did you mean {string.Join(" or ", like.Select(it => "@" + it))}?");
    }

    public static string OnUnknownLanguage(string name) =>
        $"No language is known as {name}."
        + (Languages.Like(name) is { } like ? $" Did you mean {like}?" : " Its English name or its tag is expected, as in: lang:Arabic or lang:ar");

    /// <summary>Of a word, where it is more likely meant as an operator of another language.</summary>
    public static (int Position, string Message)? OnWord(QueryToken token)
    {
        var advice = token.Text switch
        {
            ['-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '\uff0d' or '!', var next, ..] when char.IsLetterOrDigit(next) =>
                $"To leave something out, write NOT {token.Text[1..]}.",
            ['&' or '\uff06' or '+' or '\uff0b', ..] => "For both, write AND between the words, or only a space.",
            ['|' or '\uff5c', ..] => "For either, write OR between the words.",
            ['~' or '^', ..] => "How far words may be apart is written between them, as in: drone NEAR/8 Iraq",
            [not '=', ..] when token.Text.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && FieldsNamed(token.Text[..sign]) != FieldSet.None =>
                $"After a field's name a colon is expected, as in: {token.Text[..sign]}:{(sign + 1 < token.Text.Length ? token.Text[(sign + 1)..] : "drone")}",
            _ when EndsInNumber(token.Text, '~') => "A word is met in its forms, not misspelt; write the other spelling behind OR. How far words may be apart is written between them, as in: drone NEAR/8 Iraq",
            _ when EndsInNumber(token.Text, '^') => "No word weighs more than another here: leave out the ^ and what follows it.",
            _ when IsSmallNear(token.Text) => $"In capitals {token.Text.ToUpperInvariant()} asks how far words are apart, as in: drone NEAR/8 Iraq. As a word of the text it goes into \"marks\".",
            _ => null,
        };
        return advice is null ? null : (token.Start, advice);
    }

    /// <summary>Of a phrase, where a name with @ in it is not what it would be outside.</summary>
    public static (int Position, string Message)? OnPhrase(QueryToken token)
    {
        for (var i = 0; i + 1 < token.Text.Length; i++)
        {
            if (token.Text[i] is '@' or '\uff20' && char.IsLetterOrDigit(token.Text[i + 1]) && (i == 0 || char.IsWhiteSpace(token.Text[i - 1])))
                return (token.Start + i, "A phrase has words only: a name with @ is expected outside of the marks, as in: @irgc NEAR/3 drone");
        }

        return null;
    }

    /// <summary>Whether NEAR and what follows it can be read; else what was expected.</summary>
    public static string? OnNear(string near, out int? words)
    {
        words = null;
        var distance = near.AsSpan(Math.Min(5, near.Length));
        if (distance is "s" or "S")
            return null;
        if (distance.IsEmpty)
            return "NEAR needs to know how near: NEAR/8 is within eight words, NEAR/s in the same sentence. As a word of the text it goes into \"marks\".";
        if (distance.ContainsAnyExceptInRange('0', '9'))
            return "After NEAR/ a number of words is expected, or s for the same sentence, as in: NEAR/8 or NEAR/s";
        if (distance.Length > 6 || !int.TryParse(distance, System.Globalization.CultureInfo.InvariantCulture, out var number) || number is < 1 or > Near.Farthest)
            return $"NEAR takes 1 to {Near.Farthest} words, as in: NEAR/8, or s for the same sentence.";
        words = number;
        return null;
    }

    /// <summary>drone~2, drone~0.8, drone~</summary>
    private static bool EndsInNumber(string text, char sign) =>
        text.LastIndexOf(sign) is > 0 and var at && text[(at + 1)..].All(c => char.IsAsciiDigit(c) || c == '.');

    private static bool IsSmallNear(string text) =>
        text.Length > 5 && text.StartsWith("near/", StringComparison.OrdinalIgnoreCase) && (text[5..] is "s" or "S" || text[5..].All(char.IsAsciiDigit));
}
