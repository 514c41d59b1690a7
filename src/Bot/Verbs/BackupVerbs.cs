using System.CommandLine;
using System.Globalization;
using Bot.Storage;

namespace Bot.Verbs;

/// <summary><c>bot backup</c> and <c>bot restore</c>.</summary>
internal static class BackupVerbs
{
    /// <param name="settings">The settings among the arguments.</param>
    public static IEnumerable<Command> All(Streams streams, string[] settings) => [Write(streams, settings), Restore(streams, settings)];

    private static Command Write(Streams streams, string[] settings)
    {
        var file = new Argument<string>("FILE") { Description = "A file that is not there yet." };
        var command = new Command("backup", "Copy the database into a file; a bot that is at work goes on.") { file };
        command.SetAction((parsed, stopping) => WithDatabaseAsync(streams, settings, async database =>
        {
            var target = parsed.GetValue(file)!;
            var length = Backup.Write(database, target, stopping);
            await streams.Out.WriteLineAsync($"{target} holds the database as of now, {length} bytes.");
        }));
        return command;
    }

    private static Command Restore(Streams streams, string[] settings)
    {
        var file = new Argument<string>("FILE") { Description = "What “bot backup” wrote." };
        var until = new Option<string?>("--told-until")
        {
            Description = "When the bot last ran on the lost database (2026-05-01T14:05Z). What is younger is news; unless given, that is only what comes after the restore.",
        };
        var command = new Command("restore", "Put a backup in the place of the database, which is kept under another name. The bot must not run.") { file, until };
        command.SetAction((parsed, stopping) => WithDatabaseAsync(streams, settings, async database =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var toldUntil = Instant(parsed.GetValue(until), now);
            if (Backup.Restore(database, parsed.GetValue(file)!, toldUntil, now, stopping) is { } former)
                await streams.Out.WriteLineAsync($"The former database is kept as {former}.");
            await streams.Out.WriteLineAsync(
                $"{parsed.GetValue(file)} is restored. What a feed brings at its next poll is told where it is younger than {toldUntil:u}; what is older may have been told before, and is only stored: /recent shows it.");
        }));
        return command;
    }

    private static DateTimeOffset Instant(string? text, DateTimeOffset now) =>
        text is null ? now
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant <= now ? instant
        : throw new InvalidDataException($"--told-until can't be “{text}”: it takes an instant that is past, as 2026-05-01T14:05Z.");

    private static async Task<int> WithDatabaseAsync(Streams streams, string[] settings, Func<Database, Task> work)
    {
        try
        {
            var builder = BotApp.Builder(configuration => Settings.Read(configuration, Directory.GetCurrentDirectory(), settings));
            using var host = BotApp.Build(builder, live: false);
            await work(host.Services.GetRequiredService<Database>());
            return BotApp.Fine;
        }
        catch (Exception problem) when (Settings.Explain(problem) is { } lines)
        {
            foreach (var line in lines)
                await streams.Error.WriteLineAsync(line);
            return BotApp.BadInput;
        }
    }
}
