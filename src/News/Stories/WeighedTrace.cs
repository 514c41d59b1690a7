using System.Runtime.InteropServices;

namespace News.Stories;

/// <summary>How much a trace's words weigh together: by what likenesses are divided.</summary>
/// <param name="Title">The weight of the title's words; so of the others.</param>
/// <param name="Names">The names of title and lead.</param>
/// <param name="HasNumbers">Whether title and lead have numbers.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TraceWeight(float Title, float All, float Names, float TitleNames, bool HasNumbers);

/// <summary>A trace with the weights of its words.</summary>
internal sealed class WeighedTrace
{
    private readonly float[] _weights;

    public WeighedTrace(StoryTrace trace, WordRarity rarity)
    {
        Trace = trace;
        _weights = new float[trace.Words.Length];
        Counts = new float[trace.Words.Length];
        float title = 0, all = 0, names = 0, titleNames = 0;
        var hasNumbers = false;
        for (var i = 0; i < Counts.Length; i++)
        {
            var word = trace.Words[i];
            var weight = _weights[i] = rarity.WeightOf(word);
            var count = Counts[i] = weight * MathF.Sqrt(weight);
            all += count;
            var place = StoryTrace.PlaceOf(word);
            if (place < WordPlace.Lead)
                continue;
            var isName = StoryTrace.KindOf(word) == WordKind.Name;
            hasNumbers |= StoryTrace.KindOf(word) == WordKind.Number;
            if (isName)
                names += count;
            if (place != WordPlace.Title)
                continue;
            title += count;
            if (isName)
                titleNames += count;
        }

        Weight = new TraceWeight(title, all, names, titleNames, hasNumbers);
    }

    public StoryTrace Trace { get; }

    public float WeightAt(int word) => _weights[word];

    /// <summary>What each word of the trace counts: its weight to the power of 1.5, for rare words tell more than many common ones.</summary>
    public float[] Counts { get; }

    public TraceWeight Weight { get; }
}
