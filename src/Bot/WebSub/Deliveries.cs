using Bot.Polling;
using Bot.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using News.Feeds;

namespace Bot.WebSub;

/// <summary>
/// Takes in what hubs deliver: the feed, or the part of it that is new. It goes the way of a poll's, and the hub is thanked
/// when it is saved; what could not be saved is the hub's to bring again.
/// </summary>
/// <remarks>https://www.w3.org/TR/websub/#content-distribution</remarks>
internal sealed partial class Deliveries(
    FeedStore feeds, NewsPipeline pipeline, HubSubscriptions subscriptions, IOptions<PollingOptions> options, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<Deliveries> logger) : IDisposable
{
    // What is read in is held in memory: this many bodies of Polling:MaxBodyBytes at most.
    private const int AtOnce = 8;

    private static readonly TimeSpan PatienceForPlace = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly PollingOptions _options = options.Value;

    /// <returns>The status that the hub is answered with.</returns>
    public async Task<int> TakeAsync(HubSubscription subscription, HttpContext context)
    {
        if (subscription.Leaving || await feeds.FindAsync(subscription.Feed, context.RequestAborted) is not { } feed)
            return StatusCodes.Status410Gone;
        if (context.Request.ContentLength > _options.MaxBodyBytes)
            return StatusCodes.Status413PayloadTooLarge;
        if (!await _places.WaitAsync(PatienceForPlace, context.RequestAborted))
        {
            context.Response.Headers.RetryAfter = "30";
            return StatusCodes.Status503ServiceUnavailable;
        }

        try
        {
            return await TakeAsync(subscription, feed, context);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<int> TakeAsync(HubSubscription subscription, DueFeed feed, HttpContext context)
    {
        var (status, body) = await ReadAsync(context);
        if (status != StatusCodes.Status200OK)
            return status;

        // A forged delivery is answered like a true one: whoever guesses at signatures learns nothing.
        var request = context.Request;
        if (!HubSignature.IsValid(request.Headers[HubSignature.Header], body.Span, subscription.Secret))
        {
            LogForged(feed.Name, request.Headers.ContainsKey(HubSignature.Header) ? "its signature is wrong" : "it is not signed");
            return StatusCodes.Status202Accepted;
        }

        // From here on neither the hub's patience matters nor that the bot begins to stop: what was brought is taken in.
        var stopped = lifetime.ApplicationStopped;
        await TakeAsync(subscription, feed, await InflatedAsync(body, request, stopped), request.ContentType, stopped);
        return StatusCodes.Status202Accepted;
    }

    private async Task TakeAsync(
        HubSubscription subscription, DueFeed feed, ReadOnlyMemory<byte> body, string? contentType, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (feed.Primed && FeedParser.Parse(body, contentType, Base(subscription, feed)) is FeedReading.Read(var parsed))
        {
            var report = await pipeline.ProcessPartAsync(feed, parsed, now, _options.OldAfter, cancellationToken);
            await subscriptions.ChangeAsync(subscription.Id, one => HubTrust.Delivered(one, report.Fresh, now), cancellationToken);
            LogDelivered(feed.Name, report.Fresh, parsed.Items.Length);
            return;
        }

        // Some hubs only say that there is something new, and some feeds come as what they are not.
        await feeds.PollSoonAsync(feed.Id, now, _options.MinimumInterval, cancellationToken);
        await subscriptions.ChangeAsync(subscription.Id, one => HubTrust.Pinged(one, now), cancellationToken);
        LogPinged(feed.Name);
    }

    /// <summary>The body as it came, which is what is signed. Who sends it too slowly is turned away.</summary>
    private async Task<(int Status, ReadOnlyMemory<byte> Body)> ReadAsync(HttpContext context)
    {
        using var deadline = new CancellationTokenSource(_options.Timeout, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, deadline.Token);
        try
        {
            return await FeedBody.ReadAsync(context.Request.Body, context.Request.ContentLength, _options.MaxBodyBytes, limit.Token) is { } body
                ? (StatusCodes.Status200OK, body)
                : (StatusCodes.Status413PayloadTooLarge, default);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return (StatusCodes.Status408RequestTimeout, default);
        }
    }

    private async Task<ReadOnlyMemory<byte>> InflatedAsync(ReadOnlyMemory<byte> body, HttpRequest request, CancellationToken cancellationToken)
    {
        var codings = request.Headers.ContentEncoding
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (codings.Count == 0)
            return body;
        return await FeedBody.ReadAsync(new MemoryStream(body.ToArray()), codings, body.Length, _options.MaxBodyBytes, cancellationToken)
            is FeedBody.Reading.Complete complete ? complete.Body : default;
    }

    private static Uri Base(HubSubscription subscription, DueFeed feed) =>
        Uri.TryCreate(subscription.Topic, UriKind.Absolute, out var topic) ? topic : FeedAddress.WithoutCredentials(feed.Url);

    [LoggerMessage(Level = LogLevel.Information, Message = "WebSub: the hub of {Feed} delivered: {Fresh} new of {Items} items.")]
    private partial void LogDelivered(string feed, int fresh, int items);

    [LoggerMessage(Level = LogLevel.Information, Message = "WebSub: the hub of {Feed} says that there is something new; it is polled.")]
    private partial void LogPinged(string feed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "WebSub: a delivery for {Feed} was thrown away: {Reason}.")]
    private partial void LogForged(string feed, string reason);
}
