using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>
/// The SQLite file. Any number read at once; writes take turns, each in one transaction.
/// </summary>
/// <remarks>
/// <c>synchronous=FULL</c>: in WAL mode a commit that is only <c>NORMAL</c> may be undone by a power cut, and a
/// receipt that is undone is a message posted twice.
/// </remarks>
public sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writing = new(1, 1);

    static Database() => Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <exception cref="InvalidDataException">There is no folder for the file, and none can be made.</exception>
    public Database(IOptions<StorageOptions> options)
    {
        var builder = new SqliteConnectionStringBuilder(options.Value.ConnectionString) { ForeignKeys = true };
        MakeFolder(builder.DataSource);
        _connectionString = builder.ConnectionString;
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

    /// <summary>Runs a change in a transaction of its own, after those that came before it. All of it is kept, or none.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = change(connection);
            transaction.Commit();
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

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
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        _writing.Dispose();
    }
}
