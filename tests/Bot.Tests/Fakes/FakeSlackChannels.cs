using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Fakes;

internal sealed partial class FakeSlack
{
    private readonly List<FakeSlackMessage> _messages = [];
    private readonly Dictionary<string, DateTimeOffset> _lastPost = [];
    private readonly HashSet<string> _gone = [];
    private readonly HashSet<string> _archived = [];
    private long _lastTs;

    /// <summary>What goes wrong by itself.</summary>
    public FakeWear Wear { get; } = new();

    /// <summary>How many messages a page of a channel's history holds at most.</summary>
    public int HistoryPage { get; set; } = 200;

    /// <summary>What the bot posted to a channel, replies in threads aside, the oldest first.</summary>
    public IReadOnlyList<FakeSlackMessage> Messages(string channel)
    {
        lock (_lock)
            return [.. _messages.Where(message => message.Channel == channel && message.ThreadTs is null && message.Blocks.ValueKind != JsonValueKind.Undefined)];
    }

    /// <summary>The replies in a message's thread, the oldest first.</summary>
    public IReadOnlyList<FakeSlackMessage> RepliesTo(FakeSlackMessage parent)
    {
        lock (_lock)
            return [.. _messages.Where(message => message.Channel == parent.Channel && message.ThreadTs == parent.Ts)];
    }

    /// <summary>The bot's first message in a channel, as soon as it stands there.</summary>
    public Task<FakeSlackMessage> MessageIn(string channel) =>
        WaitForAsync(() => Messages(channel) is [var first, ..] ? first : null, $"a message in {channel}");

    /// <summary>Other people's talk.</summary>
    public void Talk(string channel, int count)
    {
        for (var i = 0; i < count; i++)
            Store(channel, JsonSerializer.SerializeToElement(new { text = $"talk {i}" }));
    }

    public void Delete(FakeSlackMessage message)
    {
        lock (_lock)
            _messages.RemoveAll(standing => standing.Channel == message.Channel && standing.Ts == message.Ts);
        Changed();
    }

    public void DeleteChannel(string channel)
    {
        lock (_lock)
            _gone.Add(channel);
    }

    public void BringBackChannel(string channel)
    {
        lock (_lock)
            _gone.Remove(channel);
    }

    public void ArchiveChannel(string channel)
    {
        lock (_lock)
            _archived.Add(channel);
    }

    private FakeSlackTrouble? Worn() => Wear.Next() switch
    {
        FakeWear.Mishap.Dropped => new FakeSlackTrouble.DoThenDrop(),
        FakeWear.Mishap.AnsweredWithError => new FakeSlackTrouble.DoThenFail(500),
        FakeWear.Mishap.Failed => new FakeSlackTrouble.Fail(503),
        FakeWear.Mishap.Limited => new FakeSlackTrouble.Limit(1),
        _ => null,
    };

    private JsonObject Post(JsonElement body)
    {
        CheckArguments("chat.postMessage", body, "channel", "text", "blocks", "metadata", "thread_ts", "unfurl_links", "unfurl_media", "link_names", "parse", "mrkdwn");
        foreach (var off in new[] { "unfurl_links", "unfurl_media", "link_names" })
        {
            if (!body.TryGetProperty(off, out var value) || value.ValueKind != JsonValueKind.False)
                Violate($"{off} isn't off");
        }

        CheckMetadata("chat.postMessage", body, isNeeded: true);
        if (body.TryGetProperty("thread_ts", out var parent))
            CheckTs("chat.postMessage", parent);

        var channel = body.GetProperty("channel").GetString()!;
        if (Refusal(channel) is { } refusal)
            return refusal;
        if (!CheckMessage("chat.postMessage", body))
            return Error("invalid_blocks");

        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (_lastPost.TryGetValue(channel, out var last) && now - last < TimeSpan.FromMilliseconds(990))
            {
                if (!Wear.BotIsKilled)
                    Violate($"two messages to {channel} within {(now - last).TotalMilliseconds:0} ms");
                return Error("ratelimited");
            }

            _lastPost[channel] = now;
            // The message that begins a thread, and no reply in it.
            if (body.TryGetProperty("thread_ts", out var thread)
                && !_messages.Exists(message => message.Channel == channel && message.Ts == thread.GetString() && message.ThreadTs is null))
                return Error("thread_not_found");
        }

