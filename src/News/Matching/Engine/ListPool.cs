namespace News.Matching;

/// <summary>Lists to work with, kept from one use to the next, so that using them allocates nothing.</summary>
internal sealed class ListPool<T>
{
    /// <summary>Items that a list may hold and be kept; only a hostile text has so many.</summary>
    private const int MostKept = 10_000;

    private readonly Stack<List<T>> _lists = [];

    /// <summary>An empty list, to be given back to <see cref="Return"/>.</summary>
    public List<T> Rent() => _lists.TryPop(out var list) ? list : [];

    public void Return(List<T> list)
    {
        list.Clear();
        if (list.Capacity <= MostKept)
            _lists.Push(list);
    }
}
