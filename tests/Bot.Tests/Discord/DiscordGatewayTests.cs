using Bot.Discord;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Discord;

public sealed class DiscordGatewayTests
{
    [Fact]
    public async Task It_identifies_once_and_registers_the_commands_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using (var bot = await DiscordParts.ConnectedAsync(discord))
            Assert.Contains("connected as newsbot", bot.Standing, StringComparison.Ordinal);
        await discord.Until(() => discord.CloseCodes.Contains(1000), "the bot says goodbye");

        await using (var again = new DiscordParts(discord))
        {
            await again.StartAsync();
            await again.Logs.Said("stand as they are");
        }

        Assert.Equal(2, discord.Identifies);
        Assert.Equal(1, discord.CommandOverwrites);
    }

    [Fact]
    public async Task Commands_that_changed_are_registered_anew()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using (await DiscordParts.ConnectedAsync(discord))
            discord.StoredCommands![0]!["description"] = "As it was in the last version";

        await using (await DiscordParts.ConnectedAsync(discord))
            Assert.Equal(2, discord.CommandOverwrites);
    }

    [Fact]
    public async Task A_dropped_connection_is_resumed_where_it_stood()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        await discord.Command("1", "2", "3", FakeDiscord.NoRights, "status");

        discord.DropConnections();
        await discord.Until(() => discord.Resumes == 1, "the session is resumed");

        Assert.Equal("You asked /help.", (await discord.Command("1", "2", "3", FakeDiscord.NoRights, "help")).Text);
        Assert.Equal(1, discord.Identifies);
    }

    [Fact]
    public async Task Asked_to_reconnect_it_resumes()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);

        await discord.AskReconnect();
        await discord.Until(() => discord.Resumes == 1, "the session is resumed");

        await discord.UntilReady();
        await discord.Until(() => discord.CloseCodes.Contains(4000), "the old connection is left so that the session stays");
    }

    [Theory]
    [InlineData(true, 1, 1)]
    [InlineData(false, 0, 2)]
    public async Task An_invalid_session_is_resumed_or_begun_anew_as_Discord_says(bool resumable, int resumes, int identifies)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);

        await discord.InvalidateSession(resumable);
        await discord.Until(() => discord.Resumes + discord.Identifies == 2, "the bot is back");
        await discord.UntilReady();

        Assert.Equal((resumes, identifies), (discord.Resumes, discord.Identifies));
    }

    [Fact]
    public async Task A_resume_that_is_refused_begins_anew()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);

        discord.RefusesResume = true;
        discord.DropConnections();
        await discord.Until(() => discord.Identifies == 2, "a new session begins");

        Assert.Equal(1, discord.Resumes);
    }

    [Fact]
    public async Task A_connection_that_stops_acknowledging_is_left_and_resumed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.HeartbeatInterval = TimeSpan.FromMilliseconds(500);
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        await discord.Until(() => discord.Heartbeats > 2, "heartbeats come");

        discord.StopsAcknowledging = true;
        await discord.Until(() => !discord.CloseCodes.IsEmpty, "the bot leaves");
        discord.StopsAcknowledging = false;
        await discord.Until(() => discord.Resumes > 0, "the session is resumed");

        Assert.Equal(4000, discord.CloseCodes.First());
    }

    [Fact]
    public async Task A_heartbeat_is_sent_when_it_is_asked_for()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);
        var before = discord.Heartbeats;

        await discord.AskHeartbeat();

        await discord.Until(() => discord.Heartbeats > before, "a heartbeat comes");
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4014, "intents")]
    public async Task A_refusal_for_good_ends_the_attempts_and_says_why(int code, string why)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.ClosesIdentifyWith = code;
        await using var bot = new DiscordParts(discord);

        await bot.StartAsync();
        await discord.Until(() => discord.Identifies == 1, "the bot identifies");
        await bot.Ended();

        Assert.StartsWith("not connected", bot.Standing, StringComparison.Ordinal);
        Assert.Contains(why, bot.Standing, StringComparison.Ordinal);
        Assert.Equal(1, discord.Identifies);
    }

    [Fact]
    public async Task A_token_that_the_api_refuses_ends_the_attempts_too()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.TokenIsRight = false;
        await using var bot = new DiscordParts(discord);

        await bot.StartAsync();
        await bot.Ended();

        Assert.Contains("Discord:Token", bot.Standing, StringComparison.Ordinal);
        Assert.Equal(1, discord.RequestsSeen);
    }

    [Fact]
    public async Task Nonsense_from_the_gateway_is_read_over()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordParts.ConnectedAsync(discord);

        foreach (var nonsense in (string[])["no json", "[]", "{}", """{"op":"x"}""", """{"op":0,"t":"INTERACTION_CREATE","d":{"id":5}}""",
            """{"op":0,"t":"READY","d":[]}""", """{"op":77,"d":{}}""", new string('[', 100_000)])
        {
            await discord.SendToAll(nonsense);
        }

        Assert.Equal("You asked /help.", (await discord.Command("1", "2", "3", FakeDiscord.NoRights, "help")).Text);
        Assert.Equal(1, discord.Identifies);
    }

    [Fact]
    public async Task A_server_by_address_that_does_not_compress_is_understood_too()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Compresses = false;
        await using var bot = new DiscordParts(discord, gatewayUrl: discord.GatewayUrl);

        await bot.StartAsync();

        Assert.Equal("You asked /help.", (await discord.Command("1", "2", "3", FakeDiscord.NoRights, "help")).Text);
    }

    [Fact]
    public async Task Each_shard_has_its_connection()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Shards = 3;

        var bot = await DiscordParts.ConnectedAsync(discord);
        await bot.DisposeAsync();

        // By now each connection has been greeted, and whatever a greeting began has ended.
        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], discord.ShardsIdentified.Order(StringComparer.Ordinal));
        Assert.Equal(1, discord.CommandOverwrites);
        Assert.Equal(0, bot.Logs.CountOf("stand as they are"));
    }

    [Fact]
    public void Without_a_token_there_is_no_Discord()
    {
        var services = new ServiceCollection();

        services.AddDiscord(new ConfigurationBuilder().AddInMemoryCollection([new("Discord:Token", " ")]).Build(), live: true);

        Assert.DoesNotContain(services, service => service.ServiceType.Name is "IAlertChannel" or "IHostedService");
    }

    [Theory]
    [InlineData("Token", "Bot abc", "Discord:Token")]
    [InlineData("Token", "a b", "Discord:Token")]
    [InlineData("ApiBaseUrl", "discord.com/api", "Discord:ApiBaseUrl")]
    [InlineData("ApiBaseUrl", "ftp://discord.com/", "Discord:ApiBaseUrl")]
    [InlineData("GatewayUrl", "https://gateway", "Discord:GatewayUrl")]
    public void A_wrong_setting_is_named(string key, string value, string named)
    {
        var options = new DiscordOptions { Token = "abc" };
        typeof(DiscordOptions).GetProperty(key)!.SetValue(options, value);

        var result = new DiscordOptionsCheck().Validate(null, options);

        Assert.Contains(named, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_address_without_its_last_slash_is_taken()
    {
        var options = new DiscordOptions { Token = " abc ", ApiBaseUrl = "http://127.0.0.1:5000/api/v10" };

        Assert.True(new DiscordOptionsCheck().Validate(null, options).Succeeded);
        Assert.Equal("http://127.0.0.1:5000/api/v10/", options.ApiBase.AbsoluteUri);
        Assert.Equal("abc", options.BareToken);
    }
}