        return new JsonObject { ["ok"] = true, ["channel"] = channel, ["ts"] = Store(channel, body) };
    }

    /// <summary>What stood there is replaced as a whole, but for metadata that the edit doesn't name.</summary>
    private JsonObject Update(JsonElement edit)
    {
        CheckArguments("chat.update", edit, "channel", "ts", "text", "blocks", "metadata", "link_names", "parse");
        CheckMetadata("chat.update", edit, isNeeded: false);
        CheckTs("chat.update", edit.GetProperty("ts"));
        var channel = edit.GetProperty("channel").GetString()!;
        if (Refusal(channel) is { } refusal)
            return refusal;
        if (!CheckMessage("chat.update", edit))
            return Error("invalid_blocks");
        if (edit.GetProperty("link_names").ValueKind != JsonValueKind.False || edit.GetProperty("parse").GetString() != "none")
            Violate("chat.update looks for names and links in the text");

        lock (_lock)
        {
            var at = _messages.FindIndex(message => message.Channel == channel && message.Ts == edit.GetProperty("ts").GetString());
            if (at < 0)
                return Error("message_not_found");
            if (_messages[at].Blocks.ValueKind == JsonValueKind.Undefined)
                return Error("cant_update_message"); // somebody else's

            var body = JsonNode.Parse(edit.GetRawText())!.AsObject();
            if (!body.ContainsKey("metadata") && _messages[at].Body.TryGetProperty("metadata", out var metadata))
                body["metadata"] = JsonNode.Parse(metadata.GetRawText());
            if (_messages[at].ThreadTs is { } thread)
                body["thread_ts"] = thread;
            _messages[at] = new FakeSlackMessage(channel, _messages[at].Ts, JsonSerializer.SerializeToElement(body), _messages[at].Edits + 1);
            Changed();
            return new JsonObject { ["ok"] = true, ["channel"] = channel, ["ts"] = _messages[at].Ts, ["text"] = _messages[at].Text };
        }
    }

    /// <summary>A type and a flat payload, 8,000 characters at most; without it a lost message could not be found again.</summary>
    private void CheckMetadata(string method, JsonElement body, bool isNeeded)
    {
        if (!body.TryGetProperty("metadata", out var metadata))
        {
            if (isNeeded)
                Violate($"{method} carries no metadata");
            return;
        }

        CheckArguments($"{method}'s metadata", metadata, "event_type", "event_payload");
        if (metadata.GetProperty("event_type").GetString() is not { Length: >= 1 and <= 255 }
            || metadata.GetProperty("event_payload").EnumerateObject().Any(property => property.Value.ValueKind != JsonValueKind.String)
            || metadata.GetRawText().Length > 8000)
            Violate($"{method} has the metadata {metadata.GetRawText()}");
    }

    /// <summary>A message's number is a string such as "1503435956.000247".</summary>
    private void CheckTs(string method, JsonElement ts)
    {
        if (ts.ValueKind != JsonValueKind.String || !TsForm().IsMatch(ts.GetString()!))
            Violate($"{method} names the message {ts.GetRawText()}");
    }

    private void CheckArguments(string method, JsonElement body, params string[] known)
    {
        foreach (var property in body.EnumerateObject().Where(property => !known.Contains(property.Name)))
            Violate($"{method} knows no argument {property.Name}");
    }

    private JsonObject? Refusal(string channel)
    {
        lock (_lock)
            return Unknown(channel) ?? (_archived.Contains(channel) ? Error("is_archived") : null);
    }

    private JsonObject? Unknown(string channel) =>
        channel[0] is not ('C' or 'D' or 'G') || _gone.Contains(channel) ? Error("channel_not_found") : null;

    private string Store(string channel, JsonElement body)
    {
        lock (_lock)
        {
            var ts = string.Create(CultureInfo.InvariantCulture, $"{_time.GetUtcNow().ToUnixTimeSeconds()}.{++_lastTs:D6}");
            _messages.Add(new FakeSlackMessage(channel, ts, body));
            Changed();
            return ts;
        }
    }

    [GeneratedRegex(@"^\d{10,}\.\d{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex TsForm();

    /// <summary>The newest first, replies in threads aside.</summary>
    private JsonObject History(Dictionary<string, string> form)
    {
        lock (_lock)
            return Unknown(form["channel"]) ?? Page(form, _messages.Where(message => message.Channel == form["channel"] && message.ThreadTs is null).Reverse());
    }

    /// <summary>The message that began the thread, then its replies, the oldest first.</summary>
    private JsonObject Replies(Dictionary<string, string> form)
    {
        lock (_lock)
        {
            var thread = _messages.Where(message => message.Channel == form["channel"] && (message.Ts == form["ts"] || message.ThreadTs == form["ts"])).ToList();
            return Unknown(form["channel"]) ?? (thread.Count == 0 ? Error("thread_not_found") : Page(form, thread));
        }
    }

    private JsonObject Page(Dictionary<string, string> form, IEnumerable<FakeSlackMessage> messages)
    {
        var oldest = decimal.Parse(form["oldest"], CultureInfo.InvariantCulture);
        var size = Math.Min(HistoryPage, int.Parse(form["limit"], CultureInfo.InvariantCulture));
        if (form["limit"] is var limit && int.Parse(limit, CultureInfo.InvariantCulture) is < 1 or > 999)
            Violate($"a page of {limit} messages");
        var from = form.TryGetValue("cursor", out var cursor) ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        FakeSlackMessage[] found = [.. messages.Where(message => decimal.Parse(message.Ts, CultureInfo.InvariantCulture) >= oldest)];

        var page = new JsonArray();
        foreach (var message in found.Skip(from).Take(size))
        {
            var shown = new JsonObject { ["type"] = "message", ["ts"] = message.Ts, ["text"] = message.Text };
            if (form["include_all_metadata"] == "true" && message.Body.TryGetProperty("metadata", out var metadata))
                shown["metadata"] = JsonNode.Parse(metadata.GetRawText());
            page.Add(shown);
        }

        var more = from + size < found.Length;
        return new JsonObject
        {
            ["ok"] = true,
            ["messages"] = page,
            ["has_more"] = more,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = more ? (from + size).ToString(CultureInfo.InvariantCulture) : "" },
        };
    }
}
