namespace News.Feeds;

/// <summary>Authors in the order in which they are named, each once and fifty at most, as the one line that a reader is shown.</summary>
internal sealed class AuthorList
{
    private const int Most = 50;

    private readonly List<string> names = [];

    /// <summary>False where the name was left out because there are enough.</summary>
    public bool Add(string? name)
    {
        if (name is null || names.Contains(name, StringComparer.Ordinal))
            return true;
        if (names.Count == Most)
            return false;
        names.Add(name);
        return true;
    }

    public void Clear() => names.Clear();

    /// <summary>Null where nobody is named.</summary>
    public string? ToLine() => names.Count switch
    {
        0 => null,
        1 => names[0],
        _ => string.Join(", ", names),
    };
}
