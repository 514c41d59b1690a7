using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;

namespace Bot.Commands;

/// <summary><c>/feed add</c>: looks at the address, follows it where it is a feed, and offers what a page has.</summary>
public sealed class FeedAddCommand(FeedStore feeds, FindFeeds find, FeedOffers offers, TimeProvider time)
{
    private const string FirstPoll = " Its first poll comes within a minute and takes what is there as known; what is new after that is matched.";

    public async Task<Answer> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var asker = request.Asker;
        var given = TypedAddress.Bare(request.Options["url"]);
        var addresses = TypedAddress.Read(given);
        if (addresses.IsEmpty)
            return Answer.Says($"“{given}” is no address of a feed. Write it whole: {asker.Slash}feed add https://example.org/rss.xml");
        if (addresses[0].UserInfo.Length > 0)
            return Answer.Says("An address with a password in it would be read by everyone here. The operator can add it in the settings file.");

        var name = request.Options.GetValueOrDefault("name")?.Trim() is { Length: > 0 } chosen ? chosen : null;
        var own = await feeds.ListAsync([asker.Scope], cancellationToken);
        if (addresses.Select(address => Followed(own, address)).FirstOrDefault(feed => feed is not null) is { } followed)
            return await FollowAsync(asker, followed.Url, name, title: null, label: followed.Name, [], cancellationToken);

