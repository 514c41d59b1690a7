using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>Looks for what the writer of a query may have meant by terms that no article has.</summary>
/// <remarks>
/// What may be meant instead of a phrase, a field or a name is known beforehand: these are queries too (<see cref="Probes"/>),
/// and are matched together with the trial's until the term itself is met. Other spellings are found at the end among all words that were seen.
/// </remarks>
internal sealed class NearMisses
{
    private const int FewestArticles = 2;

    /// <summary>In so few articles a word that is meant may well stand once, and there is little that is near to it by chance.</summary>
    private const int FewRead = 200;

    private readonly ImmutableArray<Asked> _asked;
    private readonly Dictionary<WatchlistId, Probe> _probes = [];
    private readonly bool[] _met;

    /// <param name="firstProbe">The probes are numbered from here on.</param>
    public NearMisses(ImmutableArray<Asked> asked, EntityBook entities, WatchlistId firstProbe)
    {
        _asked = asked;
        _met = new bool[asked.Length];
        var alternatives = new Alternatives(entities);
        for (var i = 0; i < asked.Length; i++)
        {
            foreach (var alternative in alternatives.To(asked[i]))
            {
                if (Query.Parse(alternative.Query, entities) is QueryReading.Read read)
                    _probes.Add(new WatchlistId(firstProbe.Value + _probes.Count), new Probe(i, asked[i].Term!, alternative, read.Query));
            }
        }

        Words = new SeenWords();
        WantUnmetWords();
    }

    /// <summary>To be matched as if they were watchlists.</summary>
    public IEnumerable<(WatchlistId Watchlist, Query Query)> Probes => _probes.Select(probe => (probe.Key, probe.Value.Query));

    /// <summary>Wants to count the words of every article; null where there is no need any more.</summary>
    public SeenWords? Words { get; private set; }

    /// <summary>A term was met: what else may be meant by it doesn't matter.</summary>
    /// <returns>The matcher without the probes that told that.</returns>
    public Matcher Met(int asked, Matcher matcher)
    {
        if (_met[asked])
            return matcher;
        _met[asked] = true;
        WantUnmetWords();
        return matcher.Without([.. _probes.Where(probe => probe.Value.Asked == asked).Select(probe => probe.Key)]);
    }

    /// <summary>A probe was met.</summary>
    /// <param name="number">The number of the article, another for each.</param>
    /// <returns>The matcher without it, where it has told all it can.</returns>
    public Matcher ProbeMet(Match match, int number, Matcher matcher)
    {
        var probe = _probes[match.Watchlist];
        probe.Count.Add(match.Terms, number);
        return probe.Alternative.Word is null ? matcher : matcher.Without(match.Watchlist); // that the word stands somewhere is all there is to know
    }

    /// <param name="read">How many articles there were.</param>
    public ImmutableArray<UnmetTerm> Told(int read)
    {
        var unmet = ImmutableArray.CreateBuilder<UnmetTerm>();
        var words = Words is null ? [] : NearWordsOf([.. UnmetWords()], Words, read);
        for (var i = 0; i < _asked.Length; i++)
        {
            if (_met[i])
                continue;
            var probes = _probes.Values.Where(probe => probe.Asked == i).ToArray();
            unmet.Add(new UnmetTerm(
                _asked[i].Written,
                _asked[i].Negated,
                [.. probes.Where(probe => probe.Count.Articles == 0).Select(probe => probe.Alternative.Word).OfType<string>()],
                probes.Where(probe => probe.Alternative is { Kind: null, Word: null }).Sum(probe => probe.Count.Articles),
                [.. probes.Where(probe => probe.Alternative.Kind is not null && probe.Count.Articles > 0).Select(Miss)
                    .Concat(words.GetValueOrDefault(i, []))
                    .OrderBy(miss => miss.Distance).ThenByDescending(miss => miss.Near.Articles).ThenBy(miss => miss.Near.Instead, StringComparer.Ordinal)
                    .DistinctBy(miss => miss.Near.Instead, StringComparer.OrdinalIgnoreCase)
                    .Select(miss => miss.Near)
                    .Take(QueryTrial.MostNearMisses)]));
        }

        return unmet.ToImmutable();
    }

    private static (double Distance, NearMiss Near) Miss(Probe probe)
    {
        var (instead, kind) = (probe.Alternative.Query, probe.Alternative.Kind!.Value);
        var seen = kind == NearMissKind.Apart ? instead : probe.Count.MetBy.First().Words;
        if (kind != NearMissKind.Letters || !WrittenTerm.IsExact(probe.Term))
            return (probe.Alternative.Distance, new NearMiss(instead, seen, probe.Count.Articles, kind));
        instead = Alternatives.InFieldOf(probe.Term, seen.Contains(' ', StringComparison.Ordinal) ? $"=\"{seen}\"" : $"={seen}");
        return (probe.Alternative.Distance, new NearMiss(instead, seen, probe.Count.MetBy.First().Articles, kind)); // the others are met no more
    }

    /// <summary>By the number of what was asked for.</summary>
    private Dictionary<int, List<(double Distance, NearMiss Near)>> NearWordsOf(ImmutableArray<int> unmet, SeenWords seen, int read)
    {
        var near = unmet.ToDictionary(i => i, _ => new List<(double, NearMiss)>());
        var askedElsewhere = _asked
            .SelectMany(it => it.Term?.Wordings ?? [])
            .Where(wording => wording.Words.Length == 1)
            .SelectMany(wording => wording.Words[0].Spellings)
            .ToHashSet(StringComparer.Ordinal);
        var terms = unmet.Select(i => (Number: i, Word: new NearWord(WordOf(_asked[i])))).ToArray();
        var reading = new Words();
        foreach (var (word, articles) in seen.All())
        {
            reading.Clear();
            reading.Read(word);
            if (reading.Count != 1 || FunctionWords.Contains(reading.FoldedOf(reading.All[0])))
                continue;
            var folded = reading.FoldedOf(reading.All[0]).ToString();
            if (askedElsewhere.Contains(folded))
                continue;
            var seenWord = new NearWord(folded);
            foreach (var (i, asked) in terms)
            {
                if (NearWords.Between(asked, seenWord) is var (distance, kind)
                    && (articles >= FewestArticles || (read <= FewRead && asked.Folded.Length > 4) || (distance <= 1 && asked.Folded.Length > 6)))
                    near[i].Add((distance, new NearMiss(Alternatives.InFieldOf(_asked[i].Term!, word), word, articles, kind)));
            }
        }

        return near;
    }

    private void WantUnmetWords()
    {
        var beginnings = UnmetWords().SelectMany(i => NearWords.Beginnings(WordOf(_asked[i]))).ToArray();
        Words = beginnings.Length > 0 ? Words : null;
        Words?.Want(beginnings);
    }

    /// <summary>The numbers of the single words that were asked for and not met.</summary>
    private IEnumerable<int> UnmetWords() => Enumerable.Range(0, _asked.Length).Where(i => !_met[i] && IsWord(_asked[i]));

    private static string WordOf(Asked asked) => asked.Term!.First.Words[0].Folded;

    private static bool IsWord(Asked asked) =>
        asked.Term is { Regex: null, Wordings: [{ Words: [{ Demand: not Demand.Beginning }] }, ..] } term && (term.Fields & FieldSet.Story) != FieldSet.None;

    private sealed record Probe(int Asked, Term Term, Alternative Alternative, Query Query)
    {
        public TermCount Count { get; } = new();
    }
}
