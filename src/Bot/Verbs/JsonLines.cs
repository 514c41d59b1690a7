using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using News.Feeds;

namespace Bot.Verbs;

/// <summary>One JSON object a line: what the verbs read with <c>--jsonl</c> and what they print.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcInstants(), new Instants(), new LongTexts() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>As <see cref="Write{T}(T)"/>, without the line as a whole in memory.</summary>
    public static void Write<T>(T value, TextWriter output)
    {
        using var stream = new WriterStream(output);
        JsonSerializer.Serialize(stream, value, Options);
    }

    /// <exception cref="BadInputException">The line is no such object.</exception>
    public static T Read<T>(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw new BadInputException("is null, not a JSON object");
        }
        catch (JsonException wrong)
        {
            throw new BadInputException(Words(wrong));
        }
    }

    /// <summary>What is wrong, for the one who wrote the line: no types of ours, and no line number but the line's own.</summary>
    private static string Words(JsonException wrong)
    {
        if (wrong.Path is ['$', '.', .. var name] && wrong.InnerException is not JsonException)
            return $"is no such JSON object: \"{name}\" can't be read, at byte {wrong.BytePositionInLine}";
        return wrong.InnerException is JsonException ? $"is no JSON, from byte {wrong.BytePositionInLine} on" : "is no JSON object";
    }

    /// <summary>A long text is written piece by piece: escaping needs a multiple of what it is given.</summary>
    private sealed class LongTexts : JsonConverter<string>
    {
        private const int Piece = 32 * 1024;

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            var rest = value.AsSpan();
            for (; rest.Length > Piece; rest = rest[Piece..])
                writer.WriteStringValueSegment(rest[..Piece], isFinalSegment: false);
            if (value.Length > Piece)
                writer.WriteStringValueSegment(rest, isFinalSegment: true);
            else
                writer.WriteStringValue(value);
        }
    }

    /// <summary>ISO 8601 in UTC: 2026-03-01T14:05:00Z.</summary>
    private sealed class UtcInstants : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("An instant that is read may be unknown.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(
                value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
                System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>As feeds write them; one that can't be is unknown, and no reason to refuse the rest of the line.</summary>
    private sealed class Instants : JsonConverter<DateTimeOffset?>
    {
        private readonly UtcInstants _known = new();

        public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return FeedDate.TryParse(reader.GetString());
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
        {
            if (value is { } known)
                _known.Write(writer, known, options);
            else
                writer.WriteNullValue();
        }
    }
}
