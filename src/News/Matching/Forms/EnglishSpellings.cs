using System.Collections.Frozen;

namespace News.Matching;

/// <summary>
/// British and American spellings of one word, from either: defence and defense, labour and labor, organise and organize.
/// </summary>
internal static class EnglishSpellings
{
    /// <summary>Pairs of beginnings: a word that begins as one of a pair does may begin as the other.</summary>
    private static readonly FrozenDictionary<string, string> Beginnings = ReadPairs("""
        labour labor, harbour harbor, colour color, honour honor, favour favor, neighbour neighbor, behaviour behavior, rumour rumor,
        humour humor, armour armor, vapour vapor, endeavour endeavor, saviour savior, clamour clamor, fervour fervor, rigour rigor,
        vigour vigor, valour valor, odour odor, parlour parlor, splendour splendor, tumour tumor, candour candor, demeanour demeanor,
        flavour flavor, glamour glamor, rancour rancor, savour savor, succour succor, misdemeanour misdemeanor,
        dishonour dishonor, discolour discolor, disfavour disfavor, defence defense, offence offense, licence license, pretence pretense,
        practise practice, programme program, grey gray, plough plow, sceptic skeptic, mould mold, smoulder smolder,
        aeroplane airplane, aluminium aluminum, judgement judgment, acknowledgement acknowledgment, enquir inquir,
        catalogue catalog, dialogue dialog, anaesthe anesthe, paediatric pediatric, haemorrhag hemorrhag, encyclopaedia encyclopedia,
        orthopaedic orthopedic, foetus fetus, oestrogen estrogen, diarrhoea diarrhea, gynaecolog gynecolog, leukaemia leukemia,
        anaemi anemi, archaeolog archeolog, mediaeval medieval, manoeuvre maneuver, sulphur sulfur, counsell counsel, traveller traveler,
        jewellery jewelry, fulfil fulfill, enrol enroll, instalment installment, skilful skillful, wilful willful, instil instill,
        distil distill, appal appall, woollen woolen, marvellous marvelous, artefact artifact, whisky whiskey, yoghurt yogurt,
        moustache mustache, adviser advisor, protester protestor, despatch dispatch, moslem muslim, tsar czar, gypsy gipsy, pyjama pajama,
        analys analyz, paralys paralyz, catalys catalyz, centre center, epicentre epicenter, theatre theater, metre meter,
        kilometre kilometer, centimetre centimeter, millimetre millimeter, litre liter, fibre fiber, calibre caliber, sabre saber, spectre specter,
        sombre somber, lustre luster, meagre meager, sceptre scepter, reconnoitre reconnoiter, amphitheatre amphitheater
        """);

    /// <summary>Words in -ise that nobody spells with a z.</summary>
    private static readonly WordTable AlwaysWithS = WordTable.Folded("""
        exercise promise precise imprecise expertise franchise enterprise advise devise revise supervise compromise surprise televise premise comprise
        demise paradise concise merchandise treatise otherwise likewise clockwise improvise circumcise incise excise despise sunrise
        """);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BeginningsBySpan =
        Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<ulong> Starts = Beginnings.Keys.Select(key => Start(key)).ToFrozenSet();

    private static readonly int LongestBeginning = Beginnings.Keys.Max(key => key.Length);

    private static readonly string[] EndingsAfterIs = ["e", "er", "ation", "ational"];

    /// <summary>The other spelling of a word that is no plural and no form of a verb; null where it has one only.</summary>
    public static string? Other(string word)
    {
        if (word.Length < 4)
            return null;
        for (var length = Starts.Contains(Start(word)) ? Math.Min(word.Length, LongestBeginning) : 0; length >= 4; length--)
        {
            if (BeginningsBySpan.TryGetValue(word.AsSpan(0, length), out var other))
                return other + word[length..];
        }

        return OtherOfIse(word);
    }

    /// <summary>The first four letters, so that nearly all words are told from one look-up to have no other spelling.</summary>
    private static ulong Start(string word) => (ulong)word[0] << 48 | (ulong)word[1] << 32 | (ulong)word[2] << 16 | word[3];

    /// <summary>organise, organiser, organisation and organize, organizer, organization</summary>
    private static string? OtherOfIse(string word)
    {
        foreach (var ending in EndingsAfterIs)
        {
            var at = word.Length - ending.Length - 1;
            if (at < 4 || word[at] is not ('s' or 'z') || word[at - 1] != 'i' || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            return "aeiou".Contains(word[at - 2], StringComparison.Ordinal) || AlwaysWithS.Contains(word)
                ? null
                : $"{word.AsSpan(0, at)}{(word[at] == 's' ? 'z' : 's')}{ending}";
        }

        return null;
    }

    private static FrozenDictionary<string, string> ReadPairs(string pairs) =>
        WordTable.EachToOthers(pairs).ToFrozenDictionary(pair => pair.Key, pair => pair.Value[0], StringComparer.Ordinal);
}
