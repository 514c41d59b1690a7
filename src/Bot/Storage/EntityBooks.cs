using System.Collections.Concurrent;
using System.Collections.Immutable;
using News.Entities;

namespace Bot.Storage;

/// <summary>
/// What the entities of a query mean in a scope: those that everyone here has, with the names that the scope itself gave.
/// Safe for any number of threads.
/// </summary>
public sealed class EntityBooks(AliasStore aliases, EveryonesEntities everyones)
{
    private readonly Lock _turn = new();
    private Shelf _newest = new(-1, ImmutableDictionary<ScopeKey, ImmutableArray<StoredAlias>>.Empty, new());

    /// <summary>Scopes in which entities have other names now, for <see cref="CompiledWatchlists"/>.</summary>
    public ChangeLog<ScopeKey> Changes => aliases.Changes;

    /// <summary>What ships, and what stands in the operator's folder.</summary>
    public EntityBook Everyones => everyones.Book;

    public EntityBook Of(ScopeKey scope)
    {
        var shelf = Newest();
        return shelf.Aliases.TryGetValue(scope, out var own)
            ? shelf.Books.GetOrAdd(scope, _ => With(own))
            : Everyones;
    }

    /// <summary>What it would be in a scope that had given these names.</summary>
    public EntityBook With(IEnumerable<StoredAlias> own) => Everyones.WithAliases(own.GroupBy(alias => alias.Handle).Select(Pack));

    /// <summary>The names that a scope gave, in the order in which it gave them.</summary>
    public ImmutableArray<StoredAlias> AliasesOf(ScopeKey scope) => Newest().Aliases.GetValueOrDefault(scope, []);

    private Shelf Newest()
    {
        var version = aliases.Changes.Version;
        if (Volatile.Read(ref _newest) is var newest && newest.Version == version)
            return newest;

        lock (_turn)
        {
            if (_newest.Version == version)
                return _newest;
            var all = aliases.All().GroupBy(alias => alias.Scope).ToImmutableDictionary(own => own.Key, own => own.ToImmutableArray());
            var unchanged = _newest.Books.Where(book => all.TryGetValue(book.Key, out var own) && own.SequenceEqual(_newest.Aliases[book.Key]));
            return _newest = new Shelf(version, all, new ConcurrentDictionary<ScopeKey, EntityBook>(unchanged));
        }
    }

    private static EntityPack Pack(IGrouping<string, StoredAlias> own) =>
        new() { Handle = own.Key, Name = own.First().Name, Names = [.. own.Select(alias => alias.Name)] };

    /// <summary>The names as they were at one moment, with the books that were asked for since.</summary>
    private sealed record Shelf(
        int Version, ImmutableDictionary<ScopeKey, ImmutableArray<StoredAlias>> Aliases, ConcurrentDictionary<ScopeKey, EntityBook> Books);
}
