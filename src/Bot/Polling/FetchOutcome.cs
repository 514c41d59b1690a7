using System.Collections.Immutable;

namespace Bot.Polling;

/// <summary>What is asked for.</summary>
internal enum Wanted
{
    Feed,

    /// <summary>An article's page: HTML, and nothing else.</summary>
    Page,
}

/// <summary>What to ask for, and by which validators the last answer can be recognised.</summary>
/// <param name="Url">May carry credentials, which are sent as Basic to this host and to no other.</param>
/// <param name="ETag">As received, byte for byte: <c>W/"x"</c>, without quotes, whatever the server likes.</param>
/// <param name="LastModified">As received, byte for byte.</param>
/// <param name="ValidatorsFrom">
/// The address that gave the validators; <paramref name="Url"/> where it is null. They are sent to this address
/// only: when a redirect begins to point elsewhere, another page's <c>"1"</c> must not pass for this one's.
/// </param>
internal sealed record FetchRequest(Uri Url, string? ETag = null, string? LastModified = null, Uri? ValidatorsFrom = null)
{
    public Wanted Wanted { get; init; }

    /// <summary>The networks that the operator has opened are closed to it, too: what a feed from outside links to does not lead inside.</summary>
    public bool OutsideOnly { get; init; }
}

/// <summary>What became of a fetch.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the server calls its answer fresh (<c>Cache-Control: max-age</c>, <c>Expires</c>).</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>How far the clock here is ahead of the server's (<c>Date</c>); zero where it is not, or where nothing is known of it.</summary>
    public TimeSpan AheadOfServer { get; init; }

    /// <summary>Where the feed has moved for good, when the answer came by 301 or 308.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>Why there is no feed, where there is none.</summary>
    public FetchCause? Cause { get; init; }

    /// <summary>What whoever follows the feed can do about it: a sentence; null where nothing is wrong.</summary>
    public string? Advice => Cause?.Advice();

    /// <param name="Body">Inflated.</param>
    /// <param name="FinalUrl">The address that answered, after redirects, without credentials and fragment.</param>
    /// <param name="ETag">As received, byte for byte; null where the answer is none that a 304 could stand for.</param>
    /// <param name="LastModified">As <paramref name="ETag"/>.</param>
    public sealed record Fetched(
        ReadOnlyMemory<byte> Body, string? ContentType, Uri FinalUrl, string? ETag, string? LastModified) : FetchOutcome
    {
        /// <summary>The WebSub hubs that the answer's <c>Link</c> headers name, absolute.</summary>
        public ImmutableArray<Uri> Hubs { get; init; } = [];

        /// <summary>The topic to subscribe to at them, from the <c>Link</c> header with <c>rel="self"</c>.</summary>
        public Uri? Self { get; init; }

        /// <summary>What the <c>Link</c> headers name as another form of this: a page's feed, often.</summary>
        public ImmutableArray<LinkHeader.Link> Alternates { get; init; } = [];
    }

    /// <summary>What was fetched last time still holds.</summary>
    public sealed record NotModified : FetchOutcome
    {
        /// <summary>As in <see cref="Fetched.Hubs"/>, where the answer repeats them.</summary>
        public ImmutableArray<Uri> Hubs { get; init; } = [];

        /// <summary>As in <see cref="Fetched.Self"/>, where the answer repeats it.</summary>
        public Uri? Self { get; init; }
    }

    /// <summary>Something that may pass: time out, no connection, a server's error, too many requests.</summary>
    /// <param name="Reason">A sentence's worth of plain words: "timed out after 20 s".</param>
    public sealed record TryLater(string Reason) : FetchOutcome
    {
        /// <summary>Nothing was asked at all: the host has asked somebody else to leave it alone until then.</summary>
        public DateTimeOffset? RestsUntil { get; init; }
    }

    /// <summary>Something that will not pass by itself: an address that may not be fetched, 403, 404, too large.</summary>
    /// <param name="Reason">As in <see cref="TryLater"/>.</param>
    public sealed record Refused(string Reason) : FetchOutcome;

    /// <summary>The server says that the feed is gone for good (410).</summary>
    public sealed record Gone : FetchOutcome;
}
