using Bot.Delivery;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

public sealed class DiscordAlertTests
{
    private const string Channel = "100000000000000001";

    [Fact]
    public async Task An_alert_stands_in_the_channel_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);

        var outcome = await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);

        var message = await discord.MessageIn(Channel);
        Assert.Equal(message.Id, Assert.IsType<DeliveryOutcome.Sent>(outcome).MessageId);
        Assert.Contains("Strike reported near Al-Aqim", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PostFault.ErrorAfterStoring)]
    [InlineData(PostFault.DropAfterStoring)]
    [InlineData(PostFault.ErrorBeforeStoring)]
    [InlineData(PostFault.Stranger)]
    public async Task A_lost_answer_is_tried_again_and_stands_once(PostFault fault)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        discord.FailNextPost(fault);

        var first = await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);
        var second = await bot.Channel.DeliverAsync(DiscordParts.Entry(firstTriedAt: TimeProvider.System.GetUtcNow()), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.TryLater>(first);
        Assert.Equal(Assert.Single(discord.Messages(Channel)).Id, Assert.IsType<DeliveryOutcome.Sent>(second).MessageId);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(250, 0)]
    [InlineData(0, 20)]
    [InlineData(250, 20)]
    public async Task After_an_outage_the_channel_is_looked_at_before_it_is_posted_to_again(int chatter, int minutesAhead)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 28, 12, 0, 0, TimeSpan.Zero));
        await using var discord = await FakeDiscord.StartAsync(time);
        await using var bot = new DiscordParts(discord, time);
        var firstTriedAt = time.GetUtcNow().AddMinutes(minutesAhead);
        discord.FailNextPost(PostFault.DropAfterStoring);
        discord.Chat(Channel, chatter);
        await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);
        discord.Chat(Channel, chatter);

        time.Advance(TimeSpan.FromHours(3));
        discord.ForgetsNonces = true;
        var outcome = await bot.Channel.DeliverAsync(DiscordParts.Entry(firstTriedAt: firstTriedAt), CancellationToken.None);

        var ours = Assert.Single(discord.Messages(Channel), message => message.Nonce is not null);
        Assert.Equal(ours.Id, Assert.IsType<DeliveryOutcome.Sent>(outcome).MessageId);
        Assert.Equal(1, discord.PostsSeen);
    }

    [Fact]
    public async Task After_an_outage_that_lost_the_post_it_is_posted()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 28, 12, 0, 0, TimeSpan.Zero));
        await using var discord = await FakeDiscord.StartAsync(time);
        await using var bot = new DiscordParts(discord, time);
        var firstTriedAt = time.GetUtcNow();
        time.Advance(TimeSpan.FromHours(3));
        discord.Chat(Channel, 3);
        // Another alert of ours is not this one.
        await bot.Channel.DeliverAsync(DiscordParts.Entry(key: "ffffffffffffffffffffffff"), CancellationToken.None);

        var outcome = await bot.Channel.DeliverAsync(DiscordParts.Entry(firstTriedAt: firstTriedAt), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Sent>(outcome);
        Assert.Equal(5, discord.Messages(Channel).Count);
    }

    [Fact]
    public async Task Where_the_history_can_not_be_read_the_alert_is_posted_all_the_same()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 28, 12, 0, 0, TimeSpan.Zero));
        await using var discord = await FakeDiscord.StartAsync(time);
        await using var bot = new DiscordParts(discord, time);
        discord.HistoryIsReadable = false;

        var outcome = await bot.Channel.DeliverAsync(
            DiscordParts.Entry(firstTriedAt: time.GetUtcNow() - TimeSpan.FromHours(1)), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Sent>(outcome);
        Assert.Contains("Read Message History", bot.Logs.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, 50013, "Missing Permissions", "Send Messages")]
    [InlineData(403, 50001, "Missing Access", "View Channel")]
    [InlineData(404, 10003, "Unknown Channel", "Correct the watchlist's channels")]
    [InlineData(400, 50035, "Invalid Form Body", "Invalid Form Body")]
    public async Task A_refusal_says_what_to_do(int status, int code, string message, string advice)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        discord.RefuseNextPost(status, code, message);

        var outcome = await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);

        Assert.Contains(advice, Assert.IsType<DeliveryOutcome.Refused>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_used_once_and_the_alert_is_kept()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        discord.TokenIsRight = false;

        for (var attempt = 0; attempt < 3; attempt++)
            Assert.IsType<DeliveryOutcome.TryLater>(await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None));

        Assert.Equal(1, discord.RequestsSeen);
        Assert.Contains("Discord:Token", bot.Standing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_longer_than_an_attempt_is_told_to_the_outbox()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        discord.LimitNextPost(64.57);

        var outcome = await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);
        var atOnce = await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);

        // The header says whole seconds, the body fractions: the longer one counts.
        Assert.Equal(TimeSpan.FromSeconds(65), Assert.IsType<DeliveryOutcome.TryLater>(outcome).After);
        Assert.IsType<DeliveryOutcome.TryLater>(atOnce);
        Assert.Equal(1, discord.PostsSeen);
    }

    [Fact]
    public async Task A_short_limit_is_waited_out_within_the_attempt()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        discord.LimitNextPost(0.2);

        var outcome = await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Sent>(outcome);
        Assert.Equal(2, discord.PostsSeen);
    }

    [Fact]
    public async Task A_global_limit_holds_every_channel()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 28, 12, 0, 0, TimeSpan.Zero));
        await using var discord = await FakeDiscord.StartAsync(time);
        await using var bot = new DiscordParts(discord, time);
        discord.LimitNextPost(30, global: true);
        await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);

        var elsewhere = await bot.Channel.DeliverAsync(DiscordParts.Entry(channel: "100000000000000002"), CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<DeliveryOutcome.TryLater>(elsewhere).After);
        Assert.Equal(1, discord.PostsSeen);
    }

    [Fact]
    public async Task A_channel_is_never_posted_to_on_an_exhausted_bucket()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        (discord.ChannelLimit, discord.ChannelWindow) = (2, TimeSpan.FromMilliseconds(300));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 7).Select(at => bot.Channel.DeliverAsync(
            DiscordParts.Entry(key: $"0000000000000000000000{at:00}"), CancellationToken.None)));

        Assert.All(outcomes, outcome => Assert.IsType<DeliveryOutcome.Sent>(outcome));
        Assert.Equal(7, discord.Messages(Channel).Count);
        Assert.Equal(7, discord.PostsSeen);
    }
}
