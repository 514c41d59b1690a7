using Bot.Polling;
using Bot.Storage;
using News.Feeds;

namespace Bot.Tests.Polling;

public sealed class PollScheduleTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset Now = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    // Interval 5 minutes, from 1 minute to 1 hour.
    private static readonly PollingOptions Options = new();

    [Theory]
    [InlineData(null, null, null, 300, "every 5 minutes, as set")]
    [InlineData(null, 60, null, 300, "every 5 minutes, as set")] // fresh for less than the interval
    [InlineData(null, 900, null, 900, "the server calls its answer fresh for 15 minutes")]
    [InlineData(null, 86400, null, 3600, "at least every 60 minutes, as set, though the server calls its answer fresh for 24 hours")]
    [InlineData(null, null, 1800, 1800, "the feed asks to be kept for 30 minutes (ttl)")]
    [InlineData(null, null, 60, 300, "every 5 minutes, as set")]
    [InlineData(null, null, 172800, 3600, "at least every 60 minutes, as set, though the feed asks to be kept for 2 days (ttl)")] // over breaking news, too
    [InlineData(null, 900, 1800, 1800, "the feed asks to be kept for 30 minutes (ttl)")] // the longer one decides
    [InlineData(null, 1800, 900, 1800, "the server calls its answer fresh for 30 minutes")]
    [InlineData(600, null, null, 600, "the server asks to wait 10 minutes")] // Retry-After on a good answer
    [InlineData(1, null, null, 300, "every 5 minutes, as set")]
    [InlineData(7200, 900, null, 7200, "the server asks to wait 2 hours")] // beyond the maximum, and obeyed
    [InlineData(315360000, null, null, 86400, "the server asks to wait 24 hours")] // ten years are a mistake
    public void After_a_good_poll_the_longest_wish_decides(int? retryAfter, int? fresh, int? ttl, int seconds, string reason) =>
        AssertNext(
            new PollSignals(0)
            {
                RetryAfter = Seconds(retryAfter),
                FreshFor = Seconds(fresh),
                Timetable = FeedTimetable.Silent with { TimeToLive = Seconds(ttl) },
            },
            seconds,
            reason);

    [Theory]
    [InlineData(1, 0, null, 300, "the poll failed; tried again after 5 minutes")]
    [InlineData(2, 0, null, 600, "2 polls in a row failed; tried again after 10 minutes")]
    [InlineData(4, 0, null, 2400, "4 polls in a row failed; tried again after 40 minutes")]
    [InlineData(5, 1, null, 3600, "5 polls in a row failed; tried again after 60 minutes")]
    [InlineData(9, 4, null, 3600, "9 polls in a row failed; tried again after 60 minutes")]
    [InlineData(12, 8, null, 7200, "12 polls in a row failed; tried again after 2 hours")] // a quarter of the time that it was away
    [InlineData(20, 24, null, 21600, "20 polls in a row failed; tried again after 6 hours")]
    [InlineData(30, 1000, null, 86400, "30 polls in a row failed; tried again after 24 hours")]
    [InlineData(int.MaxValue, 100000, null, 86400, "2147483647 polls in a row failed; tried again after 24 hours")]
    [InlineData(1, 0, 7200, 7200, "the server asks to wait 2 hours")]
    [InlineData(4, 0, 60, 2400, "4 polls in a row failed; tried again after 40 minutes")] // the back-off is longer
    public void A_feed_that_fails_is_left_alone_for_longer_and_longer(int failures, int hours, int? retryAfter, int seconds, string reason) =>
        AssertNext(new PollSignals(failures) { FailingFor = TimeSpan.FromHours(hours), RetryAfter = Seconds(retryAfter) }, seconds, reason);

    [Theory]
    [InlineData(1, 60, "something new comes about every 60 seconds")] // no more often than the minimum
    [InlineData(6, 180, "something new comes about every 6 minutes")]
    [InlineData(60, 300, "every 5 minutes, as set")] // an hourly feed
    [InlineData(240, 600, "something new comes about every 4 hours")]
    [InlineData(1440, 1200, "something new comes about every 24 hours")] // four intervals, and no more
    [InlineData(10080, 1200, "something new comes about every 7 days")]
    public void A_feed_is_polled_in_the_rhythm_in_which_it_publishes(int minutes, int seconds, string reason) =>
        AssertNext(new PollSignals(0) { Rhythm = Rhythm(Every(minutes)) }, seconds, reason);

    [Fact]
    public void A_quiet_feed_in_which_something_happens_is_polled_at_the_interval() =>
        AssertNext(new PollSignals(0) { Rhythm = Rhythm([.. Every(20).Take(4), .. Every(10080).Skip(1)]) }, 300, "every 5 minutes, as set");

    [Fact]
    public void A_brisk_feed_that_has_gone_to_sleep_is_polled_at_the_interval() =>
        AssertNext(new PollSignals(0) { Rhythm = Rhythm(Every(2), lastNew: Now.AddHours(-7)) }, 300, "every 5 minutes, as set");

    [Fact]
    public void Dates_that_are_made_up_at_each_request_hurry_nobody() =>
        AssertNext(
            new PollSignals(0) { Rhythm = Rhythm([.. Enumerable.Range(0, 12).Select(i => Now.AddSeconds(-i))], lastNew: Now.AddDays(-3)) },
            300,
            "every 5 minutes, as set");

    [Fact]
    public void Too_few_dates_or_one_date_for_all_are_no_rhythm()
    {
        Assert.Null(PublicationRhythm.Of(Items(Every(2).Take(3)), Now, null));
        Assert.Null(PublicationRhythm.Of(Items(Enumerable.Repeat(Now, 12)), Now, null));
        Assert.Null(PublicationRhythm.Of(Items(Every(-2)), Now, null)); // all in the future
    }

    [Theory]
    [InlineData(60, 300, "every 5 minutes, as set")] // what every WordPress says; it is no wish to be left alone
    [InlineData(4, 120, "the feed says that it changes every 4 minutes")]
    [InlineData(1440, 1200, "the feed says that it changes every 24 hours")]
    public void An_update_period_stands_in_where_no_dates_tell_the_rhythm(int minutes, int seconds, string reason)
    {
        var timetable = FeedTimetable.Silent with { UpdatePeriod = TimeSpan.FromMinutes(minutes) };
        AssertNext(new PollSignals(0) { Timetable = timetable }, seconds, reason);
        AssertNext(new PollSignals(0) { Timetable = timetable, Rhythm = Rhythm(Every(60)) }, 300, "every 5 minutes, as set");
    }

    [Theory]
    [InlineData("12", "", 3600, "nothing is published at that hour (skipHours)")] // until one o'clock
    [InlineData("13", "", 300, "every 5 minutes, as set")]
    [InlineData("12 13 14", "", 3600, "nothing is published at that hour (skipHours); asked every 60 minutes all the same")]
    [InlineData("", "3", 3600, "nothing is published on that day (skipDays); asked every 60 minutes all the same")]
    [InlineData("", "6 0", 300, "every 5 minutes, as set")]
    [InlineData("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23", "", 3600, "(skipHours); asked every 60 minutes all the same")]
    public void Hours_and_days_that_a_feed_skips_are_passed_over_within_the_maximum(string hours, string days, int seconds, string reason)
    {
        var timetable = FeedTimetable.Silent with
        {
            SkipHours = [.. Numbers(hours)],
            SkipDays = [.. Numbers(days).Select(day => (DayOfWeek)day)],
        };
        AssertNext(new PollSignals(0) { Timetable = timetable }, seconds, reason);
    }

    [Fact]
    public void Skipped_hours_are_hours_in_UTC()
    {
        var timetable = FeedTimetable.Silent with { SkipHours = [12] };
        var inBaghdad = PollSchedule.Next(Options, new PollSignals(0) { Timetable = timetable }, Now.AddMinutes(40).ToOffset(TimeSpan.FromHours(3)), roll: 0);
        Assert.Equal(Now.AddHours(1), inBaghdad.At);
    }

    [Fact]
    public void A_feed_whose_hub_delivers_is_polled_to_be_sure() =>
        AssertNext(new PollSignals(0) { HubDelivers = true, Rhythm = Rhythm(Every(1)) }, 3600, "its hub delivers what is new; asked every 60 minutes to be sure");

    [Fact]
    public void Feeds_whose_hubs_deliver_do_not_come_back_in_the_same_second() =>
        Assert.Equal(Now.AddMinutes(54), PollSchedule.Next(Options, new PollSignals(0) { HubDelivers = true }, Now, roll: 1).At);

    [Fact]
    public void Feeds_that_were_polled_together_come_back_spread_over_the_interval()
    {
        var waits = Enumerable.Range(0, 100)
            .Select(i => (PollSchedule.Next(Options, new PollSignals(0) { Bunched = true }, Now, i / 100.0).At - Now).TotalSeconds).ToList();
        Assert.Equal((60, 327), ((int)waits.Min(), (int)waits.Max()));
        Assert.InRange(waits.Count(wait => wait < 180), 40, 60);
        Assert.InRange(waits.Count(wait => wait < 90), 5, 15);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(3.9)]
    [InlineData(60)]
    public void Ten_thousand_feeds_that_a_pause_made_due_together_are_polled_evenly_again(double minutes)
    {
        // Before the pause one was due every 30 ms; after it those whose time has gone by are polled within ten seconds.
        const int Feeds = 10_000;
        var random = new Random(1);
        var next = new List<double>();
        for (var i = 0; i < Feeds; i++)
        {
            var due = Now.AddMinutes(-minutes) + (i * Options.Interval / Feeds);
            if (due > Now)
                continue;
            var begun = Now.AddSeconds(next.Count * 10.0 / Feeds);
            var feed = new DueFeed(new FeedId(i), new Uri("https://wire.example/rss"), "Wire", null, null, null, null, 0, Primed: true) { DueAt = due };
            var record = PollBook.Entry(Options, feed, FeedVisit.Good("Nothing new.", new FetchOutcome.NotModified()), begun, begun, random.NextDouble());
            Assert.True(record.NextPollAt >= begun + Options.MinimumInterval);
            next.Add((record.NextPollAt - Now).TotalSeconds);
        }

        // Half a minute's share is a tenth of them.
        var slots = next.GroupBy(at => (int)(at / 30)).Select(slot => slot.Count()).ToList();
        Assert.True(slots.Max() < Feeds / 10 * 1.6, string.Join(' ', slots));
    }

    [Fact]
    public void Chance_keeps_feeds_apart_and_never_goes_before_what_a_server_asked()
    {
        Assert.Equal(Now.AddSeconds(315), PollSchedule.Next(Options, new PollSignals(0), Now, roll: 0.5).At);
        foreach (var roll in (double[])[0, 0.3, 0.999])
        {
            var asked = new PollSignals(0) { RetryAfter = TimeSpan.FromHours(2), Bunched = true };
            var fresh = new PollSignals(0) { FreshFor = TimeSpan.FromMinutes(20), Bunched = true };
            Assert.Equal(Now.AddHours(2), PollSchedule.Next(Options, asked, Now, roll).At);
            Assert.InRange(PollSchedule.Next(Options, fresh, Now, roll).At, Now.AddMinutes(20), Now.AddMinutes(22));
        }
    }

    [Fact]
    public void Feeds_that_fail_together_come_back_apart()
    {
        var first = PollSchedule.Next(Options, new PollSignals(9), Now, roll: 0);
        var second = PollSchedule.Next(Options, new PollSignals(9), Now, roll: 0.999);
        Assert.Equal(12, (first.At - second.At).TotalMinutes, tolerance: 0.1);
    }

    [Fact]
    public void Chance_brings_no_poll_before_the_minimum()
    {
        var options = new PollingOptions { Interval = TimeSpan.FromMinutes(1) };
        Assert.Equal(Now.AddMinutes(1), PollSchedule.Next(options, new PollSignals(1), Now, roll: 0.999).At);
    }

    private static void AssertNext(PollSignals signals, int seconds, string reason)
    {
        var decision = PollSchedule.Next(Options, signals, Now, roll: 0);
        Assert.Equal(seconds, (int)(decision.At - Now).TotalSeconds);
        Assert.EndsWith(reason, decision.Reason, StringComparison.Ordinal);
    }

    private static PublicationRhythm? Rhythm(IEnumerable<DateTimeOffset> dates, DateTimeOffset? lastNew = null) =>
        PublicationRhythm.Of(Items(dates), Now, lastNew);

    private static IEnumerable<DateTimeOffset> Every(int minutes) => Enumerable.Range(0, 30).Select(i => Now.AddMinutes(-i * minutes));

    private static IEnumerable<FeedItem> Items(IEnumerable<DateTimeOffset> dates) => dates.Select(date => new FeedItem { Published = date });

    private static IEnumerable<int> Numbers(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    private static TimeSpan? Seconds(int? seconds) => seconds is { } number ? TimeSpan.FromSeconds(number) : null;
}
