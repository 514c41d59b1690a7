using System.CommandLine;
using News.Matching;

namespace Bot.Verbs;

/// <summary>The verbs as the command line offers them.</summary>
internal static class VerbCommands
{
    /// <summary>Arguments are what they are: @irgc is an entity of a query, not a file with more arguments.</summary>
    public static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null };

    public static IEnumerable<Command> All(Streams streams) =>
    [
        Verb("parse", "Read feeds: print each as one JSON object.", "{file, contentType?, baseUrl?}", (files, lines) => Verbs.Parse(streams).Run(files, lines)),
        Verb("article", "Read pages: print the article of each.", "{id, html | file, url?}", (files, lines) => Verbs.Article(streams).Run(files, lines)),
        Verb("summarize", "Read texts: print summary, quotes with speakers, corrections.", "{id, title?, text}", (files, lines) => Verbs.Summarize(streams).Run(files, lines)),
        Match(streams),
        Cluster(streams),
    ];

    private static Command Verb(string name, string description, string shape, Func<IReadOnlyList<string>, bool, int> run)
    {
        var files = Files();
        var lines = Lines(shape);
        var command = new Command(name, description) { files, lines };
        command.SetAction(parsed => run(parsed.GetValue(files) ?? [], parsed.GetValue(lines)));
        return command;
    }

    private static Command Match(Streams streams)
    {
        var files = Files();
        var lines = Lines("{id, title?, text, source?, author?, categories?, language?, published?}");
        var query = new Option<string>("--query", "-q") { Description = "What to look for: (IRGC OR airstrike) AND Iraq", Required = true };
        var command = new Command("match", "Read texts: print whether each meets a query, and why.") { files, lines, query };
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(query)!;
            switch (Query.Parse(text))
            {
                case QueryReading.Read { Query: var read }:
                    return Verbs.Match(streams, read).Run(parsed.GetValue(files) ?? [], parsed.GetValue(lines));
                case QueryReading.Wrong { Error: var error }:
                    streams.Error.WriteLine($"--query: {error.Message}\n{error.Pointer(text)}");
                    break;
            }

            return VerbRun<TextInput>.BadInput;
        });
        return command;
    }

    /// <summary>Reads JSON lines whether told so or not: there is no other way to give it articles in order.</summary>
    private static Command Cluster(Streams streams)
    {
        var lines = Lines("{id, title, text, url?, published?, source?}");
        var command = new Command("cluster", "Read articles in order of arrival as JSON lines: print the story of each.") { lines };
        command.SetAction(_ => Verbs.Cluster(streams).Run([], jsonLines: true));
        return command;
    }

    private static Argument<string[]> Files() =>
        new("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = "Files to read; standard input where there is none." };

    private static Option<bool> Lines(string shape) =>
        new("--jsonl") { Description = $"Read one JSON object a line from standard input: {shape}" };
}
