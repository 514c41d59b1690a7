using System.Text;

namespace News.Feeds;

/// <summary>What stands between an element's tags, as it was written → its text or its markup.</summary>
internal static class XmlText
{
    // How many elements back an end tag finds its beginning; further back it is taken for a stray.
    private const int Reach = 64;
    private const int MaximumOpen = 4096;

    /// <summary>The text of the element and of all inside it: references decoded, CDATA as it stands.</summary>
    public static void Append(ReadOnlySpan<byte> xml, ref Utf8Buffer text, DocumentEntities? entities)
    {
        entities?.BeginField();
        if (!xml.Contains((byte)'<'))
        {
            CharacterReferences.Decode(xml, ref text, entities);
            return;
        }

        var scanner = new MarkupScanner(xml);
        while (scanner.Next())
        {
            if (scanner.Kind == MarkupKind.Text)
                CharacterReferences.Decode(scanner.Inner, ref text, entities);
            else if (scanner.Kind == MarkupKind.CData)
                text.Append(scanner.Inner);
        }
    }

    /// <summary>
    /// Markup that was written into the feed without being escaped. Where escaped markup stands beside it (a div around
    /// <c>&amp;lt;p&amp;gt;</c>), that means markup too, except in XHTML, where it means what it says.
    /// </summary>
    public static void AppendMarkup(ReadOnlySpan<byte> xml, ref Utf8Buffer text, DocumentEntities? entities, bool isXhtml)
    {
        var open = new List<(int Start, int Length)>();
        var scanner = new MarkupScanner(xml);
        entities?.BeginField();
        while (scanner.Next())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.StartTag:
                    text.Append(scanner.Raw);
                    if (open.Count == MaximumOpen)
                        open.RemoveRange(0, MaximumOpen - Reach);
                    if (!scanner.IsSelfClosing)
                        open.Add((scanner.NameStart, scanner.NameLength));
                    break;
                case MarkupKind.EndTag:
                    // An end tag that closes nothing here was meant for the element around: "<title>…</subtitle>".
                    var index = LastOpen(open, xml, scanner.Name);
                    if (index < 0)
                        break;
                    open.RemoveRange(index, open.Count - index);
                    text.Append(scanner.Raw);
                    break;
                case MarkupKind.CData:
                    text.Append(scanner.Inner);
                    break;
                case MarkupKind.Text when !isXhtml && scanner.Inner.IndexOf("&lt;"u8) >= 0:
                    AppendEscaped(scanner.Inner, ref text, entities);
                    break;
                case MarkupKind.Text:
                    text.Append(scanner.Inner);
                    break;
            }
        }
    }

    /// <summary>
    /// Whether nothing can be seen in the element. Long ones are not looked at: nobody writes a kilobyte of spaces.
    /// </summary>
    public static bool IsBlank(ReadOnlySpan<byte> xml)
    {
        const int LookedAt = 64;
        xml = PlainLine.Trim(xml);
        if (xml.IsEmpty)
            return true;
        if (xml.Length > LookedAt || xml[0] is not ((byte)'<' or (byte)'&'))
            return false;

        var scanner = new MarkupScanner(xml);
        while (scanner.Next())
        {
            if (scanner.Kind is MarkupKind.StartTag)
                return false;
        }

        var text = new Utf8Buffer(xml.Length);
        Append(xml, ref text, null);
        var isBlank = PlainLine.Trim(text.Written).IsEmpty;
        text.Dispose();
        return isBlank;
    }

    private static void AppendEscaped(ReadOnlySpan<byte> escaped, ref Utf8Buffer text, DocumentEntities? entities)
    {
        var from = text.Length;
        CharacterReferences.Decode(escaped, ref text, entities);
        if (FeedHtml.LooksLikeHtml(text.Written[from..]))
            return;
        text.Truncate(from);
        text.Append(escaped);
    }

    private static int LastOpen(List<(int Start, int Length)> open, ReadOnlySpan<byte> xml, ReadOnlySpan<byte> name)
    {
        for (var i = open.Count - 1; i >= Math.Max(0, open.Count - Reach); i--)
        {
            if (Ascii.EqualsIgnoreCase(xml.Slice(open[i].Start, open[i].Length), name))
                return i;
        }

        return -1;
    }
}
