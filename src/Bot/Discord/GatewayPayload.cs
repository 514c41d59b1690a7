using System.Text.Json;

namespace Bot.Discord;

/// <summary>https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes</summary>
internal enum GatewayOp
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}

/// <summary>A payload of the gateway. https://discord.com/developers/docs/events/gateway-events#payload-structure</summary>
internal readonly record struct GatewayPayload(GatewayOp Op, JsonElement Data, long? Sequence, string? Event)
{
    /// <summary>Servers, their channels and threads; interactions come without any. None of Discord's privileged intents.</summary>
    private const int GuildsIntent = 1 << 0;

    /// <summary>Null for what is no payload.</summary>
    public static GatewayPayload? TryRead(ReadOnlySpan<byte> json)
    {
        if (DiscordJson.TryParse(json) is not { ValueKind: JsonValueKind.Object } root || root.Number("op") is not { } op)
            return null;

        var sequence = root.Member("s") is { ValueKind: JsonValueKind.Number } s && s.TryGetInt64(out var number) ? number : (long?)null;
        return new GatewayPayload((GatewayOp)op, root.Member("d") ?? default, sequence, root.Text("t"));
    }

    public static byte[] Heartbeat(long? sequence) =>
        sequence is { } s ? DiscordJson.Bytes(new { op = 1, d = s }) : """{"op":1,"d":null}"""u8.ToArray();

    public static byte[] Identify(string token, int shard, int shards) => DiscordJson.Bytes(new
    {
        op = (int)GatewayOp.Identify,
        d = new
        {
            token,
            intents = GuildsIntent,
            properties = new { os = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux", browser = "news-alert-bot", device = "news-alert-bot" },
            shard = shards > 1 ? new[] { shard, shards } : null,
        },
    });

    public static byte[] Resume(string token, GatewaySession session) => DiscordJson.Bytes(new
    {
        op = (int)GatewayOp.Resume,
        d = new { token, session_id = session.Id, seq = session.Sequence },
    });
}

/// <summary>What a shard needs to go on where a dropped connection stood.</summary>
internal sealed class GatewaySession(string id, Uri resumeUrl)
{
    public string Id { get; } = id;

    public Uri ResumeUrl { get; } = resumeUrl;

    public long Sequence { get; set; }
}

/// <summary>How a connection ended, and so what comes next.</summary>
/// <param name="Reason">A plain phrase: "the connection dropped".</param>
internal abstract record ConnectionEnd(string Reason)
{
    /// <summary>Go on with the session, if there is one.</summary>
    public sealed record MayResume(string Reason) : ConnectionEnd(Reason);

    /// <summary>Begin a new session.</summary>
    public sealed record MustIdentify(string Reason) : ConnectionEnd(Reason);

    /// <summary>Going on is no use before somebody changes something; the reason says what.</summary>
    public sealed record Fatal(string Reason) : ConnectionEnd(Reason);

    /// <summary>https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes</summary>
    public static ConnectionEnd OfCloseCode(int? code) => code switch
    {
        4004 => new Fatal("Discord refused the bot's token. Put the right one into Discord:Token and start again"),
        4010 or 4011 => new Fatal($"Discord wants the bot's servers spread differently over connections (close code {code}). Start again; "
            + "if Discord:GatewayUrl is set, leave it null so that the number of connections is asked for"),
        4012 => new Fatal("Discord no longer speaks version 10 of its gateway. The bot needs an update"),
        4013 or 4014 => new Fatal($"Discord does not allow the bot's intents (close code {code}). The bot asks for Guilds alone: "
            + "look at the application in the Developer Portal"),
        4007 or 4009 => new MustIdentify($"the session ended (close code {code})"),
        // 1000 and 1001 from the server end the session as well as they do from us.
        1000 or 1001 => new MustIdentify($"Discord closed the connection ({code})"),
        null => new MayResume("the connection dropped"),
        _ => new MayResume($"Discord closed the connection ({code})"),
    };
}
