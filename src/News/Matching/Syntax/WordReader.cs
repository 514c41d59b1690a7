using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>Reads what is to be met, of a query or of an entity's names, as an article is read: cut into words and folded.</summary>
internal static class WordReader
{
    /// <summary>The words of a text in their order. Names in it that are a country's meet its people too.</summary>
    /// <param name="exact">Letter for letter.</param>
    /// <param name="isName">An entity's, which a text may write with a possessive 's even where it is exact.</param>
    /// <param name="shouted">In capitals that mean nothing.</param>
    public static Wording Read(string text, bool exact, EntityBook entities, bool isName = false, bool shouted = false)
    {
        var read = new Words();
        read.Read(text);
        var words = ImmutableArray.CreateBuilder<QueryWord>(read.Count);
        var joins = 0UL;
        var context = (read.Count == 1 ? WordContext.Alone : WordContext.None) | (shouted ? WordContext.Shouted : WordContext.None);
        for (var i = 0; i < read.Count; i++)
        {
            var word = read.All[i];
            var starred = word.End < text.Length && text[word.End] == '*';
            var part = i + 1 < read.Count && read.All[i + 1].Gap == Gap.Hyphen && !IsHead(read, i) ? WordContext.Part : WordContext.None;
            words.Add(WordOf(text[word.Start..word.End], read.FoldedOf(word).ToString(), word.Shape, starred, exact, isName, context | part, entities));
            if (words.Count is > 1 and < 64 && MayJoin(words[^2], words[^1], word.Gap))
                joins |= 1UL << (words.Count - 2);
        }

        return new Wording(words.DrainToImmutable(), joins);
    }

    /// <summary>
    /// What has zero-width non-joiners, with spaces for them, as many type them: آتش بس for آتش‌بس. Null where nothing has.
    /// </summary>
    public static Wording? ReadApart(string text, EntityBook entities)
    {
        const char NonJoiner = '\u200c';
        var apart = text.ToCharArray();
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] == NonJoiner && IsArabic(text[i - 1]) && IsArabic(text[i + 1]))
                apart[i] = ' ';
        }

        return apart.AsSpan().SequenceEqual(text) ? null : Read(new string(apart), exact: false, entities) with { Joins = 0, Rule = MatchRule.Compound };
    }

    /// <summary>Where a star stands at no word's end, or behind too few letters; null where each is well.</summary>
    public static (int Position, string Message)? WrongStar(string text)
    {
        if (!text.Contains('*', StringComparison.Ordinal))
            return null;
        var read = new Words();
        read.Read(text);
        var ends = new Dictionary<int, Word>();
        foreach (var word in read.All)
            ends.TryAdd(word.End, word);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '*')
                continue;
            if (!ends.TryGetValue(i, out var word) || (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])))
                return (i, "A * stands at a word's end, as in: strik*");
            if (word.FoldedLength < 3 && (word.Shape & WordShape.Single) == WordShape.None)
                return (i, "A * needs three letters before it, as in: strik*");
        }

        return null;
    }

    /// <summary>
    /// Of a country's people one that a single word can meet, folded; null for "South Korean", and for "=Polish" where no
    /// other word of the query tells it from shoe polish.
    /// </summary>
    public static string? OneWord(string people, bool isAlone = true)
    {
        var read = new Words();
        read.Read(people);
        return read.Count == 1 && !(isAlone && people[0] == '=') ? read.FoldedOf(read.All[0]).ToString() : null;
    }

    private static QueryWord WordOf(
        string written, string folded, WordShape shape, bool starred, bool exact, bool isName, WordContext context, EntityBook entities)
    {
        if (exact)
            return QueryWord.Exactly(written, folded, mayBePossessive: isName);
        if (starred && (shape & WordShape.Single) == WordShape.None)
            return QueryWord.Beginning(written, folded);
        var people = entities.PeopleOf((shape & WordShape.Clitic) == WordShape.None ? written : folded);
        var isAlone = (context & WordContext.Alone) != WordContext.None;
        return QueryWord.Of(written, folded, shape, people.IsEmpty ? [] : [.. people.Select(it => OneWord(it, isAlone)).OfType<string>()], context);
    }

    /// <summary>Whether what stands behind the hyphen only says more of it, so that it takes the plural: secretaries-general, commanders-in-chief.</summary>
    private static bool IsHead(Words read, int at) =>
        read.FoldedOf(read.All[at + 1]) switch
        {
            "general" or "elect" or "designate" => true,
            "in" or "at" or "of" => at + 2 < read.Count && read.All[at + 2].Gap == Gap.Hyphen,
            _ => false,
        };

    private static bool MayJoin(QueryWord first, QueryWord second, Gap gap) =>
        first.IsPlain && second.IsPlain
        && (gap == Gap.Hyphen || (gap == Gap.Space && (FunctionWords.MayCompound(first.Folded, second.Folded) || MayBeWrittenOn(first.Folded, second.Folded))));

    /// <summary>Persian writes آتش‌بس and می‌شود apart or as one; a query's words are few enough to try short ones too.</summary>
    private static bool MayBeWrittenOn(string first, string second) =>
        first.Length >= 2 && second.Length >= 2 && IsArabic(first[^1]) && IsArabic(second[0]);

    private static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06ff';
}
