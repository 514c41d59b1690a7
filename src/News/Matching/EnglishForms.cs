using System.Collections.Frozen;

namespace News.Matching;

/// <summary>
/// The singular and plural of a word, from either: airstrike and airstrikes, city and cities, box and boxes, man and men.
/// </summary>
/// <remarks>
/// Forms are made from the query's word, never guessed from the article's, so a form that is no word ("boxe") costs
/// nothing: it stands nowhere. What must not be made is a form that is <em>another</em> word, hence
/// <see cref="NoPlurals"/>: <c>new</c> does not meet news, nor <c>Hama</c> Hamas.
/// </remarks>
internal static class EnglishForms
{
    /// <summary>Words in -s that are not the plural of what stands before the s, and make none of their own that matters.</summary>
    private static readonly FrozenSet<string> NoPlurals = Set("""
        news series species means goods does goes has was his its this thus yes us is as gas bus always perhaps afterwards
        towards besides sometimes indeed whereas alas less unless across pass mass class
        economics politics physics mathematics ethics athletics gymnastics aerobics genetics electronics acoustics
        hamas texas kansas arkansas paris mars athens brussels wales laos honduras cyprus damascus maldives seychelles
        barbados bahamas philippines netherlands andes alps
        james charles jones williams davies hughes harris adams evans roberts rogers peters andrews phillips simmons
        jesus moses thomas nicholas lucas abbas douglas dallas vegas nas zeus ramos santos reyes
        chaos cosmos ethos pathos kudos lens bias atlas canvas alias christmas corps chassis apropos bourgeois
        """);

    /// <summary>Singular and plural that no rule gives.</summary>
    private static readonly FrozenDictionary<string, string[]> Irregular = Pairs("""
        child children, foot feet, tooth teeth, goose geese, mouse mice, louse lice, ox oxen, die dice,
        wife wives, knife knives, life lives, thief thieves, wolf wolves, half halves, leaf leaves, loaf loaves,
        shelf shelves, self selves, calf calves, scarf scarves, hoof hooves, elf elves, dwarf dwarves, wharf wharves,
        sheaf sheaves, midwife midwives, housewife housewives, bookshelf bookshelves,
        crisis crises, analysis analyses, basis bases, thesis theses, hypothesis hypotheses, oasis oases, axis axes,
        diagnosis diagnoses, emphasis emphases, synthesis syntheses, paralysis paralyses, prognosis prognoses,
        criterion criteria, phenomenon phenomena, bacterium bacteria, memorandum memoranda, referendum referenda,
        stratum strata, alumnus alumni, fungus fungi, nucleus nuclei, stimulus stimuli, radius radii, cactus cacti,
        syllabus syllabi, appendix appendices, index indices, matrix matrices, vertex vertices, quiz quizzes
        """);

    /// <summary>Ends in -man or -men and is no man: Yemen is not the plural of Yeman, nor omen of Oman.</summary>
    private static readonly FrozenSet<string> NoMen = Set("oman omen yemen amen");

    /// <summary>Adds the other forms of a folded word; the word itself is not among them.</summary>
    /// <param name="initialism">Written in capitals: UAV makes UAVs and nothing else, US neither "u" nor "uses".</param>
    public static void Add(string word, bool initialism, ISet<string> forms)
    {
        if (initialism)
        {
            AddUnlessOther(word + "s", forms);
            return;
        }

        if (word.Length < 3 || !char.IsAsciiLetter(word[^1]))
        {
            if (word.Length is 2 or 3 && char.IsAsciiDigit(word[^1]))
                forms.Add(word + "s"); // F-16s, the 747s
            return;
        }

        if (Irregular.TryGetValue(word, out var others))
            forms.UnionWith(others);
        AddMen(word, forms);
        if (NoPlurals.Contains(word))
            return;
        var singulars = SingularsOf(word);
        foreach (var singular in singulars)
        {
            forms.Add(singular);
            AddPlurals(singular, forms);
        }

        if (singulars.Count == 0 || word[^2] is 'u' or 'i' or 'a' or 'o')
            AddPlurals(word, forms);
    }

    private static void AddPlurals(string word, ISet<string> forms)
    {
        if (word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || EndsIn(word, "ch") || EndsIn(word, "sh"))
            AddUnlessOther(word + "es", forms);
        if (word.EndsWith('s'))
            return;
        if (word.EndsWith('o'))
            AddUnlessOther(word + "es", forms);
        if (word.EndsWith('y') && !(IsVowel(word[^2]) && !EndsIn(word, "quy")))
            AddUnlessOther(word[..^1] + "ies", forms);
        AddUnlessOther(word + "s", forms); // after y too: the Kennedys; after ch too: stomachs
    }

    /// <summary>What a word in -s may be the plural of: boxes of box (or "boxe"), movies of movie (or "movy").</summary>
    private static List<string> SingularsOf(string word)
    {
        var singulars = new List<string>(2);
        if (!word.EndsWith('s') || EndsIn(word, "ss") || word.Length < 4)
            return singulars;
        singulars.Add(word[..^1]);
        if (word.Length >= 5 && EndsIn(word, "ies"))
            singulars.Add(word[..^3] + "y");
        else if (word.Length >= 5 && EndsIn(word, "es") && TakesEs(word.AsSpan(..^2)))
            singulars.Add(word[..^2]);
        return singulars;
    }

    private static bool TakesEs(ReadOnlySpan<char> stem) =>
        stem[^1] is 's' or 'x' or 'z' or 'o' || stem.EndsWith("ch") || stem.EndsWith("sh");

    private static void AddMen(string word, ISet<string> forms)
    {
        if (NoMen.Contains(word))
            return;
        if (EndsIn(word, "man"))
            AddUnlessOther(word[..^2] + "en", forms);
        else if (EndsIn(word, "men"))
            AddUnlessOther(word[..^2] + "an", forms);
    }

    private static void AddUnlessOther(string form, ISet<string> forms)
    {
        if (!NoPlurals.Contains(form))
            forms.Add(form);
    }

    private static bool EndsIn(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static FrozenDictionary<string, string[]> Pairs(string pairs)
    {
        var forms = new Dictionary<string, string[]>();
        foreach (var pair in pairs.Split(',', StringSplitOptions.TrimEntries))
        {
            var (one, many) = pair.Split(' ') is [var a, var b] ? (a, b) : throw new FormatException(pair);
            forms[one] = forms.TryGetValue(one, out var known) ? [.. known, many] : [many];
            forms[many] = forms.TryGetValue(many, out known) ? [.. known, one] : [one];
        }

        return forms.ToFrozenDictionary();
    }
}
