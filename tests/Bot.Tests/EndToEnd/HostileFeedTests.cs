using System.Globalization;
using System.Text;

namespace Bot.Tests.EndToEnd;

/// <summary>Whatever one feed does, it costs one clear line, and the healthy feed goes on.</summary>
public sealed class HostileFeedTests
{
    [Fact]
    public async Task A_bomb_is_said_to_be_none_of_ours() =>
        await MeetAsync("/bomb", room => room.Site.Serve("/bomb", Bomb()));

    [Fact]
    public async Task A_bomb_within_a_feed_is_named_too() =>
        await MeetAsync("/bomb", room => room.Site.Serve("/bomb", Bomb("<rss version=\"2.0\"><channel><title>&lol9;</title></channel></rss>")), "entities");

    [Fact]
    public async Task A_feed_that_never_ends_is_cut_off() =>
        await MeetAsync("/endless", room =>
        {
            room.Settings["Polling:MaxBodyBytes"] = "100000";
            room.Site.NeverEnd("/endless");
        }, "too large", "larger", "100");

    [Fact]
    public async Task A_redirect_to_the_metadata_address_is_not_followed() =>
        await MeetAsync("/sly", room => room.Site.Redirect("/sly", "http://169.254.169.254/latest/meta-data/"), "169.254.169.254");

    [Fact]
    public async Task A_page_is_no_feed_and_is_said_to_be_one() =>
        await MeetAsync("/page", room => room.Site.Serve("/page", "<!DOCTYPE html><html><head><title>Hello</title></head><body>Hi</body></html>", "text/html"), "HTML");

    [Fact]
    public async Task A_dropped_connection_is_tried_later() => await MeetAsync("/drop", room => room.Site.Drop("/drop"));

    [Fact]
    public async Task A_missing_feed_is_named() => await MeetAsync("/missing", room => room.Site.Answer("/missing", 404), "404");

    [Fact]
    public async Task A_feed_whose_name_commands_a_terminal_commands_no_log()
    {
        const string feed = """
            {"version":"https://jsonfeed.org/version/1.1","title":"Wire\u001b[2J","items":[{"id":"1","title":"Air\u001b[31mstrike in Iraq"}]}
            """;
        await using var room = await Newsroom.OpenAsync(room =>
        {
            room.Settings["Feeds:1:Url"] = room.Site.Url("/escape").AbsoluteUri;
            room.Site.Serve("/escape", feed, "application/feed+json");
        });
        await room.UntilPolledAsync("/escape", 1);
        room.Site.Answer("/escape", 500);
        await room.Bot.UntilAsync(() => room.Bot.Log.Any(line => line.Contains("HTTP 500", StringComparison.Ordinal)), "the feed is named in the log");

        Assert.DoesNotContain(room.Bot.Log, line => line.Contains('\u001b', StringComparison.Ordinal));
    }

    private static async Task MeetAsync(string path, Action<Newsroom> prepare, params string[] anyOf)
    {
        await using var room = await Newsroom.OpenAsync(room =>
        {
            room.Settings["Feeds:1:Url"] = room.Site.Url(path).AbsoluteUri;
            room.Settings["Feeds:1:Name"] = "The Other Feed";
            prepare(room);
        });
        await room.Bot.UntilAsync(
            () => room.Bot.Log.Any(line => line.StartsWith("Warning: The Other Feed", StringComparison.Ordinal)), "the bad feed is named in the log");

        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Bot.UntilTerminalShowsAsync("Airstrike hits depot near Kirkuk");
        var line = room.Bot.Log.First(line => line.StartsWith("Warning: The Other Feed", StringComparison.Ordinal));

        Assert.True(anyOf.Length == 0 || anyOf.Any(text => line.Contains(text, StringComparison.OrdinalIgnoreCase)), line);
        Assert.DoesNotContain(room.Bot.Log, other => other.Contains("Exception", StringComparison.Ordinal));
    }

    /// <summary>A billion laughs.</summary>
    private static string Bomb(string document = "<lolz>&lol9;</lolz>")
    {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (var level = 1; level < 10; level++)
            bomb.Append(CultureInfo.InvariantCulture, $"<!ENTITY lol{level} \"{string.Concat(Enumerable.Repeat($"&lol{level - 1};", 10))}\">");
        return bomb.Append("]>").Append(document).ToString();
    }
}
