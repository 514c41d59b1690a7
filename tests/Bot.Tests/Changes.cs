using News.Alerts;

namespace Bot.Tests;

/// <summary>Things that change about a story.</summary>
internal static class Changes
{
    public static AlertChange Number(string text) =>
        new(ChangeKind.Number, text, "Example Courier", new DateTimeOffset(2026, 1, 28, 15, 30, 0, TimeSpan.Zero));
}
