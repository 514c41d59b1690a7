using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Dapper;
using News.Alerts;
using News.Matching;

namespace Bot.Tests.Polling;

/// <summary>
/// Thirty days of a site whose feeds do to their items what feeds do, each in its own way: no story is lost, and none is
/// told twice. The same on every run.
/// </summary>
public sealed partial class ThirtyDaysOfFeedsTests : IAsyncLifetime
{
    private const int Days = 30;
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromHours(4);

    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await PollerUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [InlineData(1)]
    public async Task Every_story_is_told_once(int seed)
    {
        var random = new Random(seed);
        var feeds = Feeds(_bot.Now).ToList();
        await _bot.Get<WatchlistStore>().AddAsync(
            ScopeKey.Operator, "iraq", "Iraq", Severity.Normal, ChannelAddress.Slack("C0NEWS"), atHome: true, "test", _bot.Now, default);
        foreach (var feed in feeds)
            await _bot.FollowAsync(feed.Path);

        for (var poll = 0; poll < Days * 6; poll++)
        {
            var now = _bot.Now;
            foreach (var feed in feeds)
            {
                if (feed.Document(now, random) is { } document)
                    _bot.Site.Serve(feed.Path, document);
                else
                    _bot.Site.Answer(feed.Path, 503);
            }

            await _bot.PollAsync();
            if (random.Next(40) == 0)
                _bot.Restart();
            _bot.Clock.Advance(BetweenPolls);
        }

        var told = Told().GroupBy(name => name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var wrong = feeds.SelectMany(feed => feed.Stories.Where(story => story.IsNews)
            .Select(story => (feed.Path, story.Name, Times: told.GetValueOrDefault(story.Name)))
            .Where(one => one.Times < 1 || one.Times > 1))
            .Select(one => $"{one.Path} {one.Name}: told {one.Times} times")
            .Concat(feeds.SelectMany(feed => feed.Stories.Where(story => !story.IsNews && !feed.MayRepeat && told.ContainsKey(story.Name)).Select(story => $"{feed.Path} {story.Name}: told, though it was no news")))
            .ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {feeds.Sum(feed => feed.Stories.Count)}:\n{string.Join('\n', wrong.GroupBy(one => one.Split(' ')[0], StringComparer.Ordinal).Select(group => $"{group.Count()} like {group.First()}"))}");
        Assert.All(feeds, feed => Assert.InRange(feed.Stories.Count(story => story.IsNews), 20, 200));
    }

    private static IEnumerable<SimulatedFeed> Feeds(DateTimeOffset start)
    {
        var launch = start.AddDays(12);
        SimulatedFeed Feed(string name, Action<Listing>? change = null) => new(name, start) { Change = change ?? (_ => { }) };

        yield return Feed("calm");
        yield return Feed("edited one part at a time") with { Edits = true };
        yield return Feed("shrinking and growing") with { Shrinks = true };
        yield return Feed("reordered") with { Shuffles = true };
        yield return Feed("with doubles") with { Doubles = true };
        yield return Feed("out for a week") with { Out = (start.AddDays(10), start.AddDays(17)) };
        yield return Feed("all at once") with { Edits = true, Shrinks = true, Shuffles = true, Doubles = true, Out = (start.AddDays(10), start.AddDays(17)) };
        yield return Feed("links for phones and counters", one => one.Link = Variant(one.Link!, one.Random));
        yield return Feed("http to https", one => (one.Link, one.Guid) = one.Now < launch ? (Plain(one.Link!), Plain(one.Link!)) : (one.Link, one.Link));
        yield return Feed("another guid at each poll", one => one.Guid = $"{one.Guid}-{one.Random.Next()}");
        yield return Feed("another guid and date at each poll", one => (one.Guid, one.Date) = ($"{one.Guid}-{one.Random.Next()}", one.Now));
        yield return Feed("edited, with another guid at each poll", one => one.Guid = $"{one.Guid}-{one.Random.Next()}") with { Edits = true };
        yield return Feed("a session in each link", one => one.Link += $"?sid={one.Random.Next()}");
        yield return Feed("a session in each link, undated", one => (one.Link, one.Date) = ($"{one.Link}?sid={one.Random.Next()}", null));
        yield return Feed("a session in each link, no guid", one => (one.Link, one.Guid) = ($"{one.Link}?sid={one.Random.Next()}", null));
        yield return Feed("a session in each link, no guid, undated", one => (one.Link, one.Guid, one.Date) = ($"{one.Link}?sid={one.Random.Next()}", null, null)) with { MayRepeat = true };
        yield return Feed("a session in link and guid", one => (one.Link, one.Guid) = ($"{one.Link}?sid={one.Random.Next()}", $"{one.Link}?sid={one.Random.Next()}"));
        yield return Feed("titles in other letters", one => one.Title = one.Random.Next(2) == 0 ? one.Title!.ToUpperInvariant() + "  " : " " + one.Title);
        yield return Feed("dated anew at each poll", one => one.Date = one.Now);
        yield return Feed("dated by the day", one => one.Date = new DateTimeOffset(one.Date!.Value.Date, TimeSpan.Zero));
        yield return Feed("undated", one => one.Date = null) with { Shrinks = true, Out = (start.AddDays(10), start.AddDays(17)) };
        yield return Feed("without guids", one => one.Guid = null) with { Edits = true };
        yield return Feed("without links", one => one.Link = null) with { Edits = true };
        yield return Feed("without titles", one => one.Title = null) with { Edits = true };
        yield return Feed("without guids and links", one => (one.Guid, one.Link) = (null, null));
        yield return Feed("without guids, links and dates", one => (one.Guid, one.Link, one.Date) = (null, null, null));
        yield return Feed("without guids, links and titles", one => (one.Guid, one.Link, one.Title) = (null, null, null));
        yield return Feed("the front page as guid and link", one => (one.Guid, one.Link) = ("https://front.example/", "https://front.example"));
        yield return Feed("one guid for all", one => one.Guid = "feed-1");
        yield return Feed("one link for all", one => one.Link = "https://page.example/all");
        yield return Feed("alarms", one => one.Title = "Air raid alert in Kyiv");
        yield return Feed("alarms on a page, without a name", one => (one.Guid, one.Link, one.Title) = (null, null, "Alarm"));
        yield return Feed("alarms, undated", one => (one.Title, one.Date) = ("Air raid alert in Kyiv", null));
        yield return Feed("alarms in force", one => one.Title = $"Air raid alert in Dnipro, district {one.Number % 7}") with { Window = 7 };
        yield return Feed("moved to another domain", one =>
        {
            if (one.Now >= launch)
                (one.Guid, one.Link) = ($"https://new.example/?p={one.Number}", $"https://new.example/{one.Name}");
        });
        yield return Feed("imported elsewhere", one =>
        {
            if (one.Now < launch)
                return;
            (one.Guid, one.Link) = ($"https://new.example/?p={one.Number}", $"https://new.example/{one.Name}");
            if (one.Date < launch)
                one.Date = launch.AddSeconds(one.Number);
        });
        yield return Feed("imported elsewhere, undated", one =>
        {
            one.Date = null;
            if (one.Now >= launch)
                (one.Guid, one.Link) = ($"https://new.example/?p={one.Number}", $"https://new.example/{one.Name}");
        });
    }

    private static string Plain(string link) => link.Replace("https://", "http://", StringComparison.Ordinal);

    private static string Variant(string link, Random random) => random.Next(7) switch
    {
        0 => Plain(link),
        1 => link.Replace("https://", "https://www.", StringComparison.Ordinal),
        2 => link.Replace("https://", "https://m.", StringComparison.Ordinal),
        3 => link + "/amp/",
        4 => link + $"?utm_source=rss&utm_campaign={random.Next()}",
        5 => link + "/#xtor=RSS-1",
        _ => link,
    };

    /// <summary>The names of the stories that were told, as they stand somewhere in the message.</summary>
    private IEnumerable<string> Told()
    {
        using var connection = _bot.Get<Database>().Open();
        return [.. connection.Query<string>("SELECT message FROM outbox WHERE kind = 'alert' ORDER BY id").Select(message => StoryName().Match(message).Value.ToLowerInvariant())];
    }

    [GeneratedRegex("f[0-9]+s[0-9]+e", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StoryName();

    /// <summary>A story of a feed, and the parts by which it goes at present.</summary>
    private sealed class SimulatedStory(string name, int number, DateTimeOffset published)
    {
        public string Name => name;

        public int Number => number;

        public DateTimeOffset Published => published;

        public string Guid { get; set; } = $"urn:wire:{name}";

        public string Link { get; set; } = $"https://wire.example/{name}";

        public string Title { get; set; } = $"Airstrike {name} hits a depot in Iraq";

        /// <summary>It stood in a document that was read, after the feed's first, and while it was young.</summary>
        public bool IsNews { get; set; }

        public bool WasSeen { get; set; }
    }

    /// <summary>A story as one document lists it.</summary>
    private sealed class Listing(SimulatedStory story, DateTimeOffset now, Random random)
    {
        public DateTimeOffset Now => now;

        public Random Random => random;

        public string Name => story.Name;

        public int Number => story.Number;

        public string? Guid { get; set; } = story.Guid;

        public string? Link { get; set; } = story.Link;

        public string? Title { get; set; } = story.Title;

        public DateTimeOffset? Date { get; set; } = story.Published;

        public override string ToString()
        {
            var item = Rss.Item(
                Guid ?? "", Title ?? "", $"<p>In Iraq the road at {story.Name} was closed in the morning, and it was open again before noon.</p><p>Nobody was hurt at the place, the ministry said, and the work went on.</p>", Link, Date ?? now);
            foreach (var element in new[] { Guid is null ? "guid" : null, Link is null ? "link" : null, Title is null ? "title" : null, Date is null ? "pubDate" : null }.OfType<string>())
            {
                var end = $"</{element}>";
                var start = item.IndexOf("<" + element, StringComparison.Ordinal);
                item = item.Remove(start, item.IndexOf(end, StringComparison.Ordinal) + end.Length - start);
            }

            return item;
        }
    }

    private sealed record SimulatedFeed(string What, DateTimeOffset Start)
    {
        private static int s_feeds;
        private readonly int _number = Interlocked.Increment(ref s_feeds);
        private bool _isOpen;

        public string Path => "/" + What.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal);

        public Action<Listing> Change { get; init; } = _ => { };

        public bool Edits { get; init; }

        public bool Shrinks { get; init; }

        public bool Shuffles { get; init; }

        public bool Doubles { get; init; }

        public (DateTimeOffset From, DateTimeOffset To) Out { get; init; }

        public int Window { get; init; } = 20;

        /// <summary>Nothing but a title names its items: in doubt one of its first document is told once.</summary>
        public bool MayRepeat { get; init; }

        public List<SimulatedStory> Stories { get; } = [];

        /// <summary>Publishes what it has to since it was last asked; null while it is out.</summary>
        public string? Document(DateTimeOffset now, Random random)
        {
            Publish(now);
            if (now >= Out.From && now < Out.To)
                return null;

            var listed = Stories.AsEnumerable().Reverse().Take(Shrinks ? random.Next(Window + 1) : Window).ToList();
            if (Shuffles)
                random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(listed));
            foreach (var story in listed)
            {
                if (Edits && story.WasSeen)
                    Edit(story, random);
                story.IsNews |= _isOpen && !story.WasSeen && (now - story.Published < TimeSpan.FromDays(3) || new Probe(this, story, now).IsUndated);
                story.WasSeen = true;
            }

            _isOpen = true;
            var items = listed.ConvertAll(story => Item(story, now, random));
            if (Doubles && listed.Count > 0)
                items.Add(Item(listed[random.Next(listed.Count)], now, random));
            return Rss.Feed([.. items]);
        }

        private string Item(SimulatedStory story, DateTimeOffset now, Random random)
        {
            var listing = new Listing(story, now, random);
            Change(listing);
            return listing.ToString();
        }

        /// <summary>A story every nine hours, beginning two days before the feed is first read.</summary>
        private void Publish(DateTimeOffset now)
        {
            var next = Start.AddDays(-2).AddHours(9 * Stories.Count);
            for (; next <= now; next = next.AddHours(9))
                Stories.Add(new SimulatedStory($"f{_number.ToString(CultureInfo.InvariantCulture)}s{Stories.Count}e", Stories.Count, next));
        }

        private static void Edit(SimulatedStory story, Random random)
        {
            switch (random.Next(12))
            {
                case 0:
                    story.Guid = $"urn:wire:{story.Name}:{random.Next()}";
                    break;
                case 1:
                    story.Link = $"https://wire.example/{random.Next()}/{story.Name}";
                    break;
                case 2:
                    story.Title = $"Iraq, {story.Name}: what is known after {random.Next()} reports";
                    break;
            }
        }

        /// <summary>Whether a story is listed without a date, or with that of the poll: then it is as old as its receipt.</summary>
        private sealed class Probe(SimulatedFeed feed, SimulatedStory story, DateTimeOffset now)
        {
            public bool IsUndated
            {
                get
                {
                    var listing = new Listing(story, now, new Random(0));
                    feed.Change(listing);
                    return listing.Date is null || now - listing.Date < TimeSpan.FromDays(3);
                }
            }
        }
    }
}
