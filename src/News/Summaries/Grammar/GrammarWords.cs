namespace News.Summaries;

/// <summary>The small words that hold an English sentence together, as far as finding a subject needs them.</summary>
internal static class GrammarWords
{
    public static readonly WordTable Determiners = new("""
        the a an this that these those his her its their our my your one another some several many two three four five
        six both each every any no all most other few
        """);

    public static readonly WordTable PersonalPronouns = new("he she they it i we you who");

    public static bool IsPossessivePronoun(ReadOnlySpan<char> word) =>
        word is "his" or "her" or "its" or "their" or "His" or "Her" or "Its" or "Their";

    public static readonly WordTable Prepositions = new("""
        of for in on at by from with to about over under after before during since through between among into against
        without within near across around despite following regarding concerning outside inside behind beyond toward
        towards upon via per like amid alongside including whilst
        """);

    /// <summary>Words that begin a clause of its own: what stands before them is no part of the subject after them.</summary>
    public static readonly WordTable ClauseOpeners = new("""
        but and or nor as while when where that because if although though whereas so yet whether until unless since
        after before once than then however meanwhile
        """);

    /// <summary>What may stand between a subject and its verb: "has also repeatedly said".</summary>
    public static readonly WordTable BetweenSubjectAndVerb = new("""
        has have had also later then further once again repeatedly reportedly himself herself themselves itself been
        is was were are now still already earlier recently simply merely previously subsequently publicly both all
        would will could just only even always often never first yesterday today
        """);

    /// <summary>With one of these before it a verb reports nothing: "did not say".</summary>
    public static readonly WordTable Negations = new("not never n't didn't don't doesn't won't wouldn't hasn't haven't hadn't couldn't cannot can't didn’t don’t doesn’t won’t wouldn’t hasn’t haven’t hadn’t couldn’t can’t");

    public static readonly WordTable Auxiliaries = new("""
        is are was were be been being am has have had do does did will would can could may might must shall should
        """);

    /// <summary>Frequent verbs with forms that could else be read as nouns; "-ed" and "-ing" forms need no table.</summary>
    public static readonly WordTable CommonVerbs = new("""
        got get gets went go goes came come comes took take takes made make makes gave give gives met left leave leaves
        found find finds held hold holds kept lost won saw seen heard felt became become begins began begun broke brought
        bought built chose cut drew drove fell fled flew fought grew hit hurt knew laid led let meant paid put ran rose
        sat sent sets sold spent spoke stood struck swept taught threw understood wore shot sought caught dealt known
        shown given taken gone done written driven hidden spoken stolen torn worn wants needs seems looks appears
        remains says said told wrote froze shook rang sang swore tore wore woke slept stole swung wept blew forgot rode sank hid
        overtook undertook withdrew
        """);

    /// <summary>Whether a small word shows that no noun phrase goes on here: an auxiliary, a verb, a preposition.</summary>
    public static bool EndsNounPhrase(ReadOnlySpan<char> word) =>
        Auxiliaries.Contains(word) || CommonVerbs.Contains(word) || Prepositions.Contains(word);

    public static readonly WordTable TimeWords = new("""
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
        September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec yesterday today tomorrow
        tonight morning afternoon evening night midday midnight noon week month year late early last next earlier later
        """);
}
