using System.CommandLine;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Verbs;

/// <summary><c>bot trace LINK</c>: an item's whole way, a JSON object for each step.</summary>
internal static class TraceVerb
{
    /// <param name="settings">The settings among the arguments.</param>
    public static Command Command(Streams streams, string[] settings)
    {
        var link = new Argument<string>("LINK") { Description = "The link of an article that came from a feed." };
        var command = new Command("trace", "Print an item's whole way: feed, page, story, watchlists, and every message with its attempts.") { link };
        command.SetAction(parsed => Run(streams, settings, parsed.GetValue(link)!));
        return command;
    }

    private static int Run(Streams streams, string[] settings, string link)
    {
        try
        {
            var builder = BotApp.Builder(configuration => Settings.Read(configuration, Directory.GetCurrentDirectory(), settings));
            using var host = BotApp.Build(builder, live: false);
            var steps = ItemTrace.Of(host.Services.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString, link);
            if (steps.IsEmpty)
            {
                streams.Error.WriteLine($"No item with the link {link} is stored.");
                return BotApp.BadInput;
            }

            foreach (var step in steps)
                streams.Out.WriteLine(JsonLines.Write(Line(step)));
            return BotApp.Fine;
        }
        catch (Exception problem) when (Settings.Explain(problem) is { } lines)
        {
            foreach (var line in lines)
                streams.Error.WriteLine(line);
            return BotApp.BadInput;
        }
    }

    private static OrderedDictionary<string, object?> Line(TraceStep step)
    {
        var line = new OrderedDictionary<string, object?> { ["step"] = step.Step, ["at"] = step.At };
        foreach (var (name, value) in step.Details)
            line[name] = value;
        return line;
    }
}
