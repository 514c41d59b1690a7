using Bot.Storage;
using News.Alerts;
using News.Articles;
using News.Matching;

namespace Bot.Tests.Storage;

/// <summary>What becomes of a story's alert in the outbox when others report the story, too.</summary>
public sealed class LivingMessageTests
{
    private const string Title = "Airstrike hits depot near Kirkuk in Iraq";
    private const string Note = "Correction: An earlier version of this story misstated the depot's place.";

    private static readonly DateTimeOffset Noon = StorageUnderTest.Noon;

    [Fact]
    public async Task Several_publishers_in_a_minute_are_one_edit_with_their_names()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        await PostAsync(storage, "m1");

        foreach (var (publisher, seconds) in new[] { ("Courier", 5), ("Herald", 10), ("Gazette", 20), ("Tribune", 40), ("Observer", 59) })
            await ReportAsync(storage, publisher, Noon.AddSeconds(seconds));

        Assert.Empty(await storage.Outbox.DueAsync(Noon.AddSeconds(59), default));
        var edit = Assert.Single(await storage.Outbox.DueAsync(Noon.AddSeconds(65), default));
        Assert.Equal("m1", Assert.IsType<OutboxAct.Edit>(edit.Act).MessageId);
        Assert.Equal(["Courier", "Herald", "Gazette", "Tribune", "Observer"], AlertOf(edit).AlsoReportedBy.ToArray());
        await EditAsync(storage, edit, Noon.AddSeconds(66));
        Assert.Null(await storage.Outbox.NextDueAsync(default));
    }

    [Fact]
    public async Task What_comes_before_the_post_goes_out_with_it()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        await ReportAsync(storage, "Courier", Noon, corrections: Note);

        var post = Assert.Single(await storage.Outbox.DueAsync(Noon, default));
        Assert.Equal(["Courier"], AlertOf(post).AlsoReportedBy.ToArray());
        await PostAsync(storage, "m1");
        Assert.Null(await storage.Outbox.NextDueAsync(default));
    }

    [Fact]
    public async Task What_comes_while_a_post_is_on_its_way_is_edited_in_afterwards()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        var post = Assert.Single(await storage.Outbox.DueAsync(Noon, default));
        Assert.True(await storage.Outbox.MarkTriedAsync(post, Noon, default));
        await ReportAsync(storage, "Courier", Noon);
        await storage.Outbox.MarkSentAsync(post.Id, "m1", Noon, default);

        var edit = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(1), default));
        Assert.Equal(["Courier"], AlertOf(edit).AlsoReportedBy.ToArray());
    }

    [Fact]
    public async Task An_entry_that_was_read_before_its_message_changed_is_read_again()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        var stale = Assert.Single(await storage.Outbox.DueAsync(Noon, default));
        await ReportAsync(storage, "Courier", Noon);
        Assert.False(await storage.Outbox.MarkTriedAsync(stale, Noon, default));

        await PostAsync(storage, "m1");
        await ReportAsync(storage, "Herald", Noon);
        var edit = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(2), default));
        await ReportAsync(storage, "Gazette", Noon.AddMinutes(2));
        Assert.False(await storage.Outbox.MarkTriedAsync(edit, Noon.AddMinutes(2), default));
    }

    [Fact]
    public async Task What_changes_while_an_edit_is_on_its_way_is_the_next_edit()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        await PostAsync(storage, "m1");
        await ReportAsync(storage, "Courier", Noon);
        var edit = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(1), default));
        Assert.True(await storage.Outbox.MarkTriedAsync(edit, Noon.AddMinutes(1), default));
        await ReportAsync(storage, "Herald", Noon.AddMinutes(1));
        await storage.Outbox.MarkEditedAsync(edit.Id, edit.Revision, Noon.AddMinutes(1), default);

        Assert.Empty(await storage.Outbox.DueAsync(Noon.AddMinutes(1.5), default));
        var next = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(2), default));
        Assert.Equal(["Courier", "Herald"], AlertOf(next).AlsoReportedBy.ToArray());
    }

    [Fact]
    public async Task A_place_sees_the_publishers_of_its_own_feeds_alone()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var elsewhere = ScopeKey.Discord("2");
        var channel = ChannelAddress.Discord("9");
        var feed = (await storage.Feeds.AllAsync(default))[0];
        await storage.Feeds.FollowAsync(elsewhere, feed.Url, null, null, "test", Noon, default);
        await storage.Watchlists.AddAsync(elsewhere, "theirs", "Iraq", Severity.Normal, channel, atHome: false, "test", Noon, default);
        var theirs = (await storage.Watchlists.ListAsync([elsewhere], default))[0].Id;

        var reading = storage.Reading(Title);
        var (_, alert) = reading.Matches[0].Alerts[0];
        await storage.News.SaveAsync([reading with { Matches = [.. reading.Matches, new NewMatch(theirs, [], [(channel, alert)])] }], Noon, default);
        await ReportAsync(storage, "Secret Wire", Noon); // a feed of the operator's

        var posts = (await storage.Outbox.DueAsync(Noon, default)).ToDictionary(entry => entry.Channel, AlertOf);
        Assert.Equal(["Secret Wire"], posts[StorageUnderTest.Channel].AlsoReportedBy.ToArray());
        Assert.Empty(posts[channel].AlsoReportedBy);
    }

    [Fact]
    public async Task A_correction_of_a_further_report_is_said_in_the_thread_one_time()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        await PostAsync(storage, "m1");
        await ReportAsync(storage, "Courier", Noon.AddMinutes(5), corrections: Note);
        await ReportAsync(storage, "Herald", Noon.AddMinutes(5), corrections: Note); // an agency's text on a second site
        await ReportAsync(storage, "Gazette", Noon.AddMinutes(5), corrections: "Update: This story has been updated with a comment.");

        var reply = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(5), default));
        Assert.Equal("m1", Assert.IsType<OutboxAct.Reply>(reply.Act).MessageId);
        var change = Assert.IsType<OutboxMessage.OfChange>(reply.Message);
        Assert.Equal((ChangeKind.Correction, Note, "Courier", Title), (change.Change.Kind, change.Change.Text, change.Change.Source, change.StoryHeadline));
        await SettleAsync(storage, reply, "r1", Noon.AddMinutes(5));

        var edit = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(6), default));
        Assert.Equal(Note, Assert.Single(AlertOf(edit).Changes).Text);
        await EditAsync(storage, edit, Noon.AddMinutes(6));
        Assert.Null(await storage.Outbox.NextDueAsync(default));
    }

    [Fact]
    public async Task A_reply_waits_for_its_message_and_goes_with_it_where_that_is_refused()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        var post = Assert.Single(await storage.Outbox.DueAsync(Noon, default));
        Assert.True(await storage.Outbox.MarkTriedAsync(post, Noon, default));
        await ReportAsync(storage, "Courier", Noon, corrections: Note);

        var again = Assert.Single(await storage.Outbox.DueAsync(Noon, default));
        Assert.Equal(post.Id, again.Id);
        await storage.Outbox.ParkAsync(post.Id, "no permission", Noon, default);
        Assert.Null(await storage.Outbox.NextDueAsync(default));
    }

    [Fact]
    public async Task A_watchlist_that_wants_edits_alone_says_nothing_in_threads()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await UpdateAsync(storage, Updates.Edit);
        await storage.SaveAsync(Title);
        await PostAsync(storage, "m1");
        await ReportAsync(storage, "Courier", Noon, corrections: Note);

        var edit = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(1), default));
        Assert.IsType<OutboxAct.Edit>(edit.Act);
        Assert.Equal(Note, Assert.Single(AlertOf(edit).Changes).Text);
    }

    [Fact]
    public async Task The_first_official_confirmation_is_a_change_and_the_second_none()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        await PostAsync(storage, "m1");
        var first = new OfficialWord(ChangeKind.Confirmation, "Gen. Doe: “We confirm it”");
        await ReportAsync(storage, "Courier", Noon, official: first);
        await ReportAsync(storage, "Herald", Noon.AddHours(1), official: new OfficialWord(ChangeKind.Confirmation, "the ministry: “We can confirm it”"));

        var reply = Assert.Single(await storage.Outbox.DueAsync(Noon, default));
        Assert.Equal(first.Text, Assert.IsType<OutboxMessage.OfChange>(reply.Message).Change.Text);
        await SettleAsync(storage, reply, "r1", Noon);
        var edit = Assert.Single(await storage.Outbox.DueAsync(Noon.AddHours(2), default));
        Assert.Single(AlertOf(edit).Changes);
    }

    [Fact]
    public async Task A_message_that_somebody_deleted_is_left_alone()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        await PostAsync(storage, "m1");
        await ReportAsync(storage, "Courier", Noon, corrections: Note);
        var reply = Assert.Single(await storage.Outbox.DueAsync(Noon, default));
        await storage.Outbox.MarkGoneAsync(reply.Id, "the message was deleted", Noon, default);
        Assert.Null(await storage.Outbox.NextDueAsync(default));

        await ReportAsync(storage, "Herald", Noon.AddMinutes(2), corrections: "Correction: The depot is near Erbil.");
        Assert.Null(await storage.Outbox.NextDueAsync(default));
    }

    [Fact]
    public async Task An_edit_that_fails_holds_up_no_post_and_stays_due()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await storage.SaveAsync(Title);
        await PostAsync(storage, "m1");
        await ReportAsync(storage, "Courier", Noon);
        var edit = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(1), default));
        Assert.True(await storage.Outbox.MarkTriedAsync(edit, Noon.AddMinutes(1), default));
        await storage.Outbox.PostponeAsync(edit.Id, Noon.AddMinutes(5), "the platform is away", default);
        await storage.SaveAsync("Floods close the bridge in Basra");

        var post = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(10), default));
        Assert.IsType<OutboxAct.Post>(post.Act);
        await SettleAsync(storage, post, "m2", Noon.AddMinutes(10));
        var again = Assert.Single(await storage.Outbox.DueAsync(Noon.AddMinutes(10), default));
        Assert.Equal((edit.Id, 1), (again.Id, again.Attempts));
        Assert.Equal(new OutboxStore.Counts(2, 0, 0), await storage.Outbox.CountAlertsAsync([ScopeKey.Operator], default));
    }

    [Fact]
    public async Task A_story_that_was_quiet_for_long_enough_is_posted_again_with_what_was_told_before()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        await UpdateAsync(storage, Updates.TryParse("post again after 6 hours of quiet")!);
        await storage.SaveAsync(Title);
        await PostAsync(storage, "m1");

        // A report that meets no watchlist keeps the story awake, and so does one that comes soon.
        await ReportAsync(storage, "Courier", Noon.AddHours(5));
        await MatchAsync(storage, "Herald", Noon.AddHours(10));
        Assert.All(await storage.Outbox.DueAsync(Noon.AddHours(11), default), entry => Assert.IsType<OutboxAct.Edit>(entry.Act));

        await MatchAsync(storage, "Gazette", Noon.AddHours(16));
        var post = Assert.Single(await storage.Outbox.DueAsync(Noon.AddHours(16), default));
        Assert.IsType<OutboxAct.Post>(post.Act);
        Assert.Equal(("Gazette", Title, "Wire"), (AlertOf(post).Source, AlertOf(post).Earlier!.Headline, AlertOf(post).Earlier!.Source));
        Assert.Equal(["Wire", "Courier", "Herald"], AlertOf(post).AlsoReportedBy.ToArray());
    }

    [Theory]
    [InlineData("Edit", "edit")]
    [InlineData("edit-and-thread", "edit and thread")]
    [InlineData("post again after 6h", "post again after 6 hours of quiet")]
    [InlineData("Post again after 1 hour of quiet", "post again after 1 hour of quiet")]
    [InlineData("post again after 0 hours", null)]
    [InlineData("post again after 721 hours", null)]
    [InlineData("edit sometimes", null)]
    [InlineData("", null)]
    public void Updates_are_read_and_written(string written, string? kept) => Assert.Equal(kept, Updates.TryParse(written)?.ToString());

    private static Alert AlertOf(OutboxEntry entry) => Assert.IsType<OutboxMessage.OfAlert>(entry.Message).Alert;

    private static async Task PostAsync(StorageUnderTest storage, string messageId) =>
        await SettleAsync(storage, Assert.Single(await storage.Outbox.DueAsync(Noon, default)), messageId, Noon);

    private static async Task SettleAsync(StorageUnderTest storage, OutboxEntry entry, string messageId, DateTimeOffset now)
    {
        Assert.True(await storage.Outbox.MarkTriedAsync(entry, now, default));
        await storage.Outbox.MarkSentAsync(entry.Id, messageId, now, default);
    }

    private static async Task EditAsync(StorageUnderTest storage, OutboxEntry entry, DateTimeOffset now)
    {
        Assert.True(await storage.Outbox.MarkTriedAsync(entry, now, default));
        await storage.Outbox.MarkEditedAsync(entry.Id, entry.Revision, now, default);
    }

    private static Task UpdateAsync(StorageUnderTest storage, Updates updates) => storage.Database.WriteAsync(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE watchlists SET updates = $updates";
        command.Parameters.AddWithValue("$updates", updates.ToString());
        command.ExecuteNonQuery();
    }, default);

    /// <summary>A report of a publisher whose feed the operator follows; it meets no watchlist.</summary>
    private static async Task ReportAsync(StorageUnderTest storage, string publisher, DateTimeOffset at, string? corrections = null, OfficialWord? official = null)
    {
        var article = new Article { Key = new ItemKey(publisher), Title = Title, Text = "", Source = publisher, Published = at };
        await storage.News.SaveAsync(
            [
                new NewArticle(await FeedAsync(storage, publisher), article, new Digest([], [], corrections is null ? [] : [corrections]), [])
                {
                    Officials = official is null ? [] : [official],
                },
            ], at, default);
    }

    /// <summary>One that meets the watchlist.</summary>
    private static async Task MatchAsync(StorageUnderTest storage, string publisher, DateTimeOffset at)
    {
        var reading = storage.Reading(Title, publisher);
        var (channel, alert) = reading.Matches[0].Alerts[0];
        await storage.News.SaveAsync(
            [
                reading with
                {
                    Feed = await FeedAsync(storage, publisher),
                    Article = reading.Article with { Source = publisher, Published = at },
                    Matches = [new NewMatch(storage.Watchlist, [], [(channel, alert with { Source = publisher, Published = at })])],
                },
            ], at, default);
    }

    private static async Task<FeedId> FeedAsync(StorageUnderTest storage, string publisher)
    {
        var url = new Uri($"https://{publisher.Replace(' ', '-').ToLowerInvariant()}.example/rss");
        await storage.Feeds.FollowAsync(ScopeKey.Operator, url, publisher, null, "test", Noon, default);
        return (await storage.Feeds.AllAsync(default)).First(feed => feed.Url == url).Id;
    }
}
