using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>A place in an article where a part of a query is met.</summary>
/// <param name="Field">The number of its <see cref="FieldText"/>.</param>
/// <param name="First">Of <see cref="MatchScratch.Words"/>.</param>
/// <param name="Last">Inclusive.</param>
/// <param name="Start">In UTF-16 code units of the field's text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="As">The field that it is met as: a quotation stands in the text.</param>
/// <param name="Part">Which quotation or speaker of the text it stands in; -1 in other fields.</param>
/// <param name="Rule">As <see cref="Sighting.Rule"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Field, int First, int Last, int Start, int End, MatchField As, int Part = -1, MatchRule? Rule = null)
{
    public static readonly Comparison<Place> ByFirst = static (a, b) =>
        Compare(a.Field, b.Field, a.First, b.First) is not 0 and var order ? order : b.Last.CompareTo(a.Last);

    /// <summary>Those of the same words beside one another.</summary>
    public static readonly Comparison<Place> ByWords = static (a, b) => ByFirst(a, b) is not 0 and var order ? order : a.CompareRuns(b);

    /// <summary>Of several places taken as one the words of each, in their order; empty of one.</summary>
    private ArraySegment<WordRange> Joined { get; init; }

    /// <summary>How many runs of words are its own; what lies between them isn't.</summary>
    public int RunCount => Math.Max(1, Joined.Count);

    public bool Contains(in Place other) => Field == other.Field && Start <= other.Start && other.End <= End;

    public bool IsSameAs(in Place other) => Start == other.Start && End == other.End && Field == other.Field && As == other.As;

    /// <summary>Whether it is the same and of the same words.</summary>
    public bool IsOfTheSameWords(in Place other) => IsSameAs(other) && CompareRuns(other) == 0;

    private int CompareRuns(in Place other)
    {
        for (var i = 0; i < RunCount && i < other.RunCount; i++)
        {
            var (a, b) = (RunAt(i), other.RunAt(i));
            if (a != b)
                return Compare(a.First, b.First, a.Last, b.Last);
        }

        return RunCount.CompareTo(other.RunCount);
    }

    public WordRange RunAt(int run) => Joined.Count == 0 ? new WordRange(First, Last) : Joined[run];

    /// <summary>Whether no word is in both.</summary>
    public bool IsApartFrom(in Place other)
    {
        if (other.Last < First || other.First > Last)
            return true;
        for (int mine = 0, its = 0; mine < RunCount && its < other.RunCount;)
        {
            var (a, b) = (RunAt(mine), other.RunAt(its));
            if (a.First <= b.Last && b.First <= a.Last)
                return false;
            if (a.Last < b.First)
                mine++;
            else
                its++;
        }

        return true;
    }

    /// <summary>Two places of a field, apart from one another, taken as one.</summary>
    /// <param name="ranges">Where its words are kept.</param>
    public Place With(in Place other, WordRanges ranges)
    {
        var joined = ranges.Take(RunCount + other.RunCount);
        for (int i = 0, mine = 0, its = 0; i < joined.Count; i++)
        {
            joined[i] = its == other.RunCount || (mine < RunCount && RunAt(mine).First < other.RunAt(its).First)
                ? RunAt(mine++)
                : other.RunAt(its++);
        }

        return (First <= other.First ? this : other) with
        {
            Last = Math.Max(Last, other.Last),
            End = Math.Max(End, other.End),
            Joined = joined,
            As = As == other.As ? As : MatchField.Text,
            Part = As == other.As ? Part : -1,
        };
    }

    /// <summary>Sorts what mostly is in its order already, as the places of one term are.</summary>
    public static void Sort<T>(Span<T> all, Comparison<T> order)
    {
        for (var i = 1; i < all.Length; i++)
        {
            if (order(all[i - 1], all[i]) <= 0)
                continue;
            all.Sort(order);
            return;
        }
    }

    public static int Compare(int field, int otherField, int word, int otherWord) =>
        field != otherField ? field.CompareTo(otherField) : word.CompareTo(otherWord);
}

/// <summary>Words that follow one another: the first and, inclusive, the last.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordRange(int First, int Last);

/// <summary>One run of the words of a place.</summary>
/// <param name="Place">Its number in a list.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlaceRun(int Field, int First, int Last, int Place)
{
    public static readonly Comparison<PlaceRun> ByFirst = static (a, b) => Matching.Place.Compare(a.Field, b.Field, a.First, b.First);

    public static readonly Comparison<PlaceRun> ByLast = static (a, b) => Matching.Place.Compare(a.Field, b.Field, a.Last, b.Last);
}

/// <summary>Memory for the words of places, given back all at once.</summary>
internal sealed class WordRanges
{
    private const int Least = 1 << 8, MostKept = 1 << 16;

    private WordRange[] _all = new WordRange[Least];
    private int _used;

    public ArraySegment<WordRange> Take(int count)
    {
        if (_used + count > _all.Length)
            (_all, _used) = (new WordRange[Math.Max(_all.Length * 2, count)], 0); // those in use keep the old one
        _used += count;
        return new ArraySegment<WordRange>(_all, _used - count, count);
    }

    /// <summary>Gives back what was taken; nobody may use it any more.</summary>
    public void Clear()
    {
        _used = 0;
        if (_all.Length > MostKept)
            _all = new WordRange[Least];
    }
}
