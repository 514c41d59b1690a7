namespace Bot.Storage;

/// <summary>
/// One bot at a time on one database: two would tell everything twice. A file beside the database is locked, not written: the
/// operating system gives the lock back when the process ends, however it ends, so that none is ever left over. It is
/// another file because SQLite has locks of its own on the database, and those who only read it are welcome.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <exception cref="InvalidDataException">Another bot holds it, or there can be no such file.</exception>
    public static DatabaseLock Take(string database)
    {
        var path = database + ".lock";
        try
        {
            return new DatabaseLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InvalidDataException(NoFile(database, path, problem), problem);
        }
        catch (IOException problem) when (File.Exists(path))
        {
            throw new InvalidDataException(
                $"Another bot is at work on the database {database}: two would tell every story twice. Stop that one first, or set Storage:ConnectionString to another file.",
                problem);
        }
        catch (IOException problem)
        {
            throw new InvalidDataException(NoFile(database, path, problem), problem);
        }
    }

    /// <summary>The file stays: whoever removed it could remove the next one's.</summary>
    public void Dispose() => _file.Dispose();

    private static string NoFile(string database, string path, Exception problem) =>
        $"Storage:ConnectionString names {database}, beside which {path} can't be opened to write ({problem.Message}). Give the account that the bot runs under that right.";
}
