using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Fakes;

public sealed partial class FakeDiscord
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly ConcurrentDictionary<int, Connection> _connections = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _sessions = new();
    private readonly ConcurrentDictionary<string, string[]> _servers = new();
    private readonly ConcurrentQueue<string> _shardsIdentified = new();
    private int _connectionsMade;
    private int _identifies;
    private int _resumes;
    private int _heartbeats;

    public int Shards { get; set; } = 1;

    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>False for a server that sends plain text whatever was asked for.</summary>
    public bool Compresses { get; set; } = true;

    /// <summary>Heartbeats are taken and not acknowledged.</summary>
    public bool StopsAcknowledging { get; set; }

    /// <summary>A resumed session is answered with INVALID_SESSION.</summary>
    public bool RefusesResume { get; set; }

    /// <summary>Closes with this code after IDENTIFY; 0 for not.</summary>
    public int ClosesIdentifyWith { get; set; }

    public int Identifies => Volatile.Read(ref _identifies);

    /// <summary>Which shards identified, in their order: "[0,3]".</summary>
    public IReadOnlyCollection<string> ShardsIdentified => _shardsIdentified;

    public int Resumes => Volatile.Read(ref _resumes);

    public int Heartbeats => Volatile.Read(ref _heartbeats);

    /// <summary>How connections ended from the bot's side.</summary>
    public ConcurrentQueue<int> CloseCodes { get; } = new();

    /// <summary>A server that the bot is in, told to it after READY.</summary>
    public void AddServer(string server, params string[] channels) => _servers[server] = channels;

    public Task UntilReady(int connections = 1) =>
        Until(() => Ready().Count() >= connections, $"{connections} connections are ready");

    /// <summary>Breaks every connection without a word.</summary>
    public void DropConnections()
    {
        foreach (var connection in _connections.Values)
            connection.Abort();
    }

    public Task AskReconnect() => SendLastToAll("""{"op":7,"d":null}""");

    public Task InvalidateSession(bool resumable) => SendLastToAll(resumable ? """{"op":9,"d":true}""" : """{"op":9,"d":false}""");

    public Task AskHeartbeat() => SendToAll("""{"op":1,"d":null}""");

    /// <summary>Sends anything at all, rightly compressed.</summary>
    public Task SendToAll(string text) => Task.WhenAll(Ready().Select(connection => connection.SendAsync(text)));

    private Task SendLastToAll(string text) => Task.WhenAll(Ready().Select(connection => connection.SendLastAsync(text)));

    public Task CloseAll(int code) => Task.WhenAll(Ready().Select(connection => connection.CloseAsync(code)));

    /// <summary>Somebody types a command; returns what they are shown, once that is a message.</summary>
    /// <param name="verb">"recent", "watch add".</param>
    public async Task<FakeAnswer> Command(
        string? server, string channel, string user, string permissions, string verb, params (string Name, object Value)[] options)
    {
        var answer = await Ask(server, channel, user, permissions, 2, CommandData(verb, options));
        await Until(() => answer.Messages.Count > 0, $"/{verb} is answered");
        return answer;
    }

    /// <summary>Somebody presses a button of a message.</summary>
    public async Task<FakeAnswer> Press(FakeMessage message, string customId, string server, string user, string permissions = NoRights)
    {
        Assert.Contains(customId, message.CustomIds);
        var answer = await Ask(server, message.ChannelId, user, permissions, 3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 });
        await Until(() => answer.Messages.Count > 0, $"the button {customId} is answered");
        return answer;
    }

    /// <summary>Whether "The bot is thinking…" stands somewhere, or stood.</summary>
    public bool HasDeferred => _answers.Values.Any(answer => answer.WasDeferred);

    /// <summary>Asks without waiting for the answer.</summary>
    public async Task<FakeAnswer> Ask(string? server, string channel, string user, string permissions, int type, JsonNode data)
    {
        await UntilReady();
        var answer = new FakeAnswer { Interaction = NextNumber(), AskedAt = _time.GetUtcNow() };
        var token = $"secret-interaction-token-{answer.Interaction}";
        _answers[token] = answer;

        var person = new JsonObject { ["id"] = user, ["username"] = "someone" };
        var interaction = new JsonObject
        {
            ["id"] = answer.Interaction,
            ["application_id"] = Application,
            ["type"] = type,
            ["token"] = token,
            ["version"] = 1,
            ["channel_id"] = channel,
            ["channel"] = new JsonObject { ["id"] = channel, ["type"] = 0 },
            ["data"] = data,
        };
        if (server is null)
        {
            interaction["user"] = person;
        }
        else
        {
            interaction["guild_id"] = server;
            interaction["member"] = new JsonObject { ["user"] = person, ["permissions"] = permissions };
        }

        await Ready().First().DispatchAsync("INTERACTION_CREATE", interaction);
        return answer;
    }

    public static JsonObject CommandData(string verb, params (string Name, object Value)[] options)
    {
        var given = new JsonArray([.. options.Select(option => (JsonNode)new JsonObject
        {
            ["name"] = option.Name,
            ["type"] = option.Value is string ? 3 : 4,
            ["value"] = option.Value is string text ? text : (int)option.Value,
        })]);
        return verb.Split(' ') is [var name, var sub]
            ? new JsonObject
            {
                ["id"] = "1",
                ["name"] = name,
                ["type"] = 1,
                ["options"] = new JsonArray(new JsonObject { ["name"] = sub, ["type"] = 1, ["options"] = given }),
            }
            : new JsonObject { ["id"] = "1", ["name"] = verb, ["type"] = 1, ["options"] = given };
    }

    private IEnumerable<Connection> Ready() => _connections.Values.Where(connection => connection.IsReady);

    private async Task HandleGatewayAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["v"] != "10" || query["encoding"] != "json" || query["compress"] != "zlib-stream")
            Violate($"the gateway was connected to with {context.Request.QueryString}");

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var number = Interlocked.Increment(ref _connectionsMade);
        using var connection = new Connection(this, socket);
        _connections[number] = connection;
        try
        {
            await connection.RunAsync(_stopped.Token);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The connection broke, which is a thing that tests do.
        }
        finally
        {
            _connections.TryRemove(number, out _);
            Changed();
        }
    }

    /// <summary>One websocket, with its own zlib stream.</summary>
    private sealed class Connection : IDisposable
    {
        private readonly FakeDiscord _fake;
        private readonly WebSocket _socket;
        private readonly MemoryStream _deflated = new();
        private readonly ZLibStream _zlib;
        private readonly SemaphoreSlim _sending = new(1);
        private string _session = "";
        private bool _began;
        private long _lastBeat = TimeProvider.System.GetTimestamp();

        public Connection(FakeDiscord fake, WebSocket socket)
        {
            (_fake, _socket) = (fake, socket);
            _zlib = new ZLibStream(_deflated, CompressionLevel.Fastest, leaveOpen: true);
        }

        public bool IsReady { get; private set; }

        public void Abort()
        {
            IsReady = false;
            _socket.Abort();
        }

        public void Dispose()
        {
            // The zlib stream is left open: closing it would write.
            _sending.Dispose();
            _deflated.Dispose();
        }

        public Task CloseAsync(int code)
        {
            IsReady = false;
            return _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);
        }

        /// <summary>Sends what makes the bot leave: nothing is asked over this connection any more.</summary>
        public Task SendLastAsync(string text)
        {
            IsReady = false;
            return SendAsync(text);
        }

        public async Task RunAsync(CancellationToken stopped)
        {
            await SendAsync(new JsonObject
            {
                ["op"] = 10,
                ["d"] = new JsonObject { ["heartbeat_interval"] = (int)_fake.HeartbeatInterval.TotalMilliseconds },
            }.ToJsonString());
            _ = WatchHeartbeatsAsync(stopped);
            var buffer = new byte[64 * 1024];
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer, stopped);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    IsReady = false;
                    _fake.CloseCodes.Enqueue((int?)_socket.CloseStatus ?? 0);
                    if (_socket.State == WebSocketState.CloseReceived)
                        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", stopped);
                    return;
                }

                if (!received.EndOfMessage || received.Count > 4096)
                    _fake.Violate("the bot sent the gateway more than 4096 bytes at once");
                await TakeAsync(JsonNode.Parse(buffer.AsSpan(0, received.Count))!);
                _fake.Changed();
            }
        }

        /// <summary>By the system's clock, and with grace for a busy machine.</summary>
        private async Task WatchHeartbeatsAsync(CancellationToken stopped)
        {
            var longest = (_fake.HeartbeatInterval * 2) + Patience.WithABusyMachine;
            while (_socket.State == WebSocketState.Open && !stopped.IsCancellationRequested)
            {
                if (TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lastBeat)) > longest && _fake._time == TimeProvider.System)
                {
                    _fake.Violate("a heartbeat is missing");
                    return;
                }

                await Task.Delay(longest / 4, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        private async Task TakeAsync(JsonNode payload)
        {
            switch (payload["op"]!.GetValue<int>())
            {
                case 1:
                    Interlocked.Increment(ref _fake._heartbeats);
                    Volatile.Write(ref _lastBeat, TimeProvider.System.GetTimestamp());
                    if (!_fake.StopsAcknowledging)
                        await SendAsync("""{"op":11}""");
                    break;
                case 2:
                    await IdentifyAsync(payload["d"]!);
                    break;
                case 6:
                    await ResumeAsync(payload["d"]!);
                    break;
                default:
                    _fake.Violate($"the bot sent the gateway {payload.ToJsonString()}");
                    break;
            }
        }

        private async Task IdentifyAsync(JsonNode data)
        {
            if (_began)
                _fake.Violate("the bot identified twice on one connection");
            _began = true;
            if (data["token"]?.GetValue<string>() != Token)
                _fake.Violate("the bot identified with another token");
            if (data["intents"]?.GetValue<int>() != 1)
                _fake.Violate($"the bot identified with the intents {data["intents"]}");
            if (data["properties"] is not JsonObject properties || properties["os"] is null || properties["browser"] is null || properties["device"] is null)
                _fake.Violate("the bot identified without properties");
            if ((_fake.Shards > 1) != data["shard"] is JsonArray)
                _fake.Violate($"the bot identified with the shard {data["shard"]}");

            _fake._shardsIdentified.Enqueue(data["shard"]?.ToJsonString() ?? "");
            Interlocked.Increment(ref _fake._identifies);
            if (_fake.ClosesIdentifyWith != 0)
            {
                await CloseAsync(_fake.ClosesIdentifyWith);
                return;
            }

            _session = Guid.NewGuid().ToString("N");
            _fake._sessions[_session] = new();
            var ready = new JsonObject
            {
                ["v"] = 10,
                ["user"] = new JsonObject { ["id"] = Application, ["username"] = "newsbot", ["bot"] = true },
                ["guilds"] = new JsonArray([.. _fake._servers.Keys.Select(server => (JsonNode)new JsonObject { ["id"] = server, ["unavailable"] = true })]),
                ["session_id"] = _session,
                ["resume_gateway_url"] = _fake.GatewayUrl,
                ["application"] = new JsonObject { ["id"] = Application, ["flags"] = 0 },
            };
            if (data["shard"] is { } shard)
                ready["shard"] = shard.DeepClone();
            await DispatchAsync("READY", ready);
            foreach (var (server, channels) in _fake._servers)
            {
                await DispatchAsync("GUILD_CREATE", new JsonObject
                {
                    ["id"] = server,
                    ["name"] = "A server",
                    ["channels"] = new JsonArray([.. channels.Select(channel => (JsonNode)new JsonObject { ["id"] = channel, ["type"] = 0 })]),
                    ["threads"] = new JsonArray(),
                });
            }

            IsReady = true;
        }

        private async Task ResumeAsync(JsonNode data)
        {
            if (_began)
                _fake.Violate("the bot resumed on a connection that it began already");
            _began = true;
            _session = data["session_id"]?.GetValue<string>() ?? "";
            Interlocked.Increment(ref _fake._resumes);
            if (_fake.RefusesResume)
            {
                await SendAsync("""{"op":9,"d":false}""");
                return;
            }

            if (data["token"]?.GetValue<string>() != Token || !_fake._sessions.TryGetValue(_session, out var events))
                _fake.Violate("the bot resumed a session that is unknown");
            else if (data["seq"]?.GetValue<int>() is not { } seen || seen < 1 || seen > events.Count)
                _fake.Violate($"the bot resumed at {data["seq"]}, where it can have seen 1 to {events.Count}");
            else
                await ReplayAsync(events.Skip(seen));

            await DispatchAsync("RESUMED", new JsonObject());
            IsReady = true;
        }

        /// <summary>What went out and was not seen any more comes again: a command that is answered twice is a violation.</summary>
        private async Task ReplayAsync(IEnumerable<string> missed)
        {
            foreach (var payload in missed.ToList())
                await SendAsync(payload);
        }

        /// <summary>Numbered as they go out: two at once would else arrive in the wrong order.</summary>
        public Task DispatchAsync(string name, JsonNode data) => SendAsync(() =>
        {
            var events = _fake._sessions.GetOrAdd(_session, _ => new());
            var payload = new JsonObject { ["op"] = 0, ["t"] = name, ["s"] = events.Count + 1, ["d"] = data }.ToJsonString();
            events.Enqueue(payload);
            return payload;
        });

        public Task SendAsync(string text) => SendAsync(() => text);

        private async Task SendAsync(Func<string> write)
        {
            await _sending.WaitAsync();
            try
            {
                var text = write();
                if (!_fake.Compresses)
                {
                    await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
                    return;
                }

                _deflated.SetLength(0);
                await _zlib.WriteAsync(Encoding.UTF8.GetBytes(text));
                await _zlib.FlushAsync();
                // In two messages, as Discord may: the flush tells where it ends.
                var bytes = _deflated.ToArray();
                await _socket.SendAsync(bytes.AsMemory(0, bytes.Length / 2), WebSocketMessageType.Binary, true, CancellationToken.None);
                await _socket.SendAsync(bytes.AsMemory(bytes.Length / 2), WebSocketMessageType.Binary, true, CancellationToken.None);
            }
            finally
            {
                _sending.Release();
            }
        }
    }
}
