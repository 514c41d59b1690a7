using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace Bot.Tests.Endurance;

/// <summary>
/// Fifty items a second from a hundred feeds, of which one in a hundred is of the watchlist: each of those is told once, and
/// how soon. Seconds of it every day; <c>SOAK_MINUTES=60</c> shows whether memory stays where it is.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Feeds = 100;
    private const int ItemsPerSecond = 50;
    private const int WatchedIsOneIn = 100;
    private const int ItemsOfFeed = 60;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Under_a_steady_stream_each_story_is_told_once_and_soon()
    {
        var minutes = Environment.GetEnvironmentVariable("SOAK_MINUTES") is { } set ? double.Parse(set, CultureInfo.InvariantCulture) : 0.2;
        var folder = Directory.CreateTempSubdirectory("news-bot-soak-");
        await using var site = await FakeFeedSite.StartAsync();
        await using var discord = await FakeDiscord.StartAsync();
        await using var slack = await FakeSlack.StartAsync();
        discord.AddServer(Newsroom.Server, Newsroom.DiscordChannel);
        discord.ChannelLimit = 5;
        discord.ChannelWindow = TimeSpan.FromSeconds(5);
        var wire = new Wire(site);

        var bot = BotProcess.Start(Settings(site, folder).Concat(discord.Settings).Concat(slack.Settings), folder);
        try
        {
            await Patience.UntilAsync(wire.IsEachPolled, "every feed is polled once");
            var stream = await StreamAsync(wire, bot, TimeSpan.FromMinutes(minutes));
            var watched = stream.Where(story => story.IsWatched).ToList();
            await Patience.UntilAsync(() => discord.Messages(Newsroom.DiscordChannel).Count >= watched.Count && slack.Messages(Newsroom.SlackChannel).Count >= watched.Count, "every story is told");

            var posts = discord.Messages(Newsroom.DiscordChannel).ToLookup(message => message.Embeds.First()["title"]!.GetValue<string>(), message => At(message.Id));
            Assert.Empty(watched.Where(story => posts[story.Title].Count() != 1).Select(story => $"“{story.Title}” stands {posts[story.Title].Count()} times"));
            Assert.Empty(watched.Where(story => slack.Messages(Newsroom.SlackChannel).Count(message => message.Text.Contains(story.Title, StringComparison.Ordinal)) != 1).Select(story => story.Title));

            var file = new FileInfo(Path.Combine(folder.FullName, "bot.db"));
            output.WriteLine($"{stream.Count} items in {minutes} min, {watched.Count} told in each of 2 channels; processor {bot.ProcessorTime.TotalSeconds:0} s; database {file.Length / 1e6:0} MB");
            Tell("From publication to the post in Discord", watched.Select(story => posts[story.Title].Single() - story.Published));
            Tell("From the first poll that brought it", watched.Select(story => posts[story.Title].Single() - wire.GivenAt(story)));
            Assert.Equal(0, await bot.ExitAsync(Patience.ForAnEvent));
        }
        catch (Exception)
        {
            output.WriteLine(bot.Told[^Math.Min(bot.Told.Length, 20_000)..]);
            throw;
        }
        finally
        {
            bot.Dispose();
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string?> Settings(FakeFeedSite site, DirectoryInfo folder)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Watchlists:0:Name"] = Newsroom.Watchlist,
            ["Watchlists:0:Query"] = "(IRGC OR airstrike) AND Iraq",
            ["Watchlists:0:Channels:0"] = $"discord:{Newsroom.DiscordChannel}",
            ["Watchlists:0:Channels:1"] = $"slack:{Newsroom.SlackChannel}",
            ["Polling:Interval"] = Interval.ToString("c", CultureInfo.InvariantCulture),
            ["Polling:MinimumInterval"] = Interval.ToString("c", CultureInfo.InvariantCulture),
            ["Polling:MaximumInterval"] = Interval.ToString("c", CultureInfo.InvariantCulture),
            ["Polling:AllowedNetworks:0"] = "127.0.0.0/8",
            ["Polling:PerHost"] = "8",
            ["Articles:Fetch"] = "false",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "bot.db")}",
        };
        for (var i = 0; i < Feeds; i++)
            settings[$"Feeds:{i}:Url"] = site.Url($"/feed/{i}").AbsoluteUri;
        return settings;
    }

    private async Task<IReadOnlyList<InventedStory>> StreamAsync(Wire wire, BotProcess bot, TimeSpan span)
    {
        var news = new InventedNews(11);
        List<InventedStory> stream = [];
        var clock = Stopwatch.StartNew();
        var nextSample = TimeSpan.Zero;
        while (clock.Elapsed < span)
        {
            while (stream.Count < clock.Elapsed.TotalSeconds * ItemsPerSecond)
            {
                var story = news.Next(DateTimeOffset.UtcNow, isWatched: stream.Count % WatchedIsOneIn == 0);
                stream.Add(story);
                wire.Publish(story);
            }

            if (clock.Elapsed >= nextSample)
            {
                output.WriteLine($"{clock.Elapsed.TotalMinutes:0.0} min: {stream.Count} items, {bot.WorkingSet / 1e6:0} MB");
                nextSample += span / 12;
            }

            await Task.Delay(20);
        }

        return stream;
    }

    private void Tell(string what, IEnumerable<TimeSpan> spans)
    {
        var sorted = spans.Select(span => span.TotalSeconds).Order().ToList();
        output.WriteLine($"{what}: median {sorted[sorted.Count / 2]:0.00} s, 99 of 100 within {sorted[Math.Min(sorted.Count - 1, sorted.Count * 99 / 100)]:0.00} s, at most {sorted[^1]:0.00} s");
    }

    /// <summary>A message's number says when it was stored.</summary>
    private static DateTimeOffset At(string id) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong.Parse(id, CultureInfo.InvariantCulture) >> 22) + 1_420_070_400_000);

    /// <summary>A hundred feeds, each of which holds its newest items.</summary>
    private sealed class Wire
    {
        private readonly ConcurrentQueue<InventedStory>[] _feeds = [.. Enumerable.Range(0, Feeds).Select(_ => new ConcurrentQueue<InventedStory>())];
        private readonly ConcurrentDictionary<int, DateTimeOffset> _given = new();
        private readonly int[] _polls = new int[Feeds];

        public Wire(FakeFeedSite site)
        {
            for (var i = 0; i < Feeds; i++)
            {
                var feed = i;
                site.On($"/feed/{feed}", context => AnswerAsync(context, feed));
            }
        }

        public bool IsEachPolled() => Array.TrueForAll(_polls, polls => polls > 0);

        public void Publish(InventedStory story)
        {
            var feed = _feeds[(story.Number + (story.Number / Feeds)) % Feeds]; // so that not one of them has all that are watched
            feed.Enqueue(story);
            if (feed.Count > ItemsOfFeed)
                feed.TryDequeue(out _);
        }

        /// <summary>When a poll first brought a story.</summary>
        public DateTimeOffset GivenAt(InventedStory story) => _given[story.Number];

        private async Task AnswerAsync(HttpContext context, int feed)
        {
            var stories = _feeds[feed].ToArray();
            foreach (var story in stories.Where(story => story.IsWatched))
                _given.TryAdd(story.Number, DateTimeOffset.UtcNow);
            _polls[feed]++;
            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync(Rss.Feed([.. stories.Reverse().Select(story => story.ItemOf($"feed{feed}"))]));
        }
    }
}
