using System.Globalization;
using Bot.Delivery;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using News.Alerts;
using News.Matching;
using News.Stories;

namespace Bot.Tests.Posting;

/// <summary>What a platform meets that was away for a while, and what becomes of a channel that is gone.</summary>
public sealed class BacklogDeliveryTests
{
    private static readonly TimeSpan Hours = TimeSpan.FromHours(3);

    private readonly FakeTimeProvider _clock = new(StorageUnderTest.Noon);
    private readonly ScriptedChannel _channel = new();
    private bool _away = true;

    [Fact]
    public async Task A_long_backlog_is_a_digest_behind_the_message_that_may_have_arrived()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Platform(), _clock);
        await WriteAsync(storage, Titles(1, 12));
        await DrainAsync(loop);

        await ComeBackAsync(loop);

        // The first one was tried, so that it is looked for by itself.
        var (first, digest) = (_channel.Seen[^2], _channel.Seen[^1]);
        Assert.Equal((Title(1), true), (first.Message.Headline, first.FirstTriedAt is not null));
        var backlog = Assert.IsType<OutboxMessage.OfDigest>(digest.Message).Backlog;
        Assert.Equal((11, 11), (backlog.Total, backlog.Stories.Length));
        Assert.Null(await storage.Outbox.NextDueAsync(default));
        Assert.Equal(11, await CountAsync(storage, "state = 'digested' AND digest = (SELECT id FROM outbox WHERE kind = 'digest' AND state = 'sent')"));
        Assert.Equal(12, (await storage.Outbox.CountAlertsAsync([ScopeKey.Operator], default)).Sent);
    }

    [Fact]
    public async Task Ten_are_told_one_by_one_in_their_order()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Platform(), _clock);
        await WriteAsync(storage, Titles(1, 11));
        await DrainAsync(loop);

        await ComeBackAsync(loop);

        Assert.Equal(Titles(1, 11), _channel.Headlines.TakeLast(11));
    }

    [Fact]
    public async Task So_are_many_that_came_a_moment_ago()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Platform(), _clock);
        _away = false;
        await WriteAsync(storage, Titles(1, 40));

        await DrainAsync(loop);

        Assert.Equal(Titles(1, 40), _channel.Headlines);
    }

    [Fact]
    public async Task A_digest_whose_answer_was_lost_is_tried_again_as_the_same_message()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Platform(), _clock);
        await WriteAsync(storage, Titles(1, 12));
        await DrainAsync(loop);
        var lost = 1;
        _channel.Answer = entry => entry.Message is OutboxMessage.OfDigest && lost-- > 0 ? new DeliveryOutcome.TryLater("no answer") : null;

        _clock.Advance(Hours);
        await DrainAsync(loop);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await DrainAsync(loop);

        var digests = _channel.Seen.Where(entry => entry.Message is OutboxMessage.OfDigest).ToList();
        Assert.Equal(2, digests.Count);
        Assert.Equal(digests[0].Key, digests[1].Key);
        Assert.NotNull(digests[1].FirstTriedAt);
    }

    [Fact]
    public async Task Each_alert_of_a_digest_names_its_page()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Platform(), _clock);
        await WriteAsync(storage, Titles(1, 120));
        await DrainAsync(loop);

        await ComeBackAsync(loop);

        var pages = _channel.Seen.Select(entry => entry.Message).OfType<OutboxMessage.OfDigest>().Select(page => page.Backlog.Stories.Length).ToList();
        Assert.True(pages.Count > 1);
        using var connection = storage.Database.Open();
        Assert.Equal(pages, connection.Query<int>("SELECT COUNT(*) FROM outbox WHERE state = 'digested' GROUP BY digest ORDER BY digest"));
    }

    [Fact]
    public async Task What_stood_on_a_page_that_is_refused_is_told_one_by_one()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Platform(), _clock);
        await WriteAsync(storage, Titles(1, 12));
        await DrainAsync(loop);
        _channel.Answer = entry => entry.Message is OutboxMessage.OfDigest ? new DeliveryOutcome.Refused("too long") : null;

        _clock.Advance(Hours);
        await DrainAsync(loop);

        var digest = Assert.Single(_channel.Headlines, headline => headline.StartsWith("While", StringComparison.Ordinal));
        Assert.Equal([Title(1), digest, .. Titles(2, 11)], _channel.Headlines.Skip(1));
        Assert.Equal(0, await CountAsync(storage, "state IN ('digested', 'waiting')"));
        Assert.Equal("too long", Assert.Single(await storage.Outbox.ParkedAsync([ScopeKey.Operator], StorageUnderTest.Noon, 5, default)).Reason);
    }

    [Fact]
    public async Task A_channel_that_takes_nothing_is_asked_once_an_hour_for_a_day()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Closed(), _clock);
        await WriteAsync(storage, Titles(1, 30));

        await DrainAsync(loop);
        Assert.Single(_channel.Seen);

        _clock.Advance(TimeSpan.FromMinutes(50));
        await WriteAsync(storage, Titles(31, 1));
        await DrainAsync(loop);
        Assert.Single(_channel.Seen);

        _clock.Advance(TimeSpan.FromMinutes(50));
        await DrainAsync(loop);
        Assert.Equal(2, _channel.Seen.Count);
        var closed = Assert.Single(await new ClosedChannels(storage.Database).ListAsync([ScopeKey.Operator], default));
        Assert.Equal((StorageUnderTest.Channel, "no such channel", 31), (closed.Channel, closed.Reason, closed.Waiting));

        _clock.Advance(TimeSpan.FromDays(1));
        await DrainAsync(loop);
        Assert.Equal(3, _channel.Seen.Count);
        Assert.Equal((0, 31), (await CountAsync(storage, "state = 'waiting'"), await CountAsync(storage, "state = 'parked' AND reason = 'no such channel'")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_channel_that_is_named_anew_or_whose_bot_is_started_is_asked_at_once_and_gets_all_that_it_missed(bool isNamed)
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Closed(), _clock);
        await WriteAsync(storage, Titles(1, 20));
        await DrainAsync(loop);

        _away = false;
        _clock.Advance(TimeSpan.FromMinutes(30));
        await WriteAsync(storage, Titles(21, 1));
        await DrainAsync(loop);
        Assert.Equal([Title(1)], _channel.Headlines);
        if (isNamed)
        {
            await storage.Watchlists.AddAsync(
                ScopeKey.Operator, "again", "nothing", Severity.Normal, StorageUnderTest.Channel, atHome: true, "test", _clock.GetUtcNow(), default);
        }
        else
        {
            await new ClosedChannels(storage.Database).AskAgainAsync(_clock.GetUtcNow(), default);
        }

        await DrainAsync(loop);

        Assert.Equal([Title(1), Title(1), "While nothing could be posted: 20 stories"], _channel.Headlines);
        Assert.Empty(await new ClosedChannels(storage.Database).ListAsync([ScopeKey.Operator], default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_digest_for_a_channel_that_takes_nothing_waits_too_for_a_day_and_tells_each_story_once(bool isTooLate)
    {
        using var storage = await StorageUnderTest.OpenAsync();
        using var loop = storage.LoopTo(Platform(), _clock);
        await WriteAsync(storage, Titles(1, 120));
        await DrainAsync(loop);
        _away = false;
        _channel.Answer = entry => entry.Message is OutboxMessage.OfDigest ? new DeliveryOutcome.Refused("no such channel") { ChannelIsClosed = true } : null;
        _clock.Advance(Hours);
        await DrainAsync(loop);

        if (isTooLate)
        {
            _clock.Advance(TimeSpan.FromDays(2));
            await DrainAsync(loop);
            Assert.Equal((1, 119, 0), (
                await CountAsync(storage, "kind = 'alert' AND state = 'sent'"), await CountAsync(storage, "kind = 'alert' AND state = 'parked'"), await CountAsync(storage, "state IN ('waiting', 'digested')")));
            return;
        }

        _channel.Answer = _ => null;
        _clock.Advance(Hours);
        await DrainAsync(loop);

        var pages = _channel.Seen.Skip(3).Select(entry => Assert.IsType<OutboxMessage.OfDigest>(entry.Message).Backlog).ToList();
        Assert.Equal(Enumerable.Range(1, pages.Count), pages.Select(page => page.Page));
        Assert.Equal(119, pages.SelectMany(page => page.Stories).DistinctBy(line => line.Story).Count());
        Assert.Equal(119, pages.Sum(page => page.Stories.Length));
        Assert.Null(await storage.Outbox.NextDueAsync(default));
    }

    [Fact]
    public async Task A_stop_waits_for_the_answer_of_what_is_in_flight()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var answered = new TaskCompletionSource<DeliveryOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _channel.AnswerLater = _ => answered.Task;
        using var loop = storage.LoopTo(_channel, _clock);
        await WriteAsync(storage, Titles(1, 2));
        await loop.StartAsync(default);
        await _channel.UntilAsync(acts => acts.Count == 1);

        var stop = loop.StopAsync(default);
        answered.SetResult(new DeliveryOutcome.Sent("1"));
        await stop.WaitAsync(Patience.ForAnEvent);

        Assert.Equal(1, await CountAsync(storage, "state = 'sent' AND message_id = '1'"));
        Assert.Single(_channel.Seen);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_platform_that_hangs()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        _channel.Hangs = _ => true;
        using var loop = storage.LoopTo(_channel, _clock);
        await WriteAsync(storage, Titles(1, 1));
        await loop.StartAsync(default);
        await _channel.UntilAsync(acts => acts.Count == 1);

        await loop.StopAsync(_clock);

        Assert.Equal(1, await CountAsync(storage, "state = 'waiting' AND first_tried IS NOT NULL"));
    }

    /// <summary>A platform that takes nothing while it is away.</summary>
    private ScriptedChannel Platform()
    {
        _channel.Answer = _ => _away ? new DeliveryOutcome.TryLater("the platform is away") : null;
        return _channel;
    }

    private ScriptedChannel Closed()
    {
        _channel.Answer = _ => _away ? new DeliveryOutcome.Refused("no such channel") { ChannelIsClosed = true } : null;
        return _channel;
    }

    private async Task ComeBackAsync(DeliveryLoop loop)
    {
        _clock.Advance(Hours);
        _away = false;
        await DrainAsync(loop);
    }

    private static async Task DrainAsync(DeliveryLoop loop) => await loop.DrainAsync(TimeSpan.Zero, default);

    private static string[] Titles(int from, int count) => [.. Enumerable.Range(from, count).Select(Title)];

    private static string Title(int number) => $"Strike {number} hits depot in Iraq";

    /// <summary>Puts alerts into the outbox, each of a story of its own.</summary>
    private async Task WriteAsync(StorageUnderTest storage, string[] titles)
    {
        var now = _clock.GetUtcNow();
        await storage.Database.WriteAsync(
            connection =>
            {
                foreach (var title in titles)
                {
                    var number = long.Parse(title.Split(' ')[1], CultureInfo.InvariantCulture);
                    var alert = new Alert { Watchlist = "iraq", Severity = Severity.Normal, Headline = title, Source = "Wire", Published = now };
                    OutboxStore.Insert(connection, storage.Watchlist, new StoryId(number), new ArticleId(number), StorageUnderTest.Channel, alert, now);
                }
            }, default);
    }

    private static async Task<int> CountAsync(StorageUnderTest storage, string where)
    {
        using var connection = storage.Database.Open();
        return await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM outbox WHERE {where}");
    }
}
