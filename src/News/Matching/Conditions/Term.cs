using System.Collections.Immutable;

namespace News.Matching;

/// <summary>A word, phrase, name or regular expression of a query, to be met in some fields.</summary>
/// <param name="wordings">The ways to write what is asked for, the query's own first; each meets the term by itself. None of a regular expression.</param>
internal class Term(string written, ImmutableArray<Wording> wordings, FieldSet fields, bool quoted = false)
{
    private readonly ImmutableArray<QueryWord> _words = wordings.IsEmpty ? [] : wordings[0].Words;
    private readonly ulong _joins = wordings.IsEmpty ? 0 : wordings[0].Joins;

    /// <summary>Default where there is one without a rule of its own, as of nearly every term: that needs no array.</summary>
    private readonly ImmutableArray<Wording> _several = wordings is [{ Rule: null }] ? default : wordings;

    /// <summary>A longer phrase is a text, not a name.</summary>
    public const int LongestPhrase = 40;

    /// <summary>As it stands in the query, without the marks of a phrase.</summary>
    public string Written { get; } = written;

    public ImmutableArray<Wording> Wordings => _several.IsDefault ? [First] : _several;

    /// <summary>The query's own wording.</summary>
    public Wording First => _several.IsDefaultOrEmpty ? new Wording(_words, _joins) : _several[0];

    /// <summary>Whether its one wording has no rule of its own.</summary>
    public bool IsPlain => _several.IsDefault;

    public FieldSet Fields { get; } = fields;

    public bool Quoted { get; } = quoted;

    /// <summary>Where the term is one: what it is looked for with, in the place of wordings. No index knows such a term.</summary>
    public virtual RegexPattern? Regex => null;

    /// <summary>Its place among the query's terms that an index knows.</summary>
    public int Index { get; init; }
}

/// <summary><c>/r[ae]gex/</c>. Few terms are one, and the others keep nothing for it.</summary>
internal sealed class RegexTerm(string written, RegexPattern regex, FieldSet fields) : Term(written, [], fields)
{
    public override RegexPattern Regex => regex;
}

/// <summary>Words in their order that meet a term, each in any of its spellings.</summary>
/// <param name="Joins">Bit n: the words n and n + 1 may also stand in an article as one.</param>
/// <param name="Rule">Why these words meet it; null where that follows from how they are met.</param>
internal readonly record struct Wording(ImmutableArray<QueryWord> Words, ulong Joins, MatchRule? Rule = null)
{
    /// <summary>
    /// The other ways to write the same: <c>air strike</c> as <c>airstrike</c>, <c>face-to-face</c> as <c>facetoface</c>.
    /// </summary>
    public IEnumerable<ImmutableArray<QueryWord>> Variants()
    {
        if (Joins == 0 || Words.Length > 8)
            yield break;
        for (var i = 0; i + 1 < Words.Length; i++)
        {
            if ((Joins >> i & 1) == 1 && QueryWord.Joined(Words[i], Words[i + 1]) is var joined && !EnglishCompounds.IsNeverApart(joined.Folded))
                yield return [.. Words[..i], joined, .. Words[(i + 2)..]];
        }

        if (Words.Length == 3 && (Joins & 3) == 3)
            yield return [QueryWord.Joined(QueryWord.Joined(Words[0], Words[1]), Words[2])];
    }
}
