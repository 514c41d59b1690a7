using System.Buffers;
using System.Buffers.Text;
using System.Text;
using News.Articles;

namespace News.Feeds;

/// <summary>How the bytes of a text are to be read. Without <see cref="Html"/> and <see cref="Plain"/> the text tells.</summary>
[Flags]
internal enum TextForm
{
    /// <summary>UTF-8 without anything around it: a whole CDATA section, a text without references.</summary>
    None = 0,

    /// <summary>Between the tags of an XML element: references and CDATA sections.</summary>
    Xml = 1,

    /// <summary>As <see cref="Xml"/>, with elements inside, which are the text's markup.</summary>
    Elements = 2,

    /// <summary>Elements that are XHTML: escaped markup among them is text.</summary>
    Xhtml = 4,

    /// <summary>Atom's XHTML: a div around it is no part of it.</summary>
    Wrapped = 8,

    /// <summary>A string of JSON with its escapes.</summary>
    Json = 16,

    /// <summary>Inside of it all is base64.</summary>
    Base64 = 32,

    Html = 64,

    /// <summary>Plain text, in which only references that a reader can't want to see are decoded.</summary>
    Plain = 128,

    /// <summary>HTML that may have been escaped once too often.</summary>
    PerhapsTwice = 256,

    /// <summary>What it says is meant so: "&amp;amp;" in plain text.</summary>
    Finished = 512,
}

/// <summary>
/// A text of an item as its feed wrote it: a piece of the document. Nothing is decoded until somebody asks, and each
/// question reads it anew, so who needs an answer twice keeps it. It keeps the document's bytes in memory.
/// </summary>
public sealed class ItemText
{
    // War and Peace has three megabytes. Each reading needs several times the memory.
    private const int MaximumLength = 3 * 1024 * 1024;
    private const int CutWindow = 1024;

    private readonly ReadOnlyMemory<byte> source;
    private readonly Uri? baseUri;
    private readonly DocumentEntities? entities;
    private readonly TextForm form;

    internal ItemText(ReadOnlyMemory<byte> source, TextForm form, Uri? baseUri, DocumentEntities? entities = null)
    {
        this.source = source.Length <= MaximumLength ? source : source[..EndOfCut(source.Span)];
        this.form = form;
        this.baseUri = baseUri;
        this.entities = entities;
    }

    private delegate T Reading<T>(ReadOnlySpan<byte> text, bool isHtml, ItemText item);

    /// <summary>In bytes of the document, as it is written there.</summary>
    internal int Length => source.Length;

    /// <summary>A number that another writing changes, without reading what is written.</summary>
    internal long Print() => ItemMark.Of('b', source.Span);

    /// <summary>Says so where a text of this length will be cut.</summary>
    internal static void NoteLength(int length, FeedWarnings warnings)
    {
        if (length > MaximumLength)
            warnings.Add("A text longer than 3 MB was cut.");
    }

    /// <summary>Behind the last word or tag that is whole.</summary>
    private static int EndOfCut(ReadOnlySpan<byte> text)
    {
        var last = text[(MaximumLength - CutWindow)..MaximumLength].LastIndexOfAny(" \n>"u8);
        if (last >= 0)
            return MaximumLength - CutWindow + last + 1;
        var end = MaximumLength;
        while ((text[end] & 0xC0) == 0x80 && end > MaximumLength - 4)
            end--;
        return end;
    }

    /// <summary>A text out of HTML, for what does not come from a feed's bytes.</summary>
    /// <param name="baseUri">What its relative links are relative to.</param>
    public static ItemText FromHtml(string html, Uri? baseUri = null) =>
        new(Encoding.UTF8.GetBytes(html), TextForm.Html, baseUri);

    /// <summary>A text out of plain text, in which "&amp;amp;" and "&lt;b&gt;" mean what they say.</summary>
    public static ItemText FromText(string text) =>
        new(Encoding.UTF8.GetBytes(text), TextForm.Plain | TextForm.Finished, null);

    /// <summary>HTML without what runs or loads by itself and with absolute links; "" where nothing is left.</summary>
    public string ToHtml() => Read(static (text, isHtml, item) => isHtml
        ? FeedHtml.Clean(text, item.baseUri, out _)
        : FeedHtml.FromPlainText(Encoding.UTF8.GetString(text)));

    /// <summary>Plain text, paragraphs separated by an empty line ("\n\n"); "" where there is none.</summary>
    public string ToText() => Read(static (text, isHtml, item) => isHtml ? ToText(text) : item.FromPlain(text));

    /// <summary>As <see cref="ToText"/> without the captions of pictures, unless these are all there is.</summary>
    public string ToStory() => Read(static (text, isHtml, item) => isHtml ? ToStory(text) : item.FromPlain(text));

