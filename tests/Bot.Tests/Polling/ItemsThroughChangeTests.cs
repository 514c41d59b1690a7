using System.Globalization;
using Bot.Polling;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Dapper;
using News.Alerts;
using News.Articles;
using News.Feeds;
using News.Matching;

namespace Bot.Tests.Polling;

/// <summary>What a feed may do with its items, from one poll to the next, and what of it is told.</summary>
public sealed class ItemsThroughChangeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private PollerUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await PollerUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task An_item_whose_guid_changes_is_not_told_again()
    {
        await OpenAsync(Item("1", "Airstrike hits depot in Kirkuk"));
        await AssertNothingNewAsync(TimeSpan.FromDays(2), Item("https://wire.example/?p=1", "Airstrike hits depot in Kirkuk", link: "https://wire.example/1"));
    }

    [Fact]
    public async Task An_item_whose_link_changes_is_not_told_again()
    {
        await OpenAsync(Item("1", "Airstrike hits depot in Kirkuk"));
        await AssertNothingNewAsync(TimeSpan.FromDays(2), Item("1", "Airstrike hits depot in Kirkuk", link: "https://wire.example/world/depot"));
    }

    [Fact]
    public async Task An_item_whose_title_changes_is_not_told_again()
    {
        await OpenAsync(Item("1", "Airstrike hits depot in Kirkuk"));
        await AssertNothingNewAsync(TimeSpan.FromDays(2), Item("1", "Airstrike on Iraq depot: what is known"));
    }

    [Fact]
    public async Task An_item_may_change_one_part_after_the_other()
    {
        await OpenAsync(Item("1", "Airstrike hits depot in Kirkuk"));
        await AssertNothingNewAsync(TimeSpan.FromDays(2), Item("a-1", "Airstrike hits depot in Kirkuk", link: "https://wire.example/1"));
        await AssertNothingNewAsync(TimeSpan.FromDays(2), Item("a-1", "Airstrike on Iraq depot: what is known", link: "https://wire.example/1"));
        _bot.Restart();
        await AssertNothingNewAsync(TimeSpan.FromDays(2), Item("a-1", "Airstrike on Iraq depot: what is known", link: "https://wire.example/depot"));
    }

    [Fact]
    public async Task Items_that_share_a_guid_are_each_told()
    {
        await OpenAsync();
        await PollAsync(TimeSpan.FromMinutes(5),
            Item("0815", "Airstrike hits depot in Iraq", link: "https://wire.example/1"), Item("0815", "Airstrike hits bridge in Iraq", link: "https://wire.example/2"));
        await PollAsync(TimeSpan.FromMinutes(5),
            Item("0815", "Airstrike hits bridge in Iraq", link: "https://wire.example/2"), Item("0815", "Airstrike hits airport in Iraq", link: "https://wire.example/3"));

        Assert.Equal(
            ["Airstrike hits airport in Iraq", "Airstrike hits bridge in Iraq", "Airstrike hits depot in Iraq"],
            Told().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_feed_that_shrinks_and_grows_again_brings_nothing_new()
    {
        var items = Enumerable.Range(1, 20).Select(Numbered).ToArray();
        await OpenAsync(items);
        await AssertNothingNewAsync(TimeSpan.FromDays(2), items[0]);
        await AssertNothingNewAsync(TimeSpan.FromDays(2));
        await AssertNothingNewAsync(TimeSpan.FromDays(2), items);
    }

    [Fact]
    public async Task A_feed_in_another_order_brings_nothing_new()
    {
        var items = Enumerable.Range(1, 20).Select(Numbered).ToArray();
        await OpenAsync(items);
        await AssertNothingNewAsync(TimeSpan.FromMinutes(5), [.. items.Reverse()]);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(200)]
    public async Task A_feed_that_comes_back_after_a_long_time_brings_nothing_old(int days)
    {
        // Without dates: it is not their age that keeps them back.
        var items = Enumerable.Range(1, 20).Select(number => Undated(Numbered(number))).ToArray();
        await OpenAsync(items);
        _bot.Site.Answer("/wire", 503);
        await _bot.PollAsync();
        _bot.Restart();

        await AssertNothingNewAsync(TimeSpan.FromDays(days), items);
        await PollAsync(TimeSpan.FromMinutes(5), [Undated(Item("new", "Airstrike in Iraq: the news")), .. items]);
        Assert.Equal(["Airstrike in Iraq: the news"], Told());
    }

    [Fact]
    public async Task A_whole_feed_that_is_issued_anew_under_another_domain_is_not_told_again()
    {
        await OpenAsync([.. Enumerable.Range(1, 20).Select(Numbered)]);
        await AssertNothingNewAsync(TimeSpan.FromDays(2), [.. Enumerable.Range(1, 20).Select(Moved)]);

        string Moved(int number) => Numbered(number).Replace($">{number}<", $">https://new.example/{number}<", StringComparison.Ordinal)
            .Replace("https://wire.example/", "https://new.example/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_feed_that_is_issued_anew_with_guids_links_and_dates_is_stored_and_not_told()
    {
        await OpenAsync([.. Enumerable.Range(1, 20).Select(Numbered)]);
        await PollAsync(TimeSpan.FromDays(9),
            [Item("new", "Airstrike in Iraq: the news", published: Noon.AddDays(9)), .. Enumerable.Range(1, 20).Select(number => Item($"x{number}", Headline(number), published: Noon.AddHours(-1)))]);

        Assert.Equal(["Airstrike in Iraq: the news"], Told());
        Assert.Equal(41, Stored());
    }

    [Fact]
    public async Task Tonights_alarms_are_told_though_they_have_the_titles_of_last_nights()
    {
        await OpenAsync([.. Enumerable.Range(1, 3).Select(Numbered)]);
        await PollAsync(TimeSpan.FromDays(9),
            [.. Enumerable.Range(1, 3).Select(number => Item($"x{number}", Headline(number), published: Noon.AddDays(9)))]);

        Assert.Equal([.. Enumerable.Range(1, 3).Select(Headline).Order(StringComparer.Ordinal)], Told().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_whole_feed_that_is_imported_into_another_site_today_is_stored_and_not_told()
    {
        // One that kept no date: each item is dated by the minute of the import.
        await OpenAsync([.. Enumerable.Range(1, 30).Select(number => Item($"{number}", Headline(number), published: Noon.AddHours(-number)))]);
        await PollAsync(TimeSpan.FromDays(9),
            [Item("new", "Airstrike in Iraq: the news", published: Noon.AddDays(9)), .. Enumerable.Range(1, 30).Select(number => Item($"x{number}", Headline(number), published: Noon.AddDays(9).AddSeconds(-number)))]);

        Assert.Equal(["Airstrike in Iraq: the news"], Told());
        Assert.Equal(61, Stored());
    }

    [Fact]
    public async Task What_a_hub_delivers_is_news_though_all_of_it_has_known_titles()
    {
        await OpenAsync([.. Enumerable.Range(1, 9).Select(Numbered)]);
        _bot.Clock.Advance(TimeSpan.FromDays(2));
        var document = Rss.Feed([.. Enumerable.Range(1, 9).Select(number => Undated(Item($"x{number}", Headline(number))))]);
        var part = Assert.IsType<FeedReading.Read>(FeedParser.Parse(System.Text.Encoding.UTF8.GetBytes(document), "application/rss+xml", null)).Feed;
        await _bot.Get<NewsPipeline>().ProcessPartAsync(await _bot.FeedAsync(), part, _bot.Now, TimeSpan.FromDays(3), default);

        Assert.Equal(9, Told().Count);
    }

    [Fact]
    public async Task What_has_no_guid_and_no_link_is_told_at_each_of_its_times()
    {
        string[] Alarms(int nights) => [.. Enumerable.Range(1, nights).Select(night => Nameless(Item("", "Airstrike alarm in Iraq", published: Noon.AddDays(night))))];
        await OpenAsync();
        await PollAsync(TimeSpan.FromDays(1), Alarms(1));
        await PollAsync(TimeSpan.FromDays(2), Alarms(3));
        await PollAsync(TimeSpan.FromMinutes(5), Alarms(2));

        Assert.Equal(3, Told().Count);
        Assert.Equal(3, Stored());
    }

    [Fact]
    public async Task What_says_nothing_is_passed_over_and_a_picture_is_shown_by_its_name()
    {
        await OpenAsync();
        await PollAsync(TimeSpan.FromMinutes(5),
            "<item><guid isPermaLink=\"false\">1</guid><description>&lt;img src='https://count.example/1.gif' width='1' height='1'&gt;</description></item>",
            "<item><guid isPermaLink=\"false\">2</guid><description>&lt;img src='https://photos.example/airstrike-iraq.jpg'&gt;</description></item>");

        Assert.Equal(["airstrike-iraq.jpg"], Told());
        Assert.Equal(1, Stored());
        Assert.Equal(new PollRound(1, 0), await _bot.PollAsync(TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task An_item_that_could_not_be_saved_is_told_when_it_can_be()
    {
        await OpenAsync();
        using (var connection = _bot.Get<Database>().Open())
            connection.Execute("CREATE TRIGGER full BEFORE INSERT ON outbox WHEN NEW.message LIKE '%bridge%' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        string[] items = [Item("1", "Airstrike hits depot in Iraq", published: Noon), Item("2", "Airstrike hits bridge in Iraq", published: Noon)];
        _bot.Site.Serve("/wire", Rss.Feed(items), etag: "\"v1\"");
        await _bot.PollAsync(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain("Airstrike hits bridge in Iraq", Told());

        using (var connection = _bot.Get<Database>().Open())
            connection.Execute("DROP TRIGGER full");
        for (var poll = 0; poll < 3; poll++)
            await _bot.PollAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["Airstrike hits bridge in Iraq", "Airstrike hits depot in Iraq"], Told().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_older_bots_items_are_known_and_what_came_since_is_told()
    {
        // What has no guid and no link was known there by a hash of markup that this bot writes otherwise.
        var dated = Nameless(Item("", "Airstrike in Iraq: dated", published: Noon.AddHours(-2)));
        var undated = Nameless(Undated(Item("", "Airstrike in Iraq: undated")));
        var untitled = Without(Nameless(Undated(Rss.Item("", "", "<p>Airstrike in Iraq: <b>untitled</b>, and a longer text than any title that would stand in for what is missing here.</p>"))), "title");
        var named = Item("7", "Airstrike in Iraq: named", published: Noon.AddHours(-3));
        _bot.OlderBot = database =>
        {
            Migrations.Apply(database, shape: 3);
            using var connection = database.Open();
            connection.Execute("INSERT INTO feeds (id, url, primed, last_poll) VALUES (1, @url, 1, @at)", new { url = _bot.Url("/wire").AbsoluteUri, at = Stamp(Noon.AddHours(-1)) });
            connection.Execute("INSERT INTO stories (id, headline, first_seen) VALUES (1, 'old', 0)");
            var number = 0;
            foreach (var (item, date) in new[] { (dated, Noon.AddHours(-2)), (undated, Noon.AddHours(-1)), (untitled, Noon.AddHours(-1)), (named, Noon.AddHours(-3)) })
            {
                var read = Assert.Single(Assert.IsType<FeedReading.Read>(FeedParser.Parse(System.Text.Encoding.UTF8.GetBytes(Rss.Feed(item)), "application/rss+xml", null)).Feed.Items);
                var article = Article.From(read, "Example Wire", Noon.AddHours(-1), null);
                connection.Execute(
                    """
                    INSERT INTO articles (story_id, feed_id, item_key, source, title, text, link, categories, published, received, summary)
                    VALUES (1, 1, @key, @Source, @Title, @Text, @Link, '[]', @published, @received, '{}')
                    """,
                    new
                    {
                        key = read.Id is { } id ? $"guid:{id}" : $"hash:{++number}",
                        article.Source,
                        article.Title,
                        article.Text,
                        article.Link,
                        published = Stamp(date),
                        received = Stamp(Noon.AddHours(-1)),
                    });
            }
        };

        await OpenAsync(dated, undated, untitled, named, Nameless(Item("", "Airstrike shuts the harbour of Basra", published: Noon.AddMinutes(-5))));
        Assert.Equal(["Airstrike shuts the harbour of Basra"], Told());
        Assert.Equal(5, Stored());
    }

    [Fact]
    public async Task Who_follows_a_feed_later_is_told_what_comes_and_not_what_was_there()
    {
        var second = ScopeKey.Discord("200000000000000002");
        await OpenAsync();
        await PollAsync(TimeSpan.FromMinutes(5), Numbered(1), Numbered(2));
        await _bot.Get<WatchlistStore>().AddAsync(
            second, "strikes", "airstrike", Severity.Normal, ChannelAddress.Discord("100000000000000002"), atHome: false, "test", _bot.Now, default);
        await _bot.FollowAsync("/wire", scope: second);
        _bot.Restart();
        await PollAsync(TimeSpan.FromMinutes(5), Numbered(2), Numbered(1));
        Assert.Equal(2, Told().Count);

        await PollAsync(TimeSpan.FromMinutes(5), Numbered(3), Numbered(2), Numbered(1));
        Assert.Equal(4, Told().Count);
        Assert.Equal(2, Told().Count(headline => headline == Headline(3)));
        Assert.Equal(3, _bot.Get<NewsStore>().Newest([second], Noon.AddDays(-1)).Count());
    }

    [Fact]
    public async Task Who_follows_a_feed_again_is_not_told_what_came_meanwhile()
    {
        await OpenAsync(Numbered(1));
        var feed = await _bot.FeedAsync();
        await _bot.Feeds.UnfollowAsync(ScopeKey.Operator, feed.Id, default);
        _bot.Clock.Advance(TimeSpan.FromDays(1));
        await _bot.FollowAsync("/wire");
        await PollAsync(TimeSpan.FromMinutes(5), Undated(Numbered(2)), Undated(Numbered(1)));
        Assert.Empty(Told());
        await PollAsync(TimeSpan.FromMinutes(5), Undated(Numbered(3)), Undated(Numbered(2)), Undated(Numbered(1)));
        Assert.Equal([Headline(3)], Told());
    }

    [Fact]
    public async Task A_feed_that_moves_to_where_another_is_brings_its_items_along()
    {
        var items = Enumerable.Range(1, 9).Select(number => Undated(Numbered(number))).ToArray();
        await OpenAsync(items);
        _bot.Site.Serve("/other", Rss.Feed(items[..4]));
        await _bot.FollowAsync("/other");
        await _bot.PollAsync();
        _bot.Site.Redirect("/wire", "/other", 301);
        for (var poll = 0; poll < 4; poll++)
            await _bot.PollAsync(TimeSpan.FromDays(1));
        Assert.Single(await _bot.Feeds.AllAsync(default));

        _bot.Restart();
        _bot.Site.Serve("/other", Rss.Feed([.. items.Select(item => item.Replace("<guid isPermaLink=\"false\">", "<guid isPermaLink=\"false\">new-", StringComparison.Ordinal))]));
        var stored = Stored();
        await _bot.PollAsync(TimeSpan.FromDays(40));
        Assert.Equal(stored, Stored());
        Assert.Empty(Told());
    }

    [Fact]
    public async Task An_item_first_seen_long_after_its_date_is_stored_and_not_told()
    {
        await OpenAsync();
        await PollAsync(TimeSpan.FromMinutes(5),
            Item("old", "Airstrike in Iraq: four days ago", published: Noon.AddDays(-4)), Item("young", "Airstrike in Iraq: two days ago", published: Noon.AddDays(-2)));

        Assert.Equal(["Airstrike in Iraq: two days ago"], Told());
        Assert.Contains(
            _bot.Get<NewsStore>().NewestMatched([(await _bot.Get<WatchlistStore>().AllAsync(default))[0].Id], Noon.AddDays(-9)),
            stored => stored.Article.Title == "Airstrike in Iraq: four days ago");
    }

    [Fact]
    public async Task How_old_is_old_is_a_setting()
    {
        _bot.Settings["Polling:OldAfter"] = "10.00:00:00";
        await OpenAsync();
        await PollAsync(TimeSpan.FromMinutes(5),
            Item("1", "Airstrike in Iraq: nine days ago", published: Noon.AddDays(-9)), Item("2", "Airstrike in Iraq: eleven days ago", published: Noon.AddDays(-11)));
        Assert.Equal(["Airstrike in Iraq: nine days ago"], Told());
    }

    [Fact]
    public async Task Backfill_outranks_what_is_old()
    {
        _bot.Settings["Polling:Backfill"] = "7.00:00:00";
        await OpenAsync(
            Item("1", "Airstrike in Iraq: six days ago", published: Noon.AddDays(-6)), Item("2", "Airstrike in Iraq: eight days ago", published: Noon.AddDays(-8)));
        Assert.Equal(["Airstrike in Iraq: six days ago"], Told());
    }

    [Theory]
    [InlineData("00:00:00", 0)]
    [InlineData("1.00:00:00", 1)]
    public async Task An_item_without_a_date_is_told_of_a_first_poll_only_where_backfill_is_asked_for(string backfill, int told)
    {
        _bot.Settings["Polling:Backfill"] = backfill;
        await OpenAsync(Undated(Item("1", "Airstrike in Iraq: some day")));
        Assert.Equal(told, Told().Count);
    }

    [Fact]
    public async Task A_date_in_the_future_counts_as_the_time_of_receipt()
    {
        await OpenAsync();
        await PollAsync(TimeSpan.FromMinutes(5), Item("1", "Airstrike in Iraq: next year", published: Noon.AddYears(1)), Undated(Item("2", "Airstrike in Iraq: undated")));
        Assert.Equal(["Airstrike in Iraq: next year", "Airstrike in Iraq: undated"], Told().Order(StringComparer.Ordinal));
        Assert.All(
            _bot.Get<NewsStore>().Newest([ScopeKey.Operator], Noon),
            stored => Assert.Equal(_bot.Now, stored.Article.Published));
    }

    [Fact]
    public async Task A_poll_that_brings_nothing_new_writes_no_item_and_reads_none()
    {
        var items = Enumerable.Range(1, 30).Select(Numbered).ToArray();
        await OpenAsync(items);
        using (var connection = _bot.Get<Database>().Open())
            connection.Execute("ALTER TABLE item_marks RENAME TO hidden; ALTER TABLE articles RENAME TO hidden_too;");

        _bot.Site.Serve("/wire", Rss.Feed(items) + "<!-- a minute later -->");
        Assert.Equal(new PollRound(1, 0), await _bot.PollAsync(TimeSpan.FromMinutes(5)));
        Assert.StartsWith("Read: 0 new of 30", await _bot.StatusAsync(), StringComparison.Ordinal);
    }

    private static string Item(string guid, string title, string? link = null, DateTimeOffset? published = null) =>
        Rss.Item(guid, title, link: link, published: published ?? Noon.AddHours(-1));

    private static string Headline(int number) => $"Airstrike number {number.ToString(CultureInfo.InvariantCulture)} in Iraq";

    private static string Numbered(int number) =>
        Item(number.ToString(CultureInfo.InvariantCulture), Headline(number), published: Noon.AddMinutes(-number));

    private static string Undated(string item) => Without(item, "pubDate");

    private static long Stamp(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static string Nameless(string item) => Without(Without(item, "guid"), "link");

    private static string Without(string item, string element)
    {
        var start = item.IndexOf("<" + element, StringComparison.Ordinal);
        var end = $"</{element}>";
        return item.Remove(start, item.IndexOf(end, StringComparison.Ordinal) + end.Length - start);
    }

    /// <summary>A first poll, of which nothing is told.</summary>
    private async Task OpenAsync(params string[] items)
    {
        await _bot.Get<WatchlistStore>().AddAsync(
            ScopeKey.Operator, "iraq", "airstrike AND Iraq", Severity.Normal, ChannelAddress.Slack("C0NEWS"), atHome: true, "test", Noon, default);
        await _bot.FollowAsync("/wire");
        await PollAsync(TimeSpan.Zero, items);
    }

    private async Task PollAsync(TimeSpan after, params string[] items)
    {
        _bot.Site.Serve("/wire", Rss.Feed(items));
        Assert.Equal(new PollRound(1, 0), await _bot.PollAsync(after));
    }

    private async Task AssertNothingNewAsync(TimeSpan after, params string[] items)
    {
        var stored = Stored();
        await PollAsync(after, items);
        Assert.Equal(stored, Stored());
        Assert.Empty(Told());
    }

    private long Stored()
    {
        using var connection = _bot.Get<Database>().Open();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM articles");
    }

    private List<string> Told()
    {
        using var connection = _bot.Get<Database>().Open();
        return [.. connection.Query<string>("SELECT s.headline FROM outbox o JOIN stories s ON s.id = o.story_id ORDER BY o.id")];
    }
}
