using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Delivery;
using Bot.Discord;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using News.Alerts;

namespace Bot.Tests.Discord;

public sealed class DiscordNoticeTests
{
    private const string Channel = "100000000000000001";

    private static readonly DateTimeOffset Noon = new(2026, 1, 28, 12, 0, 0, 250, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Pretty = new(DiscordJson.Options) { WriteIndented = true };

    [Fact]
    public void A_notice_is_sent_as_it_always_was()
    {
        var pinned = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Discord", "Golden", "notice-of-a-feed-that-is-gone.discord.json"));

        var sent = JsonNode.Parse(DiscordJson.Bytes(MessageDrawing.Of(Entry())))!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(pinned), sent), $"Sent now:\n{sent.ToJsonString(Pretty)}");
    }

    [Theory]
    [InlineData("@everyone **is** `gone` [here](https://evil.example) <@1>")]
    [InlineData("\u202E turned \u0000\u001B[31m")]
    [InlineData("# big\n> said")]
    [InlineData("")]
    public void A_feeds_name_mentions_nobody_and_marks_up_nothing(string name)
    {
        var notice = Gone with { Title = $"{name} is gone", Sentences = [name, string.Concat(Enumerable.Repeat(name + " word ", 2000))] };

        var message = MessageDrawing.Of(Entry(notice: notice));

        var body = JsonNode.Parse(DiscordJson.Bytes(message))!;
        Assert.Empty(FakeDiscordChecks.Message(body, mayBeEdit: false));
        var text = new FakeMessage("1", "1", body).Text;
        Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[here](https:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# ", text, StringComparison.Ordinal);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PostFault.ErrorAfterStoring)]
    [InlineData(PostFault.DropAfterStoring)]
    [InlineData(PostFault.ErrorBeforeStoring)]
    public async Task A_lost_answer_is_tried_again_and_stands_once(PostFault fault)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        discord.FailNextPost(fault);

        var first = await bot.Channel.DeliverAsync(Entry(), CancellationToken.None);
        var second = await bot.Channel.DeliverAsync(Entry(TimeProvider.System.GetUtcNow()), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.TryLater>(first);
        Assert.Equal(Assert.Single(discord.Messages(Channel)).Id, Assert.IsType<DeliveryOutcome.Sent>(second).MessageId);
    }

    [Fact]
    public async Task After_an_outage_it_is_found_by_what_it_says_and_when()
    {
        var time = new FakeTimeProvider(Noon);
        await using var discord = await FakeDiscord.StartAsync(time);
        await using var bot = new DiscordParts(discord, time);
        // The same words of another day are another notice.
        await bot.Channel.DeliverAsync(Entry(at: Noon - TimeSpan.FromDays(30), key: "ffffffffffffffffffffffff"), CancellationToken.None);
        discord.FailNextPost(PostFault.DropAfterStoring);
        await bot.Channel.DeliverAsync(Entry(), CancellationToken.None);
        discord.Chat(Channel, 3);

        time.Advance(TimeSpan.FromHours(3));
        discord.ForgetsNonces = true;
        var outcome = await bot.Channel.DeliverAsync(Entry(Noon), CancellationToken.None);

        var ours = discord.Messages(Channel).Where(message => message.Nonce is not null).ToList();
        Assert.Equal(2, ours.Count);
        Assert.Equal(ours[1].Id, Assert.IsType<DeliveryOutcome.Sent>(outcome).MessageId);
    }

    [Fact]
    public async Task After_an_outage_that_lost_the_post_it_is_posted()
    {
        var time = new FakeTimeProvider(Noon);
        await using var discord = await FakeDiscord.StartAsync(time);
        await using var bot = new DiscordParts(discord, time);
        await bot.Channel.DeliverAsync(Entry(notice: Gone with { Title = "Another is gone" }, key: "ffffffffffffffffffffffff"), CancellationToken.None);
        time.Advance(TimeSpan.FromHours(3));

        var outcome = await bot.Channel.DeliverAsync(Entry(Noon), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Sent>(outcome);
        Assert.Equal(2, discord.Messages(Channel).Count);
    }

    [Fact]
    public async Task A_refusal_parks_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        discord.RefuseNextPost(403, 50013, "Missing Permissions");

        Assert.IsType<DeliveryOutcome.Refused>(await bot.Channel.DeliverAsync(Entry(), CancellationToken.None));
    }

    private static Notice Gone => new()
    {
        Kind = NoticeKind.Trouble,
        Title = "Example *Wire* is gone",
        Sentences = ["Its site says that https://wire.example/rss is gone for good (410).", "It is not asked any more: remove it, or follow its new address."],
    };

    private static OutboxEntry Entry(
        DateTimeOffset? firstTriedAt = null, Notice? notice = null, DateTimeOffset? at = null, string key = "0123456789abcdef01234567") =>
        new(new OutboxId(1), key, ChannelAddress.Discord(Channel), new OutboxMessage.OfNotice(notice ?? Gone, at ?? Noon),
            firstTriedAt is null ? 0 : 1, firstTriedAt);
}
