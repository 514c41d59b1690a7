using System.Diagnostics;
using News.Articles;
using News.Stories;

namespace News.Tests.Stories;

/// <summary>Reports that share neither link nor title.</summary>
public sealed class LikenessTests
{
    private const string Agency =
        "A drone attack on the Rumaila pumping station halted oil output and wounded three engineers, two officials at the field said on Monday. " +
        "The drone hit a storage tank shortly before midnight and set off a blaze that firefighters from Zubair put out after four hours. " +
        "No group has claimed responsibility. The governor of the province, Karim al-Sudani, ordered an inquiry and said exports through the Faw terminal went on.";

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Rumaila oil station stops after drone attack", Agency, 2)]
    [InlineData("Drone stops oil pumps at Rumaila, injuring three engineers", "Three engineers were injured when a drone struck the Rumaila pumping station late on Monday, the governor said.", 3)]
    [InlineData("Oil output resumes at Rumaila after drone attack", "Pumps at the Rumaila station are running again, a day after a drone set a storage tank on fire and hurt three engineers, officials at the field said.", 26)]
    public void Of_one_event_are_one_story(string title, string text, double hours) => Assert.True(Joins(title, text, hours));

    [Theory]
    [InlineData("Drone hits Kirkuk refinery, two guards killed", "Two guards were killed when a drone struck a refinery on the edge of Kirkuk on Monday, police said.", 2)] // another town
    [InlineData("Karim al-Sudani opens new bridge in Basra", "The governor, Karim al-Sudani, opened a bridge over the Shatt al-Arab on Monday and promised two more by the autumn.", 3)] // the same man
    [InlineData("Monday briefing: what happened in the south", "Good morning. A drone attack on the Rumaila pumping station halted oil output and wounded three engineers. In sport, Basra lost again.", 6)] // many events
    [InlineData("Live updates", "", 1)]
    public void Of_others_are_others(string title, string text, double hours) => Assert.False(Joins(title, text, hours));

    /// <summary>To a bot that has just started every name is new.</summary>
    [Theory]
    [InlineData("IRGC and Iraq’s border guards agree on a telephone line for floods", "Officers of the IRGC and of Iraq’s border guards will warn each other when the river rises, both said after a meeting. “Water does not stop at a checkpoint,” said one who speaks for the guards.",
        "IRGC navy to hold search-and-rescue drill; Iraq and Kuwait invited to watch", "The IRGC navy will hold a drill next week and has invited Iraq and Kuwait to send observers. “Whoever pulls you out of the water, you do not ask him for his flag,” said a master who was not allowed to speak.")]
    [InlineData("Hezbollah and Lebanon’s army trade maps of the river", "Surveyors of Hezbollah and of Lebanon’s army laid their maps beside each other. “Each shows a ford that the other lacks,” said one who speaks for the army.",
        "Hezbollah buries a singer; Lebanon and Cyprus send wreaths", "Hezbollah has laid to rest the voice of its marches, and Lebanon and Cyprus sent wreaths. “He sang as rain falls,” said a poet.")]
    public void Who_acts_in_many_stories_and_a_country_are_not_what_a_story_is_known_by(string title, string text, string otherTitle, string otherText)
    {
        var index = new StoryIndex();
        var first = index.Assign(Make(title, text, 0));
        Assert.NotEqual(first, index.Assign(Make(otherTitle, otherText, 3, "Other Post")));
    }

    /// <summary>One publisher's or several's, within the hour, each about another place: what their titles share is the pattern.</summary>
    [Fact]
    public void Titles_of_one_pattern_that_name_other_places_are_stories_of_their_own()
    {
        var index = new StoryIndex();
        string[] titles =
        [
            "Airstrike in Iraq: the radar on the hill of Azauna, Chemiyah Bedameh and Sulauna", "Airstrike in Iraq: a water tower of Falaamir, Yaraolan Khorezin and Dokelok",
            "Airstrike in Iraq: the radar on the hill of Tuzairat, Zurukan Qasibad and Wadoran", "Airstrike in Iraq: a fuel convoy of Miraibad, Nejukh Sharabur and Lamidiya",
            "Airstrike in Iraq: a water tower of Jalamir, Baroran Gharawa and Karinar", "Airstrike in Iraq: the radar on the hill of Rawaeshan, Haluna Talazan and Yarabur",
        ];
        var stories = titles.Select((title, i) => index.Assign(new Article
        {
            Key = new ItemKey($"{i}"),
            Source = i % 2 == 0 ? "Wire" : "Courier",
            Title = title,
            Text = "",
            Published = Monday.AddMinutes(i * 5),
        })).ToList();
        Assert.Equal(titles.Length, stories.Distinct().Count());
    }

