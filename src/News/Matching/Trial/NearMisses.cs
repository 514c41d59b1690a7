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
        if (probe.Alternative.Word is null)
            return matcher;
        WantUnmetWords();
        return matcher.Without(match.Watchlist); // that the word stands somewhere is all there is to know
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
                [.. probes.Where(probe => probe.Alternative.Word is not null && probe.Count.Articles == 0)
                    .Select(probe => new UnseenWord(probe.Alternative.Word!, Best(words.GetValueOrDefault((i, probe.Alternative.Word), [])).FirstOrDefault()))],
                probes.Where(probe => probe.Alternative is { Kind: null, Word: null }).Sum(probe => probe.Count.Articles),
                [.. Best(probes.Where(probe => probe.Alternative.Kind is not null && probe.Count.Articles > 0).Select(Miss).Concat(words.GetValueOrDefault((i, null), [])))
                    .Take(QueryTrial.MostNearMisses)]));
        }

        return unmet.ToImmutable();
    }

    private static IEnumerable<NearMiss> Best(IEnumerable<(double Distance, NearMiss Near)> misses) => misses
        .OrderBy(miss => miss.Distance).ThenByDescending(miss => miss.Near.Articles).ThenBy(miss => miss.Near.Instead, StringComparer.Ordinal)
        .DistinctBy(miss => miss.Near.Instead, StringComparer.OrdinalIgnoreCase)
        .Select(miss => miss.Near);

    private static (double Distance, NearMiss Near) Miss(Probe probe)
    {
        var (instead, kind) = (probe.Alternative.Query, probe.Alternative.Kind!.Value);
        var seen = kind == NearMissKind.Apart ? instead : probe.Count.MetBy.First().Words;
        if (kind != NearMissKind.Letters || !WrittenTerm.IsExact(probe.Term))
            return (probe.Alternative.Distance, new NearMiss(instead, seen, probe.Count.Articles, kind));
        instead = Alternatives.InFieldOf(probe.Term, seen.Contains(' ', StringComparison.Ordinal) ? $"=\"{seen}\"" : $"={seen}");
        return (probe.Alternative.Distance, new NearMiss(instead, seen, probe.Count.MetBy.First().Articles, kind)); // the others are met no more
    }

    /// <summary>By the number of what was asked for and, of a phrase, the word.</summary>
    private Dictionary<(int Asked, string? Word), List<(double Distance, NearMiss Near)>> NearWordsOf(ImmutableArray<UnmetWord> unmet, SeenWords seen, int read)
    {
        var near = unmet.ToDictionary(word => (word.Asked, word.OfPhrase), _ => new List<(double, NearMiss)>());
        var askedElsewhere = _asked
            .SelectMany(it => it.Term?.Wordings ?? [])
            .Where(wording => wording.Words.Length == 1)
            .SelectMany(wording => wording.Words[0].Spellings)
            .ToHashSet(StringComparer.Ordinal);
        var terms = unmet.Select(word => (word, Asked: new NearWord(word.Folded))).ToArray();
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
            foreach (var (unmetWord, asked) in terms)
            {
                if (NearWords.Between(asked, seenWord) is var (distance, kind)
                    && (articles >= FewestArticles || (read <= FewRead && asked.Folded.Length > 4) || (distance <= 1 && asked.Folded.Length > 6)))
                    near[(unmetWord.Asked, unmetWord.OfPhrase)].Add((distance, Miss(unmetWord, word, articles, kind)));
            }
        }

        return near;
    }

    private void WantUnmetWords()
    {
        var beginnings = UnmetWords().SelectMany(word => NearWords.Beginnings(word.Folded)).ToArray();
        Words = beginnings.Length > 0 ? Words : null;
        Words?.Want(beginnings);
    }

    private NearMiss Miss(UnmetWord unmet, string word, int articles, NearMissKind kind)
    {
        var term = _asked[unmet.Asked].Term!;
        return new NearMiss(unmet.OfPhrase is null ? Alternatives.InFieldOf(term, word) : word, word, articles, kind)
        {
            Anywhere = (term.Fields & FieldSet.Story) == FieldSet.None,
        };
    }

    /// <summary>The single words that were asked for and not met, and the words of phrases that stood nowhere.</summary>
    private IEnumerable<UnmetWord> UnmetWords()
    {
        for (var i = 0; i < _asked.Length; i++)
        {
            if (!_met[i] && _asked[i].Term is { } term && StandsInStory(term) && term.First.Words is [{ Demand: not Demand.Beginning } word])
                yield return new UnmetWord(i, null, word.Folded);
        }

        foreach (var probe in _probes.Values)
        {
            if (probe.Alternative.Word is { } word && !_met[probe.Asked] && probe.Count.Articles == 0 && StandsInStory(probe.Term))
                yield return new UnmetWord(probe.Asked, word, probe.Term.First.Words.First(it => it.Written == word).Folded);
        }
    }

    private static bool StandsInStory(Term term) =>
        term is { Regex: null, Wordings.IsEmpty: false } && (term.Fields & (FieldSet.Story | FieldSet.Quote | FieldSet.Speaker)) != FieldSet.None;

    /// <param name="Asked">The number of what was asked for.</param>
    /// <param name="OfPhrase">The word as it is written, where a phrase was asked for; null of a single word.</param>
    private readonly record struct UnmetWord(int Asked, string? OfPhrase, string Folded);

    private sealed record Probe(int Asked, Term Term, Alternative Alternative, Query Query)
    {
        public TermCount Count { get; } = new();
    }
}
