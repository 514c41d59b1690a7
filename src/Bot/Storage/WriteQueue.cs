using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>
/// Writes in their order, one at a time. Those that come while another waits for the disk share the next transaction, and
/// with it the wait: each is kept or undone by itself, and none ends before the transaction is on the disk.
/// </summary>
internal sealed class WriteQueue(Func<SqliteConnection> open) : IDisposable
{
    // A transaction takes in no more once it is this old: the first in it waits for the last.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly Queue<PendingWrite> _waiting = new();
    private bool _isWriting;

    /// <summary>Touched only by whoever's turn it is, as is what is prepared for it.</summary>
    private SqliteConnection? _connection;
    private Savepoint? _savepoint;

    /// <summary>Runs a change in its turn; on this thread where nobody else writes.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new PendingWrite<T>(change);
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingWrite)state!).GiveUp(token), write);
        if (MustWrite(write))
            TakeTurn();
        return await write.Task;
    }

    public void Dispose() => _connection?.Dispose();

    /// <summary>Puts a write into the queue; true where nobody is at work on it.</summary>
    private bool MustWrite(PendingWrite write)
    {
        lock (_gate)
        {
            _waiting.Enqueue(write);
            if (_isWriting)
                return false;
            return _isWriting = true;
        }
    }

    private PendingWrite? Next()
    {
        lock (_gate)
        {
            while (_waiting.TryDequeue(out var write))
            {
                if (write.TryStart())
                    return write;
            }

            return null;
        }
    }

    /// <summary>One transaction. What came meanwhile is another thread's: nobody serves others for ever.</summary>
    private void TakeTurn()
    {
        if (Next() is { } first)
            WriteTogether(first);

        lock (_gate)
        {
            _isWriting = _waiting.Count > 0;
            if (_isWriting)
                ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.TakeTurn(), this, preferLocal: false);
        }
    }

    private void WriteTogether(PendingWrite first)
    {
        List<PendingWrite> writes = [first];
        try
        {
            Transact(transaction =>
            {
                first.Run(transaction.Connection!);
                var started = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(started) < LongEnough && Next() is { } next)
                {
                    writes.Add(next);
                    RunApart(next, transaction);
                }
            });
        }
        catch (Exception problem) when (writes.Count == 1)
        {
            first.Fail(problem);
        }
        catch (Exception)
        {
            // The commit failed, or a change undid the whole transaction: whose fault it is shows when each is alone.
            writes.ForEach(WriteAlone);
        }

        writes.ForEach(write => write.Settle());
    }

    private void WriteAlone(PendingWrite write)
    {
        try
        {
            Transact(transaction => write.Run(transaction.Connection!));
        }
        catch (Exception problem)
        {
            write.Fail(problem);
        }
    }

    private void Transact(Action<SqliteTransaction> work)
    {
        try
        {
            if (_connection is null)
                _savepoint = new Savepoint(_connection = open());
            using var transaction = _connection.BeginTransaction(deferred: false);
            work(transaction);
            transaction.Commit();
        }
        catch
        {
            // Whatever state it is in, the next transaction starts with another one.
            _connection?.Dispose();
            _connection = null;
            throw;
        }
    }

    private void RunApart(PendingWrite write, SqliteTransaction transaction)
    {
        var savepoint = _savepoint!;
        savepoint.Begin(transaction);
        try
        {
            write.Run(transaction.Connection!);
        }
        catch (Exception problem)
        {
            savepoint.Undo(transaction);
            write.Fail(problem);
        }

        savepoint.Release(transaction);
    }

    /// <summary>What is kept or undone by itself inside a transaction. Its statements are prepared once.</summary>
    private sealed class Savepoint(SqliteConnection connection)
    {
        private readonly SqliteCommand _begin = Command(connection, "SAVEPOINT one_of_many");
        private readonly SqliteCommand _undo = Command(connection, "ROLLBACK TO one_of_many");
        private readonly SqliteCommand _release = Command(connection, "RELEASE one_of_many");

        public void Begin(SqliteTransaction transaction) => Run(_begin, transaction);

        public void Undo(SqliteTransaction transaction) => Run(_undo, transaction);

        public void Release(SqliteTransaction transaction) => Run(_release, transaction);

        private static void Run(SqliteCommand command, SqliteTransaction transaction)
        {
            command.Transaction = transaction;
            command.ExecuteNonQuery();
        }

        private static SqliteCommand Command(SqliteConnection connection, string text)
        {
            var command = connection.CreateCommand();
            command.CommandText = text;
            return command;
        }
    }

    /// <summary>A write from the moment it is asked for to the moment its caller goes on.</summary>
    private abstract class PendingWrite
    {
        private const int Waiting = 0;
        private const int Started = 1;
        private const int GivenUp = 2;

        private int _state = Waiting;

        public bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Waiting) == Waiting;

        /// <summary>Takes back a write that has not started; one that has is carried through.</summary>
        public void GiveUp(CancellationToken cancellationToken)
        {
            if (Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting)
                Cancel(cancellationToken);
        }

        /// <summary>Runs the change; what an earlier run came to is forgotten.</summary>
        public abstract void Run(SqliteConnection connection);

        public abstract void Fail(Exception problem);

        /// <summary>Tells the caller what the last run came to.</summary>
        public abstract void Settle();

        protected abstract void Cancel(CancellationToken cancellationToken);
    }

    private sealed class PendingWrite<T>(Func<SqliteConnection, T> change) : PendingWrite
    {
        private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _problem;
        private T? _result;

        public Task<T> Task => _outcome.Task;

        public override void Run(SqliteConnection connection)
        {
            _problem = null;
            _result = change(connection);
        }

        public override void Fail(Exception problem) => _problem = problem;

        public override void Settle()
        {
            if (_problem is null)
                _outcome.SetResult(_result!);
            else
                _outcome.SetException(_problem);
        }

        protected override void Cancel(CancellationToken cancellationToken) => _outcome.TrySetCanceled(cancellationToken);
    }
}
