using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>Counts the articles that a term of a query stands in, and the words that meet it there.</summary>
internal sealed class TermCount(Term term, bool negated)
{
    /// <summary>A prefix or an expression can be met by any number of words; those that come later are in the sum alone.</summary>
    private const int MostKept = 1_000;

    private readonly Dictionary<string, Wording> _wordings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many articles it stood in.</summary>
    public int Articles { get; private set; }

    /// <param name="article">The number of the article, another for each.</param>
    public void Add(IEnumerable<MatchedTerm> places, int article)
    {
        Articles++;
        foreach (var place in places)
        {
            if (_wordings.Count == MostKept && !_wordings.ContainsKey(place.Text))
                continue;
            ref var wording = ref CollectionsMarshal.GetValueRefOrAddDefault(_wordings, place.Text, out _);
            if (wording.LastArticle != article)
                wording = new Wording(wording.Articles + 1, article);
        }
    }

    public TrialTerm Told() => new(
        WrittenTerm.Of(term), negated, Articles,
        [.. _wordings
            .Select(it => new TrialWording(it.Key, it.Value.Articles))
            .OrderByDescending(it => it.Articles).ThenBy(it => it.Words, StringComparer.Ordinal)
            .Take(QueryTrial.MostWordings)]);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Wording(int Articles, int LastArticle);
}

/// <summary>A term as its writer knows it, with the field and the marks: <c>title:strike</c>, <c>="Drone Attack"</c>.</summary>
internal static class WrittenTerm
{
    public static string Of(Term term) => FieldOf(term) + Marked(term);

    private static string FieldOf(Term term) =>
        term.Fields == FieldSet.Story ? "" : term.Fields.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal) + ":";

    private static string Marked(Term term)
    {
        if (!term.Quoted)
            return term.Written;
        var exactly = term.Wordings.Length > 0 && term.Wordings[0].Words[0].Demand == Demand.Exactly;
        return $"{(exactly ? "=" : "")}\"{term.Written}\"";
    }
}
