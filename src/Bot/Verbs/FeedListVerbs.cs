using System.CommandLine;
using Bot.Storage;

namespace Bot.Verbs;

/// <summary><c>bot import</c> and <c>bot export</c>: feeds out of another feed reader's list, and into one.</summary>
internal static class FeedListVerbs
{
    /// <param name="settings">The settings among the arguments.</param>
    public static IEnumerable<Command> All(Streams streams, string[] settings) => [Import(streams, settings), Export(streams, settings)];

    private static Command Import(Streams streams, string[] settings)
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "OPML files, bookmarks that name feeds, or addresses one a line; - for standard input.",
        };
        var command = new Command("import", "Follow the feeds of an OPML file, besides those of the settings file.") { files };
        command.SetAction((parsed, stopping) => WithFeedsAsync(
            streams, settings,
            (services, token) => new FeedImport(services.GetRequiredService<FeedStore>(), TimeProvider.System, streams)
                .RunAsync(parsed.GetValue(files)!, token), stopping));
        return command;
    }

    private static Command Export(Streams streams, string[] settings)
    {
        var scope = new Option<string>("--scope")
        {
            Description = "Whose feeds: operator, discord:SERVER or slack:WORKSPACE.",
            DefaultValueFactory = _ => ScopeKey.Operator.Value,
        };
        var credentials = new Option<bool>("--credentials") { Description = "Write user names and passwords of addresses, too." };
        var command = new Command("export", "Print the feeds that are followed as OPML.") { scope, credentials };
        command.SetAction((parsed, stopping) => WithFeedsAsync(
            streams, settings,
            (services, token) => new FeedListing(services, TimeProvider.System, streams)
                .RunAsync(new ScopeKey(parsed.GetValue(scope)!), parsed.GetValue(credentials), token), stopping));
        return command;
    }

    /// <summary>Opens the database that the settings name, and nothing else of the bot; one that is at work on it goes on.</summary>
    private static async Task<int> WithFeedsAsync(
        Streams streams, string[] settings, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken stopping)
    {
        try
        {
            var builder = BotApp.Builder(configuration => Settings.Read(configuration, Directory.GetCurrentDirectory(), settings));
            using var host = BotApp.Build(builder, live: false);
            Migrations.Apply(host.Services.GetRequiredService<Database>(), stopping);
            return await work(host.Services, stopping);
        }
        catch (Exception problem) when (Settings.Explain(problem) is { } lines)
        {
            foreach (var line in lines)
                await streams.Error.WriteLineAsync(line);
            return BotApp.BadInput;
        }
    }
}
