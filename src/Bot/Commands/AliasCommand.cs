using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;
using News.Entities;
using News.Matching;

namespace Bot.Commands;

/// <summary><c>/watch alias</c>: shows what <c>@irgc</c> means in a scope, and gives it more names, or makes an entity of the scope's own.</summary>
public sealed class AliasCommand(AliasStore aliases, EntityBooks books, WatchlistStore watchlists, TimeProvider time)
{
    /// <summary>More names of one thing are a mistake, and each costs at every item.</summary>
    private const int MostOfOne = 40;

    private const int MostOfScope = 400;

    private const int MostFound = 10;

    public async Task<Answer> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var asker = request.Asker;
        var handle = request.Options.GetValueOrDefault("handle")?.Trim().TrimStart('@') ?? "";
        var names = request.Options.GetValueOrDefault("names")?.Trim() ?? "";
        if (handle.Length == 0)
            return names.Length == 0 ? List(asker) : Answer.Says($"Say first whose names these are: {asker.Slash}watch alias irgc {names}");
        if (names.Length > 0)
            return await ChangeAsync(asker, handle, names, cancellationToken);
        return books.Of(asker.Scope).Find(handle) is { } entity
            ? await ShowAsync(asker, entity, [], cancellationToken)
            : Answer.Says($"{Unknown(asker, handle)}{Having(asker, handle)} One of your own is made with its names: {asker.Slash}watch alias {Normal(handle)} \"First Name\", Second");
    }

    /// <summary>The entities that have a word in one of their names: " “guards” stands in names of @irgc."</summary>
    private string Having(Asker asker, string word)
    {
        var having = books.Of(asker.Scope).All
            .Where(entity => entity.All.Any(name => $" {AliasNames.Shown(name)}".Contains($" {word}", StringComparison.OrdinalIgnoreCase)))
            .Select(entity => $"@{entity.Handle}").ToList();
        return having.Count == 0 ? ""
            : $" “{word}” stands in names of {string.Join(", ", having.Take(MostFound))}{(having.Count > MostFound ? $" and {having.Count - MostFound} more" : "")}.";
    }

    private Answer List(Asker asker)
    {
        var own = books.AliasesOf(asker.Scope).GroupBy(alias => alias.Handle).OrderBy(entity => entity.Key, StringComparer.Ordinal).ToList();
        var shipped = CardText.Of(
            $"{Plural.Of(books.Everyones.All.Length, "entity is", "entities are")} known to every query: ", new TextRun.Code($"{asker.Slash}watch alias irgc"),
            " shows what one means, ", new TextRun.Code($"{asker.Slash}watch alias guards"), " finds those with a word in their names, ", new TextRun.Code($"{asker.Slash}watch alias irgc Sepah, \"Guardian Corps\""), " gives it more names.");
        return Answer.Of(new Card
        {
            Title = "Names of your own",
            PlainText = own.Count == 0 ? "No names of your own" : $"Names of your own: {string.Join(", ", own.Select(entity => $"@{entity.Key}"))}",
            Parts = own.Count == 0
                ? [new CardPart.Paragraph("There are none here yet."), new CardPart.Paragraph(shipped)]
                :
                [
                    new CardPart.Listing([.. own.Select(entity => CardText.Of(
                        new TextRun.Code($"@{entity.Key}"), $": {string.Join(", ", entity.Select(alias => alias.Name))}",
                        books.Everyones.Find(entity.Key) is { } known ? $" · besides the names of {known.Name}" : " · an entity of your own"))]),
                    new CardPart.Paragraph(shipped),
                ],
        });
    }

    private async Task<Answer> ChangeAsync(Asker asker, string given, string typed, CancellationToken cancellationToken)
    {
        var known = books.Everyones.Find(given);
        var handle = known?.Handle ?? books.Of(asker.Scope).Find(given)?.Handle ?? Normal(given);
        var all = books.AliasesOf(asker.Scope);
        ImmutableArray<string> own = [.. all.Where(alias => alias.Handle == handle).Select(alias => alias.Name)];
        ImmutableArray<string> shipped = known is null ? [] : [.. known.All];
        var (wanted, unwanted) = AliasNames.Read(typed);
        if (wanted.IsEmpty && unwanted.IsEmpty)
            return Answer.Says($"No name was given: {asker.Slash}watch alias {handle} Sepah, \"Guardian Corps\" gives two, {asker.Slash}watch alias {handle} -Sepah takes one away.");

        var added = wanted.Where(name => !Has(own, name) && !Has(shipped, name)).ToList();
        var removed = own.Where(name => Has(unwanted, name)).ToList();
        var left = own.Length + added.Count - removed.Count;
        List<string> problems =
        [
            .. added.Select(AliasNames.Problem).OfType<string>(),
            .. unwanted.Where(name => !Has(own, name)).Select(name => Has(shipped, name)
                ? $"“{name}” comes with the bot, for everyone, and stays."
                : $"“{name}” is no name of @{handle} here."),
        ];
        if (known is null && EntityNames.FaultOfHandle(handle) is { } fault)
            problems.Add(fault);
        if (left > MostOfOne)
            problems.Add($"@{handle} would have {left} names of your own; at most {MostOfOne} are kept.");
        else if (all.Length + added.Count - removed.Count > MostOfScope)
            problems.Add($"There would be more than {MostOfScope} names of your own; take some away first.");
        if (problems.Count == 0 && known is null && left == 0 && own.IsEmpty)
            return Answer.Says(Unknown(asker, given));
        if (problems.Count == 0 && removed.Count > 0)
            problems.AddRange(await BrokenAsync(asker.Scope, handle, added, removed, cancellationToken));

        if (problems is [var problem])
            return Answer.Says($"Nothing was changed. {problem}");
        if (problems.Count > 0)
        {
            return Answer.Of(new Card
            {
                PlainText = $"Nothing was changed. {problems[0]}",
                Parts = [new CardPart.Paragraph("Nothing was changed."), new CardPart.Listing([.. problems.Select(one => (CardText)one)])],
            });
        }

        await aliases.ChangeAsync(asker.Scope, handle, added, removed, asker.User, time.GetUtcNow(), cancellationToken);
        if (books.Of(asker.Scope).Find(handle) is not { } entity)
            return Answer.Says($"@{handle} is gone.");
        var users = await UsersAsync(asker.Scope, handle, cancellationToken);
        return await ShowAsync(asker, entity, Told(handle, added, removed, users, isNew: known is null && own.IsEmpty), cancellationToken);
    }

    private static ImmutableArray<CardPart> Told(string handle, List<string> added, List<string> removed, IReadOnlyList<string> users, bool isNew)
    {
        var heard = users.Count == 0 ? "from the next item on" : $"used by {string.Join(", ", users)}, from the next item on";
        var told = (added.Count, removed.Count) switch
        {
            (0, 0) => "It went by these names already.",
            (_, 0) => $"{string.Join(", ", added)}: {(isNew ? $"what the new @{handle} goes by" : "added")}, {heard}.",
            (0, _) => $"{string.Join(", ", removed)}: taken away, {heard}.",
            _ => $"{string.Join(", ", added)}: added; {string.Join(", ", removed)}: taken away; {heard}.",
        };
        return [new CardPart.Paragraph(told)];
    }

    private async Task<Answer> ShowAsync(Asker asker, EntityPack entity, ImmutableArray<CardPart> told, CancellationToken cancellationToken)
    {
        var parts = told.ToBuilder();
        ImmutableArray<string> own = [.. books.AliasesOf(asker.Scope).Where(alias => alias.Handle == entity.Handle).Select(alias => alias.Name)];
        Say("Names", [.. entity.Names.Where(name => !Has(own, name)).Select(AliasNames.Shown).Distinct(StringComparer.Ordinal)]);
        Say("People", entity.People);
        Say("Capital", entity.Capital);
        Say("Government", entity.Government);
        Say("Forces", entity.Forces);
        Say("Added here", own);
        Say("Only near", [.. entity.Ambiguous.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{AliasNames.Shown(one.Key)} (near {string.Join(", ", one.Value)})")]);
        if (told.IsEmpty)
            Say("Used by", [.. await UsersAsync(asker.Scope, entity.Handle, cancellationToken)]);
        return Answer.Of(new Card
        {
            Title = $"@{entity.Handle}: {entity.Name}",
            PlainText = $"@{entity.Handle} goes by {string.Join(", ", entity.All.Select(AliasNames.Shown).Distinct(StringComparer.Ordinal))}",
            Parts = parts.ToImmutable(),
        });

        void Say(string name, ImmutableArray<string> values)
        {
            if (!values.IsEmpty)
                parts.Add(new CardPart.Fact(name, string.Join(", ", values)));
        }
    }

    /// <summary>The scope's watchlists that name the entity.</summary>
    private async Task<IReadOnlyList<string>> UsersAsync(ScopeKey scope, string handle, CancellationToken cancellationToken)
    {
        var book = books.Of(scope);
        return [.. (await watchlists.ListAsync([scope], cancellationToken))
            .Where(watchlist => Query.Parse(watchlist.Query, book) is QueryReading.Read { Query: var query } && query.Named.Any(named => named.Entity.Handle == handle))
            .Select(watchlist => watchlist.Name)];
    }

    /// <summary>What to do about the scope's watchlists whose queries would be wrong after a change: those of an entity that would have no names.</summary>
    private async Task<IEnumerable<string>> BrokenAsync(
        ScopeKey scope, string handle, List<string> added, List<string> removed, CancellationToken cancellationToken)
    {
        var (now, then) = (books.Of(scope), books.With(
        [
            .. books.AliasesOf(scope).Where(alias => alias.Handle != handle || !removed.Contains(alias.Name)),
            .. added.Select(name => new StoredAlias(scope, handle, name)),
        ]));
        var broken = (await watchlists.ListAsync([scope], cancellationToken))
            .Where(watchlist => Query.Parse(watchlist.Query, now) is QueryReading.Read && Query.Parse(watchlist.Query, then) is QueryReading.Wrong)
            .ToLookup(watchlist => watchlist.FromSettings, watchlist => watchlist.Name);
        return broken.Select(names => $"{Names(names)} would name something that there is no more: "
            + (names.Key ? "change that first in the settings file (appsettings.json, Watchlists)." : $"remove {(names.Count() == 1 ? "it" : "them")} first."));

        static string Names(IEnumerable<string> names) => $"The {(names.Count() == 1 ? "watchlist" : "watchlists")} {string.Join(", ", names)}";
    }

    private string Unknown(Asker asker, string handle) =>
        Query.Parse($"@{Normal(handle)}", books.Of(asker.Scope)) is QueryReading.Wrong { Error: var error }
            ? error.Message
            : $"There is no entity @{Normal(handle)} here.";

    private static bool Has(ImmutableArray<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>"Guardian Corps" → "guardian-corps".</summary>
    private static string Normal(string handle) => string.Join('-', handle.ToLowerInvariant().Split([' ', '_', '-', '.'], StringSplitOptions.RemoveEmptyEntries));
}
