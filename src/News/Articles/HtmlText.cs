using System.Buffers;
using System.Runtime.InteropServices;

namespace News.Articles;

/// <summary>HTML → the text that a reader sees.</summary>
public static class HtmlText
{
    // An element that is to be hidden and never ends would hide the rest of the story. After a few of those the
    // markup is not to be trusted, and all is shown.
    private const int UnendedAllowed = 4;

    private static readonly string[] CruftClasses = ["feedflare", "mf-viral", "sharedaddy", "jp-relatedposts"];

    // FeedBurner's share links.
    private const string ShareAddress = "/~ff/";
    private const string CaptionClass = "wp-caption-text";

    // Attributes without any of these hide nothing, and that is nearly all: one look spares the reading of them.
    private static readonly SearchValues<string> HidingWords = SearchValues.Create(
        ["hidden", "none", ShareAddress, CaptionClass, .. CruftClasses], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Plain text: references decoded, comments, scripts, styles and other unseen elements dropped, white space
    /// folded; paragraphs and other blocks separated by an empty line ("\n\n"), list items, table rows and
    /// <c>&lt;br&gt;</c> by a line break. What feed services append (share links, tracking pixels) is left out.
    /// Text without markup comes through as it is, folded, with its empty lines; a '&lt;' that begins no tag is text.
    /// In one pass and without recursion: linear in the length, whatever it is given.
    /// </summary>
    public static string ToText(string html) => Read(html, html, captions: true);

    /// <inheritdoc cref="ToText(string)"/>
    public static string ToText(ReadOnlySpan<char> html) => Read(html, null, captions: true);

    /// <summary>As <see cref="ToText(string)"/>, on one line: for titles and names.</summary>
    public static string ToLine(string html) => Read(html, html, captions: true, oneLine: true);

    /// <inheritdoc cref="ToLine(string)"/>
    public static string ToLine(ReadOnlySpan<char> html) => Read(html, null, captions: true, oneLine: true);

    /// <summary>As <see cref="ToText(string)"/> without the captions of pictures, which are about the picture, not the story.</summary>
    public static string ToStory(string html) => Read(html, html, captions: false);

    /// <inheritdoc cref="ToStory(string)"/>
    public static string ToStory(ReadOnlySpan<char> html) => Read(html, null, captions: false);

    /// <param name="whole">The same as a string where there is one: it is given back where nothing changes.</param>
    private static string Read(ReadOnlySpan<char> html, string? whole, bool captions, bool oneLine = false)
    {
        var folder = new TextFolder(html.Length) { OneLine = oneLine, BlankLinesCount = !oneLine };
        try
        {
            if (!html.ContainsAny('<', '&'))
            {
                folder.Append(html);
            }
            else if (!TryWrite(html, ref folder, captions))
            {
                // Blocks came after empty lines had been taken for paragraphs: this is HTML, where those mean nothing.
                folder.Clear();
                folder.BlankLinesCount = false;
                TryWrite(html, ref folder, captions);
            }

            return whole is not null && folder.Written.SequenceEqual(whole) ? whole : folder.ToString();
        }
        finally
        {
            folder.Dispose();
        }
    }

    private static bool TryWrite(ReadOnlySpan<char> html, ref TextFolder folder, bool captions)
    {
        var scanner = new HtmlScanner(html);
        var hidden = new HiddenElement();
        var lists = 0;
        var preformatted = 0;
        while (true)
        {
            var token = scanner.Next();
            if (token == HtmlToken.Done)
            {
                if (!hidden.IsOpen)
                    return true;
                scanner.Position = hidden.GiveUp();
                continue;
            }

            if (hidden.IsOpen)
            {
                hidden.Follow(token, scanner.Tag);
                continue;
            }

            if (token == HtmlToken.Text)
            {
                folder.AppendHtml(scanner.Text);
                continue;
            }

            var tag = scanner.Tag;
            var starts = token == HtmlToken.Start;
            if (starts && !scanner.IsSelfClosed && IsHidden(tag, scanner.Attributes, captions) && hidden.TryOpen(tag, scanner.Position))
            {
                folder.Break(TextBreak.Space);
                continue;
            }

            Place(tag, starts, ref folder, ref lists, ref preformatted);
            if (folder is { BlankLineSeen: true, BlankLinesCount: true } && MakesParagraphs(tag))
                return false;
        }
    }

    private static bool MakesParagraphs(HtmlTag tag) => tag == HtmlTag.Br || tag.Is(HtmlTraits.Block);

    private static void Place(HtmlTag tag, bool starts, ref TextFolder folder, ref int lists, ref int preformatted)
    {
        switch (tag)
        {
            case HtmlTag.Br:
                folder.LineBreak();
                break;
            case HtmlTag.Q:
                folder.Append(starts ? "“" : "”");
                break;
            case HtmlTag.Td or HtmlTag.Th:
                folder.Break(TextBreak.Space);
                break;
            case HtmlTag.Ul or HtmlTag.Ol or HtmlTag.Dl:
                // A list within a list goes on line by line.
                folder.Break(lists > (starts ? 0 : 1) ? TextBreak.Line : TextBreak.Paragraph);
                lists = Math.Max(0, lists + (starts ? 1 : -1));
                break;
            case HtmlTag.Pre:
                preformatted = Math.Max(0, preformatted + (starts ? 1 : -1));
                folder.Preformatted = preformatted > 0;
                folder.Break(TextBreak.Paragraph);
                break;
            default:
                if (tag.Is(HtmlTraits.Block))
                    folder.Break(lists > 0 && !tag.IsHeading() ? TextBreak.Line : TextBreak.Paragraph);
                else if (tag.Is(HtmlTraits.Line))
                    folder.Break(TextBreak.Line);
                break;
        }
    }

    private static bool IsHidden(HtmlTag tag, HtmlAttributes attributes, bool captions)
    {
        if (tag.Is(HtmlTraits.Void))
            return false;
        if (tag.Is(HtmlTraits.Unseen) || (tag == HtmlTag.Figcaption && !captions))
            return true;
        if (attributes.IsEmpty || !attributes.Source.ContainsAny(HidingWords))
            return false;
        if (HtmlVisibility.IsHidden(attributes))
            return true;
        if (tag == HtmlTag.A)
            return attributes["href"].Contains(ShareAddress, StringComparison.Ordinal);
        return tag is HtmlTag.Div or HtmlTag.P or HtmlTag.Span or HtmlTag.Table or HtmlTag.Section
            && HasCruftClass(attributes["class"], captions);
    }

    private static bool HasCruftClass(ReadOnlySpan<char> classes, bool captions)
    {
        if (classes.IsEmpty)
            return false;
        foreach (var range in classes.Split(' '))
        {
            var name = classes[range].Trim();
            foreach (var cruft in CruftClasses)
            {
                if (name.Equals(cruft, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            if (!captions && name.Equals(CaptionClass, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The element that is being passed over: how deep in others of its name, and where to go on if it never ends.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct HiddenElement
    {
        private HtmlTag _tag;
        private int _depth;
        private int _contentStart;
        private int _unended;

        public readonly bool IsOpen => _depth > 0;

        public bool TryOpen(HtmlTag tag, int contentStart)
        {
            if (_unended >= UnendedAllowed && !TakesAll(tag))
                return false;
            _tag = tag;
            _depth = 1;
            _contentStart = contentStart;
            return true;
        }

        public void Follow(HtmlToken token, HtmlTag tag)
        {
            if (token != HtmlToken.Text && tag == _tag)
                _depth += token == HtmlToken.Start ? 1 : -1;
        }

        /// <summary>The element never ended: its content is shown after all, a script's is not.</summary>
        public int GiveUp()
        {
            _depth = 0;
            _unended++;
            return TakesAll(_tag) ? int.MaxValue : _contentStart;
        }

        private static bool TakesAll(HtmlTag tag) => tag is HtmlTag.Script or HtmlTag.Style;
    }
}

/// <summary>Whether the markup itself says that an element is not shown.</summary>
internal static class HtmlVisibility
{
    public static bool IsHidden(HtmlAttributes attributes) => attributes.Has("hidden") || Hides(attributes["style"]);

    /// <summary>Whether a style attribute says that its element is not shown.</summary>
    public static bool Hides(ReadOnlySpan<char> style) =>
        !style.IsEmpty && (Declares(style, "display", "none") || Declares(style, "visibility", "hidden"));

    private static bool Declares(ReadOnlySpan<char> style, ReadOnlySpan<char> property, ReadOnlySpan<char> value)
    {
        foreach (var range in style.Split(';'))
        {
            var declaration = style[range];
            var colon = declaration.IndexOf(':');
            if (colon > 0
                && declaration[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase)
                && declaration[(colon + 1)..].Trim().StartsWith(value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
