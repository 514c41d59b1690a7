using News.Articles;
using News.Feeds;

namespace News.Tests.Articles;

public sealed class ItemRecognitionTests
{
    private static readonly DateTimeOffset Monday = new(2025, 1, 13, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tuesday = Monday.AddDays(1);

    private static readonly FeedItem Depot = Item("tag:wire.example,2025:17", "https://wire.example/depot", "Strike hits depot in Kirkuk", Monday);

    private readonly Shelf _shelf = new();

    /// <summary>An item as it was, as it is at a later poll, and whether it is the same.</summary>
    public static TheoryData<string, FeedItem, FeedItem, bool> Changes => new()
    {
        { "nothing", Depot, Depot, true },
        { "the guid", Depot, Depot with { Id = "urn:uuid:4be0643f-1d98-573b-97cd-ca98a65347dd" }, true },
        { "the guid and the date", Depot, Depot with { Id = "wire-2025-17", Published = Tuesday }, true },
        { "the link", Depot, Depot with { Link = "https://wire.example/2025/01/depot-in-kirkuk" }, true },
        { "the title", Depot, Depot with { Title = "Blast at a warehouse near the city" }, true },
        { "the body", Depot, Depot with { Content = ItemText.FromHtml("<p>Other words.</p>") }, true },
        { "guid and link, as when a site moves", Depot, Depot with { Id = "https://new.example/17", Link = "https://new.example/17" }, true },
        { "guid, link and date", Depot, Depot with { Id = "9", Link = "https://new.example/17", Published = Tuesday }, false },
        { "guid and title", Depot, Depot with { Id = "9", Title = "Bridge opens again in Basra" }, false },
        { "link and title", Depot, Depot with { Link = "https://wire.example/bridge", Title = "Bridge opens again in Basra" }, false },
        { "everything", Depot, Item("9", "https://wire.example/bridge", "Bridge opens again in Basra", Monday), false },

        // Ways of writing one and the same.
        { "http to https, in guid and title", Item("http://wire.example/?p=17", null, "One", null), Item("https://wire.example/?p=17", null, "Another", null), true },
        { "tracking in the link and another title", Item(null, "https://wire.example/a", "One", null), Item(null, "https://www.wire.example/a?utm_source=rss", "Another", null), true },
        { "the title's letters, and the guid", Depot, Depot with { Id = "9", Title = "STRIKE hits depot — in “Kirkuk”" }, true },

        // A part is missing.
        { "no guid before", Depot with { Id = null }, Depot, true },
        { "no guid after", Depot, Depot with { Id = null }, true },
        { "no link, another title", Depot with { Link = null }, Depot with { Link = null, Title = "Blast at a warehouse" }, true },
        { "no link, another guid", Depot with { Link = null, Published = null }, Depot with { Link = null, Published = null, Id = "9" }, false },
        { "no guid, another title", Depot with { Id = null }, Depot with { Id = null, Title = "Blast at a warehouse" }, true },
        { "no guid, another link and date", Depot with { Id = null }, Depot with { Id = null, Link = "https://wire.example/2", Published = Tuesday }, false },
        { "no title, another link, no date", Item("9", "https://wire.example/1", null, null), Item("9", "https://wire.example/2", null, null), true },
        { "no title, another link, the same date", Item("9", "https://wire.example/1", null, Monday), Item("9", "https://wire.example/2", null, Monday), true },
        { "no title, another link and date", Item("9", "https://wire.example/1", null, Monday), Item("9", "https://wire.example/2", null, Tuesday), false },
        { "no title, another guid", Item("8", "https://wire.example/1", null, null), Item("9", "https://wire.example/1", null, null), false },

        // Only a title, or not even that.
        { "only a title, the same words", Item(null, null, "Strike hits depot in Kirkuk", null, "a"), Item(null, null, "Strike hits depot in Kirkuk", null, "a"), true },
        { "only a title, other words", Item(null, null, "Strike hits depot in Kirkuk", null, "a"), Item(null, null, "Strike hits depot in Kirkuk", null, "b"), false },
        { "only a title, other words, the same date", Item(null, null, "Strike hits depot in Kirkuk", Monday, "a"), Item(null, null, "Strike hits depot in Kirkuk", Monday, "b"), true },
        { "only a title, other words and date", Item(null, null, "Weather", Monday, "a"), Item(null, null, "Weather", Tuesday, "b"), false },
        { "only words", Item(null, null, null, null, "a"), Item(null, null, null, null, "b"), false },

        // Parts that name nothing.
        { "a guid of nothing but zeros", Item("0", "https://wire.example/1", "One", null), Item("0", "https://wire.example/2", "Two", null), false },
        { "the front page as guid and link", Item("https://wire.example/", "https://wire.example", "One", null, "a"), Item("https://wire.example/", "https://wire.example", "Two", null, "b"), false },
        { "a column's title", Item("1", "https://wire.example/1", "Weather", Monday), Item("2", "https://wire.example/2", "Weather", Monday), false },
        { "a column's title on a column's page", Item("1", "https://wire.example/live", "Live updates", Monday), Item("2", "https://wire.example/live", "Live updates", Tuesday), false },
        { "the next of a column with one guid", Item("weather", "https://wire.example/1", "Weather", Monday), Item("weather", "https://wire.example/2", "Weather", Tuesday), false },
        { "a column's title at a new address", Item("7", "https://wire.example/?p=7", "Weather", Monday), Item("7", "https://wire.example/weather-today", "Weather", Monday), true },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void An_item_is_the_same_when_two_of_three_say_so(string what, FeedItem before, FeedItem after, bool isSame)
    {
        _shelf.Take(before);
        Assert.True((_shelf.Take(after) == "known") == isSame, what);
    }

    [Fact]
    public void One_part_after_the_other_may_change()
    {
        _shelf.Take(Depot);
        var after = Depot with { Id = "wire-17", Published = null };
        Assert.Equal("known", _shelf.Take(after));
        after = after with { Title = "Blast at a warehouse near the city" };
        Assert.Equal("known", _shelf.Take(after));
        after = after with { Link = "https://other.example/17" };
        Assert.Equal("known", _shelf.Take(after));
        Assert.Equal("known", _shelf.Take(Depot));
    }

    [Fact]
    public void Items_with_one_guid_are_told_apart_by_link_and_title()
    {
        var two = Depot with { Link = "https://wire.example/bridge", Title = "Bridge opens again in Basra" };
        Assert.Equal("new new", _shelf.Take(Depot, two));
        Assert.Equal("known known", _shelf.Take(two, Depot));
        Assert.Equal("known", _shelf.Take(two));
        Assert.Equal("known new known", _shelf.Take(two, Depot with { Link = "https://wire.example/3", Title = "A third story of the day" }, Depot));
        Assert.Equal("known", _shelf.Take(two with { Title = "Bridge opens at last" }));
    }

    [Fact]
    public void A_guid_that_turns_out_to_be_everybodys_is_no_evidence_any_more()
    {
        Assert.Equal("new", _shelf.Take(Item("feed-1", "https://wire.example/1", "The first of the stories", Monday)));
        Assert.Equal("new", _shelf.Take(Item("feed-1", "https://wire.example/2", "The second of the stories", Tuesday)));
        Assert.Equal("new", _shelf.Take(Item("feed-1", "https://wire.example/3", null, Tuesday)));
    }

    [Fact]
    public void A_live_page_is_one_item_whatever_its_title_says()
    {
        _shelf.Take(Depot);
        for (var hour = 0; hour < 10; hour++)
            Assert.Equal("known", _shelf.Take(Depot with { Title = $"Live: {hour} hours after the strike", Published = Monday.AddHours(hour) }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_entries_of_a_live_page_are_items_of_their_own_though_guid_and_link_are_the_pages(bool dated)
    {
        FeedItem Entry(int minute) => Item(
            "https://wire.example/live", "https://wire.example/live", $"At minute {minute} this was heard", dated ? Monday.AddMinutes(minute) : null);
        Assert.Equal("new", _shelf.Take(Entry(1)));
        Assert.Equal("new known", _shelf.Take(Entry(2), Entry(1)));
        Assert.Equal("new known known", _shelf.Take(Entry(3), Entry(2), Entry(1)));
        Assert.Equal("new new known known", _shelf.Take(Entry(5), Entry(4), Entry(3), Entry(2)));
    }

    [Fact]
    public void Alerts_of_one_title_that_link_one_page_are_told_apart_by_their_guids()
    {
        FeedItem Alert(int number) => Item($"alert-{number}", "https://alerts.example/all", "A flood warning is in force", Monday.AddHours(number));
        Assert.Equal("new new", _shelf.Take(Alert(2), Alert(1)));
        Assert.Equal("new known", _shelf.Take(Alert(3), Alert(2)));
        Assert.Equal("new", _shelf.Take(Alert(4)));
    }

    [Fact]
    public void Two_items_of_one_title_and_one_minute_are_two_while_both_stand_in_the_feed()
    {
        var north = Item("1", "https://alerts.example/north", "A flood warning is in force", Monday);
        var south = Item("2", "https://alerts.example/south", "A flood warning is in force", Monday);
        Assert.Equal("new", _shelf.Take(north));
        Assert.Equal("new known", _shelf.Take(south, north));
        Assert.Equal("known known", _shelf.Take(north, south));
    }

    [Fact]
    public void What_stands_in_a_document_twice_is_taken_once()
    {
        Assert.Equal("new", _shelf.Take(Depot, Depot));
        Assert.Equal("known", _shelf.Take(Depot, Depot with { Link = Depot.Link + "?utm_source=rss" }, Depot with { Link = "https://wire.example/world/depot" }));
        Assert.Equal("new new", _shelf.Take(Item(null, null, null, null, "a"), Item(null, null, null, null, "b"), Item(null, null, null, null, "a")));
    }

    [Fact]
    public void A_feed_that_shrinks_grows_again_and_is_reordered_holds_nothing_new()
    {
        var items = Enumerable.Range(0, 30).Select(Numbered).ToArray();
        _shelf.Take(items);
        Assert.Equal("known", _shelf.Take(items[29]));
        Assert.DoesNotContain("new", _shelf.Take([.. items.Reverse()]), StringComparison.Ordinal);
        Assert.Equal(_shelf.Take(items), string.Join(' ', Enumerable.Repeat("known", 30)));
    }

    [Fact]
    public void A_whole_feed_under_a_new_domain_is_known_by_its_titles_and_dates()
    {
        FeedItem[] items = [.. Enumerable.Range(0, 30).Select(Numbered)];
        _shelf.Take(items);
        var moved = items.Select(item => item with { Id = "https://new.example/" + item.Id, Link = "https://new.example/" + item.Id }).ToArray();
        Assert.DoesNotContain("new", _shelf.Take([Item("31", "https://new.example/31", "A story of the new site", Tuesday), .. moved])[3..], StringComparison.Ordinal);

        // And then its titles are corrected: guid and link are known by now.
        Assert.DoesNotContain("new", _shelf.Take([.. moved.Select(item => item with { Title = item.Title + ", corrected" })]), StringComparison.Ordinal);
    }

    /// <summary>What the items of a feed that moved are dated, and whether their texts are those of stories.</summary>
    public static TheoryData<string, Func<FeedItem, DateTimeOffset?>, bool, bool> Moves => new()
    {
        { "an hour earlier: a zone was lost", item => item.Published!.Value.AddHours(-1), false, true },
        { "the time of the move", _ => Tuesday, true, true },
        { "a few minutes of the move", item => Tuesday.AddSeconds(item.Title!.Length), true, true },
        { "the time of the move, and nothing but titles", _ => Tuesday, false, false },
        { "a day later each", item => item.Published!.Value.AddDays(1), true, false },
        { "not any more", _ => null, true, true },
        { "not any more, and nothing but titles", _ => null, false, false },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_whole_feed_that_moved_is_told_from_one_whose_titles_come_back(string how, Func<FeedItem, DateTimeOffset?> date, bool hasTexts, bool isReissue)
    {
        FeedItem[] items = [.. Enumerable.Range(0, 30).Select(number => hasTexts ? WithStory(Numbered(number)) : Numbered(number))];
        _shelf.Take(items);
        FeedItem[] moved =
        [
            Item("new", "https://new.example/1", "A story of the new site", Tuesday),
            .. items.Select(item => item with { Id = "x" + item.Id, Link = "https://new.example/" + item.Id, Published = date(item) }),
        ];
        Assert.True(
            _shelf.Take(moved) == "new " + string.Join(' ', Enumerable.Repeat(isReissue ? "reissue" : "new", 30)), how);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("known", 31)), _shelf.Take(moved));
    }

    [Fact]
    public void A_part_of_a_feed_is_never_a_feed_that_was_issued_anew()
    {
        FeedItem[] items = [.. Enumerable.Range(0, 30).Select(number => WithStory(Numbered(number)))];
        _shelf.Take(items);
        Assert.DoesNotContain(
            "reissue",
            _shelf.TakePart([.. items.Select(item => item with { Id = "x" + item.Id, Link = "https://new.example/" + item.Id, Published = null })]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Alarms_of_a_night_are_new_though_each_place_had_one_before(bool dated)
    {
        // The feed lists what is in force. Over a week each place had one alarm; then all have theirs within a minute.
        const string Advice = "<p>Proceed to the nearest shelter and stay there until the all-clear.</p>";
        FeedItem Alarm(int place, int day) => Item(
            $"{place}-{day}", $"https://alarms.example/{place}/{day}", $"Air raid alert in district {place}", dated ? Monday.AddDays(day) : null, Advice);
        for (var place = 0; place < 7; place++)
            Assert.Equal("new", _shelf.Take(Alarm(place, place)));
        Assert.Equal(
            string.Join(' ', Enumerable.Repeat("new", 7)), _shelf.Take([.. Enumerable.Range(0, 7).Select(place => Alarm(place, 8))]));
    }

    [Fact]
    public void What_has_no_guid_and_no_link_is_news_at_another_time()
    {
        FeedItem Alarm(DateTimeOffset? at) => Item(null, null, "Air alarm", at, "<p>Proceed to the shelter.</p>");
        Assert.Equal("new", _shelf.Take(Alarm(Monday)));
        Assert.Equal("new known", _shelf.Take(Alarm(Tuesday), Alarm(Monday)));
        Assert.Equal("new new known known", _shelf.Take(Alarm(Tuesday.AddDays(2)), Alarm(Tuesday.AddDays(1)), Alarm(Tuesday), Alarm(Monday)));
        Assert.Equal("known", _shelf.Take(Alarm(Tuesday)));
        Assert.Equal("new", _shelf.Take(Alarm(null)));
        Assert.Equal("known", _shelf.Take(Alarm(null)));
        Assert.Equal(5, _shelf.Keys.Distinct().Count());
    }

    [Fact]
    public void What_a_page_says_on_one_day_without_titles_are_items_of_their_own()
    {
        FeedItem Line(string body) => Item(null, null, null, Monday, body);
        Assert.Equal("new new", _shelf.Take(Line("Nine: shots are heard."), Line("Ten: it is quiet.")));
        Assert.Equal("new", _shelf.Take(Line("Eleven: the bridge is closed.")));
        Assert.Equal("known known", _shelf.Take(Line("Ten: it is quiet."), Line("Nine: shots are heard.")));
    }

    [Fact]
    public void Markup_that_nobody_sees_changes_no_item()
    {
        FeedItem Counted(int poll) => Item(null, null, "Weather", null, $"<p class='p{poll}'>Rain.<img src='https://count.example/{poll}.gif' width=1 height=1></p>");
        _shelf.Take(Counted(1));
        Assert.Equal("known", _shelf.Take(Counted(2)));
    }

    [Fact]
    public void Pictures_without_a_word_are_told_apart()
    {
        FeedItem Picture(int number) => Item(null, null, null, null, $"<img src='https://photos.example/{number}.jpg'>");
        Assert.Equal("new new", _shelf.Take(Picture(1), Picture(2)));
        Assert.Equal("new known", _shelf.Take(Picture(3), Picture(1)));
    }

    [Fact]
    public void Columns_that_come_back_each_day_are_not_taken_for_a_feed_that_is_issued_anew()
    {
        FeedItem[] Day(int day) =>
        [
            .. new[] { "Basra", "Mosul", "Erbil", "Kirkuk" }.Select(city => Item(
                $"{city}-{day}", $"https://weather.example/{city}/{day}", $"What the weather in {city} will be", Monday.AddDays(day))),
        ];
        _shelf.Take(Day(1));
        _shelf.Take(Day(2));
        Assert.Equal("new new new new", _shelf.Take(Day(3)));
    }

    [Fact]
    public void Every_new_item_has_a_key_of_its_own()
    {
        FeedItem[] items =
        [
            Item("1", "https://wire.example/live", "At nine this was heard", null),
            Item("1", "https://wire.example/live", "At ten this was heard", null),
            Item("1", "https://wire.example/other", "Elsewhere", null),
            Item("2", null, "Elsewhere", null),
            Item(null, null, "Elsewhere", null, "a"),
            Item(null, null, "Elsewhere", null, "b"),
        ];
        _shelf.Take(items[..3]);
        _shelf.Take(items);
        _shelf.Take(Item("1", "https://wire.example/live", "At eleven this was heard", null));
        Assert.Equal(7, _shelf.Keys.Count);
        Assert.Equal(7, _shelf.Keys.Distinct().Count());
        Assert.Contains(new ItemKey("guid:2"), _shelf.Keys);
        Assert.Contains(new ItemKey("link:https://wire.example/other"), _shelf.Keys);
    }

    [Fact]
    public void An_article_from_before_there_were_marks_is_known_by_what_its_row_tells()
    {
        _shelf.TakeStored(ItemIdentity.OfStored(new ItemKey("guid:" + Depot.Id), Depot.Title!, Depot.Link, Monday));
        Assert.Equal("known", _shelf.Take(Depot with { Id = "9" }));

        var bare = Item(null, null, "Weather", null, "a");
        _shelf.TakeStored(ItemIdentity.WordsOfStored("Weather", "a", null));
        Assert.Equal("known", _shelf.Take(bare));

        _shelf.TakeStored(ItemIdentity.WordsOfStored("It rains in …", "It rains in Kirkuk.", Monday));
        Assert.Equal("known", _shelf.Take(Item(null, null, null, Monday, "<p>It rains in Kirkuk.</p>")));
    }

    [Fact]
    public void Ten_thousand_items_of_one_guid_one_link_and_one_title_take_no_second()
    {
        FeedItem[] items =
        [
            .. Enumerable.Range(0, 10_000).Select(minute => Item("1", "https://wire.example/live", "Live", Monday.AddMinutes(minute))),
        ];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _shelf.Take(items);
        Assert.DoesNotContain("new", _shelf.Take(items), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It took {watch.Elapsed}.");
    }

    private static FeedItem Numbered(int number) =>
        Item($"n{number}", $"https://wire.example/{number}", $"Story of the number {number}", Monday.AddMinutes(-10 * number));

    private static FeedItem WithStory(FeedItem item) => item with
    {
        Content = ItemText.FromHtml(
            $"<p>{item.Title}: the road to the depot was closed in the morning, and it was open again before noon.</p><p>Nobody was hurt, the ministry said.</p>"),
    };

    private static FeedItem Item(string? id, string? link, string? title, DateTimeOffset? published, string? body = null) => new()
    {
        Id = id,
        Link = link,
        Title = title,
        Published = published,
        Content = body is null ? null : ItemText.FromHtml(body),
    };

    /// <summary>Keeps items as a store does.</summary>
    private sealed class Shelf
    {
        private readonly Dictionary<long, SortedSet<long>> _marks = [];
        private readonly Dictionary<long, StoredItem> _items = [];
        private long _last;

        public List<ItemKey> Keys { get; } = [];

        /// <summary>Says of each item that is taken: known, new or reissue.</summary>
        public string Take(params FeedItem[] items) =>
            Take(items, numbers => numbers.ToDictionary(number => number, number => _items[number]));

        public string TakePart(params FeedItem[] items) => Take(items, null);

        public void TakeStored(IEnumerable<long> marks) => File(++_last, marks);

        private string Take(FeedItem[] items, Func<IReadOnlyList<long>, IReadOnlyDictionary<long, StoredItem>>? read)
        {
            var recognition = ItemRecognition.Of(items);
            var stored = recognition.Marks.Where(_marks.ContainsKey).ToDictionary(mark => mark, mark => new MarkHolders(_marks[mark].Min, _marks[mark].Max));
            return string.Join(' ', recognition.Against(stored, read).Select(Keep));
        }

        /// <summary>It is received a minute after it was published.</summary>
        private string Keep(RecognisedItem item)
        {
            File(item.Known ?? ++_last, item.NewMarks.All);
            if (item.Known is not null)
                return "known";
            var article = Article.From(item.Item, "Wire", (item.Item.Published ?? Monday).AddMinutes(1), null);
            _items[_last] = new StoredItem(article.Published, article.Published.AddMinutes(1), article.Text);
            Keys.Add(item.Key!.Value);
            return item.IsReissue ? "reissue" : "new";
        }

        private void File(long number, IEnumerable<long> marks)
        {
            foreach (var mark in marks)
                (_marks.TryGetValue(mark, out var holders) ? holders : _marks[mark] = []).Add(number);
        }
    }
}
