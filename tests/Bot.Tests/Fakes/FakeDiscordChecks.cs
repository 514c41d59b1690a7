using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Fakes;

/// <summary>What Discord refuses: by its documentation, and by its own description of the API where that is at hand.</summary>
public static partial class FakeDiscordChecks
{
    /// <summary>A message of a channel: it carries the nonce that makes it once-only.</summary>
    public static List<string> Post(JsonNode body)
    {
        var wrong = Message(body, mayBeEdit: false);
        if (body["nonce"]?.GetValue<string>() is not { Length: >= 1 and <= 25 } || body["enforce_nonce"]?.GetValue<bool>() != true)
            wrong.Add("no nonce makes the message once-only");
        return wrong;
    }

    /// <param name="mayBeEdit">An edit of an answer has no nonce.</param>
    public static List<string> Message(JsonNode body, bool mayBeEdit)
    {
        List<string> wrong = [.. FakeDiscordSchema.Check(mayBeEdit ? "IncomingWebhookUpdateRequestPartial" : "MessageCreateRequest", body)];
        CheckMessage(body, wrong);
        return wrong;
    }

    public static List<string> Edit(JsonNode body)
    {
        List<string> wrong = [.. FakeDiscordSchema.Check("MessageEditRequestPartial", body)];
        CheckMessage(body, wrong);
        foreach (var name in (ReadOnlySpan<string>)["nonce", "enforce_nonce", "message_reference", "tts"])
        {
            if (body[name] is not null)
                wrong.Add($"an edit has {name}");
        }

        return wrong;
    }

    public static List<string> Thread(JsonNode body)
    {
        List<string> wrong = [.. FakeDiscordSchema.Check("CreateTextThreadWithMessageRequest", body)];
        var name = body["name"]?.GetValue<string>() ?? "";
        foreach (var unknown in body.AsObject().Select(pair => pair.Key).Except(["name", "auto_archive_duration", "rate_limit_per_user"]))
            wrong.Add($"a thread has {unknown}");
        if (IsBlank(body["name"]) || name.Length > 100 || HasHalfASurrogate(name))
            wrong.Add($"a thread is called '{name}'");
        if (body["auto_archive_duration"]?.GetValue<int>() is not (60 or 1440 or 4320 or 10080))
            wrong.Add($"auto_archive_duration is {body["auto_archive_duration"]}");
        return wrong;
    }

    public static List<string> Callback(JsonNode body)
    {
        List<string> wrong = [.. FakeDiscordSchema.Check("CreateMessageInteractionCallbackRequest", body)];
        var type = body["type"]?.GetValue<int>();
        if (type == 4)
            CheckMessage(body["data"] ?? new JsonObject(), wrong);
        else if (type != 5)
            wrong.Add($"the callback has the type {type}");
        return wrong;
    }

    public static List<string> Commands(JsonNode body)
    {
        List<string> wrong = [];
        foreach (var command in body.AsArray())
        {
            wrong.AddRange(FakeDiscordSchema.Check("ApplicationCommandUpdateRequest", command));
            CheckNamed(command!, wrong);
            if (Written(command!) > 8000)
                wrong.Add($"{command!["name"]} has more than 8,000 characters");
        }

        var names = body.AsArray().Select(command => command!["name"]!.GetValue<string>()).ToList();
        if (names.Distinct().Count() != names.Count)
            wrong.Add("two commands have one name");
        return wrong;
    }

