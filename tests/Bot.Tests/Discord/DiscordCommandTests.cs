using System.Collections.Immutable;
using Bot.Cards;
using Bot.Commands;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using News.Alerts;

namespace Bot.Tests.Discord;

public sealed class DiscordCommandTests
{
    private const string Server = "200000000000000001";
    private const string Channel = "100000000000000001";
    private const string User = "300000000000000001";

    [Fact]
    public async Task A_command_comes_with_its_options_and_is_answered_privately()
    {
        // On a clock that stands still no answer is late enough to be deferred.
        var clock = new FakeTimeProvider();
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await DiscordParts.ConnectedAsync(discord, clock);
        CommandRequest? asked = null;
        bot.OnAsk = (request, _) => Task.FromResult(Answer.Says($"Done: {asked = request}"));

        var answer = await discord.Command(
            Server, Channel, User, FakeDiscord.ManageServer, "watch add", ("name", "strikes"), ("query", "@everyone OR <#1>"), ("count", 5));

        Assert.True(answer.IsPrivate);
        Assert.False(answer.WasDeferred);
        Assert.Equal("watch add", asked!.Verb);
        Assert.Equal("strikes", asked.Options["name"]);
        Assert.Equal("@everyone OR <#1>", asked.Options["query"]);
        Assert.Equal("5", asked.Options["count"]);
        Assert.Equal(ScopeKey.Discord(Server), asked.Asker.Scope);
        Assert.Equal(User, asked.Asker.User);
        Assert.Equal(ChannelAddress.Discord(Channel), asked.Asker.Channel);
    }

    [Theory]
    [InlineData("32", true)]
    [InlineData("8", true)]
    [InlineData("2251799813685287", true)]
    [InlineData("0", false)]
    [InlineData("2147483648", false)]
    [InlineData("-1", false)]
    [InlineData("99999999999999999999999", false)]
    public async Task Managing_takes_the_right_to_manage_the_server(string permissions, bool mayManage)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        bot.OnAsk = (request, _) => Task.FromResult(Answer.Says(request.Asker.MayManage ? "yes" : "no"));

        var answer = await discord.Command(Server, Channel, User, permissions, "watch list");

        Assert.Equal(mayManage ? "yes" : "no", answer.Text);
    }

    [Fact]
    public async Task The_operator_s_server_is_the_one_with_a_channel_of_the_settings()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.AddServer(Server, "1", "2");
        discord.AddServer("200000000000000002", "3");
        await using var bot = await DiscordParts.ConnectedAsync(discord, operatorChannels: [ChannelAddress.Discord("2")]);
        bot.OnAsk = (request, _) => Task.FromResult(Answer.Says(request.Asker.AtHome ? "home" : "away"));

        Assert.Equal("home", (await discord.Command(Server, "1", User, "0", "status")).Text);
        Assert.Equal("away", (await discord.Command("200000000000000002", "3", User, "0", "status")).Text);
    }

    [Fact]
    public async Task The_only_server_is_the_operator_s()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.AddServer(Server, "1");
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        bot.OnAsk = (request, _) => Task.FromResult(Answer.Says(request.Asker.AtHome ? "home" : "away"));

        Assert.Equal("home", (await discord.Command(Server, "1", User, "0", "status")).Text);
        Assert.Equal("away", (await discord.Command("5", "6", User, "0", "status")).Text);
    }

    [Fact]
    public async Task An_answer_that_takes_long_is_deferred_and_then_given()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        var slow = new TaskCompletionSource<Answer>();
        bot.OnAsk = (_, _) => slow.Task;

        var answer = await discord.Ask(Server, Channel, User, "0", 2, FakeDiscord.CommandData("recent"));
        await discord.Until(() => answer.WasDeferred, "the answer is deferred");
        Assert.Empty(answer.Messages);
        slow.SetResult(Answer.Says("Here it is."));
        await discord.Until(() => answer.Messages.Count == 1, "the answer is given");

        Assert.Equal("Here it is.", answer.Text);
        Assert.True(answer.IsPrivate);
    }

    [Fact]
    public async Task An_answer_that_holds_its_thread_is_deferred_all_the_same()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        using var held = new ManualResetEventSlim();
        bot.OnAsk = (_, _) =>
        {
            held.Wait(Patience.ForAnEvent, CancellationToken.None);
            return Task.FromResult(Answer.Says("Here it is."));
        };

        var answer = await discord.Ask(Server, Channel, User, "0", 2, FakeDiscord.CommandData("recent"));
        await discord.Until(() => answer.WasDeferred, "the answer is deferred");
        held.Set();
        await discord.Until(() => answer.Messages.Count == 1, "the answer is given");

        Assert.Equal("Here it is.", answer.Text);
    }

    [Fact]
    public async Task Stopping_lets_an_answer_that_is_under_way_go_out()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var bot = await DiscordParts.ConnectedAsync(discord);
        var (asked, slow) = (new TaskCompletionSource(), new TaskCompletionSource<Answer>());
        bot.OnAsk = (_, _) =>
        {
            asked.SetResult();
            return slow.Task;
        };
        var answer = await discord.Ask(Server, Channel, User, "0", 2, FakeDiscord.CommandData("recent"));
        await asked.Task.WaitAsync(Patience.ForAnEvent);

        var stopping = bot.DisposeAsync();
        slow.SetResult(Answer.Says("Here it is."));
        await stopping;

        Assert.Equal("Here it is.", answer.Text);
    }

    [Fact]
    public async Task A_long_answer_goes_on_in_further_private_messages()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        bot.OnAsk = (_, _) => Task.FromResult(new Answer(
            [.. Enumerable.Range(1, 12).Select(at => new Card { Title = $"Story {at}", PlainText = "", Parts = [new CardPart.Paragraph(new string('x', 900))] })]));

        var answer = await discord.Command(Server, Channel, User, "0", "recent");
        await discord.Until(() => answer.Messages.Count == 2, "the answer goes on");

        Assert.Contains("Story 12", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pressed_button_is_answered_privately_and_a_second_press_too()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        var entry = DiscordParts.Entry();
        await bot.Channel.DeliverAsync(entry, CancellationToken.None);
        var message = await discord.MessageIn(entry.Channel.Id);

        var answer = await discord.Press(message, $"why:{entry.Key}", Server, User);
        var second = await discord.Press(message, $"why:{entry.Key}", Server, User);

        Assert.Equal($"You pressed why:{entry.Key}.", answer.Text);
        Assert.Equal(answer.Text, second.Text);
        Assert.True(answer.IsPrivate);
    }

    [Fact]
    public async Task A_failure_is_said_and_logged_and_the_next_command_answered()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        var asks = 0;
        bot.OnAsk = (_, _) => ++asks == 1 ? throw new InvalidOperationException("the disk is full") : Task.FromResult(Answer.Says("fine"));

        Assert.Contains("Something went wrong", (await discord.Command(Server, Channel, User, "0", "status")).Text, StringComparison.Ordinal);
        Assert.Equal("fine", (await discord.Command(Server, Channel, User, "0", "status")).Text);
        await bot.Logs.Said("the disk is full");
    }

    [Fact]
    public async Task In_a_direct_message_it_says_where_it_answers()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);

        var answer = await discord.Command(null, Channel, User, "0", "recent");

        Assert.Contains("I answer in servers", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_questions_at_once_are_all_answered_in_time()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => discord.Command(Server, Channel, User, "0", "recent")));

        Assert.Equal(100, answers.Length);
    }
}
