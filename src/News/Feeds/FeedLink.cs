using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace News.Feeds;

/// <summary>Addresses as feeds write them → addresses that lead somewhere.</summary>
internal static class FeedLink
{
    // Of a base that counts: what is relative to it grows by its length, in item after item.
    private const int LongestBase = 512;

    /// <summary>
    /// The address, absolute where it is or where a base is known; an absolute one stays as it was written. Null where it
    /// is empty or would run a script.
    /// </summary>
    public static string? Absolute(string? address, Uri? baseUri)
    {
        if (IsPlainWeb(address))
            return address;
        address = WithoutBreaks(address);
        if (address.Length == 0)
            return null;
        if (SchemeLength(address) is var scheme && scheme > 0)
            return IsHarmful(address.AsSpan(0, scheme)) ? null : address;
        if (address.StartsWith("//", StringComparison.Ordinal))
            return $"{(baseUri?.Scheme is "http" ? "http" : "https")}:{address}";
        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return $"http://{address}";

        return Resolve(address, baseUri)?.AbsoluteUri ?? address;
    }

    public static Uri? Resolve(string address, Uri? baseUri)
    {
        address = WithoutBreaks(address);
        if (SchemeLength(address) > 0)
            return Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute : null;
        if (baseUri is null || baseUri.OriginalString.Length > LongestBase && IsTooLong(baseUri, address))
            return null;
        return Uri.TryCreate(baseUri, address, out var resolved) ? resolved : null;
    }

    /// <summary>A long query says nothing about where a base is, unless the address begins with its own.</summary>
    private static bool IsTooLong(Uri baseUri, string address) =>
        address is "" or ['?' or '#', ..] || baseUri.AbsolutePath.Length > LongestBase;

    /// <summary>Whether the address names its scheme ("https:…") and stands for itself.</summary>
    public static bool IsAbsolute(string address) => SchemeLength(address) > 0;

    /// <summary>Addresses that lead a reader to a page.</summary>
    public static bool IsWeb(string? address) =>
        address is not null && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    public static Uri? Web(string? address) =>
        IsWeb(address) && Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute : null;

    /// <summary>"www." makes no difference.</summary>
    public static bool IsSameHost(Uri one, Uri other) => WithoutWww(one.Host).SequenceEqual(WithoutWww(other.Host));

    private static ReadOnlySpan<char> WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) ? host.AsSpan(4) : host;

    /// <summary>An absolute web address that nothing needs to be done about.</summary>
    public static bool IsPlainWeb(ReadOnlySpan<byte> address) =>
        (StartsWith(address, "https://"u8) || StartsWith(address, "http://"u8))
        && address.Length > 8 && address.IndexOfAny("\n\r\t"u8) < 0 && address[^1] is > (byte)' ' and < 0x80;

    private static bool IsPlainWeb([NotNullWhen(true)] string? address) =>
        address is not null
        && (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal))
        && !address.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static bool StartsWith(ReadOnlySpan<byte> address, ReadOnlySpan<byte> beginning) =>
        address.Length >= beginning.Length && Ascii.EqualsIgnoreCase(address[..beginning.Length], beginning);

    private static int SchemeLength(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !char.IsAsciiLetter(address[0]))
            return 0;
        for (var i = 1; i < colon; i++)
        {
            if (!char.IsAsciiLetterOrDigit(address[i]) && address[i] is not ('+' or '-' or '.'))
                return 0;
        }

        // "example.org:8080/x" has a port, not a scheme.
        return address.AsSpan(0, colon).Contains('.') ? 0 : colon;
    }

    private static bool IsHarmful(ReadOnlySpan<char> scheme) =>
        scheme.Equals("javascript", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("vbscript", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("livescript", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Browsers pass over line breaks and tabs in an address, and over control characters before it.</summary>
    private static string WithoutBreaks(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return "";

        var start = 0;
        while (start < address.Length && address[start] <= ' ')
            start++;
        address = address[start..].Trim();
        if (address.AsSpan().IndexOfAny('\n', '\r', '\t') < 0)
            return address;

        // An address that was broken over two lines and indented: the indentation is no part of it.
        return string.Concat(address.Split(
            ['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
