using System.Diagnostics;
using System.Globalization;
using News.Claims;

namespace News.Tests.Claims;

/// <summary>Claims are written "killed 16", "killed 16+" for at least, "killed -16" for at most, "killed 10–15", "part" in front of parts.</summary>
public sealed class ClaimReaderTests
{
    private const string Lead = "The town of Marrowby woke to sirens on Monday. ";

    [Theory]
    [InlineData("Sixteen people were killed.", "killed 16")] // The passive.
    [InlineData("The blast killed 16 people and wounded 34.", "killed 16, wounded 34")] // The active, with and without a noun.
    [InlineData("A wall fell on a queue, killing 9 and injuring a dozen.", "killed 9, wounded 12")] // Participles.
    [InlineData("The crash left 16 dead and six injured.", "killed 16, wounded 6")] // What they were left as.
    [InlineData("The death toll from the collapse of a nine-storey block rose to 17.", "killed 17")] // A toll, past another number.
    [InlineData("Crews recovered 16 bodies.", "killed 16")] // Counted by bodies.
    [InlineData("Twenty-two miners lost their lives.", "killed 22")] // A turn of phrase.
    [InlineData("The flood claimed 40 lives.", "killed 40")] // Lives, which are nobody by themselves.
    [InlineData("Three women were stabbed to death.", "killed 3")] // A wound that led to death.
    [InlineData("Gunmen shot dead a shopkeeper.", "killed 1")] // One, without a number.
    [InlineData("A man and his wife were killed.", "killed 1, killed 1")] // Two, each by what they are.
    [InlineData("A 7-year-old boy was hurt.", "wounded 1")] // The age is no number of people.
    [InlineData("At least 16 people died.", "killed 16+")]
    [InlineData("More than two dozen people were hurt.", "wounded 24+")]
    [InlineData("Dozens were hurt.", "wounded 24+")] // The least that the word can mean.
    [InlineData("Up to 30 sailors are missing.", "missing -30")]
    [InlineData("No fewer than 12 hikers died.", "killed 12+")] // "no" and "fewer" are a least together.
    [InlineData("Between 10 and 15 soldiers died.", "killed 10–15")]
    [InlineData("The blast killed 10 to 12 guards.", "killed 10–12")]
    [InlineData("More than 1,200 people were detained.", "arrested 1200+")] // One number over a comma.
    [InlineData("Some 2.5 million people have been displaced.", "displaced 2500000")]
    [InlineData("No one was hurt.", "wounded 0")]
    [InlineData("Police made 31 arrests.", "arrested 31")]
    [InlineData("Officers took 22 people into custody.", "arrested 22")] // The noun stands between verb and word of loss.
    [InlineData("Flooding forced 12,000 people from their homes.", "displaced 12000")]
    [InlineData("Two sailors drowned. Seven have not been found.", "killed 2, missing 7")] // Told by what was not.
    [InlineData("The jets struck 12 depots used by the rebels.", "struck 12")]
    [InlineData("Killed were three nurses.", "killed 3")] // Turned round.
    [InlineData("Ten looters were \"neutralised\" at the dam.", "killed 10")] // A word that somebody else stands for.
    [InlineData("Dozens of \"bandits\" were killed.", "killed 24+")] // So of whom.
    [InlineData("Nurses treated nine hikers for frostbite.", "wounded 9")]
    [InlineData("Eleven men were taken in for questioning.", "arrested 11")]
    [InlineData("The rebels had taken 14 prisoner.", "arrested 14")]
    [InlineData("Seven of the runaways had been recaptured.", "arrested 7")]
    [InlineData("Four hikers had been brought to the regional hospital.", "wounded 4")]
    [InlineData("Some 900 villagers were without homes.", "displaced 900")]
    [InlineData("By night 14 houses had been torched.", "struck 14")]
    [InlineData("As many as 40 hikers had died.", "killed -40")]
    [InlineData("By noon the death toll had gone up to 21.", "killed 21")] // "up to" that is a way, no bound.
    [InlineData("Two divers were hurt and a third is missing.", "wounded 2, missing 1")] // One by its ordinal.
    [InlineData("Nine villagers are feared missing.", "missing 9")]
    [InlineData("Nine of its soldiers were lost.", "killed 9")]
    [InlineData("A nurse died. In all the outbreak has claimed 12 victims.", "killed 1, killed 12")]
    [InlineData("Eight miners are believed to be still trapped.", "missing 8")] // Of the missing nothing is surer.
    [InlineData("A nurse died. The fighting has driven out 4,000 people.", "killed 1, displaced 4000")]
    [InlineData("More than 5,000 residents had to leave their homes.", "displaced 5000+")]
    [InlineData("A nurse died. Some 700 families have been moved to safety.", "killed 1, displaced 700")]
    [InlineData("Six looters were led away in handcuffs after the arrest.", "arrested 6")]
    [InlineData("A man was killed. Divers were searching for 14 sailors.", "killed 1, missing 14")] // Told by the search.
    [InlineData("The jet had killed no villagers.", "killed 0")]
    [InlineData("The ferry sank; 12 sailors died, and by dusk the figure was above 15.", "killed 12, killed 15+")] // The figure of what the sentence told.
    public void A_number_of_losses_is_read(string sentence, string expected) => Assert.Equal(expected, Shown("", Lead + sentence));

