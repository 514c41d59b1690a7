using Dapper;
using Microsoft.Extensions.Options;
using News.Alerts;

namespace Bot.Storage;

/// <summary>
/// Looks after the database while the bot runs: says once what is wrong with it and when that is over, takes out what is
/// old, keeps the log short, and notices when the clock was set back.
/// </summary>
internal sealed partial class Housekeeping(
    Database database, Retention retention, ClockSteps clock, OutboxStore outbox, OperatorChannels channels,
    IOptions<RetentionOptions> options, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);

    /// <summary>Between two steps, so that nobody waits who has something to write.</summary>
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(100);

    /// <summary>What was over sooner is for the log alone.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMinutes(1);

    private (StorageTrouble Trouble, DateTimeOffset Since)? _told;
    private bool _doubtIsTold;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!database.Spare.TryTake(withMuchLeft: false))
            database.Health.NoteNoRoom("There is no room for its spare file.");
        var pruning = PruneNowAndThenAsync(stoppingToken);
        var (now, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (then, before) = (now, stamp);
                (now, stamp) = (time.GetUtcNow(), time.GetTimestamp());
                if (then + time.GetElapsedTime(before, stamp) - now is var back && back >= ClockSteps.Least)
                    await SetBackAsync(back, now, stoppingToken);
                await LookAsync(now, stoppingToken);
                if (await clock.BringInAsync(now, stoppingToken) is > 0 and var ahead)
                    LogBroughtIn(ahead);
                await database.ShortenLogAsync(stoppingToken);
            }
            catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
            {
                if (!database.Health.Note(surprise))
                    LogSurprise(surprise);
            }

            await database.Health.Changed.WaitAsync(LookAgain, time, stoppingToken);
        }

        await pruning;
    }

    private async Task LookAsync(DateTimeOffset now, CancellationToken stoppingToken)
    {
        var trouble = database.Health.Trouble;
        if (trouble != StorageTrouble.None && _told?.Trouble != trouble)
        {
            _told = (trouble, _told?.Since ?? now);
            Say(trouble);
            return;
        }

        if (_told is not { } told || !await database.TryRecoverAsync(trouble, stoppingToken))
            return;
        _told = null;
        LogWell(Spans.InWords(now - told.Since));
        if (now - told.Since >= WorthTelling)
            await TellAsync(told.Trouble, told.Since, now, stoppingToken);
    }

    private void Say(StorageTrouble trouble)
    {
        var (file, words) = (database.File.Path, database.Health.Words ?? "");
        switch (trouble)
        {
            case StorageTrouble.NoRoom:
                LogNoRoom(file, words);
                break;
            case StorageTrouble.Locked:
                LogLocked(file, words);
                break;
            case StorageTrouble.Unreachable:
                LogUnreachable(file, words);
                break;
            case StorageTrouble.Damaged:
                LogDamaged(file, words);
                lifetime.StopApplication();
                break;
        }
    }

    /// <summary>What was not polled meanwhile may have come and gone: those who rely on the bot are to know.</summary>
    private async Task TellAsync(StorageTrouble trouble, DateTimeOffset since, DateTimeOffset now, CancellationToken stoppingToken)
    {
        var notice = new Notice
        {
            Kind = NoticeKind.Recovery,
            Title = "The bot's database can be written again",
            Sentences =
            [
                trouble == StorageTrouble.NoRoom ? "Its disk was full." : "Its disk or another program kept the bot from it.",
                $"From {since:HH:mm} to {now:HH:mm} UTC no feed was polled. Nothing that was stored is lost; what the feeds published meanwhile and still carry is being looked through.",
            ],
        };
        await database.WriteAsync(connection =>
        {
            foreach (var channel in channels.All)
                OutboxStore.InsertNotice(connection, channel, $"database:{since.ToStored()}", notice, now);
        }, stoppingToken);
        outbox.Work.Beat();
    }

    private async Task SetBackAsync(TimeSpan back, DateTimeOffset now, CancellationToken stoppingToken)
    {
        LogSetBack(Spans.InWords(back));
        await clock.WentBackAsync(back, now, stoppingToken);
        outbox.Work.Beat();
    }

    private async Task PruneNowAndThenAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (database.Health.Trouble == StorageTrouble.None)
                    await PruneAsync(stoppingToken);
            }
            catch (Exception surprise) when (!stoppingToken.IsCancellationRequested)
            {
                if (!database.Health.Note(surprise))
                    LogSurprise(surprise);
            }

            await Task.Delay(BetweenPrunings, time, stoppingToken);
        }
    }

    private async Task PruneAsync(CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        var before = now - options.Value.Keep;
        var isSure = await retention.KnowsTheTimeAsync(now, stoppingToken);
        if (!isSure)
        {
            if (!_doubtIsTold && await retention.HoldsOlderAsync(before, stoppingToken))
            {
                _doubtIsTold = true;
                LogDoubt(now);
            }

            return;
        }

        _doubtIsTold = false;
        var pruning = Pruning.Begun;
        while (!(pruning = await retention.StepAsync(pruning, before, stoppingToken)).IsDone)
            await Task.Delay(BetweenSteps, time, stoppingToken);
        if (pruning.Articles > 0)
            LogPruned(pruning.Articles, pruning.Stories, options.Value.Keep.Days);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The disk of the database {File} is full ({Words}). No feed is polled until there is room; what is stored still goes out. Make room: the bot notices.")]
    private partial void LogNoRoom(string file, string words);

    [LoggerMessage(Level = LogLevel.Error, Message = "Another program holds the database {File} ({Words}). No feed is polled and nothing is posted until it lets go: close it.")]
    private partial void LogLocked(string file, string words);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database {File} can't be read or written ({Words}). No feed is polled and nothing is posted until that works again: look at its disk.")]
    private partial void LogUnreachable(string file, string words);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database {File} is damaged ({Words}), so the bot stops. Run “bot restore FILE” with a backup; what can be read of the damaged file, “sqlite3 FILE .recover” shows.")]
    private partial void LogDamaged(string file, string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database can be written again; polling goes on, after {Span}.")]
    private partial void LogWell(string span);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was set back by {Span}. What waited for its time is moved along.")]
    private partial void LogSetBack(string span);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was set back, or had been wrong: {Ahead} feeds and messages waited for what no rule gives, and are moved along.")]
    private partial void LogBroughtIn(int ahead);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It is {Now:u} by the clock, but of the last two weeks the bot has not seen half. Nothing old is removed until it has been at work for a week.")]
    private partial void LogDoubt(DateTimeOffset now);

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Articles} articles of {Stories} stories that are older than {Days} days (Retention:Keep).")]
    private partial void LogPruned(int articles, int stories, int days);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database could not be looked after; it is tried again.")]
    private partial void LogSurprise(Exception surprise);
}
