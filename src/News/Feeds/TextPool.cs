using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace News.Feeds;

/// <summary>
/// Strings of one document, the same bytes to the same string: a feed names its categories and authors in every item, and
/// its guids are often its links. It forgets freely.
/// </summary>
internal readonly struct TextPool : IDisposable
{
    private const int Size = 256;
    private const int LongestKept = 256;

    private readonly string?[] strings;
    private readonly Label[] labels;

    public TextPool()
    {
        strings = ArrayPool<string?>.Shared.Rent(Size);
        labels = ArrayPool<Label>.Shared.Rent(Size);
    }

    /// <summary>In bytes, as it is written.</summary>
    public const int LongestLabel = 64;

    public string Get(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return "";
        if (text.Length > LongestKept || !Ascii.IsValid(text))
            return Encoding.UTF8.GetString(text);

        ref var slot = ref strings[Hash(text)];
        return slot is not null && Ascii.Equals(text, slot) ? slot : slot = Encoding.ASCII.GetString(text);
    }

    /// <summary>What was made of these bytes before.</summary>
    public bool TryGetLabel(ReadOnlySpan<byte> source, ReadOnlySpan<byte> raw, bool isPerson, out string? text)
    {
        ref readonly var label = ref labels[Hash(raw)];
        text = label.Text;
        return label.IsSet && label.IsPerson == isPerson && source.Slice(label.Start, label.Length).SequenceEqual(raw);
    }

    public void KeepLabel(int start, ReadOnlySpan<byte> raw, bool isPerson, string? text) =>
        labels[Hash(raw)] = new Label(IsSet: true, isPerson, start, raw.Length, text);

    public void Dispose()
    {
        ArrayPool<string?>.Shared.Return(strings, clearArray: true);
        ArrayPool<Label>.Shared.Return(labels, clearArray: true);
    }

    /// <summary>Eight bits, of the text's end and length: addresses of one site differ near their ends.</summary>
    public static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        if (text.Length >= sizeof(ulong))
        {
            hash += BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var value in text)
                hash = (hash << 8) + value;
        }

        return (int)(hash * 0x9E3779B97F4A7C15UL >> 56);
    }

    private readonly record struct Label(bool IsSet, bool IsPerson, int Start, int Length, string? Text);
}
