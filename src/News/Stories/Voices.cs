using System.Collections.Immutable;

namespace News.Stories;

/// <summary>A report of a story, as far as it matters whose voice it is.</summary>
/// <param name="Publisher">The name that it goes by in an alert.</param>
/// <param name="Host">The host of its link: "edition.example.com"; null where it has none.</param>
/// <param name="Beginning">The beginning of its text, some thousand characters, in which an agency may be named.</param>
/// <param name="CopyOf">Knows again reports that carry one text: equal for copies of each other; null for a text of its own.</param>
public sealed record VoicedReport(string Publisher, string? Host, string? Author, string Beginning, long? CopyOf);

/// <summary>Who tells a story: publishers by family. An agency's text on ten sites is one voice.</summary>
public static class Voices
{
    /// <summary>The name of each voice once, in the order in which they came to the story.</summary>
    /// <param name="reports">In the order in which they came.</param>
    /// <param name="families">Names of families, each with its publishers' names or hosts, as the settings have them.</param>
    public static ImmutableArray<string> Of(IReadOnlyList<VoicedReport> reports, IReadOnlyDictionary<string, ImmutableArray<string>> families) =>
        [.. reports.Select(report => report.Publisher).Distinct(StringComparer.OrdinalIgnoreCase)];
}
