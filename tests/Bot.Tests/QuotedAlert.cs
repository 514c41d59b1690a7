using News.Alerts;
using News.Matching;

namespace Bot.Tests;

/// <summary>An alert with all that quotations can be: a role, a part that goes on, nobody named, one that is too long; and corrections.</summary>
internal static class QuotedAlert
{
    public static readonly string Speech = string.Join(
        ' ', Enumerable.Range(1, 12).Select(day => $"On day {day} we asked the council for a list of the empty houses, and on day {day} nobody answered."));

    public static readonly Alert Alert = new()
    {
        Watchlist = "iraq-strikes",
        Severity = Severity.High,
        Headline = "Airstrike hits depot near Qalat Sarin",
        Link = "https://wire.example/depot?a=1&b=2",
        Source = "Example Wire",
        Published = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000),
        Summary = ["An airstrike hit a depot near Qalat Sarin on Monday.", "Two people were hurt."],
        Quotes =
        [
            new AlertQuote("We heard three explosions", "Brig. Gen. Samira Haddad", "a ministry spokeswoman") { Rest = ["and then *nothing* <!here>."] },
            new AlertQuote("Nobody warned us of a strike", "a shopkeeper", null),
            new AlertQuote(Speech, "Karim Example", "the council's clerk"),
        ],
        FurtherQuotes = [new AlertQuote("It is over", null, null)],
        Corrections = ["Correction: an earlier version of this story named the wrong town.", "This story has been updated with the ministry’s answer."],
        Reasons = [new AlertReason("airstrike", ["Airstrike"], "text", null)],
    };
}