    private const string Alert =
        "Take cover at once in the nearest shelter and stay there until the sirens sound again. Keep away from the windows, have water and a radio beside you, and wait for word from the civil defence.";

    [Theory]
    [InlineData("wire", "Air raid alert for the whole of Brovary", false)] // one publisher's form: another address, another headline
    [InlineData("wire", "Sirens sound, take cover now", false)]
    [InlineData("courier", "Air raid alert for the whole of Brovary", false)] // each headline names what the other report lacks
    [InlineData("courier", "Sirens sound and people are told to take cover", true)] // a copy under a headline of its own
    public void A_form_letter_is_no_copy(string source, string title, bool joins)
    {
        var index = new StoryIndex();
        var first = index.Assign(Item("wire", "1", "Air raid alert for the whole of Hostomel"));
        Assert.Equal(joins, index.Assign(Item(source, "2", title)) == first);

        Article Item(string from, string id, string headline) => new()
        {
            Key = new ItemKey(id),
            Source = from,
            Title = headline,
            Text = Alert,
            Link = $"https://{from}.example/{id}",
            CanonicalLink = $"https://{from}.example/{id}",
            Published = Monday,
        };
    }

    [Fact]
    public void A_column_that_comes_with_its_date_is_a_new_story_each_day()
    {
        var index = new StoryIndex();
        var first = index.Assign(Make("Oil market report: Monday 2 March", "Crude slipped in thin trade as dealers waited for the cartel's figures and stocks rose in Rotterdam.", 0));
        Assert.NotEqual(first, index.Assign(Make("Oil market report: Tuesday 3 March", "Crude slipped in thin trade as dealers waited for the cartel's figures and stocks rose in Antwerp.", 24)));
    }

    [Theory]
    [InlineData(Agency)]
    [InlineData("BASRA, March 2 (Reuters) - " + Agency)]
    [InlineData("Subscribe to our newsletter for more.\n\n" + Agency + "\n\nReporting by our staff.")]
    public void Copies_of_a_text_know_each_other(string text)
    {
        var index = new StoryIndex();
        var first = StoryTrace.Of(Make("Rumaila halted", Agency, 0));
        var place = index.Find(first) with { Story = new StoryId(1) };
        index.Add(first, place);
        var copy = index.Find(StoryTrace.Of(Make("Engineers wounded as tank burns at Iraqi oil station", text, 1, "Other Post")));
        Assert.Equal(place, copy);
        Assert.NotNull(copy.CopyOf);
        Assert.NotEqual(place.CopyOf, index.Find(StoryTrace.Of(Make("Rumaila halted", "An own report of the night at Rumaila by somebody who was there and saw the tank burn.", 1, "Third"))).CopyOf);
    }

