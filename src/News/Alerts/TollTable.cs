using System.Collections.Immutable;
using System.Globalization;
using News.Claims;

namespace News.Alerts;

/// <summary>A report of a story, as far as its numbers go.</summary>
/// <param name="Source">Its publisher.</param>
public sealed record ReportedClaims(string Source, DateTimeOffset Published, ImmutableArray<Claim> Claims);

/// <summary>
/// Brings together what the reports of a story say about one number: of each speaker the latest, "the Health Ministry" and
/// "Iraq's health ministry" being one, and of each publisher what it says in its own name.
/// </summary>
public static class TollTable
{
    /// <summary>A number that is only about right is news when it is more than that much above what was known.</summary>
    private const double Slack = 1.1;

    private static readonly string[] VagueWords = ["tens of thousands", "hundreds of thousands", "thousands", "hundreds", "scores", "dozens"];

    /// <param name="reports">In the order in which they came.</param>
    public static ImmutableArray<AlertToll> Of(IReadOnlyList<ReportedClaims> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var tolls = ImmutableArray.CreateBuilder<AlertToll>();
        foreach (var kind in Enum.GetValues<ClaimKind>())
        {
            var latest = new List<AlertClaim>();
            foreach (var report in reports.OrderBy(report => report.Published)) Replace(latest, Of(report, kind));
            if (latest.Count > 0) tolls.Add(new AlertToll(kind, [.. latest]));
        }

        return tolls.ToImmutable();
    }

