using System.Collections.Immutable;
using Bot.Storage;
using News.Feeds;

namespace Bot.Polling;

/// <summary>What a feed's good poll says to those who would rather be told than ask.</summary>
/// <param name="Hubs">The WebSub hubs that the feed names.</param>
/// <param name="Topic">The address that they know it by.</param>
/// <param name="Fresh">How many of its items were not known before.</param>
/// <param name="FoundAt">When the answer had come, before anything of it was saved.</param>
internal sealed record PollNews(FeedId Feed, ImmutableArray<Uri> Hubs, string Topic, int Fresh, DateTimeOffset FoundAt)
{
    // A feed has a hub or two; who names a hundred sends us about.
    private const int MostHubs = 5;

    /// <summary>
    /// Reads hubs and topic from an answer and its document. The headers outrank the document where they name a hub: both
    /// belong together, and a document that was copied from elsewhere names the hub of its origin.
    /// </summary>
    public static PollNews Of(FeedId feed, FetchOutcome.Fetched fetched, Feed document, int fresh, DateTimeOffset foundAt)
    {
        var hubs = fetched.Hubs.IsEmpty ? document.Hubs.Select(Address).OfType<Uri>() : fetched.Hubs.Where(FeedAddress.IsWeb);
        return new PollNews(
            feed,
            [.. hubs.Select(FeedAddress.WithoutCredentials).Distinct().Take(MostHubs)],
            fetched.Self is { } self && FeedAddress.IsWeb(self) ? self.AbsoluteUri
                : Address(document.Self) is not null ? document.Self!
                : fetched.FinalUrl.AbsoluteUri,
            fresh,
            foundAt);
    }

    /// <summary>
    /// Reads them from a 304 that repeats them in its headers, both of them; null where it doesn't. What the document says
    /// stands in none.
    /// </summary>
    public static PollNews? Of(FeedId feed, FetchOutcome.NotModified same, DateTimeOffset foundAt) =>
        same.Self is { } self && !same.Hubs.IsEmpty
            ? new PollNews(feed, [.. same.Hubs.Select(FeedAddress.WithoutCredentials).Distinct().Take(MostHubs)], self.AbsoluteUri, 0, foundAt)
            : null;

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && FeedAddress.IsWeb(address) ? address : null;
}

/// <summary>Hears of each good poll. Registered where somebody listens, and else not there.</summary>
internal delegate Task HearPoll(PollNews news, CancellationToken cancellationToken);
