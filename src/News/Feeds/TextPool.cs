using System.Buffers;
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

        ref var slot = ref strings[Slot(text)];
        return slot is not null && Ascii.Equals(text, slot) ? slot : slot = Encoding.ASCII.GetString(text);
    }

    /// <summary>What was made of these bytes before.</summary>
    public bool TryGetLabel(ReadOnlySpan<byte> source, ReadOnlySpan<byte> raw, bool isPerson, out string? text)
    {
        ref readonly var label = ref labels[Slot(raw)];
        text = label.Text;
        return label.IsSet && label.IsPerson == isPerson && source.Slice(label.Start, label.Length).SequenceEqual(raw);
    }

    public void KeepLabel(int start, ReadOnlySpan<byte> raw, bool isPerson, string? text) =>
        labels[Slot(raw)] = new Label(IsSet: true, isPerson, start, raw.Length, text);

    public void Dispose()
    {
        ArrayPool<string?>.Shared.Return(strings, clearArray: true);
        ArrayPool<Label>.Shared.Return(labels, clearArray: true);
    }

    // Addresses of one site differ near their ends.
    private static int Slot(ReadOnlySpan<byte> text)
    {
        var hash = (uint)text.Length;
        for (var i = Math.Max(0, text.Length - 8); i < text.Length; i++)
            hash = hash * 31 + text[i];
        return (int)(hash * 2654435769u >> 24);
    }

    private readonly record struct Label(bool IsSet, bool IsPerson, int Start, int Length, string? Text);
}
