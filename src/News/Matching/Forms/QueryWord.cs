using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace News.Matching;

/// <summary>What a word of an article must be, beside one of the spellings, to be met by a word of a query.</summary>
internal enum Demand : byte
{
    None,

    /// <summary>In capitals, because small it is another word: <c>US</c> is in "US troops", not in "let us".</summary>
    Capitals,

    /// <summary>With a capital at least, because small it is another word: <c>Turkey</c> is in "Turkey's army", not in "a turkey".</summary>
    Capital,

    /// <summary>Letter for letter as written: <c>=Iraq</c> is in "Iraq", not in "IRAQ" or "Iraq's".</summary>
    Exactly,

    /// <summary>Begins so: <c>strik*</c> is in "striking".</summary>
    Beginning,

    /// <summary>In a Turkish text with the same dots on its i's: <c>sınır</c> is in SINIR, not in "sinir".</summary>
    Dots,
}

/// <summary>Where a query writes a word.</summary>
[Flags]
internal enum WordContext
{
    /// <summary>Among other words, which tell what it is: "US Air Force".</summary>
    None = 0,

    /// <summary>By itself.</summary>
    Alone = 1,

    /// <summary>In a query of capitals, where they mean nothing.</summary>
    Shouted = 2,

    /// <summary>Before a hyphen: the hostage of hostage-taking.</summary>
    Part = 4,
}

/// <summary>How a query writes a word.</summary>
internal enum WordCase
{
    /// <summary>In small letters, or shouted: drone, AIRSTRIKE.</summary>
    Small,

    /// <summary>As a name or the first of a title is: Trump, Airstrike.</summary>
    Capitalised,

    /// <summary>As an initialism is: NATO.</summary>
    Initialism,
}

/// <summary>
/// A word of a query with all the spellings that meet it. Forms are worked out here, once, so that a word of an
/// article is looked up as it stands: plurals, Arabic particles, the names that a country's people go by.
/// </summary>
internal class QueryWord
{
    /// <summary>Capitals make another word of these wherever they stand: the WHO, an AID programme, ICE officers.</summary>
    private static readonly WordTable WordsThatInitialismsSpell = WordTable.Folded("""
        a all am an are as at be but by can do for from get go had has have he her his how if in is it its just me may my
        new no now of off on one our out own per she so some than that the this to too up us was we were who will with you
        ace act aid aim arm cap car care cat coin cop dart doe dot ease era eta fast fat halo harm ice lab last led mad male map
        mod mop pact pan past pen pest pet pip plan pm post rag ram raw roe sad safe salt sam sap sat save seal sec see sis
        sit soar spot star start stem swat swift tag tap tea tip top tow un vat
        """);

    /// <summary>Initialisms that stay what they are in a query of capitals: nobody looks for the pronouns.</summary>
    private static readonly WordTable PronounsThatInitialismsSpell = WordTable.Folded("us who it");

    /// <summary>Names of countries, and a people's, that are another word when small.</summary>
    private static readonly WordTable NamesThatAreWordsWhenSmall = WordTable.Folded("turkey china chile chad guinea jersey polish");

    private static readonly SearchValues<char> Umlauts = SearchValues.Create("äöüøåÄÖÜØÅ");

    private readonly bool _inflects;
    private readonly bool _inCapitals;
    private readonly bool _isPart;

    private QueryWord(
        string written, string folded, Demand demand, bool isPlain, bool hasClitic = false, bool inflects = false, bool inCapitals = false, bool isPart = false)
    {
        Written = written;
        Folded = folded == written ? written : folded; // kept once
        Demand = demand;
        IsPlain = isPlain;
        HasClitic = hasClitic;
        _inflects = inflects;
        _inCapitals = inCapitals;
        _isPart = isPart;
    }

    /// <summary>As it stands in the query.</summary>
    public string Written { get; }

    public string Folded { get; }

