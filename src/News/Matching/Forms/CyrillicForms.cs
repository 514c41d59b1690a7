namespace News.Matching;

/// <summary>
/// The cases of Russian and Ukrainian nouns and names, from the nominative: Ирак meets Ирака, Ираку, Ираком and Ираке,
/// ракета meets ракеты and ракет, Зеленский meets Зеленского.
/// </summary>
/// <remarks>
/// And from the plural that a query asks for: санкции meets санкциям. Only endings, no vowel that comes or goes but that of
/// Київ, Харків and иранец, and not back from another case. Letters are folded: й is
/// и, ё is е, ї is і, ґ is г. The endings of both languages are made of every word, for one of the other language stands nowhere.
/// </remarks>
internal static class CyrillicForms
{
    private const int ShortestWord = 4;

    /// <summary>Without their ending these are another word: the choice of an election, the hour of a clock.</summary>
    private static readonly WordTable PluralsAlone = WordTable.Folded("выборы часы весы духи очки");

    private static readonly string[] AfterConsonant = ["а", "у", "ом", "е", "і", "ові", "ы", "и", "ов", "ів", "ам", "ами", "ах"];
    private static readonly string[] ForEts = [.. AfterConsonant, "ев", "ем"];
    private static readonly string[] AfterInOrOv = [.. AfterConsonant, "ым", "им", "ых", "их"];
    private static readonly string[] ForA = ["", "ы", "и", "е", "і", "у", "ои", "ою", "ам", "ами", "ах"];
    private static readonly string[] ForIa = ["и", "і", "е", "ю", "еи", "ею", "єю", "ям", "ями", "ях"];
    private static readonly string[] ForI = ["я", "ю", "ем", "єм", "е", "і"];
    private static readonly string[] ForSoftSign = ["я", "ю", "ем", "е", "и", "і", "ью", "еи", "ям", "ями", "ях"];
    private static readonly string[] ForO = ["", "а", "у", "ом", "е", "і", "ам", "ами", "ах"];
    private static readonly string[] ForIe = ["ия", "ию", "ием", "ии", "иям", "иями", "иях"];
    private static readonly string[] ForSkii = ["ого", "ому", "им", "ом", "ая", "ое", "ои", "ую", "ие", "их", "ими", "а", "е", "і"];
    private static readonly string[] ForYi = ["ого", "ому", "ым", "ом", "ая", "ое", "ои", "ую", "ые", "ых", "ыми"];

    /// <summary>Of a plural in -ы or -и, and of the singular that it belongs to: ракеты, удары, атаки, танки.</summary>
    private static readonly string[] ForPlural = ["", "а", "у", "ом", "ои", "ою", "е", "ов", "ев", "еи", "ам", "ами", "ах"];

    /// <summary>Of a plural in -и after a soft or a Ukrainian hard consonant: цели, власти, дрони.</summary>
    private static readonly string[] ForSoftPlural = ["ь", "я", "ю", "ью", "е", "еи", "ям", "ями", "ях", "ів", "ам", "ами", "ах"];

    /// <summary>Санкции, критерии, Юрий.</summary>
    private static readonly string[] ForPluralIi = ["я", "ю", "е", "еи", "ем", "єю", "ям", "ями", "ях"];

    private static readonly string[] ForEv = ["єва", "єву", "євом", "єві"];
    private static readonly string[] ForOv = ["ова", "ову", "овом", "ові"];

    /// <summary>Adds the other forms of a folded word.</summary>
    public static void Add(string word, SpellingSet forms)
    {
        if (word.Length < ShortestWord)
            return;
        var (stem, endings) = EndingsOf(word);
        foreach (var ending in endings)
            forms.Add(stem, ending);
    }

    private static (string Stem, string[] Endings) EndingsOf(string word) => word switch
    {
        [.., 'к', 'и' or 'і', 'и'] => (word[..^2], ForSkii),
        [.., 'и' or 'і', 'и'] => (word[..^1], ForPluralIi),
        [.., 'ы', 'и'] => (word[..^2], ForYi),
        [.., 'а' or 'е' or 'о' or 'у', 'и'] => (word[..^1], ForI), // Китай
        [_, _, _, _, .., 'ы'] or [_, _, _, .., 'г' or 'ж' or 'к' or 'х' or 'ч' or 'ш' or 'щ', 'и'] => (word[..^1], PluralsAlone.Contains(word) ? ForPlural[6..] : ForPlural),
        [_, _, _, .., >= 'б' and <= 'щ' and not ('е' or 'и' or 'о' or 'у'), 'и'] => (word[..^1], ForSoftPlural),
        [.., 'и', 'е'] => (word[..^2], ForIe),
        [.., 'а'] => (word[..^1], ForA),
        [.., 'я'] => (word[..^1], ForIa),
        [.., 'ь'] => (word[..^1], ForSoftSign),
        [.., 'о'] => (word[..^1], ForO),
        [.., 'и' or 'а' or 'о', 'і', 'в'] => (word[..^2], ForEv), // Київ, Києва
        [.., 'і', 'в'] => (word[..^2], ForOv), // Харків, Харкова
        [.., 'е', 'ц'] => (word[..^2] + (word[^3] is 'а' or 'е' or 'и' or 'о' or 'у' or 'я' ? "иц" : "ц"), ForEts), // боец, бойца
        [.., 'о' or 'е' or 'є', 'в'] or [.., 'и' or 'ы' or 'і', 'н'] => (word, AfterInOrOv),
        [.., >= 'б' and <= 'щ' and not ('е' or 'и' or 'о' or 'у')] => (word, AfterConsonant),
        _ => (word, []),
    };
}