    /// <summary>
    /// What a later report changes in the numbers: a line for each kind whose number is now above all that was known, or
    /// that its own speaker lowered. A lower number of somebody else is most often an older one, and says nothing.
    /// </summary>
    public static ImmutableArray<string> Changes(ImmutableArray<AlertToll> before, ImmutableArray<AlertToll> after)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var toll in after)
        {
            if (before.FirstOrDefault(known => known.Kind == toll.Kind) is not { } known) continue;
            if (toll.Claims.FirstOrDefault(claim => IsNews(claim, known)) is not { } news) continue;
            var saidBy = news.SaidBy is { } who ? $", {who}" : "";
            lines.Add($"{Name(toll.Kind)}: {news.Number}{saidBy} (was {Range(known)})");
        }

        return lines.ToImmutable();
    }

    /// <summary>From the least to the most that anybody says: "16–17"; "16–40+" where the most is a least; one number as it is shown.</summary>
    public static string Range(AlertToll toll)
    {
        ArgumentNullException.ThrowIfNull(toll);
        if (toll.Claims.IsDefaultOrEmpty) return "";
        var told = Told(toll);
        var least = told.Min(Least);
        var most = told.Max(Most);
        if (least == most) return told[0].Number;
        if (told.Length == 1) return told[0].Number;
        var open = told.Any(claim => Most(claim) == most && claim.High is null) ? "+" : "";
        return $"{Text(least)}–{Text(most)}{open}";
    }

    /// <summary>What a kind is called beside its number: "killed".</summary>
    public static string Name(ClaimKind kind) => kind switch
    {
        ClaimKind.Killed => "killed",
        ClaimKind.Wounded => "wounded",
        ClaimKind.Missing => "missing",
        ClaimKind.Arrested => "arrested",
        ClaimKind.Displaced => "displaced",
        ClaimKind.Struck => "struck",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no kind of claim"),
    };

    /// <summary>One claim for each speaker of a report: the largest, for the others are parts of it or about fewer.</summary>
    private static List<AlertClaim> Of(ReportedClaims report, ClaimKind kind)
    {
        var claims = new List<AlertClaim>();
        foreach (var claim in report.Claims)
        {
            if (claim.Kind != kind || claim.IsPart || claim.High == 0 || (claim.Low ?? claim.High) is null) continue;
            var shown = new AlertClaim(Number(claim), claim.SaidBy, report.Source, claim.Words, report.Published) { Low = claim.Low, High = claim.High };
            var at = claims.FindIndex(known => IsSameSpeaker(known, shown));
            if (at < 0) claims.Add(shown);
            else if (Most(shown) > Most(claims[at])) claims[at] = shown;
        }

        // "Strike kills five" above "five were killed, police said" is the same number once more.
        claims.RemoveAll(own => own.SaidBy is null && claims.Exists(named => named.SaidBy is not null && Most(named) >= Most(own)));
        return claims;
    }

    /// <summary>The latest in front; what their speakers said before goes.</summary>
    private static void Replace(List<AlertClaim> latest, List<AlertClaim> claims)
    {
        latest.RemoveAll(old => claims.Exists(claim => IsSameSpeaker(old, claim)));
        latest.InsertRange(0, claims);
    }

    private static bool IsSameSpeaker(AlertClaim one, AlertClaim other) => (one.SaidBy, other.SaidBy) switch
    {
        (null, null) => string.Equals(one.Source, other.Source, StringComparison.OrdinalIgnoreCase),
        ({ } a, { } b) => IsSameName(a, b),
        _ => false,
    };

    /// <summary>
    /// Whether all words of one name are in the other: two at least, or a surname at the other's end. "Police" and
    /// "officials" alone may be anybody's.
    /// </summary>
    private static bool IsSameName(string one, string other)
    {
        var (few, many) = (NameWords.Of(one), NameWords.Of(other));
        if (few.Length > many.Length) (few, many, one) = (many, few, other);
        if (few.IsEmpty || !few.All(word => many.Contains(word))) return false;
        return few.Length == many.Length || few.Length > 1 || (char.IsUpper(one[0]) && many[^1] == few[0]);
    }

    private static bool IsNews(AlertClaim claim, AlertToll known)
    {
        if (known.Claims.Contains(claim)) return false;
        var told = Told(known);
        var wasVague = !told[0].Number.Any(char.IsAsciiDigit);
        if (wasVague && claim.Number.Any(char.IsAsciiDigit)) return true;
        var most = told.Max(Most);
        var isAbout = claim.Number.StartsWith("about", StringComparison.Ordinal);
        if (Least(claim) > (isAbout ? most * Slack : most)) return true;
        return claim.High < told.Min(Least) && !isAbout && known.Claims.Any(own => IsSameSpeaker(own, claim));
    }

    /// <summary>The claims with a number; "dozens" counts only where nobody has one.</summary>
    private static ImmutableArray<AlertClaim> Told(AlertToll toll)
    {
        ImmutableArray<AlertClaim> counted = [.. toll.Claims.Where(claim => claim.Number.Any(char.IsAsciiDigit))];
        return counted.IsEmpty ? toll.Claims : counted;
    }

    private static int Least(AlertClaim claim) => claim.Low ?? claim.High ?? 0;

    private static int Most(AlertClaim claim) => claim.High ?? claim.Low ?? 0;

    /// <summary>"16", "at least 16", "more than 80", "up to 20", "about 40", "10–15", "dozens".</summary>
    private static string Number(Claim claim) => (claim.Low, claim.High) switch
    {
        ({ } low, { } high) when low == high => claim.IsApproximate ? $"about {Text(low)}" : Text(low),
        ({ } low, { } high) => $"{Text(low)}–{Text(high)}",
        (null, { } high) => $"up to {Text(high)}",
        ({ } low, null) => Vague(claim.Words) ?? (IsMoreThan(claim.Words) ? $"more than {Text(low)}" : $"at least {Text(low)}"),
        _ => "",
    };

    private static string? Vague(string words) =>
        Array.Find(VagueWords, vague => words.Contains(vague, StringComparison.OrdinalIgnoreCase));

    private static bool IsMoreThan(string words) =>
        words.Contains("more than", StringComparison.OrdinalIgnoreCase) || words.Contains("over ", StringComparison.OrdinalIgnoreCase);

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
