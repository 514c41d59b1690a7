using System.Text.Json;

namespace Bot.Discord;

/// <summary>Reads Discord's error bodies: <c>{"code": 50035, "message": "…", "errors": {"embeds": {"0": {…}}}}</c>.</summary>
internal static class DiscordError
{
    private const int MostFields = 5;
    private const int Deepest = 12;

    public static RestOutcome.Refused Read(int status, JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } body)
            return new RestOutcome.Refused(status, 0, $"HTTP {status}", FromDiscord: false);

        var code = body.Number("code") ?? 0;
        List<string> fields = [];
        if (body.Member("errors") is { } errors)
            Collect(errors, "", 0, fields);

        var message = body.Text("message") ?? $"HTTP {status}";
        return new RestOutcome.Refused(
            status, code, fields.Count == 0 ? message : $"{message}: {string.Join("; ", fields)}", FromDiscord: true);
    }

    /// <summary>"embeds.0.description: Must be 4096 or fewer in length."</summary>
    private static void Collect(JsonElement node, string path, int depth, List<string> fields)
    {
        if (node.ValueKind != JsonValueKind.Object || depth > Deepest || fields.Count >= MostFields)
            return;

        foreach (var member in node.EnumerateObject())
        {
            if (member.Name != "_errors")
            {
                Collect(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", depth + 1, fields);
                continue;
            }

            var what = string.Join(", ", node.Items("_errors").Select(error => error.Text("message")).OfType<string>().Take(2));
            fields.Add($"{path}: {what}");
        }
    }
}
