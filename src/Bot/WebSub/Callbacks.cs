using System.Net.Mime;
using Bot.Storage;
using Microsoft.AspNetCore.Http;

namespace Bot.WebSub;

/// <summary>What hubs say at our callbacks: GET verifies or denies a subscription, POST delivers.</summary>
/// <remarks>https://www.w3.org/TR/websub/#hub-verifies-intent</remarks>
internal sealed partial class Callbacks(
    WebSubStore store, HubSubscriptions subscriptions, Deliveries deliveries, CallbackRates rates, TimeProvider time, ILogger<Callbacks> logger)
{
    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            var status = await StatusAsync(context);
            if (!context.Response.HasStarted)
                context.Response.StatusCode = status;
        }
        catch (BadHttpRequestException refused)
        {
            // Too large, too slow, or not HTTP: Kestrel knows which.
            context.Response.StatusCode = refused.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        catch (Exception surprise)
        {
            LogSurprise(surprise);
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private async Task<int> StatusAsync(HttpContext context)
    {
        if (CallbackPath.Read(context.Request.Path.Value) is not { } callback)
            return StatusCodes.Status404NotFound;
        if (!rates.MayLookUp())
            return Busy(context);
        if (await store.BehindAsync(callback, context.RequestAborted) is not { } subscription)
            return StatusCodes.Status404NotFound;
        if (!rates.MayCall(subscription.Id))
            return Busy(context);

        if (HttpMethods.IsGet(context.Request.Method))
            return await VerifyAsync(subscription, context);
        if (HttpMethods.IsPost(context.Request.Method))
            return await deliveries.TakeAsync(subscription, context);
        context.Response.Headers.Allow = "GET, POST";
        return StatusCodes.Status405MethodNotAllowed;
    }

    private static int Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return StatusCodes.Status429TooManyRequests;
    }

    private async Task<int> VerifyAsync(HubSubscription subscription, HttpContext context)
    {
        var query = context.Request.Query;
        string? Asked(string name) => query.TryGetValue(name, out var values) ? values[0] : null;

        if (Asked("hub.mode") == "denied" && Subscribing.IsTopic(subscription, Asked("hub.topic")))
            return await TakeDenialAsync(subscription, HubRequests.Words(Asked("hub.reason")), context.RequestAborted);
        if (Asked("hub.challenge") is not { Length: > 0 } challenge || !Subscribing.Expects(subscription, Asked("hub.mode"), Asked("hub.topic"), time.GetUtcNow()))
        {
            LogUnexpected(HubSubscriptions.Named(subscription));
            return StatusCodes.Status404NotFound;
        }

        // Looked at once more as it stands by now: it may have been given up, or moved to another hub, in between.
        var lease = Asked("hub.lease_seconds");
        var agreed = false;
        var result = await subscriptions.ChangeAsync(
            subscription.Id,
            one =>
            {
                agreed = one.Leaving == subscription.Leaving && one.Callback == subscription.Callback;
                return !agreed ? one : one.Leaving ? null : Subscribing.Verified(one, lease, time.GetUtcNow(), Random.Shared.NextDouble());
            },
            context.RequestAborted);
        if (!agreed)
            return StatusCodes.Status404NotFound;

        var named = HubSubscriptions.Named(subscription);
        if (result is null)
            LogLeft(named);
        else
            LogVerified(named, result.LeaseEnds ?? default);
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = MediaTypeNames.Text.Plain;
        context.Response.Headers.XContentTypeOptions = "nosniff"; // it is a stranger's text that we send back
        await context.Response.WriteAsync(challenge, context.RequestAborted);
        return StatusCodes.Status200OK;
    }

    private async Task<int> TakeDenialAsync(HubSubscription subscription, string reason, CancellationToken cancellationToken)
    {
        var told = reason.Length > 0 ? $"the hub denies it: {reason}" : "the hub denies it and does not say why";
        await subscriptions.ChangeAsync(
            subscription.Id,
            one => one.Leaving ? null : one.Callback == subscription.Callback ? Subscribing.Denied(one, told, time.GetUtcNow(), Random.Shared.NextDouble()) : one,
            cancellationToken);
        LogDenied(HubSubscriptions.Named(subscription), told);
        return StatusCodes.Status200OK;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "WebSub: subscribed to {Subscription} until {Until:u}.")]
    private partial void LogVerified(string subscription, DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Information, Message = "WebSub: no longer subscribed to {Subscription}.")]
    private partial void LogLeft(string subscription);

    [LoggerMessage(Level = LogLevel.Warning, Message = "WebSub: no subscription to {Subscription}: {Reason}.")]
    private partial void LogDenied(string subscription, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "WebSub: a request to verify what was not asked for was turned away ({Subscription}).")]
    private partial void LogUnexpected(string subscription);

    [LoggerMessage(Level = LogLevel.Error, Message = "WebSub: a hub's request met something unexpected; the hub is told to try again.")]
    private partial void LogSurprise(Exception exception);
}
