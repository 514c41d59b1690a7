using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>
/// One websocket to the gateway from hello to close.
/// https://discord.com/developers/docs/events/gateway#connection-lifecycle
/// </summary>
/// <param name="shard">Which one of how many.</param>
/// <param name="session">The session to resume; null to identify.</param>
/// <param name="dispatch">Takes each event; must return soon and never throw.</param>
internal sealed partial class GatewayConnection(
    string token,
    (int Index, int Count) shard,
    GatewaySession? session,
    Action<string, JsonElement> dispatch,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    private const int MostDeflated = 32 * 1024 * 1024;
    private const WebSocketCloseStatus Resumable = (WebSocketCloseStatus)4000;

    private static readonly TimeSpan PatienceForConnect = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PatienceForHello = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PatienceForClose = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly ZlibStreamReader _zlib = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly MemoryStream _message = new();
    private readonly byte[] _chunk = new byte[16 * 1024];

    /// <summary>Ends the heartbeats with the connection.</summary>
    private readonly CancellationTokenSource _ended = new();

    private Task _heartbeats = Task.CompletedTask;
    private bool _greeted;
    private long? _sequence = session?.Sequence;
    private volatile bool _acknowledged = true;
    private volatile bool _isZombie;

    /// <summary>The session as it stands; null before READY.</summary>
    public GatewaySession? Session { get; private set; } = session;

    /// <summary>READY or RESUMED came: the connection worked.</summary>
    public bool WasReady { get; private set; }

    public void Dispose()
    {
        _socket.Dispose();
        _zlib.Dispose();
        _sending.Dispose();
        _message.Dispose();
        _ended.Dispose();
    }

    /// <summary>Connects, and runs until the connection ends. Throws where the bot stops.</summary>
    public async Task<ConnectionEnd> RunAsync(Uri gateway, CancellationToken stoppingToken)
    {
        using var leaving = new CancellationTokenSource();
        await using var _ = stoppingToken.Register(() => Leave(leaving));
        try
        {
            await ConnectAsync(gateway, leaving.Token);
            return await ReceiveAsync(leaving.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return new ConnectionEnd.MayResume("Discord did not answer in time");
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or InvalidDataException or HttpRequestException
            && !stoppingToken.IsCancellationRequested)
        {
            return new ConnectionEnd.MayResume(_isZombie
                ? "Discord stopped acknowledging heartbeats"
                : failure is InvalidDataException ? "what came could not be inflated" : "the connection dropped");
        }
        finally
        {
            await _ended.CancelAsync();
            await _heartbeats;
            await CloseAsync(Resumable);
            stoppingToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Ends the session, so that the bot shows as offline at once. A receive that is cancelled would break the connection
    /// before the goodbye, so it is left a moment to see Discord's.
    /// </summary>
    private void Leave(CancellationTokenSource leaving)
    {
        _ = CloseAsync(WebSocketCloseStatus.NormalClosure);
        leaving.CancelAfter(PatienceForClose);
    }

    private async Task ConnectAsync(Uri gateway, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PatienceForConnect, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        if (gateway.IsLoopback)
            _socket.Options.Proxy = null;
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await _socket.ConnectAsync(WithQuery(gateway), either.Token);
    }

    /// <summary>Discord's addresses come without the query; one that was set by hand may have a path of its own.</summary>
    private static Uri WithQuery(Uri gateway) =>
        new UriBuilder(gateway) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri;

    private async Task<ConnectionEnd> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var hello = new CancellationTokenSource(PatienceForHello, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hello.Token, cancellationToken);
        while (true)
        {
            var waiting = _greeted ? cancellationToken : either.Token;
            var (kind, isWhole) = await ReadMessageAsync(waiting);
            if (kind == WebSocketMessageType.Close)
            {
                return _isZombie
                    ? new ConnectionEnd.MayResume("Discord stopped acknowledging heartbeats")
                    : ConnectionEnd.OfCloseCode((int?)_socket.CloseStatus);
            }

            if (!isWhole)
                return new ConnectionEnd.MayResume($"a message of more than {MostDeflated / 1024 / 1024} MiB came");
            if (Read(kind) is { } payload && await HandleAsync(payload, cancellationToken) is { } end)
                return end;
        }
    }

    /// <summary>Reads one message into <see cref="_message"/>: several frames, or several messages up to a flush.</summary>
    private async Task<(WebSocketMessageType Kind, bool IsWhole)> ReadMessageAsync(CancellationToken cancellationToken)
    {
        _message.SetLength(0);
        while (true)
        {
            var received = await _socket.ReceiveAsync(_chunk.AsMemory(), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
                return (received.MessageType, true);

            _message.Write(_chunk, 0, received.Count);
            if (_message.Length > MostDeflated)
                return (received.MessageType, false);
            if (received.EndOfMessage && (received.MessageType == WebSocketMessageType.Text || ZlibStreamReader.IsWhole(Received)))
                return (received.MessageType, true);
        }
    }

    private ReadOnlySpan<byte> Received => _message.GetBuffer().AsSpan(0, (int)_message.Length);

    private GatewayPayload? Read(WebSocketMessageType kind)
    {
        // A server that does not compress sends text.
        var json = kind == WebSocketMessageType.Text ? _message.GetBuffer().AsMemory(0, (int)_message.Length) : _zlib.Inflate(Received);
        if (json is null)
        {
            LogTooLong(ZlibStreamReader.MostInflated / 1024 / 1024);
            return null;
        }

        var payload = GatewayPayload.TryRead(json.Value.Span);
        if (payload is null)
            LogUnreadable(json.Value.Length);
        return payload;
    }

    private async Task<ConnectionEnd?> HandleAsync(GatewayPayload payload, CancellationToken cancellationToken)
    {
        switch (payload.Op)
        {
            case GatewayOp.Hello:
                await HelloAsync(payload.Data, cancellationToken);
                return null;
            case GatewayOp.Heartbeat:
                await SendAsync(GatewayPayload.Heartbeat(_sequence), cancellationToken);
                return null;
            case GatewayOp.HeartbeatAck:
                _acknowledged = true;
                return null;
            case GatewayOp.Reconnect:
                return new ConnectionEnd.MayResume("Discord asked to reconnect");
            case GatewayOp.InvalidSession:
                return payload.Data.ValueKind == JsonValueKind.True
                    ? new ConnectionEnd.MayResume("Discord asked to resume")
                    : new ConnectionEnd.MustIdentify("the session is no longer valid");
            case GatewayOp.Dispatch:
                Dispatch(payload);
                return null;
            default:
                return null;
        }
    }

    private async Task HelloAsync(JsonElement hello, CancellationToken cancellationToken)
    {
        var interval = TimeSpan.FromMilliseconds(Math.Clamp(hello.Number("heartbeat_interval") ?? 41_250, 100, 600_000));
        if (!_greeted)
            _heartbeats = BeatAsync(interval, _ended.Token);
        _greeted = true;

        if (Session is { } resumed)
        {
            await SendAsync(GatewayPayload.Resume(token, resumed), cancellationToken);
            return;
        }

        await SendAsync(GatewayPayload.Identify(token, shard.Index, shard.Count), cancellationToken);
    }

    private void Dispatch(GatewayPayload payload)
    {
        if (payload.Sequence is { } sequence)
        {
            _sequence = sequence;
            if (Session is not null)
                Session.Sequence = sequence;
        }

        if (payload.Event == "READY" && payload.Data.Text("session_id") is { } id)
        {
            WasReady = true;
            Session = Uri.TryCreate(payload.Data.Text("resume_gateway_url"), UriKind.Absolute, out var url)
                && (url.Scheme == Uri.UriSchemeWss || url.Scheme == Uri.UriSchemeWs)
                ? new GatewaySession(id, url) { Sequence = payload.Sequence ?? 0 }
                : null;
        }
        else if (payload.Event == "RESUMED")
        {
            WasReady = true;
        }

        if (payload.Event is not null)
            dispatch(payload.Event, payload.Data);
    }

    private async Task BeatAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            // The first beat comes at a random moment, so that the bots of the world don't beat together after an outage.
            await Task.Delay(interval * Random.Shared.NextDouble(), time, cancellationToken);
            while (true)
            {
                if (!_acknowledged)
                {
                    _isZombie = true;
                    await CloseAsync(Resumable);
                    _socket.Abort();
                    return;
                }

                _acknowledged = false;
                await SendAsync(GatewayPayload.Heartbeat(_sequence), cancellationToken);
                await Task.Delay(interval, time, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException
            or InvalidOperationException)
        {
            // The connection ended under the beat; the reader tells how.
            LogEndedUnderUs(failure);
        }
    }

    private async Task SendAsync(byte[] payload, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(payload.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status)
    {
        using var limit = new CancellationTokenSource(PatienceForClose);
        try
        {
            await _sending.WaitAsync(limit.Token);
            try
            {
                if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await _socket.CloseOutputAsync(status, null, limit.Token);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            LogEndedUnderUs(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord's gateway sent a message of more than {Most} MiB, which is read over")]
    private partial void LogTooLong(int most);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord's gateway sent {Length} bytes that are no payload, which are read over")]
    private partial void LogUnreadable(int length);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Discord's gateway: the connection ended under us")]
    private partial void LogEndedUnderUs(Exception failure);
}
