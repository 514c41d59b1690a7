using Bot.Delivery;
using Bot.Storage;
using Bot.Tests.Storage;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>Edits and replies on their way from the outbox to a platform.</summary>
public sealed class LivingMessagesTests
{
    private readonly FakeTimeProvider _clock = new(StorageUnderTest.Noon);

    [Fact]
    public async Task A_message_is_edited_to_its_newest_state_and_left_alone_then()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var channel = new ScriptedChannel();
        using var loop = await WithOneMessageAsync(storage, channel);

        await ChangeAsync(storage, revision: 3);
        await DrainAsync(loop);
        await DrainAsync(loop);

        Assert.Equal([OutboxAct.Post.New, new OutboxAct.Edit("message of Strike hits depot in Iraq", 3)], channel.Acts);
        Assert.Null(await storage.Outbox.NextDueAsync(default));
    }

    [Fact]
    public async Task An_edit_that_finds_no_message_is_the_last_one()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var channel = new ScriptedChannel { Answer = entry => entry.Act is OutboxAct.Edit ? new DeliveryOutcome.Gone("the message was deleted") : null };
        using var loop = await WithOneMessageAsync(storage, channel);

        await ChangeAsync(storage, revision: 1);
        await DrainAsync(loop);

        Assert.Equal(2, channel.Acts.Count);
        Assert.Null(await storage.Outbox.NextDueAsync(default));
        Assert.Equal(("sent", "the message was deleted"), await StateAsync(storage));
    }

    [Fact]
    public async Task An_edit_that_is_refused_leaves_the_message_as_it_stands()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var channel = new ScriptedChannel { Answer = entry => entry.Act is OutboxAct.Edit ? new DeliveryOutcome.Refused("no edits after an hour") : null };
        using var loop = await WithOneMessageAsync(storage, channel);

        await ChangeAsync(storage, revision: 1);
        await DrainAsync(loop);

        Assert.Null(await storage.Outbox.NextDueAsync(default));
        Assert.Equal(("sent", "no edits after an hour"), await StateAsync(storage));
    }

    [Fact]
    public async Task An_edit_that_has_to_wait_holds_up_no_post()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var channel = new ScriptedChannel { Answer = entry => entry.Act is OutboxAct.Edit ? new DeliveryOutcome.TryLater("a limit", TimeSpan.FromHours(1)) : null };
        using var loop = await WithOneMessageAsync(storage, channel);

        await ChangeAsync(storage, revision: 1);
        await DrainAsync(loop);
        await storage.SaveAsync("Drone falls near Basra in Iraq");
        await DrainAsync(loop);

        Assert.Equal(["Strike hits depot in Iraq", "Strike hits depot in Iraq", "Drone falls near Basra in Iraq"], channel.Headlines);
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromHours(1), await storage.Outbox.NextDueAsync(default));
    }

    [Fact]
    public async Task An_edit_that_gets_no_answer_holds_up_no_post_either()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var channel = new ScriptedChannel { Hangs = entry => entry.Act is OutboxAct.Edit };
        using var loop = await WithOneMessageAsync(storage, channel);
        await ChangeAsync(storage, revision: 1);

        await loop.StartAsync(default);
        await channel.UntilAsync(acts => acts.Count == 2);
        await storage.SaveAsync("Drone falls near Basra in Iraq");

        await channel.UntilAsync(acts => acts.Count == 3);
        await loop.StopAsync(_clock);
    }

    [Fact]
    public async Task What_can_not_be_said_in_a_thread_is_dropped_and_the_message_lives_on()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var channel = new ScriptedChannel { Answer = entry => entry.Act is OutboxAct.Reply ? new DeliveryOutcome.Gone("its thread is locked") { ThreadAlone = true } : null };
        using var loop = await WithOneMessageAsync(storage, channel);
        await SayAsync(storage);

        await DrainAsync(loop);
        await ChangeAsync(storage, revision: 1);
        await DrainAsync(loop);

        Assert.Equal(
            [OutboxAct.Post.New, new OutboxAct.Reply("message of Strike hits depot in Iraq"), new OutboxAct.Edit("message of Strike hits depot in Iraq", 1)], channel.Acts);
        Assert.Null(await storage.Outbox.NextDueAsync(default));
    }

    private async Task<DeliveryLoop> WithOneMessageAsync(StorageUnderTest storage, ScriptedChannel channel)
    {
        var loop = storage.LoopTo(channel, _clock);
        await storage.SaveAsync("Strike hits depot in Iraq");
        await DrainAsync(loop);
        return loop;
    }

    private static async Task DrainAsync(DeliveryLoop loop) => await loop.DrainAsync(TimeSpan.Zero, default);

    private async Task ChangeAsync(StorageUnderTest storage, int revision) => await storage.Database.WriteAsync(
        connection => connection.Execute(
            "UPDATE outbox SET revision = @revision, edit_due = @now WHERE kind = 'alert'", new { revision, now = _clock.GetUtcNow().ToUnixTimeMilliseconds() }), default);

    private async Task SayAsync(StorageUnderTest storage) => await storage.Database.WriteAsync(
        connection => connection.Execute(
            """
            INSERT INTO outbox (key, channel, kind, message, watchlist_id, story_id, parent, once, due, created)
            SELECT 'a change', channel, 'change', @message, watchlist_id, story_id, id, '17', @now, @now FROM outbox WHERE kind = 'alert'
            """,
            new
            {
                message = """{"change":{"kind":"Number","text":"killed: 17","source":"Example Courier","at":"2026-01-28T15:30:00Z"},"storyHeadline":"Strike hits depot in Iraq"}""",
                now = _clock.GetUtcNow().ToUnixTimeMilliseconds(),
            }), default);

    private static async Task<(string State, string? Reason)> StateAsync(StorageUnderTest storage)
    {
        using var connection = storage.Database.Open();
        return await connection.QuerySingleAsync<(string, string?)>("SELECT state, reason FROM outbox");
    }
}
