using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Polling;

/// <summary>
/// Tells the channels what happened to their feeds, once each: what the polls wrote down, and that a feed has failed for a
/// day. The first event is told at once; those that come soon after it are gathered and told together.
/// </summary>
internal sealed partial class FeedWatch(FeedEvents events, IOptions<PollingOptions> options, TimeProvider time, ILogger<FeedWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    // Feeds that fall silent together do so within an interval: who has failed for nearly a day goes with who has for a day.
    private static readonly TimeSpan Nearly = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestGathering = TimeSpan.FromMinutes(10);

    private readonly Dictionary<FeedEventKind, DateTimeOffset> _lastTold = [];

    /// <summary>Tells what there is to tell by now.</summary>
    public async Task TellAsync(CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        foreach (var kind in (await events.PendingAsync(now - PollBook.FailingLong, stoppingToken)).Distinct())
        {
            if (time.Steady() - _lastTold.GetValueOrDefault(kind) < Gathering)
                continue;
            var told = kind == FeedEventKind.Failing
                ? await TellFailingAsync(now, stoppingToken)
                : await events.TellAsync(kind, null, now, all => FeedBulletins.Of(kind, all, now), stoppingToken);
            _lastTold[kind] = time.Steady();
            LogTold(kind, told);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookAgain, time);
        do
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
            {
                LogSurprise(surprise);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Where feeds are polled every second, as in a trial, their events follow each other as fast.
    private TimeSpan Gathering => 2 * options.Value.Interval < LongestGathering ? 2 * options.Value.Interval : LongestGathering;

    private async Task<int> TellFailingAsync(DateTimeOffset now, CancellationToken stoppingToken)
    {
        // Where nothing at all can be read, those that failed last go with those that failed first.
        return OwnTrouble.IsSeenIn(await events.CountAsync(stoppingToken))
            ? await events.TellAsync(FeedEventKind.Failing, null, now, all => FeedBulletins.OfOwnTrouble(all, now), stoppingToken)
            : await events.TellAsync(
                FeedEventKind.Failing, now - PollBook.FailingLong + Nearly, now, all => FeedBulletins.Of(FeedEventKind.Failing, all, now), stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feeds have news of their own ({Kind}); channels that are told: {Notices}.")]
    private partial void LogTold(FeedEventKind kind, int notices);

    [LoggerMessage(Level = LogLevel.Error, Message = "What happened to the feeds could not be told; it is tried again in some seconds.")]
    private partial void LogSurprise(Exception surprise);
}

/// <summary>Tells the feeds' trouble from the bot's own: its network, its name server, its firewall.</summary>
internal static class OwnTrouble
{
    private const int FewFeeds = 3;

    /// <summary>Nearly all feeds fail, on several sites, and none of those sites has said anything.</summary>
    public static bool IsSeenIn(FeedCensus census)
    {
        var unheard = census.Failing.Where(feed => Enum.TryParse<FetchCause>(feed.Cause, out var cause) && IsOnTheWay(cause)).ToList();
        return unheard.Count >= FewFeeds
            && unheard.Count * 10 >= census.Feeds * 9
            && unheard.Select(feed => feed.Host).Distinct().Count() >= FewFeeds;
    }

    private static bool IsOnTheWay(FetchCause cause) => cause
        is FetchCause.NoSuchHost or FetchCause.NoAnswerFromDns or FetchCause.Unreachable or FetchCause.ConnectionRefused
        or FetchCause.ConnectionLost or FetchCause.ConnectTimeout or FetchCause.AnswerTimeout or FetchCause.TlsFailed
        or FetchCause.CertificateUntrusted or FetchCause.CertificateNotYetValid;
}
