using System.Runtime.InteropServices;

namespace News.Stories;

/// <summary>What likenesses are divided by.</summary>
/// <param name="Length">The length of the vector of the trace's words.</param>
/// <param name="MainNames">What the names weigh that stand there more than once; so of the others.</param>
/// <param name="TitleNames">The names of the title.</param>
/// <param name="HasNumbers">Whether title and lead have numbers.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TraceWeight(float Length, float MainNames, float TitleNames, bool HasNumbers);

/// <summary>A trace with the weights of its words.</summary>
internal sealed class WeighedTrace
{
    /// <summary>What a word counts that stands there more than once: 1 + ln 2, as if all of those stood there twice.</summary>
    private const float OfRepeated = 1.69f;

    private readonly float[] _weights;

    public WeighedTrace(StoryTrace trace, WordRarity rarity)
    {
        Trace = trace;
        _weights = new float[trace.Words.Length];
        float squares = 0, mainNames = 0, titleNames = 0;
        var hasNumbers = false;
        for (var i = 0; i < _weights.Length; i++)
        {
            var word = trace.Words[i];
            _weights[i] = rarity.WeightOf(word);
            squares += ProductAt(i, word);
            var place = StoryTrace.PlaceOf(word);
            hasNumbers |= place >= WordPlace.Lead && StoryTrace.KindOf(word) == WordKind.Number;
            mainNames += StoryTrace.IsMainName(word) ? CountAt(i) : 0;
            titleNames += place == WordPlace.Title && StoryTrace.KindOf(word) == WordKind.Name ? CountAt(i) : 0;
        }

        Weight = new TraceWeight(MathF.Sqrt(squares), mainNames, titleNames, hasNumbers);
    }

    public StoryTrace Trace { get; }

    public float WeightAt(int word) => _weights[word];

    /// <summary>What a word of the trace counts in a sum: its weight to the power of 1.5, for rare words tell more than many common ones.</summary>
    public float CountAt(int word) => _weights[word] * MathF.Sqrt(_weights[word]);

    /// <summary>What a word adds to the product of the vectors of two traces, its frequency by its weight in each.</summary>
    /// <param name="other">The word as it stands in the other one.</param>
    public float ProductAt(int word, uint other) => _weights[word] * _weights[word] * Frequency(Trace.Words[word]) * Frequency(other);

    private static float Frequency(uint word) => StoryTrace.IsRepeated(word) && StoryTrace.KindOf(word) != WordKind.Common ? OfRepeated : 1;

    public TraceWeight Weight { get; }
}
