using Bot.Delivery;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

public sealed class DiscordEditTests
{
    private const string Channel = "100000000000000001";

    [Fact]
    public async Task A_message_shows_what_its_story_says_now()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);

        var outcome = await bot.Channel.DeliverAsync(Edit(posted, "Strike near Al-Aqim kills 17"), CancellationToken.None);

        var message = Assert.Single(discord.Messages(Channel));
        Assert.Equal(posted.Id, Assert.IsType<DeliveryOutcome.Sent>(outcome).MessageId);
        Assert.Equal(1, message.Edits);
        Assert.Contains("kills 17", message.Text, StringComparison.Ordinal);
        Assert.Equal(posted.CustomIds, message.CustomIds);
    }

    [Theory]
    [InlineData(PostFault.ErrorAfterStoring)]
    [InlineData(PostFault.DropAfterStoring)]
    [InlineData(PostFault.ErrorBeforeStoring)]
    public async Task A_lost_answer_to_an_edit_is_edited_again(PostFault fault)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);
        discord.FailNext(FakeCall.Edit, fault);

        var first = await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);
        var second = await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.TryLater>(first);
        Assert.IsType<DeliveryOutcome.Sent>(second);
        Assert.Contains("A new headline", Assert.Single(discord.Messages(Channel)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_somebody_deleted_is_not_fought_over()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);
        discord.DeleteMessage(posted);

        var outcome = await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);

        Assert.Contains("message was deleted", Assert.IsType<DeliveryOutcome.Gone>(outcome).Reason, StringComparison.Ordinal);
        Assert.Empty(discord.Messages(Channel));
    }

    [Fact]
    public async Task In_a_channel_that_is_gone_nothing_is_edited_and_what_is_to_be_said_waits_for_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);
        discord.DeleteChannel(Channel);

        var outcome = await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);

        var reply = await bot.Channel.DeliverAsync(Reply(posted), CancellationToken.None);
        Assert.IsType<DeliveryOutcome.Refused>(outcome);
        Assert.True(Assert.IsType<DeliveryOutcome.Refused>(reply).ChannelIsClosed);
    }

    [Theory]
    [InlineData(403, 50001, "Missing Access", "the bot was shut out of the channel: perhaps for a while")]
    [InlineData(400, 50083, "Thread is archived", "the next post brings the thread back, and the message is there")]
    [InlineData(400, 50035, "Invalid Form Body", "the next state of the message may be drawn well")]
    public async Task What_may_be_otherwise_tomorrow_ends_the_edit_and_not_the_message(int status, int code, string message, string why)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);
        discord.RefuseNext(FakeCall.Edit, status, code, message);

        var outcome = await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);

        Assert.True(outcome is DeliveryOutcome.Refused, why);
    }

    [Fact]
    public async Task A_page_that_is_not_discords_says_nothing_of_the_message()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);
        discord.TokenIsRight = false;

        var outcome = await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.TryLater>(outcome);
    }

    [Fact]
    public async Task A_limit_on_edits_holds_up_no_post()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);
        discord.LimitNext(FakeCall.Edit, 60);

        var edit = await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);
        var post = await bot.Channel.DeliverAsync(DiscordParts.Entry(key: "ffffffffffffffffffffffff"), CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<DeliveryOutcome.TryLater>(edit).After);
        Assert.IsType<DeliveryOutcome.Sent>(post);
    }

    [Fact]
    public async Task The_limit_on_edits_of_old_messages_does_not_say_how_long_it_is()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);
        discord.LimitNext(FakeCall.Edit, retryAfter: null, code: 30046);

        var first = await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);
        await bot.Channel.DeliverAsync(Edit(posted, "A new headline"), CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(20), Assert.IsType<DeliveryOutcome.TryLater>(first).After);
        Assert.Equal(1, discord.SeenOf(FakeCall.Edit));
    }

    [Fact]
    public async Task What_changed_is_said_in_the_messages_thread()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);

        var first = await bot.Channel.DeliverAsync(Reply(posted, "killed: 17, hospital official (was 16)"), CancellationToken.None);
        var second = await bot.Channel.DeliverAsync(Reply(posted, "killed: 18, hospital official (was 17)", "2123456789abcdef01234567"), CancellationToken.None);

        var thread = discord.ThreadOf(posted)!;
        Assert.Equal("Strike reported near Al-Aqim", thread.Name);
        Assert.Equal((IEnumerable<string?>)[Id(first), Id(second)], discord.Messages(thread.Id).Select(message => message.Id));
        Assert.Contains("killed: 18", discord.Messages(thread.Id)[1].Text, StringComparison.Ordinal);
        Assert.Single(discord.Messages(Channel));
    }

    [Theory]
    [InlineData(FakeCall.Thread, PostFault.ErrorAfterStoring, 0)]
    [InlineData(FakeCall.Thread, PostFault.DropAfterStoring, 0)]
    [InlineData(FakeCall.Thread, PostFault.ErrorBeforeStoring, 0)]
    [InlineData(FakeCall.Post, PostFault.ErrorAfterStoring, 0)]
    [InlineData(FakeCall.Post, PostFault.DropAfterStoring, 0)]
    [InlineData(FakeCall.Post, PostFault.ErrorBeforeStoring, 0)]
    [InlineData(FakeCall.Thread, PostFault.DropAfterStoring, 3)]
    [InlineData(FakeCall.Post, PostFault.DropAfterStoring, 3)]
    [InlineData(FakeCall.Post, PostFault.ErrorBeforeStoring, 3)]
    public async Task A_reply_whose_answer_was_lost_stands_once(FakeCall call, PostFault fault, int hours)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 28, 12, 0, 0, TimeSpan.Zero));
        await using var discord = await FakeDiscord.StartAsync(time);
        await using var bot = new DiscordParts(discord, time);
        var posted = await PostedAsync(discord, bot);
        var firstTriedAt = time.GetUtcNow();
        discord.FailNext(call, fault);

        var first = await bot.Channel.DeliverAsync(Reply(posted), CancellationToken.None);
        time.Advance(TimeSpan.FromHours(hours));
        discord.ForgetsNonces = hours > 0;
        var second = await bot.Channel.DeliverAsync(Reply(posted, firstTriedAt: firstTriedAt), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.TryLater>(first);
        Assert.Equal(Assert.Single(discord.Messages(posted.Id)).Id, Id(second));
        Assert.Single(discord.Messages(Channel));
    }

    [Theory]
    [InlineData("may not start", "Create Public Threads is missing")]
    [InlineData("may not post", "Send Messages in Threads is missing")]
    [InlineData("is a thread", "a thread has no threads")]
    [InlineData("too many", "the channel has as many threads as it takes")]
    public async Task Where_there_can_be_no_thread_the_message_is_answered_in_its_channel(string how, string why)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        if (how == "is a thread")
            discord.MakeThread(Channel);
        var posted = await PostedAsync(discord, bot);
        discord.ThreadsMayBeStarted = how != "may not start";
        discord.ThreadsMayBePostedTo = how != "may not post";
        if (how == "too many")
            discord.RefuseNext(FakeCall.Thread, 400, 160006, "Maximum number of active threads reached");

        var outcome = await bot.Channel.DeliverAsync(Reply(posted), CancellationToken.None);

        Assert.True(outcome is DeliveryOutcome.Sent, why);
        var answer = discord.Messages(Channel)[1];
        Assert.Equal(posted.Id, answer.Answers);
        Assert.False(answer.Body["message_reference"]!["fail_if_not_exists"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_answer_in_the_channel_stands_once_though_threads_are_allowed_since()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 28, 12, 0, 0, TimeSpan.Zero));
        await using var discord = await FakeDiscord.StartAsync(time);
        await using var bot = new DiscordParts(discord, time);
        var posted = await PostedAsync(discord, bot);
        var firstTriedAt = time.GetUtcNow();
        discord.ThreadsMayBeStarted = false;
        discord.FailNextPost(PostFault.DropAfterStoring);
        await bot.Channel.DeliverAsync(Reply(posted), CancellationToken.None);

        time.Advance(TimeSpan.FromHours(1));
        discord.ThreadsMayBeStarted = true;
        var outcome = await bot.Channel.DeliverAsync(Reply(posted, firstTriedAt: firstTriedAt), CancellationToken.None);

        Assert.Equal(discord.Messages(Channel)[1].Id, Id(outcome));
        Assert.Empty(discord.Messages(posted.Id));
    }

    [Theory]
    [InlineData("message", "message was deleted")]
    [InlineData("thread", "thread was deleted")]
    [InlineData("lock", "thread is locked")]
    public async Task Nothing_is_said_where_somebody_wants_nothing_said(string what, string reason)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);
        await bot.Channel.DeliverAsync(Reply(posted), CancellationToken.None);
        switch (what)
        {
            case "message": discord.DeleteMessage(posted); discord.DeleteChannel(posted.Id); break;
            case "thread": discord.DeleteChannel(posted.Id); break;
            case "lock": discord.LockThread(posted.Id); break;
        }

        var outcome = await bot.Channel.DeliverAsync(Reply(posted, "a second change", "2123456789abcdef01234567"), CancellationToken.None);

        Assert.Contains(reason, Assert.IsType<DeliveryOutcome.Gone>(outcome).Reason, StringComparison.Ordinal);
        Assert.InRange(discord.Messages(Channel).Count, 0, 1);
    }

    [Theory]
    [InlineData("", "Updates")]
    [InlineData("\u200B\u2060", "Updates")]
    [InlineData("A bridge\nfell @everyone", "A bridge fell @\u200Beveryone")]
    public async Task A_thread_has_a_name_that_discord_takes(string headline, string name)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = new DiscordParts(discord);
        var posted = await PostedAsync(discord, bot);

        await bot.Channel.DeliverAsync(Reply(posted, headline: headline), CancellationToken.None);

        Assert.Equal(name, discord.ThreadOf(posted)!.Name);
    }

    private static async Task<FakeMessage> PostedAsync(FakeDiscord discord, DiscordParts bot)
    {
        await bot.Channel.DeliverAsync(DiscordParts.Entry(), CancellationToken.None);
        return await discord.MessageIn(Channel);
    }

    private static OutboxEntry Edit(FakeMessage posted, string headline) =>
        DiscordParts.Entry(headline: headline) with { Act = new OutboxAct.Edit(posted.Id, 2) };

    private static OutboxEntry Reply(
        FakeMessage posted, string text = "killed: 17, hospital official (was 16)", string key = "1123456789abcdef01234567",
        DateTimeOffset? firstTriedAt = null, string headline = "Strike reported near Al-Aqim") =>
        DiscordParts.Entry(key: key, firstTriedAt: firstTriedAt) with
        {
            Message = new OutboxMessage.OfChange(Changes.Number(text), headline),
            Act = new OutboxAct.Reply(posted.Id),
        };

    private static string? Id(DeliveryOutcome outcome) => Assert.IsType<DeliveryOutcome.Sent>(outcome).MessageId;
}
