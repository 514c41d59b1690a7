using System.Net.WebSockets;
using System.Text.Json;

namespace Bot.Slack;

/// <summary>One Socket Mode connection: reads envelopes and acknowledges each before anything else happens with it.</summary>
internal sealed class SlackSocket : IAsyncDisposable
{
    /// <summary>Slack's own messages stay far below; more than this is no envelope.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SlackSocketEnd> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<SlackEnvelope> _take;
    private Task _reading = Task.CompletedTask;

    /// <param name="take">Gets each acknowledged envelope; starts the work and returns at once.</param>
    public SlackSocket(Action<SlackEnvelope> take)
    {
        _take = take;

        // Our own ping and Slack's pong to it: a connection that died without a word is noticed within the sum.
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(15);
    }

    /// <summary>Completes when a new connection is wanted: this one is gone, or Slack says that it will be.</summary>
    public Task<SlackSocketEnd> Ending => _ending.Task;

    /// <summary>Connects, and returns when Slack has said hello.</summary>
    public async Task ConnectAsync(Uri url, CancellationToken helloToken, CancellationToken stoppingToken)
    {
        await _socket.ConnectAsync(url, helloToken);
        _reading = ReadAsync(stoppingToken);
        await Task.WhenAny(_hello.Task, _reading).WaitAsync(helloToken);
        if (!_hello.Task.IsCompleted)
            throw new WebSocketException("Slack closed the connection before it said hello");
    }

    /// <summary>Reads on until Slack closes the connection, or the patience ends.</summary>
    public async Task DrainAsync(TimeSpan patience, TimeProvider time, CancellationToken stoppingToken)
    {
        await _reading.WaitAsync(patience, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever stops us has stopped waiting for a polite goodbye; Slack takes a dropped connection as one.
        _socket.Abort();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        var end = new SlackSocketEnd.Dropped("the connection was closed");
        try
        {
            using var message = new MemoryStream();
            while (await ReceiveAsync(message, stoppingToken))
                await HandleAsync(message.GetBuffer().AsMemory(0, (int)message.Length), stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is WebSocketException or IOException or OperationCanceledException)
        {
            end = new SlackSocketEnd.Dropped("the connection dropped");
        }
        finally
        {
            _ending.TrySetResult(end);
        }
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> message, CancellationToken stoppingToken)
    {
        if (SlackEnvelope.TryRead(message) is not { } envelope)
            return;

        if (envelope.EnvelopeId is { } id)
        {
            try
            {
                await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new Acknowledgement(id), SlackJson.Options), WebSocketMessageType.Text, endOfMessage: true, stoppingToken);
            }
            finally
            {
                // Even where the acknowledgement was lost: it can be answered still, and a repetition is known by its id.
                _take(envelope);
            }
        }
        else if (envelope.Type == "hello")
        {
            _hello.TrySetResult();
        }
        else if (envelope.Type == "disconnect")
        {
            _ending.TrySetResult(new SlackSocketEnd.Announced(envelope.Reason ?? ""));
        }
    }

    /// <summary>Reads one whole message; false at the end of the connection.</summary>
    private async Task<bool> ReceiveAsync(MemoryStream message, CancellationToken stoppingToken)
    {
        message.SetLength(0);
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), stoppingToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stoppingToken);
                return false;
            }

            message.Write(buffer, 0, received.Count);
            if (message.Length > MostBytes)
                throw new WebSocketException("Slack sent more than an envelope can hold");
            if (received.EndOfMessage)
                return true;
        }
    }

    private sealed record Acknowledgement(string EnvelopeId);
}

/// <summary>Why a connection has to be replaced.</summary>
internal abstract record SlackSocketEnd
{
    private SlackSocketEnd()
    {
    }

    /// <summary>Slack says so, and leaves it open for a moment.</summary>
    public sealed record Announced(string Reason) : SlackSocketEnd;

    public sealed record Dropped(string Reason) : SlackSocketEnd;
}
