using System.Text.Json;

namespace Bot.Discord;

/// <summary>
/// Where to connect, with how many connections, and how many sessions may still be begun today.
/// https://discord.com/developers/docs/events/gateway#get-gateway-bot
/// </summary>
internal sealed record GatewayPlan(Uri Url, int Shards, int Concurrency, int SessionsLeft, TimeSpan SessionsResetAfter)
{
    private const int MostShards = 256;

    /// <summary>For an address from the settings: one connection, nothing asked.</summary>
    public static GatewayPlan Of(Uri url) => new(url, 1, 1, int.MaxValue, TimeSpan.Zero);

    public static GatewayPlan? TryRead(JsonElement body)
    {
        if (!Uri.TryCreate(body.Text("url"), UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeWss && url.Scheme != Uri.UriSchemeWs))
            return null;

        var limit = body.Member("session_start_limit") ?? default;
        return new GatewayPlan(
            url,
            Math.Clamp(body.Number("shards") ?? 1, 1, MostShards),
            Math.Max(1, limit.Number("max_concurrency") ?? 1),
            limit.Number("remaining") ?? int.MaxValue,
            TimeSpan.FromMilliseconds(Math.Clamp(limit.Number("reset_after") ?? 0, 0, 86_400_000)));
    }
}
