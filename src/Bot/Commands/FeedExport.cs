using Bot.Cards;
using Bot.Storage;
using News.Feeds;

namespace Bot.Commands;

/// <summary><c>/feed export</c>: the feeds that <c>/feed list</c> shows, as an OPML file for another feed reader.</summary>
public sealed class FeedExport(FeedStore feeds, TimeProvider time)
{
    /// <summary>Discord takes files of 10 MB.</summary>
    private const int MostLength = 2_000_000;

    public async Task<Answer> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        var all = await feeds.ListAsync(asker.Scopes(), cancellationToken);
        if (all.Count == 0)
            return Answer.Says($"No feeds are followed here yet. One is added so: {asker.Slash}feed add https://example.org/rss.xml");

        var otherWay = $"The operator gets it with: bot export --scope {asker.Scope}";
        var opml = OpmlWriter.Write("Feeds", time.GetUtcNow(), all.Select(feed => Entry(feed, FeedCommands.Shown)));
        return opml.Length > MostLength
            ? Answer.Says($"The list of {all.Count} feeds is too long for here. {otherWay}")
            : Answer.Says($"{Plural.Of(all.Count, "feed", "feeds")}, as OPML, which feed readers import.") with
            {
                File = new AttachedFile("feeds.opml", "text/x-opml", opml) { OtherWay = otherWay },
            };
    }

    /// <summary>Where the feed is fetched from, with the credentials that go there.</summary>
    /// <param name="written">How an address is written: where others read it, without its password.</param>
    internal static OpmlFeed Entry(FeedStore.Listing feed, Func<Uri, string> written) =>
        new(written(feed.MovedTo is { } moved ? FeedAddress.WithCredentialsOf(feed.Url, moved) : feed.Url), feed.Name, SiteUrl: null, Type: null, Folders: []);
}
