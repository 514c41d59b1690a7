using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;

namespace Bot.Commands;

/// <summary><c>/feed add</c>, <c>list</c> and <c>remove</c>.</summary>
public sealed class FeedCommands(FeedStore feeds, TimeProvider time)
{
    public async Task<Answer> AddAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var slash = request.Asker.Slash;
        var given = request.Options["url"].Trim().Trim('<', '>');
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            return Answer.Says($"“{given}” is no address of a feed. Write it whole: {slash}feed add https://example.org/rss.xml");
        if (url.UserInfo.Length > 0)
            return Answer.Says("An address with a password in it would be read by everyone here. The operator can add it in the settings file.");

        var name = request.Options.GetValueOrDefault("name")?.Trim() is { Length: > 0 } chosen ? chosen : null;
        return await feeds.FollowAsync(request.Asker.Scope, url, name, request.Asker.User, time.GetUtcNow(), cancellationToken)
            ? Answer.Says($"Following {name ?? Shown(url)}. Its first poll comes within a minute and takes what is there as known; what is new after that is matched. {slash}feed list shows how it went.")
            : Answer.Says($"{Shown(url)} is followed already. {slash}feed list shows how it is.");
    }

    public async Task<Answer> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        var all = await feeds.ListAsync(asker.Scopes(), cancellationToken);
        if (all.Count == 0)
            return Answer.Says($"No feeds are followed here yet. One is added so: {asker.Slash}feed add https://example.org/rss.xml");

        return Answer.Of(new Card
        {
            Title = "Feeds",
            PlainText = $"{Plural.Of(all.Count, "feed", "feeds")}: {string.Join(", ", all.Select(feed => feed.Name))}",
            Parts = [new CardPart.Listing([.. all.Select(Point)])],
        });
    }

    public async Task<Answer> RemoveAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var slash = request.Asker.Slash;
        var given = request.Options["url"].Trim().Trim('<', '>');
        var all = await feeds.ListAsync(request.Asker.Scopes(), cancellationToken);
        var named = all.Where(feed => Means(feed, given)).ToList();
        if (named.Count == 0)
            return Answer.Says($"No feed “{given}” is followed here. {slash}feed list names them.");
        if (named.Count > 1)
            return Answer.Says($"{named.Count} feeds are called “{given}”. Give the address: {string.Join(", ", named.Select(feed => Shown(feed.Url)))}");

        return await feeds.UnfollowAsync(request.Asker.Scope, named[0].Id, cancellationToken)
            ? Answer.Says($"{named[0].Name} is no longer followed. What it brought stays.")
            : Answer.Says($"{named[0].Name} stands in the settings file (appsettings.json, Feeds): remove it there.");
    }

    internal static CardText Point(FeedStore.Listing feed) => CardText.Of(
    [
        new TextRun.Bold(feed.Name),
        $" {Shown(feed.Url)} · {feed.Status.TrimEnd('.')}",
        .. Polled(feed),
        feed.FromSettings ? " · from the settings file" : "",
    ]);

    private static ImmutableArray<TextRun> Polled(FeedStore.Listing feed) => feed.LastPoll is { } last
        ? [" · polled ", new TextRun.Moment(last), ", next ", new TextRun.Moment(feed.NextPoll)]
        : [];

    private static bool Means(FeedStore.Listing feed, string given) =>
        string.Equals(feed.Name, given, StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(given, UriKind.Absolute, out var url) && (url == feed.Url || given == Shown(feed.Url)));

    /// <summary>The address without a password.</summary>
    private static string Shown(Uri url) => url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
}