    [Theory]
    [InlineData("Drone strike on Qarran kills 5", "killed 5")] // The present of headlines.
    [InlineData("Three die as bus leaves road", "killed 3")] // A bare verb behind its subject.
    [InlineData("Police hold two over fire", "arrested 2")]
    [InlineData("Toll of ferry fire passes 40", "killed 40+")] // A toll without a word of death.
    [InlineData("16 dead, dozens hurt in ferry fire", "killed 16, wounded 24+")] // Without a verb.
    public void A_headline_is_read(string title, string expected) => Assert.Equal(expected, Shown(title, Lead));

    [Theory]
    [InlineData("Eighteen people died, five of them children.", "killed 18, part killed 5")]
    [InlineData("Nine suspects, two of them brothers, were arrested.", "arrested 9, part arrested 2")] // The part takes no verb of the whole.
    [InlineData("Eight were hurt, two critically.", "wounded 8, part wounded 2")]
    [InlineData("Police arrested three men, two drivers and a guard.", "arrested 3, part arrested 2, part arrested 1")] // A list that comes to the number.
    [InlineData("Nine people, including a child, were killed.", "killed 9, part killed 1")]
    [InlineData("Nine people were killed. Three of the dead were nurses.", "killed 9, part killed 3")] // Across sentences.
    [InlineData("Nine people were hurt. One of them died.", "wounded 9, killed 1")] // Something else befell this one.
    public void A_part_of_another_number_is_told_apart(string sentences, string expected) => Assert.Equal(expected, Shown("", Lead + sentences));

    [Theory]
    [InlineData("In 2019 an attack on the same road killed 50 people.")] // Another year.
    [InlineData("More than 4,000 people have been killed since the war began.")] // A war's total.
    [InlineData("It was the deadliest attack since a bomb killed 101 people in 2014.")] // Behind "since".
    [InlineData("Elephants killed 50 people in the country last year.")]
    [InlineData("The dam could fail and kill thousands.")] // What may be.
    [InlineData("The army denied that 10 soldiers were killed.")] // Denied by whom it names.
    [InlineData("An earlier count had stood at 70 dead.")] // Replaced.
    [InlineData("Two bills were killed in committee.")] // Nobody.
    [InlineData("Thirty monkeys died.")]
    [InlineData("The army fired 46 shells from 20 km away.")]
    [InlineData("Rosa Lindt, 38, lost her house.")]
    [InlineData("She lost two matches.")]
    [InlineData("A car hit two cyclists.")] // Not the hitting of targets.
    [InlineData("Militants are holding 12 hostages.")] // No arrest.
    [InlineData("The crowded prison held 1,700.")]
    [InlineData("The trawler picked up 34 survivors.")]
    [InlineData("The fire destroyed 300 shops.")] // No strike.
    [InlineData("Police sought two men, aged 24 to 31, over a raid in which nobody was named.")] // An age's other end.
    public void Other_numbers_are_not(string sentence) => Assert.Equal("", Shown("", Lead + sentence));

