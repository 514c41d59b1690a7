using Bot.Commands;
using Bot.Storage;
using Microsoft.Extensions.Options;
using News.Feeds;

namespace Bot.Verbs;

/// <summary><c>bot export</c>: a scope's feeds as OPML on standard output.</summary>
internal sealed class FeedListing(IServiceProvider services, TimeProvider time, Streams streams)
{
    private const string Takes = "--scope takes operator, discord:SERVER or slack:WORKSPACE.";

    public async Task<int> RunAsync(ScopeKey scope, bool withCredentials, CancellationToken stopping)
    {
        if (!IsOne(scope))
        {
            await streams.Error.WriteLineAsync($"“{scope}” follows nothing. {Takes}");
            return BotApp.BadInput;
        }

        var withheld = 0;
        string Written(Uri url)
        {
            if (withCredentials)
                return url.AbsoluteUri;
            withheld += url.UserInfo.Length > 0 ? 1 : 0;
            return FeedCommands.Shown(url);
        }

        var followed = await services.GetRequiredService<FeedStore>().ListAsync([scope], stopping);
        var feeds = followed.Select(feed => FeedExport.Entry(feed, Written)).ToList();
        if (scope == ScopeKey.Operator)
            feeds.AddRange(NotYetStored(followed).Select(feed => new OpmlFeed(Written(feed.Url), feed.Name, null, null, [])));
        if (feeds.Count == 0)
            await streams.Error.WriteLineAsync($"{scope} follows no feeds. {Takes}");
        if (withheld > 0)
            await streams.Error.WriteLineAsync($"{withheld} {(withheld == 1 ? "address is" : "addresses are")} written without the password; --credentials writes it, too.");

        await streams.Out.WriteAsync(OpmlWriter.Write("Feeds", time.GetUtcNow(), feeds));
        return BotApp.Fine;
    }

    private static bool IsOne(ScopeKey scope) =>
        scope == ScopeKey.Operator || scope.Value.StartsWith("discord:", StringComparison.Ordinal) || scope.Value.StartsWith("slack:", StringComparison.Ordinal);

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
