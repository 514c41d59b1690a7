using System.CommandLine;
using Bot;
using Bot.Verbs;

// What can be asked of `bot`: run, run once, one of the pipeline's steps, a list of feeds in or out, a backup, or the way of an item. Settings may stand among the
// arguments: --Polling:Interval=00:10:00.
var (settings, rest) = Settings.SplitArguments(args);

var once = new Option<bool>("--once") { Description = "Poll each feed once, deliver, answer the commands on standard input, and exit." };
var backfill = new Option<string?>("--backfill")
{
    Description = "With --once: how old an item of a feed's first poll may be and still alert (1d, 6h). Sets Polling:Backfill.",
};
var root = new RootCommand("Polls feeds, finds what a team watches for, and posts each story once, with quotes.") { once, backfill };
root.Validators.Add(parsed =>
{
    if (parsed.GetValue(backfill) is not null && !parsed.GetValue(once))
        parsed.AddError("--backfill goes with --once. For a bot that goes on, set Polling:Backfill.");
});
root.SetAction((parsed, stopping) => BotApp.RunAsync(settings, parsed.GetValue(once), parsed.GetValue(backfill), stopping));
var streams = Streams.OfConsole();
foreach (var verb in VerbCommands.All(streams).Concat(FeedListVerbs.All(streams, settings)).Concat(BackupVerbs.All(streams, settings)).Append(TraceVerb.Command(streams, settings)))
    root.Subcommands.Add(verb);

var line = root.Parse(rest, VerbCommands.Parsing);
return line.Errors.Count > 0 && line.Invoke() != 0 ? BotApp.BadInput : await line.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = BotApp.PatienceForStop });
