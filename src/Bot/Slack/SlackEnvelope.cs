using System.Text.Json;

namespace Bot.Slack;

/// <summary>
/// What comes over a Socket Mode connection: <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>.
/// </summary>
/// <param name="Type"><c>hello</c>, <c>disconnect</c>, or the kind of <paramref name="Payload"/>: <c>slash_commands</c>, <c>interactive</c>, <c>events_api</c>.</param>
/// <param name="EnvelopeId">What is sent back to acknowledge it; null where nothing is to be acknowledged.</param>
/// <param name="Reason">Why a connection ends: <c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>, <c>too_many_websockets</c>.</param>
internal sealed record SlackEnvelope(string? Type, string? EnvelopeId, string? Reason, JsonElement Payload)
{
    /// <summary>Null where the text is no JSON object.</summary>
    public static SlackEnvelope? TryRead(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object
                ? null
                : new SlackEnvelope(root.TextOf("type"), root.TextOf("envelope_id"), root.TextOf("reason"), root.PartOf("payload") is { ValueKind: not JsonValueKind.Undefined } payload ? payload.Clone() : default);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The envelopes and interactions of late, so that one that comes twice is worked on once.</summary>
internal sealed class SlackSeen(int most)
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Lock _lock = new();

    /// <summary>False where the key was added before.</summary>
    public bool Add(string key)
    {
        lock (_lock)
        {
            if (!_keys.Add(key))
                return false;

            _order.Enqueue(key);
            if (_order.Count > most)
                _keys.Remove(_order.Dequeue());
            return true;
        }
    }
}
