using System.Runtime.InteropServices;

namespace News.Stories;

/// <summary>What two reports have in common, and what speaks against their telling one event.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Likeness
{
    /// <summary>The cosine of the angle between the vectors of all their words, 0 to 1.</summary>
    public float Cosine { get; init; }

    /// <summary>What the words weigh that stand in one's title and in the other's title or lead.</summary>
    public float SharedHeadline { get; init; }

    /// <summary>
    /// How much of the names that one has more than once stands anywhere in the other, 0 to 1: of the newer report's in the
    /// older, and the other way round; -1 where there are none. Who is in both is who the event happened to.
    /// </summary>
    public float MainNamesInOther { get; init; }
    public float OtherMainNamesIn { get; init; }

    /// <summary>
    /// What the names of each title weigh that the other's title and lead lack, the lesser of both: 0 where one title has no such
    /// name. Two strikes share their background, but each is named for its own town.
    /// </summary>
    public float StrangeTitleNames { get; init; }

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
                shared.Add(mine[i], its[j], one.CountAt(i), one.ProductAt(i, its[j]));
            if (mark <= itsMark)
                i++;
            if (itsMark <= mark)
                j++;
        }

        var weight = one.Weight;
        return new Likeness
        {
            Cosine = Share(shared.Product, weight.Length * otherWeight.Length, 0),
            SharedHeadline = shared.Headline,
            MainNamesInOther = Share(shared.MainNames, weight.MainNames, -1),
            OtherMainNamesIn = Share(shared.OtherMainNames, otherWeight.MainNames, -1),
            StrangeTitleNames = Math.Max(Math.Min(weight.TitleNames - shared.TitleNamesInLead, otherWeight.TitleNames - shared.OtherTitleNamesInLead), 0),
            NumbersDiffer = weight.HasNumbers && otherWeight.HasNumbers && !shared.HasNumber,
        };
    }

    private static float Share(float part, float whole, float unknown) => whole > 0 ? Math.Min(part / whole, 1) : unknown;

    /// <summary>Sums over the words that both have, of the first report's places and of the other's.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        public float Product;
        public float Headline;
        public float MainNames;
        public float OtherMainNames;
        public float TitleNamesInLead;
        public float OtherTitleNamesInLead;
        public bool HasNumber;

        public void Add(uint word, uint other, float count, float product)
        {
            Product += product;
            MainNames += StoryTrace.IsMainName(word) ? count : 0;
            OtherMainNames += StoryTrace.IsMainName(other) ? count : 0;
            HasNumber |= StoryTrace.KindOf(word) == WordKind.Number;
            var (place, otherPlace) = (StoryTrace.PlaceOf(word), StoryTrace.PlaceOf(other));
            if (place < WordPlace.Lead || otherPlace < WordPlace.Lead)
                return;
            var (isInTitle, isInOtherTitle) = (place == WordPlace.Title, otherPlace == WordPlace.Title);
            Headline += isInTitle || isInOtherTitle ? count : 0;
            TitleNamesInLead += isInTitle && StoryTrace.KindOf(word) == WordKind.Name ? count : 0;
            OtherTitleNamesInLead += isInOtherTitle && StoryTrace.KindOf(other) == WordKind.Name ? count : 0;
        }
    }
}
