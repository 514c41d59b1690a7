namespace News.Summaries;

/// <summary>
/// Words for somebody who was just spoken of by name, for the sake of variety: "the Dutchman", "the 34-year-old", "the
/// Vermont senator". "The judge", "the officer" are not among them: those are people of their own.
/// </summary>
internal static class Descriptions
{
    /// <summary>Whom such a phrase fits, as a gender, Unknown for both; null where the phrase is none.</summary>
    public static Gender? Of(Line line, Phrase phrase, int end)
    {
        if (!line.Word(phrase.From).Equals("the", StringComparison.OrdinalIgnoreCase) || end - phrase.From < 2) return null;
        if (line.Word(end) is "of" or "for" && phrase.To > end) return null;
        var last = line.Word(end - 1);
        if (Age(line, end) is { IsEmpty: false }) return Gender.Unknown;
        var alone = end - phrase.From == 2;
        if (line.IsCapital(end - 1)) return alone && Countrymen.Contains(last) ? Genders.OfWord(last) : null;
        if (Variations.Contains(last) || (!alone && Offices.Contains(last) && !IsOfAnother(line, phrase.From + 1, end - 1))) return Genders.OfWord(last);
        return null;
    }

    /// <summary>"34" of "the 34-year-old"; empty elsewhere.</summary>
    public static ReadOnlySpan<char> Age(Line line, int end)
    {
        var last = line.Word(end - 1);
        return last.EndsWith("-year-old") && char.IsDigit(last[0]) ? last[..last.IndexOf('-')] : default;
    }

    /// <summary>
    /// Whether what somebody is speaks against the words [from, noun]: "the Mexican president" is nobody of another country,
    /// "the Democratic nominee" no Republican, "the senator" no strategist.
    /// </summary>
    public static bool Contradict(Line line, int from, int noun, Figure figure)
    {
        if (figure.Role is not { } role) return Roles.NamesAPlace(figure.Of) && NamesAnotherPlace(line, from, noun, figure);
        for (var i = from; i <= noun; i++)
            if ((line.Word(i).StartsWith("Democrat") && role.Contains("Republican", StringComparison.Ordinal)) || (line.Word(i).StartsWith("Republican") && role.Contains("Democrat", StringComparison.Ordinal))) return true;
        if (Roles.Has(role, line.Bare(noun)) || Roles.IsRank(figure.Rank, line.Bare(noun))) return false;
        if (NamesAnotherPlace(line, from, noun, figure)) return true;
        return Politicians.Contains(line.Bare(noun)) && !IsPolitician(role);
    }

    private static bool NamesAnotherPlace(Line line, int from, int noun, Figure figure)
    {
        for (var i = from; i < noun; i++)
            if (line.IsCapital(i) && OrganisationWords.Places.Contains(line.Bare(i)) && !figure.SpeaksOf(line.Bare(i))) return true;
        return false;
    }

    private static bool IsPolitician(string role)
    {
        foreach (var part in role.AsSpan().Split(' '))
            if (Politicians.Contains(role.AsSpan()[part].TrimEnd(",."))) return true;
        return false;
    }

    private static readonly WordTable Politicians = new("""
        senator congressman congresswoman governor mayor candidate president premier chancellor leader politician republican democrat
        nominee frontrunner front-runner incumbent lawmaker hopeful minister secretary representative contender rival speaker
        """);

    /// <summary>"the government spokesman", "the rebel commander": of a body, so it may be anybody's.</summary>
    private static bool IsOfAnother(Line line, int from, int noun)
    {
        for (var i = from; i < noun; i++)
            if (line.IsPossessive(i) || (line.Kind(i) == PieceKind.Word && !line.IsCapital(i) && OrganisationWords.InstitutionNouns.Contains(line.Word(i)))) return true;
        return false;
    }

    private static readonly WordTable Variations = new("""
        tycoon mogul billionaire millionaire businessman businesswoman nominee frontrunner front-runner incumbent
        striker winger midfielder goalkeeper golfer playmaker sprinter superstar popstar rapper novelist filmmaker
        politician lawmaker hopeful teenager octogenarian septuagenarian firebrand strongman autocrat populist magnate
        comedian televangelist oligarch socialite actor actress singer songwriter musician guitarist drummer pianist violinist dancer
        model entertainer playwright poet opener batsman batter bowler spinner seamer all-rounder wicketkeeper quarterback pitcher
        linebacker defender fullback forward centre-back left-back right-back boxer wrestler swimmer cyclist sprinter jockey sportsman
        sportswoman entrepreneur industrialist financier philanthropist restaurateur neurosurgeon astronaut senator congressman
        congresswoman
        """);

    /// <summary>With a word before them that tells him apart: "the Vermont senator", "the former president".</summary>
    private static readonly WordTable Offices = new("""
        senator congressman congresswoman governor mayor candidate president premier chancellor singer actor actress author
        star veteran champion captain leader politician native republican democrat developer designer
        """);

    private static readonly WordTable Countrymen = new("""
        Dutchman Englishman Frenchman Irishman Scotsman Welshman Spaniard Swede Dane Finn Pole Turk Croat Serb Argentine Argentinian
        Brazilian Portuguese Italian German Belgian Norwegian Swiss Austrian Australian Canadian American Mexican Colombian Chilean
        Uruguayan Ecuadorian Nigerian Ghanaian Cameroonian Senegalese Ivorian Egyptian Algerian Moroccan Tunisian Kenyan Ethiopian
        Jamaican Ukrainian Russian Czech Slovak Hungarian Romanian Bulgarian Greek Israeli Iranian Iraqi Syrian Lebanese Indian
        Pakistani Korean Japanese Briton Scot Republican Democrat Texan Californian Londoner Parisian
        """);

    private static readonly WordTable Things = new("""
        ad advert advertisement clip spot video footage recording audio tape poll survey email e-mail text tweet post posting message
        note sign placard banner poster slogan caption headline editorial op-ed essay article story paper page account profile ruling
        verdict judgment judgement order decree lawsuit suit complaint indictment affidavit filing brief motion petition resolution
        bill law act treaty agreement deal accord charter constitution manual guideline guidance policy plan proposal memo letter
        transcript notice warning alert bulletin release communique communiqué declaration speech address sermon song lyric chant
        vaccine drug product device app tool test data evidence map chart book novel film movie documentary show series programme
        program podcast episode review summary analysis finding conclusion result website site blog channel network
        """);

    /// <summary>"the email", "the ad": they speak, but are nobody.</summary>
    public static bool IsThing(ReadOnlySpan<char> noun) => Things.Contains(noun) || TitleWords.Writings.Contains(noun);

    /// <summary>"Democrats", "Many liberal Democrats", "Iraqis": a people or a party, more than one.</summary>
    public static bool IsPeople(ReadOnlySpan<char> name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        return last.Length > 4 && last[^1] == 's' && (Parties.Contains(last) || OrganisationWords.Places.Contains(last[..^1]) || Countrymen.Contains(last[..^1]));
    }

    private static readonly WordTable Parties = new("""
        Democrats Republicans Conservatives Tories Liberals Greens Socialists Communists Islamists Marines Kurds Houthis Christians
        Muslims Jews Sunnis Shiites Shias Yazidis Americans Europeans Africans Asians Arabs Turks Britons Palestinians Frenchmen
        Englishmen Californians Texans Brexiteers Senators Congressmen
        """);
}
