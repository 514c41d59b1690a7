using Microsoft.Extensions.Options;
using News.Entities;

namespace Bot.Storage;

/// <summary>The section <c>Entities</c> of the settings.</summary>
public sealed class EntityOptions
{
    public const string Section = "Entities";

    /// <summary>Where it is looked for unless a setting names another folder.</summary>
    public const string UsualFolder = "entities";

    /// <summary>The folder of the team's own entity files; null for <see cref="UsualFolder"/>, which need not be there.</summary>
    public string? Folder { get; set; }
}

/// <summary>The entities that every scope can name: those that ship with the bot, and those of the team's own files.</summary>
/// <remarks>Read once, at the start.</remarks>
public sealed class EveryonesEntities
{
    /// <exception cref="InvalidDataException">The folder is named and not there, or a file in it is wrong: which, where and why.</exception>
    public EveryonesEntities(IOptions<EntityOptions> options)
    {
        var own = ReadAll(options.Value.Folder);
        (Book, HasOwn) = (EntityBook.Shipped.With(own), own.Count > 0);
    }

    public EntityBook Book { get; }

    /// <summary>The team has files of its own.</summary>
    public bool HasOwn { get; }

    private static List<EntityPack> ReadAll(string? folder)
    {
        var path = folder ?? EntityOptions.UsualFolder;
        if (!Directory.Exists(path))
        {
            return folder is null
                ? []
                : throw new InvalidDataException($"Entities:Folder is “{folder}”, and there is no such folder: it takes one with entity files (*.json).");
        }

        var wrong = new List<string>();
        var packs = new Dictionary<string, (EntityPack Pack, string File)>(StringComparer.Ordinal);
        var names = new Dictionary<string, (string Handle, string File)>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            switch (EntityFile.Read(file, Bytes(file)))
            {
                case EntityReading.Wrong { Error: var error }:
                    wrong.Add(error.ToString());
                    break;
                case EntityReading.Read { Pack: var pack } when !packs.TryAdd(pack.Handle, (pack, file)):
                    wrong.Add($"{file}: @{pack.Handle} stands in {packs[pack.Handle].File}, too.");
                    break;
                case EntityReading.Read { Pack: var pack }:
                    wrong.AddRange(pack.All.Where(name => !pack.Ambiguous.ContainsKey(name)).Select(name => FaultOf(name, pack.Handle, file)).OfType<string>());
                    break;
            }
        }

        return wrong.Count == 0 ? [.. packs.Values.Select(read => read.Pack)] : throw new InvalidDataException(string.Join('\n', wrong));

        string? FaultOf(string name, string handle, string file) =>
            CommonNames.FaultOf(name) is { } fault ? $"{file}: {fault}"
            : !names.TryAdd(name, (handle, file)) && names[name] is var other && other.Handle != handle
                ? $"{file}: “{name}” is a name of @{handle} here and of @{other.Handle} in {other.File}. One of them takes it, or both say under \"ambiguous\" what must stand near it."
                : null;
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file} can't be read: {problem.Message}", problem);
        }
    }
}
