using System.CommandLine;
using System.Text.Json;
using Bot.Storage;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;
using Bot.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Verbs;

/// <summary><c>bot trace LINK</c> as a shell sees it, while the bot is at work.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task An_item_s_whole_way_is_printed_a_step_a_line()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var (exit, lines, error) = Run(room, "https://wire.example/1?utm_source=x");

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(["received", "story", "matched", "message", "message", "message"], lines.Select(line => line.GetProperty("step").GetString()));
        Assert.Equal("Airstrike hits depot near Kirkuk", lines[0].GetProperty("title").GetString());
        Assert.Equal("guid:1", lines[0].GetProperty("knownAs").GetString());
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("untold").ValueKind);
        Assert.Equal("started", lines[1].GetProperty("became").GetString());
        Assert.StartsWith("s", lines[1].GetProperty("story").GetString(), StringComparison.Ordinal);
        Assert.Equal((Newsroom.Watchlist, "operator", "told"), (Text(lines[2], "watchlist"), Text(lines[2], "scope"), Text(lines[2], "became")));
        Assert.Contains("airstrike", lines[2].GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("term").GetString()));
        Assert.Equal(
            [$"discord:{Newsroom.DiscordChannel}", $"slack:{Newsroom.SlackChannel}", "terminal"],
            lines[3..].Select(line => Text(line, "channel")!).Order(StringComparer.Ordinal));
        Assert.All(lines[3..], line =>
        {
            Assert.Equal("sent", Text(line, "state"));
            Assert.Equal(1, line.GetProperty("attempts").GetInt32());
            Assert.EndsWith("Z", Text(line, "firstTried"), StringComparison.Ordinal);
        });
        Assert.Equal((await room.Discord.MessageIn(Newsroom.DiscordChannel)).Id, lines[3..].Single(line => Text(line, "channel")!.StartsWith("discord", StringComparison.Ordinal)).GetProperty("messageId").GetString());
    }

    [Fact]
    public async Task What_met_nothing_says_so()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var (exit, lines, _) = Run(room, "https://wire.example/2");

        Assert.Equal(0, exit);
        Assert.Equal("not matched", Text(lines[^1], "became"));
    }

    [Fact]
    public async Task What_is_not_stored_and_a_file_that_is_not_there_are_told_on_standard_error()
    {
        await using var room = await Newsroom.OpenWithStoriesAsync();

        var never = Run(room, "https://wire.example/99");
        var nowhere = Run("Data Source=/nowhere/at/all.db", "https://wire.example/1");

        Assert.Equal((2, 0), (never.Exit, never.Lines.Length));
        Assert.Contains("No item with the link https://wire.example/99 is stored", never.Error, StringComparison.Ordinal);
        Assert.Equal((2, 0), (nowhere.Exit, nowhere.Lines.Length));
        Assert.Contains("Storage:ConnectionString", nowhere.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("/nowhere"));
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static (int Exit, JsonElement[] Lines, string Error) Run(Newsroom room, string link) =>
        Run(room.Bot.Services.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString, link);

    private static (int Exit, JsonElement[] Lines, string Error) Run(string connectionString, string link)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var root = new RootCommand();
        root.Subcommands.Add(TraceVerb.Command(new Streams(Stream.Null, output, error), [$"--Storage:ConnectionString={connectionString}"]));
        var exit = root.Parse(["trace", link]).Invoke();
        return (exit, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)], error.ToString());
    }
}
