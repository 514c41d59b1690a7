using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace News.Matching;

/// <summary>What an article must have of <see cref="ArticleWords"/> for a query to be met by it. More have it than meet the query.</summary>
public abstract record Needed
{
    /// <summary>Spellings of two words may make so many pairs.</summary>
    private const int MostPairs = 64;

    /// <summary>What terms of several wordings need: of an entity that has its names in ten scripts it takes milliseconds.</summary>
    private static readonly ConditionalWeakTable<Wording[], Kept> OfSeveral = [];

    private Needed(UInt128 key, int size) => (Key, Size) = (key, size);

    /// <summary>Equal of those that need the same, whatever their order, in every process.</summary>
    public UInt128 Key { get; }

    /// <summary>How many roots it speaks of.</summary>
    public int Size { get; }

    public virtual bool Equals(Needed? other) => other is not null && other.Key == Key;

    public override int GetHashCode() => Key.GetHashCode();

    /// <summary>A root.</summary>
    /// <param name="IsBeginning">One that begins so will do.</param>
    public sealed record Root(string Letters, bool IsBeginning = false) : Needed(KeyOf(IsBeginning ? Letters + "*" : Letters), 1);

    public sealed record All(ImmutableArray<Needed> Parts) : Needed(KeyOf('&', Parts), Parts.Sum(part => part.Size));

    public sealed record Any(ImmutableArray<Needed> Parts) : Needed(KeyOf('|', Parts), Parts.Sum(part => part.Size));

    /// <summary>All of these; null where none is needed.</summary>
    internal static Needed? AllOf(IEnumerable<Needed?> parts)
    {
        ImmutableArray<Needed> needed = [.. parts.OfType<Needed>().SelectMany(part => part is All { Parts: var several } ? several : [part]).Distinct()];
        return needed.Length switch
        {
            0 => null,
            1 => needed[0],
            _ => new All(needed),
        };
    }

    /// <summary>One of these; null where one of them needs nothing, or there are none.</summary>
    internal static Needed? AnyOf(IEnumerable<Needed?> parts)
    {
        var alternatives = new List<Needed>();
        foreach (var part in parts)
        {
            if (part is null)
                return null;
            alternatives.AddRange(part is Any { Parts: var several } ? several : [part]);
        }

        var all = alternatives.ToHashSet();
        ImmutableArray<Needed> needed = [.. all.Where(part => part is not All { Parts: var several } || !several.Any(IsAmong))];
        return needed.Length switch
        {
            0 => null,
            1 => needed[0],
            _ => new Any(needed),
        };

        // "Islamic Republic of Iran" beside "Iran": what has the one has the other.
        bool IsAmong(Needed part) => all.Contains(part) || (part is Any { Parts: var several } && several.All(IsAmong));
    }

    /// <summary>One of these, each kept as it is, so that a name among them stays one; null where one of them needs nothing.</summary>
    internal static Needed? Either(IEnumerable<Needed?> parts)
    {
        ImmutableArray<Needed?> needed = [.. parts.Distinct()];
        return needed.Contains(null) ? null : needed is [var only] ? only : new Any(needed!);
    }

    /// <summary>What a term needs in whichever field; null of a regular expression.</summary>
    internal static Needed? Of(Term term)
    {
        if (term.Regex is not null || (term.Fields & ~FieldSet.Lang) == FieldSet.None)
            return null;
        return term.IsPlain ? Of(term.First)
            : OfSeveral.GetValue(ImmutableCollectionsMarshal.AsArray(term.Wordings)!, static wordings => new Kept(AnyOf(wordings.Select(Of)))).Needed;
    }

    private static Needed? Of(Wording wording) =>
        AnyOf([Of(wording.Words, wording.Words), .. wording.Variants().Select(variant => Of(variant, wording.Words))]);

    private static UInt128 KeyOf(char sign, ImmutableArray<Needed> parts) => KeyOf(string.Join(sign, parts.Select(part => part.Key).Order().Prepend(UInt128.Zero)));

