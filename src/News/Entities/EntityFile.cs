using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace News.Entities;

/// <summary>
/// Reads one entity file, whose shape README.md beside this file describes. Comments and commas too many are taken, an
/// unknown property is not: it is a slip of the pen that would lose names.
/// </summary>
public static class EntityFile
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 1 << 20;

    /// <summary>More are a list of something else, and would make one entity cost what a thousand watchlists do.</summary>
    public const int MostNames = 500;

    /// <summary>Takes any bytes.</summary>
    /// <param name="fileName">What an error calls the file.</param>
    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    public static EntityReading Read(string fileName, ReadOnlySpan<byte> json)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (json.Length > LargestFile)
            return Wrong(1, $"An entity file may have {LargestFile:N0} bytes, and this one has {json.Length:N0}.");
        if (json.StartsWith("\uFEFF"u8))
            json = json["\uFEFF"u8.Length..];
        if (!Utf8.IsValid(json))
            return Wrong(1, "An entity file is written in UTF-8, and this one is not.");
        var reader = new Reader(json);
        try
        {
            return reader.ReadPack() is { } pack ? new EntityReading.Read(pack) : Wrong(reader.WrongLine, reader.WrongBecause!);
        }
        catch (JsonException exception)
        {
            var place = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return Wrong((int)(exception.LineNumber ?? 0) + 1, $"This is no JSON: {(place < 0 ? exception.Message : exception.Message[..place])}");
        }

        EntityReading.Wrong Wrong(int line, string message) => new(new EntityError(fileName, line, message));
    }

    /// <summary>Each method gives null, or false, once something wrong is noted; the first is what is told.</summary>
    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private readonly Dictionary<string, ImmutableArray<string>> _lists = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
        private readonly List<(string Name, int Line)> _ambiguous = [];
        private Utf8JsonReader _json = new(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        private ImmutableDictionary<string, ImmutableArray<string>> _near = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        private int _names;

        public int WrongLine { get; private set; }

        public string? WrongBecause { get; private set; }

        private readonly int Line => 1 + _bytes[..(int)_json.TokenStartIndex].Count((byte)'\n');

        public EntityPack? ReadPack()
        {
            if (_bytes.Trim(" \t\r\n"u8).IsEmpty)
                return Wrong<EntityPack>("This file is empty.");
            _json.Read();
            if (!Is(JsonTokenType.StartObject, "An entity file is one object: { \"comment\": …, \"handle\": …, \"name\": …, \"names\": [ … ] }"))
                return null;
            while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
            {
                if (Text() is not { } property || !ReadProperty(property))
                    return null;
            }

            var line = Line;
            _json.Read(); // throws where more follows
            return Pack(line);
        }

        private bool ReadProperty(string property)
        {
            if (_lists.ContainsKey(property) || _texts.ContainsKey(property) || (property == "ambiguous" && _ambiguous.Count > 0))
                return Note($"\"{property}\" stands here for the second time.");
            switch (property)
            {
                case "comment" or "handle" or "name":
                    return ReadText(property);
                case "names" or "people" or "capital" or "government" or "forces" or "except":
                    _json.Read();
                    if (ReadNames(property) is not { } names)
                        return false;
                    _lists[property] = names;
                    return true;
                case "ambiguous":
                    return ReadAmbiguous();
                default:
                    return Note($"There is no property \"{property}\"; known are comment, handle, name, names, people, capital, government, forces, ambiguous and except.");
            }
        }

        private bool ReadText(string property)
        {
            _json.Read();
            if (!Is(JsonTokenType.String, $"\"{property}\" takes a text in marks.") || Text() is not { } text)
                return false;
            if (string.IsNullOrWhiteSpace(text))
                return Note($"\"{property}\" is empty.");
            _texts[property] = text;
            return property switch
            {
                "handle" when EntityNames.FaultOfHandle(text) is { } fault => Note(fault),
                "name" when EntityNames.FaultOfName(text) is { } fault => Note(fault),
                _ => true,
            };
        }

        private ImmutableArray<string>? ReadNames(string of)
        {
            if (!Is(JsonTokenType.StartArray, $"\"{of}\" takes a list: [ \"one\", \"another\" ]"))
                return null;
            var names = ImmutableArray.CreateBuilder<string>();
            while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
            {
                if (!Is(JsonTokenType.String, $"\"{of}\" takes names in marks.") || Text() is not { } name)
                    return null;
                if (EntityNames.FaultOfName(name) is { } fault)
                    return WrongNames(fault);
                if (++_names > MostNames)
                    return WrongNames($"An entity may have {MostNames} names, and this is one more.");
                names.Add(name);
            }

            return names.Count == 0 ? WrongNames($"\"{of}\" is empty; leave it out where there is nothing to say.") : names.DrainToImmutable();
        }

        private bool ReadAmbiguous()
        {
            _json.Read();
            if (!Is(JsonTokenType.StartObject, "\"ambiguous\" takes names, each with the words that must stand near: { \"Georgia\": [ \"Tbilisi\", \"Caucasus\" ] }"))
                return false;
            while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
            {
                var line = Line;
                if (Text() is not { } name)
                    return false;
                if (_near.ContainsKey(name))
                    return Note($"\"{name}\" stands here for the second time.");
                _json.Read();
                if (ReadNames(name) is not { } near)
                    return false;
                _ambiguous.Add((name, line));
                _near = _near.SetItem(name, near);
            }

            return true;
        }

        private EntityPack? Pack(int end)
        {
            foreach (var property in (ReadOnlySpan<string>)["comment", "handle", "name"])
            {
                if (!_texts.ContainsKey(property))
                    return Wrong<EntityPack>($"\"{property}\" is missing{(property == "comment" ? ": where the names are from" : "")}.", end);
            }

            if (!_lists.ContainsKey("names"))
                return Wrong<EntityPack>("\"names\" is missing: [ \"one name\", \"another\" ]", end);
            var pack = new EntityPack
            {
                Comment = _texts["comment"],
                Handle = _texts["handle"],
                Name = _texts["name"],
                Names = List("names"),
                People = List("people"),
                Capital = List("capital"),
                Government = List("government"),
                Forces = List("forces"),
                Ambiguous = _near,
                Except = List("except"),
            };
            if (pack.Except.FirstOrDefault(pack.All.Contains) is { } both)
                return Wrong<EntityPack>($"\"{both}\" is a name and an exception, and can't be both.", end);
            foreach (var (name, line) in _ambiguous)
            {
                if (!pack.All.Contains(name))
                    return Wrong<EntityPack>($"\"{name}\" is said to be ambiguous but is not among the names, letter for letter.", line);
            }

            return pack;
        }

        private readonly ImmutableArray<string> List(string property) => _lists.GetValueOrDefault(property, []);

        /// <summary>Of a string or property name; an escape may name half a character.</summary>
        private string? Text()
        {
            try
            {
                return _json.GetString()!;
            }
            catch (InvalidOperationException)
            {
                return Wrong<string>("A \\u escape here is half a character.");
            }
        }

        private bool Is(JsonTokenType type, string expected) => _json.TokenType == type || Note(expected);

        private bool Note(string because)
        {
            Wrong<object>(because);
            return false;
        }

        private ImmutableArray<string>? WrongNames(string because)
        {
            Wrong<object>(because);
            return null;
        }

        private T? Wrong<T>(string because, int? line = null)
            where T : class
        {
            (WrongBecause, WrongLine) = (because, line ?? Line);
            return null;
        }
    }
}