    /// <summary>One line of plain text; null where there is none.</summary>
    internal string? ToLine() => Read(static (text, isHtml, _) => isHtml ? PlainLine.FromHtml(text) : PlainLine.FromText(text));

    /// <summary>The text as an address, absolute where it can be.</summary>
    internal string? ToAddress() => Read(static (text, _, item) => FeedLink.Absolute(Encoding.UTF8.GetString(text), item.baseUri));

    /// <summary>The address of the first picture that is more than a counter's pixel; null where there is none.</summary>
    public string? FirstImage() => Read(static (text, isHtml, item) => isHtml ? FeedHtml.FirstImage(text, item.baseUri) : null);

    /// <summary>Whether both say the same, however each is written.</summary>
    internal bool IsSameAs(ItemText other) =>
        source.Span.SequenceEqual(other.source.Span)
        || form != other.form && string.Equals(ToText(), other.ToText(), StringComparison.Ordinal);

    private static string ToStory(ReadOnlySpan<byte> html)
    {
        var characters = Characters(html, out var rented);
        var story = HtmlText.ToStory(characters);
        if (story.Length == 0)
            story = HtmlText.ToText(characters);
        ArrayPool<char>.Shared.Return(rented);
        return story;
    }

    private static string ToText(ReadOnlySpan<byte> html)
    {
        var characters = Characters(html, out var rented);
        var text = HtmlText.ToText(characters);
        ArrayPool<char>.Shared.Return(rented);

        // Without a tag "AT&amp;amp;T" and "&amp;lt;p&amp;gt;" were escaped once too often.
        return text.AsSpan().ContainsAny('&', '<') && !html.Contains((byte)'<') ? PlainLine.FromHtml(html) ?? "" : text;
    }

    private static ReadOnlySpan<char> Characters(ReadOnlySpan<byte> text, out char[] rented)
    {
        rented = ArrayPool<char>.Shared.Rent(text.Length);
        return rented.AsSpan(0, Encoding.UTF8.GetChars(text, rented));
    }

    private string FromPlain(ReadOnlySpan<byte> text) => PlainText.FoldLines(
        form.HasFlag(TextForm.Finished) ? Encoding.UTF8.GetString(text) : CharacterReferences.DecodeToString(text));

    private T Read<T>(Reading<T> reading)
    {
        var text = source.Span;
        if (form == TextForm.Html && !text.Contains((byte)'\r'))
            return reading(text, true, this);

        var decoded = new Utf8Buffer(text.Length);
        Unwrap(text, ref decoded);
        decoded.NormaliseLines();
        if (form.HasFlag(TextForm.Base64))
            FromBase64(ref decoded, isCut: source.Length > MaximumLength - CutWindow);
        if (form.HasFlag(TextForm.PerhapsTwice))
            DecodeAgain(ref decoded);
        text = form.HasFlag(TextForm.Wrapped) ? FeedHtml.WithoutWrapper(decoded.Written) : decoded.Written;
        var result = reading(text, IsHtml(text), this);
        decoded.Dispose();
        return result;
    }

    private void Unwrap(ReadOnlySpan<byte> text, ref Utf8Buffer decoded)
    {
        if (form.HasFlag(TextForm.Elements))
            XmlText.AppendMarkup(text, ref decoded, entities?.ForOneText(), form.HasFlag(TextForm.Xhtml));
        else if (form.HasFlag(TextForm.Xml))
            XmlText.Append(text, ref decoded, entities?.ForOneText());
        else if (form.HasFlag(TextForm.Json))
            JsonText.Append(text, ref decoded);
        else
            decoded.Append(text);
    }

    private bool IsHtml(ReadOnlySpan<byte> text)
    {
        if (form.HasFlag(TextForm.Html) || form.HasFlag(TextForm.Elements))
            return true;
        if (form.HasFlag(TextForm.Plain) && !form.HasFlag(TextForm.Base64))
            return false;
        return FeedHtml.LooksLikeHtml(text) || form.HasFlag(TextForm.Base64) && CharacterReferences.ContainsReference(text);
    }

    private static void FromBase64(ref Utf8Buffer text, bool isCut)
    {
        var decoded = new Utf8Buffer(Base64.GetMaxDecodedFromUtf8Length(text.Length));
        if (decoded.TryAppendBase64(text.Written, isCut))
            Utf8Buffer.Swap(ref text, ref decoded);
        decoded.Dispose();
    }

    // RSS's HTML is escaped once, but "&amp;lt;p&amp;gt;" is found too.
    private static void DecodeAgain(ref Utf8Buffer text)
    {
        if (text.Written.Contains((byte)'<') || text.Written.IndexOf("&lt;"u8) < 0)
            return;

        var again = new Utf8Buffer(text.Length);
        CharacterReferences.Decode(text.Written, ref again);
        if (FeedHtml.LooksLikeHtml(again.Written))
            Utf8Buffer.Swap(ref text, ref again);
        again.Dispose();
    }
}
