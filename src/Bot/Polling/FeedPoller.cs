using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Storage;
using Microsoft.Extensions.Options;
using News.Feeds;

namespace Bot.Polling;

/// <summary>
/// Polls the feeds that are due: fetch, parse, process, and then write down when to come again. What was fetched
/// is saved before the poll is recorded: killed in between, the bot fetches the same once more and loses nothing.
/// </summary>
internal sealed partial class FeedPoller : BackgroundService
{
    // How soon a feed that somebody has just added is seen.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    // Less than this is how clocks are.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    private readonly FeedStore _feeds;
    private readonly FeedFetcher _fetcher;
    private readonly JustFetched _justFetched;
    private readonly NewsPipeline _pipeline;
    private readonly FeedWatch _watch;
    private readonly Silence _silence;
    private readonly PollingOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<FeedPoller> _logger;
    private readonly HearPoll? _heard;

    private readonly ConcurrentDictionary<FeedId, Task> _underWay = new();
    private readonly ConcurrentDictionary<FeedId, int> _told = new();
    private readonly ConcurrentDictionary<FeedId, bool> _heardOf = new();
    private readonly Pulse _room = new();
    private volatile bool _moreIsDue;
    private bool _contactIsMissed;

    public FeedPoller(
        FeedStore feeds, FeedFetcher fetcher, JustFetched justFetched, NewsPipeline pipeline, FeedWatch watch, IOptions<PollingOptions> options,
        TimeProvider time, ILogger<FeedPoller> logger, HearPoll? heard = null)
    {
        _feeds = feeds;
        _fetcher = fetcher;
        _justFetched = justFetched;
        _pipeline = pipeline;
        _watch = watch;
        _options = options.Value;
        _silence = new Silence(_options.MinimumInterval);
        _time = time;
        _logger = logger;
        _heard = heard;
    }

    /// <summary>Polls every feed once that has not been stopped, whatever its schedule.</summary>
    /// <param name="backfill">How old an item of a feed's first poll may be and still alert; the setting where null.</param>
    public async Task<PollRound> PollAllOnceAsync(TimeSpan? backfill, CancellationToken stoppingToken)
    {
        _silence.Begin(await _feeds.NothingReadSinceAsync(stoppingToken));
        var readAt = _time.GetUtcNow();
        var all = (await _feeds.AllAsync(stoppingToken)).Where(feed => !feed.IsStopped).ToList();
        MissContact(all);
        var failed = await Task.WhenAll(all.Select(feed => PollAsync(feed, readAt, backfill ?? _options.Backfill, stoppingToken)));
        await _watch.TellAsync(stoppingToken);
        return new PollRound(all.Count, failed.Count(one => one));
    }

