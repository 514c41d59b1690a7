using Bot.Tests.Fakes;

namespace Bot.Tests.Slack;

public class SlackSocketModeTests
{
    [Fact]
    public async Task Two_connections_are_kept_open()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        await fake.Connections(2);
        await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");
        await bot.LoggedAsync("Connected to Slack's workspace Home");

        Assert.StartsWith("connected to Home since", bot.Health, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_connection_that_ends_is_replaced_before_it_is_gone(string reason)
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        var old = (await fake.Connections(2))[0];

        await old.SendAsync(new { type = "disconnect", reason, debug_info = new { host = "fake" } });
        await fake.Connections(3);
        var late = await fake.Commands(FakeSlack.Team, "C123", "U0MEMBER", "status", answers: 1, over: old);
        await old.CloseAsync();

        Assert.Single(late);
        Assert.Equal([2, 3], (await fake.Connections(2)).Select(connection => connection.Number));
        await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");
        Assert.Equal(2, bot.Asked.Count);
    }

    [Fact]
    public async Task A_connection_that_drops_is_opened_again()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        foreach (var connection in await fake.Connections(2))
            connection.Drop();

        await fake.WaitForAsync(() => fake.Calls.Count(call => call == "apps.connections.open") >= 4 ? fake : null, "two new connections");
        await fake.Connections(2);
        var answer = await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");

        Assert.Contains("status answered", answer.Visible, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_command_that_Slack_sends_again_is_answered_once(bool inNewEnvelopes, bool retriesFirst)
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        await fake.Connections(2);

        await fake.Commands(FakeSlack.Team, "C123", "U0MEMBER", "recent", answers: 1, times: 3, anew: inNewEnvelopes, retriesFirst: retriesFirst);
        await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");

        Assert.Equal(["recent", "status"], bot.Asked.Select(request => request.Verb));
    }

    [Fact]
    public async Task A_command_is_acknowledged_while_it_is_still_being_answered()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        var open = await fake.Connections(2);
        using var held = new ManualResetEventSlim();
        bot.Answer = request =>
        {
            Assert.True(held.Wait(Patience.ForAnEvent));
            return Commands.Answer.Says($"{request.Verb} answered");
        };

        var answer = fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");
        await fake.WaitForAsync(() => open.Any(connection => connection.Acknowledged > 0) ? fake : null, "an acknowledgement");
        Assert.False(answer.IsCompleted);
        held.Set();
        Assert.Contains("status answered", (await answer).Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_knows_is_acknowledged_and_harmless()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true);
        var connection = (await fake.Connections(1))[0];

        await fake.SendEnvelope("events_api", new { type = "event_callback" });
        await fake.SendEnvelope("brand_new", new { anything = 1 });
        await fake.SendEnvelope("interactive", new { type = "view_closed" });
        await fake.SendEnvelope("slash_commands", new[] { 1, 2 });
        await connection.SendTextAsync("no JSON");
        await connection.SendTextAsync("[]");
        await connection.SendTextAsync("""{"type": 7}""");
        await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");

        await bot.LoggedAsync("brand_new");
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    public async Task A_refused_app_token_turns_the_commands_off_and_says_so(string error)
    {
        await using var fake = await FakeSlack.StartAsync();
        var refused = new FakeSlackTrouble.Refuse(error);
        fake.Next("apps.connections.open", refused, refused);
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        await bot.LoggedAsync("Slack's commands are off");

        Assert.StartsWith("commands are off", bot.Health, StringComparison.Ordinal);
        Assert.Contains("Slack:AppToken", bot.Health, StringComparison.Ordinal);
        Assert.IsType<Delivery.DeliveryOutcome.Sent>(await bot.Alerts.DeliverAsync(SlackBot.Entry(), default));
    }

    [Fact]
    public async Task A_refused_bot_token_is_named()
    {
        await using var fake = await FakeSlack.StartAsync();
        fake.Next("auth.test", new FakeSlackTrouble.Refuse("token_revoked"), new FakeSlackTrouble.Refuse("token_revoked"));
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        await bot.LoggedAsync("Slack's commands are off");

        Assert.Contains("Slack:BotToken", bot.Health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_at_the_start_passes()
    {
        await using var fake = await FakeSlack.StartAsync();
        fake.Next("auth.test", new FakeSlackTrouble.Fail(503));
        fake.Next("apps.connections.open", new FakeSlackTrouble.Fail(503), new FakeSlackTrouble.Limit(1), new FakeSlackTrouble.Drop());
        await using var bot = await SlackBot.StartAsync(fake, live: true);

        await fake.Command(FakeSlack.Team, "C123", "U0MEMBER", "status");
    }

    [Fact]
    public async Task Without_an_app_token_alerts_go_out_and_the_health_says_what_is_missing()
    {
        await using var fake = await FakeSlack.StartAsync();
        await using var bot = await SlackBot.StartAsync(fake, live: true, settings: ("Slack:AppToken", ""));

        await bot.LoggedAsync("Slack gets alerts only");
        Assert.Contains("Slack:AppToken", bot.Health, StringComparison.Ordinal);
        Assert.IsType<Delivery.DeliveryOutcome.Sent>(await bot.Alerts.DeliverAsync(SlackBot.Entry(), default));
        Assert.Equal(["chat.postMessage"], fake.Calls);
    }
}
