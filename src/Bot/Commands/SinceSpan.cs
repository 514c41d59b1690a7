using System.Globalization;

namespace Bot.Commands;

/// <summary>How far back a question looks: <c>90m</c>, <c>24h</c>, <c>3d</c>, <c>2w</c>.</summary>
public static class SinceSpan
{
    public const string Examples = "90m, 24h, 3d or 2w";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Null where the text is no span, is zero, or reaches back further than a year.</summary>
    public static TimeSpan? TryParse(string? text)
    {
        text = text?.Trim().ToLowerInvariant() ?? "";
        if (text.Length is < 2 or > 6
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count == 0)
        {
            return null;
        }

        TimeSpan? span = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7d * count),
            _ => null,
        };
        return span <= Longest ? span : null;
    }

    /// <summary>"24 hours", "3 days".</summary>
    public static string InWords(TimeSpan span) => span switch
    {
        { TotalMinutes: < 120 } => $"{span.TotalMinutes:0} minutes",
        { TotalHours: <= 48 } => $"{span.TotalHours:0} hours",
        _ => $"{span.TotalDays:0} days",
    };
}
