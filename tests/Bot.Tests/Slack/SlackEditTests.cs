using Bot.Delivery;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Slack;

public sealed class SlackEditTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));

    [Fact]
    public async Task A_message_shows_what_its_story_says_now_and_keeps_its_key()
    {
        await using var fake = await FakeSlack.StartAsync(_time);
        await using var bot = await SlackBot.StartAsync(fake, _time);
        var posted = await PostedAsync(fake, bot);

        var outcome = await bot.Alerts.DeliverAsync(Edit(posted, "Airstrike near Qalat Sarin kills 17"), default);

        var message = Assert.Single(fake.Messages("C123"));
        Assert.Equal(new DeliveryOutcome.Sent(posted.Ts), outcome);
        Assert.Equal(1, message.Edits);
        Assert.Contains("kills 17", message.Visible, StringComparison.Ordinal);
        Assert.Contains("kills 17", message.Text, StringComparison.Ordinal);
        Assert.Equal(posted.Key, message.Key);
    }

    public static TheoryData<string> LostAnswers => ["after 500", "after drop", "before"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_to_an_edit_is_edited_again(string how)
    {
        await using var fake = await FakeSlack.StartAsync(_time);
        await using var bot = await SlackBot.StartAsync(fake, _time);
        var posted = await PostedAsync(fake, bot);
        fake.Next("chat.update", Trouble(how));

        var first = await bot.Alerts.DeliverAsync(Edit(posted, "A new headline"), default);
        var second = await bot.Alerts.DeliverAsync(Edit(posted, "A new headline"), default);

        Assert.IsType<DeliveryOutcome.TryLater>(first);
        Assert.IsType<DeliveryOutcome.Sent>(second);
        Assert.Contains("A new headline", Assert.Single(fake.Messages("C123")).Visible, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message", typeof(DeliveryOutcome.Gone))]
    [InlineData("channel", typeof(DeliveryOutcome.Refused))] // it may be back, and then the message stands in it
    [InlineData("archive", typeof(DeliveryOutcome.Refused))]
    public async Task What_somebody_took_away_is_not_fought_over(string what, Type expected)
    {
        await using var fake = await FakeSlack.StartAsync(_time);
        await using var bot = await SlackBot.StartAsync(fake, _time);
        var posted = await PostedAsync(fake, bot);
        TakeAway(fake, posted, what);

        var edit = await bot.Alerts.DeliverAsync(Edit(posted, "A new headline"), default);
        var reply = await bot.Alerts.DeliverAsync(Reply(posted), default);

        Assert.IsType(expected, edit);
        Assert.IsType(expected, reply);
        Assert.True(reply is not DeliveryOutcome.Refused refused || refused.ChannelIsClosed);
        Assert.Empty(fake.RepliesTo(posted));
        Assert.InRange(fake.Messages("C123").Count, 0, 1);
    }

    [Theory]
    [InlineData("edit_window_closed", typeof(DeliveryOutcome.Refused), "no edits after an hour, but replies")]
    [InlineData("cant_update_message", typeof(DeliveryOutcome.Gone), "it is not ours")]
    [InlineData("update_failed", typeof(DeliveryOutcome.TryLater), "Slack's own trouble")]
    [InlineData("token_revoked", typeof(DeliveryOutcome.TryLater), "mended by the operator")]
    public async Task A_refused_edit_is_told_apart(string error, Type expected, string why)
    {
        await using var fake = await FakeSlack.StartAsync(_time);
        await using var bot = await SlackBot.StartAsync(fake, _time);
        var posted = await PostedAsync(fake, bot);
        fake.Next("chat.update", new FakeSlackTrouble.Refuse(error));

        var outcome = await bot.Alerts.DeliverAsync(Edit(posted, "A new headline"), default);

        Assert.True(expected == outcome.GetType(), $"{why}: {outcome}");
    }

    [Fact]
    public async Task A_limit_on_edits_holds_up_no_post()
    {
        await using var fake = await FakeSlack.StartAsync(_time);
        await using var bot = await SlackBot.StartAsync(fake, _time);
        var posted = await PostedAsync(fake, bot);
        fake.Next("chat.update", new FakeSlackTrouble.Limit(60));

        var edit = await bot.Alerts.DeliverAsync(Edit(posted, "A new headline"), default);
        var post = await bot.Alerts.DeliverAsync(SlackBot.Entry(key: "ffffffffffffffffffffffff"), default);

        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<DeliveryOutcome.TryLater>(edit).After);
        Assert.IsType<DeliveryOutcome.Sent>(post);
    }

    [Fact]
    public async Task What_changed_is_said_in_the_messages_thread()
    {
        await using var fake = await FakeSlack.StartAsync(_time);
        await using var bot = await SlackBot.StartAsync(fake, _time);
        var posted = await PostedAsync(fake, bot);

        var outcome = await bot.Alerts.DeliverAsync(Reply(posted), default);

        var reply = Assert.Single(fake.RepliesTo(posted));
        Assert.Equal(new DeliveryOutcome.Sent(reply.Ts), outcome);
        Assert.Contains("killed: 17", reply.Visible, StringComparison.Ordinal);
        Assert.Equal("1123456789abcdef01234567", reply.Key);
        Assert.Single(fake.Messages("C123"));
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_reply_whose_answer_was_lost_stands_once(string how)
    {
        await using var fake = await FakeSlack.StartAsync(_time);
        await using var bot = await SlackBot.StartAsync(fake, _time);
        var posted = await PostedAsync(fake, bot);
        fake.HistoryPage = 2;
        await bot.Alerts.DeliverAsync(Reply(posted, "an earlier change", "2123456789abcdef01234567"), default);
        _time.Advance(TimeSpan.FromSeconds(2));
        var tried = _time.GetUtcNow();
        fake.Next("chat.postMessage", Trouble(how));

        var first = await bot.Alerts.DeliverAsync(Reply(posted), default);
        _time.Advance(TimeSpan.FromMinutes(5));
        var second = await bot.Alerts.DeliverAsync(Reply(posted, firstTriedAt: tried), default);

        Assert.IsType<DeliveryOutcome.TryLater>(first);
        var reply = Assert.Single(fake.RepliesTo(posted), reply => reply.Key == "1123456789abcdef01234567");
        Assert.Equal(new DeliveryOutcome.Sent(reply.Ts), second);
        Assert.Contains("conversations.replies", fake.Calls);
    }

    private async Task<FakeSlackMessage> PostedAsync(FakeSlack fake, SlackBot bot)
    {
        await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);
        _time.Advance(TimeSpan.FromSeconds(2));
        return await fake.MessageIn("C123");
    }

    private static void TakeAway(FakeSlack fake, FakeSlackMessage posted, string what)
    {
        switch (what)
        {
            case "message": fake.Delete(posted); break;
            case "channel": fake.DeleteChannel("C123"); break;
            case "archive": fake.ArchiveChannel("C123"); break;
        }
    }

    private static FakeSlackTrouble Trouble(string how) => how switch
    {
        "after 500" => new FakeSlackTrouble.DoThenFail(500),
        "after drop" => new FakeSlackTrouble.DoThenDrop(),
        _ => new FakeSlackTrouble.Fail(503),
    };

    private static OutboxEntry Edit(FakeSlackMessage posted, string headline) =>
        SlackBot.Entry(alert: SlackBot.Alert(headline)) with { Act = new OutboxAct.Edit(posted.Ts, 2) };

    private static OutboxEntry Reply(
        FakeSlackMessage posted, string text = "killed: 17, hospital official (was 16)", string key = "1123456789abcdef01234567", DateTimeOffset? firstTriedAt = null) =>
        SlackBot.Entry(key: key, firstTriedAt: firstTriedAt) with
        {
            Message = new OutboxMessage.OfChange(Changes.Number(text), "Airstrike hits depot near Qalat Sarin"),
            Act = new OutboxAct.Reply(posted.Ts),
        };
}
