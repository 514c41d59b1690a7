using System.Runtime.CompilerServices;
using System.Text;

namespace News.Feeds;

/// <summary>
/// The elements whose inside HTML reads as text, and where they end. Each way to an end is gone once only, so that a
/// megabyte of beginnings costs no more than a megabyte of text.
/// </summary>
internal ref struct FeedHtmlRawText(ReadOnlySpan<byte> html)
{
    private static readonly AsciiNames Names = new("script style iframe noembed noframes textarea title xmp");

    // The first two hold what no reader wants to see, so what breaks off inside of them goes too. Of the others, whose
    // end was forgotten, the inside is the rest of the story.
    private const int TakingAll = 2;

    private readonly ReadOnlySpan<byte> html = html;
    private Places ends; // by name; one higher than the place, so that zero is "there is none"
    private int searched; // a bit for each name whose end was looked for

    public static bool Is(ReadOnlySpan<byte> name) => Names.Contains(name);

    /// <summary>Where the first end tag of this name begins; the end of the text where there is none.</summary>
    public static int End(ReadOnlySpan<byte> html, int from, ReadOnlySpan<byte> name) =>
        Find(html, from, html.Length, name, isEnd: true) is var end && end < 0 ? html.Length : end;

    /// <summary>
    /// Where reading goes on behind the start tag that ends at <paramref name="from"/>. What closes itself
    /// (<c>&lt;script src="…"/&gt;</c>) is empty in XHTML and is meant so in most HTML; where HTML would read on to an end
    /// tag that is its own, so do we.
    /// </summary>
    public int Skip(ReadOnlySpan<byte> name, int from, bool isSelfClosing)
    {
        var index = Names.IndexOf(name);
        if (index < 0)
            return from;

        var end = NextEnd(index, name, from);
        if (end < 0)
            return isSelfClosing || index >= TakingAll ? from : html.Length;
        return isSelfClosing && Find(html, from, end, name, isEnd: false) >= 0 ? from : end;
    }

    private int NextEnd(int index, ReadOnlySpan<byte> name, int from)
    {
        if ((searched & 1 << index) == 0 || ends[index] > 0 && from >= ends[index])
        {
            ends[index] = Find(html, from, html.Length, name, isEnd: true) + 1;
            searched |= 1 << index;
        }

        return ends[index] - 1;
    }

    private static int Find(ReadOnlySpan<byte> html, int from, int to, ReadOnlySpan<byte> name, bool isEnd)
    {
        for (var i = Math.Min(from, to); i < to; i++)
        {
            var next = html[i..to].IndexOf((byte)'<');
            if (next < 0)
                return -1;
            i += next;
            var rest = html[(i + 1)..];
            if (isEnd && (rest.IsEmpty || rest[0] != '/'))
                continue;
            if (IsNamed(isEnd ? rest[1..] : rest, name))
                return i;
        }

        return -1;
    }

    /// <summary>"script&gt;", "script src=…", "xhtml:script&gt;": not "scripture&gt;".</summary>
    private static bool IsNamed(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        const int LongestPrefix = 16;
        var colon = tag[..Math.Min(tag.Length, LongestPrefix)].IndexOf((byte)':');
        if (colon > 0 && tag[..colon].IndexOfAny("<> \n"u8) < 0)
            tag = tag[(colon + 1)..];
        return tag.Length >= name.Length && Ascii.EqualsIgnoreCase(tag[..name.Length], name)
            && (tag.Length == name.Length || tag[name.Length] is (byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f');
    }

    [InlineArray(8)]
    private struct Places
    {
        private int first;
    }
}
