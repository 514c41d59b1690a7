using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;
using Bot.WebSub;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.WebSub;

/// <summary>The whole bot, a feed site, and a hub, on a moved clock.</summary>
public sealed class WebSubTests
{
    [Fact]
    public async Task A_delivery_is_told_without_a_poll()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        Assert.Equal(room.Topic, request.Topic);
        var polls = room.Polls;

        using var thanks = await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("a", "Airstrike near Kirkuk")));
        Assert.Equal(HttpStatusCode.Accepted, thanks.StatusCode);
        Assert.False(thanks.Headers.Contains("Server"));
        Assert.DoesNotContain(room.Bot.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
        await room.Bot.UntilTerminalShowsAsync("Airstrike near Kirkuk");
        Assert.Equal(polls, room.Polls);

        // The hub brings a part of the feed; what polling finds next is the whole of it, and all known.
        room.Wire(room.Item("b", "Airstrike on a bridge"), room.Item("a", "Airstrike near Kirkuk"));
        using var again = await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("b", "Airstrike on a bridge")), method: "sha1");
        await room.Bot.UntilTerminalShowsAsync("Airstrike on a bridge");
        await room.UntilPolledAsync();
        Assert.Equal(1, Count(room.Bot.Terminal, "Airstrike near Kirkuk"));
        Assert.Equal(1, Count(room.Bot.Terminal, "Airstrike on a bridge"));
    }

    [Fact]
    public async Task A_delivery_that_is_not_signed_as_agreed_is_thanked_for_and_thrown_away()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        foreach (var (method, secret) in new[] { ("sha256", "not the secret, but as long as one would be"), (null, null), ("sha512", new string('x', 43)) })
        {
            using var thanks = await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("forged", "Airstrike on a lie")), method: method, secret: secret);
            Assert.Equal(HttpStatusCode.Accepted, thanks.StatusCode);
        }

        await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("true", "Airstrike near Kirkuk")));
        await room.Bot.UntilTerminalShowsAsync("Airstrike near Kirkuk");
        Assert.DoesNotContain("lie", room.Bot.Terminal, StringComparison.Ordinal);
        Assert.Equal(3, room.Bot.Log.Count(line => line.Contains("thrown away", StringComparison.Ordinal)));
        Assert.DoesNotContain(room.Bot.Log, line => line.Contains(request.Secret!, StringComparison.Ordinal) || line.Contains(request.Callback.Segments[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ping_that_carries_no_feed_makes_the_bot_poll()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        room.Wire(room.Item("a", "Airstrike near Kirkuk"));
        room.Clock.Advance(TimeSpan.FromMinutes(1));

        using var thanks = await room.Hub.DeliverAsync(request, "something is new", "text/plain");
        Assert.Equal(HttpStatusCode.Accepted, thanks.StatusCode);
        await room.UntilAsync(() => room.Bot.Terminal.Contains("Airstrike near Kirkuk", StringComparison.Ordinal), "the poll's news are told");
        Assert.True((await room.FeedAsync()).HubDelivers);
    }

    [Fact]
    public async Task What_cannot_be_saved_is_the_hubs_to_bring_again()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        using (var connection = room.Bot.Services.GetRequiredService<Database>().Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE articles RENAME TO articles_away";
            command.ExecuteNonQuery();
            using var refused = await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("a", "Airstrike near Kirkuk")));
            Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
            Assert.Equal("", await refused.Content.ReadAsStringAsync());

            command.CommandText = "ALTER TABLE articles_away RENAME TO articles";
            command.ExecuteNonQuery();
        }

        using var thanks = await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("a", "Airstrike near Kirkuk")));
        Assert.Equal(HttpStatusCode.Accepted, thanks.StatusCode);
        await room.Bot.UntilTerminalShowsAsync("Airstrike near Kirkuk");
    }

    [Fact]
    public async Task A_challenge_is_echoed_as_plain_text_and_only_for_what_was_asked()
    {
        await using var room = await HubRoom.OpenAsync();
        var request = await room.AskedAsync("subscribe");

        using (var other = await room.Hub.CallAsync(request, topic: "https://other.example/rss"))
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using (var opposite = await room.Hub.CallAsync(request, mode: "unsubscribe"))
            Assert.Equal(HttpStatusCode.NotFound, opposite.StatusCode);
        using (var nothing = await room.Hub.CallAsync(request, challenge: null))
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        using (var unknown = await room.Hub.CallAsync(request with { Callback = new Uri($"https://alerts.example.test/news/websub/{new string('A', 43)}") }))
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using (var root = await room.Hub.CallAsync(request with { Callback = new Uri("https://alerts.example.test/") }))
            Assert.Equal(HttpStatusCode.NotFound, root.StatusCode);
        Assert.Null((await room.SubscriptionAsync())!.LeaseEnds);

        using var echo = await room.Hub.CallAsync(request, challenge: "<script>1&2 +ü", lease: "86400");
        Assert.Equal(HttpStatusCode.OK, echo.StatusCode);
        Assert.Equal("text/plain", echo.Content.Headers.ContentType!.MediaType);
        Assert.Equal("<script>1&2 +ü", await echo.Content.ReadAsStringAsync());
        Assert.Equal(room.Clock.GetUtcNow().AddDays(1), (await room.SubscriptionAsync())!.LeaseEnds!.Value, TimeSpan.FromSeconds(1));

        var standing = await room.Bot.Services.GetRequiredService<WebSubStore>().StandingAsync((await room.FeedAsync()).Id, default);
        Assert.Equal((room.Hubs[0], false, null), (standing!.Hub, standing.Delivers, standing.Trouble));
    }

    [Fact]
    public async Task A_lease_is_renewed_before_it_ends_and_deliveries_go_on()
    {
        var (room, request) = await HubRoom.SubscribedAsync(TimeSpan.FromDays(2));
        await using var _ = room;
        room.Clock.Advance(TimeSpan.FromDays(1.4));
        await room.UntilPolledAsync();
        Assert.Equal(1, room.Hub.CountOf("subscribe"));

        room.Clock.Advance(TimeSpan.FromDays(0.3));
        var renewal = await room.AskedAsync("subscribe", 2);
        Assert.Equal(request, renewal);
        Assert.True(await room.Hub.VerifyAsync(renewal, TimeSpan.FromDays(2)));
        Assert.True((await room.SubscriptionAsync())!.LeaseEnds > room.Clock.GetUtcNow().AddDays(1.9));
    }

    [Fact]
    public async Task A_denial_is_kept_with_its_reason_and_the_next_hub_is_asked()
    {
        await using var room = await HubRoom.OpenAsync(room => room.Hubs = [room.Hub.Url("/hub"), room.Hub.Url("/other")]);
        var request = await room.AskedAsync("subscribe");
        Assert.Equal("/hub", request.Path);

        using var heard = await room.Hub.CallAsync(request, mode: "denied", challenge: null, reason: "unknown\ntopic");
        Assert.Equal(HttpStatusCode.OK, heard.StatusCode);
        var standing = await room.Bot.Services.GetRequiredService<WebSubStore>().StandingAsync((await room.FeedAsync()).Id, default);
        Assert.Equal("the hub denies it: unknown topic", standing!.Trouble);

        var second = await room.AskedAsync("subscribe", 2);
        Assert.Equal("/other", second.Path);
        Assert.False(await room.Hub.VerifyAsync(request));
        Assert.True(await room.Hub.VerifyAsync(second));
    }

    [Fact]
    public async Task A_hub_that_refuses_is_left_for_the_next_and_a_redirect_is_followed()
    {
        await using var room = await HubRoom.OpenAsync(room =>
        {
            room.Hubs = [room.Hub.Url("/closed"), room.Hub.Url("/moved")];
            room.Hub.Answer("/closed", 403, body: "no room for you");
            room.Hub.Answer("/moved", 308, $"Location: {room.Hub.Url("/moved/here")}");
        });
        await room.AskedAsync("subscribe");
        await room.UntilAsync(() => room.SubscriptionAsync().GetAwaiter().GetResult()?.Failures == 1, "the refusal is written down");
        Assert.Equal("127.0.0.1 answered HTTP 403 Forbidden: no room for you", (await room.SubscriptionAsync())!.Note);

        await room.UntilAsync(() => room.Hub.Requests.Any(request => request.Path == "/moved/here"), "the second hub is asked where it is now");
        Assert.True(await room.Hub.VerifyAsync(room.Hub.Requests[^1]));
    }

    [Fact]
    public async Task Another_host_that_a_hub_sends_us_to_gets_a_secret_of_its_own()
    {
        await using var other = await FakeHub.StartAsync(HubRoom.PublicUrl);
        await using var room = await HubRoom.OpenAsync(room => room.Hub.Answer("/hub", 307, $"Location: {other.Url("/there")}"));
        other.Subscriber = room.Hub.Subscriber;
        var first = await room.AskedAsync("subscribe");
        await room.UntilAsync(() => other.CountOf("subscribe") == 1, "the other host is asked");
        var second = other.Requests[0];
        Assert.Equal((first.Topic, "/there"), (second.Topic, second.Path));
        Assert.NotEqual(first.Secret, second.Secret);
        Assert.NotEqual(first.Callback, second.Callback);

        Assert.False(await room.Hub.VerifyAsync(first));
        Assert.True(await other.VerifyAsync(second));
        using var thanks = await other.DeliverAsync(second, Rss.Feed(room.Item("a", "Airstrike near Kirkuk")));
        await room.Bot.UntilTerminalShowsAsync("Airstrike near Kirkuk");

        // Polling reads the same hub as before, and changes nothing.
        await room.UntilPolledAsync();
        Assert.Equal((1, 0), (other.CountOf("subscribe"), other.CountOf("unsubscribe")));
    }

    [Fact]
    public async Task Hosts_that_send_us_on_and_on_are_given_up()
    {
        await using var other = await FakeHub.StartAsync(HubRoom.PublicUrl);
        await using var room = await HubRoom.OpenAsync(room =>
        {
            room.Hub.Answer("/hub", 308, $"Location: {other.Url("/there")}");
            other.Answer("/there", 308, $"Location: {room.Hub.Url("/hub")}");
        });

        await room.UntilAsync(() => room.SubscriptionAsync().GetAwaiter().GetResult()?.Failures == 1, "it is given up");
        Assert.Equal("127.0.0.1 leads over more than 3 hosts", (await room.SubscriptionAsync())!.Note);
        Assert.Equal(3, room.Hub.CountOf("subscribe") + other.CountOf("subscribe"));
    }

    [Theory]
    [InlineData("https://hub.example/", "https://hub.example/here", "may know")]
    [InlineData("http://hub.example/", "http://hub.example/here", "may know")]
    [InlineData("http://hub.example/", "https://hub.example/", "may know")]
    [InlineData("https://hub.example/", "https://HUB.example:443/", "may know")]
    [InlineData("https://hub.example/", "http://hub.example/", "refused")]
    [InlineData("https://hub.example/", "http://other.example/", "refused")]
    [InlineData("https://hub.example/", "https://other.example/", "elsewhere")]
    [InlineData("https://hub.example/", "https://hub.example:8443/", "elsewhere")]
    [InlineData("https://hub.example/", "https://hub.example.other.example/", "elsewhere")]
    [InlineData("http://hub.example/", "http://other.example/", "elsewhere")]
    public void A_redirect_takes_the_secret_only_where_it_was_meant_to_go(string from, string to, string outcome) =>
        Assert.Equal(outcome, HubRequests.WhoMayNotKnow(new Uri(from), new Uri(to)) switch
        {
            null => "may know",
            HubAnswer.Elsewhere elsewhere when elsewhere.Hub == new Uri(to) => "elsewhere",
            HubAnswer.Refused => "refused",
            var answer => $"{answer}",
        });

    [Fact]
    public async Task A_feed_that_names_another_topic_is_subscribed_to_anew()
    {
        var (room, old) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        room.Topic = "https://wire.example/new";
        room.Wire(room.Item("a", "Rain"));
        await room.UntilPolledAsync();

        var farewell = await room.AskedAsync("unsubscribe");
        Assert.Equal((old.Topic, old.Callback), (farewell.Topic, farewell.Callback));
        Assert.True(await room.Hub.VerifyAsync(farewell));
        var fresh = await room.AskedAsync("subscribe", 2);
        Assert.Equal("https://wire.example/new", fresh.Topic);
        Assert.NotEqual(old.Callback, fresh.Callback);
        using var gone = await room.Hub.DeliverAsync(old, Rss.Feed());
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_feed_that_nobody_follows_any_more_is_unsubscribed_from()
    {
        await using var room = await HubRoom.OpenAsync(room =>
        {
            room.Settings.Remove("Feeds:0:Url");
            room.Settings.Remove("Feeds:0:Name");
        });
        var feeds = room.Bot.Services.GetRequiredService<FeedStore>();
        await feeds.FollowAsync(ScopeKey.Discord("1"), room.Site.Url("/wire"), "Wire", channel: null, "test", room.Clock.GetUtcNow(), default);
        var request = await room.AskedAsync("subscribe");
        Assert.True(await room.Hub.VerifyAsync(request));

        Assert.True(await feeds.UnfollowAsync(ScopeKey.Discord("1"), (await room.FeedAsync()).Id, default));
        var farewell = await room.AskedAsync("unsubscribe");
        Assert.Equal((request.Topic, request.Callback, null), (farewell.Topic, farewell.Callback, farewell.Secret));
        using (var late = await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("a", "Airstrike near Kirkuk"))))
            Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.True(await room.Hub.VerifyAsync(farewell));
        using (var over = await room.Hub.DeliverAsync(request, Rss.Feed()))
            Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
    }

    [Fact]
    public async Task Polling_is_rare_while_the_hub_delivers_and_as_ever_when_it_falls_silent()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        await room.UntilPolledAsync();
        Assert.True(room.UntilNextPoll() < TimeSpan.FromMinutes(10));

        await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("a", "Airstrike near Kirkuk")));
        Assert.True((await room.FeedAsync()).HubDelivers);
        await room.UntilPolledAsync();
        Assert.True(room.UntilNextPoll() > TimeSpan.FromMinutes(50));

        // The hub keeps something back. Polling finds it, gives the hub ten minutes, and then no longer relies on it.
        room.Wire(room.Item("b", "Airstrike on a bridge"));
        await room.UntilPolledAsync();
        Assert.True((await room.FeedAsync()).HubDelivers);
        await room.UntilPolledAsync();
        Assert.False((await room.FeedAsync()).HubDelivers);
        Assert.True(room.UntilNextPoll() < TimeSpan.FromMinutes(10));
        Assert.Contains(room.Bot.Log, line => line.Contains("does not deliver what is new", StringComparison.Ordinal));

        // It earns it back.
        await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("c", "Airstrike at sea")));
        Assert.True((await room.FeedAsync()).HubDelivers);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_and_a_caller_that_hurries_is_slowed()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        using (var large = await room.Hub.DeliverAsync(request, new string('x', 100_001)))
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 70; i++)
        {
            using var answer = await room.Hub.CallAsync(request, topic: "https://other.example/");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await room.Hub.DeliverAsync(request, Rss.Feed());
        Assert.Equal(HttpStatusCode.Accepted, later.StatusCode);
    }

    [Fact]
    public async Task A_caller_that_dribbles_is_turned_away()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        var at = room.Hub.Reachable(request.Callback);
        using var slow = new TcpClient();
        await slow.ConnectAsync(at.Host, at.Port);
        var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {at.PathAndQuery} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nX-Hub-Signature: sha1=00\r\n\r\n<rss>"));

        var head = new byte[64];
        var answer = stream.ReadAsync(head).AsTask();
        await room.Bot.UntilAsync(
            () =>
            {
                room.Clock.Advance(TimeSpan.FromMinutes(1));
                return answer.IsCompleted;
            }, "it is answered");
        Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(head, 0, await answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_moves_to_another_public_address_subscribes_from_there()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        await room.Bot.RestartAsync(new() { ["WebSub:PublicUrl"] = "https://alerts.example.test/news/two" });
        room.Connect();

        var moved = await room.AskedAsync("subscribe", 2);
        Assert.StartsWith("https://alerts.example.test/news/two/websub/", moved.Callback.AbsoluteUri, StringComparison.Ordinal);
        using (var old = await room.Hub.DeliverAsync(request, Rss.Feed()))
            Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.True(await room.Hub.VerifyAsync(moved));
    }

    [Fact]
    public async Task A_restart_keeps_subscription_and_secret()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        await room.Bot.RestartAsync();
        room.Connect();

        await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("a", "Airstrike near Kirkuk")));
        await room.Bot.UntilTerminalShowsAsync("Airstrike near Kirkuk");
        Assert.Equal(1, room.Hub.CountOf("subscribe"));
    }

    [Fact]
    public async Task Without_a_public_address_nothing_is_listened_on_and_no_hub_is_asked()
    {
        await using var room = await HubRoom.OpenAsync(room => room.Settings["WebSub:PublicUrl"] = "");
        await room.UntilPolledAsync(2);

        Assert.Null(room.Bot.Services.GetService<CallbackListener>());
        Assert.Empty(room.Hub.Requests);
        Assert.Null(await room.SubscriptionAsync());
    }

    [Fact]
    public async Task When_the_public_address_is_taken_away_no_feed_waits_for_its_hub()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("a", "Airstrike near Kirkuk")));
        Assert.True((await room.FeedAsync()).HubDelivers);

        await room.Bot.RestartAsync(new() { ["WebSub:PublicUrl"] = null });
        await room.UntilPolledAsync(2);
        Assert.False((await room.FeedAsync()).HubDelivers);
        Assert.Null(await room.SubscriptionAsync());
    }

    [Theory]
    [InlineData("WebSub:PublicUrl", "alerts.example.org")]
    [InlineData("WebSub:PublicUrl", "https://alerts.example.org/?key=1")]
    [InlineData("WebSub:Listen", "8080")]
    [InlineData("WebSub:Listen", "http://192.0.2.1:8080")] // no address of this machine
    [InlineData("WebSub:Hub", "https://hub.example/")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        await using var bot = BotUnderTest.With(new() { ["WebSub:PublicUrl"] = "https://alerts.example.org", [key] = value });

        var problem = await Assert.ThrowsAnyAsync<Exception>(bot.StartAsync);

        Assert.Contains(key, Assert.Single(Settings.Explain(problem)!), StringComparison.Ordinal);
    }

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
