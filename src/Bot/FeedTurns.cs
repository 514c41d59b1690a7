using Bot.Storage;

namespace Bot;

/// <summary>One at a time for each feed: two documents of the same feed are taken in one after the other.</summary>
internal sealed class FeedTurns
{
    private readonly Dictionary<FeedId, Turns> _taken = [];

    /// <summary>Waits until nobody else has the feed's turn; disposing of the result gives it on.</summary>
    public async Task<IDisposable> TakeAsync(FeedId feed, CancellationToken cancellationToken)
    {
        Turns turns;
        lock (_taken)
        {
            if (!_taken.TryGetValue(feed, out turns!))
                _taken.Add(feed, turns = new Turns());
            turns.Wanted++;
        }

        try
        {
            await turns.Free.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(feed, turns);
            throw;
        }

        return new Turn(this, feed, turns);
    }

    private void Leave(FeedId feed, Turns turns)
    {
        lock (_taken)
        {
            if (--turns.Wanted == 0)
            {
                _taken.Remove(feed);
                turns.Free.Dispose();
            }
        }
    }

    private sealed class Turns
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        /// <summary>Who has the turn or waits for it.</summary>
        public int Wanted { get; set; }
    }

    private sealed class Turn(FeedTurns owner, FeedId feed, Turns turns) : IDisposable
    {
        public void Dispose()
        {
            turns.Free.Release();
            owner.Leave(feed, turns);
        }
    }
}
