using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;
using Microsoft.Extensions.Options;
using News.Matching;

namespace Bot.Commands;

/// <summary><c>/watch add</c>, <c>test</c>, <c>list</c> and <c>remove</c>.</summary>
public sealed class WatchCommands(
    WatchlistStore watchlists, DraftStore drafts, FeedStore feeds, NewsStore news, EntityBooks books, QueryTrials trials,
    IOptions<AlertsOptions> options, TimeProvider time)
{
    private const string Keep = "keep:";
    private const string Drop = "drop:";

    private const string OtherTrial = "Another query is being tried here, for a few seconds: please ask again then.";

    private const int MostCopied = 300;

    private static readonly TimeSpan CountedSpan = TimeSpan.FromDays(7);

    /// <summary>Whether a button is one of those under a watchlist that waits to be kept.</summary>
    public static bool IsDecision(string action) =>
        action.StartsWith(Keep, StringComparison.Ordinal) || action.StartsWith(Drop, StringComparison.Ordinal);

    /// <summary>
    /// Shows what a watchlist would have found, and waits for a word before it is kept. The terminal has no buttons: there it is
    /// kept at once.
    /// </summary>
    public async Task<Answer> AddAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var asker = request.Asker;
        var name = request.Options["name"].Trim();
        var text = request.Options["query"].Trim();
        if (name.Any(char.IsWhiteSpace))
            return Answer.Says($"A watchlist's name has no spaces: {name.Replace(' ', '-')}");
        var reading = Query.Parse(text, books.Of(asker.Scope));
        if (reading is not QueryReading.Read { Query: var query })
            return WrongQuery(text, reading);

        var severity = request.Options.GetValueOrDefault("severity") is { Length: > 0 } loudness
            ? Enum.Parse<Severity>(loudness.Trim(), ignoreCase: true)
            : Severity.Normal;
        var updates = request.Options.GetValueOrDefault("updates") is { Length: > 0 } wish ? Updates.TryParse(wish) : Updates.EditAndThread;
        if (updates is null)
            return Answer.Says($"The updates are {Updates.Takes}. Where it is typed, with hyphens: updates:post-again-after-6h");
        if (await FindAsync(asker.Scope, name, cancellationToken) is { } other)
            return Taken(asker, other);

        var draft = new Draft(asker.Scope, asker.Channel, name, text, severity, asker.AtHome) { Updates = updates };
        if (await trials.RunAsync(asker, query, QueryTrials.UsualSpan, cancellationToken) is not { } outcome)
            return Answer.Says(OtherTrial);
        var figures = new TrialParts(outcome, options.Value.BusyPerDay);
        if (!asker.HasButtons)
        {
            var isNew = await watchlists.AddAsync(asker.Scope, name, text, severity, asker.Channel, asker.AtHome, asker.User, time.GetUtcNow(), cancellationToken, updates);
            return !isNew && await FindAsync(asker.Scope, name, cancellationToken) is { } faster
                ? Taken(asker, faster)
                : await KeptAsync(asker, draft, figures.Parts, cancellationToken);
        }

        var key = await drafts.AddAsync(draft, time.GetUtcNow(), cancellationToken);
        return Answer.Of(new Card
        {
            Title = $"Keep {name}?",
            PlainText = $"Keep {name}? {figures.Sentence}",
            Parts =
            [
                new CardPart.Paragraph(CardText.Of(
                    "Once it is kept, this channel is told about every new story that meets ", new TextRun.Code(text), ".")),
                .. figures.Parts,
            ],
            Buttons = [new CardButton.Ask("Keep", Keep + key), new CardButton.Ask("Drop", Drop + key)],
        });
    }

    /// <summary>The buttons under a watchlist that waits.</summary>
    public async Task<Answer> PressAsync(Asker asker, string action, CancellationToken cancellationToken)
    {
        var (key, slash) = (action[Keep.Length..], asker.Slash);
        var keeps = action.StartsWith(Keep, StringComparison.Ordinal);
        if (await drafts.FindAsync(key, asker.Scope, asker.Channel, time.GetUtcNow(), cancellationToken) is not { } draft)
            return Answer.Says($"These buttons work for a day, in the channel where they were shown. {slash}watch list names what is kept, {slash}watch add makes it anew.");
        if (keeps && Query.Parse(draft.Query, books.Of(asker.Scope)) is QueryReading.Wrong wrong)
            return WrongQuery(draft.Query, wrong);

        var settling = keeps
            ? await drafts.KeepAsync(key, draft, asker.User, time.GetUtcNow(), cancellationToken)
            : await drafts.DropAsync(key, cancellationToken);
        var there = await FindAsync(asker.Scope, draft.Name, cancellationToken);
        return settling switch
        {
            Settling.Done when keeps => await KeptAsync(asker, draft, [], cancellationToken),
            Settling.Done => Answer.Says($"“{draft.Name}” is dropped; nothing is watched for it."),
            Settling.DroppedBefore => Answer.Says($"“{draft.Name}” was dropped already. {slash}watch add makes it anew."),
            Settling.KeptBefore when there?.Query == draft.Query => Answer.Says($"“{draft.Name}” was kept already. {slash}watch remove {draft.Name} takes it away."),
            Settling.NameTaken when there is not null => Taken(asker, there),
            _ => Answer.Says($"“{draft.Name}” was kept, and removed since. {slash}watch add makes it anew."),
        };
    }

    private async Task<Answer> KeptAsync(Asker asker, Draft draft, ImmutableArray<CardPart> figures, CancellationToken cancellationToken)
    {
        var (name, slash) = (draft.Name, asker.Slash);
        var followed = await feeds.ListAsync(asker.Scopes(), cancellationToken);
        return Answer.Of(new Card
        {
            PlainText = $"Watching: {name}",
            Parts =
            [
                new CardPart.Paragraph(CardText.Of(
                    "This channel is told about every new story that meets ", new TextRun.Code(draft.Query), ", under the name ", new TextRun.Bold(name),
                    $". {slash}watch remove {name} takes it away.")),
                .. figures,
                new CardPart.Paragraph(followed.Count == 0
                    ? $"No feeds are followed here yet, so nothing can be found: {slash}feed add https://example.org/rss.xml adds one."
                    : $"It reads {Plural.Of(followed.Count, "feed", "feeds")}; {slash}feed list names them."),
            ],
        });
    }

    private async Task<StoredWatchlist?> FindAsync(ScopeKey scope, string name, CancellationToken cancellationToken) =>
        (await watchlists.ListAsync([scope], cancellationToken)).FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Answer Taken(Asker asker, StoredWatchlist other) => Answer.Says(other.FromSettings
        ? $"There is a watchlist “{other.Name}” already, in the settings file (appsettings.json, Watchlists): choose another name, or change it there."
        : $"There is a watchlist “{other.Name}” already. {asker.Slash}watch remove {other.Name} takes it away, or choose another name.");

    /// <summary>What a query would have found.</summary>
    public async Task<Answer> TestAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var asker = request.Asker;
        var text = request.Options["query"].Trim();
        var since = request.Options.GetValueOrDefault("since")?.Trim() ?? "";
        if (since.Length > 0 && SinceSpan.TryParse(since) is null)
            return Answer.Says($"“{since}” is no span of time. Write {SinceSpan.Examples}: {asker.Slash}watch test Iraq AND drone 30d");
        var reading = Query.Parse(text, books.Of(asker.Scope));
        if (reading is not QueryReading.Read { Query: var query })
            return WrongQuery(text, reading);

        if (await trials.RunAsync(asker, query, SinceSpan.TryParse(since) ?? QueryTrials.UsualSpan, cancellationToken) is not { } outcome)
            return Answer.Says(OtherTrial);
        var figures = new TrialParts(outcome, options.Value.BusyPerDay);
        return Answer.Of(new Card
        {
            Title = "Tried, and not kept",
            PlainText = figures.Sentence,
            Parts =
            [
                new CardPart.Paragraph(CardText.Of(new TextRun.Code(text))),
                .. figures.Parts,
                .. figures.Advised(text) is { } advised ? (ImmutableArray<CardPart>)[new CardPart.Paragraph(HowToAdd(asker, advised))] : [],
            ],
        });
    }

    /// <summary>The command to copy, unless it is long enough to be typed from what stands above, or has a mark that no chat shows as it is.</summary>
    private static CardText HowToAdd(Asker asker, string query) => query.Length <= MostCopied && !query.Contains('`', StringComparison.Ordinal)
        ? CardText.Of(new TextRun.Code($"{asker.Slash}watch add NAME {query}"), " watches for it.")
        : CardText.Of(new TextRun.Code($"{asker.Slash}watch add NAME"), " with the query behind it watches for it.");

    public async Task<Answer> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        var all = await watchlists.ListAsync(asker.Scopes(), cancellationToken);
        if (all.Count == 0)
            return Answer.Says($"There are no watchlists here yet. One is made so: {asker.Slash}watch add iraq-strikes (IRGC OR airstrike) AND Iraq");

        var since = time.GetUtcNow() - CountedSpan;
        var counts = await news.CountMatchesAsync([.. all.Select(watchlist => watchlist.Id)], since, cancellationToken);
        return Answer.Of(new Card
        {
            Title = "Watchlists",
            PlainText = $"Watchlists: {string.Join(", ", all.Select(watchlist => watchlist.Name))}",
            Parts = [new CardPart.Listing([.. all.Select(watchlist => Point(watchlist, counts.GetValueOrDefault(watchlist.Id), since))])],
        });
    }

    public async Task<Answer> RemoveAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var name = request.Options["name"].Trim();
        if (await watchlists.RemoveAsync(request.Asker.Scope, name, time.GetUtcNow(), cancellationToken))
            return Answer.Says($"The watchlist “{name}” is gone. What it posted stays.");

        var all = await watchlists.ListAsync(request.Asker.Scopes(), cancellationToken);
        if (all.Any(watchlist => watchlist.FromSettings && string.Equals(watchlist.Name, name, StringComparison.OrdinalIgnoreCase)))
            return Answer.Says($"The watchlist “{name}” stands in the settings file (appsettings.json, Watchlists): remove it there.");

        return Answer.Says(all.Count == 0
            ? "There are no watchlists here."
            : $"There is no watchlist “{name}”. There are: {string.Join(", ", all.Select(watchlist => watchlist.Name))}.");
    }

    /// <summary>Shows a query with what is wrong with it, and where.</summary>
    internal static Answer WrongQuery(string query, QueryReading reading)
    {
        var error = ((QueryReading.Wrong)reading).Error;
        return Answer.Of(new Card
        {
            PlainText = error.Message,
            Parts = [new CardPart.Paragraph(error.Message), new CardPart.Preformatted(error.Pointer(query))],
        });
    }

    /// <param name="since">From when on stories are counted, of a watchlist that is older.</param>
    private static CardText Point(StoredWatchlist watchlist, int found, DateTimeOffset since) => CardText.Of(
    [
        new TextRun.Bold(watchlist.Name),
        $" ({watchlist.Severity.ToString().ToLowerInvariant()}): ",
        new TextRun.Code(watchlist.Query),
        .. watchlist.Since > since
            ? (ImmutableArray<TextRun>)[" · found since ", new TextRun.Moment(watchlist.Since), $": {Plural.Of(found, "story", "stories")}"]
            : [$" · {Plural.Of(found, "story", "stories")} in 7 days"],
        watchlist.Updates == Updates.EditAndThread ? "" : $" · {watchlist.Updates}",
        watchlist.FromSettings ? " · from the settings file" : "",
    ]);
}
