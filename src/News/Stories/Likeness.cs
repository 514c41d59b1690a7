using System.Runtime.InteropServices;

namespace News.Stories;

/// <summary>How long a trace's words are, weighed: by what likenesses are divided.</summary>
/// <param name="Title">The sum of the squared weights of the title's words; so of the others.</param>
/// <param name="Lead">Of title and lead together.</param>
/// <param name="Names">Of names in title and lead.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TraceWeight(float Title, float Lead, float All, float Names, float TitleNames);

/// <summary>A trace with the weights of its words.</summary>
internal sealed class WeighedTrace
{
    private readonly float[] _weights;

    public WeighedTrace(StoryTrace trace, WordRarity rarity)
    {
        Trace = trace;
        _weights = new float[trace.Words.Length];
        Squares = new float[trace.Words.Length];
        float title = 0, lead = 0, all = 0, names = 0, titleNames = 0;
        for (var i = 0; i < Squares.Length; i++)
        {
            var word = trace.Words[i];
            var weight = _weights[i] = rarity.WeightOf(word);
            var square = Squares[i] = weight * MathF.Sqrt(weight);
            all += square;
            var place = StoryTrace.PlaceOf(word);
            if (place < WordPlace.Lead)
                continue;
            lead += square;
            var isName = StoryTrace.KindOf(word) == WordKind.Name;
            if (isName)
                names += square;
            if (place != WordPlace.Title)
                continue;
            title += square;
            if (isName)
                titleNames += square;
        }

        Weight = new TraceWeight(title, lead, all, names, titleNames);
    }

    public StoryTrace Trace { get; }

    public float WeightAt(int word) => _weights[word];

    /// <summary>Of each word of the trace the square of its weight.</summary>
    public float[] Squares { get; }

    public TraceWeight Weight { get; }
}

/// <summary>What two reports have in common, and what speaks against their telling one event.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Likeness
{
    public float Titles { get; init; }
    public float Leads { get; init; }
    public float All { get; init; }
    public float Overlap { get; init; }
    public float Shared { get; init; }
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

    /// <summary>The weights of names and numbers that stand in both leads, summed.</summary>
    public float SharedNames { get; init; }
    public float SharedNumbers { get; init; }

    public bool TitleNumbersDiffer { get; init; }
    public bool NamesExclude { get; init; }
    public bool TitleNamesExclude { get; init; }

    /// <summary>Both have numbers in their leads, and none of them is in the other.</summary>
    public bool NumbersDiffer { get; init; }

    public static Likeness Of(WeighedTrace one, StoryTrace other, TraceWeight otherWeight)
    {
        var (a, b) = (one.Trace.Words, other.Words);
        float titles = 0, leads = 0, all = 0, leadIn = 0, otherLeadIn = 0, titleIn = 0, otherTitleIn = 0;
        float namesIn = 0, otherNamesIn = 0, titleNamesIn = 0, otherTitleNamesIn = 0, names = 0, numbers = 0;
        bool titleNumberShared = false, numbersShared = false, oneHas = false, otherHas = false;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            var (mine, its) = (StoryTrace.MarkOf(a[i]), StoryTrace.MarkOf(b[j]));
            if (mine < its)
            {
                i++;
                continue;
            }

            if (mine > its)
            {
                j++;
                continue;
            }

            var square = one.Squares[i];
            var (place, itsPlace) = (StoryTrace.PlaceOf(a[i]), StoryTrace.PlaceOf(b[j]));
            var (kind, itsKind) = (StoryTrace.KindOf(a[i]), StoryTrace.KindOf(b[j]));
            all += square;
            if (place >= WordPlace.Lead)
            {
                leadIn += square;
                if (kind == WordKind.Name)
                    namesIn += square;
                if (itsPlace >= WordPlace.Lead)
                {
                    leads += square;
                    if (kind == WordKind.Name || itsKind == WordKind.Name)
                        names += MathF.Sqrt(square);
                    else if (kind == WordKind.Number)
                        numbers += MathF.Sqrt(square);
                }
            }

            if (place == WordPlace.Title)
            {
                titleIn += square;
                if (kind == WordKind.Name)
                    titleNamesIn += square;
                if (itsPlace == WordPlace.Title)
                    titles += square;
            }

            if (itsPlace >= WordPlace.Lead)
            {
                otherLeadIn += square;
                if (itsKind == WordKind.Name)
                    otherNamesIn += square;
                if (itsPlace == WordPlace.Title)
                {
                    otherTitleIn += square;
                    if (itsKind == WordKind.Name)
                        otherTitleNamesIn += square;
                }
            }

            if (kind == WordKind.Number)
                numbersShared = true;
            if (kind == WordKind.Number && (place == WordPlace.Title || itsPlace == WordPlace.Title))
                titleNumberShared = true;
            i++;
            j++;
        }

        bool titleOne = false, titleOther = false;
        foreach (var word in a)
            titleOne |= StoryTrace.KindOf(word) == WordKind.Number && StoryTrace.PlaceOf(word) == WordPlace.Title;
        foreach (var word in b)
            titleOther |= StoryTrace.KindOf(word) == WordKind.Number && StoryTrace.PlaceOf(word) == WordPlace.Title;
        foreach (var word in a)
            oneHas |= StoryTrace.KindOf(word) == WordKind.Number && StoryTrace.PlaceOf(word) >= WordPlace.Lead;
        foreach (var word in b)
            otherHas |= StoryTrace.KindOf(word) == WordKind.Number && StoryTrace.PlaceOf(word) >= WordPlace.Lead;

        var weight = one.Weight;
        return new Likeness
        {
            Titles = Cosine(titles, weight.Title, otherWeight.Title),
            Leads = Cosine(leads, weight.Lead, otherWeight.Lead),
            All = Cosine(all, weight.All, otherWeight.All),
            Overlap = Share(all, Math.Min(weight.All, otherWeight.All)),
            Shared = all,
            SharedLead = leads,
            LeadInOther = Share(leadIn, weight.Lead),
            OtherLeadIn = Share(otherLeadIn, otherWeight.Lead),
            TitleInOther = Share(titleIn, weight.Title),
            OtherTitleIn = Share(otherTitleIn, otherWeight.Title),
            NamesInOther = weight.Names > 0 ? Share(namesIn, weight.Names) : -1,
            OtherNamesIn = otherWeight.Names > 0 ? Share(otherNamesIn, otherWeight.Names) : -1,
            TitleNamesInOther = weight.TitleNames > 0 ? Share(titleNamesIn, weight.TitleNames) : -1,
            OtherTitleNamesIn = otherWeight.TitleNames > 0 ? Share(otherTitleNamesIn, otherWeight.TitleNames) : -1,
            TitleNumbersDiffer = titleOne && titleOther && !titleNumberShared,
            TitleNamesExclude = weight.TitleNames > 0 && otherWeight.TitleNames > 0 && titleNamesIn + otherTitleNamesIn == 0,
            NamesExclude = weight.Names > 0 && otherWeight.Names > 0 && namesIn + otherNamesIn == 0,
            SharedNames = names,
            SharedNumbers = numbers,
            NumbersDiffer = oneHas && otherHas && !numbersShared,
        };
    }

    private static float Cosine(float shared, float one, float other) => one > 0 && other > 0 ? shared / MathF.Sqrt(one * other) : 0;

    private static float Share(float part, float whole) => whole > 0 ? Math.Min(part / whole, 1) : 0;
}
