namespace Bot.Polling;

/// <summary>
/// Notices when nothing at all can be read for a while and then something can: that was the bot's own connection, and the
/// feeds that failed meanwhile need not wait as long as their own failures would have them.
/// </summary>
/// <param name="shortest">A pause between two good polls that is shorter than this is none.</param>
internal sealed class Silence(TimeSpan shortest)
{
    /// <summary>So many polls in a row have to fail, of whichever feeds.</summary>
    private const int Enough = 3;

    public const string Reason = "nothing could be read for a while, and now something can";

    private readonly Lock _lock = new();
    private DateTimeOffset? _since;
    private int _failed;
    private (DateTimeOffset From, DateTimeOffset To)? _last;

    /// <summary>Goes on from what was known when the bot last ran.</summary>
    /// <param name="before">
    /// Since when nothing was read: the last good poll, or the first failed one where there never was a good one.
    /// </param>
    public void Begin((DateTimeOffset? Since, int Failing) before)
    {
        lock (_lock)
            (_since, _failed) = before;
    }

    /// <summary>Takes in how a poll ended. Where a silence is over with it: since when it lasted.</summary>
    public DateTimeOffset? Note(bool failed, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (failed)
            {
                _failed++;
                _since ??= now;
                return null;
            }

            var (from, silent) = (_since ?? now, _failed);
            (_since, _failed) = (now, 0);
            if (silent < Enough || now - from < shortest)
                return null;
            _last = (from, now);
            return from;
        }
    }

    /// <summary>Whether a failed poll belongs to the last silence: the feed began to fail in it, and the poll began before it was over.</summary>
    public bool Excuses(DateTimeOffset failingSince, DateTimeOffset begun)
    {
        lock (_lock)
            return _last is { } last && failingSince >= last.From && failingSince <= last.To && begun <= last.To;
    }
}
