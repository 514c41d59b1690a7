using Bot.Delivery;
using Bot.Storage;
using Bot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

public sealed class DeliveryLoopTests
{
    private readonly FakeTimeProvider _clock = new(StorageUnderTest.Noon);

    [Fact]
    public async Task An_entry_that_was_read_before_its_alert_was_sent_is_not_sent_again()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("Strike hits depot in Iraq");

        var stale = Assert.Single(await storage.Outbox.DueAsync(_clock.GetUtcNow(), default));
        Assert.True(await storage.Outbox.MarkTriedAsync(stale, _clock.GetUtcNow(), default));
        Assert.False(await storage.Outbox.MarkTriedAsync(stale, _clock.GetUtcNow(), default));

        await storage.Outbox.MarkSentAsync(stale.Id, "1", _clock.GetUtcNow(), default);
        Assert.False(await storage.Outbox.MarkTriedAsync(stale with { Attempts = 1 }, _clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task An_alert_that_nobody_can_draw_is_parked_in_the_end_and_those_behind_it_go_out()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync("Poison for the drawing in Iraq", "Strike hits depot in Iraq");
        var channel = new ChannelThatChokes("Poison");
        using var loop = storage.LoopTo(channel, _clock);

        for (var round = 0; round < 20; round++)
        {
            await loop.DrainAsync(TimeSpan.Zero, default);
            _clock.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.Equal(["Strike hits depot in Iraq"], channel.Posted);
        var parked = Assert.Single(await storage.Outbox.ParkedAsync([ScopeKey.Operator], StorageUnderTest.Noon, 5, default));
        Assert.Equal("Poison for the drawing in Iraq", parked.Headline);
    }

    private sealed class ChannelThatChokes(string on) : IAlertChannel
    {
        public List<string> Posted { get; } = [];

        public string Platform => "slack";

        public Task<DeliveryOutcome> DeliverAsync(OutboxEntry entry, CancellationToken stoppingToken)
        {
            if (entry.Message.Headline.StartsWith(on, StringComparison.Ordinal))
                throw new InvalidOperationException("It can't be drawn.");
            Posted.Add(entry.Message.Headline);
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent("1"));
        }
    }
}
