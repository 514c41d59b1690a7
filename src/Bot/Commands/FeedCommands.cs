using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;

namespace Bot.Commands;

/// <summary><c>/feed list</c>, <c>check</c> and <c>remove</c>.</summary>
public sealed class FeedCommands(FeedStore feeds, WebSubStore hubs, UnreadItems unread, TimeProvider time)
{
    private const int MostLike = 3;

    private static readonly TimeSpan UnreadSpan = TimeSpan.FromDays(7);

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

    /// <summary>All that is known of one feed, from what is stored: nothing is fetched.</summary>
    public async Task<Answer> CheckAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var asker = request.Asker;
        var (named, unclear) = await NamedAsync(request, cancellationToken);
        if (named is null)
            return unclear!;

        var file = await feeds.FileAsync(named.Id, asker.Scopes(), cancellationToken);
        return file is null
            ? Answer.Says($"No feed “{named.Name}” is followed here any more. {asker.Slash}feed list names them.")
            : Answer.Of(FeedCheck.Card(
                named, file, await hubs.StandingAsync(named.Id, cancellationToken),
                [.. unread.Since(asker.Scopes(), time.GetUtcNow() - UnreadSpan).Where(item => item.Feed == named.Id)], asker.Slash));
    }

    public async Task<Answer> RemoveAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (named, unclear) = await NamedAsync(request, cancellationToken);
        if (named is null)
            return unclear!;

        return await feeds.UnfollowAsync(request.Asker.Scope, named.Id, cancellationToken)
            ? Answer.Says($"{named.Name} is no longer followed. What it brought stays.")
            : Answer.Says($"{named.Name} stands in the settings file (appsettings.json, Feeds): remove it there.");
    }

    internal static CardText Point(FeedStore.Listing feed) => CardText.Of(
    [
        new TextRun.Bold(feed.Name),
        $" {Shown(feed.Url)} · {feed.Status.TrimEnd('.')}",
        .. Polled(feed),
        feed.MovedTo is { } moved ? $" · moved to {Shown(moved)}" : "",
        feed.FromSettings ? " · from the settings file" : "",
    ]);

    /// <summary>The address without a password.</summary>
    internal static string Shown(Uri url) => url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    private static ImmutableArray<TextRun> Polled(FeedStore.Listing feed) => (feed.LastPoll, feed.NextPoll) switch
    {
        ({ } last, { } next) => [" · polled ", new TextRun.Moment(last), ", next ", new TextRun.Moment(next)],
        ({ } last, null) => [" · polled ", new TextRun.Moment(last), " for the last time"],
        _ => [],
    };

    /// <summary>The feed that the option <c>url</c> means; where that is none, or several, what to say about it.</summary>
    private async Task<(FeedStore.Listing? Named, Answer? Unclear)> NamedAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var given = request.Options["url"].Trim().Trim('<', '>');
        var followed = await feeds.ListAsync(request.Asker.Scopes(), cancellationToken);
        var named = followed.Where(feed => Means(feed, given)).ToList();
        return named switch
        {
            [var one] => (one, null),
            [] => (null, Answer.Says($"No feed “{given}” is followed here. {(Like(followed, given) is { } like ? $"Did you mean {like}?" : $"{request.Asker.Slash}feed list names them.")}")),
            _ => (null, Answer.Says($"{named.Count} feeds are called “{given}”. Give the address: {string.Join(", ", named.Select(feed => Shown(feed.Url)))}")),
        };
    }

    /// <summary>The feeds with these letters in their names or addresses: "Gulf Wire or Gulf Courier"; null where there are none, or too many to name.</summary>
    private static string? Like(IReadOnlyList<FeedStore.Listing> followed, string given)
    {
        var like = followed.Where(feed => feed.Name.Contains(given, StringComparison.OrdinalIgnoreCase) || Shown(feed.Url).Contains(given, StringComparison.OrdinalIgnoreCase)).ToList();
        return given.Length > 0 && like.Count is > 0 and <= MostLike ? string.Join(" or ", like.Select(feed => feed.Name)) : null;
    }

    private static bool Means(FeedStore.Listing feed, string given) =>
        string.Equals(feed.Name, given, StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(given, UriKind.Absolute, out var url) && (url == feed.Url || url == feed.MovedTo || given == Shown(feed.Url)));
}
