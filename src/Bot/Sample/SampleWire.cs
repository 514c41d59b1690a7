using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Sample;

/// <summary>A feed that the sample wire serves.</summary>
internal sealed record SampleSource(Uri Url, string Name, string Publisher);

/// <summary>
/// A small news site on a free loopback port, for a bot that has nothing configured: two publishers, a feed each,
/// fictional stories that come out one after the other. It is polled over HTTP like any other site.
/// </summary>
internal sealed class SampleWire : IAsyncDisposable
{
    /// <summary>How long after one story the next comes out, unless told otherwise.</summary>
    public static readonly TimeSpan DefaultPace = TimeSpan.FromSeconds(5);

    // A feed's clock starts with its first poll. What the first poll finds counts as known already, so a story
    // that came out before it would never be shown.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _firstPolls = new();
    private readonly ImmutableArray<SampleStory> _stories = SampleStory.ReadAll();
    private readonly ImmutableArray<SampleFeed> _feeds = [new SampleFeed.Rss("Tigris Wire"), new SampleFeed.Atom("Gulf Courier")];
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly TimeSpan _pace;

    private SampleWire(WebApplication app, TimeProvider time, TimeSpan pace)
    {
        _app = app;
        _time = time;
        _pace = pace;
    }

    /// <summary>The site's address, with a slash at its end.</summary>
    public Uri Address { get; private set; } = null!;

    public ImmutableArray<SampleSource> Sources { get; private set; } = [];

    public static async Task<SampleWire> StartAsync(TimeProvider time, TimeSpan pace, CancellationToken cancellationToken)
    {
        // The empty builder reads no settings: ASPNETCORE_URLS is meant for other programs.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var wire = new SampleWire(app, time, pace);
        app.Run(wire.AnswerAsync);
        await app.StartAsync(cancellationToken);

        wire.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        wire.Sources = [.. wire._feeds.Select(feed => new SampleSource(new Uri(wire.Address, feed.Path), feed.Publisher, feed.Publisher))];
        return wire;
    }

    public static Task<SampleWire> StartAsync(TimeProvider time, CancellationToken cancellationToken) =>
        StartAsync(time, DefaultPace, cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value;
        if (_feeds.FirstOrDefault(feed => feed.Path == path) is { } feed)
            return AnswerWithFeedAsync(context, feed);
        if (_stories.FirstOrDefault(story => SampleStory.PathOf(story.Publisher, story.Slug) == path) is { } story)
            return AnswerWithPageAsync(context, story);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task AnswerWithFeedAsync(HttpContext context, SampleFeed feed)
    {
        var stories = Out(feed.Publisher);
        var etag = $"\"{stories.Count}-{stories[0].Story.Slug}\"";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = feed.ContentType;
        await context.Response.Body.WriteAsync(feed.Write(Address, stories), context.RequestAborted);
    }

    /// <summary>What a publisher has out by now, newest first.</summary>
    private List<PublishedStory> Out(string publisher)
    {
        var now = _time.GetUtcNow();
        var start = _firstPolls.GetOrAdd(publisher, now);
        List<PublishedStory> stories = [];
        for (var i = 0; i < _stories.Length; i++)
        {
            var at = PublicationTime(i, start);
            if (_stories[i].Publisher == publisher && at <= now)
                stories.Insert(0, new PublishedStory(_stories[i], at));
        }

        return stories;
    }

    // The publishers' first stories are old news at the first poll; the others follow, one in each pace.
    private DateTimeOffset PublicationTime(int index, DateTimeOffset start)
    {
        var old = _stories.Count(story => story.Slug.StartsWith("00", StringComparison.Ordinal));
        return index < old ? start - TimeSpan.FromHours(3) : start + _pace * (index - old + 0.5);
    }

    private static Task AnswerWithPageAsync(HttpContext context, SampleStory story)
    {
        var title = WebUtility.HtmlEncode(story.Title);
        context.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{title} | {story.Publisher}</title></head>
            <body>
            <p>{story.Publisher}: fiction, a sample that ships with the bot.</p>
            <article>
            <h1>{title}</h1>
            {story.Body}
            </article>
            </body>
            </html>
            """, context.RequestAborted);
    }

    /// <summary>The wire stops when its owner disposes it, and not at Ctrl+C, which is the bot's to hear.</summary>
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
