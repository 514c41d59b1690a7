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

    private readonly FeedStore _feeds;
    private readonly FeedFetcher _fetcher;
    private readonly NewsPipeline _pipeline;
    private readonly PollingOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<FeedPoller> _logger;

    private readonly ConcurrentDictionary<FeedId, Task> _underWay = new();
    private readonly ConcurrentDictionary<FeedId, string> _told = new();
    private readonly HostGates _hosts;
    private readonly SemaphoreSlim _places;
    private readonly Pulse _room = new();

    public FeedPoller(
        FeedStore feeds, FeedFetcher fetcher, NewsPipeline pipeline, IOptions<PollingOptions> options, TimeProvider time, ILogger<FeedPoller> logger)
    {
        _feeds = feeds;
        _fetcher = fetcher;
        _pipeline = pipeline;
        _options = options.Value;
        _time = time;
        _logger = logger;
        _hosts = new HostGates(_options.PerHost);
        _places = new SemaphoreSlim(_options.Concurrency);
    }

    /// <summary>Polls every feed once, whatever its schedule.</summary>
    /// <param name="backfill">How old an item of a feed's first poll may be and still alert; the setting where null.</param>
    public async Task<PollRound> PollAllOnceAsync(TimeSpan? backfill, CancellationToken stoppingToken)
    {
        var all = await _feeds.AllAsync(stoppingToken);
        var failed = await Task.WhenAll(all.Select(feed => PollAsync(feed, backfill ?? _options.Backfill, stoppingToken)));
        return new PollRound(all.Count, failed.Count(one => one));
    }

    /// <summary>Polls that are under way when the bot stops are given up; what they have not recorded is polled again.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_underWay.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        _places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StartDueAsync(stoppingToken);
            }
            catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
            {
                LogNoSchedule(surprise);
            }

            await _room.WaitAsync(LookAgain, _time, stoppingToken);
        }
    }

    private async Task StartDueAsync(CancellationToken stoppingToken)
    {
        // Feeds under way are still due in the store. Asking for as many on top means that a host with a thousand
        // feeds, most of them waiting at its gate, does not hide the feeds of others. Who was under way when the
        // store was asked is left out even if it has ended since: the answer is older than its record.
        HashSet<FeedId> before = [.. _underWay.Keys];
        var due = await _feeds.DueAsync(_time.GetUtcNow(), before.Count + 4 * _options.Concurrency, stoppingToken);
        foreach (var feed in due.Where(feed => !before.Contains(feed.Id)))
        {
            var ended = new TaskCompletionSource();
            _underWay[feed.Id] = ended.Task;
            _ = RunAsync(feed, ended, stoppingToken);
        }
    }

    private async Task RunAsync(DueFeed feed, TaskCompletionSource ended, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            await PollAsync(feed, _options.Backfill, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogInterrupted(feed.Name);
        }
        catch (Exception surprise)
        {
            // The poll could not be recorded, so the feed is still due: it waits here, or it would be fetched in a circle.
            LogNotRecorded(surprise, feed.Name);
            await Task.Delay(_options.MinimumInterval, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _underWay.TryRemove(feed.Id, out _);
        ended.SetResult();
        if (_underWay.Count < _options.Concurrency)
            _room.Beat();
    }

    /// <summary>One feed's poll, from the wait for its turn to the record. True where it failed.</summary>
    private async Task<bool> PollAsync(DueFeed feed, TimeSpan backfill, CancellationToken stoppingToken)
    {
        using var place = await _hosts.EnterAsync(feed.Url, stoppingToken);
        await _places.WaitAsync(stoppingToken);
        try
        {
            var poll = await VisitAsync(feed, backfill, stoppingToken);
            return await RecordAsync(feed, poll, stoppingToken);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<Poll> VisitAsync(DueFeed feed, TimeSpan backfill, CancellationToken stoppingToken)
    {
        try
        {
            var outcome = await _fetcher.FetchAsync(new FetchRequest(feed.Url, feed.ETag, feed.LastModified, feed.ValidatorsFrom), stoppingToken);
            return outcome switch
            {
                FetchOutcome.Fetched fetched => await TakeAsync(feed, fetched, backfill, stoppingToken),
                FetchOutcome.NotModified => Poll.Good(feed, "Nothing new since the last poll.", outcome),
                FetchOutcome.TryLater later => Poll.Bad(feed, Sentence(later.Reason), outcome),
                FetchOutcome.Refused refused => Poll.Bad(feed, Sentence(refused.Reason), outcome),
                FetchOutcome.Gone => Poll.Bad(feed, "The site says that this feed is gone for good (HTTP 410).", outcome) with { Gone = true },
                _ => throw new InvalidOperationException($"Nobody knows the outcome {outcome.GetType().Name}."),
            };
        }
        catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
        {
            LogSurprise(surprise, feed.Name);
            return Poll.Bad(feed, $"Something unexpected went wrong ({surprise.GetType().Name}); the log has more.", null);
        }
    }

    private async Task<Poll> TakeAsync(DueFeed feed, FetchOutcome.Fetched fetched, TimeSpan backfill, CancellationToken stoppingToken)
    {
        var receivedAt = _time.GetUtcNow();
        switch (FeedParser.Parse(fetched.Body, fetched.ContentType, fetched.FinalUrl))
        {
            case FeedReading.Read(var parsed):
                Tell(feed, parsed.Warnings);
                var report = await _pipeline.ProcessAsync(feed, parsed, receivedAt, feed.Primed ? _options.OldAfter : backfill, stoppingToken);
                return Poll.Good(feed, $"Read: {report.Fresh} new of {parsed.Items.Length} items.", fetched) with
                {
                    ETag = fetched.ETag,
                    LastModified = fetched.LastModified,
                    ValidatorsFrom = CameDirectly(feed, fetched) ? null : fetched.FinalUrl,
                    Primed = true,
                };
            case FeedReading.NotAFeed(var reason):
                return Poll.Bad(feed, Sentence(reason), fetched);
            default:
                throw new InvalidOperationException("A reading is a feed or none.");
        }
    }

    private async Task<bool> RecordAsync(DueFeed feed, Poll poll, CancellationToken stoppingToken)
    {
        var now = _time.GetUtcNow();
        var signals = new PollSignals(poll.Failed ? feed.Failures + 1 : 0, poll.RetryAfter, poll.FreshFor, poll.Gone);
        var next = PollSchedule.Next(_options, signals, now, Random.Shared.NextDouble());
        await _feeds.RecordPollAsync(
            feed.Id, new PollRecord(now, next.At, poll.Status, poll.Failed, poll.ETag, poll.LastModified, poll.ValidatorsFrom, poll.Primed), stoppingToken);

        if (poll.Failed)
            LogFailed(feed.Name, FeedAddress.ForLog(feed.Url), poll.Status, next.Reason);
        else if (feed.Failures > 0)
            LogRecovered(feed.Name, feed.Failures);
        return poll.Failed;
    }

    /// <summary>Says what is odd about a feed once, not at each poll: most feeds stay as odd as they are.</summary>
    private void Tell(DueFeed feed, ImmutableArray<string> warnings)
    {
        var all = string.Join(' ', warnings);
        var told = _told.GetValueOrDefault(feed.Id, "");
        _told[feed.Id] = all;
        if (all.Length > 0 && all != told)
            LogOddity(feed.Name, FeedAddress.ForLog(feed.Url), all);
    }

    private static bool CameDirectly(DueFeed feed, FetchOutcome.Fetched fetched) =>
        fetched.FinalUrl == FeedAddress.WithoutCredentials(feed.Url);

    private static string Sentence(string reason) =>
        reason.EndsWith('.') ? reason : $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.";

    /// <summary>What a poll came to, before the schedule has seen it.</summary>
    private sealed record Poll(string Status, bool Failed, string? ETag, string? LastModified, Uri? ValidatorsFrom, bool Primed)
    {
        public TimeSpan? RetryAfter { get; init; }

        public TimeSpan? FreshFor { get; init; }

        public bool Gone { get; init; }

        public static Poll Good(DueFeed feed, string status, FetchOutcome outcome) =>
            new(status, Failed: false, feed.ETag, feed.LastModified, feed.ValidatorsFrom, feed.Primed) { RetryAfter = outcome.RetryAfter, FreshFor = outcome.FreshFor };

        // The validators of the last good answer stay: those of an error page would hide the feed behind a 304.
        public static Poll Bad(DueFeed feed, string status, FetchOutcome? outcome) =>
            new(status, Failed: true, feed.ETag, feed.LastModified, feed.ValidatorsFrom, feed.Primed) { RetryAfter = outcome?.RetryAfter };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Feed} ({Address}) could not be read. {Status} ({Schedule})")]
    private partial void LogFailed(string feed, string address, string status, string schedule);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Feed} ({Address}) was read, but is not as it should be. {Warnings}")]
    private partial void LogOddity(string feed, string address, string warnings);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Feed} can be read again after its failed polls ({Failures}).")]
    private partial void LogRecovered(string feed, int failures);

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
