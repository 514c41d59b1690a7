using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Commands;

/// <summary>
/// Who may try a query now: one of each scope, so that whoever tries many keeps nobody else waiting, and few in all, so
/// that the bot has time for its feeds.
/// </summary>
internal sealed class TrialTurns : IDisposable
{
    private const int MostAtOnce = 2;

    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);
    private readonly ConcurrentDictionary<ScopeKey, bool> _scopes = new();

    /// <summary>A turn, which ends when it is disposed of; null where the scope has one already.</summary>
    public async Task<IDisposable?> TakeAsync(ScopeKey scope, CancellationToken cancellationToken)
    {
        if (!_scopes.TryAdd(scope, true))
            return null;
        try
        {
            await _places.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _scopes.TryRemove(scope, out _);
            throw;
        }

        return new Turn(this, scope);
    }

    public void Dispose() => _places.Dispose();

    private sealed class Turn(TrialTurns turns, ScopeKey scope) : IDisposable
    {
        public void Dispose()
        {
            turns._scopes.TryRemove(scope, out _);
            turns._places.Release();
        }
    }
}