        return await find(addresses, cancellationToken) switch
        {
            FeedFinding.Feed(var found, var left) =>
                await FollowAsync(asker, found.Url, name, found.Title, found.Label, [.. Moved(found, left), " It has ", .. Contents(found), ".", FirstPoll], cancellationToken),
            FeedFinding.Page { Feeds.IsEmpty: false } page => Offer(asker, page, name, own),
            FeedFinding.Page page => Nothing(asker, page),
            FeedFinding.Unreadable { MayBeFeed: true } later => await FollowAsync(
                asker, later.Address, name, title: null, label: null,
                [$" It could not be read yet: {Clause(later.Reason)}. The bot keeps trying, from now on. {later.Advice}"], cancellationToken),
            FeedFinding.Unreadable no => Says(
                [new TextRun.Code(FeedCommands.Shown(no.Address)), $" is not followed, because it can't be read: {Clause(no.Reason)}. {no.Advice}"]),
            _ => throw new InvalidOperationException("A finding is a feed, a page or nothing that can be read."),
        };
    }

    /// <summary>The button under an offer.</summary>
    public async Task<Answer> PressAsync(Asker asker, string action, CancellationToken cancellationToken) =>
        offers.Find(asker.Scope, action) is { } offer
            ? await FollowAsync(asker, offer.Url, offer.Name, offer.Title, offer.Label, [FirstPoll], cancellationToken)
            : Answer.Says($"This offer is too old. Give the page's address to {asker.Slash}feed add once more.");

    /// <param name="name">What whoever asked calls it; null where it has its own title.</param>
    /// <param name="title">Its own, which everyone who follows it sees; null where it has none, or none is known yet.</param>
    /// <param name="label">What it is called in the answer, and nowhere else; null where it has no name here.</param>
    /// <param name="news">What to say of a feed that is new.</param>
    private async Task<Answer> FollowAsync(
        Asker asker, Uri url, string? name, string? title, string? label, ImmutableArray<TextRun> news, CancellationToken cancellationToken)
    {
        var slash = asker.Slash;
        TextRun shown = (name ?? label) is { } called ? new TextRun.Bold(called) : new TextRun.Code(FeedCommands.Shown(url));
        TextRun check = new TextRun.Code($"{slash}feed check {FeedCommands.Shown(url)}");
        return await feeds.FollowAsync(asker.Scope, url, name, asker.Channel, asker.User, time.GetUtcNow(), cancellationToken, title) switch
        {
            Following.New => Says(["Following ", shown, ".", .. news, $" {slash}feed list shows how it went."]),
            Following.Again => Says([shown, " had ended and is polled again, within a minute. ", check, " shows how it went."]),
            _ => Says([shown, " is followed already. ", check, " shows how it is."]),
        };
    }

    private static FeedStore.Listing? Followed(IReadOnlyList<FeedStore.Listing> own, Uri address) =>
        own.FirstOrDefault(feed => feed.Url == address || feed.MovedTo == address);

    private Answer Offer(Asker asker, FeedFinding.Page page, string? name, IReadOnlyList<FeedStore.Listing> own)
    {
        var shown = FeedCommands.Shown(page.Address);
        var count = Plural.Of(page.Feeds.Length, "feed", "feeds");
        var fresh = page.Feeds.Where(feed => Followed(own, feed.Url) is null).ToList();
        var how = page.Feeds.Any(feed => feed.IsNamed) ? $"It has {count}" : $"It names no feed, and at a usual place there is {count}";
        List<CardPart> parts =
        [
            new CardPart.Paragraph(CardText.Of(new TextRun.Code(shown), $": {page.Instead} {how}{(page.Feeds.Length > 1 ? ", best first" : "")}:")),
            new CardPart.Listing([.. page.Feeds.Select(feed => Point(asker, feed, name, isFresh: fresh.Contains(feed)))]),
        ];
        if (Rest(page, "It also names") is { IsEmpty: false } rest)
            parts.Add(new CardPart.Paragraph(new CardText(rest)));
        return Answer.Of(new Card
        {
            Title = page.Feeds.Length == 1 ? "A feed was found" : "Feeds were found",
            PlainText = $"{shown} has {count}: {string.Join(", ", page.Feeds.Select(TitleOf))}",
            Parts = [.. parts],
            Buttons = [.. fresh.Select(feed => Button(asker, feed, page, name))],
        });
    }

    private static CardText Point(Asker asker, FoundFeed feed, string? name, bool isFresh) => CardText.Of(
    [
        new TextRun.Bold(TitleOf(feed)),
        " · ",
        .. Contents(feed),
        " · ",
        isFresh
            ? new TextRun.Code($"{asker.Slash}feed add {FeedCommands.Shown(feed.Url)}{(name is null ? "" : $" {name}")}")
            : "followed already",
    ]);

    private CardButton.Ask Button(Asker asker, FoundFeed feed, FeedFinding.Page page, string? name)
    {
        var title = TitleOf(feed);
        var label = page.Feeds.Length == 1 ? "Follow"
            : page.Feeds.Count(other => TitleOf(other) == title) == 1 ? $"Follow {title}"
            : $"Follow {feed.Url.PathAndQuery}";
        return new CardButton.Ask(label, offers.Add(new FeedOffers.Offer(asker.Scope, feed.Url, name, feed.Title, feed.Label)));
    }

    private static Answer Nothing(Asker asker, FeedFinding.Page page) => Says(
    [
        new TextRun.Code(FeedCommands.Shown(page.Address)),
        $" is not followed. {page.Instead} ",
        .. page.Unread.IsEmpty && page.More == 0 ? ["It links no feed, and there is none at the usual places."] : Rest(page, "It names"),
        $" If you know the feed's own address, give that: {asker.Slash}feed add https://example.org/rss.xml",
    ]);

    /// <summary>What else the page names.</summary>
    private static ImmutableArray<TextRun> Rest(FeedFinding.Page page, string itNames)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        foreach (var unread in page.Unread)
        {
            runs.Add(runs.Count == 0 ? $"{itNames} what could not be read as a feed: " : "; ");
            runs.AddRange(new TextRun.Code(FeedCommands.Shown(unread.Url)), $" ({Clause(unread.Reason)})");
        }

        if (runs.Count > 0)
            runs.Add(".");
        if (page.More > 0)
            runs.Add($"{(runs.Count > 0 ? " " : "")}{itNames} {page.More} more, which were not looked at.");
        return runs.ToImmutable();
    }

    private static ImmutableArray<TextRun> Moved(FoundFeed found, Uri? left) =>
        left is null ? [] : [" It has moved for good to ", new TextRun.Code(FeedCommands.Shown(found.Url)), ", and is followed there."];

    /// <summary>"30 items, the newest “…” (2 hours ago)".</summary>
    private static ImmutableArray<TextRun> Contents(FoundFeed found)
    {
        if (found.Items == 0)
            return ["no items at the moment"];
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        runs.Add(Plural.Of(found.Items, "item", "items"));
        if (found.Newest is { } newest)
            runs.Add($", the newest “{newest}”");
        if (found.NewestAt is { } at)
            runs.AddRange(found.Newest is null ? ", the newest of " : ", ", new TextRun.Moment(at));
        return runs.ToImmutable();
    }

    private static string TitleOf(FoundFeed feed) => feed.Label ?? FeedCommands.Shown(feed.Url);

    /// <summary>A sentence in the middle of another: "This is a PDF file." → "this is a PDF file"; "HTTP 404" stays.</summary>
    private static string Clause(string reason)
    {
        var words = reason.TrimEnd('.');
        return words.Length > 1 && char.IsUpper(words[0]) && char.IsLower(words[1]) ? $"{char.ToLowerInvariant(words[0])}{words[1..]}" : words;
    }

    private static Answer Says(ImmutableArray<TextRun> runs) => Answer.Of(new Card
    {
        PlainText = string.Concat(runs.Select(Plain)),
        Parts = [new CardPart.Paragraph(new CardText(runs))],
    });

    private static string Plain(TextRun run) => run switch
    {
        TextRun.Words(var text) => text,
        TextRun.Bold(var text) => text,
        TextRun.Code(var text) => text,
        TextRun.Link(var text, _) => text,
        TextRun.Moment(var at) => at.UtcDateTime.ToString("d MMM HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };
}
