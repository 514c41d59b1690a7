using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>
/// The SQLite file. Any number read at once; writes take turns, and those that wait at the same time share a transaction.
/// </summary>
/// <remarks>
/// <c>synchronous=FULL</c>: in WAL mode a commit that is only <c>NORMAL</c> may be undone by a power cut, and a
/// receipt that is undone is a message posted twice. A commit then waits for the disk; the polls of ten thousand feeds can
/// be written down because many share one wait. SQLite syncs the folder, too, when it makes its log.
/// </remarks>
public sealed class Database : IDisposable
{
    /// <summary>In bytes: a log that has grown beyond this is cut back when it starts anew.</summary>
    private const long LongLog = 32 << 20;

    private readonly string _connectionString;
    private readonly WriteQueue _writes;
    private readonly Lazy<bool> _isExamined;
    private DatabaseLock? _lock;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <exception cref="InvalidDataException">There is no folder for the file, and none can be made.</exception>
    public Database(IOptions<StorageOptions> options)
    {
        var builder = new SqliteConnectionStringBuilder(options.Value.ConnectionString) { ForeignKeys = true };
        MakeFolder(builder.DataSource);
        File = DatabaseFile.At(builder.DataSource);
        builder.DataSource = File.Path;
        _connectionString = builder.ConnectionString;
        Spare = new SpareRoom(File.Path);
        Health = new StorageHealth(Spare);
        _writes = new WriteQueue(Open);
        _isExamined = new Lazy<bool>(() =>
        {
            File.Refuse();
            return true;
        });
    }

    public StorageHealth Health { get; }

    internal SpareRoom Spare { get; }

    internal DatabaseFile File { get; }

    /// <summary>Takes the database for this bot alone, until it ends. Those who only read are free to do so.</summary>
    /// <exception cref="InvalidDataException">Another bot has it.</exception>
    public void Claim() => _lock ??= DatabaseLock.Take(File.Path);

    /// <exception cref="InvalidDataException">The file is no database that can be used. It is left as it is.</exception>
    public SqliteConnection Open()
    {
        _ = _isExamined.Value;
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = $"PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = {LongLog}";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    /// <summary>
    /// Runs a change after those that came before it. All of it is kept, or none, and it is on the disk when this ends. It
    /// may be run a second time, where the transaction that it shared could not be kept.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        try
        {
            return await _writes.WriteAsync(change, cancellationToken);
        }
        catch (SqliteException problem)
        {
            Health.Note(problem);
            throw;
        }
    }

    public Task WriteAsync(Action<SqliteConnection> change, CancellationToken cancellationToken) =>
        WriteAsync(connection =>
        {
            change(connection);
            return true;
        }, cancellationToken);

    /// <summary>Finds out whether a trouble is over, by writing what stands there already.</summary>
    internal async Task<bool> TryRecoverAsync(StorageTrouble trouble, CancellationToken cancellationToken)
    {
        if (!Health.MayBeOver(trouble))
            return false;
        try
        {
            await _writes.WriteAsync(
                connection => connection.Execute($"PRAGMA user_version = {connection.QuerySingle<int>("PRAGMA user_version")}"), cancellationToken);
        }
        catch (SqliteException)
        {
            return false;
        }

        return Health.IsOver(trouble);
    }

    /// <summary>
    /// Brings a log that has grown long back into the file. It grows while there is always somebody reading: those are waited
    /// for, some seconds at most, and writers wait with them.
    /// </summary>
    internal async Task ShortenLogAsync(CancellationToken cancellationToken)
    {
        if (new FileInfo(File.Log) is not { Exists: true, Length: > 2 * LongLog })
            return;
        await Task.Run(() =>
        {
            using var connection = Open();
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }, cancellationToken);
    }

    private static void MakeFolder(string file)
    {
        try
        {
            if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Storage:ConnectionString names {file}, whose folder can't be made: {problem.Message}", problem);
        }
    }

    /// <summary>The last connection that closes brings the log into the file and removes it.</summary>
    public void Dispose()
    {
        _writes.Dispose();
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        if (_lock is not null)
            Spare.Give();
        _lock?.Dispose();
    }
}
