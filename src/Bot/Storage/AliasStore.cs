using System.Collections.Immutable;
using Dapper;

namespace Bot.Storage;

/// <summary>A name that a scope gave an entity: one that ships with the bot, or one of its own.</summary>
/// <param name="Handle">What a query calls the entity, without the @: "irgc".</param>
public sealed record StoredAlias(ScopeKey Scope, string Handle, string Name);

/// <summary>The names that scopes gave to entities. Each scope has its own, and none sees another's.</summary>
public sealed class AliasStore(Database database)
{
    /// <summary>Scopes that gave a name or took one away.</summary>
    public ChangeLog<ScopeKey> Changes { get; } = new();

    /// <summary>Everyone's, in the order in which they were given. None in a file that an older bot wrote and nobody has brought into shape yet.</summary>
    public ImmutableArray<StoredAlias> All()
    {
        using var connection = database.Open();
        if (connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'aliases')") == 0)
            return [];
        return
        [
            .. connection.Query<(string Scope, string Handle, string Name)>("SELECT scope, handle, name FROM aliases ORDER BY added_at, name")
                .Select(row => new StoredAlias(new ScopeKey(row.Scope), row.Handle, row.Name)),
        ];
    }

    /// <summary>Gives an entity names and takes others away, all at once.</summary>
    public async Task ChangeAsync(
        ScopeKey scope, string handle, IReadOnlyCollection<string> added, IReadOnlyCollection<string> removed, string by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await database.WriteAsync(connection =>
        {
            foreach (var name in removed)
                connection.Execute("DELETE FROM aliases WHERE scope = @scope AND handle = @handle AND name = @name", new { scope = scope.Value, handle, name });
            foreach (var name in added)
            {
                connection.Execute(
                    """
                    INSERT INTO aliases (scope, handle, name, added_by, added_at) VALUES (@scope, @handle, @name, @by, @now)
                    ON CONFLICT (scope, handle, name) DO NOTHING
                    """, new { scope = scope.Value, handle, name, by, now = now.ToStored() });
            }
        }, cancellationToken);
        Changes.Note([scope]);
    }
}
