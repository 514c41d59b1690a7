using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.EndToEnd;

/// <summary>A bot with a feed site, a Discord and a Slack around it, and one watchlist that posts to all of them.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    public const string Server = "200000000000000001";
    public const string DiscordChannel = "100000000000000001";
    public const string OtherServer = "200000000000000002";
    public const string OtherChannel = "100000000000000002";
    public const string SlackChannel = "C0NEWS";
    public const string Watchlist = "strikes-in-iraq";
    public const string Member = "300000000000000001";

    private Newsroom(FakeFeedSite site, FakeDiscord discord, FakeSlack slack)
    {
        Site = site;
        Discord = discord;
        Slack = slack;
        discord.AddServer(Server, DiscordChannel);
        Settings = new Dictionary<string, string?>
        {
            ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri,
            ["Feeds:0:Name"] = "Example Wire",
            ["Watchlists:0:Name"] = Watchlist,
            ["Watchlists:0:Query"] = "(IRGC OR airstrike) AND Iraq",
            ["Watchlists:0:Severity"] = "high",
            ["Watchlists:0:Channels:0"] = $"discord:{DiscordChannel}",
            ["Watchlists:0:Channels:1"] = $"slack:{SlackChannel}",
            ["Watchlists:0:Channels:2"] = "terminal",
        };
        foreach (var (key, value) in discord.Settings.Concat(slack.Settings))
            Settings[key] = value;
        Wire();
    }

    public FakeFeedSite Site { get; }

    public FakeDiscord Discord { get; }

    public FakeSlack Slack { get; }

    public Dictionary<string, string?> Settings { get; }

    public BotUnderTest Bot { get; private set; } = null!;

    /// <summary>Opens with an empty feed, already polled once: what comes next is news.</summary>
    public static async Task<Newsroom> OpenAsync(Action<Newsroom>? prepare = null)
    {
        var room = new Newsroom(await FakeFeedSite.StartAsync(), await FakeDiscord.StartAsync(), await FakeSlack.StartAsync());
        prepare?.Invoke(room);
        room.Bot = await BotUnderTest.With(room.Settings).StartAsync();
        await room.Discord.UntilReady();
        await room.UntilPolledAsync("/wire", 2);
        return room;
    }

    /// <summary>Opens with two stories, of which the first meets the watchlist and has been told.</summary>
    public static async Task<Newsroom> OpenWithStoriesAsync(Action<Newsroom>? prepare = null)
    {
        var room = await OpenAsync(prepare);
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"), Rss.Item("2", "Football in Basra, Iraq", "<p>Two goals.</p>"));
        await room.Discord.MessageIn(DiscordChannel);
        await room.Slack.MessageIn(SlackChannel);
        await room.UntilDeliveredAsync();
        return room;
    }

    /// <summary>To be opened with: the bot is in another Discord server, too.</summary>
    public static void WithOtherServer(Newsroom room) => room.Discord.AddServer(OtherServer, OtherChannel);

    /// <summary>To be opened with: a second publisher, whose feed is empty yet.</summary>
    public static void WithCourier(Newsroom room)
    {
        room.Settings["Feeds:1:Url"] = room.Site.Url("/courier").AbsoluteUri;
        room.Settings["Feeds:1:Name"] = "Example Courier";
        room.Site.Serve("/courier", Rss.Feed());
    }

    /// <summary>What the wire's feed holds from now on.</summary>
    public void Wire(params string[] items) => Site.Serve("/wire", Rss.Feed(items));

    /// <summary>Asks in the Discord channel, with the right to manage.</summary>
    public Task<FakeAnswer> AskDiscordAsync(string verb, params (string, object)[] options) =>
        Discord.Command(Server, DiscordChannel, Member, FakeDiscord.ManageServer, verb, options);

    /// <summary>Asks there as somebody who may manage nothing.</summary>
    public Task<FakeAnswer> AskDiscordWithoutRightsAsync(string verb, params (string, object)[] options) =>
        Discord.Command(Server, DiscordChannel, Member, FakeDiscord.NoRights, verb, options);

    /// <summary>Asks in the other server, with the right to manage.</summary>
    public Task<FakeAnswer> AskElsewhereAsync(string verb, params (string, object)[] options) =>
        Discord.Command(OtherServer, OtherChannel, Member, FakeDiscord.ManageServer, verb, options);

    /// <summary>Types behind <c>/news</c> in the Slack channel, as an admin of the workspace unless it says who else.</summary>
    public Task<FakeSlackMessage> AskSlackAsync(string text, string member = "U0ADMIN") =>
        Slack.Command(FakeSlack.Team, SlackChannel, member, text);

    /// <summary>Presses a button under an answer in the Discord channel.</summary>
    public Task<FakeAnswer> PressDiscordAsync(FakeAnswer answer, string action, string permissions = FakeDiscord.ManageServer)
    {
        var shown = answer.Messages[^1] with { ChannelId = DiscordChannel };
        return Discord.Press(shown, shown.CustomIds.Single(id => id.StartsWith(action, StringComparison.Ordinal)), Server, Member, permissions);
    }

    /// <summary>Adds a watchlist in the Discord channel and keeps it.</summary>
    public async Task<FakeAnswer> WatchOnDiscordAsync(string name, string query) =>
        await PressDiscordAsync(await AskDiscordAsync("watch add", ("name", name), ("query", query)), "keep:");

    /// <summary>The same in the Slack channel.</summary>
    public async Task<FakeSlackMessage> WatchOnSlackAsync(string name, string query)
    {
        var shown = await AskSlackAsync($"watch add {name} {query}");
        return await Slack.Press(FakeSlack.Team, SlackChannel, "U0ADMIN", shown.Button("Keep"));
    }

    public Task UntilPolledAsync(string path, int times)
    {
        var goal = Site.CountOf(path) + times;
        return Bot.UntilAsync(() => Site.CountOf(path) >= goal, $"{path} is polled {times} times more");
    }

    /// <summary>Waits until the wire has been polled and its next poll, as it stands in the database, is so far off.</summary>
    public Task UntilRestingAsync(TimeSpan atLeast) => Bot.UntilAsync(
        () => Bot.Services.GetRequiredService<FeedStore>().NextDueAsync(default).GetAwaiter().GetResult() > TimeProvider.System.GetUtcNow() + atLeast,
        $"the next poll is {atLeast} away");

    /// <summary>Waits until nothing is to be posted any more.</summary>
    public Task UntilDeliveredAsync() => Bot.UntilAsync(
        () => Bot.Services.GetRequiredService<OutboxStore>().NextDueAsync(default).GetAwaiter().GetResult() is null, "everything is posted");

    /// <summary>All of them, although one may complain: the bot first.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (Site)
        await using (Slack)
        await using (Discord)
            await Bot.DisposeAsync();
    }
}
