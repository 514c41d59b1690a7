using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>
/// The SQLite file. Any number read at once; writes take turns, and those that wait at the same time share a transaction.
/// </summary>
/// <remarks>
/// <c>synchronous=FULL</c>: in WAL mode a commit that is only <c>NORMAL</c> may be undone by a power cut, and a
/// receipt that is undone is a message posted twice. A commit then waits for the disk; the polls of ten thousand feeds can
/// be written down because many share one wait.
/// </remarks>
public sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly WriteQueue _writes;

    static Database() => Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <exception cref="InvalidDataException">There is no folder for the file, and none can be made.</exception>
    public Database(IOptions<StorageOptions> options)
    {
        var builder = new SqliteConnectionStringBuilder(options.Value.ConnectionString) { ForeignKeys = true };
        MakeFolder(builder.DataSource);
        _connectionString = builder.ConnectionString;
        _writes = new WriteQueue(Open);
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    /// <summary>
    /// Runs a change after those that came before it. All of it is kept, or none, and it is on the disk when this ends. It
    /// may be run a second time, where the transaction that it shared could not be kept.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken) =>
        _writes.WriteAsync(change, cancellationToken);

    public Task WriteAsync(Action<SqliteConnection> change, CancellationToken cancellationToken) =>
        WriteAsync(connection =>
        {
            change(connection);
            return true;
        }, cancellationToken);

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

    public void Dispose()
    {
        _writes.Dispose();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
