using System.Runtime.InteropServices;

namespace News.Stories;

/// <summary>What two reports have in common, and what speaks against their telling one event.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Likeness
{
    /// <summary>How alike the titles are, 0 to 1.</summary>
    public float Titles { get; init; }

    /// <summary>What they share of the words of the shorter one.</summary>
    public float Overlap { get; init; }

    /// <summary>What the words that stand in both leads weigh.</summary>
    public float SharedLead { get; init; }

    /// <summary>How much of one's title and lead stands anywhere in the other: of the newer in the older, and the other way round.</summary>
    public float LeadInOther { get; init; }
    public float OtherLeadIn { get; init; }
    public float TitleInOther { get; init; }
    public float OtherTitleIn { get; init; }

    /// <summary>The same of the names alone; -1 where there are none.</summary>
    public float NamesInOther { get; init; }
    public float OtherNamesIn { get; init; }
    public float TitleNamesInOther { get; init; }
    public float OtherTitleNamesIn { get; init; }

    /// <summary>The roots of what names that stand in both leads weigh, summed.</summary>
    public float SharedNames { get; init; }

    /// <summary>Both have names in their leads (titles), and none of them is in the other.</summary>
    public bool NamesExclude { get; init; }
    public bool TitleNamesExclude { get; init; }

    /// <summary>Both have numbers in their leads, and none of them is in the other.</summary>
    public bool NumbersDiffer { get; init; }

    /// <summary>The same of their titles.</summary>
    public bool TitleNumbersDiffer { get; init; }

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
            Overlap = Share(shared.All, Math.Min(weight.All, otherWeight.All)),
            SharedLead = shared.Leads,
            LeadInOther = Share(shared.Lead, weight.Lead),
            OtherLeadIn = Share(shared.OtherLead, otherWeight.Lead),
            TitleInOther = Share(shared.Title, weight.Title),
            OtherTitleIn = Share(shared.OtherTitle, otherWeight.Title),
            NamesInOther = weight.Names > 0 ? Share(shared.Names, weight.Names) : -1,
            OtherNamesIn = otherWeight.Names > 0 ? Share(shared.OtherNames, otherWeight.Names) : -1,
            TitleNamesInOther = weight.TitleNames > 0 ? Share(shared.TitleNames, weight.TitleNames) : -1,
            OtherTitleNamesIn = otherWeight.TitleNames > 0 ? Share(shared.OtherTitleNames, otherWeight.TitleNames) : -1,
            SharedNames = shared.NamesOfLeads,
            NamesExclude = weight.Names > 0 && otherWeight.Names > 0 && shared.Names + shared.OtherNames == 0,
            TitleNamesExclude = weight.TitleNames > 0 && otherWeight.TitleNames > 0 && shared.TitleNames + shared.OtherTitleNames == 0,
            NumbersDiffer = weight.HasNumbers && otherWeight.HasNumbers && !shared.Number,
            TitleNumbersDiffer = weight.HasTitleNumbers && otherWeight.HasTitleNumbers && !shared.TitleNumber,
        };
    }

    private static float Share(float part, float whole) => whole > 0 ? Math.Min(part / whole, 1) : 0;

    /// <summary>Sums over the words that both have: of the counts of their weights, of the first report's places and of the other's.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        public float All;
        public float Titles;
        public float Leads;
        public float Lead;
        public float OtherLead;
        public float Title;
        public float OtherTitle;
        public float Names;
        public float OtherNames;
        public float TitleNames;
        public float OtherTitleNames;
        public float NamesOfLeads;
        public bool Number;
        public bool TitleNumber;

        public void Add(uint word, uint other, float count)
        {
            var (place, otherPlace) = (StoryTrace.PlaceOf(word), StoryTrace.PlaceOf(other));
            var (isName, isOtherName) = (StoryTrace.KindOf(word) == WordKind.Name, StoryTrace.KindOf(other) == WordKind.Name);
            var (name, otherName) = (isName ? count : 0, isOtherName ? count : 0);
            All += count;
            if (place >= WordPlace.Lead)
            {
                Lead += count;
                Names += name;
            }

            if (otherPlace >= WordPlace.Lead)
            {
                OtherLead += count;
                OtherNames += otherName;
            }

            if (place >= WordPlace.Lead && otherPlace >= WordPlace.Lead)
            {
                Leads += count;
                NamesOfLeads += isName || isOtherName ? MathF.Sqrt(count) : 0;
            }

            if (place == WordPlace.Title)
            {
                Title += count;
                TitleNames += name;
            }

            if (otherPlace == WordPlace.Title)
            {
                OtherTitle += count;
                OtherTitleNames += otherName;
            }

            if (place == WordPlace.Title && otherPlace == WordPlace.Title)
                Titles += count;
            if (StoryTrace.KindOf(word) != WordKind.Number)
                return;
            Number = true;
            TitleNumber |= place == WordPlace.Title || otherPlace == WordPlace.Title;
        }
    }
}
