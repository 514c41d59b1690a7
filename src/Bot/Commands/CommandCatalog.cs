using System.Collections.Immutable;

namespace Bot.Commands;

/// <summary>What an option takes.</summary>
public enum OptionKind
{
    Text,
    Number,
}

/// <summary>An option of a command.</summary>
/// <param name="Description">One line, at most 100 characters, with an example.</param>
/// <param name="Most">The longest text, or the largest number.</param>
/// <param name="Choices">The only values that it takes; empty where anything goes.</param>
public sealed record OptionSpec(
    string Name, string Description, OptionKind Kind, bool Required, int Most, ImmutableArray<string> Choices)
{
    /// <summary>Where it is typed, its name stands before it: "watchlist:iraq-strikes".</summary>
    public bool IsNamed { get; init; }

    /// <summary>
    /// Where it is typed, this word may stand before it, and it takes all that follows up to the next such word: "by Jane Doe
    /// about Iraq". So does its name with a colon. Null where it has none.
    /// </summary>
    public string? Opener { get; init; }
}

/// <summary>A command, or a subcommand.</summary>
/// <param name="Verb">"recent", or "watch add".</param>
/// <param name="Options">In the order in which they are typed where they are not named.</param>
/// <param name="Manages">Changes something, so that it takes the right to.</param>
/// <param name="Example">As it is typed, but for what the platform wants in front: see <see cref="Asker.Slash"/>.</param>
public sealed record CommandSpec(
    string Verb, string Description, ImmutableArray<OptionSpec> Options, bool Manages, string Example)
{
    /// <summary>The option that changes something where it is given, of a command that only asks without it.</summary>
    public string? ManagingOption { get; init; }

    /// <summary>"watch" of "watch add".</summary>
    public string Name => Verb.Split(' ')[0];

    /// <summary>"add" of "watch add"; null where the command has no subcommands.</summary>
    public string? Subcommand => Verb.Split(' ') is [_, var sub] ? sub : null;

    /// <summary>Whether it takes the right to change something, asked so.</summary>
    public bool ManagesWith(ImmutableDictionary<string, string> options) =>
        Manages || (ManagingOption is { } option && !string.IsNullOrWhiteSpace(options.GetValueOrDefault(option)));
}

/// <summary>Every command, once: what Discord registers, what Slack and the terminal parse, what <c>/help</c> prints.</summary>
public static class CommandCatalog
{
    public const int MostAnswers = 25;

    /// <summary>What the commands of one name do, for places that list names only.</summary>
    public static readonly ImmutableDictionary<string, string> Families = new Dictionary<string, string>
    {
        ["recent"] = "The latest stories, newest first",
        ["quotes"] = "Who said what about what, newest first",
        ["watch"] = "The watchlists: what this place is told about",
        ["story"] = "One story: its reports, numbers, quotes, and what was told where",
        ["why"] = "Why a story met a watchlist, or why it did not",
        ["feed"] = "The feeds: where the news comes from",
        ["status"] = "Is everything well? Feeds, deliveries, connections",
        ["help"] = "What can be asked, with examples",
    }.ToImmutableDictionary();

