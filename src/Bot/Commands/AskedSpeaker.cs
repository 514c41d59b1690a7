using System.Collections.Immutable;
using News.Alerts;
using News.Entities;

namespace Bot.Commands;

/// <summary>Whose words are asked for: by words of a name or a role ("Doe", "ministry spokeswoman"), or by an @entity, which goes by several names.</summary>
/// <param name="Names">The words of each name; who has all of one of them is meant.</param>
internal sealed record AskedSpeaker(ImmutableArray<ImmutableArray<string>> Names)
{
    /// <summary>Null where no name can be made of it: no words, or no such entity.</summary>
    public static AskedSpeaker? TryParse(string asked, EntityBook entities)
    {
        ImmutableArray<string> names = !asked.StartsWith('@') ? [asked]
            : entities.Find(asked[1..].Trim()) is { } entity ? [.. entity.All]
            : [];
        ImmutableArray<ImmutableArray<string>> words = [.. names.Select(NameWords.Of).Where(words => !words.IsEmpty)];
        return words.IsEmpty ? null : new AskedSpeaker(words);
    }

    /// <summary>Of each name the word by which it is looked for: the longest is the one that the fewest have.</summary>
    public ImmutableArray<string> Keys => [.. Names.Select(words => words.MaxBy(word => word.Length)!).Distinct(StringComparer.Ordinal)];

    /// <param name="words">Of somebody who is quoted; see <see cref="Storage.QuoteStore.WordsOf"/>.</param>
    public bool Is(ImmutableArray<string> words) => Names.Any(name => name.All(words.Contains));
}
