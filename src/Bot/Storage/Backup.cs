using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Storage;

/// <summary>Copies of the database: made while a bot is at work on it, and taken back.</summary>
internal static class Backup
{
    /// <summary>
    /// Writes a consistent copy, as of one moment, into a new file that is there whole or not at all. Readers and writers go
    /// on meanwhile.
    /// </summary>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="InvalidDataException">There is such a file already, or it can't be written.</exception>
    public static long Write(Database database, string file, CancellationToken stopping)
    {
        var target = Path.GetFullPath(file);
        if (!File.Exists(database.File.Path))
            throw new InvalidDataException($"There is no database at {database.File.Path} to copy (Storage:ConnectionString).");
        if (Path.Exists(target))
            throw new InvalidDataException($"{target} is there already: name another file.");

        var part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var connection = database.Open())
                Copy(connection, part, stopping);
            File.Move(part, target, overwrite: false);
            return new FileInfo(target).Length;
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested && problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new InvalidDataException($"{target} could not be written: {problem.Message}", problem);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>
    /// Puts a backup in the place of the database, which is kept under another name. Nothing that may have been told since the
    /// backup is told again: what waited then is looked for in its channel first, and what each feed brings at its next
    /// poll is told only if it is younger than <paramref name="toldUntil"/>: what is not, is stored, and stands for its story
    /// in its channels, so that a later report does not tell it either.
    /// </summary>
    /// <returns>The name under which the former database is kept; null where there was none.</returns>
    /// <exception cref="InvalidDataException">A bot is at work on the database, or the backup is none.</exception>
    public static string? Restore(Database database, string file, DateTimeOffset toldUntil, DateTimeOffset now, CancellationToken stopping)
    {
        var (target, backup) = (database.File, DatabaseFile.OfBackup(file));
        if (backup.Path == target.Path)
            throw new InvalidDataException($"{backup.Path} is the database itself: name a backup of it.");
        backup.RefuseUnlessWhole();
        database.Claim();
        try
        {
            Discard(target.Restoring);
            using (var source = backup.OpenUntouched())
                Copy(source, target.Restoring, stopping);
            MakeReady(target.Restoring, toldUntil);
            var former = PutAside(target, now);
            File.Move(target.Restoring, target.Path, overwrite: false);
            return former;
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested && problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new InvalidDataException($"{target.Path} could not be restored: {problem.Message}", problem);
        }
    }

    /// <summary>A copy without what is free in the original, on the disk when this ends: SQLite does not sync it itself.</summary>
    private static void Copy(SqliteConnection source, string target, CancellationToken stopping)
    {
        // It holds what the database holds, addresses with passwords too.
        using (new FileStream(target, OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }
            : new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
        }

        using (stopping.Register(() => raw.sqlite3_interrupt(source.Handle)))
        {
            try
            {
                source.Execute("VACUUM INTO @target", new { target }, commandTimeout: 0);
            }
            catch (SqliteException) when (stopping.IsCancellationRequested)
            {
                stopping.ThrowIfCancellationRequested();
            }
        }

        Sync(target);
    }

    private static void MakeReady(string file, DateTimeOffset toldUntil)
    {
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = true }.ConnectionString))
        {
            connection.Open();
            Migrations.Apply(connection, connection.QuerySingle<int>("PRAGMA user_version"), Migrations.Newest);
            connection.Execute(
                """
                UPDATE feeds SET told_until = @until;
                UPDATE outbox SET attempts = MAX(attempts, 1), shown = IIF(first_tried IS NULL, revision, shown), first_tried = COALESCE(first_tried, created)
                WHERE state = 'waiting';
                """, new { until = toldUntil.ToStored() });
        }

        Sync(file);
    }

    /// <summary>With its log, which belongs to it and to no other.</summary>
    private static string? PutAside(DatabaseFile target, DateTimeOffset now)
    {
        if (!File.Exists(target.Path))
            return null;
        var former = $"{target.Path}.before-{now:yyyyMMdd-HHmmss}";
        File.Move(target.Path, former, overwrite: false);
        if (File.Exists(target.Log))
            File.Move(target.Log, former + "-wal", overwrite: false);
        File.Delete(target.Path + "-shm");
        return former;
    }

    private static void Discard(string file)
    {
        File.Delete(file);
        File.Delete(file + "-journal");
    }

    private static void Sync(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
