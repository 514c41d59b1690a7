using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>A query that tells something about a term that is never met.</summary>
/// <param name="Kind">How it differs from the term; null where it isn't meant instead, but tells of a phrase's words.</param>
/// <param name="Distance">How much less likely it is meant than one with a lower number.</param>
/// <param name="Word">The word of the phrase that it asks for; null where it asks for all of them, or is meant instead.</param>
internal sealed record Alternative(string Query, NearMissKind? Kind, double Distance = 0.1, string? Word = null);

/// <summary>What may be meant by a term, as far as it follows from the term itself.</summary>
internal sealed class Alternatives
{
    /// <summary>Of more words there are too many orders, and nobody mixes them up.</summary>
    private const int MostWordsToTurn = 3, MostWordsApart = 4;

    /// <summary>A shorter name is near to too many others.</summary>
    private const int ShortestNearName = 5;

    private readonly EntityBook _entities;
    private readonly Lazy<ImmutableArray<(string Key, EntityPack Pack)>> _names;

    public Alternatives(EntityBook entities)
    {
        _entities = entities;
        _names = new(() => [.. entities.All.SelectMany(pack => pack.Names.Append(pack.Handle).Select(name => (EntityNames.Key(name), pack)))]);
    }

    /// <summary>A word to be written instead of a term, with the term's field.</summary>
    public static string InFieldOf(Term term, string word) => WrittenTerm.FieldOf(term) + word;

    public IEnumerable<Alternative> To(Asked asked)
    {
        if (asked.Term is not { Regex: null, Wordings: [{ Words: var words }, ..] } term || term.Fields == FieldSet.Lang)
            return [];
        var written = $"\"{term.Written.TrimStart('=')}\"";
        var exact = WrittenTerm.IsExact(term);
        var alternatives = new List<Alternative>();
        if (term.Fields != FieldSet.Story)
            alternatives.Add(new Alternative(exact ? "=" + written : Plain(term), NearMissKind.Field));
        if (exact)
            alternatives.Add(new Alternative(InFieldOf(term, written), NearMissKind.Letters));
        else if (words is [{ Demand: Demand.Capitals } initialism] && !FunctionWords.Contains(initialism.Folded) && initialism.Folded.Length > 2)
            alternatives.Add(new Alternative(InFieldOf(term, initialism.Folded), NearMissKind.Letters));
        if (!exact)
            alternatives.AddRange(Entities(term));
        if (words.Length > 1)
            alternatives.AddRange(OfWords(term, [.. words.Select(word => word.Written)], exact ? "=" : ""));
        return alternatives;
    }

    private IEnumerable<Alternative> Entities(Term term)
    {
        if (_entities.Find(term.Written) is { } entity)
        {
            yield return new Alternative(InFieldOf(term, "@" + entity.Handle), NearMissKind.Entity);
            yield break;
        }

        var key = EntityNames.Key(term.Written);
        if (key.Length >= ShortestNearName && _names.Value.FirstOrDefault(name => EditDistance.Between(key, name.Key, 1) is not null).Pack is { } near)
            yield return new Alternative(InFieldOf(term, "@" + near.Handle), NearMissKind.Entity, Distance: 1.2);
    }

    private static IEnumerable<Alternative> OfWords(Term term, string[] words, string exact)
    {
        foreach (var word in words.Distinct(StringComparer.OrdinalIgnoreCase))
            yield return new Alternative(InFieldOf(term, $"{exact}\"{word}\""), Kind: null, Word: word);
        yield return new Alternative(InFieldOf(term, $"({string.Join(' ', words.Select(word => $"{exact}\"{word}\""))})"), Kind: null);
        if (words.Length <= MostWordsToTurn)
        {
            foreach (var order in Orders(words).Where(order => !order.SequenceEqual(words, StringComparer.OrdinalIgnoreCase)))
                yield return new Alternative(InFieldOf(term, $"{exact}\"{string.Join(' ', order)}\""), NearMissKind.Order);
        }

        if (words.Length <= MostWordsApart)
            yield return new Alternative(InFieldOf(term, Near(words, exact)), NearMissKind.Apart, Distance: 1);
    }

    private static string Near(string[] words, string exact)
    {
        const string Operator = " NEAR/5 ";
        var chain = string.Join(Operator, words.Select(word => exact + (word.All(char.IsLetter) && word.Any(char.IsLower) ? word : $"\"{word}\"")));
        return words.Length > 2 ? $"({chain})" : chain;
    }

    private static IEnumerable<string[]> Orders(string[] words)
    {
        if (words.Length == 1)
            return [words];
        return words.SelectMany((first, i) => Orders([.. words[..i], .. words[(i + 1)..]]).Select(rest => (string[])[first, .. rest]));
    }

    private static string Plain(Term term) => term.Quoted ? $"\"{term.Written}\"" : term.Written;
}
