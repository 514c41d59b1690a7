using System.Buffers;

namespace News.Feeds;

/// <summary>The attributes of one tag, in order; values as they stand, without their marks.</summary>
internal ref struct MarkupAttributes(ReadOnlySpan<byte> attributes)
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n\f/="u8);
    private static readonly SearchValues<byte> Spaces = SearchValues.Create(" \t\r\n\f"u8);

    private ReadOnlySpan<byte> rest = attributes;

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool Next()
    {
        var start = 0;
        while (start < rest.Length && (IsSpace(rest[start]) || rest[start] is (byte)'/' or (byte)'"' or (byte)'\''))
            start++;
        if (start == rest.Length)
            return false;

        rest = rest[start..];

        var nameEnd = rest.IndexOfAny(NameEnds);
        if (nameEnd == 0)
            nameEnd = 1; // "=x": HTML takes the mark into the name
        Name = nameEnd < 0 ? rest : rest[..nameEnd];
        Value = default;
        rest = nameEnd < 0 ? default : rest[nameEnd..];

        var afterSpace = WithoutSpace(rest);
        if (afterSpace.IsEmpty || afterSpace[0] != '=')
            return true;

        rest = WithoutSpace(afterSpace[1..]);
        if (rest.IsEmpty)
            return true;

        var quote = rest[0];
        if (quote is (byte)'"' or (byte)'\'')
        {
            var close = rest[1..].IndexOf(quote);
            Value = close < 0 ? rest[1..] : rest.Slice(1, close);
            rest = close < 0 ? default : rest[(close + 2)..];
            return true;
        }

        var end = rest.IndexOfAny(Spaces);
        Value = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..];
        return true;
    }

    private static ReadOnlySpan<byte> WithoutSpace(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && IsSpace(text[start]))
            start++;
        return text[start..];
    }

    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f';
}
