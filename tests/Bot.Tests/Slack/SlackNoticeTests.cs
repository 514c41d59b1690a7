using System.Text.Json;
using Bot.Delivery;
using Bot.Slack;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using News.Alerts;

namespace Bot.Tests.Slack;

public sealed class SlackNoticeTests
{
    private const string Key = "0123456789abcdef01234567";

    [Fact]
    public async Task A_notice_is_sent_as_the_golden_file_shows()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);

        var outcome = await bot.Alerts.DeliverAsync(Entry(), default);

        var message = await fake.MessageIn("C123");
        Assert.Equal(new DeliveryOutcome.Sent(message.Ts), outcome);
        var golden = Path.Combine(AppContext.BaseDirectory, "Slack", "Golden", "notice-of-a-feed-that-is-gone.slack.json");
        Assert.Equal(
            (await File.ReadAllTextAsync(golden)).ReplaceLineEndings("\n").TrimEnd(),
            JsonSerializer.Serialize(message.Body, Indented).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("<!channel> <@U1> *is* `gone` & <https://evil.example|here> :fire:")]
    [InlineData("\u202E turned \u0000\u001B[31m")]
    [InlineData("")]
    public void A_feeds_name_mentions_nobody_and_breaks_no_limit(string name)
    {
        var notice = Gone with { Title = $"{name} is gone", Sentences = [name, string.Concat(Enumerable.Repeat(name + " word ", 2000))] };

        var block = JsonSerializer.SerializeToElement(new[] { SlackDrawing.Notice(notice) }, SlackJson.Options);

        Assert.Empty(FakeSlackBlocks.Problems(block));
        var text = block[0].GetProperty("elements")[0];
        Assert.Equal("plain_text", text.GetProperty("type").GetString());
        Assert.DoesNotContain("<!channel", text.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", text.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("drop")]
    public async Task A_post_whose_answer_was_lost_is_found_in_the_history_and_not_repeated(string how)
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
        await using var fake = await FakeSlack.StartAsync(time);
        await using var bot = await SlackBot.StartAsync(fake, time);
        var tried = time.GetUtcNow();
        fake.Next("chat.postMessage", how == "drop" ? new FakeSlackTrouble.DoThenDrop() : new FakeSlackTrouble.DoThenFail(500));

        var first = await bot.Alerts.DeliverAsync(Entry(), default);
        time.Advance(TimeSpan.FromMinutes(5));
        var second = await bot.Alerts.DeliverAsync(Entry(tried), default);

        Assert.IsType<DeliveryOutcome.TryLater>(first);
        Assert.Equal(new DeliveryOutcome.Sent(Assert.Single(fake.Messages("C123")).Ts), second);
        Assert.Equal(["chat.postMessage", "conversations.history"], fake.Calls);
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static Notice Gone => new()
    {
        Kind = NoticeKind.Trouble,
        Title = "Example *Wire* is gone",
        Sentences = ["Its site says that https://wire.example/rss is gone for good (410).", "It is not asked any more: remove it, or follow its new address."],
    };

    private static OutboxEntry Entry(DateTimeOffset? firstTriedAt = null) => new(
        new OutboxId(1), Key, ChannelAddress.Slack("C123"), new OutboxMessage.OfNotice(Gone, DateTimeOffset.FromUnixTimeSeconds(1_790_000_000)),
        firstTriedAt is null ? 0 : 1, firstTriedAt);
}
