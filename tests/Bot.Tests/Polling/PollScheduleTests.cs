using Bot.Polling;

namespace Bot.Tests.Polling;

public sealed class PollScheduleTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    // Interval 5 minutes, from 1 minute to 1 hour.
    [Theory]
    [InlineData(0, null, null, 300, "every 5 minutes, as set")]
    [InlineData(0, null, 60, 300, "every 5 minutes, as set")] // fresh for less than the interval
    [InlineData(0, null, 900, 900, "the server calls its answer fresh for 15 minutes")]
    [InlineData(0, null, 86400, 3600, "at least every 60 minutes, as set")]
    [InlineData(0, 600, null, 600, "the server asks to wait 10 minutes")] // Retry-After on a good answer
    [InlineData(0, 1, null, 300, "every 5 minutes, as set")]
    [InlineData(1, null, null, 300, "the poll failed; tried again after 5 minutes")]
    [InlineData(2, null, null, 600, "2 polls in a row failed; tried again after 10 minutes")]
    [InlineData(4, null, null, 2400, "4 polls in a row failed; tried again after 40 minutes")]
    [InlineData(5, null, null, 3600, "5 polls in a row failed; tried again after 60 minutes")]
    [InlineData(int.MaxValue, null, null, 3600, "2147483647 polls in a row failed; tried again after 60 minutes")]
    [InlineData(1, 7200, null, 7200, "the server asks to wait 2 hours")] // longer than the maximum, and obeyed
    [InlineData(1, int.MaxValue, null, 86400, "the server asks to wait 24 hours")] // but not for years
    [InlineData(3, 60, null, 1200, "3 polls in a row failed; tried again after 20 minutes")]
    public void The_next_poll_comes_when_feed_and_settings_say(int failures, int? retryAfter, int? fresh, int seconds, string reason)
    {
        var signals = new PollSignals(failures, Seconds(retryAfter), Seconds(fresh));
        var decision = PollSchedule.Next(new PollingOptions(), signals, Now, roll: 0);
        Assert.Equal((seconds, reason), ((int)(decision.At - Now).TotalSeconds, decision.Reason));
    }

    [Fact]
    public void Feeds_that_fail_together_come_back_apart()
    {
        var first = PollSchedule.Next(new PollingOptions(), new PollSignals(9), Now, roll: 0);
        var second = PollSchedule.Next(new PollingOptions(), new PollSignals(9), Now, roll: 0.999);
        Assert.Equal(12, (first.At - second.At).TotalMinutes, tolerance: 0.1);
    }

    [Fact]
    public void Chance_brings_no_poll_before_the_minimum()
    {
        var options = new PollingOptions { Interval = TimeSpan.FromMinutes(1) };
        Assert.Equal(Now.AddMinutes(1), PollSchedule.Next(options, new PollSignals(1), Now, roll: 0.999).At);
    }

    [Fact]
    public void A_feed_that_is_gone_is_asked_as_seldom_as_can_be() =>
        Assert.Equal(Now.AddHours(1), PollSchedule.Next(new PollingOptions(), new PollSignals(1, Gone: true), Now, roll: 0.5).At);

    private static TimeSpan? Seconds(int? seconds) => seconds is { } number ? TimeSpan.FromSeconds(number) : null;
}
