using System.Text.Json;

namespace Bot.Slack;

/// <summary>
/// What comes over a Socket Mode connection: <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>.
/// </summary>
/// <param name="Type"><c>hello</c>, <c>disconnect</c>, or the kind of <paramref name="Payload"/>: <c>slash_commands</c>, <c>interactive</c>, <c>events_api</c>.</param>
/// <param name="EnvelopeId">What is sent back to acknowledge it; null where nothing is to be acknowledged.</param>
/// <param name="Reason">Why a connection ends: <c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>, <c>too_many_websockets</c>.</param>
/// <param name="IsRetry">Slack sent the same before and saw no acknowledgement.</param>
internal sealed record SlackEnvelope(string? Type, string? EnvelopeId, string? Reason, bool IsRetry, JsonElement Payload)
{
    /// <summary>Null where the text is no JSON object.</summary>
    public static SlackEnvelope? TryRead(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;

            var payload = root.PartOf("payload");
            return new SlackEnvelope(
                root.TextOf("type"),
                root.TextOf("envelope_id"),
                root.TextOf("reason"),
                root.PartOf("retry_attempt") is { ValueKind: JsonValueKind.Number } attempt && attempt.TryGetInt32(out var number) && number > 0,
                payload.ValueKind == JsonValueKind.Undefined ? default : payload.Clone());
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

    /// <summary>Whether an envelope is the first around its interaction. A retry may come in an envelope of its own, and over another connection even be read before what it repeats.</summary>
    public bool IsNew(SlackEnvelope envelope)
    {
        lock (_lock)
        {
            var isNew = Add($"envelope {envelope.EnvelopeId}");
            if (envelope.Payload.TextOf("trigger_id") is not { Length: > 0 } trigger)
                return isNew;
            var isFirst = Add($"trigger {trigger}");
            return isNew && (envelope.IsRetry
                ? Add($"retried {trigger}") && isFirst
                : !_keys.Contains($"retried {trigger}"));
        }
    }

    /// <summary>False where the key was added before.</summary>
    private bool Add(string key)
    {
        if (!_keys.Add(key))
            return false;

        _order.Enqueue(key);
        if (_order.Count > most)
            _keys.Remove(_order.Dequeue());
        return true;
    }
}