    public static readonly ImmutableArray<CommandSpec> All =
    [
        new("recent", "The latest stories, newest first",
            [
                Text("keyword", "What about: a word, a \"phrase\", or a whole query (Iraq AND drone)", 400),
                Since("How far back: 90m, 24h, 3d, 2w"),
                Number("count", $"How many, at most {MostAnswers}", MostAnswers),
                Text("watchlist", "One watchlist's name; all of them unless given", 60) with { IsNamed = true },
            ], Manages: false, "recent Iraq 24h"),
        new("quotes", "Who said what: by name or role, about a subject, newest first",
            [
                Text("speaker", "Who: words of a name or a role (Doe, spokeswoman), or an entity (@irgc)", 100) with { Opener = "by" },
                Text("about", "What about: a word, a \"phrase\", or a whole query (Iraq AND drone)", 400) with { Opener = "about", IsNamed = true },
                Since("How far back: 24h, 7d, 2w; 7 days unless given"),
            ], Manages: false, "quotes Jane Doe about Iraq 7d"),
        new("watch add", "Tell this channel about every new story that meets a query",
            [
                Text("name", "A short name without spaces: iraq-strikes", 60, required: true),
                Text("query", "Words, \"phrases\", AND, OR, NOT, ( ): (IRGC OR airstrike) AND Iraq", 2000, required: true),
                Choice("severity", "How loud: low, normal, high or critical", "low", "normal", "high", "critical"),
                Text("updates", "When a story goes on: edit, edit and thread (usual), post again after 6 hours of quiet", 60) with { IsNamed = true },
            ], Manages: true, "watch add iraq-strikes (IRGC OR airstrike) AND Iraq"),
        new("watch list", "The watchlists, with what they found", [], Manages: false, "watch list"),
        new("watch remove", "Stop a watchlist",
            [Text("name", "The watchlist's name, as the list shows it", 60, required: true)],
            Manages: true, "watch remove iraq-strikes"),
        new("watch test", "What a query would have found in what is stored",
            [
                Text("query", "Words, \"phrases\", AND, OR, NOT, ( ): (IRGC OR airstrike) AND Iraq", 2000, required: true),
                Since("How far back: 24h, 7d, 2w; 7 days unless given"),
            ], Manages: false, "watch test (IRGC OR airstrike) AND Iraq"),
        new("watch alias", "The names that @irgc goes by here: shows them, adds some, makes a new one",
            [
                Text("handle", "What a query calls it, without the @: irgc", 40),
                Text("names", "More names, with commas: Sepah, \"Guardian Corps\"; -Sepah takes one away", 1500),
            ], Manages: false, "watch alias irgc Sepah, \"Guardian Corps\"") { ManagingOption = "names" },
        new("story", "One story: its reports in order, who says which number, quotes, and what was told where",
            [Text("story", "Its name (s123) or an article's link; the story of the newest alert here unless given", 2000)],
            Manages: false, "story s123"),
        new("why", "Why a story met a watchlist, or why it did not",
            [
                Text("item", "Its link, or words of its headline; the newest alert here unless given", 2000),
                Text("watchlist", "One watchlist's name; all of them unless given", 60) with { IsNamed = true },
            ], Manages: false, "why https://example.org/story"),
        new("feed add", "Follow a feed, or find the feeds of a page",
            [
                Text("url", "The feed's address, or a page's: https://example.org/rss.xml, example.org", 2000, required: true),
                Text("name", "What to call it; its own title unless given", 100),
            ], Manages: true, "feed add https://example.org/rss.xml"),
        new("feed list", "The feeds, with their health and their next poll", [], Manages: false, "feed list"),
        new("feed check", "How one feed is: its health, its last poll, its next one and why then",
            [Text("url", "The feed's name or address, as the list shows it", 2000, required: true)],
            Manages: false, "feed check https://example.org/rss.xml"),
        new("feed remove", "Stop following a feed",
            [Text("url", "The feed's address or name, as the list shows it", 2000, required: true)],
            Manages: true, "feed remove https://example.org/rss.xml"),
        new("feed export", "The feeds as an OPML file, for another feed reader", [], Manages: false, "feed export"),
        new("status", "Is everything well? Feeds, deliveries, connections", [], Manages: false, "status"),
        new("help", "What can be asked, with examples", [], Manages: false, "help"),
    ];

    public static CommandSpec? Find(string verb) => All.FirstOrDefault(spec => spec.Verb == verb);

    private static OptionSpec Text(string name, string description, int most, bool required = false) =>
        new(name, description, OptionKind.Text, required, most, []);

    private static OptionSpec Since(string description) => Text("since", description, 20) with { IsNamed = true };

    private static OptionSpec Number(string name, string description, int most) =>
        new(name, description, OptionKind.Number, Required: false, most, []);

    private static OptionSpec Choice(string name, string description, params ImmutableArray<string> choices) =>
        new(name, description, OptionKind.Text, Required: false, choices.Max(choice => choice.Length), choices);
}
