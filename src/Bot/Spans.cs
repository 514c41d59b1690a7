namespace Bot;

/// <summary>Spans of time in words: "45 seconds", "5 minutes", "3.5 hours", "2 days".</summary>
internal static class Spans
{
    public static string InWords(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{span.TotalDays:0.#} days",
        { TotalHours: >= 2 } => $"{span.TotalHours:0.#} hours",
        { TotalMinutes: >= 2 } => $"{span.TotalMinutes:0.#} minutes",
        _ => $"{span.TotalSeconds:0.#} seconds",
    };
}
