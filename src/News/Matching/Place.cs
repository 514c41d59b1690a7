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

    public static readonly Comparison<Place> ByLast = static (a, b) =>
        Compare(a.Field, b.Field, a.Last, b.Last) is not 0 and var order ? order : a.First.CompareTo(b.First);

    /// <summary>Of two places taken as one the words between them, which are not their own: from the first of them..</summary>
    public int HoleFrom { get; init; }

    /// <summary>..to the one behind the last.</summary>
    public int HoleTo { get; init; }

    /// <summary>The word that ends what it begins with.</summary>
    public int EndOfHead => HoleTo > HoleFrom ? HoleFrom - 1 : Last;

    /// <summary>The word that begins what it ends with.</summary>
    public int BeginningOfTail => HoleTo > HoleFrom ? HoleTo : First;

    public bool Contains(in Place other) => Field == other.Field && Start <= other.Start && other.End <= End;

    public bool IsSameAs(in Place other) => Start == other.Start && End == other.End && Field == other.Field && As == other.As;

    /// <summary>Whether no word is in both.</summary>
    public bool IsApartFrom(in Place other) => other.Last < First || other.First > Last || IsInHoleOf(other) || other.IsInHoleOf(this);

    /// <summary>Two places of a field taken as one.</summary>
    public Place With(in Place other)
    {
        var (before, behind) = First <= other.First ? (this, other) : (other, this);
        return before with
        {
            Last = Math.Max(before.Last, behind.Last),
            End = Math.Max(before.End, behind.End),
            HoleFrom = before.EndOfHead + 1,
            HoleTo = behind.Last > before.Last ? behind.BeginningOfTail : before.BeginningOfTail,
            As = As == other.As ? As : MatchField.Text,
            Part = As == other.As ? Part : -1,
        };
    }

    private bool IsInHoleOf(in Place other) => First >= other.HoleFrom && Last < other.HoleTo;

    /// <summary>Those of one term mostly are in their order already.</summary>
    public static void SortByFirst(Span<Place> places)
    {
        for (var i = 1; i < places.Length; i++)
        {
            if (ByFirst(places[i - 1], places[i]) <= 0)
                continue;
            places.Sort(ByFirst);
            return;
        }
    }

    public static int Compare(int field, int otherField, int word, int otherWord) =>
        field != otherField ? field.CompareTo(otherField) : word.CompareTo(otherWord);
}
