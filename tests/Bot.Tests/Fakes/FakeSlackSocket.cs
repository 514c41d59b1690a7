using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace Bot.Tests.Fakes;

/// <summary>Slack's end of one Socket Mode connection.</summary>
internal sealed class FakeSlackSocket(int number, WebSocket socket, Action<string> violate, Action changed) : IDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _unacknowledged = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Connections are counted from 1.</summary>
    public int Number => number;

    /// <summary>Of how many envelopes the bot has said here that it has them.</summary>
    public int Acknowledged { get; private set; }

    public bool IsOpen => !_closed.Task.IsCompleted;

    public Task SendAsync(object message) => SendTextAsync(JsonSerializer.Serialize(message));

    public async Task SendTextAsync(string message)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    // Slack gives the bot three seconds.
    private static readonly TimeSpan LongestAcknowledgement = TimeSpan.FromSeconds(3) + Patience.WithABusyMachine;

    /// <summary>Sends an envelope and waits for its acknowledgement.</summary>
    public async Task SendEnvelopeAsync(string id, object envelope)
    {
        var acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _unacknowledged[id] = acknowledged;
        await SendAsync(envelope);
        if (await Task.WhenAny(acknowledged.Task, Task.Delay(LongestAcknowledgement)) != acknowledged.Task)
            violate($"the envelope {id} wasn't acknowledged in time");
    }

    /// <summary>Closes the connection from Slack's side.</summary>
    public async Task CloseAsync()
    {
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await _closed.Task.WaitAsync(Patience.ForAnEvent);
    }

    /// <summary>As when a cable is pulled.</summary>
    public void Drop()
    {
        _closed.TrySetResult();
        socket.Abort();
    }

    public void Dispose() => _sending.Dispose();

    public async Task RunAsync()
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                Acknowledge(JsonDocument.Parse(buffer.AsMemory(0, received.Count)).RootElement);
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            // Dropped: that is how a connection may end.
        }
        finally
        {
            _closed.TrySetResult();
            changed();
        }
    }

    private void Acknowledge(JsonElement message)
    {
        var id = message.TryGetProperty("envelope_id", out var value) ? value.GetString() : null;
        if (id is null || message.EnumerateObject().Any(property => property.Name is not ("envelope_id" or "payload")))
            violate($"no acknowledgement: {message}");
        else if (!_unacknowledged.TryRemove(id, out var acknowledged))
            violate($"an acknowledgement of {id}, which nobody waits for on this connection");
        else
        {
            Acknowledged++;
            acknowledged.TrySetResult();
            changed();
        }
    }
}
