using System.Buffers;
using System.Text;

namespace News.Feeds;

/// <summary>
/// What of an item's HTML may stand in somebody's page: lists of what is known to be harmless, since what does harm can
/// not be listed. SVG and MathML are on none of them: their text stays, they themselves go.
/// </summary>
internal static class FeedHtmlSafety
{
    /// <summary>A tag with more attributes was not written for a reader; the others are dropped.</summary>
    public const int MaximumAttributes = 64;

    // Browsers and servers give up on longer addresses too.
    private const int MaximumAddress = 8 * 1024;

    private static readonly AsciiNames Elements = new(
        "a abbr acronym address area article aside audio b bdi bdo big blockquote br caption center cite code col colgroup " +
        "data dd del details dfn dir div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i " +
        "img ins kbd legend li main map mark menu meter nav ol p picture pre progress q rb rp rt rtc ruby s samp section " +
        "small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr");

    private static readonly AsciiNames Addresses = new("href src cite poster background longdesc");

    private static readonly AsciiNames Attributes = new(
        "abbr align alt aria-hidden aria-label aria-level axis background bgcolor border cellpadding cellspacing char charoff " +
        "cite class clear color cols colspan compact controls coords datetime decoding default dir dirname end face frame " +
        "headers height high href hreflang hspace id ismap itemprop itemscope itemtype kind label lang language loading " +
        "longdesc loop low max min muted name nohref noshade nowrap open optimum poster preload property rel rev reversed role " +
        "rows rowspan rules scope shape size sizes span src srclang srcset start style summary tabindex target title translate " +
        "type usemap valign value vspace width wrap xml:lang");

    // What leads to a page, a file, a person or a conversation.
    private static readonly AsciiNames Schemes = new(
        "http https mailto tel sms ftp ftps sftp feed news nntp magnet irc ircs xmpp sip sips geo webcal callto skype facetime " +
        "cid mid gopher rtsp rtmp mms matrix git svn ssh telnet");

    // Without brackets, escapes and marks a style can neither load nor hide that it does.
    private static readonly SearchValues<char> InStyles = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \t\r\n:;,.#%!'\"-_");

    public static bool IsKept(ReadOnlySpan<byte> element) => Elements.Contains(element);

    public static bool IsAddress(ReadOnlySpan<byte> attribute) => Addresses.Contains(attribute);

    public static bool IsHarmless(ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> value) =>
        Attributes.Contains(attribute) && (!Ascii.EqualsIgnoreCase(attribute, "style"u8) || IsHarmlessStyle(value));

    /// <summary>The address as it may be written, absolute where a base is known; null where it may not be.</summary>
    /// <param name="isImageSource">A picture may stand in the address itself.</param>
    public static string? Address(string written, Uri? baseUri, bool isImageSource)
    {
        if (isImageSource && written.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
            && !written.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase))
        {
            return written;
        }

        if (written.Length > MaximumAddress)
            return null;
        return FeedLink.Absolute(written, baseUri) is { } address && IsHarmlessScheme(address) ? address : null;
    }

    /// <summary>The candidates of a <c>srcset</c> that may be written; null where none may be.</summary>
    public static string? SourceSet(string written, Uri? baseUri)
    {
        if (written.Length > MaximumAddress)
            return null;

        var kept = new List<string>();
        foreach (var candidate in written.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var space = candidate.IndexOf(' ', StringComparison.Ordinal);
            var address = Address(space < 0 ? candidate : candidate[..space], baseUri, isImageSource: false);
            if (address is not null)
                kept.Add(space < 0 ? address : address + candidate[space..]);
        }

        return kept.Count == 0 ? null : string.Join(", ", kept);
    }

    private static bool IsHarmlessScheme(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || address[end] != ':')
            return true;

        // "example.org:8080/x" has a port, not a scheme.
        var scheme = address.AsSpan(0, end);
        Span<byte> name = stackalloc byte[16];
        return scheme.Contains('.')
            || scheme.Length <= name.Length && Ascii.FromUtf16(scheme, name, out var length) == OperationStatus.Done
                && Schemes.Contains(name[..length]);
    }

    // "position" can lay an item over the page that shows it.
    private static bool IsHarmlessStyle(ReadOnlySpan<byte> value)
    {
        if (value.Length > MaximumAddress)
            return false;
        var style = CharacterReferences.DecodeToString(value);
        for (var rest = style.AsSpan(); rest.IndexOfAnyExcept(InStyles) is var at && at >= 0;)
        {
            if (rest[at] != '(' || !IsColour(rest[..at]))
                return false;
            var close = rest.IndexOf(')');
            if (close < at || rest[(at + 1)..close].ContainsAnyExcept(InStyles))
                return false;
            rest = rest[(close + 1)..];
        }

        return !style.Contains("position", StringComparison.OrdinalIgnoreCase);

        static bool IsColour(ReadOnlySpan<char> before) =>
            EndsWith(before, "rgb") || EndsWith(before, "rgba") || EndsWith(before, "hsl") || EndsWith(before, "hsla");

        static bool EndsWith(ReadOnlySpan<char> text, ReadOnlySpan<char> end) =>
            text.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            && (text.Length == end.Length || !char.IsAsciiLetterOrDigit(text[^(end.Length + 1)]) && text[^(end.Length + 1)] is not '-');
    }
}