    /// <summary>Folded, sorted, the word itself among them; of a beginning that, also behind an article. Worked out anew each time: nobody needs them for long.</summary>
    public string[] Spellings
    {
        get
        {
            if (Demand == Demand.Beginning)
                return BeginningsOf(Folded);
            if (!_inflects)
                return Demand == Demand.Capitals && Folded.Length >= 3 ? [Folded, Folded + "s"] : [Folded];
            var forms = SpellingSet.Empty();
            if (_isPart && Folded[0] <= 'z')
                AddOtherSpelling(Folded, forms);
            else
                AddForms(Written, Folded, _inCapitals, forms);
            foreach (var name in People)
            {
                if (name[0] > 'z')
                    AddForms(name, name, capitals: false, forms); // والعراقي; Latin letters have their own: Iraqis
                forms.Add(name);
            }

            forms.Add(Folded);
            return forms.ToArray();
        }
    }

    public Demand Demand { get; }

    /// <summary>Those of the spellings that are a country's people: Iraqi, Iraqis.</summary>
    public virtual ImmutableArray<string> People => [];

    /// <summary>A name of an entity, exact but for the 's that may hang on to any: Swede's.</summary>
    public bool MayBePossessive { get; private init; }

    /// <summary>Letters and digits that may be one half of a compound.</summary>
    public bool IsPlain { get; }

    /// <summary>Written as a possessive: <c>Iraq's</c>.</summary>
    public bool HasClitic { get; }

    /// <summary>Whether two words of a text that spell this one may only be it where both are names: White House, not "a white house".</summary>
    public bool IsName =>
        !Folded.AsSpan().ContainsAnyInRange('0', '9')
        && (!People.IsEmpty || EnglishCompounds.IsName(Folded)
            || (CaseOf(Written, Folded, _inCapitals) != WordCase.Small && !EnglishCompounds.IsNoun(Folded)));

    /// <summary>Differs for words that meet different words.</summary>
    public string Key
    {
        get
        {
            var how = (char)('0' + ((int)Demand << 3) + (_isPart ? 4 : 0) + (_inflects ? 2 : 0) + (_inCapitals ? 1 : 0));
            return People.IsEmpty ? $"{how}{Written}{(MayBePossessive ? "'" : "")}" : $"{how}{Written} {string.Join(' ', People)}";
        }
    }

    /// <summary>Whether a word that meets this one is a form of what the country's people go by, not of its name.</summary>
    public bool IsOfPeople(ReadOnlySpan<char> folded)
    {
        if (People.IsEmpty || folded.SequenceEqual(Folded))
            return false;
        foreach (var name in People)
        {
            if (folded.SequenceEqual(name))
                return true;
        }

        var own = SpellingSet.Empty();
        AddForms(Written, Folded, _inCapitals, own);
        return !own.Has(folded);
    }

    /// <param name="people">Where the word is a country's name, what its people go by, folded: these are among the spellings.</param>
    public static QueryWord Of(string written, string folded, WordShape shape, ImmutableArray<string> people = default, WordContext context = WordContext.None)
    {
        var capitals = (shape & (WordShape.Upper | WordShape.Lower)) == WordShape.Upper;
        if (capitals && IsOtherWordWhenSmall(folded, context))
            return new QueryWord(written, folded, Demand.Capitals, isPlain: false);
        var isSingle = (shape & WordShape.Single) != WordShape.None;
        var demand = DemandOf(written, folded, context);
        var hasClitic = (shape & WordShape.Clitic) != WordShape.None;
        var isPart = (context & WordContext.Part) != WordContext.None;
        return people.IsDefaultOrEmpty || isSingle
            ? new QueryWord(written, folded, demand, isPlain: !isSingle, hasClitic, inflects: !isSingle, capitals, isPart)
            : new Country(written, folded, demand, hasClitic, capitals, isPart, people);
    }

    /// <summary>Two words of a query written as one, with the forms of the second: air and strike make airstrikes.</summary>
    public static QueryWord Joined(QueryWord first, QueryWord second) =>
        Of(first.Written + second.Written, first.Folded + second.Folded, WordShape.Lower);

    public static QueryWord Exactly(string written, string folded, bool mayBePossessive = false) =>
        new(written, folded, Demand.Exactly, isPlain: false) { MayBePossessive = mayBePossessive };

    /// <summary>As it stands, in any case, and in no other form.</summary>
    public static QueryWord Plainly(string written, string folded) =>
        new(written, folded, Demand.None, isPlain: false);

    /// <summary>Whether an initialism, folded, is another word in small letters: US, WHO, AID.</summary>
    public static bool IsOtherWordWhenSmall(string folded) => WordsThatInitialismsSpell.Contains(folded);

