using System.Text.Json;
using Bot.Delivery;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Slack;

public class SlackAlertTests
{
    [Fact]
    public async Task An_alert_stands_in_the_channel_with_its_quotes_and_its_key()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);

        var outcome = await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);

        var message = await fake.MessageIn("C123");
        Assert.Equal(new DeliveryOutcome.Sent(message.Ts), outcome);
        Assert.Equal("0123456789abcdef01234567", message.Key);
        Assert.Contains("🟠 High · Airstrike hits depot near Qalat Sarin", message.Visible, StringComparison.Ordinal);
        Assert.Contains("“We heard three explosions & then nothing”\n— Brig. Gen. Samira Haddad, a ministry spokeswoman", message.Visible, StringComparison.Ordinal);
        Assert.Contains("“Nobody warned us”", message.Visible, StringComparison.Ordinal);
        Assert.Equal("https://wire.example/depot?a=1&b=2", message.Button("Read").Url);
        Assert.Equal("High: Airstrike hits depot near Qalat Sarin (Example Wire)", message.Text);
        Assert.Equal(["chat.postMessage"], fake.Calls);
    }

    [Fact]
    public async Task An_alert_with_three_quotes_and_corrections_is_sent_as_the_golden_file_shows()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);

        await bot.Alerts.DeliverAsync(SlackBot.Entry(alert: QuotedAlert.Alert), CancellationToken.None);
        var sent = JsonSerializer.Serialize((await fake.MessageIn("C123")).Body, Indented);

        var golden = Path.Combine(AppContext.BaseDirectory, "Slack", "Golden", "alert-with-three-quotes.slack.json");
        Assert.Equal((await File.ReadAllTextAsync(golden)).ReplaceLineEndings("\n").TrimEnd(), sent.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_typical_alert_is_sent_as_the_golden_file_shows()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);

        await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);

        var sent = JsonSerializer.Serialize((await fake.MessageIn("C123")).Body, Indented);
        var golden = Path.Combine(AppContext.BaseDirectory, "Slack", "Golden", "alert-with-two-quotes.slack.json");
        Assert.Equal((await File.ReadAllTextAsync(golden)).ReplaceLineEndings("\n").TrimEnd(), sent.ReplaceLineEndings("\n"));
    }

    public static TheoryData<string> LostAnswers => ["500", "503", "drop"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_post_whose_answer_was_lost_is_found_in_the_history_and_not_repeated(string how)
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
        await using var fake = await FakeSlack.StartAsync(time);
        await using var bot = await SlackBot.StartAsync(fake, time);
        var tried = time.GetUtcNow();
        fake.Next("chat.postMessage", how == "drop" ? new FakeSlackTrouble.DoThenDrop() : new FakeSlackTrouble.DoThenFail(int.Parse(how)));

        var first = await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);
        time.Advance(TimeSpan.FromMinutes(5));
        var second = await bot.Alerts.DeliverAsync(SlackBot.Entry(firstTriedAt: tried), default);

        Assert.IsType<DeliveryOutcome.TryLater>(first);
        Assert.Equal(new DeliveryOutcome.Sent(Assert.Single(fake.Messages("C123")).Ts), second);
        Assert.Equal(["chat.postMessage", "conversations.history"], fake.Calls);
    }

    [Fact]
    public async Task It_is_found_behind_pages_of_other_peoples_talk()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
        await using var fake = await FakeSlack.StartAsync(time);
        await using var bot = await SlackBot.StartAsync(fake, time);
        fake.HistoryPage = 15;
        fake.Talk("C123", 20);
        await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);
        fake.Talk("C123", 40);

        var outcome = await bot.Alerts.DeliverAsync(SlackBot.Entry(firstTriedAt: time.GetUtcNow()), default);

        Assert.IsType<DeliveryOutcome.Sent>(outcome);
        Assert.Single(fake.Messages("C123"));
        Assert.Equal(3, fake.Calls.Count(call => call == "conversations.history"));
    }

    [Fact]
    public async Task It_is_found_although_our_clock_was_ahead_of_Slacks_by_twenty_minutes()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
        await using var fake = await FakeSlack.StartAsync(time);
        await using var bot = await SlackBot.StartAsync(fake, time);
        await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);

        var outcome = await bot.Alerts.DeliverAsync(SlackBot.Entry(firstTriedAt: time.GetUtcNow().AddMinutes(20)), default);

        Assert.Equal(new DeliveryOutcome.Sent(Assert.Single(fake.Messages("C123")).Ts), outcome);
    }

    [Fact]
    public async Task One_that_never_arrived_is_posted_again()
    {
        var time = new FakeTimeProvider();
        await using var fake = await FakeSlack.StartAsync(time);
        await using var bot = await SlackBot.StartAsync(fake, time);
        fake.Next("chat.postMessage", new FakeSlackTrouble.Drop());
        await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);
        time.Advance(TimeSpan.FromSeconds(2));

        var outcome = await bot.Alerts.DeliverAsync(SlackBot.Entry(firstTriedAt: time.GetUtcNow()), default);

        Assert.IsType<DeliveryOutcome.Sent>(outcome);
        Assert.Single(fake.Messages("C123"));
    }

    [Fact]
    public async Task A_history_that_may_not_be_read_costs_a_repetition_and_not_the_story()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);
        fake.Next("conversations.history", new FakeSlackTrouble.Refuse("missing_scope", "channels:history"));

        var outcome = await bot.Alerts.DeliverAsync(SlackBot.Entry(firstTriedAt: TimeProvider.System.GetUtcNow()), default);

        Assert.IsType<DeliveryOutcome.Sent>(outcome);
        Assert.Contains(bot.Log, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("channels:history", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_history_that_gives_no_answer_is_asked_again_later()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);
        fake.Next("conversations.history", new FakeSlackTrouble.Fail(502), new FakeSlackTrouble.Limit(60));
        var entry = SlackBot.Entry(firstTriedAt: TimeProvider.System.GetUtcNow());

        var lost = await bot.Alerts.DeliverAsync(entry, default);
        var limited = await bot.Alerts.DeliverAsync(entry, default);

        Assert.IsType<DeliveryOutcome.TryLater>(lost);
        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<DeliveryOutcome.TryLater>(limited).After);
        Assert.Empty(fake.Messages("C123"));
    }

    [Fact]
    public async Task A_limit_is_kept_for_its_channel_alone_and_needs_no_look_into_the_history()
    {
        var time = new FakeTimeProvider();
        await using var fake = await FakeSlack.StartAsync(time);
        await using var bot = await SlackBot.StartAsync(fake, time);
        fake.Next("chat.postMessage", new FakeSlackTrouble.Limit(30));

        var limited = await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);
        time.Advance(TimeSpan.FromSeconds(10));
        var tooEarly = await bot.Alerts.DeliverAsync(SlackBot.Entry(firstTriedAt: time.GetUtcNow()), default);
        var elsewhere = await bot.Alerts.DeliverAsync(SlackBot.Entry("C456", "1123456789abcdef01234567"), default);
        time.Advance(TimeSpan.FromSeconds(21));
        var after = await bot.Alerts.DeliverAsync(SlackBot.Entry(firstTriedAt: time.GetUtcNow()), default);

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<DeliveryOutcome.TryLater>(limited).After);
        Assert.Equal(TimeSpan.FromSeconds(20), Assert.IsType<DeliveryOutcome.TryLater>(tooEarly).After);
        Assert.IsType<DeliveryOutcome.Sent>(elsewhere);
        Assert.IsType<DeliveryOutcome.Sent>(after);
        Assert.Equal(["chat.postMessage", "chat.postMessage", "chat.postMessage"], fake.Calls);
    }

    [Fact]
    public async Task A_channel_gets_one_message_a_second()
    {
        var time = new FakeTimeProvider();
        await using var fake = await FakeSlack.StartAsync(time);
        await using var bot = await SlackBot.StartAsync(fake, time);
        await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);

        var second = bot.Alerts.DeliverAsync(SlackBot.Entry(key: "1123456789abcdef01234567"), default);
        await bot.Alerts.DeliverAsync(SlackBot.Entry("C456", "2123456789abcdef01234567"), default);

        Assert.False(second.IsCompleted);
        Assert.Single(fake.Messages("C123"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<DeliveryOutcome.Sent>(await second);
        Assert.Equal(2, fake.Messages("C123").Count);
    }

    [Theory]
    [InlineData("channel_not_found", "C123")]
    [InlineData("not_in_channel", "/invite @bot")]
    [InlineData("is_archived", "archived")]
    [InlineData("restricted_action", "Posting permissions")]
    [InlineData("invalid_blocks", "report it")]
    [InlineData("something_new", "something_new")]
    public async Task A_refusal_says_what_to_do(string error, string hint)
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);
        fake.Next("chat.postMessage", new FakeSlackTrouble.Refuse(error));

        var outcome = await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);

        Assert.Contains(hint, Assert.IsType<DeliveryOutcome.Refused>(outcome).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_auth", "Slack:BotToken")]
    [InlineData("token_revoked", "Slack:BotToken")]
    [InlineData("missing_scope", "chat:write")]
    public async Task A_wrong_token_keeps_the_alert_waiting_and_says_what_to_do(string error, string hint)
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);
        fake.Next("chat.postMessage", new FakeSlackTrouble.Refuse(error, error == "missing_scope" ? "chat:write" : null));

        var outcome = await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);

        Assert.Contains(hint, Assert.IsType<DeliveryOutcome.TryLater>(outcome).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    [InlineData("message_limit_exceeded")]
    [InlineData("ratelimited")]
    public async Task What_passes_by_itself_is_tried_again(string error)
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);
        fake.Next("chat.postMessage", new FakeSlackTrouble.Refuse(error));

        Assert.IsType<DeliveryOutcome.TryLater>(await bot.Alerts.DeliverAsync(SlackBot.Entry(), default));
    }

    [Fact]
    public async Task An_address_where_nobody_speaks_Slacks_language_parks_no_alert()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake);
        fake.Next("chat.postMessage", new FakeSlackTrouble.Fail(404));

        Assert.IsType<DeliveryOutcome.TryLater>(await bot.Alerts.DeliverAsync(SlackBot.Entry(), default));
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
