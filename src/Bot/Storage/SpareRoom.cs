namespace Bot.Storage;

/// <summary>
/// A file that holds a little of the disk and is given up when the disk is full: attempts and receipts are small, and
/// with this room they can be written, so that what is stored goes out although nothing new is taken in.
/// </summary>
public sealed class SpareRoom
{
    /// <summary>In bytes: the write-ahead log between two checkpoints, twice.</summary>
    private const long Size = 8 << 20;

    /// <summary>Who comes back with less would be full again at the next item.</summary>
    private const long Much = 4 * Size;

    private readonly string _path;

    internal SpareRoom(string database) => _path = database + ".spare";

    /// <summary>For tests: a disk that has no room, whatever the real one has.</summary>
    internal bool IsDenied { get; set; }

    /// <summary>Takes the room where it is not taken yet; false where the disk has not got it.</summary>
    /// <param name="withMuchLeft">Only where there is more than that.</param>
    public bool TryTake(bool withMuchLeft)
    {
        try
        {
            if (IsDenied)
                return false;
            if (withMuchLeft)
                Take(Much);
            Take(Size);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Give();
            return false;
        }
    }

    public void Give()
    {
        if (File.Exists(_path))
            File.Delete(_path);
    }

    private void Take(long size)
    {
        Give();
        // Reserved by the file system, not written: no matter of time. Where one can't do that, the file is empty and no help.
        using var file = new FileStream(_path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            PreallocationSize = size,
        });
    }
}