    public static QueryWord Beginning(string written, string folded) =>
        new(written, folded, Demand.Beginning, isPlain: false);

    /// <summary>عراق* is in العراقي, איראנ* in האיראני.</summary>
    private static string[] BeginningsOf(string folded)
    {
        var beginnings = SpellingSet.Empty();
        if (folded[0] is >= '\u0620' and <= '\u06ff')
            ArabicForms.AddParticles(folded, beginnings);
        else if (Letters.IsHebrew(folded[0]))
            HebrewForms.Add(folded, beginnings);
        beginnings.Add(folded);
        return beginnings.ToArray();
    }

    private static bool IsOtherWordWhenSmall(string folded, WordContext context) =>
        (context & WordContext.Shouted) != WordContext.None ? PronounsThatInitialismsSpell.Contains(folded)
        : WordsThatInitialismsSpell.Contains(folded) || ((context & WordContext.Alone) != WordContext.None && (folded == "usa" || CommonWords.Contains(folded)));

    private static Demand DemandOf(string written, string folded, WordContext context) =>
        TurkishForms.Distinguishes(written) ? Demand.Dots
        : (context & WordContext.Alone) != WordContext.None && char.IsUpper(written[0]) && NamesThatAreWordsWhenSmall.Contains(folded) ? Demand.Capital
        : Demand.None;

    /// <summary>British for American and the reverse: the defense of defence-ministry.</summary>
    private static void AddOtherSpelling(string folded, SpellingSet forms)
    {
        if (EnglishSpellings.Other(folded) is { } other)
            forms.Add(other);
    }

    private static void AddForms(string written, string folded, bool capitals, SpellingSet forms)
    {
        switch (folded[0])
        {
            case <= 'z':
                EnglishForms.Add(folded, CaseOf(written, folded, capitals), forms);
                AddUmlautsAsTwo(written, folded, forms);
                TurkishForms.Add(written, folded, forms);
                break;
            case >= '\u0400' and <= '\u04ff':
                CyrillicForms.Add(folded, forms);
                break;
            case >= '\u05d0' and <= '\u05ea':
                HebrewForms.Add(folded, forms);
                break;
            case >= '\u0620' and <= '\u06ff':
                ArabicForms.Add(written, folded, forms);
                break;
        }
    }

    /// <summary>Who has no umlauts writes Türkei as Tuerkei, Ørsted as Oersted and Ålesund as Aalesund.</summary>
    private static void AddUmlautsAsTwo(string written, string folded, SpellingSet forms)
    {
        if (written.Length != folded.Length || !written.AsSpan().ContainsAny(Umlauts))
            return;
        var letters = new StringBuilder();
        for (var i = 0; i < folded.Length; i++)
        {
            letters.Append(folded[i]);
            if (written[i] is 'ä' or 'ö' or 'ü' or 'ø' or 'Ä' or 'Ö' or 'Ü' or 'Ø')
                letters.Append('e');
            else if (written[i] is 'å' or 'Å')
                letters.Append('a');
        }

        forms.Add(letters.ToString());
    }

    /// <summary>Five capitals are an initialism unless they spell a verb of the news: NATO, but KILL; more are a word: AIRSTRIKE.
    /// In -ed a word with a capital is hardly ever a name: Torpedoed.</summary>
    private static WordCase CaseOf(string written, string folded, bool capitals) =>
        capitals && folded.Length <= 5 && !EnglishVerbs.IsOfTheNews(folded) && !EnglishVerbs.IsForm(folded) ? WordCase.Initialism
        : !capitals && char.IsUpper(written[0]) && !(folded.Length > 4 && folded.EndsWith("ed", StringComparison.Ordinal)) ? WordCase.Capitalised
        : WordCase.Small;

    /// <summary>A country's name. Few words are, and the others keep nothing for it.</summary>
    private sealed class Country(
        string written, string folded, Demand demand, bool hasClitic, bool inCapitals, bool isPart, ImmutableArray<string> people)
        : QueryWord(written, folded, demand, isPlain: true, hasClitic, inflects: true, inCapitals, isPart)
    {
        public override ImmutableArray<string> People => people;
    }
}
