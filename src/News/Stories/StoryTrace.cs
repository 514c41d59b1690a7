using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using News.Articles;

namespace News.Stories;

/// <summary>Where in a report a word stands; the most telling place last.</summary>
internal enum WordPlace
{
    None,
    Body,
    Lead,
    Title,
}

/// <summary>
/// What of an article decides which story it tells: marks of its link and title, of its words with their places, of its
/// text's wording and of the days that it names. A kilobyte, made once (<see cref="Of"/>) and kept beside the article, so
/// that texts need not be read again. Immutable.
/// </summary>
public sealed record StoryTrace
{
    private const byte Shape = 2;

    /// <summary>"Untitled" and "Live updates" are like nothing.</summary>
    private const int FewestWords = 3;

    private const int HeadLength = 1 + 8 + (5 * 8) + 4 + 1 + 1 + 2 + 2;

    internal StoryTrace(uint[] words, uint[] wording)
    {
        Words = words;
        Wording = wording;
    }

    /// <summary>When the article was published; null where nobody knows.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The mark of its source; 0 where that is not known.</summary>
    internal long Source { get; init; }

    internal bool IsOfPublisherOf(StoryTrace other) => Source != 0 && Source == other.Source;

    /// <summary>The mark of its canonical link; 0 where it has none.</summary>
    internal long Link { get; init; }

    /// <summary>The marks of <see cref="StoryKeys"/>; 0 where it has no such key.</summary>
    internal long LinkKey { get; init; }
    internal long TitleKey { get; init; }

    /// <summary>The mark of the title without its date, where it has one; 0 otherwise.</summary>
    internal long Series { get; init; }

    /// <summary>It tells of many events: a morning briefing.</summary>
    internal bool IsDigest { get; init; }

    /// <summary>The kinds of act that title and lead speak of, a bit each, and whether it <see cref="IsMarketDay"/>.</summary>
    internal uint Acts { get; init; }

    /// <summary>It sums up a stock market's day: tomorrow the next one does, under nearly the same title.</summary>
    internal bool IsMarketDay => (Acts & EventWords.MarketDay) != 0;

    /// <summary>The day that title and lead name first, in days from publication, 0 or below for the past; <see cref="NoDay"/> where they name none.</summary>
    internal sbyte Day { get; init; } = NoDay;

    internal const sbyte NoDay = sbyte.MinValue;

    /// <summary>
    /// Each word once, ascending: 27 bits of its mark, one that says whether it stands there more than once, two of its
    /// <see cref="WordKind"/>, two of its <see cref="WordPlace"/>.
    /// </summary>
    internal uint[] Words { get; }

    /// <summary>A sample of the text's runs of words, ascending: see <see cref="TextSample"/>.</summary>
    internal uint[] Wording { get; }

    /// <summary>Reads an article; the same for the same article, whatever else is known.</summary>
    public static StoryTrace Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return TraceReader.Read(article);
    }

    internal static uint MarkOf(uint word) => word & ~((1u << EventWords.SpareBits) - 1);

    internal const uint Repeated = 1u << 4;

    internal static bool IsRepeated(uint word) => (word & Repeated) != 0;

    /// <summary>What a report is about it names again: a name that stands there more than once.</summary>
    internal static bool IsMainName(uint word) => KindOf(word) == WordKind.Name && IsRepeated(word);

    internal static WordKind KindOf(uint word) => (WordKind)((word >> 2) & 3);

    internal static WordPlace PlaceOf(uint word) => (WordPlace)(word & 3);

    internal static uint WordOf(uint mark, WordKind kind, WordPlace place) => mark | ((uint)kind << 2) | (uint)place;

    /// <summary>Whether title and lead have so many telling words that they can be like others'.</summary>
    internal bool SaysEnough
    {
        get
        {
            var words = 0;
            foreach (var word in Words)
                words += PlaceOf(word) >= WordPlace.Lead ? 1 : 0;
            return words >= FewestWords;
        }
    }

    /// <summary>Nothing is published after an instant that has not come: a clock was ahead.</summary>
    public StoryTrace NotAfter(DateTimeOffset now) => Published > now ? this with { Published = now } : this;

    /// <summary>For storing; <see cref="FromBytes"/> reads it.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeadLength + ((Words.Length + Wording.Length) * sizeof(uint))];
        var rest = bytes.AsSpan();
        rest[0] = Shape;
        BinaryPrimitives.WriteInt64LittleEndian(rest[1..], Published?.ToUnixTimeSeconds() ?? long.MinValue);
        BinaryPrimitives.WriteInt64LittleEndian(rest[9..], Source);
        BinaryPrimitives.WriteInt64LittleEndian(rest[17..], Link);
        BinaryPrimitives.WriteInt64LittleEndian(rest[25..], LinkKey);
        BinaryPrimitives.WriteInt64LittleEndian(rest[33..], TitleKey);
        BinaryPrimitives.WriteInt64LittleEndian(rest[41..], Series);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[49..], Acts);
        rest[53] = (byte)Day;
        rest[54] = IsDigest ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(rest[55..], (ushort)Words.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[57..], (ushort)Wording.Length);
        var marks = MemoryMarshal.Cast<byte, uint>(rest[HeadLength..]);
        Words.CopyTo(marks);
        Wording.CopyTo(marks[Words.Length..]);
        return bytes;
    }

    /// <summary>Null where the bytes are of another shape: of a bot that kept other things.</summary>
    public static StoryTrace? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength || bytes[0] != Shape)
            return null;
        int words = BinaryPrimitives.ReadUInt16LittleEndian(bytes[55..]), wording = BinaryPrimitives.ReadUInt16LittleEndian(bytes[57..]);
        if (bytes.Length != HeadLength + ((words + wording) * sizeof(uint)))
            return null;
        var marks = MemoryMarshal.Cast<byte, uint>(bytes[HeadLength..]);
        var seconds = BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]);
        return new StoryTrace(marks[..words].ToArray(), marks[words..].ToArray())
        {
            Published = seconds == long.MinValue ? null : DateTimeOffset.FromUnixTimeSeconds(seconds),
            Source = BinaryPrimitives.ReadInt64LittleEndian(bytes[9..]),
            Link = BinaryPrimitives.ReadInt64LittleEndian(bytes[17..]),
            LinkKey = BinaryPrimitives.ReadInt64LittleEndian(bytes[25..]),
            TitleKey = BinaryPrimitives.ReadInt64LittleEndian(bytes[33..]),
            Series = BinaryPrimitives.ReadInt64LittleEndian(bytes[41..]),
            Acts = BinaryPrimitives.ReadUInt32LittleEndian(bytes[49..]),
            Day = (sbyte)bytes[53],
            IsDigest = bytes[54] != 0,
        };
    }
}
