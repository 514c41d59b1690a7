using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Bot.WebSub;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.WebSub;

/// <summary>Where a feed names its hub, and which of its answers are listened to.</summary>
public sealed class HubNamingTests
{
    private const string Topic = "https://wire.example/feed?all";

    public static TheoryData<string> Dialects => ["rss", "rss-with-another-prefix", "atom", "json"];

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_hub_that_the_document_names_is_subscribed_to_and_delivers(string dialect)
    {
        await using var room = await HubRoom.OpenAsync(room => Serve(room, dialect));
        var request = await room.AskedAsync("subscribe");
        Assert.Equal(("/hub", Topic), (request.Path, request.Topic));
        Assert.True(await room.Hub.VerifyAsync(request));

        var (body, type) = Document(room, dialect, "Airstrike near Kirkuk");
        using var thanks = await room.Hub.DeliverAsync(request, body, type);
        Assert.Equal(StatusCodes.Status202Accepted, (int)thanks.StatusCode);
        await room.Bot.UntilTerminalShowsAsync("Airstrike near Kirkuk");
    }

    [Fact]
    public async Task The_headers_outrank_the_document()
    {
        await using var room = await HubRoom.OpenAsync(room =>
        {
            var (body, type) = Document(room, "rss", "Rain");
            room.Hubs = [room.Hub.Url("/of-the-header")];
            room.Site.On("/wire", context =>
            {
                room.NameHubs(context);
                context.Response.ContentType = type;
                return context.Response.WriteAsync(body);
            });
        });

        var request = await room.AskedAsync("subscribe");
        Assert.Equal(("/of-the-header", room.Topic), (request.Path, request.Topic));
    }

    [Fact]
    public async Task A_feed_that_never_changes_is_subscribed_to_once_there_is_a_public_address()
    {
        await using var room = await HubRoom.OpenAsync(room =>
        {
            room.Settings["WebSub:PublicUrl"] = "";
            Serve(room, "atom");
        });
        await room.UntilPolledAsync();

        await room.Bot.RestartAsync(new() { ["WebSub:PublicUrl"] = HubRoom.PublicUrl.AbsoluteUri });
        room.Connect();
        await room.UntilPolledAsync();
        Assert.Equal(Topic, (await room.AskedAsync("subscribe")).Topic);
        Assert.StartsWith("Nothing new", await StatusAsync(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_one_that_answers_not_modified_and_names_its_hub_in_the_headers()
    {
        await using var room = await HubRoom.OpenAsync(room =>
        {
            room.Settings["WebSub:PublicUrl"] = "";
            var body = Rss.Feed();
            room.Site.On("/wire", context =>
            {
                room.NameHubs(context);
                context.Response.Headers.ETag = "\"same\"";
                context.Response.ContentType = "application/rss+xml";
                if (context.Request.Headers.IfNoneMatch != "\"same\"")
                    return context.Response.WriteAsync(body);
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            });
        });
        await room.UntilPolledAsync();

        await room.Bot.RestartAsync(new() { ["WebSub:PublicUrl"] = HubRoom.PublicUrl.AbsoluteUri });
        room.Connect();
        await room.UntilPolledAsync();
        Assert.Equal("Nothing new since the last poll.", await StatusAsync(room));
        Assert.Equal(room.Topic, (await room.AskedAsync("subscribe")).Topic);
    }

    [Fact]
    public async Task What_the_hub_brought_while_a_poll_was_under_way_was_not_missed()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        var hubs = room.Bot.Services.GetRequiredService<HubSubscriptions>();
        var before = room.Clock.GetUtcNow();
        room.Clock.Advance(TimeSpan.FromSeconds(1));
        await room.Hub.DeliverAsync(request, Rss.Feed(room.Item("a", "Airstrike near Kirkuk")));
        room.Clock.Advance(TimeSpan.FromSeconds(1));

        await hubs.HearAsync(Found(before), default);
        Assert.Null((await room.SubscriptionAsync())!.MissedAt);
        await hubs.HearAsync(Found(room.Clock.GetUtcNow()), default);
        Assert.Equal(room.Clock.GetUtcNow(), (await room.SubscriptionAsync())!.MissedAt);

        PollNews Found(DateTimeOffset at) => new(new FeedId(1), [.. room.Hubs], room.Topic, Fresh: 1, at);
    }

    [Fact]
    public async Task A_ping_that_comes_while_a_poll_is_under_way_is_polled_for_after_it()
    {
        var (room, request) = await HubRoom.SubscribedAsync();
        await using var _ = room;
        await room.SettledAsync();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        room.Site.On("/wire", async context =>
        {
            asked.TrySetResult();
            await answer.Task;
            room.NameHubs(context);
            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync(Rss.Feed());
        });
        room.Clock.Advance(room.UntilNextPoll());
        await room.UntilAsync(() => asked.Task.IsCompleted, "the feed is asked for");

        room.Clock.Advance(TimeSpan.FromSeconds(1));
        using var thanks = await room.Hub.DeliverAsync(request, "something is new", "text/plain");
        room.Wire(room.Item("a", "Airstrike near Kirkuk"));
        answer.SetResult();
        await room.SettledAsync();

        Assert.InRange(room.UntilNextPoll(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await room.UntilPolledAsync();
        await room.Bot.UntilTerminalShowsAsync("Airstrike near Kirkuk");
    }

    private static void Serve(HubRoom room, string dialect)
    {
        var (body, type) = Document(room, dialect, "Rain");
        room.Site.Serve("/wire", body, type);
    }

    private static async Task<string> StatusAsync(HubRoom room) =>
        Assert.Single(await room.Bot.Services.GetRequiredService<FeedStore>().ListAsync([ScopeKey.Operator], default)).Status;

    private static (string Body, string Type) Document(HubRoom room, string dialect, string title)
    {
        var hub = room.Hub.Url("/hub");
        return dialect switch
        {
            "rss" => ($"""
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Wire</title><link>https://wire.example/</link>
                <atom:link rel="hub" href="{hub}"/><atom:link rel="self" type="application/rss+xml" href="{Topic}"/>
                <item><guid>{title}</guid><title>{title}</title></item></channel></rss>
                """, "application/rss+xml"),
            "rss-with-another-prefix" => ($"""
                <rss version="2.0" xmlns:a10="http://www.w3.org/2005/Atom"><channel><title>Wire</title>
                <a10:link rel="self" href="{Topic}"/><a10:link href="{hub}" rel="hub"></a10:link>
                <item><guid>{title}</guid><title>{title}</title></item></channel></rss>
                """, "application/rss+xml"),
            "atom" => ($"""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>urn:wire</id>
                <link rel="alternate" href="https://wire.example/"/><link rel="self" href="{Topic}"/><link rel="hub" href="{hub}"/>
                <entry><id>urn:{title.Replace(' ', '-')}</id><title>{title}</title></entry></feed>
                """, "application/atom+xml"),
            _ => ($$"""
                {"version":"https://jsonfeed.org/version/1.1","title":"Wire","feed_url":"{{Topic}}",
                 "hubs":[{"type":"rssCloud","url":"https://cloud.example/"},{"type":"WebSub","url":"{{hub}}"}],
                 "items":[{"id":"{{title}}","title":"{{title}}","content_text":""}]}
                """, "application/feed+json"),
        };
    }
}
