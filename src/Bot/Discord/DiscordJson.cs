using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord;

/// <summary>How wire records are written and read: snake_case, nothing for null, letters as they are.</summary>
internal static class DiscordJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // No browser reads this, and Arabic as \u escapes would be six times as long.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);

    public static HttpContent Content(object value)
    {
        if (value is WithFile form)
            return Content(form);

        var content = new ByteArrayContent(Bytes(value));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static MultipartFormDataContent Content(WithFile form)
    {
        var message = form.Message with { Attachments = [new Attachment("0", form.File.Name)] };
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(form.File.Text));
        file.Headers.ContentType = new MediaTypeHeaderValue(form.File.MediaType);
        return new MultipartFormDataContent
        {
            { Content((object)message), "payload_json" },
            { file, "files[0]", form.File.Name },
        };
    }

    /// <summary>Null for anything that is no JSON.</summary>
    public static JsonElement? TryParse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            return JsonElement.TryParseValue(ref reader, out var element) ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of a property; null where it is missing or something else.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static int? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The elements of a list; none where it is missing or something else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
