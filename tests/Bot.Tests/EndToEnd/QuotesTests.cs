using Bot.Tests.Fakes;

namespace Bot.Tests.EndToEnd;

/// <summary>Who said what: /quotes on each platform, and the quotations of an alert.</summary>
public sealed class QuotesTests
{
    private const string Ferry =
        "<p>The ferry to Basra stays in port, its owner said on Tuesday.</p>"
        + "<p>“Nobody will sail before the weather turns,” said Dunya el-Kamal, the ferry’s owner. “Ask me again on Friday.”</p>"
        + "<p>“The harbour of Iraq’s south is closed to 14 ships,” an official in the port said.</p>";

    [Theory]
    [InlineData("quotes Kamal", "Nobody will sail before the weather turns", "The building was empty")]
    [InlineData("quotes DUNYA KAMÁL", "Nobody will sail before the weather turns", "The building was empty")]
    [InlineData("quotes by al-Kamal 24h", "Nobody will sail before the weather turns", "The building was empty")]
    [InlineData("quotes owner", "Nobody will sail before the weather turns", "The building was empty")]
    [InlineData("quotes ministry spokesman", "The building was empty", "Nobody will sail")]
    [InlineData("quotes speaker:Halabi about:Iraq since:7d", "The building was empty", "Nobody will sail")]
    [InlineData("quotes about ferry", "Nobody will sail before the weather turns", "The building was empty")]
    [InlineData("quotes about port AND Iraq 2d", "The harbour of Iraq’s south is closed to 14 ships", "The building was empty")]
    [InlineData("quotes official about Iraq", "The harbour of Iraq’s south is closed to 14 ships", "Nobody will sail")]
    [InlineData("quotes about title:depot", "The building was empty", "Nobody will sail")]
    public async Task Who_said_what_is_found_by_name_role_and_subject(string typed, string said, string notSaid)
    {
        await using var room = await OpenAsync();

        var onSlack = await room.AskSlackAsync(typed, "U0MEMBER");

        Assert.Contains(said, onSlack.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain(notSaid, onSlack.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_platform_shows_speaker_role_quote_source_time_and_link()
    {
        await using var room = await OpenAsync();

        var onDiscord = await room.AskDiscordWithoutRightsAsync("quotes", ("speaker", "Kamal"), ("about", "weather OR storm"), ("since", "2d"));
        var onSlack = await room.AskSlackAsync("quotes Kamal about weather OR storm 2d", "U0MEMBER");

        Assert.True(onDiscord.IsPrivate);
        foreach (var shown in new[] { onDiscord.Text, onSlack.Visible })
        {
            Assert.Contains("Quotes by “Kamal” about “weather OR storm” in the last 48 hours", shown, StringComparison.Ordinal);
            Assert.Contains("1 quote in 1 story", shown, StringComparison.Ordinal);
            Assert.Contains("Ferry stays in port", shown, StringComparison.Ordinal);
            Assert.Contains("“Nobody will sail before the weather turns” … “Ask me again on Friday.”\n", shown.Replace("\n> ", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("— Dunya el-Kamal, the ferry’s owner", shown, StringComparison.Ordinal);
            Assert.Contains("Example Wire", shown, StringComparison.Ordinal);
        }

        Assert.Contains("https://wire.example/2", onDiscord.Messages[0].Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("timestamp", onDiscord.Messages[0].Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("https://wire.example/2", onSlack.Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terminal_answers_too()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/wire", Rss.Feed(Rss.Item("1", "Airstrike hits depot near Kirkuk"), Rss.Item("2", "Ferry stays in port", Ferry)));
        await using var bot = BotUnderTest.With(new() { ["Feeds:0:Url"] = site.Url("/wire").AbsoluteUri, ["Feeds:0:Name"] = "Example Wire" });

        await bot.RunOnceAsync(null, "/quotes", "/quotes Kamal", "/quotes Nobody Atall about golf", "/quotes @nothing-such", "/quotes about (Iraq AND", "/quotes since:soon", "/quotes \"\"");

        Assert.Contains("Quotes in the last 7 days", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("3 quotes in 2 stories", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("“Nobody will sail before the weather turns” … “Ask me again on Friday.” — Dunya el-Kamal, the ferry’s owner", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("No quotes by “Nobody Atall” about “golf” in the last 7 days.", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("/quotes Atall", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("since:30d", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("There is no entity @nothing-such here.", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("^", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("“soon” is no span of time", bot.Terminal, StringComparison.Ordinal);
        Assert.Contains("has no word of a name", bot.Terminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_is_found_by_each_of_its_names()
    {
        await using var room = await OpenAsync(Rss.Item("3", "Drill in the gulf", "<p>“The drill ends on Sunday at the latest,” the Revolutionary Guards said in a statement.</p>"));

        var onSlack = await room.AskSlackAsync("quotes @irgc", "U0MEMBER");

        Assert.Contains("The drill ends on Sunday at the latest", onSlack.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("Halabi", onSlack.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_one_story_stand_together_and_what_both_have_stands_once()
    {
        await using var room = await Newsroom.OpenAsync(Newsroom.WithCourier);
        await room.UntilPolledAsync("/courier", 2);
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk in Iraq"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        room.Site.Serve("/courier", Rss.Feed(Rss.Item(
            "c1", "Airstrike hits depot near Kirkuk in Iraq", Rss.AirstrikeText + "<p>“We ran to the river when we heard it,” said Jane Roe, a nurse. “The building was empty, and it was known to be empty.”</p>", link: "https://courier.example/depot")));
        await room.UntilPolledAsync("/courier", 3);

        var onSlack = await room.AskSlackAsync("quotes about Kirkuk", "U0MEMBER");

        Assert.Contains("2 quotes in 1 story", onSlack.Visible, StringComparison.Ordinal);
        Assert.Single(onSlack.Visible.Split("The building was empty").Skip(1));
        Assert.Contains("We ran to the river when we heard it", onSlack.Visible, StringComparison.Ordinal);
        Assert.Contains("https://courier.example/depot", onSlack.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Example Courier", onSlack.Visible, StringComparison.Ordinal);
    }

    private static readonly string[] Districts =
        ["Amara", "Badra", "Chibayish", "Dokan", "Erbil", "Fao", "Garmian", "Hilla", "Itaiwa", "Jalawla", "Kalar", "Lazan", "Mosul", "Najaf"];

    [Fact]
    public async Task More_than_an_answer_shows_is_counted()
    {
        await using var room = await OpenAsync([.. Enumerable.Range(10, 14).Select(i => Rss.Item(
            $"{i}", $"The council of {Districts[i - 10]} met {i * 7} people",
            Rss.OwnText($"{i}") + string.Concat(Enumerable.Range(1, 5).Select(n => $"<p>“In district {i} there are {n} roads and {i + n} bridges,” said Jane Roe, the mayor.</p>"))))]);

        var onDiscord = await room.AskDiscordWithoutRightsAsync("quotes", ("speaker", "roe"));
        var onSlack = await room.AskSlackAsync("quotes roe", "U0MEMBER");

        foreach (var shown in new[] { onDiscord.Text, onSlack.Visible })
        {
            Assert.Contains("30 of 70 quotes, in the newest 10 of 14 stories.", shown, StringComparison.Ordinal);
            Assert.Contains("… and 2 more in this story", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_tenant_sees_what_only_another_s_feeds_brought()
    {
        await using var room = await Newsroom.OpenAsync(room =>
        {
            Newsroom.WithOtherServer(room);
            room.Site.Serve("/other", Rss.Feed());
        });
        await room.AskElsewhereAsync("feed add", ("url", room.Site.Url("/other").AbsoluteUri));
        await room.UntilPolledAsync("/other", 2);
        room.Site.Serve("/other", Rss.Feed(Rss.Item("2", "Ferry stays in port", Ferry)));
        room.Wire(Rss.Item("1", "Airstrike hits depot near Kirkuk"));
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.UntilPolledAsync("/other", 2);

        foreach (var options in new (string, object)[][] { [], [("speaker", "Kamal")], [("about", "ferry")], [("speaker", "owner"), ("about", "ferry")] })
        {
            Assert.DoesNotContain("sail", (await room.AskDiscordAsync("quotes", options)).Text, StringComparison.Ordinal);
            Assert.Contains("Nobody will sail", (await room.AskElsewhereAsync("quotes", options)).Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("building", (await room.AskElsewhereAsync("quotes", ("speaker", "Halabi"))).Text, StringComparison.Ordinal);
        Assert.Contains("building", (await room.AskDiscordAsync("quotes", ("speaker", "Halabi"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_quotation_mentions_nobody_and_stays_in_its_block()
    {
        const string Hostile = "<p>“@everyone **look** &lt;!channel&gt; &lt;@U1&gt; `x` [a](https://evil.example) \u202Ereversed\u202C e\u0301\u0302 end,” said Jane *Roe* &lt;@1&gt;, a ||mayor||.</p>";
        await using var room = await OpenAsync(Rss.Item("3", "# Head <!here>", Hostile));

        var onDiscord = await room.AskDiscordWithoutRightsAsync("quotes", ("about", "reversed"));
        var onSlack = await room.AskSlackAsync("quotes about reversed", "U0MEMBER");

        Assert.Contains("reversed", onDiscord.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", onDiscord.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("](https://evil", onDiscord.Text, StringComparison.Ordinal);
        Assert.Contains(@"\*\*look\*\*", onDiscord.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel", onSlack.Body.GetRawText().Replace("\\u003C", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var shown in new[] { onDiscord.Text, onSlack.Visible })
            Assert.DoesNotContain("\u202E", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_cuts_a_long_quotation_and_More_quotes_shows_all_of_it()
    {
        var speech = string.Join(' ', Enumerable.Range(1, 60).Select(day => $"On day {day} of the strike we asked the council for a list of the empty houses."));
        await using var room = await Newsroom.OpenAsync();
        room.Wire(Rss.Item("1", "Airstrike in Iraq: a speech", $"<p>Correction: an earlier version of this story misspelled a name.</p><p>The council met after the airstrike in Iraq, and {new string('x', 20)} was heard.</p><p>“{speech}” said Jane Roe, the mayor.</p>"));
        var onDiscord = await room.Discord.MessageIn(Newsroom.DiscordChannel);
        var onSlack = await room.Slack.MessageIn(Newsroom.SlackChannel);

        var discord = await room.Discord.Press(
            onDiscord, onDiscord.CustomIds.Single(id => id.StartsWith("quotes:", StringComparison.Ordinal)), Newsroom.Server, Newsroom.Member);
        var slack = await room.Slack.Press(FakeSlack.Team, Newsroom.SlackChannel, "U0MEMBER", onSlack.Button("More quotes"));

        foreach (var alert in new[] { onDiscord.Text, onSlack.Visible })
        {
            Assert.Contains("Corrected: An earlier version of this story misspelled a name.", alert, StringComparison.Ordinal);
            Assert.Contains("On day 1 of", alert, StringComparison.Ordinal);
            Assert.Contains("houses. …”", alert, StringComparison.Ordinal);
            Assert.DoesNotContain("On day 9 of", alert, StringComparison.Ordinal);
        }

        foreach (var all in new[] { discord.Text, slack.Visible })
        {
            Assert.All(Enumerable.Range(1, 60), day => Assert.Contains($"On day {day} of the strike", all, StringComparison.Ordinal));
            Assert.DoesNotContain("…", all, StringComparison.Ordinal);
        }
    }

    /// <summary>A feed that had its first poll brings a story about a ferry, then these, then one that is told in the channel: then all are stored.</summary>
    private static async Task<Newsroom> OpenAsync(params string[] more)
    {
        var room = await Newsroom.OpenAsync();
        room.Wire([Rss.Item("1", "Airstrike hits depot near Kirkuk"), Rss.Item("2", "Ferry stays in port", Ferry), .. more]);
        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.UntilDeliveredAsync();
        return room;
    }
}
