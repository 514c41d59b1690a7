using System.Buffers.Binary;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>
/// The file that the settings name, before it is used: what is no database of this bot is refused, each trouble by its name
/// and with what to do, and the file stays as it is, byte for byte.
/// </summary>
/// <remarks>
/// A whole check reads the whole file. It is made where that takes no time (<see cref="Small"/>); of a larger file the header,
/// the length, the schema and both ends of every table are read. What is wrong elsewhere shows when it is read, and ends
/// the bot then: see <see cref="StorageHealth"/>.
/// </remarks>
internal sealed class DatabaseFile
{
    /// <summary>In bytes: a file up to here is read through in some tenths of a second.</summary>
    private const long Small = 64 << 20;

    private const int HeaderLength = 100;

    /// <summary>https://www.sqlite.org/fileformat2.html#the_database_header</summary>
    private static readonly byte[] Magic = [.. "SQLite format 3\0"u8];

    private static readonly string[] OwnTables = ["feeds", "articles", "outbox"];

    private const string Mend = "Run “bot restore FILE” with a backup, or set Storage:ConnectionString to another file.";

    private readonly bool _isBackup;

    private DatabaseFile(string path, bool isBackup) => (Path, _isBackup) = (path, isBackup);

    /// <summary>From the root on, without links.</summary>
    public string Path { get; }

    public string Log => Path + "-wal";

    /// <summary>Where <c>bot restore</c> makes the next database ready.</summary>
    public string Restoring => Path + ".restoring";

    /// <summary>Two names of one file are one database: SQLite goes through links, too.</summary>
    public static DatabaseFile At(string path) => new(Resolved(path), isBackup: false);

    /// <summary>A copy that a database is to be restored from.</summary>
    public static DatabaseFile OfBackup(string path) => new(Resolved(path), isBackup: true);

    /// <exception cref="InvalidDataException">It can't be used; the message says why, and what to do.</exception>
    public void Refuse()
    {
        if (Directory.Exists(Path))
            throw Refusal("is a folder", "Storage:ConnectionString takes a file: \"Data Source=data/bot.db\".");
        if (!File.Exists(Path))
        {
            if (File.Exists(Restoring))
                throw Refusal("is missing, because a restore was interrupted", "Run “bot restore” with the backup again.");
            if (Length(Log) > 0)
                throw Refusal($"is missing, but {Log} is there, which holds its last changes", "Put the database back beside it, or remove that file.");
            return;
        }

        if (Header() is not { } header)
            return;
        var known = Migrations.Newest;
        if (header.Shape > known)
            throw Newer(Path, header.Shape);
        if (Length(Log) <= 0 && header.Bytes is { } bytes && bytes > Length(Path))
            throw Refusal($"is cut off: {Length(Path)} of its {bytes} bytes are there", Mend);
        Examine(whole: Length(Path) <= Small);
    }

    /// <summary>Reads all of it, however long it is.</summary>
    /// <exception cref="InvalidDataException">Something is wrong with it, or nothing is there.</exception>
    public void RefuseUnlessWhole()
    {
        if (Length(Path) <= 0)
            throw Refusal("is not there, or empty", "Name another file.");
        Refuse();
        if (Length(Path) > Small)
            Examine(whole: true);
    }

    /// <summary>
    /// Reads the file without a trace: what has no log beside it can't change while nobody writes, and is read without
    /// locks. Where there is a log, the last changes stand in it, and SQLite has to find its way through that.
    /// </summary>
    public SqliteConnection OpenUntouched()
    {
        var source = Length(Log) > 0 ? Path : $"{new Uri(Path).AbsoluteUri}?immutable=1";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        connection.Open();
        return connection;
    }

    public static InvalidDataException Newer(string path, int shape) => new(
        $"The database {path} was written by a newer bot (its shape is {shape}, this bot knows {Migrations.Newest}). " +
        "Run that newer bot, or set Storage:ConnectionString to another file.");

    /// <summary>What SQLite says of the file, in words that help.</summary>
    public InvalidDataException Explain(SqliteException problem) => StorageHealth.KindOf(problem) switch
    {
        StorageTrouble.Damaged => Refusal($"is damaged ({problem.Message})", Mend, problem),
        StorageTrouble.Locked => Refusal("is locked by another program", "End what has it open, such as a database browser, and start again.", problem),
        StorageTrouble.NoRoom => Refusal("can't be written: its disk is full", "Make room and start again.", problem),
        _ => Refusal($"can't be used ({problem.Message})", "Look at its disk and at who may read and write it and its folder, or name another file.", problem),
    };

    private InvalidDataException Refusal(string trouble, string advice, Exception? cause = null) => new(
        _isBackup ? $"{Path} {trouble}: it can't be restored." : $"The database {Path} of Storage:ConnectionString {trouble}. {advice}", cause);

    /// <summary>Reads what stands at the start. Null of an empty file, which is as good as none.</summary>
    private Head? Header()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int read;
        try
        {
            // Opened as it will be used. Nothing is written. (Closing it gives up the locks that SQLite has on the file in this
            // process, which is why it comes first.)
            using var file = new FileStream(Path, FileMode.Open, _isBackup ? FileAccess.Read : FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            read = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Refusal($"can't be opened to read and write ({problem.Message})", "Give the account that the bot runs under both rights, to the file and to its folder.", problem);
        }

        if (read == 0)
            return null;
        if (read < HeaderLength || !header.StartsWith(Magic))
            throw Refusal("is no SQLite database", "Name another file: what is there is left as it is.");

        int size = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        var isCurrent = header[24..28].SequenceEqual(header[92..96]); // else the page count is an older program's
        return new Head(
            BinaryPrimitives.ReadInt32BigEndian(header[60..]),
            isCurrent ? BinaryPrimitives.ReadUInt32BigEndian(header[28..]) * (size == 1 ? 65536L : size) : null);
    }

    private void Examine(bool whole)
    {
        try
        {
            using var connection = OpenUntouched();
            var tables = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").ToList();
            if (tables.Count > 0 && OwnTables.Except(tables, StringComparer.Ordinal).Any())
                throw Refusal("belongs to another program", "Name another file: what is there is left as it is.");

            if (whole && connection.QueryFirst<string>("PRAGMA quick_check(1)") is var verdict and not "ok")
                throw Refusal($"is damaged ({verdict.ReplaceLineEndings(" ")})", Mend);
            foreach (var table in tables.Where(table => OwnTables.Contains(table)))
                connection.Execute($"SELECT MIN(id), MAX(id) FROM {table}");
        }
        catch (SqliteException problem)
        {
            throw Explain(problem);
        }
    }

    private static string Resolved(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return File.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? target.FullName : full;
    }

    /// <summary>In bytes; −1 where there is none.</summary>
    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : -1;

    /// <param name="Shape">See <see cref="Migrations"/>.</param>
    /// <param name="Bytes">How long the file is to be; null where the header doesn't say.</param>
    private sealed record Head(int Shape, long? Bytes);
}
