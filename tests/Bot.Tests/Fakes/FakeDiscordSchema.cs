using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Fakes;

/// <summary>
/// Holds a body against Discord's own OpenAPI description, as far as JSON Schema goes there, and stricter: a property
/// that the schema does not know is wrong. Says nothing where the description is not at hand.
/// </summary>
public static class FakeDiscordSchema
{
    private static readonly Lazy<JsonObject?> Schemas = new(Load);

    public static bool IsAtHand => Schemas.Value is not null;

    /// <param name="name">Of <c>#/components/schemas</c>.</param>
    public static IEnumerable<string> Check(string name, JsonNode? body) =>
        Schemas.Value is { } schemas ? Check(schemas[name]!.AsObject(), body, name).Take(5) : [];

    /// <summary>The description lies in a folder beside the repository, or beside what holds its worktrees.</summary>
    private static JsonObject? Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "specs", "discord-openapi.json");
            if (File.Exists(file))
                return JsonNode.Parse(File.ReadAllText(file))!["components"]!["schemas"]!.AsObject();
        }

        return null;
    }

    private static List<string> Check(JsonObject schema, JsonNode? value, string path)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Check(Schemas.Value![reference.Split('/')[^1]]!.AsObject(), value, path);

        List<string> wrong = [];
        CheckType(schema, value, path, wrong);
        CheckUnions(schema, value, path, wrong);
        switch (value?.GetValueKind())
        {
            case JsonValueKind.Object:
                CheckObject(schema, value.AsObject(), path, wrong);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value.AsArray(), path, wrong);
                break;
            case JsonValueKind.String:
                CheckText(schema, value.GetValue<string>(), path, wrong);
                break;
            case JsonValueKind.Number:
                var number = value.GetValue<decimal>();
                if (number < (schema["minimum"]?.GetValue<decimal>() ?? number) || number > (schema["maximum"]?.GetValue<decimal>() ?? number))
                    wrong.Add($"{path}: {number} is out of range");
                break;
        }

        return wrong;
    }

    private static void CheckType(JsonObject schema, JsonNode? value, string path, List<string> wrong)
    {
        List<string> types = schema["type"] switch
        {
            JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
            JsonNode one => [one.GetValue<string>()],
            null => [],
        };
        var kind = value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
            JsonValueKind.String => "string",
            JsonValueKind.Array => "array",
            _ => "object",
        };
        if (types.Count > 0 && !types.Contains(kind) && !(kind == "integer" && types.Contains("number")))
            wrong.Add($"{path}: is {kind} and not {string.Join(" or ", types)}");
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
            wrong.Add($"{path}: {value?.ToJsonString()} is none of {choices.ToJsonString()}");
        if (schema.TryGetPropertyValue("const", out var only) && !JsonNode.DeepEquals(only, value))
            wrong.Add($"{path}: is not {only?.ToJsonString()}");
    }

    private static void CheckUnions(JsonObject schema, JsonNode? value, string path, List<string> wrong)
    {
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
            wrong.AddRange(Check(part!.AsObject(), value, path));

        foreach (var union in (ReadOnlySpan<string>)["oneOf", "anyOf"])
        {
            if (schema[union] is not JsonArray branches)
                continue;
            var best = branches.Select(branch => Check(branch!.AsObject(), value, path)).MinBy(found => found.Count);
            wrong.AddRange(best ?? []);
        }
    }

    private static void CheckObject(JsonObject schema, JsonObject value, string path, List<string> wrong)
    {
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (!value.ContainsKey(name!.GetValue<string>()))
                wrong.Add($"{path}.{name}: is missing");
        }

        if (schema["properties"] is not JsonObject properties)
            return;
        foreach (var (name, member) in value)
        {
            if (properties[name] is JsonObject known)
                wrong.AddRange(Check(known, member, $"{path}.{name}"));
            else if (schema["additionalProperties"] is null)
                wrong.Add($"{path}.{name}: is unknown");
        }
    }

    private static void CheckArray(JsonObject schema, JsonArray value, string path, List<string> wrong)
    {
        if (value.Count > (schema["maxItems"]?.GetValue<int>() ?? int.MaxValue) || value.Count < (schema["minItems"]?.GetValue<int>() ?? 0))
            wrong.Add($"{path}: has {value.Count} items");
        if (schema["items"] is not JsonObject items)
            return;
        for (var at = 0; at < value.Count; at++)
            wrong.AddRange(Check(items, value[at], $"{path}.{at}"));
    }

    private static void CheckText(JsonObject schema, string value, string path, List<string> wrong)
    {
        var length = value.EnumerateRunes().Count();
        if (length > (schema["maxLength"]?.GetValue<int>() ?? int.MaxValue) || length < (schema["minLength"]?.GetValue<int>() ?? 0))
            wrong.Add($"{path}: has {length} characters");
        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(value, pattern, RegexOptions.NonBacktracking))
            wrong.Add($"{path}: '{value}' does not have the form {pattern}");
        if (schema["format"]?.GetValue<string>() == "date-time" && !DateTimeOffset.TryParse(value, out _))
            wrong.Add($"{path}: '{value}' is no instant");
    }
}
