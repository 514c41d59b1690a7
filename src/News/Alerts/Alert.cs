using System.Collections.Immutable;
using News.Claims;
using News.Entities;
using News.Matching;

namespace News.Alerts;

/// <summary>What one watchlist has to tell one channel about one story. A value: saved first, drawn and sent later.</summary>
public sealed record Alert
{
    /// <summary>The name of the watchlist that found the story.</summary>
    public required string Watchlist { get; init; }

    public required Severity Severity { get; init; }

    public required string Headline { get; init; }

    /// <summary>The article's address, http or https; null where the feed gave none.</summary>
    public string? Link { get; init; }

    /// <summary>Who published it.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>Sentences of the article, in its order.</summary>
    public ImmutableArray<string> Summary { get; init; } = [];

    /// <summary>The quotations that are shown, at most <see cref="AlertWriter.QuotesShown"/>.</summary>
    public ImmutableArray<AlertQuote> Quotes { get; init; } = [];

    /// <summary>Those that are not shown at once.</summary>
    public ImmutableArray<AlertQuote> FurtherQuotes { get; init; } = [];

    /// <summary>As written; <see cref="CorrectionNote.Shown"/> puts the word in front.</summary>
    public ImmutableArray<string> Corrections { get; init; } = [];

    /// <summary>
    /// Where the article is only known by its feed's teaser, since its page could not be had: a sentence that says why. Null
    /// otherwise.
    /// </summary>
    public string? TeaserOnly { get; init; }

    /// <summary>Why: each term of the query that was met, with the words that met it.</summary>
    public ImmutableArray<AlertReason> Reasons { get; init; } = [];

    /// <summary>Who else tells the story, in the order in which they came to it, each voice once: ten sites with one agency's text are one.</summary>
    public ImmutableArray<string> AlsoReportedBy { get; init; } = [];

    /// <summary>What changed since it was first told, in its order.</summary>
    public ImmutableArray<AlertChange> Changes { get; init; } = [];

    /// <summary>The numbers of dead, wounded and so on that the story's reports give, one for each kind.</summary>
    public ImmutableArray<AlertToll> Tolls { get; init; } = [];

    /// <summary>How the story was told here before, where it is told again after it was quiet for long; null otherwise.</summary>
    public EarlierAlert? Earlier { get; init; }
}

/// <summary>What a channel read of a story before.</summary>
/// <param name="At">When it was told.</param>
public sealed record EarlierAlert(string Headline, string Source, DateTimeOffset At);

/// <summary>Something about a story that changed after it was told.</summary>
/// <param name="Text">A line as it is shown, from the report: the correction's words, "killed: 17, hospital official (was 16)".</param>
/// <param name="Source">The publisher that has it.</param>
/// <param name="At">When that report was published.</param>
public sealed record AlertChange(ChangeKind Kind, string Text, string Source, DateTimeOffset At)
{
    public string? Link { get; init; }
}

public enum ChangeKind
{
    /// <summary>A publisher says that it had something wrong.</summary>
    Correction,

    /// <summary>The report's headline is another one than before.</summary>
    Headline,

    /// <summary>A number of dead, wounded and so on is another one than before.</summary>
    Number,

    /// <summary>An official says for the first time, in quoted words, that it is so.</summary>
    Confirmation,

    /// <summary>An official says for the first time, in quoted words, that it is not so.</summary>
    Denial,
}

/// <summary>What the reports of a story say about one number, such as that of the dead.</summary>
/// <param name="Claims">Who says which, the latest first, each speaker's latest alone.</param>
public sealed record AlertToll(ClaimKind Kind, ImmutableArray<AlertClaim> Claims);

/// <summary>Somebody's number.</summary>
/// <param name="Number">As it is shown: "16", "at least 16", "dozens".</param>
/// <param name="SaidBy">Who says so in the report; null where it is the report's own.</param>
/// <param name="Source">The publisher that has it.</param>
/// <param name="Words">The report's own words: "at least 16 people were killed".</param>
public sealed record AlertClaim(string Number, string? SaidBy, string Source, string Words, DateTimeOffset At)
{
    /// <summary>The least that it means; null of "up to 20".</summary>
    public int? Low { get; init; }

    /// <summary>The most that it means; null of "at least 16" and "dozens".</summary>
    public int? High { get; init; }
}

/// <summary>A quotation in an alert, verbatim and without its marks.</summary>
/// <param name="Text">Its first part; most have no other.</param>
/// <param name="Speaker">Null where the text leaves open who said it.</param>
public sealed record AlertQuote(string Text, string? Speaker, string? Role)
{
    /// <summary>What goes on from it behind a "she said" or in the next paragraph, each part as it stands between its own marks.</summary>
    public ImmutableArray<string> Rest { get; init; } = [];
}

/// <summary>A term of the watchlist's query and the words of the article that met it.</summary>
/// <param name="Where">The field that they stand in: "title", "text".</param>
/// <param name="Sentence">The sentence around the first of them; null where the words stand in no sentence of the text.</param>
public sealed record AlertReason(string Term, ImmutableArray<string> Words, string Where, string? Sentence)
{
    /// <summary>Why each of the words met the term, in their order; empty where that was not written down.</summary>
    public ImmutableArray<MatchRule> Rules { get; init; } = [];

    /// <summary>The words, each with why it met the term; null where that was not written down.</summary>
    public IEnumerable<(string Word, MatchRule? Rule)> WordsWithRules() =>
        Words.Select((word, i) => (word, i < Rules.Length ? Rules[i] : (MatchRule?)null));

    /// <summary>
    /// Whether one of the words counts in these letters only: what was asked for with a =, and "US", which in small
    /// letters is another word.
    /// </summary>
    public bool CountsInTheseLettersOnly(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return CountsInTheseLettersOnly(Term, word);
    }

    internal static bool CountsInTheseLettersOnly(string term, string word) =>
        term.StartsWith('=') || (!word.Any(char.IsLower) && QueryWord.IsOtherWordWhenSmall(EntityNames.Key(word)));
}
