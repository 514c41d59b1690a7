using System.Collections.Frozen;

namespace News.Articles;

/// <summary>
/// The names in a byline: "By Jane Doe, Senior Editor | Jan. 28, 2025" is "Jane Doe". Words that introduce, titles of
/// jobs, dates, addresses and handles go; names come separated by ", ".
/// </summary>
internal static class PageByline
{
    private const int MaxNames = 12;
    private const int MaxWords = 6;
    private const int MaxLength = 200;

    private static readonly string[] Introductions =
    [
        "written by", "posted by", "published by", "interview:", "auteur:", "eingestellt von", "reported by", "story by", "words by", "article by", "author:", "authors:",
        "by:", "by", "von:", "von", "text:", "text von", "autor:", "autorin:", "ein artikel von", "ein beitrag von", "par", "por:", "por",
        "autor", "auteur :", "di", "door", "av", "af", "przez", "autor", "автор:", "текст:", "بقلم", "كتب", "نوشته",
    ];

    private static readonly string[] Separators =
        [" and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " & ", ";", "/", ",", "|", "•", "·", " – ", " — ", " - ", "\n"];

    /// <summary>What stands in a byline beside names, by its last or first word.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Jobs = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "editor", "editors", "reporter", "correspondent", "writer", "contributor", "producer", "columnist", "journalist", "analyst",
        "bureau", "author", "name", "stand", "datum", "kommentare", "updated", "published", "posted", "redakteur", "redakteurin", "korrespondent", "korrespondentin",
        "autor", "autorin", "volontär", "volontärin", "journaliste", "rédacteur", "rédactrice", "redactor", "redactora",
        "periodista", "giornalista", "read", "min", "more", "weiter", "comments", "share", "follow", "print", "email").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = FrozenSet.Create(
        StringComparer.Ordinal,
        "de", "da", "do", "dos", "del", "della", "di", "du", "des", "la", "le", "el", "al", "bin", "ibn", "van", "von", "vom", "der",
        "den", "zu", "zur", "ter", "ten", "e", "y", "af", "av", "st.").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names of a byline as readers see it; null where it has none.</summary>
    public static string? Names(string? line)
    {
        if (string.IsNullOrWhiteSpace(line) || line.Length > MaxLength)
            return null;
        var names = new List<string>();
        AddNames(WithoutIntroduction(line.AsSpan()), names);
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    /// <summary>What machines are told is a name, or names; only what introduces them goes. Null for addresses and handles.</summary>
    public static string? Told(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxLength)
            return null;
        var rest = WithoutIntroduction(name.AsSpan());
        if (rest.Length == 0 || rest[0] == '@' || rest.Contains("://", StringComparison.Ordinal) || !rest.ContainsAnyLetter())
            return null;
        return Names(rest.ToString()) ?? rest.TrimEnd(" .,").ToString();
    }

    private static ReadOnlySpan<char> WithoutIntroduction(ReadOnlySpan<char> line)
    {
        line = line.Trim(" ,.:–—-|\n");
        foreach (var word in Introductions)
        {
            if (line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && line.Length > word.Length && (line[word.Length] == ' ' || word[^1] == ':'))
                return WithoutIntroduction(line[word.Length..]);
        }

        return line;
    }

    private static void AddNames(ReadOnlySpan<char> line, List<string> names)
    {
        var (at, length) = (-1, 0);
        foreach (var separator in Separators)
        {
            var found = line.IndexOf(separator, StringComparison.Ordinal);
            if (found >= 0 && (at < 0 || found < at))
                (at, length) = (found, separator.Length);
        }

        if (at < 0)
        {
            AddName(line, names);
            return;
        }

        AddName(line[..at], names);
        if (names.Count < MaxNames)
            AddNames(line[(at + length)..], names);
    }

    private static void AddName(ReadOnlySpan<char> part, List<string> names)
    {
        var name = WithoutIntroduction(part);
        var digit = name.IndexOfAnyInRange('0', '9');
        if (digit >= 0)
            name = WithoutMonth(name[..digit].TrimEnd());
        if (name.IndexOf('(') is >= 0 and var open && !name[open..].Contains(')'))
            name = name[..open];
        name = name.Trim(" ,.:–—-|\n");
        if (name.Length < 2 || !IsName(name))
            return;
        var text = name.ToString();
        if (!names.Contains(text, StringComparer.OrdinalIgnoreCase))
            names.Add(text);
    }

    // "Jane Doe March 25, 2025"
    private static ReadOnlySpan<char> WithoutMonth(ReadOnlySpan<char> name)
    {
        var last = name.LastIndexOf(' ') + 1;
        return PageDateText.IsMonth(name[last..].TrimEnd('.')) ? name[..last] : name;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Contains('@') || name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return false;
        var words = 0;
        var capitals = 0;
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (word.IsEmpty)
                continue;
            if (++words > MaxWords || Jobs.Contains(word))
                return false;
            if (char.IsUpper(word[0]) || !char.IsLower(word[0]))
                capitals++;
            else if (!Particles.Contains(word) && word.IndexOfAny("'’-.") < 0)
                return false;
        }

        return capitals > 0;
    }

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }
}
