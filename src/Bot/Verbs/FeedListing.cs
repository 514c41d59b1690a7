using Bot.Commands;
using Bot.Storage;
using Microsoft.Extensions.Options;
using News.Feeds;

namespace Bot.Verbs;

/// <summary><c>bot export</c>: a scope's feeds as OPML on standard output.</summary>
internal sealed class FeedListing(IServiceProvider services, TimeProvider time, Streams streams)
{
    public async Task<int> RunAsync(ScopeKey scope, bool withCredentials, CancellationToken stopping)
    {
        Func<Uri, string> written = withCredentials ? url => url.AbsoluteUri : FeedCommands.Shown;
        var followed = await services.GetRequiredService<FeedStore>().ListAsync([scope], stopping);
        var feeds = followed.Select(feed => FeedExport.Entry(feed, written)).ToList();
        if (scope == ScopeKey.Operator)
            feeds.AddRange(NotYetStored(followed).Select(feed => new OpmlFeed(written(feed.Url), feed.Name, null, null, [])));
        if (feeds.Count == 0)
            await streams.Error.WriteLineAsync($"{scope} follows no feeds. --scope takes operator, discord:SERVER or slack:WORKSPACE.");

        await streams.Out.WriteAsync(OpmlWriter.Write("Feeds", time.GetUtcNow(), feeds));
        return BotApp.Fine;
    }

    /// <summary>Feeds of the settings file come into the database when the bot starts, which it may not have done since.</summary>
    private IEnumerable<(Uri Url, string? Name)> NotYetStored(IReadOnlyList<FeedStore.Listing> followed)
    {
        var known = followed.Select(feed => feed.Url.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        foreach (var feed in services.GetRequiredService<IOptions<OperatorSettings>>().Value.Feeds)
        {
            var url = new Uri(feed.Url);
            if (known.Add(url.AbsoluteUri))
                yield return (url, feed.Name);
        }
    }
}
