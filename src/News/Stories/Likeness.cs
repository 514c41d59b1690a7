using System.Runtime.InteropServices;

namespace News.Stories;

/// <summary>What two reports have in common, and what speaks against their telling one event.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Likeness
{
    /// <summary>What some fifteen words weigh: of fewer, two that any report has would be a large part.</summary>
    private const float ShortReport = 120;

    /// <summary>How alike the titles are, 0 to 1.</summary>
    public float Titles { get; init; }

    /// <summary>What they share of the words of the shorter one.</summary>
    public float Overlap { get; init; }

    /// <summary>What the words weigh that stand in one's title and in the other's title or lead.</summary>
    public float SharedHeadline { get; init; }

    /// <summary>How much of one title's names stands anywhere in the other: of the newer in the older, and the other way round; -1 where there are none.</summary>
    public float TitleNamesInOther { get; init; }
    public float OtherTitleNamesIn { get; init; }

    /// <summary>
    /// What the names of each title weigh that the other's title and lead lack, the lesser of both: 0 where one title has no such
    /// name. Two strikes share their background, but each is named for its own town.
    /// </summary>
    public float StrangeTitleNames { get; init; }

    /// <summary>The roots of what names that stand in both leads weigh, summed.</summary>
    public float SharedNames { get; init; }

    /// <summary>Both have names in their leads (titles), and none of them is in the other.</summary>
    public bool NamesExclude { get; init; }
    public bool TitleNamesExclude { get; init; }

    /// <summary>Both have numbers in their leads, and none of them is in the other.</summary>
    public bool NumbersDiffer { get; init; }

    /// <summary>One pass over both: their words are in order.</summary>
    public static Likeness Of(WeighedTrace one, StoryTrace other, TraceWeight otherWeight)
    {
        var (mine, its) = (one.Trace.Words, other.Words);
        var shared = default(Sums);
        for (int i = 0, j = 0; i < mine.Length && j < its.Length;)
        {
            var (mark, itsMark) = (StoryTrace.MarkOf(mine[i]), StoryTrace.MarkOf(its[j]));
            if (mark == itsMark)
                shared.Add(mine[i], its[j], one.Counts[i]);
            if (mark <= itsMark)
                i++;
            if (itsMark <= mark)
                j++;
        }

        var weight = one.Weight;
        return new Likeness
        {
            Titles = weight.Title > 0 && otherWeight.Title > 0 ? shared.Titles / MathF.Sqrt(weight.Title * otherWeight.Title) : 0,
            Overlap = Share(shared.All, Math.Max(Math.Min(weight.All, otherWeight.All), ShortReport)),
            SharedHeadline = shared.Headline,
            TitleNamesInOther = weight.TitleNames > 0 ? Share(shared.TitleNames, weight.TitleNames) : -1,
            OtherTitleNamesIn = otherWeight.TitleNames > 0 ? Share(shared.OtherTitleNames, otherWeight.TitleNames) : -1,
            StrangeTitleNames = Math.Min(weight.TitleNames - shared.TitleNamesInLead, otherWeight.TitleNames - shared.OtherTitleNamesInLead),
            SharedNames = shared.NamesOfLeads,
            NamesExclude = weight.Names > 0 && otherWeight.Names > 0 && shared.Names + shared.OtherNames == 0,
            TitleNamesExclude = weight.TitleNames > 0 && otherWeight.TitleNames > 0 && shared.TitleNames + shared.OtherTitleNames == 0,
            NumbersDiffer = weight.HasNumbers && otherWeight.HasNumbers && !shared.Number,
        };
    }

    private static float Share(float part, float whole) => whole > 0 ? Math.Min(part / whole, 1) : 0;

    /// <summary>Sums over the words that both have: of the counts of their weights, of the first report's places and of the other's.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        public float All;
        public float Titles;
        public float Headline;
        public float Names;
        public float OtherNames;
        public float TitleNames;
        public float OtherTitleNames;
        public float TitleNamesInLead;
        public float OtherTitleNamesInLead;
        public float NamesOfLeads;
        public bool Number;

        public void Add(uint word, uint other, float count)
        {
            var (place, otherPlace) = (StoryTrace.PlaceOf(word), StoryTrace.PlaceOf(other));
            var (isName, isOtherName) = (StoryTrace.KindOf(word) == WordKind.Name, StoryTrace.KindOf(other) == WordKind.Name);
            var (name, otherName) = (isName ? count : 0, isOtherName ? count : 0);
            All += count;
            if (place >= WordPlace.Lead)
                Names += name;
            if (otherPlace >= WordPlace.Lead)
                OtherNames += otherName;

            if (place >= WordPlace.Lead && otherPlace >= WordPlace.Lead)
            {
                Headline += place == WordPlace.Title || otherPlace == WordPlace.Title ? count : 0;
                NamesOfLeads += isName || isOtherName ? MathF.Sqrt(count) : 0;
            }

            if (place == WordPlace.Title)
            {
                TitleNames += name;
                TitleNamesInLead += otherPlace >= WordPlace.Lead ? name : 0;
            }

            if (otherPlace == WordPlace.Title)
            {
                OtherTitleNames += otherName;
                OtherTitleNamesInLead += place >= WordPlace.Lead ? otherName : 0;
            }

            if (place == WordPlace.Title && otherPlace == WordPlace.Title)
                Titles += count;
            Number |= StoryTrace.KindOf(word) == WordKind.Number;
        }
    }
}
