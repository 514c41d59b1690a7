using System.Collections.Frozen;

namespace News.Summaries;

/// <summary>What a verb tells of the words beside it.</summary>
internal enum ReportingVerb : byte
{
    None,

    /// <summary>Gives somebody's words: "said", "told", "added".</summary>
    Saying,

    /// <summary>Gives somebody's judgement, with the judged thing as object: "called it …", "accused them of …".</summary>
    Judging,

    /// <summary>Gives what somebody holds or wants, as he said it: "believes", "hopes", "wants".</summary>
    Holding,

    /// <summary>Gives thoughts: a whole sentence of them nobody said, some words of them somebody did: "thought", "wondered".</summary>
    Thinking,

    /// <summary>Gives a name: "a site called …", "dubbed …".</summary>
    Naming,
}

/// <summary>How a verb stands in its sentence.</summary>
internal enum VerbForm : byte
{
    /// <summary>"said", "says", "told": has a subject of its own.</summary>
    Finite,

    /// <summary>"saying": shares the subject of the main clause.</summary>
    Participle,

    /// <summary>"say": after "to" it says nothing yet ("never had occasion to say"), after "officials" it does.</summary>
    Base,
}

/// <summary>The verbs that report speech, in all their forms. English only; for other languages see <see cref="ForeignCues"/>.</summary>
internal static class ReportingVerbs
{
    private const string RegularSaying = """
        add note state explain reply respond deny cry imply answer ask claim argue insist announce declare warn stress emphasise
        emphasize comment remark observe continue conclude acknowledge concede confirm tweet retweet post recall report
        suggest assert affirm allege complain caution contend maintain testify pledge promise predict quip joke shout
        scream yell whisper murmur urge demand propose recommend reveal disclose estimate indicate mention reason lament
        boast plead exclaim inquire enquire interject counter retort echo reiterate advise inform assure remind
        opine elaborate clarify pronounce proclaim reckon vow threaten express underline underscore point request
        implore moan sigh roar bellow wail recount tease muse croak mutter laugh gush fume thunder snap chant intone theorise theorize speculate
        intimate grouse grumble fret scoff sneer enthuse marvel concur beam surmise retaliate profess stipulate specify apologise apologize bemoan posit
        """;

    private const string RegularJudging = """
        describe characterise characterize criticise criticize condemn praise accuse denounce blast hail decry
        deride mock term deem brand blame compare welcome dismiss thank commend laud salute applaud castigate rebuke lambast liken ridicule portray attack defend reject
        call label refer cite tout chide scold celebrate lampoon depict denigrate disparage
        """;

    private const string RegularHolding = "believe hope fear worry consider want expect seek regard view doubt intend";

    private const string RegularNaming = "dub name title entitle nickname christen rename caption";

    private const string IrregularSaying = """
        say says said saying tell tells told telling write writes wrote written writing admit admits admitted admitting read reads reading
        swear swears swore swearing repeat repeats repeated repeating beg begs begged begging quip quips quipped quipping
        agree agrees agreed agreeing shrugs shrugged shrugging sobs sobbed sobbing confide confides confided confiding forecast forecasts shoot_back
        disagree disagrees disagreed appealed appealing deadpanned boomed demurred ruled questioned questioning hinted objected protested counselled counseled
        """;

    private const string IrregularJudging = "slam slams slammed slamming casting";

    private const string IrregularHolding = "feel feels felt feeling sought find finds found finding see sees saw seeing";

    private const string Thinking = """
        think thinks thought thinking wonder wonders wondered wondering dream dreams dreamed imagine imagines imagined
        """;

    private static readonly FrozenDictionary<string, (ReportingVerb Verb, VerbForm Form)>.AlternateLookup<ReadOnlySpan<char>> Forms =
        Build().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the word reports, and the form it has.</summary>
    public static ReportingVerb Of(ReadOnlySpan<char> word, out VerbForm form)
    {
        if (Forms.TryGetValue(word, out var entry))
        {
            form = entry.Form;
            return entry.Verb;
        }

        form = default;
        return ReportingVerb.None;
    }

    /// <summary>The same with the word behind it: "shot back", "held that" and "called out" speak where "shot" and "called" don't.</summary>
    public static ReportingVerb Of(ReadOnlySpan<char> word, ReadOnlySpan<char> next, out VerbForm form)
    {
        if ((next is "that" && word is "held" or "holds" or "record" or "records" or "recorded") || (next is "aloud" && word is "wondered" or "wonders") || (next is "back" && word is "shot" or "hit" or "fired" or "roared" or "wrote") || (next is "out" && word is "called" or "cried") || (next is "in" && word is "chimed"))
        {
            form = VerbForm.Finite;
            return ReportingVerb.Saying;
        }

        if (next is "up" && word is "summed" or "sums")
        {
            form = VerbForm.Finite;
            return ReportingVerb.Judging;
        }

        return Of(word, out form);
    }

    private static FrozenDictionary<string, (ReportingVerb Verb, VerbForm Form)> Build()
    {
        var forms = new Dictionary<string, (ReportingVerb, VerbForm)>(StringComparer.OrdinalIgnoreCase);
        foreach (var lemma in Words(RegularSaying)) AddRegular(forms, lemma, ReportingVerb.Saying);
        foreach (var lemma in Words(RegularJudging)) AddRegular(forms, lemma, ReportingVerb.Judging);
        foreach (var lemma in Words(RegularHolding)) AddRegular(forms, lemma, ReportingVerb.Holding);
        foreach (var lemma in Words(RegularNaming)) AddRegular(forms, lemma, ReportingVerb.Naming);
        foreach (var word in Words(IrregularSaying)) forms[word] = (ReportingVerb.Saying, FormOf(word));
        foreach (var word in Words(IrregularJudging)) forms[word] = (ReportingVerb.Judging, FormOf(word));
        foreach (var word in Words(IrregularHolding)) forms[word] = (ReportingVerb.Holding, FormOf(word));
        foreach (var word in Words(Thinking)) forms[word] = (ReportingVerb.Thinking, FormOf(word));
        return forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static VerbForm FormOf(string word)
    {
        if (word.EndsWith("ing", StringComparison.Ordinal)) return VerbForm.Participle;
        return word is "say" or "tell" or "write" or "admit" or "swear" or "repeat" or "beg" or "quip" or "agree" or "slam" or "feel" or "find" or "see"
            or "think" or "wonder" or "imagine"
            ? VerbForm.Base : VerbForm.Finite;
    }

    /// <summary>add → adds, added, adding; note → notes, noted, noting; cry → cries, cried.</summary>
    private static void AddRegular(Dictionary<string, (ReportingVerb, VerbForm)> forms, string lemma, ReportingVerb verb)
    {
        var stem = lemma.EndsWith('e') ? lemma[..^1] : lemma;
        var sibilant = lemma.EndsWith('s') || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal);
        var past = lemma.EndsWith('y') && lemma[^2] is not ('a' or 'e' or 'o') ? lemma[..^1] + "i" : stem;
        forms[lemma] = (verb, VerbForm.Base);
        forms[past == stem ? lemma + (sibilant ? "es" : "s") : past + "es"] = (verb, VerbForm.Finite);
        forms[past + "ed"] = (verb, VerbForm.Finite);
        forms[stem + "ing"] = (verb, VerbForm.Participle);
        if (lemma.EndsWith('l') || lemma.EndsWith('p')) forms[lemma + lemma[^1] + "ed"] = (verb, VerbForm.Finite);
    }
}
