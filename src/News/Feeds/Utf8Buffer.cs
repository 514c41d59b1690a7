using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace News.Feeds;

/// <summary>Text in the making, in UTF-8 and in rented memory, which goes back when it is disposed of.</summary>
internal ref struct Utf8Buffer(int capacity)
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 256));

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Append(byte value)
    {
        if (Length == bytes.Length)
            Grow(1);
        bytes[Length++] = value;
    }

    public void Append(scoped ReadOnlySpan<byte> text)
    {
        if (bytes.Length - Length < text.Length)
            Grow(text.Length);
        text.CopyTo(bytes.AsSpan(Length));
        Length += text.Length;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length - Length < size)
            Grow(size);
        Length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(Length));
    }

    public void Append(Rune rune)
    {
        if (bytes.Length - Length < 4)
            Grow(4);
        Length += rune.EncodeToUtf8(bytes.AsSpan(Length));
    }

    /// <summary>False, with nothing appended, where the text is no base64. White space does no harm.</summary>
    /// <param name="isCut">Its end is missing.</param>
    public bool TryAppendBase64(scoped ReadOnlySpan<byte> text, bool isCut)
    {
        var size = Base64.GetMaxDecodedFromUtf8Length(text.Length);
        if (bytes.Length - Length < size)
            Grow(size);
        var status = Base64.DecodeFromUtf8(text, bytes.AsSpan(Length), out _, out var written, isFinalBlock: !isCut);
        if (status != OperationStatus.Done && !(isCut && status == OperationStatus.NeedMoreData))
            return false;
        Length += written;
        return true;
    }

    /// <summary>Takes back what was written after <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>"\r\n" and "\r" to "\n", as XML reads them.</summary>
    public void NormaliseLines()
    {
        var text = bytes.AsSpan(0, Length);
        var read = text.IndexOf((byte)'\r');
        if (read < 0)
            return;

        var written = read;
        for (; read < text.Length; read++)
        {
            var c = text[read];
            if (c == '\r')
            {
                if (read + 1 < text.Length && text[read + 1] == '\n')
                    continue;
                c = (byte)'\n';
            }

            text[written++] = c;
        }

        Length = written;
    }

    public static void Swap(ref Utf8Buffer one, ref Utf8Buffer other)
    {
        var held = one;
        one = other;
        other = held;
    }

    public override readonly string ToString() => Encoding.UTF8.GetString(Written);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    private void Grow(int extra)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(bytes.Length * 2L, (long)Length + extra), Array.MaxLength));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
