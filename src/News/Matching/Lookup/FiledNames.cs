using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>
/// The names of entities that an article may have, so that it is filed under them: @iran needs one of fourteen hundred roots,
/// in ten scripts, and looking all of them up takes a fifth of a second. Immutable.
/// </summary>
/// <remarks>
/// What a name is filed under follows from what it needs. So whoever knows an entity by other names looks for another root,
/// does not find it and asks for all that is needed.
/// </remarks>
public sealed class FiledNames
{
    /// <summary>Fewer roots are looked up one by one.</summary>
    private const int MostLookedUp = 16;

    /// <summary>A pair stands in so many fewer articles than a word does.</summary>
    private const int PairsPerWord = 30;

    private readonly Dictionary<string, int> _roots = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>By roots: the ways to have a name, each under a few roots of which every article has one that has the name so.</summary>
    private readonly (int Name, Way Way)[][] _ways;

    /// <param name="needed">What the names need. Those that need little, or what no word tells, are left out.</param>
    public FiledNames(IEnumerable<Needed?> needed)
    {
        ArgumentNullException.ThrowIfNull(needed);
        var ways = new List<(int Root, int Name, Way Way)>();
        var compiled = new Dictionary<UInt128, Way>(); // "republic" is in two hundred names, and kept once
        foreach (var name in needed.OfType<Needed.Any>().Where(name => RootOf(name) is not null).Distinct())
        {
            _names.Add(RootOf(name)!);
            foreach (var way in name.Parts)
            {
                foreach (var root in Rarest(way).Roots)
                    ways.Add((IdOf(root), _names.Count - 1, Compile(way, compiled)));
            }
        }

        _ways = new (int, Way)[_roots.Count][];
        Array.Fill(_ways, []);
        foreach (var root in ways.GroupBy(way => way.Root))
            _ways[root.Key] = [.. root.Select(way => (way.Name, way.Way))];
    }

    /// <summary>What the names are filed under.</summary>
    public IReadOnlyList<string> Roots => _names;

    /// <summary>Of all entities of a book, and of countries by their bare names. Takes a second or two.</summary>
    public static FiledNames Of(EntityBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var names = new FiledNames(book.All.SelectMany(pack => pack.People.IsEmpty ? [$"@{pack.Handle}"] : new[] { $"@{pack.Handle}", $"\"{pack.Name}\"", pack.Name })
            .Select(text => (Query.Parse(text, book) as QueryReading.Read)?.Query.Needs()));
        Needed.Forget();
        return names;
    }

    /// <summary>What articles are filed under that have what is needed; null of what needs little.</summary>
    public static string? RootOf(Needed needed)
    {
        ArgumentNullException.ThrowIfNull(needed);
        return needed is Needed.Any && needed.Size > MostLookedUp ? $"_n{(ulong)needed.Key:x16}" : null;
    }

    /// <summary>What an article is filed under besides.</summary>
    /// <param name="words">As <see cref="ArticleWords"/> has them.</param>
    public IReadOnlyCollection<string> In(IReadOnlySet<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var there = new HashSet<int>(words.Count);
        foreach (var word in words)
        {
            if (_roots.TryGetValue(word, out var root))
                there.Add(root);
        }

        var met = new bool[_names.Count];
        var found = new List<string>();
        foreach (var root in there)
        {
            foreach (var (name, way) in _ways[root])
            {
                if (!met[name] && (met[name] = way.IsIn(there)))
                    found.Add(_names[name]);
            }
        }

        return found;
    }

    private int IdOf(string root)
    {
        if (_roots.TryGetValue(root, out var id))
            return id;
        return _roots[root] = _roots.Count;
    }

    private Way Compile(Needed needed, Dictionary<UInt128, Way> compiled)
    {
        if (compiled.TryGetValue(needed.Key, out var known))
            return known;
        var (isAll, parts) = needed switch
        {
            Needed.Root { IsBeginning: false } => (true, [needed]),
            Needed.All all => (true, all.Parts),
            Needed.Any any => (false, any.Parts),
            _ => throw new ArgumentOutOfRangeException(nameof(needed), needed, "No entity has a name that is a beginning."),
        };
        return compiled[needed.Key] = new Way(
            isAll,
            [.. parts.OfType<Needed.Root>().Select(root => IdOf(root.Letters))],
            [.. parts.Where(part => part is not Needed.Root).Select(part => Compile(part, compiled))]);
    }

    /// <summary>Roots of which an article has one that has what is needed: those that the fewest have.</summary>
    private static (int Often, ImmutableArray<string> Roots) Rarest(Needed needed)
    {
        switch (needed)
        {
            case Needed.Root root:
                return (root.Letters.StartsWith('_') ? 1 : PairsPerWord, [root.Letters]);
            case Needed.All all:
                return all.Parts.Select(Rarest).MinBy(part => part.Often);
            default:
                var parts = ((Needed.Any)needed).Parts.Select(Rarest).ToList();
                return (parts.Sum(part => part.Often), [.. parts.SelectMany(part => part.Roots).Distinct(StringComparer.Ordinal)]);
        }
    }

    /// <summary>Roots, by number, all or one of which it takes, and so of the parts.</summary>
    private sealed record Way(bool IsAll, ImmutableArray<int> Roots, ImmutableArray<Way> Parts)
    {
        public bool IsIn(HashSet<int> there)
        {
            foreach (var root in Roots)
            {
                if (there.Contains(root) != IsAll)
                    return !IsAll;
            }

            foreach (var part in Parts)
            {
                if (part.IsIn(there) != IsAll)
                    return !IsAll;
            }

            return IsAll;
        }
    }
}
