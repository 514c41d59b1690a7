namespace Bot.Storage;

/// <summary>What changed in a store, for the one that keeps a copy of it in memory. Safe for any number of threads.</summary>
/// <remarks>A change is noted once it is on the disk, and before whoever asked for it hears that it is done.</remarks>
public sealed class ChangeLog<T>
{
    private readonly Lock _turn = new();
    private int _version;
    private HashSet<T> _changed = [];

    /// <summary>Grows with every change.</summary>
    public int Version => Volatile.Read(ref _version);

    public void Note(IEnumerable<T> changed)
    {
        lock (_turn)
        {
            _changed.UnionWith(changed);
            Volatile.Write(ref _version, _version + 1);
        }
    }

    /// <summary>What changed since this was last asked, and the version that includes it. There is one who asks.</summary>
    public (int Version, IReadOnlySet<T> Changed) Take()
    {
        lock (_turn)
        {
            var changed = _changed;
            _changed = [];
            return (_version, changed);
        }
    }
}
