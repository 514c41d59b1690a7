using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using News.Alerts;

namespace Bot.Tests.EndToEnd;

public sealed class NoticeTests
{
    [Fact]
    public async Task A_notice_stands_once_on_each_platform_also_where_an_answer_was_lost()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Discord.FailNextPost(PostFault.DropAfterStoring);
        room.Slack.Next("chat.postMessage", new FakeSlackTrouble.DoThenDrop());

        await TellAsync(room, "feed:1:gone");
        await TellAsync(room, "feed:1:gone");
        await room.Bot.UntilTerminalShowsAsync("⚠️ [Example](https://evil.example) *Wire* is gone");
        await room.Bot.UntilAsync(() => Sent(room, "discord") && Sent(room, "slack"), "both are told");
        await room.UntilDeliveredAsync();

        Assert.Contains("is gone**\nRemove it: /feed remove", Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel)).Text, StringComparison.Ordinal);
        Assert.Contains("*Wire* is gone", Assert.Single(room.Slack.Messages(Newsroom.SlackChannel)).Visible, StringComparison.Ordinal);
        Assert.Equal(2, room.Bot.Terminal.Split('\n').Count(line => line.Trim().Length > 0));
        var status = await room.AskDiscordWithoutRightsAsync("status");
        Assert.Contains("Notices", status.Text, StringComparison.Ordinal);
        Assert.Contains("3 posted, 0 waiting, 0 refused", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_waits_at_a_stop_goes_out_at_the_next_start()
    {
        await using var room = await Newsroom.OpenAsync();
        room.Discord.FailNextPost(PostFault.ErrorBeforeStoring);
        await TellAsync(room, "feed:1:gone");
        await room.Bot.UntilAsync(() => room.Bot.Log.Any(line => line.Contains("Posting to discord", StringComparison.Ordinal)), "the post waits");

        await room.Bot.RestartAsync();

        await room.Discord.MessageIn(Newsroom.DiscordChannel);
        await room.Bot.UntilAsync(() => Sent(room, "discord"), "it is told");
        Assert.Single(room.Discord.Messages(Newsroom.DiscordChannel));
    }

    private static async Task TellAsync(Newsroom room, string once)
    {
        var notice = new Notice
        {
            Kind = NoticeKind.Trouble,
            Title = "[Example](https://evil.example) *Wire* is gone",
            Sentences = ["Remove it: /feed remove Example Wire"],
        };
        var outbox = room.Bot.Services.GetRequiredService<OutboxStore>();
        await room.Bot.Services.GetRequiredService<Database>().WriteAsync(
            connection =>
            {
                foreach (var channel in new[] { ChannelAddress.Discord(Newsroom.DiscordChannel), ChannelAddress.Slack(Newsroom.SlackChannel), ChannelAddress.Terminal })
                    OutboxStore.InsertNotice(connection, channel, once, notice, TimeProvider.System.GetUtcNow());
            }, default);
        outbox.Work.Beat();
    }

    private static bool Sent(Newsroom room, string platform) =>
        room.Bot.Log.Any(line => line.Contains($"Posted to {platform}:", StringComparison.Ordinal));
}
