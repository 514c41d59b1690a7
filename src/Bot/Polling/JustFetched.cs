namespace Bot.Polling;

/// <summary>
/// Feeds that were fetched for somebody who wants to follow one, kept for the first poll: a site need not send the same
/// again within the minute. Few, small and not for long, and each is given away once.
/// </summary>
internal sealed class JustFetched(TimeProvider time) : IDisposable
{
    /// <summary>A minute or two passes until somebody has pressed a button.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private const int Most = 16;
    private const int MostBytes = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly LinkedList<Kept> _kept = [];

    /// <param name="url">Where it would be followed, as the feed's row will have it.</param>
    public void Keep(Uri url, FetchOutcome.Fetched fetched)
    {
        Take(url);
        if (fetched.Body.Length > MostBytes)
            return;
        lock (_lock)
        {
            if (_kept.Count == Most)
                Drop(_kept.First!.Value);
            var kept = new Kept(url.AbsoluteUri, fetched);
            kept.Timer = time.CreateTimer(_ => Forget(kept), null, Longest, Timeout.InfiniteTimeSpan);
            _kept.AddLast(kept);
        }
    }

    /// <summary>What was fetched from there just now; null where nothing was, or somebody has taken it.</summary>
    public FetchOutcome.Fetched? Take(Uri url)
    {
        lock (_lock)
        {
            // By all of its letters: two addresses that differ in their credentials may have two feeds.
            if (_kept.FirstOrDefault(kept => kept.Url == url.AbsoluteUri) is not { } found)
                return null;
            Drop(found);
            return found.Fetched;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            while (_kept.First is { Value: var kept })
                Drop(kept);
        }
    }

    private void Forget(Kept kept)
    {
        lock (_lock)
            Drop(kept);
    }

    private void Drop(Kept kept)
    {
        _kept.Remove(kept);
        kept.Timer?.Dispose();
    }

    private sealed class Kept(string url, FetchOutcome.Fetched fetched)
    {
        public string Url => url;

        public FetchOutcome.Fetched Fetched => fetched;

        public ITimer? Timer { get; set; }
    }
}
