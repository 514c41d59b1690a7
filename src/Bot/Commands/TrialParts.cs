using System.Collections.Immutable;
using System.Globalization;
using Bot.Cards;
using News.Matching;

namespace Bot.Commands;

/// <summary>What a query would have found, in words: how often, what for instance, and what looks wrong with it.</summary>
internal sealed class TrialParts(QueryTrials.Outcome outcome, int busyPerDay)
{
    private const int MostTerms = 12;
    private const int MostUnmet = 5;

    private static readonly TimeSpan ShortestForRate = TimeSpan.FromDays(2);

    private readonly TrialReport _report = outcome.Report;

    /// <summary>"Would have fired 14 times in the last 7 days, 2 a day, most on Tuesday."</summary>
    public string Sentence
    {
        get
        {
            if (_report.Articles == 0)
                return $"Nothing is stored of {Lately["in ".Length..]} yet, so that nobody can say how often it would have fired.";
            return $"{Fired(_report.Stories)} {When}{Rate}{(_report.Busiest is { } busiest ? $", most on {busiest.Day}" : "")}.";
        }
    }

    /// <summary>The query to be kept: the one that was tried, or what is meant by it; null where it found nothing and a term of it is probably misspelt.</summary>
    public string? Advised(string tried) =>
        outcome.Meant is { } meant ? meant.Query
        : _report.Stories == 0 && _report.Unmet.Any(unmet => !unmet.Negated && !unmet.NearMisses.IsEmpty) ? null
        : tried;

    public ImmutableArray<CardPart> Parts =>
    [
        new CardPart.Paragraph(CardText.Of([new TextRun.Bold(Sentence), .. Coverage()])),
        .. Warnings().Select(warning => new CardPart.Paragraph(CardText.Of(["⚠️ ", .. warning]))),
        .. Examples(),
        .. Terms(),
    ];

    private string Lately => $"in the last {(outcome.IsCut ? Spans.InWords(outcome.Span) : SinceSpan.InWords(outcome.Span))}";

    /// <summary>Where much less is stored than was asked for, that: "in the 8 days that are stored (of 30 days asked)".</summary>
    private string When =>
        !outcome.IsCut && _report.Articles > 0 && outcome.Covered >= ShortestForRate && outcome.Covered < 0.8 * outcome.Span
            ? $"in the {SinceSpan.InWords(outcome.Covered)} that are stored (of {SinceSpan.InWords(outcome.Span)} asked)"
            : Lately;

    /// <summary>From a story or two, or from less than two days, no rate follows.</summary>
    private string Rate =>
        _report.Stories < 3 || outcome.Covered < ShortestForRate ? ""
        : _report.PerDay >= 9.5 ? $", {Math.Round(_report.PerDay).ToString(CultureInfo.InvariantCulture)} a day"
        : _report.PerDay >= 0.95 ? $", {_report.PerDay.ToString("0.#", CultureInfo.InvariantCulture)} a day"
        : 1 / _report.PerDay is < 1.5 and var days ? $", about one in {24 * days:0} hours"
        : $", about one in {1 / _report.PerDay:0} days";

    private static string Fired(int stories) => stories switch
    {
        0 => "Would not have fired",
        1 => "Would have fired once",
        2 => "Would have fired twice",
        var many => $"Would have fired {many} times",
    };

    /// <summary>How far the count can be relied on.</summary>
    private ImmutableArray<TextRun> Coverage()
    {
        if (_report.Articles == 0)
            return [];
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        if (outcome.IsCut)
            runs.Add($" There was time to read the newest {_report.Articles} articles; older ones are not counted.");
        else if (outcome.FollowedSince is { } followed)
            runs.AddRange(" Older than ", new TextRun.Moment(followed), ": only what the feeds still listed.");
        return runs.ToImmutable();
    }

    private IEnumerable<ImmutableArray<TextRun>> Warnings()
    {
        if (outcome.Meant is { } meant)
            yield return [$"“{meant.Word}” is a word here: operators are in capitals. Did you mean ", new TextRun.Code(meant.Query), $"? It w{Fired(meant.Stories)[1..]}."];
        if (_report.PerDay > busyPerDay)
            yield return [$"That is more than {busyPerDay} a day. AND, NOT or a phrase make a query narrower."];
        if (outcome.Overrun is { } slow)
            yield return [new TextRun.Code(slow), " takes too long to look for in some of the items, so that the query may miss them. A simpler expression is needed."];
        if (_report.Articles == 0)
            yield break;
        if (NeverTogether() is { } reason)
            yield return [reason];
        var unmet = _report.Unmet.Where(unmet => !unmet.Negated || !unmet.NearMisses.IsEmpty).ToList();
        foreach (var term in unmet.Take(MostUnmet))
            yield return Unmet(term);
        if (unmet.Count > MostUnmet)
            yield return [$"And {Plural.Of(unmet.Count - MostUnmet, "more term", "more terms")} like these."];
    }

