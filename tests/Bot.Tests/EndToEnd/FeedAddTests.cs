using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.EndToEnd;

/// <summary><c>/feed add</c> with all that people give it.</summary>
public sealed class FeedAddTests
{
    private const string TwoFeeds = """
        <!doctype html><html><head><title>Floods today</title>
        <link rel="alternate" type="application/rss+xml" title="World" href="/world.rss">
        <link rel="alternate" type="application/rss+xml" title="Local" href="/local.rss"></head><body><p>Water.</p></body></html>
        """;

    [Fact]
    public async Task A_feed_is_followed_and_told_by_its_newest_item()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Site.Serve(
            "/floods", Rss.Feed(Rss.Item("1", "Water rises in Basra"), Rss.Item("0", "Rain", published: DateTimeOffset.UnixEpoch))));

        var added = await AddAsync(room, "/floods");
        await room.UntilPolledAsync("/floods", 2);
        var again = await AddAsync(room, "/floods");

        Assert.Contains("Following **Example Wire**. It has 2 items, the newest “Water rises in Basra”", added.Text, StringComparison.Ordinal);
        Assert.Contains("followed already", again.Text, StringComparison.Ordinal);
        Assert.Empty(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    [Fact]
    public async Task A_page_s_feeds_are_offered_on_Discord_and_followed_by_a_button()
    {
        await using var room = await OpenTwoAsync();

        var offer = await AddAsync(room, "/");
        var shown = Assert.Single(offer.Messages);
        var buttons = shown.CustomIds.ToList();
        var refused = await room.Discord.Press(shown with { ChannelId = Newsroom.DiscordChannel }, buttons[1], Newsroom.Server, Newsroom.Member);
        var followed = await room.Discord.Press(
            shown with { ChannelId = Newsroom.DiscordChannel }, buttons[1], Newsroom.Server, Newsroom.Member, FakeDiscord.ManageServer);
        var list = await room.Discord.Command(Newsroom.Server, Newsroom.DiscordChannel, Newsroom.Member, FakeDiscord.ManageServer, "feed list");
        await room.UntilPolledAsync("/local.rss", 1);
        var rest = await AddAsync(room, "/");

        Assert.Equal(buttons[0], Assert.Single(Assert.Single(rest.Messages).CustomIds));
        Assert.Contains("followed already", rest.Text, StringComparison.Ordinal);
        Assert.True(offer.IsPrivate);
        Assert.Equal(2, buttons.Count);
        Assert.True(offer.Text.IndexOf("World news", StringComparison.Ordinal) < offer.Text.IndexOf("Local news", StringComparison.Ordinal), offer.Text);
        Assert.Contains($"/feed add {room.Site.Url("/world.rss")}", offer.Text, StringComparison.Ordinal);
        Assert.Contains("Manage Server", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Following **Local news**", followed.Text, StringComparison.Ordinal);
        Assert.Contains("/local.rss", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/world.rss", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_s_feeds_are_offered_on_Slack_and_followed_by_a_button()
    {
        await using var room = await OpenTwoAsync();

        var offer = await room.AskSlackAsync($"feed add {room.Site.Address}");
        var refused = await room.Slack.Press(FakeSlack.Team, Newsroom.SlackChannel, "U0MEMBER", offer.Button("Follow World news"));
        var followed = await room.Slack.Press(FakeSlack.Team, Newsroom.SlackChannel, "U0ADMIN", offer.Button("Follow World news"));
        var again = await room.Slack.Press(FakeSlack.Team, Newsroom.SlackChannel, "U0ADMIN", offer.Button("Follow World news"));

        Assert.Contains($"/news feed add {room.Site.Url("/local.rss")}", offer.Visible, StringComparison.Ordinal);
        Assert.Contains("admins", refused.Visible, StringComparison.Ordinal);
        Assert.Contains("Following World news", followed.Visible, StringComparison.Ordinal);
        Assert.Contains("followed already", again.Visible, StringComparison.Ordinal);
        await room.UntilPolledAsync("/world.rss", 1);
    }

    [Fact]
    public async Task The_terminal_shows_what_to_type()
    {
        await using var site = await FakeFeedSite.StartAsync();
        ServeTwo(site);
        await using var bot = BotUnderTest.With([]);

        await bot.RunOnceAsync(
            null, $"feed add {site.Address}", $"/feed add 127.0.0.1:{site.Port}/world.rss World", $"/feed add {site.Url("/local.rss")}", "/feed list");

        var screen = string.Join(' ', bot.Terminal.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"/feed add {site.Url("/world.rss")}", screen, StringComparison.Ordinal);
        Assert.Contains("Following World. It has 1 item, the newest “Water in Basra”", screen, StringComparison.Ordinal);
        Assert.Contains($"World {site.Url("/world.rss")}", screen, StringComparison.Ordinal);
        Assert.Contains($"Local news {site.Url("/local.rss")}", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guess_that_is_a_feed_is_offered()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Site
            .Serve("/", "<html><title>Blog</title><p>Words.</p></html>", "text/html").Serve("/feed", Rss.Feed(Rss.Item("1", "A"))));

        var offer = await AddAsync(room, "/");

        Assert.Contains($"/feed add {room.Site.Url("/feed")}", offer.Text, StringComparison.Ordinal);
        Assert.Single(Assert.Single(offer.Messages).CustomIds);
    }

    [Fact]
    public async Task A_page_without_a_feed_is_not_followed()
    {
        await using var room = await Newsroom.OpenAsync(room =>
        {
            room.Site.Serve("/about", "<html><title>About us</title><p>Words.</p></html>", "text/html");
            foreach (var path in (string[])["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"])
                room.Site.Answer(path, 404);
        });

        var answer = await AddAsync(room, "/about");

        Assert.Contains("is not followed", answer.Text, StringComparison.Ordinal);
        Assert.Contains("About us", answer.Text, StringComparison.Ordinal);
        await AssertNotFollowedAsync(room, "/about");
    }

    [Fact]
    public async Task What_will_not_pass_is_not_followed_and_what_may_is()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Site.Answer("/gone.rss", 404).Answer("/busy.rss", 503));

        var gone = await AddAsync(room, "/gone.rss");
        var busy = await AddAsync(room, "/busy.rss");
        var inside = await room.Discord.Command(
            Newsroom.Server, Newsroom.DiscordChannel, Newsroom.Member, FakeDiscord.ManageServer, "feed add", ("url", "http://10.0.0.1/rss"));
        var list = await room.Discord.Command(Newsroom.Server, Newsroom.DiscordChannel, Newsroom.Member, FakeDiscord.ManageServer, "feed list");

        Assert.Contains("is not followed, because it can't be read: HTTP 404", gone.Text, StringComparison.Ordinal);
        Assert.Contains("It could not be read yet: HTTP 503", busy.Text, StringComparison.Ordinal);
        Assert.Contains("Polling:AllowedNetworks", inside.Text, StringComparison.Ordinal);
        Assert.Contains("/busy.rss", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/gone.rss", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.1", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_has_moved_for_good_is_followed_where_it_is()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Site.Redirect("/old", "/new", 301).Serve("/new", Rss.Feed()));

        var answer = await AddAsync(room, "/old");
        await room.UntilPolledAsync("/new", 1);
        var old = room.Site.CountOf("/old");
        await room.UntilPolledAsync("/new", 1);

        Assert.Contains($"moved for good to `{room.Site.Url("/new")}`", answer.Text, StringComparison.Ordinal);
        Assert.Equal((1, old), (old, room.Site.CountOf("/old")));
    }

    [Fact]
    public async Task A_slow_site_is_waited_for_on_both_platforms()
    {
        var answer = new TaskCompletionSource();
        await using var room = await Newsroom.OpenAsync(room => room.Site.On("/slow", async context =>
        {
            await answer.Task;
            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync(Rss.Feed(Rss.Item("1", "Late news")));
        }));

        var onDiscord = AddAsync(room, "/slow");
        var onSlack = room.AskSlackAsync($"feed add {room.Site.Url("/slow")}");
        await room.Bot.UntilAsync(() => room.Discord.HasDeferred, "Discord is told to wait");
        answer.SetResult();

        Assert.True((await onDiscord).WasDeferred);
        Assert.Contains("Late news", (await onDiscord).Text, StringComparison.Ordinal);
        Assert.Contains("Late news", (await onSlack).Visible, StringComparison.Ordinal);
    }

    private static void ServeTwo(FakeFeedSite site) => site
        .Serve("/", TwoFeeds, "text/html")
        .Serve("/world.rss", Rss.Feed(Rss.Item("1", "Water in Basra")).Replace("Example Wire", "World news", StringComparison.Ordinal))
        .Serve("/local.rss", Rss.Feed(Rss.Item("2", "Water in the cellar")).Replace("Example Wire", "Local news", StringComparison.Ordinal));

    private static Task<Newsroom> OpenTwoAsync() => Newsroom.OpenAsync(room => ServeTwo(room.Site));

    private static Task<FakeAnswer> AddAsync(Newsroom room, string path) => room.Discord.Command(
        Newsroom.Server, Newsroom.DiscordChannel, Newsroom.Member, FakeDiscord.ManageServer, "feed add", ("url", room.Site.Url(path).AbsoluteUri));

    private static async Task AssertNotFollowedAsync(Newsroom room, string path)
    {
        var list = await room.Discord.Command(Newsroom.Server, Newsroom.DiscordChannel, Newsroom.Member, FakeDiscord.ManageServer, "feed list");
        Assert.DoesNotContain(path, list.Text, StringComparison.Ordinal);
    }
}