    private static UInt128 KeyOf(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// Words in their order: each by its roots, and what neighbours have as a pair. Where a text has one of them in two, as
    /// "air strikes", its halves stand beside the roots of those that are never written so.
    /// </summary>
    /// <param name="written">Those of the words that somebody wrote. What was joined of two is not written apart at another place.</param>
    private static Needed? Of(ImmutableArray<QueryWord> words, ImmutableArray<QueryWord> written)
    {
        // Short words tell little beside longer ones: "war on terror".
        var isTelling = words.Any(word => word.Folded.Length > 3);
        var all = words.Select(word => new PhraseWord(word, isTelling && word.Folded.Length <= 3, written.Contains(word))).ToList();
        var whole = all.Where(word => !word.IsShort).Select(word => word.Whole);
        var firm = all.Where(word => !word.IsShort && word.Halves is null).Select(word => word.Whole).ToList();
        return AnyOf([AllOf([.. whole, .. all.Zip(all.Skip(1), Pair)]), .. all.Where(word => word.Halves is not null).Select(word => AllOf([word.Halves, .. firm]))]);
    }

    /// <summary>Frees what is kept of names that nobody asks for.</summary>
    internal static void Forget() => OfSeveral.Clear();

    private sealed record Kept(Needed? Needed);

    /// <summary>A word of a phrase, or one by itself.</summary>
    private sealed class PhraseWord
    {
        public PhraseWord(QueryWord word, bool isShort, bool isWritten)
        {
            var spellings = word.Spellings;
            IsShort = isShort;
            if (word.Demand == Demand.Beginning)
            {
                Whole = AnyOf(spellings.Select(OfBeginning));
                return;
            }

            Roots = [.. spellings.Select(spelling => WordRoot.Of(spelling)).Distinct()];
            MayPair = spellings.All(spelling => WordRoot.MayPair(spelling));
            Whole = AnyOf(Roots.Select(root => new Root(root)));
            Halves = isWritten ? AnyOf(Apart(word, spellings)) : null;
        }

        public bool IsShort { get; }

        /// <summary>None of a beginning.</summary>
        public ImmutableArray<string> Roots { get; } = [];

        public bool MayPair { get; }

        /// <summary>Null where it may be any word.</summary>
        public Needed? Whole { get; }

        /// <summary>Null where no text writes it in two.</summary>
        public Needed? Halves { get; }
    }

    private static Needed? OfBeginning(string folded) => WordRoot.OfBeginning(folded) is { } roots
        ? AnyOf([new Root(roots.Beginning, IsBeginning: true), .. roots.Whole.Select(root => new Root(root))])
        : null;

    /// <summary>What two words of a phrase have as a pair; null where that is not kept.</summary>
    private static Needed? Pair(PhraseWord first, PhraseWord second) =>
        !first.MayPair || !second.MayPair || first.Roots.Length * second.Roots.Length > MostPairs ? null
        : AnyOf(first.Roots.SelectMany(one => second.Roots.Select(other => new Root(WordRoot.OfPair(one, other)))));

    /// <summary>A word that a text writes in two: "air strikes" of airstrike. Those with a hyphen are kept as one, too.</summary>
    private static IEnumerable<Needed> Apart(QueryWord word, string[] spellings)
    {
        if (word.Demand != Demand.None || EnglishCompounds.IsNeverApart(word.Folded))
            return [];
        string[] apart = word.Folded[0] <= '\u024f' ? spellings : [word.Folded];
        return apart.SelectMany(Halves).GroupBy(halves => halves.First, halves => halves.Second, StringComparer.Ordinal)
            .Select(halves => AllOf([new Root(halves.Key), AnyOf(halves.Distinct().Select(second => new Root(WordRoot.OfPair(halves.Key, second))))])!);
    }

    private static IEnumerable<(string First, string Second)> Halves(string spelling)
    {
        for (var at = 3; at + 3 <= spelling.Length; at++)
        {
            if (FunctionWords.MayCompound(spelling.AsSpan(0, at), spelling.AsSpan(at)))
                yield return (WordRoot.Of(spelling.AsSpan(0, at)), WordRoot.Of(spelling.AsSpan(at)));
        }
    }
}
