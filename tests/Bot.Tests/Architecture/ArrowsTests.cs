using System.Text.RegularExpressions;

namespace Bot.Tests.Architecture;

/// <summary>Holds the <c>using</c> lines of the source against the table of arrows, so that the table stays true.</summary>
public sealed partial class ArrowsTests
{
    /// <summary>
    /// Folder of src/Bot → the folders that it may use. Everything may use News; the files beside Program.cs, which put the
    /// bot together, may use everything. The platforms use of Storage only what an alert and an asker are named with
    /// (OutboxEntry, ScopeKey, OperatorChannels).
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Polling"] = ["Storage"],
        ["WebSub"] = ["Polling", "Storage"],
        ["Pages"] = ["Polling", "Storage"],
        ["Storage"] = [],
        ["Delivery"] = ["Storage"],
        ["Cards"] = [],
        ["Commands"] = ["Storage", "Cards"],
        ["Discord"] = ["Delivery", "Commands", "Cards", "Storage"],
        ["Slack"] = ["Delivery", "Commands", "Cards", "Storage"],
        ["Terminal"] = ["Delivery", "Commands", "Cards", "Storage"],
        ["Verbs"] = ["Commands", "Storage"],
        ["Sample"] = ["Cards", "Terminal"],
    };

    /// <summary>What News must not know: hosts, options, loggers, databases, the network, tasks.</summary>
    private static readonly string[] Worldly =
        ["Bot", "Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Data", "Dapper", "System.Net.Http", "System.Net.Sockets", "System.Threading.Tasks"];

    private static readonly string Source = Path.Combine(Repository.Root, "src");

    [Fact]
    public void Every_folder_of_the_bot_uses_only_what_the_table_allows()
    {
        var wrong =
            from folder in Directory.GetDirectories(Path.Combine(Source, "Bot"))
            let name = Path.GetFileName(folder)
            where name is not ("bin" or "obj")
            from file in CodeIn(folder)
            from used in Usings(file)
            where used.StartsWith("Bot.", StringComparison.Ordinal)
            let other = used.Split('.')[1]
            where other != name && !Allowed.GetValueOrDefault(name, []).Contains(other)
            select $"{name} → {other} in {Path.GetFileName(file)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_bot_stands_in_the_table()
    {
        var folders = Directory.GetDirectories(Path.Combine(Source, "Bot")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"));

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void News_knows_nothing_of_the_world()
    {
        var wrong =
            from file in CodeIn(Path.Combine(Source, "News"))
            from used in Usings(file)
            where Worldly.Any(world => used == world || used.StartsWith(world + ".", StringComparison.Ordinal))
            select $"{Path.GetFileName(file)} uses {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_reader_of_using_lines_reads_them()
    {
        Assert.Contains("Bot.Storage", CodeIn(Path.Combine(Source, "Bot", "Delivery")).SelectMany(Usings));
    }

    private static IEnumerable<string> CodeIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static IEnumerable<string> Usings(string file) =>
        UsingLine().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex UsingLine();
}
