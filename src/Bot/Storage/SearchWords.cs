using News.Matching;

namespace Bot.Storage;

/// <summary>Says in the language of the full-text table what an article must have.</summary>
/// <remarks>https://www.sqlite.org/fts5.html#full_text_query_syntax. Roots have no quotation mark in them.</remarks>
internal static class SearchWords
{
    /// <param name="isFiled">Whether articles are filed under a name; see <see cref="FiledNames.RootOf"/>.</param>
    public static string Of(Needed needed, Func<string, bool>? isFiled = null)
    {
        return Of(needed);

        string Of(Needed part) => isFiled is not null && FiledNames.RootOf(part) is { } name && isFiled(name) ? $"\"{name}\"" : part switch
        {
            Needed.Root { IsBeginning: true } root => $"\"{root.Letters}\" *",
            Needed.Root root => $"\"{root.Letters}\"",
            Needed.All all => $"({string.Join(" AND ", all.Parts.Select(Of))})",
            Needed.Any any => $"({string.Join(" OR ", any.Parts.Select(Of))})",
            _ => throw new ArgumentOutOfRangeException(nameof(needed), part, "Nobody says this in words."),
        };
    }

    /// <summary>The same of some feeds alone.</summary>
    public static string In(string words, IReadOnlyList<FeedId> feeds) =>
        $"({string.Join(" OR ", feeds.Select(feed => $"\"{SearchIndex.RootOf(feed)}\""))}) AND {words}";
}
