using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.EndToEnd;

/// <summary>Where a feed has only a teaser of a story that is told, its page is fetched.</summary>
public sealed class ArticlePageTests : IAsyncLifetime
{
    private const string FromTeaser = "from the feed's teaser";

    private FakeFeedSite _site = null!;
    private BotUnderTest _bot = null!;

    public async Task InitializeAsync()
    {
        _site = await FakeFeedSite.StartAsync();
        _bot = BotUnderTest.With(new()
        {
            ["Feeds:0:Url"] = _site.Url("/wire").AbsoluteUri,
            ["Feeds:0:Name"] = "Example Wire",
            ["Watchlists:0:Name"] = "strikes",
            ["Watchlists:0:Query"] = "airstrike AND Iraq",
            ["Watchlists:0:Channels:0"] = "terminal",
            ["Articles:Fetch"] = "true",
        });
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_teaser_is_told_with_its_page_s_summary_and_quotes()
    {
        Wire(Pages.Item(_site, "/story"));
        _site.ServePage("/story");

        await _bot.RunOnceAsync("1d", "/why", "/recent Iraq");

        Assert.Contains("nobody was hurt", _bot.Terminal[.._bot.Terminal.IndexOf("It meets", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("nobody was hurt", _bot.Terminal[_bot.Terminal.IndexOf("The latest about", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("“The building was empty, and it was known to be empty” — Maj. Gen. Basim Halabi, a ministry spokesman", _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("The summary is from the article's page", _bot.Terminal, StringComparison.Ordinal);
        Assert.DoesNotContain(FromTeaser, _bot.Terminal, StringComparison.Ordinal);
        Assert.DoesNotContain("World", _bot.Terminal, StringComparison.Ordinal);
        Assert.StartsWith("text/html,", _site.Requests.Single(request => request.Path == "/story").Header("Accept"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "HTTP 404 Not Found")]
    [InlineData("forbidden", "HTTP 403 Forbidden")]
    [InlineData("gone", "HTTP 410 Gone")]
    [InlineData("broken", "HTTP 500 Internal Server Error")]
    [InlineData("slow", "it had not come after 0.2 s, Articles:Timeout")]
    [InlineData("endless", "larger than 100000 bytes (Polling:MaxBodyBytes)")]
    [InlineData("a paper", "no page but application/pdf")]
    [InlineData("to a private address", "10.0.0.1")]
    [InlineData("in a circle", "redirects in a circle")]
    [InlineData("to the front page", "the link leads to the site's front page")]
    [InlineData("to the section", "the link leads to a page above the article")]
    [InlineData("to a log-in", "the page that came tells something else")]
    [InlineData("to another story", "the page that came tells something else")]
    [InlineData("a cookie wall", "the page that came tells something else")]
    [InlineData("a bot wall", "a bot wall (Cloudflare) answers in place of 127.0.0.1")]
    [InlineData("scripts only", "the page has no text that could be read")]
    public async Task A_page_that_can_t_be_had_leaves_the_feed_s_text_and_says_so(string what, string reason)
    {
        Wire(Pages.Item(_site, "/world/story"));
        Come(what, "/world/story");
        _bot.Set("Polling:MaxBodyBytes", "100000").Set("Articles:Timeout", what == "slow" ? "00:00:00.2" : "00:01:30");

        await _bot.RunOnceAsync("1d", "/why");

        Assert.Contains("An airstrike hit an empty depot near Kirkuk in Iraq on Tuesday…", _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains($"strikes · {FromTeaser}", _bot.Terminal, StringComparison.Ordinal);
        Assert.DoesNotContain("The building", _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("The summary is from the feed's teaser: the article's page could not be had (", _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains(reason, _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains(_bot.Log, line => line.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(1, _site.CountOf("/world/story"));
    }

    [Fact]
    public async Task A_page_that_says_no_more_is_no_loss()
    {
        Wire(Pages.Item(_site, "/story", teaser: Rss.AirstrikeText));
        _site.ServePage("/story", Pages.Of(story: "<p>An airstrike hit an empty depot near Kirkuk in Iraq on Tuesday, the ministry said.</p>"));

        await _bot.RunOnceAsync("1d", "/why");

        Assert.Contains("Maj. Gen. Basim Halabi", _bot.Terminal, StringComparison.Ordinal);
        Assert.DoesNotContain(FromTeaser, _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("The summary is from the feed's text: the article's page says no more.", _bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_fetched_once_for_two_feeds_and_after_a_restart()
    {
        Wire(Pages.Item(_site, "/story"));
        _site.Serve("/other", Rss.Feed(Rss.Item("o", Pages.Headline, Pages.Teaser, _site.Url("/story").AbsoluteUri + "?utm_source=rss")));
        _site.Serve("/late", Rss.Feed(Rss.Item("l", Pages.Headline, Pages.Teaser, _site.Url("/story").AbsoluteUri + "#top")));
        _site.ServePage("/story");
        _site.ServePage("/story?utm_source=rss");
        _bot.Set("Feeds:1:Url", _site.Url("/other").AbsoluteUri);
        await _bot.RunOnceAsync("1d");

        await _bot.Set("Feeds:2:Url", _site.Url("/late").AbsoluteUri).RunOnceAsync("1d", "/why");

        Assert.Single(_site.Requests, request => request.Path.StartsWith("/story", StringComparison.Ordinal));
        Assert.Equal(1, _site.CountOf("/late"));
        Assert.Contains("The summary is from the article's page", _bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_failed_is_not_asked_for_again()
    {
        Wire(Pages.Item(_site, "/story"));
        _site.Answer("/story", 503);
        await _bot.RunOnceAsync("1d");
        _site.ServePage("/story").Serve("/late", Rss.Feed(Pages.Item(_site, "/story")));

        await _bot.Set("Feeds:1:Url", _site.Url("/late").AbsoluteUri).RunOnceAsync("1d");

        Assert.Equal((1, 1), (_site.CountOf("/late"), _site.CountOf("/story")));
    }

    /// <summary>The site fails the test at a request for a page that is not there.</summary>
    [Theory]
    [InlineData("unmatched")]
    [InlineData("whole")]
    [InlineData("old")]
    [InlineData("of many")]
    [InlineData("switched off")]
    public async Task Nothing_else_has_its_page_fetched(string what)
    {
        var link = _site.Url("/story").AbsoluteUri;
        Wire(what switch
        {
            "unmatched" => [Pages.Item(_site, "/story", "Football in Basra", "Two goals…")],
            "whole" => [Rss.Item("1", Pages.Headline, $"<p>Iraq. {new string('x', 800)}</p>", link)],
            "old" => [Rss.Item("1", Pages.Headline, Pages.Teaser, link, DateTimeOffset.UtcNow.AddDays(-3))],
            "of many" => [Rss.Item("1", Pages.Headline, Pages.Teaser, link), Rss.Item("2", "Airstrike hits bridge in Iraq", "It fell…", link)],
            _ => [Pages.Item(_site, "/story")],
        });
        _bot.Set("Articles:Fetch", what == "switched off" ? "false" : "true");

        await _bot.RunOnceAsync("1d", "/why Kirkuk");

        Assert.DoesNotContain(_site.Requests, request => request.Path == "/story");
        Assert.DoesNotContain(FromTeaser, _bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_that_ends_in_read_more_is_a_teaser()
    {
        Wire(Pages.Item(_site, "/story", teaser: $"<p>An airstrike hit a depot near Kirkuk in Iraq. {new string('x', 800)}</p><p><a href='/story'>Read more</a> »</p>"));
        _site.ServePage("/story", Pages.Of(story: Pages.Story + $"<p>{new string('x', 800)}, and so on, the ministry said.</p>"));

        await _bot.RunOnceAsync("1d");

        Assert.Contains("nobody was hurt", _bot.Terminal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("“A day of thunder” near Kirkuk AND Iraq")]
    [InlineData("airstrike NOT refinery")]
    public async Task What_the_teaser_met_is_told_whatever_the_page_says(string query)
    {
        Wire(Pages.Item(_site, "/story", teaser: "“A day of thunder” near Kirkuk: an airstrike hit an empty depot in Iraq…"));
        _site.ServePage("/story");
        _bot.Set("Watchlists:0:Query", query.Replace("“A day of thunder” near", "thunder AND", StringComparison.Ordinal));

        await _bot.RunOnceAsync("1d", "/why", "/watch test airstrike NOT refinery", "/recent thunder");

        Assert.Contains("nobody was hurt", _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("It meets strikes. The story was told here", _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("Would have fired once", _bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("The latest about “thunder”", _bot.Terminal, StringComparison.Ordinal);
        if (query.Contains("thunder", StringComparison.Ordinal))
            Assert.Contains("“A day of thunder” near Kirkuk: an airstrike", _bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_the_page_meets_is_told_too()
    {
        Wire(Pages.Item(_site, "/story"));
        _site.ServePage("/story");
        _bot.Set("Watchlists:1:Name", "refineries").Set("Watchlists:1:Query", "refinery").Set("Watchlists:1:Channels:0", "terminal");

        await _bot.RunOnceAsync("1d");

        Assert.Contains("Matched: refinery", _bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_and_author_are_the_page_s_where_the_feed_names_none()
    {
        Wire(Pages.Item(_site, "/story"));
        _site.ServePage("/story", Pages.Of(head: "<meta name='author' content='Nadim Qassab'>"));

        await _bot.RunOnceAsync("1d", "/recent author:Qassab AND lang:en");

        Assert.Contains("The latest about “author:Qassab AND lang:en”", _bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_place_is_enough_for_feeds_and_their_pages_and_a_site_is_asked_for_one_after_the_other()
    {
        var (now, most) = (0, 0);
        Wire([.. Enumerable.Range(1, 5).Select(i => Pages.Item(_site, $"/story/{i}", $"{Pages.Headline}, part {i} of the day"))]);
        for (var i = 1; i <= 5; i++)
        {
            var page = Pages.Of($"{Pages.Headline}, part {i} of the day");
            _site.On($"/story/{i}", async context =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Yield();
                Interlocked.Decrement(ref now);
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(page);
            });
        }

        await _bot.Set("Polling:Concurrency", "1").Set("Polling:PerHost", "1").Set("Articles:Timeout", "00:01:30").RunOnceAsync("1d");

        Assert.Equal(1, most);
        Assert.Equal(6, _bot.Terminal.Split("nobody was hurt").Length);
    }

    [Fact]
    public async Task A_page_that_takes_its_time_holds_up_its_own_feed_only()
    {
        var answer = new TaskCompletionSource();
        Wire();
        _site.Serve("/other", Rss.Feed());
        _site.On("/story", async context =>
        {
            await answer.Task;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(Pages.Of());
        });
        await _bot.Set("Feeds:1:Url", _site.Url("/other").AbsoluteUri).Set("Articles:Timeout", "00:01:30").StartAsync();
        await _bot.UntilAsync(() => _site.CountOf("/wire") > 1 && _site.CountOf("/other") > 1, "both feeds are known");

        Wire(Pages.Item(_site, "/story"));
        await _bot.UntilAsync(() => _site.CountOf("/story") == 1, "the page is asked for");
        _site.Serve("/other", Rss.Feed(Rss.Item("2", "Airstrike shuts the harbour of Basra in Iraq", $"<p>{new string('x', 800)}</p>")));
        await _bot.UntilTerminalShowsAsync("Airstrike shuts the harbour of Basra in Iraq");
        Assert.DoesNotContain(Pages.Headline, _bot.Terminal, StringComparison.Ordinal);

        answer.SetResult();
        await _bot.UntilTerminalShowsAsync("nobody was hurt");
    }

    [Fact]
    public async Task A_bot_that_is_stopped_in_between_tells_the_story_after_its_start()
    {
        Wire();
        _site.Hang("/story");
        await _bot.Set("Articles:Timeout", "00:01:30").StartAsync();
        await _bot.UntilAsync(() => _site.CountOf("/wire") > 1, "the feed is known");
        Wire(Pages.Item(_site, "/story"));
        await _bot.UntilAsync(() => _site.CountOf("/story") == 1, "the page is asked for");

        await _bot.StopAsync();
        _site.ServePage("/story");
        await _bot.StartAsync();
        await _bot.UntilTerminalShowsAsync("nobody was hurt");

        Assert.Equal(2, _bot.Terminal.Split(Pages.Headline).Length);
        Assert.Equal(2, _site.CountOf("/story"));
    }

    [Fact]
    public async Task An_alert_says_on_each_platform_that_it_knows_the_teaser_only()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Settings["Articles:Fetch"] = "true");
        room.Site.Answer("/story", 403);

        room.Wire(Pages.Item(room.Site, "/story"));
        var discord = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var slack = await room.Slack.MessageIn(Newsroom.SlackChannel);
        var pressed = await room.Discord.Press(discord, discord.CustomIds.Single(id => id.StartsWith("why:", StringComparison.Ordinal)), Newsroom.Server, Newsroom.Member);

        Assert.Contains(FromTeaser, (string?)discord.Body["embeds"]![0]!["footer"]!["text"], StringComparison.Ordinal);
        Assert.Contains(FromTeaser, slack.Visible, StringComparison.Ordinal);
        Assert.Contains("could not be had (HTTP 403 Forbidden)", pressed.Text, StringComparison.Ordinal);
    }

    private void Wire(params string[] items) => _site.Serve("/wire", Rss.Feed(items));

    /// <summary>What comes in place of the page.</summary>
    private void Come(string what, string path)
    {
        switch (what)
        {
            case "missing":
                _site.Answer(path, 404);
                break;
            case "forbidden":
                _site.Answer(path, 403);
                break;
            case "gone":
                _site.Answer(path, 410);
                break;
            case "broken":
                _site.Answer(path, 500);
                break;
            case "slow":
                _site.Hang(path);
                break;
            case "endless":
                _site.NeverEnd(path);
                break;
            case "a paper":
                _site.Serve(path, "%PDF-1.7", "application/pdf");
                break;
            case "to a private address":
                _site.Redirect(path, "http://10.0.0.1/admin");
                break;
            case "in a circle":
                _site.Redirect(path, path);
                break;
            case "to the front page":
                _site.Redirect(path, "/").ServePage("/", Pages.Of("Example Wire", Pages.Story));
                break;
            case "to the section":
                _site.Redirect(path, "/world").ServePage("/world", Pages.Of("World", Pages.Story));
                break;
            case "to a log-in":
                _site.Redirect(path, "/login?to=1").ServePage("/login?to=1", Pages.Of("Welcome back", "<p>Please enter your e-mail address and your password to go on, or make an account, which costs nothing.</p>"));
                break;
            case "to another story":
                _site.Redirect(path, "/latest").ServePage("/latest", Pages.Of("The morning in pictures", Pages.Story));
                break;
            case "a cookie wall":
                _site.ServePage(path, Pages.Of(story: "<p>We and our partners store and read information on your device, such as cookies, and process personal data. Please choose whether you accept.</p>"));
                break;
            case "a bot wall":
                _site.ServePage(path, "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>");
                break;
            case "scripts only":
                _site.ServePage(path, "<!DOCTYPE html><html><head><title>Example Wire</title></head><body><script>load()</script></body></html>");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody serves this.");
        }
    }
}
