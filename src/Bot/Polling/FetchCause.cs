namespace Bot.Polling;

/// <summary>Why a fetch brought no feed: what the sentence beside it says, as a value.</summary>
internal enum FetchCause
{
    /// <summary>The address is not http or https.</summary>
    NotWeb,

    /// <summary>The host is on a network that may not be fetched.</summary>
    AddressNotAllowed,

    /// <summary>Redirects in a circle, too many of them, or one without an address.</summary>
    BadRedirect,

    NoSuchHost,
    NoAnswerFromDns,
    Unreachable,
    ConnectionRefused,
    ConnectionLost,
    ConnectTimeout,
    AnswerTimeout,
    BodyTimeout,

    CertificateExpired,
    CertificateNotYetValid,
    CertificateOfOtherHost,
    CertificateUntrusted,
    TlsFailed,

    NotHttp,
    HeadersTooLarge,

    /// <summary>401.</summary>
    LoginRequired,

    /// <summary>402.</summary>
    PaymentRequired,

    /// <summary>403 without a sign of who or what refuses.</summary>
    Forbidden,

    /// <summary>A gatekeeper that wants to see a browser answers in the site's place.</summary>
    BotWall,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>410.</summary>
    Gone,

    /// <summary>451.</summary>
    LegalReasons,

    /// <summary>429.</summary>
    TooManyRequests,

    /// <summary>Not asked: the host wants to be left alone for now.</summary>
    LeftAlone,

    /// <summary>5xx.</summary>
    ServerError,

    OtherStatus,
    EmptyAnswer,
    DamagedBody,
    TooLarge,

    /// <summary>The address leads elsewhere, to a page: a log-in, a consent, a front page.</summary>
    RedirectedToPage,

    /// <summary>A page or another document where the feed should be.</summary>
    NotAFeed,

    /// <summary>A picture, a sound or another document where the article's page should be.</summary>
    NotAPage,
}

internal static class FetchCauses
{
    /// <summary>One sentence: what whoever follows the feed can do about it.</summary>
    public static string Advice(this FetchCause cause) => cause switch
    {
        FetchCause.NotWeb => "Give an address that begins with http:// or https://.",
        FetchCause.AddressNotAllowed => "Private networks are closed to feeds and pages; the bot's operator opens one with Polling:AllowedNetworks.",
        FetchCause.BadRedirect => "Open the address in a browser and use the one that you end up at.",
        FetchCause.NoSuchHost => "Check the spelling of the host; if the site has moved, use its new address.",
        FetchCause.NoAnswerFromDns => "It usually passes; if no feed can be read, look at the name server of the bot's machine.",
        FetchCause.Unreachable => "It usually passes; if no feed can be read, look at the network of the bot's machine.",
        FetchCause.ConnectionRefused or FetchCause.ConnectTimeout =>
            "The site is probably down; if a browser reaches it, its firewall may be closed to the bot's machine.",
        FetchCause.ConnectionLost or FetchCause.AnswerTimeout or FetchCause.BodyTimeout or FetchCause.ServerError or FetchCause.EmptyAnswer or FetchCause.DamagedBody =>
            "It is the site's trouble and usually passes; if it lasts, tell the site's owner.",
        FetchCause.CertificateExpired or FetchCause.CertificateOfOtherHost =>
            "Only the site's owner can mend it; see whether a browser is led to another address, and use that.",
        FetchCause.CertificateNotYetValid => "Check the clock of the bot's machine.",
        FetchCause.CertificateUntrusted => "If the site is yours, add its issuer to the certificates that the bot's machine trusts.",
        FetchCause.TlsFailed => "Check whether the address should begin with http://, and its port.",
        FetchCause.NotHttp or FetchCause.HeadersTooLarge => "Check the port in the address: what answers there is no web server as usual.",
        FetchCause.LoginRequired => "Put user name and password into the address (https://user:password@…) if you have them.",
        FetchCause.PaymentRequired => "The feed is for subscribers: use the address that your account at the site shows.",
        FetchCause.Forbidden => "Ask the site's owner to let feed readers in; some sites refuse whole networks of data centres.",
        FetchCause.BotWall => "Ask the site's owner to exempt the feed's address from the check, or look for the feed elsewhere.",
        FetchCause.NotFound => "The feed has probably moved: look for its new address on the site.",
        FetchCause.Gone => "The site has closed this feed: remove it, or look for its successor on the site.",
        FetchCause.LegalReasons => "The site may not show this where the bot's machine stands.",
        FetchCause.TooManyRequests => "The bot comes back later by itself; if it lasts, poll less often (Polling:Interval) or drop some of the site's feeds.",
        FetchCause.LeftAlone => "Nothing needs to be done about it.",
        FetchCause.TooLarge => "The bot's operator can raise Polling:MaxBodyBytes; many sites also have a shorter feed.",
        FetchCause.RedirectedToPage => "Open the address in a browser: the feed may have moved, or needs a log-in.",
        FetchCause.NotAFeed => "Look for the feed's own address on the site; a page's address is not it.",
        _ => "Open the address in a browser to see what the site says.",
    };
}
