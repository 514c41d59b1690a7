using System.Globalization;
using Bot.Tests.EndToEnd;

namespace Bot.Tests.Endurance;

/// <summary>
/// As many stories as are wanted, each of an event of its own: another place, other people, other numbers, and other
/// words around them. Half of them meet the watchlist of <see cref="Newsroom"/>.
/// </summary>
internal sealed class InventedNews(int seed)
{
    private static readonly string[] Beginnings =
        ["Kar", "Zur", "Hal", "Tal", "Dar", "Qas", "Bar", "Mir", "Sul", "Raw", "Shar", "Nej", "Wad", "Fal", "Ghar", "Jal", "Khor", "Lam", "Tuz", "Yar", "Az", "Bed", "Chem", "Dok"];

    private static readonly string[] Ends =
        ["una", "ibad", "iyah", "amir", "oran", "ezin", "ukh", "eshan", "awa", "idiya", "olan", "abur", "inar", "ukan", "ameh", "irat", "azan", "elok"];

    private static readonly string[] Places =
        ["a grain depot", "the old cement works", "a bridge over the canal", "a fuel convoy", "an empty barracks", "the radar on the hill", "a poultry farm", "two lorries", "a water tower", "the bus garage", "a brick kiln", "the customs post"];

    private static readonly string[] Others =
    [
        "School results in {0} are the best in years", "Farmers of {0} count a late harvest", "Bakers in {0} ask for cheaper flour", "Museum of {0} opens a hall of carpets",
        "River at {0} falls to its lowest mark", "Runner from {0} wins over ten kilometres", "Nurses in {0} get a new ward", "A film from {0} goes to a festival",
    ];

    private static readonly string[] Sentences =
    [
        "Shopkeepers on the main street had closed their shutters an hour before.", "Engineers were to look at the pipes in the morning.", "The road to the south stayed open for lorries.",
        "A doctor at the clinic spoke of three people with cuts from glass.", "The governor's office promised a report within the week.", "Fishermen on the far bank had seen lights over the reeds.",
        "A second building, used as a store for tents, was not touched.", "The market's watchman was in the tea house at the time.", "Power came back to most houses before noon.",
        "Sheep ran over the fields, and boys went after them.", "The mayor walked through the ruins with two clerks.", "Insurance clerks measured the yard with a tape.",
        "Old men remembered the flood of their youth.", "A teacher let the children go home early.", "The railway ran its trains an hour late.", "A crane was ordered from the port.",
        "Smoke stood over the orchard until the wind turned.", "The imam asked people to give blankets.", "Soldiers put a rope around the square.", "The pump house lost half of its roof.",
    ];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _towns = [];
    private readonly HashSet<string> _names = [];
    private int _count;

    /// <summary>The next story; every second one is of the watchlist.</summary>
    public InventedStory Next(DateTimeOffset published) => Next(published, isWatched: _count % 2 == 0);

    public InventedStory Next(DateTimeOffset published, bool isWatched)
    {
        var number = ++_count;
        if (isWatched)
        {
            var strike = $"Airstrike in Iraq: {Any(Places)} of {OwnName()}, {OwnName()} {OwnName()} and {OwnName()}";
            return new InventedStory(number, strike, Rss.OwnText(strike), published, isWatched);
        }

        var (town, person) = (Town(), $"{Name()} {Name()}");
        var title = string.Format(CultureInfo.InvariantCulture, Any(Others), town);
        var sentences = Sentences.OrderBy(_ => _random.Next()).Take(_random.Next(4, 9)).ToList();
        sentences.Insert(0, $"People in {town} talk of little else, {person} said.");
        sentences.Insert(_random.Next(1, sentences.Count), $"“{Any("We heard it", "Nobody slept", "It was over soon", "We will mend it")} in {town},” said {person}, {_random.Next(20, 80)}.");
        return new InventedStory(number, title, string.Concat(sentences.Select(sentence => $"<p>{sentence}</p>")), published, isWatched);
    }

    private string Town()
    {
        while (true)
        {
            var town = _random.Next(3) == 0 ? $"{Name()} {Name()}" : Name();
            if (_towns.Add(town))
                return town;
        }
    }

    /// <summary>A name that no other story has, in any spelling: of two strikes on one place in one hour nobody could say whether they are one.</summary>
    private string OwnName()
    {
        while (true)
        {
            var name = string.Concat(Enumerable.Range(0, 4).Select(_ => $"{"bdfglmnrstz"[_random.Next(11)]}{"aio"[_random.Next(3)]}"));
            if (_names.Add(name[..6]))
                return char.ToUpperInvariant(name[0]) + name[1..];
        }
    }

    private string Name() => Any(Beginnings) + (_random.Next(2) == 0 ? "" : "a") + Any(Ends);

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];
}

/// <param name="Number">From 1.</param>
internal sealed record InventedStory(int Number, string Title, string Html, DateTimeOffset Published, bool IsWatched)
{
    /// <summary>As it stands in the feed of a publisher.</summary>
    public string ItemOf(string publisher) =>
        Rss.Item($"{publisher}-{Number}", Title, Html, $"https://{publisher}.example/{Number}", Published);
}
