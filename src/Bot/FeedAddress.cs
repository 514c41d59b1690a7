using System.Net.Http.Headers;
using System.Text;

namespace Bot;

/// <summary>What a feed's address says beside where the feed is: credentials, and secrets that no log may show.</summary>
internal static class FeedAddress
{
    /// <summary>Scheme, host and path: <c>https://u:p@example.org/rss?key=k</c> → <c>https://example.org/rss</c>.</summary>
    public static string ForLog(Uri url) =>
        url.IsAbsoluteUri
            ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : "(a relative address)";

    public static bool IsWeb(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    /// <summary>The address without user name and password.</summary>
    public static Uri WithoutCredentials(Uri url) =>
        url.UserInfo.Length == 0
            ? url
            : new Uri(url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped));

    /// <summary>
    /// The address as it is asked for: without credentials, which go into a header; without the fragment, which is the
    /// reader's own business; without the dot that ends a complete host name, which servers and certificates do not know.
    /// </summary>
    public static Uri ToAsk(Uri url)
    {
        if (url.UserInfo.Length == 0 && url.Fragment.Length == 0 && !url.Host.EndsWith('.'))
            return url;
        var plain = new UriBuilder(WithoutCredentials(url)) { Fragment = "" };
        plain.Host = plain.Host.TrimEnd('.') is { Length: > 0 } host ? host : plain.Host;
        return plain.Uri;
    }

    /// <summary>An address with the credentials of another, where they may be sent there.</summary>
    public static Uri WithCredentialsOf(Uri own, Uri address)
    {
        if (own.UserInfo.Length == 0 || !SharesCredentials(own, address))
            return address;
        var userInfo = own.UserInfo;
        var colon = userInfo.IndexOf(':', StringComparison.Ordinal);
        return new UriBuilder(address)
        {
            UserName = colon < 0 ? userInfo : userInfo[..colon],
            Password = colon < 0 ? "" : userInfo[(colon + 1)..],
        }.Uri;
    }

    /// <summary>The credentials in the address as a Basic header (RFC 7617, UTF-8); null where it has none.</summary>
    public static AuthenticationHeaderValue? Credentials(Uri url)
    {
        if (url.UserInfo.Length == 0)
            return null;
        var colon = url.UserInfo.IndexOf(':', StringComparison.Ordinal);
        var user = Uri.UnescapeDataString(colon < 0 ? url.UserInfo : url.UserInfo[..colon]);
        var password = colon < 0 ? "" : Uri.UnescapeDataString(url.UserInfo[(colon + 1)..]);
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    /// <summary>
    /// May credentials meant for one address be sent to the other? The same host and port, or the same host's
    /// step up from http to https on their own ports.
    /// </summary>
    public static bool SharesCredentials(Uri meantFor, Uri other) =>
        HostName.Wire(meantFor) == HostName.Wire(other)
        && ((meantFor.Scheme == other.Scheme && meantFor.Port == other.Port)
            || (meantFor is { Scheme: "http", IsDefaultPort: true } && other is { Scheme: "https", IsDefaultPort: true }));
}
