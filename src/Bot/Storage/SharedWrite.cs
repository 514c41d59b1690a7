using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>
/// Small writes that come while one is under way go together into the next transaction. Each commit waits for the disk:
/// a hundred polls that end within a moment wait for it once or twice.
/// </summary>
internal sealed class SharedWrite<T>(Database database, Action<SqliteConnection, IReadOnlyList<T>> write)
{
    private readonly Lock _gate = new();
    private List<Entry> _waiting = [];
    private bool _writing;

    /// <summary>Done when the entry is committed.</summary>
    public Task AddAsync(T value)
    {
        var entry = new Entry(value);
        lock (_gate)
        {
            _waiting.Add(entry);
            if (_writing)
                return entry.Written.Task;
            _writing = true;
        }

        _ = WriteAllAsync();
        return entry.Written.Task;
    }

    private async Task WriteAllAsync()
    {
        await Task.Yield();
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                await database.WriteAsync(connection => write(connection, batch.ConvertAll(entry => entry.Value)), CancellationToken.None);
                batch.ForEach(entry => entry.Written.SetResult());
            }
            catch (Exception surprise)
            {
                // Each of those who wait hears of it.
                batch.ForEach(entry => entry.Written.SetException(surprise));
            }
        }
    }

    private List<Entry> Take()
    {
        lock (_gate)
        {
            var batch = _waiting;
            _waiting = [];
            _writing = batch.Count > 0;
            return batch;
        }
    }

    private sealed record Entry(T Value)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