    /// <summary>Why nothing was found although each of several terms was met; null where that is not so.</summary>
    private string? NeverTogether()
    {
        if (_report.Stories > 0 || outcome.Meant is not null || _report.Terms.Length < 2 || _report.Terms.Any(term => term is { Negated: false, Articles: 0 }))
            return null;
        return "Each of the terms was met, but never all that the query asks for in one article"
            + (outcome.AsksNear ? ", or never that near" : "")
            + (_report.Terms.Any(term => term is { Negated: true, Articles: > 0 }) ? ", or only together with what NOT leaves out" : "") + ".";
    }

    /// <summary>"Irbil never met anything. Did you mean Erbil? Seen 12 times."</summary>
    private static ImmutableArray<TextRun> Unmet(UnmetTerm unmet)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        runs.AddRange(new TextRun.Bold(unmet.Term), unmet.Negated ? " never excluded anything" : " never met anything");
        if (unmet.ArticlesWithAllWords > 0)
            runs.Add($"; its words stand in {Plural.Of(unmet.ArticlesWithAllWords, "article", "articles")}, only never like this");
        else if (!unmet.UnseenWords.IsEmpty)
            runs.Add($"; nowhere stands {string.Join(", ", unmet.UnseenWords.Select(word => $"“{word}”"))}");
        runs.Add(".");
        if (unmet.NearMisses is [var only])
            runs.AddRange(" Did you mean ", new TextRun.Bold(only.Instead), "? ", Seen(only), ".");
        else if (!unmet.NearMisses.IsEmpty)
            runs.AddRange((ImmutableArray<TextRun>)[" Did you mean ", .. unmet.NearMisses.SelectMany((near, i) => Choice(near, before: i == 0 ? "" : i + 1 < unmet.NearMisses.Length ? ", " : " or ")), "?"]);
        return runs.ToImmutable();

        static ImmutableArray<TextRun> Choice(NearMiss near, string before) =>
            [before, new TextRun.Bold(near.Instead), $" ({char.ToLowerInvariant(Seen(near)[0])}{Seen(near)[1..]})"];
    }

    /// <summary>"Seen 12 times"; of several words: "Seen 12 times, as “drones” for instance"; of an entity: "By any of its names: in 7 articles".</summary>
    private static string Seen(NearMiss near)
    {
        if (near.Kind == NearMissKind.Entity)
            return $"By any of its names: in {Plural.Of(near.Articles, "article", "articles")}";
        var times = near.Articles == 1 ? "once" : $"{near.Articles} times";
        return $"Seen {times}{(near.Instead.Contains(near.Seen, StringComparison.OrdinalIgnoreCase) ? "" : $", as “{near.Seen}” for instance")}";
    }

    private IEnumerable<CardPart> Examples()
    {
        if (_report.Examples.IsEmpty)
            yield break;
        if (_report.Stories > _report.Examples.Length)
            yield return new CardPart.Paragraph($"{_report.Examples.Length} of them:");
        yield return new CardPart.Listing([.. _report.Examples.Select(Example)]);
    }

    private static CardText Example(TrialExample example)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        runs.Add(Links.TryHttp(example.Link) is { } link ? new TextRun.Link(example.Title, link) : example.Title);
        runs.AddRange($" · {example.Source} · ", new TextRun.Moment(example.Published), " · ");
        var words = example.Terms.Select(term => term.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        for (var i = 0; i < words.Count; i++)
            runs.AddRange(i == 0 ? "" : ", ", new TextRun.Bold(words[i]));
        return new CardText(runs.ToImmutable());
    }

    /// <summary>How often each term stood in the articles, and by which words: what a query of one word that is met as it stands doesn't need.</summary>
    private IEnumerable<CardPart> Terms()
    {
        if (_report.Articles == 0 || _report.Terms is [{ MetBy.Length: <= 1 }])
            yield break;
        yield return new CardPart.Fact(
            $"In {Plural.Of(_report.Articles, "article", "articles")}",
            string.Join(" · ", _report.Terms.Take(MostTerms).Select(Term))
            + (_report.Terms.Length > MostTerms ? $" · and {_report.Terms.Length - MostTerms} more terms" : ""));
    }

    /// <summary>"airstrike 12 (airstrikes 8, air strike 4 and 2 more)".</summary>
    private static string Term(TrialTerm term)
    {
        var met = term.Articles == 0 ? "never" : $"{term.Articles}";
        var by = term.MetBy.Length > 1 || (term.MetBy is [var one] && !one.Words.Equals(term.Term, StringComparison.OrdinalIgnoreCase))
            ? $" ({string.Join(", ", term.MetBy.Select(wording => term.MetBy.Length > 1 ? $"{wording.Words} {wording.Articles}" : wording.Words))}{(term.OtherWordings > 0 ? $" and {term.OtherWordings} more" : "")})"
            : "";
        return $"{(term.Negated ? "NOT " : "")}{term.Term} {met}{by}";
    }
}
