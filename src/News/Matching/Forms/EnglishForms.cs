using System.Collections.Frozen;

namespace News.Matching;

/// <summary>
/// The forms of a word, from any of them: airstrike and airstrikes, city and cities, man and men; strike, strikes, struck,
/// striking and stricken; defence and defense.
/// </summary>
/// <remarks>
/// Forms are made from the query's word, never guessed from the article's, so a form that is no word ("boxe") costs
/// nothing: it stands nowhere. What must not be made is a form that is <em>another</em> word, hence
/// <see cref="NoForms"/> and <see cref="Strangers"/>: <c>new</c> does not meet news, nor <c>even</c> evening.
/// <para>
/// It takes two steps: from the word as written to what it may be a form of (struck: strike; planned: plan), and from
/// each of these to its forms.
/// </para>
/// </remarks>
internal readonly ref struct EnglishForms
{
    private const int LongestWord = 40;

    /// <summary>Words that end as a form does and are none of what stands before the ending. They may have forms of their own.</summary>
    private static readonly WordTable NoForms = WordTable.Folded("""
        news series species means goods does goes has was his its this thus yes us is as gas bus always perhaps afterwards
        towards besides sometimes indeed whereas alas less unless across
        economics politics physics mathematics ethics athletics gymnastics aerobics genetics electronics acoustics
        hamas texas kansas arkansas paris mars athens brussels wales laos honduras cyprus damascus maldives seychelles
        barbados bahamas philippines netherlands andes alps
        james charles jones williams davies hughes harris adams evans roberts rogers peters andrews phillips simmons
        jesus moses thomas nicholas lucas abbas douglas dallas vegas nas zeus ramos santos reyes
        chaos cosmos ethos pathos kudos lens bias atlas canvas alias christmas corps chassis apropos bourgeois
        maths customs headquarters thanks odds clothes kos reuters cummings
        evening morning ceiling during nothing anything something everything plaything sibling darling sterling herring shilling farthing
        pudding dumpling duckling gosling lightning inkling earring hamstring drawstring upswing offspring hotspring mainspring handspring
        bering beijing boeing nanjing chongqing hastings awning outing wedding offing stocking herrings inning innings willing pants
        hundred sacred naked wicked rugged ragged crooked kindred hatred infrared united alfred manfred wilfred mildred winifred
        ahmed mohammed muhammed mohamed hamed mahmed javed rashed waled khaled majed sayed fahed zayed naved naveed
        unlimited moped biped bobsled watershed bloodshed misled hotbed seabed embed
        """);

    /// <summary>Nouns in -ing that have left their verb: who asks for buildings doesn't ask for what was built.</summary>
    private static readonly WordTable NounsInIng = WordTable.Folded("""
        building meeting hearing saving holding finding earning belonging proceeding surrounding feeling greeting being
        beginning setting opening offering gathering clothing dwelling drawing painting railing spelling blessing
        lodging sibling shipping banking engineering timing standing understanding rating winning housing
        """);

    /// <summary>Singular and plural that no rule gives.</summary>
    private static readonly FrozenDictionary<string, string[]> Plurals = WordTable.EachToOthers("""
        child children, foot feet, tooth teeth, goose geese, mouse mice, louse lice, ox oxen,
        wife wives, knife knives, life lives, thief thieves, wolf wolves, half halves, leaf leaves, loaf loaves,
        shelf shelves, self selves, calf calves, scarf scarves, hoof hooves, elf elves, dwarf dwarves, wharf wharves,
        sheaf sheaves, midwife midwives, housewife housewives, bookshelf bookshelves,
        crisis crises, analysis analyses, thesis theses, hypothesis hypotheses, oasis oases,
        diagnosis diagnoses, emphasis emphases, synthesis syntheses, paralysis paralyses, prognosis prognoses,
        criterion criteria, phenomenon phenomena, bacterium bacteria, memorandum memoranda, referendum referenda,
        stratum strata, alumnus alumni, fungus fungi, nucleus nuclei, stimulus stimuli, radius radii, cactus cacti,
        curriculum curricula, consortium consortia, stadium stadia, symposium symposia, moratorium moratoria, millennium millennia, addendum addenda,
        spectrum spectra, larva larvae, alga algae, chateau chateaux, bureau bureaux, plateau plateaux, passerby passersby,
        syllabus syllabi, appendix appendices, index indices, matrix matrices, vertex vertices, quiz quizzes
        """);

    /// <summary>Plurals that are another word's first, so that the singular asks for them and they don't ask for it: the air bases.</summary>
    private static readonly FrozenDictionary<string, string[]> PluralsOfOthers = WordTable.FirstToOthers("basis bases, axis axes, ellipsis ellipses");

    /// <summary>Ends in -man or -men and is no man: Yemen is not the plural of Yeman, nor omen of Oman.</summary>
    private static readonly WordTable NoMen = WordTable.Folded("oman omen yemen amen acumen specimen regimen abdomen");

    /// <summary>Words that the rules take for forms of one another and that are not: founded is of its own verb.</summary>
    private static readonly FrozenDictionary<string, string[]> Strangers = WordTable.EachToOthers("""
        pasted past, singe singing, cloth clothing, found founded,
        arms armed, arms arming, corp corps corpses, corpse corps, severe severed, severe severing, pol polled, pol polling, pol pollings, congo congos,
        down downing, downed downing, hard harding, brown browning, hawk hawking, good gooding, red redding, gold golding
        """);

    /// <summary>Names of things and people that the rules would make verbs of, or halves of one: "the air striking down".</summary>
    private static readonly WordTable NoVerbs = WordTable.Folded("""
        airstrike ceasefire gunfire wildfire crossfire warplane airplane aircraft warship airship airport airbase
        airspace airfield battlefield minefield spacecraft trump bush biden putin iran iraq syria may will can
        man woman men women
        """);

    /// <summary>Names in -s that are nobody's plural when written with a capital: Bill Gates, Windows.</summary>
    private static readonly WordTable NamesInS = WordTable.Folded("""
        gates banks woods fields powers brooks sanders waters windows rivers meadows parks wells burns myers rodgers edwards stevens
        richards jenkins perkins hawkins watkins dawkins hopkins wilkins mills nichols owens barnes rhodes bowles knowles
        stokes blanks hicks ricks sachs cummings hastings times commons waltz parsons simons
        daniels saunders walters stubbs combs hobbs
        """);

    /// <summary>The verbs in -ee that take a -d; of others it would make seed, feed and need.</summary>
    private static readonly WordTable EeVerbs = WordTable.Folded("agree disagree free decree guarantee referee");

    /// <summary>What ends so is no verb, but for a few.</summary>
    private static readonly string[] NounEndings = ["ness", "ity", "ism", "ous", "ful", "less", "logy", "hood", "ian", "ese", "ic", "al", "ly"];

    private static readonly WordTable VerbsAllTheSame = WordTable.Folded("""
        panic traffic mimic frolic picnic signal total equal rival pedal medal initial dial trial heal deal seal steal squeal
        reveal conceal appeal repeal fly ally rally supply resupply apply misapply reply comply multiply rely bully tally imply sully
        """);

    private readonly string _word;
    private readonly WordCase _case;
    private readonly SpellingSet _forms;
    private readonly ReadOnlySpan<string> _strangers;

    private EnglishForms(string word, WordCase @case, SpellingSet forms)
    {
        (_word, _case, _forms) = (word, @case, forms);
        _strangers = Strangers.TryGetValue(word, out var strangers) ? strangers : [];
    }

    /// <summary>Adds the other forms of a folded word.</summary>
    /// <param name="case">How the query writes it.</param>
    public static void Add(string word, WordCase @case, SpellingSet forms)
    {
        if (word.Length > LongestWord || !char.IsAsciiLetterOrDigit(word[^1]))
            return;
        if (@case == WordCase.Initialism || (char.IsAsciiDigit(word[^1]) && (word.Length is 2 or 3 || char.IsAsciiLetter(word[0]))))
            forms.Add(word, "s"); // UAVs, F-16s, the 747s, AK47s; the 1990s are no form of 1990
        else if ((word.Length >= 3 && char.IsAsciiLetter(word[^1])) || word is "go" or "do" or "ox")
            new EnglishForms(word, @case, forms).AddAll();
    }

    /// <summary>Whether a word ends as a form does and is none.</summary>
    public static bool IsNoForm(string word) => NoForms.Contains(word);

    private void AddAll()
    {
        var verbs = EnglishVerbs.Bases(_word);
        foreach (var verb in verbs)
            AddFormsOfVerb(verb, "");
        var isForm = !NoForms.Contains(_word) && !(_case == WordCase.Capitalised && NamesInS.Contains(_word)) && (_word.EndsWith('s') ? AddWhatTakesS() : verbs.IsEmpty && AddWhatTakesEdOrIng(_word));
        if (!isForm && verbs.IsEmpty)
            AddFormsOf(_word);
        else if (_word[^1] != 's' && !_word.EndsWith("ed", StringComparison.Ordinal))
            AddPlurals(_word); // a shooting and a shot are things, too
        else
            AddIrregularPlurals(_word);
    }

    // From a word to what it may be a form of. Each says whether it found anything.

    /// <summary>A word in -s may be a plural, or a verb's: boxes of box (or "boxe"), movies of movie (or "movy").</summary>
    private bool AddWhatTakesS()
    {
        if (_word.Length < 4 || _word[^2] == 's')
            return false;
        var stem = _word.AsSpan(..^1);
        if (_word.Length >= 5 && stem.EndsWith("ie"))
        {
            AddForm(stem, "");
            AddFormsOf(AddForm(stem[..^2], "y"));
            return true;
        }

        if (_word.Length >= 5 && stem[^1] == 'e' && TakesEs(stem[..^1]))
        {
            if (stem[^2] is 's' or 'z' or 'o' && stem[^3] != 's')
                AddFormsOf(AddForm(stem, ""));
            else
                AddForm(stem, "");
            AddFormsOf(AddForm(stem[..^1], ""));
            return true;
        }

        var singular = AddForm(stem, "");
        if (IsVowel(stem[^1]) && stem[^1] != 'e')
            return false; // a virus and a crisis, or militias
        if (!singular.EndsWith("ing", StringComparison.Ordinal) || NoForms.Contains(singular) || !AddWhatTakesEdOrIng(singular))
            AddFormsOf(singular);
        return true;
    }

    private static bool TakesEs(ReadOnlySpan<char> stem) =>
        stem[^1] is 's' or 'x' or 'z' or 'o' || stem.EndsWith("ch") || stem.EndsWith("sh");

    private bool AddWhatTakesEdOrIng(string word)
    {
        var ing = word.EndsWith("ing", StringComparison.Ordinal);
        if ((!ing && !word.EndsWith("ed", StringComparison.Ordinal)) || NounsInIng.Contains(word))
            return false;
        var stem = word.AsSpan(..^(ing ? 3 : 2));
        if (!HasVowel(stem))
            return false; // bring, shed
        if (stem[^1] == 'e')
            return ing ? AddFormsOfVerb(stem, "") : EeVerbs.Contains(word.AsSpan(..^1)) && AddFormsOfVerb(stem, "e"); // seeing, agreed
        if (stem[^1] != 'i')
            return AddVerbBefore(stem);
        return stem.Length == 2 ? AddFormsOfVerb(stem, "e") // died
            : ing ? AddFormsOfVerb(stem, "") // skiing
            : AddFormsOfVerb(stem[..^1], "y"); // carried
    }

    /// <summary>Finds the verb before -ed and -ing: kill, plan of "plann", fire of "fir", panic of "panick".</summary>
    private bool AddVerbBefore(ReadOnlySpan<char> stem)
    {
        if (stem.Length == 2)
            return !IsVowel(stem[1]) && AddFormsOfVerb(stem, "e"); // used
        if ((stem.EndsWith("ick") || stem.EndsWith("ouack")) && Syllables(stem) > 1) // panicked, bivouacked
            return AddFormsOfVerb(stem[..^1], "") | AddFormsOfVerb(stem, "");
        if (stem.Length >= 4 && stem[^1] == stem[^2] && IsVowel(stem[^3]))
        {
            var oftenDouble = stem[^1] is 'l' or 's' or 'f' or 'z';
            return (oftenDouble && AddFormsOfVerb(stem, "")) | ((!oftenDouble || Syllables(stem) > 1) && AddFormsOfVerb(stem[..^1], ""));
        }

        var mute = MuteE(stem);
        return (mute != Mute.Always && AddFormsOfVerb(stem, "")) | (mute != Mute.Never && AddFormsOfVerb(stem, "e"));
    }

    private enum Mute
    {
        Never,
        Perhaps,
        Always,
    }

    /// <summary>Whether a verb loses an e before -ed and -ing, by how what is left ends: fir(e), attack, danc(e), target.</summary>
    private static Mute MuteE(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 2)
            return Mute.Never;
        var (last, before) = (stem[^1], stem[^2]);
        var longer = Syllables(stem) > 1;
        if (EndsInSingleVowelAndConsonant(stem) && !longer)
            return Mute.Always; // it would be doubled: planed, planned
        if (!IsVowel(before))
        {
            return last switch
            {
                'c' or 'v' or 'u' or 'r' => Mute.Always,
                's' => before is 'n' or 'r' or 'l' or 'p' ? Mute.Always : Mute.Never,
                'g' => before == 'n' ? Mute.Perhaps : Mute.Always,
                'l' => before is 'r' or 'w' ? Mute.Never : Mute.Always,
                'h' => before == 't' ? Mute.Perhaps : Mute.Never,
                't' => stem.EndsWith("ast") ? Mute.Perhaps : Mute.Never,
                _ => Mute.Never,
            };
        }

        var two = !EndsInSingleVowelAndConsonant(stem);
        return last switch
        {
            'c' or 'v' or 'u' or 'z' or 'g' => Mute.Always,
            's' => longer && before is 'u' or 'a' ? Mute.Perhaps : Mute.Always,
            't' when before == 'a' => two && stem[^3] is 'i' or 'u' ? Mute.Always : stem[^3] == 'o' ? Mute.Never : Mute.Perhaps,
            't' when two => before == 'u' && stem[^3] == 'o' ? Mute.Perhaps : Mute.Never,
            'w' or 'x' or 'y' or 'h' or 'f' or 'a' or 'o' => Mute.Never,
            _ when two => Mute.Never,
            'k' or 'd' when before != 'i' => Mute.Always,
            'r' when before is 'a' or 'i' => Mute.Always,
            'l' when before is 'a' or 'e' => Mute.Never,
            _ => Mute.Perhaps,
        };
    }

    // From what it may be a form of to the forms.

    private bool AddFormsOfVerb(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        if (_case == WordCase.Capitalised && !EnglishVerbs.IsOfTheNews(_forms.Joined(stem, ending)))
            return false;
        AddFormsOf(AddForm(stem, ending));
        return true;
    }

    private void AddFormsOf(string word)
    {
        AddInflections(word);
        if (EnglishSpellings.Other(word) is { } other)
        {
            AddForm(other, "");
            AddInflections(other);
        }
    }

    /// <summary>A letter alone has none: what would be left of eing.</summary>
    private void AddInflections(string word)
    {
        if (word.Length < 2)
            return;
        AddPlurals(word);
        if (MayBeVerb(word))
            AddVerbForms(word);
    }

    private void AddPlurals(string word)
    {
        AddIrregularPlurals(word);
        AddPlural(word);
    }

    private void AddIrregularPlurals(string word)
    {
        if (Plurals.TryGetValue(word, out var others))
        {
            foreach (var other in others)
                AddForm(other, "");
        }

        if (PluralsOfOthers.TryGetValue(word, out var plurals))
        {
            foreach (var plural in plurals)
                AddForm(plural, "");
        }

        if (NoMen.Contains(word))
            return;
        if (word.EndsWith("man", StringComparison.Ordinal))
            AddForm(word.AsSpan(..^2), "en");
        else if (word.EndsWith("men", StringComparison.Ordinal))
            AddForm(word.AsSpan(..^2), "an");
        else if (word.EndsWith("person", StringComparison.Ordinal))
            AddForm(word.AsSpan(..^4), "ople");
        else if (word.EndsWith("people", StringComparison.Ordinal) && word.Length > 6) // of one nation there may be many
            AddForm(word.AsSpan(..^4), "rson");
    }

    private void AddPlural(string word)
    {
        var stem = word.AsSpan();
        if (TakesEs(stem))
            AddForm(stem, "es");
        if (stem[^1] == 's')
            return;
        if (stem[^1] == 'y' && (!IsVowel(stem[^2]) || stem.EndsWith("quy")))
            AddForm(stem[..^1], "ies");
        AddForm(stem, "s"); // after y too: the Kennedys; after ch too: stomachs
    }

    private bool MayBeVerb(string word)
    {
        if ((_case == WordCase.Capitalised && !EnglishVerbs.IsOfTheNews(word)) || EnglishVerbs.IsForm(word) || NoVerbs.Contains(word))
            return false;
        if (!EnglishVerbs.IsIrregular(word) && FunctionWords.Contains(word) && !EnglishVerbs.IsOfTheNews(word))
            return false;
        if (NoForms.Contains(word) && EnglishVerbs.Irregular(word).IsEmpty && !EnglishVerbs.DoublesSometimes(word) && !EnglishVerbs.DoublesAlways(word))
            return false;
        var stem = word.AsSpan();
        if (stem[^1] == 's' && stem[^2] != 's' && EnglishVerbs.Irregular(word).IsEmpty && !EnglishVerbs.DoublesSometimes(word))
            return false;
        foreach (var ending in NounEndings)
        {
            if (stem.EndsWith(ending) && !VerbsAllTheSame.Contains(word))
                return false;
        }

        return stem.EndsWith("ing") ? !HasVowel(stem[..^3])
            : !stem.EndsWith("ed") || stem.EndsWith("eed") || !HasVowel(stem[..^2]) || EnglishVerbs.DoublesAlways(word);
    }

    private void AddVerbForms(string verb)
    {
        foreach (var form in EnglishVerbs.Irregular(verb))
            _forms.Add(form); // does and goes, too, which are of nothing else
        var stem = verb.AsSpan();
        var regular = EnglishVerbs.IsRegular(verb);
        if (stem[^1] == 'e')
        {
            if (regular && (stem[^2] != 'e' || EeVerbs.Contains(verb)))
                AddForm(stem, "d");
            if (stem[^2] == 'i')
                AddIng(stem[..^2], "ying");
            else
                AddIng(stem[^2] is 'e' or 'o' or 'y' ? stem : stem[..^1], "ing");
        }
        else if (stem[^1] == 'y' && !IsVowel(stem[^2]))
        {
            if (regular)
                AddForm(stem[..^1], "ied");
            AddIng(stem, "ing");
        }
        else if (stem.EndsWith("ic") || stem.EndsWith("ouac"))
        {
            AddForm(stem, "ked");
            AddIng(stem, "king");
        }
        else
        {
            AddAfterConsonant(verb, regular);
        }
    }

    /// <summary>planned, targeted, cancelled and canceled</summary>
    private void AddAfterConsonant(string verb, bool regular)
    {
        var stem = verb.AsSpan();
        var single = EndsInSingleVowelAndConsonant(stem);
        var doubled = EnglishVerbs.DoublesAlways(verb) || (single && Syllables(stem) == 1);
        var either = !doubled && ((single && stem[^1] == 'l') || EnglishVerbs.DoublesSometimes(verb));
        if (doubled || either)
        {
            var twice = _forms.Joined(stem, stem[^1..]).ToString();
            if (regular)
                AddForm(twice, "ed");
            AddIng(twice, "ing");
        }

        if (doubled)
            return;
        if (regular)
            AddForm(stem, "ed");
        AddIng(stem, "ing");
    }

    private void AddIng(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        var form = AddForm(stem, ending);
        if (!NounsInIng.Contains(form) && !NoForms.Contains(form))
            AddForm(form, "s"); // bombings, killings
    }

    private string AddForm(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        var form = _forms.Joined(stem, ending);
        return NoForms.Contains(form) || (!_strangers.IsEmpty && _strangers.Contains(form.ToString())) ? form.ToString() : _forms.Add(stem, ending);
    }

    // Letters.

    private static bool HasVowel(ReadOnlySpan<char> stem) => Syllables(stem) > 0;

    /// <summary>Groups of vowels, near enough.</summary>
    private static int Syllables(ReadOnlySpan<char> stem)
    {
        var (count, inVowel) = (0, false);
        for (var i = 0; i < stem.Length; i++)
        {
            var vowel = IsVowelAt(stem, i);
            if (vowel && !inVowel)
                count++;
            inVowel = vowel;
        }

        return count;
    }

    /// <summary>plan, stop, quit; not raid, fix, show.</summary>
    private static bool EndsInSingleVowelAndConsonant(ReadOnlySpan<char> stem) =>
        stem.Length >= 3 && !IsVowelAt(stem, stem.Length - 1) && stem[^1] is not ('w' or 'x' or 'y' or 'h')
        && IsVowelAt(stem, stem.Length - 2) && !IsVowelAt(stem, stem.Length - 3);

    private static bool IsVowelAt(ReadOnlySpan<char> stem, int at) => stem[at] switch
    {
        'u' => at == 0 || stem[at - 1] != 'q',
        'y' => at > 0 && !IsVowel(stem[at - 1]),
        var letter => IsVowel(letter),
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
