using System.Collections.Concurrent;
using System.Globalization;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace Bot.Tests.Endurance;

/// <summary>
/// The promise: killed at any instruction and started again, the bot has each story stand exactly once in each channel.
/// The platforms meanwhile lose answers, fail and limit, and the feeds' sites fail.
/// </summary>
/// <remarks>
/// <c>CRASH_KILLS</c> and <c>CRASH_STORIES</c> make it longer than the few kills of every day: 30 and 200 take some ten minutes.
/// </remarks>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const string SecondChannel = "100000000000000003";
    private static readonly string[] Publishers = ["wire", "courier", "gazette", "herald"];

    private static int Setting(string name, int unlessSet) =>
        Environment.GetEnvironmentVariable(name) is { } set ? int.Parse(set, CultureInfo.InvariantCulture) : unlessSet;

    [Fact]
    public async Task Killed_at_random_the_bot_tells_each_story_exactly_once_in_each_channel()
    {
        var (kills, stories) = (Setting("CRASH_KILLS", 5), Setting("CRASH_STORIES", 24));
        var chance = new Random(Setting("CRASH_SEED", 20261130));
        await using var world = await World.OpenAsync(chance);
        var news = new InventedNews(7);
        List<InventedStory> told = [];

        var started = DateTime.UtcNow;
        var bot = world.Start();
        try
        {
            await world.UntilPolledAsync();
            for (var kill = 1; kill <= kills; kill++)
            {
                while (told.Count < stories * kill / kills)
                {
                    var story = news.Next(DateTimeOffset.UtcNow, isWatched: true);
                    told.Add(story);
                    world.Publish(story);
                    await Task.Delay(chance.Next(0, 200));
                }

                // Somewhere between its first instruction and an idle bot.
                await Task.Delay(chance.Next(0, 2500));
                bot.Dispose();
                bot = world.Start();
                if (chance.Next(4) > 0)
                    await world.UntilPolledAsync();
            }

            world.CalmDown();
            await world.UntilToldAsync(told);
            Assert.Equal(0, await bot.ExitAsync(Patience.ForAnEvent));
        }
        catch (Exception)
        {
            output.WriteLine(bot.Told);
            throw;
        }
        finally
        {
            bot.Dispose();
        }

        world.AssertOnce(told);
        output.WriteLine(
            $"{stories} stories, {kills} kills, {world.Troubles} troubles: each once in each of {world.Channels.Count} channels, "
            + $"{world.Told(told, times: 2).Count()} of them edited to name a second publisher, in {(DateTime.UtcNow - started).TotalMinutes:0.0} minutes.");
    }

    /// <summary>Feeds, platforms and a database, and a bot that comes and goes.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("news-bot-crash-");
        private readonly ConcurrentDictionary<string, string> _items = new();
        private readonly ConcurrentDictionary<InventedStory, string[]> _publishers = new();
        private readonly CancellationTokenSource _calm = new();
        private readonly Random _chance;
        private readonly Lock _lock = new();
        private int _troubles;

        private World(FakeFeedSite site, FakeDiscord discord, FakeSlack slack, Random chance)
        {
            (Site, Discord, Slack, _chance) = (site, discord, slack, chance);
            foreach (var wear in (FakeWear[])[discord.Wear, slack.Wear])
                (wear.BotIsKilled, wear.LoseEvery, wear.FailEvery, wear.LimitEvery) = (true, 11, 17, 23);
            discord.AddServer(Newsroom.Server, Newsroom.DiscordChannel, SecondChannel);
            foreach (var publisher in Publishers)
            {
                _items[publisher] = "";
                site.On($"/{publisher}", context => AnswerAsync(context, publisher));
            }
        }

        public int Troubles => Volatile.Read(ref _troubles);

        public IReadOnlyList<string> Channels => [$"discord:{Newsroom.DiscordChannel}", $"discord:{SecondChannel}", $"slack:{Newsroom.SlackChannel}"];

        private FakeFeedSite Site { get; }

        private FakeDiscord Discord { get; }

        private FakeSlack Slack { get; }

        public static async Task<World> OpenAsync(Random chance) =>
            new(await FakeFeedSite.StartAsync(), await FakeDiscord.StartAsync(), await FakeSlack.StartAsync(), chance);

        public BotProcess Start()
        {
            var settings = new Dictionary<string, string?>
            {
                ["Watchlists:0:Name"] = Newsroom.Watchlist,
                ["Watchlists:0:Query"] = "(IRGC OR airstrike) AND Iraq",
                ["Polling:Interval"] = "00:00:00.3",
                ["Polling:MinimumInterval"] = "00:00:00.3",
                ["Polling:MaximumInterval"] = "00:00:01",
                ["Polling:AllowedNetworks:0"] = "127.0.0.0/8",
                ["Articles:Fetch"] = "false",
                ["Alerts:EditEvery"] = "00:00:01",
                ["Storage:ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "bot.db")}",
            };
            for (var i = 0; i < Publishers.Length; i++)
            {
                settings[$"Feeds:{i}:Url"] = Site.Url($"/{Publishers[i]}").AbsoluteUri;
                settings[$"Feeds:{i}:Name"] = Publishers[i];
            }

            for (var i = 0; i < Channels.Count; i++)
                settings[$"Watchlists:0:Channels:{i}"] = Channels[i];
            return BotProcess.Start(settings.Concat(Discord.Settings).Concat(Slack.Settings), _folder);
        }

        /// <summary>By one publisher, and now and then by a second one under the same headline; every second story runs into trouble.</summary>
        public void Publish(InventedStory story)
        {
            if (Next(2) == 0)
                Trouble();
            string[] publishers = [.. Publishers.OrderBy(_ => Next(1000)).Take(Next(4) == 0 ? 2 : 1)];
            _publishers[story] = publishers;
            foreach (var publisher in publishers)
            {
                var item = (story with { Html = Rss.OwnText(story.Title + publisher) }).ItemOf(publisher); // one text would be one voice
                _items.AddOrUpdate(publisher, item, (_, items) => item + items);
            }
        }

        public async Task UntilPolledAsync()
        {
            foreach (var publisher in Publishers)
            {
                var goal = Site.CountOf($"/{publisher}") + 2;
                await UntilAsync(() => Site.CountOf($"/{publisher}") >= goal, $"{publisher} is polled");
            }
        }

        public void CalmDown()
        {
            _calm.Cancel();
            foreach (var wear in (FakeWear[])[Discord.Wear, Slack.Wear])
                (wear.LoseEvery, wear.FailEvery, wear.LimitEvery) = (0, 0, 0);
        }

        /// <summary>Each story stands in each channel, and what two publishers tell names the second one.</summary>
        public async Task UntilToldAsync(IReadOnlyList<InventedStory> stories)
        {
            var patience = TimeSpan.FromMinutes(4);
            await UntilAsync(() => !Untold().Any(), "each story is told", patience, () => string.Join('\n', Untold()));
            await UntilAsync(() => !Unedited().Any(), "each second publisher is named", patience, () => string.Join('\n', Unedited()));

            IEnumerable<string> Untold() =>
                from channel in Channels
                from story in stories
                where !Messages(channel, story).Any()
                select $"“{story.Title}” in {channel}";

            IEnumerable<string> Unedited() =>
                from channel in Channels
                from story in Told(stories, times: 2)
                from message in Messages(channel, story)
                where !NamesSecond(message)
                select $"{string.Join(" and ", _publishers[story])} in {channel}: {message}";

            static bool NamesSecond(string message) => message.Contains("also reported by", StringComparison.Ordinal);
        }

        /// <summary>Of the stories those that so many publishers told.</summary>
        public IEnumerable<InventedStory> Told(IEnumerable<InventedStory> stories, int times) => stories.Where(story => _publishers[story].Length == times);

        public void AssertOnce(IReadOnlyList<InventedStory> stories)
        {
            var wrong = from channel in Channels
                        from story in stories
                        let count = Messages(channel, story).Count()
                        where count != 1
                        select $"“{story.Title}” stands {count} times in {channel}";
            Assert.Empty(wrong);
        }

        public async ValueTask DisposeAsync()
        {
            await using (Site)
            await using (Slack)
            await using (Discord)
                await _calm.CancelAsync();
            _calm.Dispose();
            _folder.Delete(recursive: true);
        }

        private IEnumerable<string> Messages(string channel, InventedStory story)
        {
            var texts = channel.Split(':') switch
            {
                ["discord", var id] => Discord.Messages(id).Select(message => message.Text),
                [_, var id] => Slack.Messages(id).Select(message => message.Visible),
                _ => [],
            };
            return texts.Where(text => text.Contains(story.Title, StringComparison.Ordinal));
        }

        private async Task AnswerAsync(HttpContext context, string publisher)
        {
            if (!_calm.IsCancellationRequested && Next(12) == 0)
            {
                Interlocked.Increment(ref _troubles);
                if (Next(2) == 0)
                    context.Abort();
                else
                    context.Response.StatusCode = StatusCodes.Status502BadGateway;
                return;
            }

            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync(Rss.Feed(_items[publisher]));
        }

        /// <summary>
        /// Something is to go wrong on one of the platforms, one thing after the other: many that wait for requests to meet them
        /// would be an outage, which is another test's.
        /// </summary>
        private void Trouble()
        {
            if (Discord.HasFaultAhead || Slack.HasTroubleAhead)
                return;
            Interlocked.Increment(ref _troubles);
            switch (Next(11))
            {
                case 0:
                    Discord.LimitNextPost(0.4);
                    break;
                case 1:
                    Slack.Next("chat.postMessage", new FakeSlackTrouble.Limit(1));
                    break;
                case 2:
                    Slack.Next("conversations.history", new FakeSlackTrouble.Fail(503));
                    break;
                case 3:
                    Slack.Next("chat.postMessage", new FakeSlackTrouble.Fail(500));
                    break;
                case 4:
                    Slack.Next("chat.postMessage", new FakeSlackTrouble.DoThenFail(500));
                    break;
                case 5:
                    Slack.Next("chat.postMessage", new FakeSlackTrouble.DoThenDrop());
                    break;
                case var fault:
                    Discord.FailNextPost((PostFault)(fault % 3));
                    break;
            }
        }

        private async Task UntilAsync(Func<bool> holds, string what, TimeSpan? atMost = null, Func<string>? instead = null)
        {
            var end = DateTime.UtcNow + (atMost ?? Patience.ForAnEvent);
            while (!holds())
            {
                if (DateTime.UtcNow > end)
                    throw new TimeoutException($"It never came to this: {what}. {instead?.Invoke()}");
                await Task.Delay(50);
            }
        }

        private int Next(int below)
        {
            lock (_lock)
                return _chance.Next(below);
        }
    }
}