    /// <summary>Polls that are under way when the bot stops are given up; what they have not recorded is polled again.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_underWay.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        _silence.Begin(await _feeds.NothingReadSinceAsync(stoppingToken));
        if (_options.Contact == PollingOptions.Nobody)
            MissContact(await _feeds.AllAsync(stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // What is fetched while nothing can be stored is fetched for nothing.
                if (_feeds.Health.Trouble == StorageTrouble.None)
                    await StartDueAsync(stoppingToken);
            }
            catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
            {
                if (!_feeds.Health.Note(surprise))
                    LogNoSchedule(surprise);
            }

            await _room.WaitAsync(LookAgain, _time, stoppingToken);
        }
    }

    private async Task StartDueAsync(CancellationToken stoppingToken)
    {
        // Feeds under way are still due in the store, and are passed over there: a host with a thousand feeds, most of them
        // waiting at its gate, does not hide the feeds of others. Who was under way when the store was asked is left out even
        // if it has ended since: the answer is older than its record.
        HashSet<FeedId> before = [.. _underWay.Keys];
        var most = 4 * _options.Concurrency;
        var readAt = _time.GetUtcNow();
        var due = await _feeds.DueAsync(readAt, before, most, stoppingToken);
        _moreIsDue = due.Count == most;
        MissContact(due);
        foreach (var feed in due)
        {
            var ended = new TaskCompletionSource();
            _underWay[feed.Id] = ended.Task;
            _ = RunAsync(feed, readAt, ended, stoppingToken);
        }
    }

    private async Task RunAsync(DueFeed feed, DateTimeOffset readAt, TaskCompletionSource ended, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            await PollAsync(feed, readAt, _options.Backfill, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogInterrupted(feed.Name);
        }
        catch (Exception surprise)
        {
            // The poll could not be recorded, so the feed is still due: it waits here, or it would be fetched in a circle.
            if (!_feeds.Health.Note(surprise))
                LogNotRecorded(surprise, feed.Name);
            await Task.Delay(_options.MinimumInterval, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _underWay.TryRemove(feed.Id, out _);
        ended.SetResult();

        // Only where the last look left some behind: else the store is asked once a second.
        if (_moreIsDue && _underWay.Count < 2 * _options.Concurrency)
            _room.Beat();
    }

    /// <summary>One feed's poll, from the wait for its turn to the record. True where it failed.</summary>
    /// <param name="readAt">When the store was asked for the feed: what changed there since then, the poll does not know.</param>
    private async Task<bool> PollAsync(DueFeed feed, DateTimeOffset readAt, TimeSpan backfill, CancellationToken stoppingToken)
    {
        FeedVisit visit;
        var begun = _time.GetUtcNow();
        using (var host = _fetcher.Hosts.Visit())
            visit = await VisitAsync(feed, host, backfill, stoppingToken);
        if (visit.Outcome is FetchOutcome.TryLater { RestsUntil: { } until } left)
        {
            await PutOffAsync(feed, until, left.Reason, stoppingToken);
            return false;
        }

        await RecordAsync(feed, visit, readAt, begun, stoppingToken);
        return visit.Failed;
    }

    private async Task<FeedVisit> VisitAsync(DueFeed feed, HostVisit host, TimeSpan backfill, CancellationToken stoppingToken)
    {
        try
        {
            var outcome = feed.Primed ? null : _justFetched.Take(feed.Url) as FetchOutcome;
            outcome ??= await _fetcher.FetchAsync(PollBook.Request(feed, _time.GetUtcNow()), host, stoppingToken);
            return outcome switch
            {
                FetchOutcome.Fetched fetched => await TakeAsync(feed, fetched, backfill, stoppingToken),
                FetchOutcome.NotModified same => await TakeAsync(feed, same, stoppingToken),
                FetchOutcome.TryLater later => FeedVisit.Bad(later.Reason, outcome),
                FetchOutcome.Refused refused => FeedVisit.Bad(refused.Reason, outcome),
                FetchOutcome.Gone => FeedVisit.Bad("The site says that this feed is gone for good (HTTP 410).", outcome) with { IsTheLast = true },
                _ => throw new InvalidOperationException($"Nobody knows the outcome {outcome.GetType().Name}."),
            };
        }
        catch (Exception surprise) when (!stoppingToken.IsCancellationRequested && !_feeds.Health.Note(surprise))
        {
            LogSurprise(surprise, feed.Name);
            return FeedVisit.Bad($"Something unexpected went wrong ({surprise.GetType().Name}); the log has more.", null);
        }
    }

    private async Task<FeedVisit> TakeAsync(DueFeed feed, FetchOutcome.Fetched fetched, TimeSpan backfill, CancellationToken stoppingToken)
    {
        // What these bytes hold was saved before they were remembered, and what is saved is known to every follower: one who
        // came since has no news in them.
        var hash = FeedVisit.Hash(fetched);
        var receivedAt = _time.GetUtcNow();
        if (feed.Primed && hash == feed.Memory.ContentHash)
        {
            await HearOfOldAsync(feed, fetched, receivedAt, stoppingToken);
            return FeedVisit.Good("Nothing new since the last poll (the same bytes).", fetched);
        }

        switch (FeedParser.Parse(fetched.Body, fetched.ContentType, fetched.FinalUrl))
        {
            case FeedReading.Read(var parsed):
                Tell(feed, parsed.Warnings);
                var report = await _pipeline.ProcessAsync(feed, parsed, receivedAt, feed.Primed ? OldAfter(fetched) : backfill, stoppingToken);
                if (_heard is not null)
                {
                    await _heard(PollNews.Of(feed.Id, fetched, parsed, feed.Primed ? report.Fresh : 0, receivedAt), stoppingToken);
                    _heardOf[feed.Id] = true;
                }

                var status = $"Read: {report.Fresh} new of {parsed.Items.Length} items.";
                return FeedVisit.Good(parsed.IsExpired ? $"The feed says that it is finished. {status}" : status, fetched) with
                {
                    Read = parsed,
                    Fresh = report.Fresh,
                    ContentHash = report.IsWhole ? hash : null,
                    IsTheLast = parsed.IsExpired,
                };
            case FeedReading.NotAFeed(var reason):
                var (cause, words) = PageInstead.Describe(feed.Url, fetched, reason);
                return FeedVisit.Bad(words, fetched) with { Cause = cause };
            default:
                throw new InvalidOperationException("A reading is a feed or none.");
        }
    }

    /// <summary>Where the clock here has run ahead of the server's, what is new there looks old by as much.</summary>
    private TimeSpan OldAfter(FetchOutcome.Fetched fetched) =>
        fetched.AheadOfServer > ClocksDiffer ? _options.OldAfter + fetched.AheadOfServer : _options.OldAfter;

    private async Task<FeedVisit> TakeAsync(DueFeed feed, FetchOutcome.NotModified same, CancellationToken stoppingToken)
    {
        if (_heard is not null && PollNews.Of(feed.Id, same, _time.GetUtcNow()) is { } news)
            await _heard(news, stoppingToken);
        return FeedVisit.Good("Nothing new since the last poll.", same);
    }

    /// <summary>
    /// A feed that has not changed since the bot began to listen to hubs may name one all the same: it is read for that once
    /// in the bot's life.
    /// </summary>
    private async Task HearOfOldAsync(DueFeed feed, FetchOutcome.Fetched fetched, DateTimeOffset receivedAt, CancellationToken stoppingToken)
    {
        if (_heard is null || !_heardOf.TryAdd(feed.Id, true))
            return;
        if (FeedParser.Parse(fetched.Body, fetched.ContentType, fetched.FinalUrl) is FeedReading.Read(var parsed))
            await _heard(PollNews.Of(feed.Id, fetched, parsed, fresh: 0, receivedAt), stoppingToken);
    }

    /// <summary>
    /// The feed's host rests, and the feed was not asked. That is neither a poll nor a failure: it comes when the rest is
    /// over, and not with all the others of its host in the same second.
    /// </summary>
    private Task PutOffAsync(DueFeed feed, DateTimeOffset until, string reason, CancellationToken stoppingToken)
    {
        LogPutOff(feed.Name, reason);
        var next = until + (_options.Interval * Random.Shared.NextDouble());
        return _feeds.PutOffAsync(feed.Id, next, until, reason, stoppingToken);
    }

    /// <summary>Says once that nobody could find out who polls, where feeds of other people's are polled: what is on this machine is one's own.</summary>
    private void MissContact(IReadOnlyList<DueFeed> feeds)
    {
        if (_contactIsMissed || _options.Contact != PollingOptions.Nobody || feeds.All(feed => feed.IsStopped || feed.Url.IsLoopback))
            return;
        _contactIsMissed = true;
        LogNoContact();
    }

    private async Task RecordAsync(
        DueFeed feed, FeedVisit visit, DateTimeOffset readAt, DateTimeOffset begun, CancellationToken stoppingToken)
    {
        var now = _time.GetUtcNow();
        var silentSince = _silence.Note(failed: visit.Failed, now);
        var excused = visit.Failed && _silence.Excuses(feed.Memory.FailingSince ?? begun, begun);
        var record = PollBook.Entry(_options, feed, visit, begun, now, Random.Shared.NextDouble(), excused) with { Begun = readAt };
        await _feeds.RecordPollAsync(feed.Id, record);

        Log(feed, record);
        if (silentSince is { } since)
        {
            var asked = await _feeds.AskAgainAsync(since, now, _options.Interval, Silence.Reason, stoppingToken);
            LogSoundAgain(since, asked);
        }
    }

    private void Log(DueFeed feed, PollRecord record)
    {
        if (record is { Failed: false, Recovered: false, Moved: false, Stopped: false })
            return;

        var address = FeedAddress.ForLog(feed.Url);
        if (record.Stopped)
            LogStopped(feed.Name, address, record.Status);
        else if (record.Failed)
            LogFailed(feed.Name, address, record.Status, record.Reason);
        else if (record.Recovered)
            LogRecovered(feed.Name, feed.Failures);
        if (record is { Moved: true, Memory.MovedTo: { } to })
        {
            var there = FeedAddress.ForLog(to);
            LogMoved(feed.Name, address, there);
        }
    }

    /// <summary>Says what is odd about a feed once, not at each poll: most feeds stay as odd as they are.</summary>
    private void Tell(DueFeed feed, ImmutableArray<string> warnings)
    {
        if (warnings.IsEmpty)
        {
            _told.TryRemove(feed.Id, out _);
            return;
        }

        var all = string.Join(' ', warnings);
        var sign = all.GetHashCode(StringComparison.Ordinal);
        if (_told.TryGetValue(feed.Id, out var told) && told == sign)
            return;
        _told[feed.Id] = sign;
        LogOddity(feed.Name, FeedAddress.ForLog(feed.Url), all);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Set Polling:Contact to a page or a mailto: address of yours: the user agent names it, so that owners of the sites that are polled can ask you instead of blocking the bot.")]
    private partial void LogNoContact();

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Feed} is not asked for now: {Reason}.")]
    private partial void LogPutOff(string feed, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Feed} ({Address}) could not be read. {Status} ({Schedule})")]
    private partial void LogFailed(string feed, string address, string status, string schedule);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Feed} ({Address}) was read, but is not as it should be. {Warnings}")]
    private partial void LogOddity(string feed, string address, string warnings);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Feed} can be read again after its failed polls ({Failures}).")]
    private partial void LogRecovered(string feed, int failures);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Feed} ({Address}) is not polled any more. {Status} /feed add with the same address has it polled again.")]
    private partial void LogStopped(string feed, string address, string status);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Feed} has moved from {From} to {To}, and is fetched there from now on.")]
    private partial void LogMoved(string feed, string from, string to);

    [LoggerMessage(Level = LogLevel.Information, Message = "Since {Since:u} no feed could be read, and now one can: those that began to fail since then are asked again soon ({Feeds}).")]
    private partial void LogSoundAgain(DateTimeOffset since, int feeds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The poll of {Feed} met something unexpected; the other feeds go on.")]
    private partial void LogSurprise(Exception exception, string feed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The poll of {Feed} could not be recorded; it is polled again after the minimum interval.")]
    private partial void LogNotRecorded(Exception exception, string feed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule of the feeds could not be read; it is tried again in a second.")]
    private partial void LogNoSchedule(Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The poll of {Feed} was given up because the bot stops.")]
    private partial void LogInterrupted(string feed);
}

/// <summary>What polling every feed once came to.</summary>
internal sealed record PollRound(int Feeds, int Failed);
