using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Storage;

/// <summary>What becomes of a watchlist's alerts when their stories go on.</summary>
/// <param name="InThread">What changed and matters is said in the thread of the message, too.</param>
/// <param name="AgainAfter">After so long a quiet the next report is posted as a message of its own; null where it never is.</param>
public sealed partial record Updates(bool InThread, TimeSpan? AgainAfter)
{
    public const string Takes = "“edit”, “edit and thread”, or “post again after 6 hours of quiet” (1 to 720 hours)";

    private const int MostHours = 720;

    /// <summary>The message is edited.</summary>
    public static readonly Updates Edit = new(InThread: false, AgainAfter: null);

    /// <summary>Unless somebody chooses.</summary>
    public static readonly Updates EditAndThread = new(InThread: true, AgainAfter: null);

    /// <summary>
    /// Reads what <see cref="Takes"/> names, in any case, and with hyphens where it is typed as one word
    /// ("post-again-after-6h"); null for anything else.
    /// </summary>
    public static Updates? TryParse(string? text)
    {
        var words = (text ?? "").Trim().Replace('-', ' ').ToLowerInvariant();
        if (words is "edit")
            return Edit;
        if (words is "edit and thread")
            return EditAndThread;
        return Again().Match(words) is { Success: true } again && int.Parse(again.Groups["hours"].Value, CultureInfo.InvariantCulture) is > 0 and <= MostHours and var hours
            ? new Updates(InThread: false, TimeSpan.FromHours(hours))
            : null;
    }

    /// <summary>As it is written in the settings and kept in the database.</summary>
    public override string ToString() => AgainAfter is { TotalHours: var hours }
        ? $"post again after {hours.ToString(CultureInfo.InvariantCulture)} {(hours == 1 ? "hour" : "hours")} of quiet"
        : InThread ? "edit and thread" : "edit";

    [GeneratedRegex(@"^post again after (?<hours>\d{1,4}) ?h(ours?)?( of quiet)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Again();
}
