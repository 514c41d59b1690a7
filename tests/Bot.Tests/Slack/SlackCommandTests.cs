using System.Collections.Immutable;
using Bot.Cards;
using Bot.Commands;
using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using News.Alerts;

namespace Bot.Tests.Slack;

public class SlackCommandTests
{
    [Fact]
    public async Task A_command_is_answered_to_who_typed_it()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        var answer = await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "recent Iraq");

        Assert.Contains("recent answered", answer.Visible, StringComparison.Ordinal);
        var asked = Assert.Single(bot.Asked);
        Assert.Equal("Iraq", asked.Options["rest"]);
        Assert.Equal(new Asker(ScopeKey.Slack(FakeSlack.Team), "U0MEMBER", ChannelAddress.Slack("C123"), MayManage: false, AtHome: true), asked.Asker);
    }

    [Fact]
    public async Task Nothing_typed_is_a_call_for_help()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "  ");

        Assert.Equal("help", Assert.Single(bot.Asked).Verb);
    }

    [Fact]
    public async Task What_is_no_command_is_answered_with_what_to_type()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        var answer = await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "<!channel> *dance*");

        Assert.Contains("There is no <\u2060!channel>.", answer.Visible, StringComparison.Ordinal);
        Assert.Empty(bot.Asked);
    }

    [Fact]
    public async Task What_Slack_escaped_on_the_way_is_read_as_it_was_typed()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        await fake.Command(FakeSlack.Team, "C123", "U0ADMIN", "feed add https://wire.example/rss?a=1&amp;b=2&amp;lt;");

        Assert.Equal("https://wire.example/rss?a=1&b=2&lt;", Assert.Single(bot.Asked).Options["rest"]);
    }

    [Theory]
    [InlineData("U0ADMIN", true)]
    [InlineData("U0OWNER", true)]
    [InlineData("U0LISTED", true)]
    [InlineData("U0MEMBER", false)]
    [InlineData("U0PARTNER", false)]
    public async Task Admins_owners_and_listed_people_may_manage(string user, bool may)
    {
        await using var fake = await FakeSlack.StartAsync();
        fake.AddUser("U0OWNER", owner: true);
        fake.AddUser("U0LISTED");
        fake.AddUser("U0PARTNER", admin: true, team: "T0OTHER");
        await using var bot = await SlackBot.StartAsync(fake, live: true, settings: ("Slack:Managers:0", "U0LISTED"));

        await fake.Command(FakeSlack.Team, "C123", user, "watch add a b");

        Assert.Equal(may, Assert.Single(bot.Asked).Asker.MayManage);
    }

    [Fact]
    public async Task Another_workspace_is_not_at_home_and_its_admins_have_no_right()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        await fake.Command("T0OTHER", "C123", "U0ADMIN", "watch list");

        var asker = Assert.Single(bot.Asked).Asker;
        Assert.Equal(ScopeKey.Slack("T0OTHER"), asker.Scope);
        Assert.False(asker.AtHome);
        Assert.False(asker.MayManage);
    }

    [Fact]
    public async Task Where_Slack_cant_be_asked_nobody_has_the_right_and_the_answer_says_why()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        fake.Next("users.info", new FakeSlackTrouble.Refuse("missing_scope", "users:read"), new FakeSlackTrouble.Fail(503));

        var changing = await fake.Command(FakeSlack.Team, "C123", "U0ADMIN", "watch add a b");
        await fake.Command(FakeSlack.Team, "C123", "U0ADMIN", "recent");

        Assert.Contains("nothing was changed", changing.Visible, StringComparison.Ordinal);
        Assert.Contains("users:read", changing.Visible, StringComparison.Ordinal);
        Assert.False(Assert.Single(bot.Asked, request => request.Verb == "recent").Asker.MayManage);
    }

    [Fact]
    public async Task A_right_is_remembered_for_a_few_minutes()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, time, live: true);
        await fake.Command(FakeSlack.Team, "C123", "U0ADMIN", "watch list");
        await fake.Command(FakeSlack.Team, "C123", "U0ADMIN", "watch list");
        fake.AddUser("U0ADMIN", admin: false);
        time.Advance(TimeSpan.FromMinutes(6));

        await fake.Command(FakeSlack.Team, "C123", "U0ADMIN", "watch list");

        Assert.Equal(2, fake.Calls.Count(call => call == "users.info"));
        Assert.Equal([true, true, false], bot.Asked.Select(request => request.Asker.MayManage));
    }

    [Fact]
    public async Task A_pressed_button_asks_with_what_it_carries()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        await bot.Alerts.DeliverAsync(SlackBot.Entry(), default);
        var alert = await fake.MessageIn("C123");

        var answer = await fake.Press(FakeSlack.Team, "C123", "U0ADMIN", alert.Button("More quotes"));
        await fake.Open(FakeSlack.Team, "C123", "U0ADMIN", alert.Button("Read"));
        await fake.Press(FakeSlack.Team, "C123", "U0MEMBER", alert.Button("Why this?") with { Value = null });

        Assert.Contains("quotes:0123456789abcdef01234567 answered", answer.Visible, StringComparison.Ordinal);
        Assert.Equal(["quotes:0123456789abcdef01234567", "why:0123456789abcdef01234567"], bot.Asked.Select(request => request.Verb));
        Assert.Equal([true, false], bot.Asked.Select(request => request.Asker.MayManage));
    }

    [Fact]
    public async Task A_long_answer_comes_in_several_messages_and_says_what_it_leaves_out()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        bot.Answer = _ => new Answer([.. Enumerable.Range(0, 100).Select(Story)]);

        var answers = await fake.Commands(FakeSlack.Team, "C123", "U0MEMBER", "recent", answers: 5);

        var shown = answers.Sum(answer => answer.Visible.Split("Story ").Length - 1);
        Assert.Contains($"… and {100 - shown} more", answers[4].Visible, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.InRange(answer.Blocks.GetArrayLength(), 1, FakeSlackBlocks.MostBlocks));
    }

    [Fact]
    public async Task Each_of_twenty_five_stories_is_shown()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        bot.Answer = _ => new Answer([.. Enumerable.Range(0, 25).Select(Story)]);

        var answers = await fake.Commands(FakeSlack.Team, "C123", "U0MEMBER", "recent", answers: 3);

        Assert.Equal(25, answers.Sum(answer => answer.Visible.Split("Story ").Length - 1));
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_given_once_more()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        fake.Next("response_url", new FakeSlackTrouble.Fail(502));

        var answer = await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");

        Assert.Contains("status answered", answer.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_is_admitted_and_logged()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        bot.Answer = _ => throw new InvalidOperationException("the shelf fell over");

        var answer = await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");

        Assert.Contains("Something went wrong", answer.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("shelf", answer.Visible, StringComparison.Ordinal);
        await bot.LoggedAsync("the shelf fell over");
    }

    private static Card Story(int number) => new()
    {
        Title = $"Story {number}",
        TitleLink = new Uri($"https://wire.example/{number}"),
        Parts = [new CardPart.Paragraph(new string('x', 400))],
        Footer = CardText.Of("Example Wire · ", new TextRun.Moment(DateTimeOffset.UnixEpoch)),
        Buttons = [new CardButton.Ask("Why this?", $"why:{number}")],
        PlainText = $"Story number {number}",
    };
}
