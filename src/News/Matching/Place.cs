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
    public static readonly Comparison<Place> ByFirst = static (a, b) => Compare((a.Field, a.First, -a.Last), (b.Field, b.First, -b.Last));

    public static readonly Comparison<Place> ByLast = static (a, b) => Compare((a.Field, a.Last, a.First), (b.Field, b.Last, b.First));

    public bool Contains(in Place other) => Field == other.Field && Start <= other.Start && other.End <= End;

    /// <summary>From the beginning of one to the end of another that stands behind it in the same field.</summary>
    public Place To(in Place other) => this with
    {
        Last = other.Last,
        End = other.End,
        As = As == other.As ? As : MatchField.Text,
        Part = As == other.As ? Part : -1,
    };

    private static int Compare((int, int, int) a, (int, int, int) b) => a.CompareTo(b);
}
