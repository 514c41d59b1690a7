using System.Collections.Immutable;
using News.Matching;
using News.Summaries;

namespace News.Alerts;

/// <summary>
/// What a reader takes for one quotation: somebody's words, and those that go on from them behind a "she said" or in the
/// next paragraph. Each part stays as it stands between its own marks; what stands between two parts is nobody's words.
/// </summary>
/// <param name="Parts">At least one, in the order of the text.</param>
public sealed record Statement(ImmutableArray<Quote> Parts)
{
    public int Start => Parts[0].Start;

    /// <summary>Exclusive.</summary>
    public int End => Parts[^1].End;

    public string? Speaker => Parts[0].Speaker;

    /// <summary>What the speaker is, where a part says so.</summary>
    public string? Role => Parts.FirstOrDefault(part => part.Role is not null)?.Role;

    /// <summary>It goes on from words that are not shown with it, because the text doesn't say that the speaker is the same.</summary>
    public bool LacksItsBeginning => Parts[0].Kind == QuoteKind.Continued;

    /// <summary>The letters of all parts.</summary>
    public int Length => Parts.Sum(part => part.Text.Length);

    /// <summary>The quotations of a text as statements.</summary>
    /// <param name="quotes">All of them, in the order of the text.</param>
    public static ImmutableArray<Statement> Of(IReadOnlyList<Quote> quotes)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        for (var from = 0; from < quotes.Count;)
        {
            var to = from + 1;
            while (to < quotes.Count && quotes[to].Kind == QuoteKind.Continued && quotes[to].Speaker == quotes[from].Speaker)
                to++;
            statements.Add(new Statement([.. quotes.Skip(from).Take(to - from)]));
            from = to;
        }

        return statements.ToImmutable();
    }

    /// <summary>As it is shown: the words as they stand, the speaker, and what the name doesn't say already of the role.</summary>
    public AlertQuote Shown() => new(Words(Parts[0]), Speaker, ShownRole()) { Rest = [.. Parts.Skip(1).Select(Words)] };

    /// <summary>Without a comma at the end: it belongs to the sentence around ("We came," she said).</summary>
    private static string Words(Quote part) => part.Text.TrimEnd(',');

    private string? ShownRole()
    {
        if (Speaker is not { } speaker || Role is not { } role)
            return null;
        var name = NameWords.Of(speaker);
        return NameWords.Of(role).All(name.Contains) ? null : InASentence(role);
    }

    /// <summary>"One nurse", which opened a sentence, and "Judge", which stood before the name, begin small behind it; "Prime Minister" stays.</summary>
    private static string InASentence(string role)
    {
        var space = role.IndexOf(' ', StringComparison.Ordinal);
        var opens = space is > 0 and < 5 && space + 1 < role.Length && char.IsLower(role[space + 1]);
        var isTitle = space < 0 && role.Skip(1).All(char.IsLower);
        return opens || isTitle ? char.ToLowerInvariant(role[0]) + role[1..] : role;
    }

    /// <summary>
    /// How many words a text has, as far as it matters; scripts without spaces have one in every character.
    /// </summary>
    internal static int CountWords(string text, int most)
    {
        var (words, within) = (0, false);
        foreach (var c in text)
        {
            var kind = Letters.Kind[c];
            var isWord = kind is >= Letter.Upper and <= Letter.Single or Letter.Surrogate;
            if (isWord && (!within || kind == Letter.Single) && ++words == most)
                return words;
            within = isWord || (within && kind is Letter.Apostrophe or Letter.Hyphen or Letter.Invisible);
        }

        return words;
    }
}
