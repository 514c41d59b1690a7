using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>What can be wrong with a database that was well at the start.</summary>
public enum StorageTrouble
{
    None,

    /// <summary>Its disk is full.</summary>
    NoRoom,

    /// <summary>Another program holds it.</summary>
    Locked,

    /// <summary>Its disk doesn't read or write: it is gone, or failing.</summary>
    Unreachable,

    /// <summary>What stands in it is no database any more.</summary>
    Damaged,
}

/// <summary>
/// How the database is. While it can't be written no feed is polled, because what was fetched could not be kept; what is
/// stored goes out as long as each attempt can be written down before it.
/// </summary>
public sealed class StorageHealth(SpareRoom spare)
{
    private int _trouble;

    public StorageTrouble Trouble => (StorageTrouble)Volatile.Read(ref _trouble);

    /// <summary>What the disk or SQLite said of it.</summary>
    public string? Words { get; private set; }

    /// <summary>Beats when a trouble is new.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>Takes note of what a read or a write ended with, if it says something of the database.</summary>
    /// <returns>Whether it does: whoever has met with it need not say so in the log.</returns>
    public bool Note(Exception problem)
    {
        var kind = KindOf(problem);
        if (kind == StorageTrouble.None)
            return false;
        Note(kind, problem.Message);
        return true;
    }

    internal void NoteNoRoom(string words) => Note(StorageTrouble.NoRoom, words);

    private void Note(StorageTrouble kind, string words)
    {
        // The first keeps the word until it is over, but what is damaged does not heal.
        var before = Interlocked.CompareExchange(ref _trouble, (int)kind, (int)StorageTrouble.None);
        if (before != (int)StorageTrouble.None && kind == StorageTrouble.Damaged)
            before = Interlocked.Exchange(ref _trouble, (int)kind);
        if (before == (int)StorageTrouble.None || (kind == StorageTrouble.Damaged && before != (int)kind))
        {
            Words = words;
            if (kind == StorageTrouble.NoRoom)
                spare.Give();
            Changed.Beat();
        }
    }

    /// <summary>Whether what was wrong may be over: for one whose disk was full, with room to spare.</summary>
    internal bool MayBeOver(StorageTrouble trouble) =>
        trouble != StorageTrouble.Damaged && (trouble != StorageTrouble.NoRoom || spare.TryTake(withMuchLeft: true));

    /// <summary>The trouble is over, unless there is another one by now.</summary>
    internal bool IsOver(StorageTrouble trouble) => Interlocked.CompareExchange(ref _trouble, (int)StorageTrouble.None, (int)trouble) == (int)trouble;

    /// <summary>https://www.sqlite.org/rescode.html</summary>
    public static StorageTrouble KindOf(Exception problem) => problem switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => StorageTrouble.Locked, // BUSY, LOCKED
        SqliteException { SqliteErrorCode: 8 or 14 } => StorageTrouble.Unreachable, // READONLY, CANTOPEN
        SqliteException { SqliteErrorCode: 10, SqliteExtendedErrorCode: 4874 } => StorageTrouble.NoRoom, // IOERR_SHMSIZE: no room for the log's index
        SqliteException { SqliteErrorCode: 10 } => StorageTrouble.Unreachable, // IOERR
        SqliteException { SqliteErrorCode: 11 or 26 } => StorageTrouble.Damaged, // CORRUPT, NOTADB
        SqliteException { SqliteErrorCode: 13 } => StorageTrouble.NoRoom, // FULL
        _ => StorageTrouble.None,
    };
}
