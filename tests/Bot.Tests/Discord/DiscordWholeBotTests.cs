using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;

namespace Bot.Tests.Discord;

public sealed class DiscordWholeBotTests
{
    [Theory]
    [InlineData(FakeDiscord.ManageServer, true)]
    [InlineData(FakeDiscord.NoRights, false)]
    public async Task The_whole_bot_lets_those_who_may_manage_the_server_add_a_watchlist(string permissions, bool isAdded)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.AddServer("200000000000000001", "100000000000000001");
        await using var bot = await BotUnderTest.With(discord.Settings).StartAsync();

        var added = await discord.Command(
            "200000000000000001", "100000000000000001", "3", permissions, "watch add", ("name", "my-own-desk"), ("query", "airstrike AND Iraq"));
        if (isAdded)
        {
            var shown = added.Messages[0] with { ChannelId = "100000000000000001" };
            await discord.Press(shown, shown.CustomIds.First(), "200000000000000001", "3", permissions);
        }

        var listed = await discord.Command("200000000000000001", "100000000000000001", "3", FakeDiscord.NoRights, "watch list");

        Assert.True(added.IsPrivate);
        Assert.Equal(isAdded, listed.Text.Contains("my-own-desk", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("recent")]
    [InlineData("quotes")]
    [InlineData("watch list")]
    [InlineData("watch alias")]
    [InlineData("why")]
    [InlineData("feed list")]
    [InlineData("status")]
    [InlineData("help")]
    public async Task The_whole_bot_answers_every_command_that_asks(string verb)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await BotUnderTest.With(discord.Settings).StartAsync();

        var answer = await discord.Command("200000000000000001", "100000000000000001", "3", FakeDiscord.NoRights, verb);

        Assert.NotEmpty(answer.Text);
    }
}
