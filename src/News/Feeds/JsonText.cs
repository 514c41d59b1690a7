using System.Globalization;
using System.Text;

namespace News.Feeds;

/// <summary>What stands between the quotation marks of a JSON string → its text.</summary>
internal static class JsonText
{
    /// <summary>A lone half of a surrogate pair ("\ud83d"), which JSON allows and text does not, becomes U+FFFD.</summary>
    public static void Append(ReadOnlySpan<byte> escaped, ref Utf8Buffer text)
    {
        for (var at = escaped.IndexOf((byte)'\\'); at >= 0 && at + 1 < escaped.Length; at = escaped.IndexOf((byte)'\\'))
        {
            text.Append(escaped[..at]);
            escaped = escaped[(at + 1)..];
            if (escaped[0] == 'u')
            {
                escaped = escaped[AppendNumbered(escaped, ref text)..];
                continue;
            }

            switch (escaped[0])
            {
                case (byte)'n':
                    text.Append((byte)'\n');
                    break;
                case (byte)'t':
                    text.Append((byte)'\t');
                    break;
                case (byte)'r':
                    text.Append((byte)'\r');
                    break;
                case (byte)'b' or (byte)'f':
                    break;
                default:
                    text.Append(escaped[0]);
                    break;
            }

            escaped = escaped[1..];
        }

        text.Append(escaped);
    }

    /// <returns>How many bytes it took.</returns>
    private static int AppendNumbered(ReadOnlySpan<byte> escaped, ref Utf8Buffer text)
    {
        var first = Number(escaped);
        var rest = escaped[Math.Min(5, escaped.Length)..];
        if (char.IsHighSurrogate(first) && rest.StartsWith("\\u"u8) && Number(rest[1..]) is var second && char.IsLowSurrogate(second))
        {
            text.Append(new Rune(first, second));
            return 11;
        }

        text.Append(Rune.TryCreate(first, out var rune) ? rune : Rune.ReplacementChar);
        return escaped.Length - rest.Length;
    }

    /// <summary>"u00e9" → é.</summary>
    private static char Number(ReadOnlySpan<byte> escaped) =>
        escaped.Length >= 5
        && ushort.TryParse(escaped.Slice(1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? (char)number
            : '\uFFFD';
}
