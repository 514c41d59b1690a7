using Bot.Storage;

namespace Bot.Commands;

/// <summary>What an asker may see: their own scope, and the operator's where they stand in its channels.</summary>
internal static class Sight
{
    public static IReadOnlyList<ScopeKey> Scopes(this Asker asker) =>
        asker.AtHome && asker.Scope != ScopeKey.Operator ? [asker.Scope, ScopeKey.Operator] : [asker.Scope];
}
