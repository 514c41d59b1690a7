using News.Stories;

namespace News.Tests.Stories;

public sealed class StoryPhaseTests
{
    [Theory]
    [InlineData("0", 0.5, StoryPhase.Breaking)]
    [InlineData("0 0.2 0.4", 0.9, StoryPhase.Breaking)]
    [InlineData("0", 3, StoryPhase.Developing)]
    [InlineData("0 2 9", 12, StoryPhase.Developing)]
    [InlineData("0", 12, StoryPhase.Quiet)]
    [InlineData("0 5", 30, StoryPhase.Quiet)]
    [InlineData("0 20", 21, StoryPhase.Updated)]
    [InlineData("0 20 24", 29, StoryPhase.Updated)]
    [InlineData("0 20 30 40", 50, StoryPhase.Developing)] // the pause is long past: reports kept coming since
    [InlineData("0 20", 33, StoryPhase.Quiet)]
    public void Follows_from_when_the_reports_came(string hours, double now, StoryPhase phase)
    {
        var start = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal(phase, StoryPhases.Of([.. hours.Split(' ').Select(hour => start.AddHours(double.Parse(hour, System.Globalization.CultureInfo.InvariantCulture)))], start.AddHours(now)));
    }
}
