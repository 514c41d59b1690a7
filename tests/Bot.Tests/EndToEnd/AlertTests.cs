using Bot.Tests.Fakes;

namespace Bot.Tests.EndToEnd;

public sealed class AlertTests
{
    [Fact]
    public async Task A_story_stands_once_on_each_platform_with_its_quote_and_its_reason()
    {
        await using var room = await Newsroom.OpenAsync();

        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"), Rss.Item("2", "Football: Basra win again", "<p>Two goals in Basra.</p>"));
        var discord = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var slack = await room.Slack.MessageIn(Newsroom.SlackChannel);
        await room.Bot.UntilTerminalShowsAsync("Airstrike hits depot near Kirkuk");
        await room.UntilPolledAsync("/wire", 3);

        foreach (var shown in new[] { discord.Text, slack.Visible, room.Bot.Terminal })
        {
            Assert.Contains("Airstrike hits depot near Kirkuk", shown, StringComparison.Ordinal);
            Assert.Contains("“The building was empty, and it was known to be empty”", shown, StringComparison.Ordinal);
            Assert.Contains("Maj. Gen. Basim Halabi", shown, StringComparison.Ordinal);
            Assert.Contains(Newsroom.Watchlist, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("subscribe", shown, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var sent in new[] { discord.Body.ToJsonString(), slack.Body.GetRawText(), room.Bot.Terminal })
            Assert.Contains("https://wire.example/1", sent, StringComparison.Ordinal);
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
        Assert.Single(room.Slack.Messages(Newsroom.SlackChannel));
        Assert.DoesNotContain("Football", room.Bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_poll_of_a_feed_posts_nothing_of_what_is_there()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Wire(Rss.Item("old", "Airstrike in Iraq: the old story")));

        room.Wire(Rss.Item("new", "Airstrike in Iraq: the new story"), Rss.Item("old", "Airstrike in Iraq: the old story"));
        await room.Bot.UntilTerminalShowsAsync("the new story");
        await room.UntilPolledAsync("/wire", 2);

        Assert.DoesNotContain("the old story", room.Bot.Terminal, StringComparison.Ordinal);
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    [Fact]
    public async Task Backfill_posts_of_the_first_poll_what_is_young_enough()
    {
        await using var room = await Newsroom.OpenAsync(room =>
        {
            room.Settings["Polling:Backfill"] = "1.00:00:00";
            room.Wire(
                Rss.Item("young", "Airstrike in Iraq: an hour ago", published: DateTimeOffset.UtcNow.AddHours(-1)),
                Rss.Item("old", "Airstrike in Iraq: two days ago", published: DateTimeOffset.UtcNow.AddDays(-2)));
        });

        await room.Bot.UntilTerminalShowsAsync("an hour ago");
        await room.UntilPolledAsync("/wire", 2);

        Assert.DoesNotContain("two days ago", room.Bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_first_seen_long_after_its_date_is_found_and_not_posted()
    {
        await using var room = await Newsroom.OpenAsync();

        room.Wire(
            Rss.Item("old", "Airstrike in Iraq: the anniversary", published: DateTimeOffset.UtcNow.AddDays(-4)),
            Rss.Item("new", "Airstrike in Iraq: the news of today"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.UntilPolledAsync("/wire", 2);
        var answer = await room.AskDiscordWithoutRightsAsync("recent");

        Assert.Contains("the anniversary", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the anniversary", room.Bot.Terminal, StringComparison.Ordinal);
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    [Fact]
    public async Task The_same_story_from_a_second_publisher_is_posted_once()
    {
        await using var room = await Newsroom.OpenAsync(Newsroom.WithCourier);
        await room.UntilPolledAsync("/courier", 2);

        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk in Iraq"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        room.Site.Serve("/courier", Rss.Feed(
            Rss.Item("c1", "Airstrike hits depot near Kirkuk in Iraq", link: "https://courier.example/depot"),
            Rss.Item("c2", "The agency’s report on the Iraq airstrike", link: "https://www.wire.example/1?utm_source=rss")));
        await room.UntilPolledAsync("/courier", 3);
        var answer = await room.AskDiscordWithoutRightsAsync("recent");

        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
        Assert.Contains("Example Courier", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Example Wire", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_posts_nothing_twice_and_polls_nothing_early()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.Slack.MessageIn(Newsroom.SlackChannel);

        // With a long interval the next poll's time comes from the database, and from nowhere else.
        await room.Bot.RestartAsync(new() { ["Polling:Interval"] = "00:30:00", ["Polling:MaximumInterval"] = "01:00:00" });
        await room.UntilRestingAsync(TimeSpan.FromMinutes(10));
        await room.Bot.RestartAsync();
        var polls = room.Site.CountOf("/wire");
        await room.Discord.UntilReady();
        await room.AskDiscordWithoutRightsAsync("status");
        await room.UntilDeliveredAsync();

        Assert.Equal(polls, room.Site.CountOf("/wire"));
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
        Assert.Single(room.Slack.Messages(Newsroom.SlackChannel));
    }

    [Fact]
    public async Task An_unchanged_feed_is_asked_for_with_the_validators_it_gave()
    {
        await using var room = await Newsroom.OpenAsync(room => room.Site.Serve(
            "/wire", Rss.Feed(Rss.Item("1", "Quiet day")), etag: "W/\"a-b/c=\""));

        await room.UntilPolledAsync("/wire", 1);

        Assert.Equal("W/\"a-b/c=\"", room.Site.Requests[^1].Header("If-None-Match"));
    }

    [Theory]
    [InlineData(PostFault.ErrorAfterStoring)]
    [InlineData(PostFault.DropAfterStoring)]
    [InlineData(PostFault.ErrorBeforeStoring)]
    public async Task A_lost_answer_of_Discord_posts_nothing_twice(PostFault fault)
    {
        await using var room = await Newsroom.OpenAsync();
        room.Discord.FailNextPost(fault);

        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Bot.UntilAsync(() => room.Discord.PostsSeen >= 2, "Discord is asked a second time");
        await room.Bot.UntilAsync(() => Sent(room, "discord"), "the alert is settled");

        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    [Fact]
    public async Task A_lost_answer_of_Slack_posts_nothing_twice()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Slack.Next("chat.postMessage", new FakeSlackTrouble.DoThenFail(500), new FakeSlackTrouble.DoThenDrop());

        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Bot.UntilAsync(() => Sent(room, "slack"), "the first alert is settled");
        room.Wire(Rss.Item("2", "A second airstrike in Iraq"), Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Bot.UntilAsync(() => room.Bot.Log.Count(line => line.Contains("Posted to slack:", StringComparison.Ordinal)) == 2, "the second alert is settled");

        Assert.Equal(2, room.Slack.Messages(Newsroom.SlackChannel).Count);
    }

    [Fact]
    public async Task A_platform_that_says_too_many_requests_is_waited_for()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Discord.LimitNextPost(0.5);
        room.Slack.Next("chat.postMessage", new FakeSlackTrouble.Limit(1));

        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.Slack.MessageIn(Newsroom.SlackChannel);

        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
        Assert.Single(room.Slack.Messages(Newsroom.SlackChannel));
    }

    [Fact]
    public async Task What_is_refused_for_good_is_parked_with_its_reason_and_blocks_nothing()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Discord.RefuseNextPost(400, 50035, "Invalid Form Body");
        room.Slack.Next("chat.postMessage", new FakeSlackTrouble.Refuse("invalid_blocks"));

        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Bot.UntilAsync(() => room.Bot.Log.Count(line => line.Contains("is parked", StringComparison.Ordinal)) == 2, "both alerts are parked");
        room.Wire(Rss.Item("2", "A second airstrike in Iraq"), Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.Slack.MessageIn(Newsroom.SlackChannel);
        var status = await room.AskDiscordWithoutRightsAsync("status");

        Assert.Contains("Airstrike hits depot near Kirkuk", status.Text, StringComparison.Ordinal);
        Assert.Contains("Invalid Form Body", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_the_bot_may_not_post_in_gets_its_stories_once_it_may_and_status_says_what_to_do()
    {
        var clock = new SetClock();
        await using var room = await Newsroom.OpenAsync(clock: clock);
        room.Discord.RefuseNextPost(403, 50013, "Missing Permissions");
        room.Slack.Next("chat.postMessage", new FakeSlackTrouble.Refuse("not_in_channel"));

        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Bot.UntilAsync(() => room.Bot.Log.Count(line => line.Contains("takes nothing", StringComparison.Ordinal)) == 2, "both channels are closed");
        var status = await room.AskDiscordWithoutRightsAsync("status");
        Assert.Contains("permission", status.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("invite", status.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 message waits", status.Text, StringComparison.Ordinal);

        clock.Step(TimeSpan.FromHours(1));
        await room.UntilDeliveredAsync();
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.Slack.MessageIn(Newsroom.SlackChannel);
        Assert.DoesNotContain("take nothing", (await room.AskDiscordWithoutRightsAsync("status")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_headline_pings_nobody_and_breaks_out_of_nothing()
    {
        await using var room = await Newsroom.OpenAsync();
        var headline = "@everyone <!channel> <@U0ADMIN> **bold** [click](https://evil.example) \u202Eabc airstrike in Iraq "
            + string.Concat(Enumerable.Repeat("word ", 200));

        room.Wire(Rss.Item("1", headline));
        var discord = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var slack = await room.Slack.MessageIn(Newsroom.SlackChannel);

        // The fakes are strict: each limit, each mention and each field outside the platforms' descriptions is a violation.
        Assert.DoesNotContain("<!channel>", slack.Body.GetRawText().Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", discord.Text + slack.Visible + room.Bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("…", discord.Text, StringComparison.Ordinal);
    }

    private static bool Sent(Newsroom room, string platform) =>
        room.Bot.Log.Any(line => line.Contains($"Posted to {platform}:", StringComparison.Ordinal));
}
