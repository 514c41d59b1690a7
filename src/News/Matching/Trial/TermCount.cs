using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>Counts the articles that something asked for stands in, and the words that meet it there.</summary>
internal sealed class TermCount
{
    /// <summary>A prefix or an expression can be met by any number of words; those that come later are in the sum alone.</summary>
    private const int MostKept = 1_000;

    private readonly Dictionary<string, Wording> _wordings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many articles it stood in.</summary>
    public int Articles { get; private set; }

    /// <summary>How many different words met it.</summary>
    public int Wordings => _wordings.Count;

    /// <summary>The words that met it, most frequent first.</summary>
    public IEnumerable<TrialWording> MetBy => _wordings
        .Select(it => new TrialWording(it.Key, it.Value.Articles))
        .OrderByDescending(it => it.Articles).ThenBy(it => it.Words, StringComparer.Ordinal);

    /// <param name="article">The number of the article, another for each.</param>
    public void Add(ImmutableArray<MatchedTerm> places, int article)
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

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Wording(int Articles, int LastArticle);
}
