using System.Collections.Immutable;
using News.Articles;
using News.Summaries;

namespace News.Alerts;

/// <summary>
/// An official's own quoted words that it is so, or that it is not: a ministry's "We confirm", what a general is quoted
/// with as denying. English only. In doubt it is neither: the alert puts a word in front of the quotation, which must be true.
/// </summary>
/// <param name="Kind"><see cref="ChangeKind.Confirmation"/> or <see cref="ChangeKind.Denial"/>.</param>
/// <param name="Text">Who, and the words in marks: "Gen. Doe, an army spokesman: “We carried out the strike”".</param>
public sealed record OfficialWord(ChangeKind Kind, string Text)
{
    /// <summary>How much of a quotation is shown, in UTF-16 code units.</summary>
    private const int LongestQuote = 240;

    /// <summary>How far from the quotation its reporting word is looked for, in UTF-16 code units.</summary>
    private const int Nearby = 160;

    /// <summary>Who speaks for a state, its forces and its offices, by a word of name or role.</summary>
    private static readonly ImmutableHashSet<string> Offices = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "minister", "ministry", "official", "officials", "government", "president", "presidency", "premier", "chancellor", "governor", "mayor",
        "ambassador", "embassy", "army", "military", "navy", "police", "general", "gen", "colonel", "col", "major", "maj", "lieutenant", "lt",
        "brigadier", "brig", "admiral", "adm", "commander", "command", "commissioner", "pentagon", "kremlin", "centcom", "nato", "idf", "irgc", "guards",
        "secretary", "prosecutor", "sheriff", "coalition", "cabinet", "parliament", "intelligence", "authority", "authorities", "forces");

    /// <summary>Whose spokesmen, officials and presidents are no state's.</summary>
    private static readonly ImmutableHashSet<string> Private = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "company", "club", "union", "airline", "airlines", "bank", "firm", "former", "retired", "ex", "university", "hospital", "league", "association");

    private static readonly ImmutableHashSet<string> Confirming = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "confirmed", "confirms", "confirming", "acknowledged", "acknowledges", "admitted", "admits");

    private static readonly ImmutableHashSet<string> Denying = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "denied", "denies", "denying");

    private static readonly ImmutableArray<string> Confirmations = ["we confirm", "i confirm", "can confirm", "we have confirmed", "i can confirm"];

    private static readonly ImmutableArray<string> Denials =
    [
        "we deny", "i deny", "we categorically deny", "we strongly deny", "we firmly deny", "we completely deny", "we flatly deny",
        "completely false", "entirely false", "totally false", "absolutely false", "completely baseless", "entirely baseless", "totally baseless",
        "no truth to", "no truth in", "completely fabricated",
    ];

    /// <summary>Words that take the other's meaning away: "could not be confirmed", "neither confirm nor deny", "declined to confirm".</summary>
    private static readonly ImmutableHashSet<string> Undoing = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "not", "never", "neither", "nor", "cannot", "can't", "couldn't", "hasn't", "haven't", "wouldn't", "won't", "didn't", "don't", "unable", "declined",
        "refused", "refuses", "declines", "yet", "if", "whether", "nobody", "without");

    /// <summary>The first confirmation and the first denial of an article; none, one or both.</summary>
    /// <param name="text">The article's.</param>
    /// <param name="quotes">Its quotations, in their order.</param>
    public static ImmutableArray<OfficialWord> Of(string text, IReadOnlyList<Quote> quotes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quotes);
        return
        [
            .. quotes.Where(IsOfficials)
                .Select(quote => (Kind: KindOf(text, quote), Quote: quote))
                .Where(one => one.Kind is not null)
                .DistinctBy(one => one.Kind)
                .Select(one => new OfficialWord(one.Kind!.Value, Line(one.Quote))),
        ];
    }

    private static ChangeKind? KindOf(string text, Quote quote)
    {
        var words = FoldedWords(quote.Text);
        var denies = Says(words, Denials) || (IsCue(quote, Denying) && StandsUndone(text, quote) == false);
        var confirms = Says(words, Confirmations) || (IsCue(quote, Confirming) && StandsUndone(text, quote) == false);
        return (confirms, denies) switch
        {
            (true, false) => ChangeKind.Confirmation,
            (false, true) => ChangeKind.Denial,
            _ => null,
        };
    }

    private static bool IsOfficials(Quote quote)
    {
        if (quote.Speaker is null)
            return false;
        var words = Words($"{quote.Speaker} {quote.Role}");
        return words.Any(Offices.Contains) && !words.Any(Private.Contains);
    }

    private static bool IsCue(Quote quote, ImmutableHashSet<string> cues) => quote.Cue is { } cue && Words(cue).Any(cues.Contains);

    /// <summary>Whether one of the words just before the reporting word undoes it; null where that word is not found near the quotation.</summary>
    private static bool? StandsUndone(string text, Quote quote)
    {
        var before = text.AsSpan(Math.Max(0, quote.Start - Nearby)..Math.Min(quote.Start, text.Length));
        var behind = text.AsSpan(Math.Min(quote.End, text.Length)..Math.Min(quote.End + Nearby, text.Length));
        var inFront = before.LastIndexOf(quote.Cue, StringComparison.Ordinal);
        var after = behind.IndexOf(quote.Cue, StringComparison.Ordinal);
        if (inFront < 0 && after < 0)
            return null;
        return (inFront >= 0 && IsUndone(before[..inFront])) || (after >= 0 && IsUndone(behind[..after]));
    }

    private static bool IsUndone(ReadOnlySpan<char> before) => Words(before.ToString()).TakeLast(4).Any(Undoing.Contains);

    /// <summary>A phrase that stands in the words with nothing before it that undoes it.</summary>
    private static bool Says(string words, ImmutableArray<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var at = words.IndexOf($" {phrase} ", StringComparison.Ordinal);
            if (at >= 0 && !IsUndone(words.AsSpan(0, at)))
                return true;
        }

        return false;
    }

    private static string FoldedWords(string text) => $" {string.Join(' ', Words(text)).ToLowerInvariant()} ";

    private static string[] Words(string text) =>
        text.Replace('’', '\'').Split(
            [' ', '\n', '\t', '.', ',', ';', ':', '-', '–', '—', '(', ')', '"', '“', '”', '!', '?', '/'], StringSplitOptions.RemoveEmptyEntries);

    private static string Line(Quote quote)
    {
        var shown = new Statement([quote]).Shown();
        return $"{shown.Speaker}{(shown.Role is { } role ? $", {role}" : "")}: “{PlainText.Beginning(PlainText.OneLine(shown.Text), LongestQuote)}”";
    }
}