    private static void CheckMessage(JsonNode body, List<string> wrong)
    {
        if (body["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 } || body["allowed_mentions"]!.AsObject().Count != 1)
            wrong.Add("allowed_mentions does not forbid every mention");
        if (body["content"]?.GetValue<string>().Length > 2000)
            wrong.Add("content is over 2,000");
        if (body["nonce"]?.GetValue<string>().Length > 25)
            wrong.Add("nonce is over 25");

        var embeds = (body["embeds"]?.AsArray() ?? []).OfType<JsonNode>().ToList();
        if (embeds.Count == 0 && IsBlank(body["content"]))
            wrong.Add("the message is empty");
        if (embeds.Count > 10)
            wrong.Add("more than 10 embeds");
        if (embeds.Sum(CheckEmbed) > 6000)
            wrong.Add("more than 6,000 characters over all embeds");
        CheckButtons(body, wrong);

        int CheckEmbed(JsonNode embed)
        {
            var length = Take(embed["title"], "title", 256) + Take(embed["description"], "description", 4096)
                + Take(embed["footer"]?["text"], "footer.text", 2048) + Take(embed["author"]?["name"], "author.name", 256);
            foreach (var field in embed["fields"]?.AsArray() ?? [])
                length += Take(field!["name"], "field.name", 256, required: true) + Take(field["value"], "field.value", 1024, required: true);
            if (length == 0)
                wrong.Add("an embed is empty");
            if (embed["url"]?.GetValue<string>() is { } url && !IsHttp(url, 2048))
                wrong.Add($"an embed's url is {url}");
            return length;
        }

        int Take(JsonNode? node, string name, int most, bool required = false)
        {
            if (node is null)
            {
                if (required)
                    wrong.Add($"{name} is missing");
                return 0;
            }

            var text = node.GetValue<string>();
            if (IsBlank(node))
                wrong.Add($"{name} is empty");
            if (text.Length > most)
                wrong.Add($"{name} is over {most}");
            if (HasHalfASurrogate(text))
                wrong.Add($"{name} holds half a surrogate pair");
            return text.Length;
        }
    }

    private static void CheckButtons(JsonNode body, List<string> wrong)
    {
        var rows = body["components"]?.AsArray() ?? [];
        if (rows.Count > 5)
            wrong.Add("more than 5 rows of buttons");
        HashSet<string> ids = [];
        foreach (var row in rows)
        {
            if (row!["components"] is not JsonArray { Count: >= 1 and <= 5 } buttons)
            {
                wrong.Add("a row does not have 1 to 5 buttons");
                continue;
            }

            foreach (var button in buttons)
            {
                var isLink = button!["style"]?.GetValue<int>() == 5;
                var id = button["custom_id"]?.GetValue<string>();
                if (IsBlank(button["label"]) || button["label"]!.GetValue<string>().Length > 80)
                    wrong.Add($"a button's label is {button["label"]}");
                if (isLink && (id is not null || !IsHttp(button["url"]?.GetValue<string>(), 512)))
                    wrong.Add($"a link button's url is {button["url"]}");
                if (!isLink && (id is not { Length: >= 1 and <= 100 } || !ids.Add(id) || button["url"] is not null))
                    wrong.Add($"a button's custom_id is {id}");
            }
        }
    }

    private static void CheckNamed(JsonNode node, List<string> wrong)
    {
        var name = node["name"]?.GetValue<string>() ?? "";
        if (!CommandName().IsMatch(name) || name.Any(char.IsUpper))
            wrong.Add($"a command or option is called '{name}'");
        if (node["description"]?.GetValue<string>() is not { Length: >= 1 and <= 100 })
            wrong.Add($"{name} has the description {node["description"]}");

        var options = (node["options"]?.AsArray() ?? []).OfType<JsonNode>().ToList();
        var required = options.Select(option => option["required"]?.GetValue<bool>() == true).ToList();
        if (!required.SequenceEqual(required.OrderByDescending(is_ => is_)))
            wrong.Add($"{name} has a required option after one that is not");
        if (options.Count > 25 || options.Select(option => option["name"]?.GetValue<string>()).Distinct().Count() != options.Count)
            wrong.Add($"{name} has too many options, or two of one name");
        foreach (var option in options)
            CheckNamed(option, wrong);
    }

    private static int Written(JsonNode node) =>
        (node["name"]?.GetValue<string>().Length ?? 0) + (node["description"]?.GetValue<string>().Length ?? 0)
        + (node["options"]?.AsArray().OfType<JsonNode>().Sum(Written) ?? 0)
        + (node["choices"]?.AsArray().Sum(choice => choice!["name"]!.GetValue<string>().Length + choice["value"]!.ToJsonString().Length) ?? 0);

    private static bool IsBlank(JsonNode? node) =>
        node is null || node.GetValue<string>().EnumerateRunes().All(rune =>
            Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control);

    private static bool IsHttp(string? url, int most) =>
        url is not null && url.Length <= most && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static bool HasHalfASurrogate(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) && !text.Contains('\uFFFD', StringComparison.Ordinal);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$", RegexOptions.NonBacktracking)]
    private static partial Regex CommandName();
}