    /// <summary>Who is not named is nobody's publisher: not the one that tells many events in one form of words.</summary>
    [Fact]
    public void Copies_whose_publishers_are_not_known_are_one_story()
    {
        var index = new StoryIndex();
        var first = index.Assign(Make("Rumaila halted", Agency, 0, "") with { Link = "https://a.example/1", CanonicalLink = "https://a.example/1" });
        var copy = Make("Engineers wounded as tank burns at Iraqi oil station", Agency, 1, "") with { Link = "https://b.example/2", CanonicalLink = "https://b.example/2" };
        Assert.Equal(first, index.Find(copy));
        Assert.Equal(first, index.Assign(Make("Rumaila halted", Agency, 9, "")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_has_no_date_has_to_be_more_alike(bool isDated)
    {
        var index = new StoryIndex();
        var first = index.Assign(Make("Quake of 5.6 shakes the island of Qeshm",
            "A quake of magnitude 5.6 shook Qeshm, an Iranian island in the Gulf, and was felt in Bandar Abbas. People ran into the streets. Walls cracked in two villages, the governor's office said.", 0) with
        {
            Published = isDated ? Monday : DateTimeOffset.UnixEpoch,
        });
        var next = Make("Quake hits south of Iran", "Doctors treated five people after the earth shook on the coast of the Gulf. Some slept in their cars.", 2, "Other Post") with
        {
            Published = isDated ? Monday.AddHours(2) : DateTimeOffset.UnixEpoch,
        };
        Assert.Equal(isDated, index.Find(next) == first);
    }

    [Fact]
    public void A_trace_is_the_same_after_it_was_stored()
    {
        var trace = StoryTrace.Of(Make("Rumaila halted on Monday", Agency, 0));
        var bytes = trace.ToBytes();
        Assert.Equal(bytes, StoryTrace.FromBytes(bytes)!.ToBytes());
        Assert.InRange(bytes.Length, 100, 1_500);
        Assert.Null(StoryTrace.FromBytes([]));
        Assert.Null(StoryTrace.FromBytes(bytes.AsSpan(1)));
        Assert.Null(StoryTrace.FromBytes(bytes.AsSpan(0, bytes.Length - 1)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Kirkuk ")]
    [InlineData("7")]
    [InlineData("1,000.5 ")]
    [InlineData("伊")]
    [InlineData("\n\n")]
    public void A_megabyte_of_anything_is_read_in_no_time(string piece)
    {
        var article = Make(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)), string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)), 0);
        StoryTrace.Of(Make("Warm", Agency, 0));
        var clock = Stopwatch.StartNew();
        StoryTrace.Of(article);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Of_a_flood_the_newest_reports_are_kept_and_found()
    {
        var index = new StoryIndex();
        var first = index.Assign(Make("Drone attack on Rumaila halts oil output, three engineers hurt", Agency, 0));
        Assert.Equal(first, index.Find(Make("Attack on Rumaila halts oil output, engineers hurt", Agency, 1, "Other Post")));
        for (var i = 0; i < StoryIndex.MostReports; i++)
            index.Add(StoryTrace.Of(Make($"Ada{i} meets Bob{i} in Town{i}", "", 0.1)), new StoryPlace(new StoryId(i + 2), CopyOf: null));
        Assert.InRange(index.ReportsKept, StoryIndex.MostReports / 2, StoryIndex.MostReports);
        Assert.Null(index.Find(Make("Attack on Rumaila halts oil output, engineers hurt", Agency, 1, "Other Post")));
        Assert.Equal(new StoryId(60_001), index.Find(Make("In Town59999, Ada59999 meets Bob59999", "", 0.2, "Other Post")));
        Assert.Equal(first, index.Find(Make("Drone attack on Rumaila halts oil output, three engineers hurt", "", 1, "Other Post")));
    }

    [Theory]
    [InlineData("Strike on motorbike kills one in Syria's Quneitra", "DAMASCUS (Agency) - One man was killed when his motorbike was struck outside the village of Hadar in Syria's Quneitra province at noon on Monday, the state news agency SANA said, quoting a doctor.", false)]
    [InlineData("Two die as drone strikes car near Lebanon's Nabatieh", "BEIRUT (Agency) - Two people were killed when a drone struck their car on the road between Nabatieh and Kfar Rumman in southern Lebanon on Monday, the health ministry said in Beirut.", true)]
    public void Strikes_on_two_towns_are_two_stories_whatever_background_they_share(string title, string lead, bool joins)
    {
        const string background = "\n\nIsraeli aircraft have struck southern Lebanon and southern Syria almost daily since the ceasefire of November 2024. Hezbollah and the Israeli army accuse each other of violations.";
        const string first = "An Israeli drone hit a car on the road from Nabatieh to Kfar Rumman on Monday morning and killed two people, Lebanon's health ministry said, while residents of the town heard a second explosion.";
        var index = new StoryIndex();
        var story = index.Assign(Make("Israeli drone hits car on Nabatieh road, two dead", first + background, 0));
        Assert.Equal(joins, index.Find(Make(title, lead + background, 1, "Other Post")) == story);
    }

    [Theory]
    [InlineData("Market wrap: Wall Street slips as refinery outage lifts oil", "Shares of Wells Fargo and Citigroup fell in New York as oil rose.", 24)]
    [InlineData("Stocks: Wall Street ends lower as oil rises", "Oil rose and Wall Street fell, led by Citigroup.", 24)]
    [InlineData("Wells Fargo misses revenue forecast", "Wells Fargo earned less from interest in the quarter than analysts at Citigroup had foreseen, the bank said in San Francisco.", 1)]
    public void A_markets_day_is_no_other_day_and_no_firms_results(string title, string text, double hours)
    {
        var index = new StoryIndex();
        var first = index.Assign(Make("Market wrap: Wall Street ends higher as oil retreats", "Shares of Wells Fargo and Citigroup led Wall Street higher as oil fell, after Wells Fargo's quarter met forecasts.", 0));
        Assert.NotEqual(first, index.Find(Make(title, text, hours, "Other Post")));
    }

    private static bool Joins(string title, string text, double hours)
    {
        var index = new StoryIndex();
        var first = index.Assign(Make("Drone attack on Rumaila halts oil output, three engineers hurt", Agency, 0));
        return index.Find(Make(title, text, hours, "Other Post")) == first;
    }

    private static Article Make(string title, string text, double hours, string source = "Example Wire") => new()
    {
        Key = new ItemKey("guid:1"),
        Title = title,
        Text = text,
        Source = source,
        Published = Monday.AddHours(hours),
    };
}