    [Theory]
    [InlineData("Police said five people were killed.", "Police")] // Before it.
    [InlineData("Five people were killed, the Health Ministry said.", "Health Ministry")] // Behind it.
    [InlineData("Five people were killed, according to the Health Ministry.", "Health Ministry")]
    [InlineData("Ana Ruiz, a ministry spokeswoman, told Example Wire that five people were killed.", "Ana Ruiz")] // By name, past the apposition.
    [InlineData("Governor Ana Ruiz spoke at noon. She said five people were killed.", "Ana Ruiz")] // A pronoun.
    [InlineData("The Interior Ministry put the number of dead at five.", "Interior Ministry")] // Given, not said.
    [InlineData("\"We have five dead,\" said Ana Ruiz.", "Ana Ruiz")] // Within marks.
    [InlineData("Example Wire, citing a military source, said the raid killed five people.", "a military source")] // The source, not who cites it.
    [InlineData("Interior Minister Ana Ruiz spoke at noon. Five people were killed, the health minister said.", "the health minister")] // Another minister.
    [InlineData("The mayor spoke of five dead.", "The mayor")]
    [InlineData("The agency said its boats had killed five people.", "The agency")]
    [InlineData("Survivors said 40 had been aboard, which would mean five were missing.", null)] // Their number, the paper's sum.
    [InlineData("Four died in the hall, said Jorge Lindt, the sheriff, and five were wounded.", "Jorge Lindt")]
    [InlineData("Police said a shop burned. Five people were killed.", null)] // The next sentence is the article's own.
    [InlineData("Five people were killed.", null)]
    public void Who_says_so_is_whom_the_sentence_names(string sentences, string? speaker) =>
        Assert.Equal(speaker, ClaimReader.Read("", Lead + sentences)[^1].SaidBy);

    [Fact]
    public void Each_number_of_a_sentence_has_its_own_speaker()
    {
        var claims = ClaimReader.Read("", Lead + "Four people were killed, the mayor said, and nine were wounded, according to the Red Crescent.");
        Assert.Equal(["the mayor", "Red Crescent"], claims.Select(claim => claim.SaidBy));
    }

    [Theory]
    [InlineData("La explosión dejó al menos 16 muertos, según la Policía Nacional.", "killed 16+", "la Policía Nacional")]
    [InlineData("L'explosion a fait au moins 16 morts, selon la préfecture.", "killed 16+", "la préfecture")]
    [InlineData("Mindestens 16 Menschen wurden verletzt, wie die Polizei mitteilte.", "wounded 16+", "die Polizei")]
    [InlineData("أعلنت وزارة الصحة عن مقتل 16 شخصا.", "killed 16", "وزارة الصحة")]
    [InlineData("۱۶ نفر کشته شدند.", "killed 16", null)]
    public void The_simple_forms_of_other_languages_are_read(string text, string expected, string? speaker)
    {
        Assert.Equal(expected, Shown("", text));
        Assert.Equal(speaker, ClaimReader.Read("", text)[0].SaidBy);
    }

    [Fact]
    public void The_words_stand_in_the_text_where_the_claim_says()
    {
        var text = Lead + "Officials said at least 16 people were killed near the port.";
        var claim = Assert.Single(ClaimReader.Read("", text));
        Assert.Equal("at least 16 people were killed", claim.Words);
        Assert.Equal(claim.Words, text.Substring(claim.Start, claim.Words.Length));
    }

    [Fact]
    public void A_headlines_claim_stands_before_the_text() => Assert.True(ClaimReader.Read("Fire kills 5", Lead)[0].Start < 0);

    [Theory]
    [InlineData("16 killed ")]
    [InlineData("said ")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("Police said 16 were killed. ")]
    [InlineData("\"5 killed,\" said Doe. ")]
    [InlineData("killed 16, said ")]
    [InlineData("of them, 16 and ")]
    [InlineData("a man and a woman were killed and ")]
    public void A_megabyte_of_one_trick_takes_no_long(string trick)
    {
        var text = string.Concat(Enumerable.Repeat(trick, 1_000_000 / trick.Length));
        var clock = Stopwatch.StartNew();
        Assert.True(ClaimReader.Read(text, text).Length <= 200);

        // Far over what it takes, far under what a quadratic search would.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
    }

    private static string Shown(string title, string text) =>
        string.Join(", ", ClaimReader.Read(title, text).Select(claim =>
            $"{(claim.IsPart ? "part " : "")}{claim.Kind.ToString().ToLowerInvariant()} {Bounds(claim)}"));

    private static string Bounds(Claim claim) => (claim.Low, claim.High) switch
    {
        ({ } low, null) => $"{Text(low)}+",
        (null, { } high) => $"-{Text(high)}",
        ({ } low, { } high) when low != high => $"{Text(low)}–{Text(high)}",
        ({ } low, _) => Text(low),
        _ => "?",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
