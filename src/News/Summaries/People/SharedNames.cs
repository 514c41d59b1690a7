namespace News.Summaries;

/// <summary>
/// Whose a surname is that several bear. It goes on to mean the one who was called by it while no other had been named,
/// else the one whom the text names in full again and again, and the others once; but not in a paragraph that names
/// another in full.
/// </summary>
internal sealed class SharedNames
{
    private readonly Dictionary<string, Figure> owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(Figure Figure, int Paragraph)> inFull = [];
    private readonly Dictionary<Figure, int> times = [];

    /// <summary>Notes a surname that stands alone at a place of the text.</summary>
    public void Note(List<Figure> bearers, ReadOnlySpan<char> name, int position)
    {
        Figure? named = null;
        foreach (var bearer in bearers)
        {
            if (bearer.Position > position || !NameMatch.SameLast(bearer.Parts[^1], name)) continue;
            if (named is not null) return;
            named = bearer;
        }

        if (named is not null) owners.TryAdd(name.ToString(), named);
    }

    public void NoteInFull(Figure figure, int paragraph)
    {
        inFull.Add((figure, paragraph));
        times[figure] = times.GetValueOrDefault(figure) + 1;
    }

    public Figure? Owner(List<Figure> bearers, ReadOnlySpan<char> name, int paragraph)
    {
        var owner = owners.TryGetValue(name.ToString(), out var first) && bearers.Contains(first) ? first : Foremost(bearers);
        foreach (var bearer in bearers)
            if (bearer != owner && inFull.Contains((bearer, paragraph))) return null;
        return owner;
    }

    private Figure? Foremost(List<Figure> bearers)
    {
        Figure? most = null;
        foreach (var bearer in bearers)
        {
            if (times.GetValueOrDefault(bearer) <= 1) continue;
            if (most is not null) return null;
            most = bearer;
        }

        return most;
    }
}
