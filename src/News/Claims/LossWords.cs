using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace News.Claims;

/// <summary>How a word of loss stands to the number that it belongs to.</summary>
[Flags]
internal enum LossUse : byte
{
    None = 0,

    /// <summary>Takes whom it struck as its object: "killed 16", "wounding 16".</summary>
    Takes = 1,

    /// <summary>Said of whom it struck, with or without "were": "16 were killed", "16 killed".</summary>
    Suffered = 2,

    /// <summary>What they did themselves: "16 died", "16 fled".</summary>
    Done = 4,

    /// <summary>How they are: "16 dead", "16 are missing".</summary>
    State = 8,

    /// <summary>What is counted: "16 deaths", "16 bodies".</summary>
    Thing = 16,

    /// <summary>The bare verb, which tells of what happened in headlines only: "Strikes kill 16".</summary>
    Bare = 32,

    /// <summary>Before "of" it takes them as its object: "the deaths of 16", "the arrest of 16".</summary>
    NounOf = 64,
}

/// <summary>A word of loss: what it says happened, and how it is used.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LossWord(ClaimKind Kind, LossUse Use)
{
    public bool Is(LossUse use) => (Use & use) != LossUse.None;
}

/// <summary>The words that say that people were killed, wounded, missing, arrested or displaced, and places struck.</summary>
internal static class LossWords
{
    private static readonly FrozenDictionary<string, LossWord>.AlternateLookup<ReadOnlySpan<char>> Words =
        Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static LossWord Of(ReadOnlySpan<char> word)
    {
        Words.TryGetValue(word, out var found);
        return found;
    }

    private static readonly WordTable Those = new("dead killed slain wounded injured hurt missing arrested detained displaced evacuated hospitalised hospitalized held muertos fallecidos heridos morts blessés Toten Verletzten");

    /// <summary>What befell "the dead", "those wounded", "the victims"; null where the word names nobody so.</summary>
    public static ClaimKind? OfThose(ReadOnlySpan<char> word) =>
        word is "victims" or "fatalities" or "casualties" or "detainees" ? word is "detainees" ? ClaimKind.Arrested : ClaimKind.Killed
        : Those.Contains(word) ? Of(word).Kind : null;

    /// <summary>Words that tell of a loss only beside others: "homes", "found", "hit".</summary>
    private static readonly WordTable Weak = new("""
        found traced located accounted seen heard returned reached condition treatment crossed forced driven loses losing loss losses life
        fell fallen hold leave remains trace bars picked survive strikes hits beaten destroyed destroying questioning prisoner casas hogares mata presos
        """);

    /// <summary>Whether a text has any word that tells of a loss by itself: most have none, and need not be read further.</summary>
    /// <param name="orWeak">Or one that tells of a loss beside others only.</param>
    public static bool AreIn(ReadOnlySpan<char> text, bool orWeak = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var end = i + 1;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            var word = text[i..end];
            if (IsToll(word)) return true;
            if (end - i is > 2 and < 20 && Of(word).Use != LossUse.None && (orWeak || !Weak.Contains(word))) return true;
            i = end;
        }

        return false;
    }

    /// <summary>"The toll rose to 17" tells of deaths without a word for them.</summary>
    public static bool IsToll(ReadOnlySpan<char> word) => word is "toll" or "Toll";

    private static Dictionary<string, LossWord> Build()
    {
        var words = new Dictionary<string, LossWord>(StringComparer.OrdinalIgnoreCase);
        English(words);
        Romance(words);
        German(words);
        ArabicAndPersian(words);
        return words;
    }

    private static void English(Dictionary<string, LossWord> words)
    {
        Add(words, ClaimKind.Killed, LossUse.Takes | LossUse.Suffered, "killed murdered executed massacred assassinated slaughtered eliminated neutralised neutralized beheaded electrocuted slew");
        Add(words, ClaimKind.Killed, LossUse.Takes, "kills murdering massacring executing lost loses losing");
        Add(words, ClaimKind.Killed, LossUse.Takes | LossUse.NounOf, "killing");
        Add(words, ClaimKind.Killed, LossUse.Suffered, "slain martyred suffocated asphyxiated lynched drowned gunned hanged");
        Add(words, ClaimKind.Killed, LossUse.Done, "died dies perished perishes succumbed drowned dying fallen fell");
        Add(words, ClaimKind.Killed, LossUse.State, "dead lifeless");
        Add(words, ClaimKind.Killed, LossUse.Thing | LossUse.NounOf, "lives");
        Add(words, ClaimKind.Killed, LossUse.Thing, "fatalities");
        Add(words, ClaimKind.Killed, LossUse.Thing | LossUse.NounOf, "deaths bodies corpses martyrs");
        Add(words, ClaimKind.Killed, LossUse.NounOf, "death killings murder murders slaying body corpse loss losses life remains");
        Add(words, ClaimKind.Killed, LossUse.Bare, "kill die perish drown survive");
        Add(words, ClaimKind.Wounded, LossUse.Takes | LossUse.Suffered, "wounded injured hurt maimed harmed");
        Add(words, ClaimKind.Wounded, LossUse.Takes, "wounding injuring hurting injures wounds maiming");
        Add(words, ClaimKind.Wounded, LossUse.Suffered, "hospitalised hospitalized treated shot stabbed burned burnt beaten");
        Add(words, ClaimKind.Wounded, LossUse.Bare, "wound injure");
        Add(words, ClaimKind.Wounded, LossUse.Thing | LossUse.State, "injuries wounds burns");
        Add(words, ClaimKind.Wounded, LossUse.State, "hospital hospitals condition treatment");
        Add(words, ClaimKind.Missing, LossUse.State, "missing unaccounted");
        Add(words, ClaimKind.Missing, LossUse.State, "found traced located accounted seen heard returned reached");
        Add(words, ClaimKind.Missing, LossUse.State, "trapped buried");
        Add(words, ClaimKind.Missing, LossUse.NounOf, "trace");
        Add(words, ClaimKind.Missing, LossUse.Done, "disappeared vanished");
        Add(words, ClaimKind.Arrested, LossUse.Takes | LossUse.Suffered, "arrested detained apprehended caught rounded held nabbed");
        Add(words, ClaimKind.Arrested, LossUse.Suffered, "picked remanded jailed imprisoned handcuffed recaptured rearrested re-arrested");
        Add(words, ClaimKind.Arrested, LossUse.Takes | LossUse.Suffered, "captured seized");
        Add(words, ClaimKind.Arrested, LossUse.Takes, "netted capturing");
        Add(words, ClaimKind.Arrested, LossUse.Takes, "arresting detaining holding detains");
        Add(words, ClaimKind.Arrested, LossUse.Takes | LossUse.Thing | LossUse.NounOf, "arrests");
        Add(words, ClaimKind.Arrested, LossUse.Thing | LossUse.NounOf, "detentions");
        Add(words, ClaimKind.Arrested, LossUse.Bare | LossUse.NounOf | LossUse.State, "arrest detention");
        Add(words, ClaimKind.Arrested, LossUse.Bare, "detain hold");
        Add(words, ClaimKind.Arrested, LossUse.State, "custody bars questioning prisoner");
        Add(words, ClaimKind.Displaced, LossUse.Takes | LossUse.Suffered, "displaced uprooted evacuated");
        Add(words, ClaimKind.Displaced, LossUse.Takes, "displacing uprooting displaces uproots evacuating");
        Add(words, ClaimKind.Displaced, LossUse.Done, "fled flee");
        Add(words, ClaimKind.Displaced, LossUse.State, "homeless homes shelter shelters refuge");
        Add(words, ClaimKind.Displaced, LossUse.Done, "fleeing sheltering crossed");
        Add(words, ClaimKind.Displaced, LossUse.Suffered, "driven forced relocated");
        Add(words, ClaimKind.Displaced, LossUse.Bare, "leave evacuate");
        Add(words, ClaimKind.Displaced, LossUse.Bare, "displace uproot");
        Add(words, ClaimKind.Struck, LossUse.Takes | LossUse.Suffered, "struck hit bombed shelled targeted attacked destroyed torched");
        Add(words, ClaimKind.Struck, LossUse.Takes, "striking hitting bombing shelling hits strikes bombs pounded destroying torching");
    }

    /// <summary>Spanish, Portuguese, Italian and French.</summary>
    private static void Romance(Dictionary<string, LossWord> words)
    {
        Add(words, ClaimKind.Killed, LossUse.Takes, "mató mataron matando mata matan mataram matou uccide uccidono uccidendo tuant tue tuent");
        Add(words, ClaimKind.Killed, LossUse.Takes | LossUse.Suffered, "asesinados asesinadas asesinaron tué tués tuées tuée uccisi uccise mortos mortas perdu abatidos abatió abatieron");
        Add(words, ClaimKind.Killed, LossUse.Done, "murieron murió mueren muere fallecieron falleció fallecen fallece morreram morreu perecieron décédées décédés péri");
        Add(words, ClaimKind.Killed, LossUse.State | LossUse.Thing, "muertos muertas muerto muerta fallecidos fallecidas morts mort mortes morti mortes cadáveres cadavres corpi");
        Add(words, ClaimKind.Wounded, LossUse.Takes, "hirió hirieron hiriendo blessant blesse blessent feriu feriram");
        Add(words, ClaimKind.Wounded, LossUse.Takes | LossUse.Suffered | LossUse.Thing, "heridos heridas herido herida blessés blessées blessé blessée feriti ferite feridos feridas lesionados hospitalisés hospitalisées hospitalizados");
        Add(words, ClaimKind.Missing, LossUse.State | LossUse.Thing, "desaparecidos desaparecidas disparus disparues dispersi desaparecido disparu");
        Add(words, ClaimKind.Arrested, LossUse.Takes | LossUse.Suffered | LossUse.Thing, "detenidos detenidas detuvo detuvieron arrestados arrestó arrestaron capturados capturó capturaron interpellé interpellés interpellées arrêté arrêtés arrêtées arrestati arrestate presos detidos");
        Add(words, ClaimKind.Displaced, LossUse.Takes | LossUse.Suffered | LossUse.Thing, "desplazados desplazadas desplazó evacuados evacuadas déplacé déplacés déplacées évacués évacuées sfollati deslocados desalojados");
        Add(words, ClaimKind.Displaced, LossUse.State, "hogares casas");
    }

    private static void German(Dictionary<string, LossWord> words)
    {
        Add(words, ClaimKind.Killed, LossUse.Suffered, "getötet erschossen ermordet");
        Add(words, ClaimKind.Killed, LossUse.State, "Leben tot");
        Add(words, ClaimKind.Killed, LossUse.Done, "starben starb gestorben");
        Add(words, ClaimKind.Killed, LossUse.Thing, "Tote Toten Todesopfer Leichen");
        Add(words, ClaimKind.Wounded, LossUse.Suffered, "verletzt verwundet");
        Add(words, ClaimKind.Wounded, LossUse.Thing, "Verletzte Verletzten Verwundete Schwerverletzte");
        Add(words, ClaimKind.Missing, LossUse.Suffered | LossUse.Thing, "vermisst Vermisste");
        Add(words, ClaimKind.Arrested, LossUse.Suffered | LossUse.Thing, "festgenommen verhaftet Festnahmen");
        Add(words, ClaimKind.Displaced, LossUse.Suffered, "evakuiert vertrieben");
    }

    /// <summary>In Arabic the noun of what happened stands before the number, "مقتل 16 شخصا"; in Persian the verb ends the sentence.</summary>
    private static void ArabicAndPersian(Dictionary<string, LossWord> words)
    {
        Add(words, ClaimKind.Killed, LossUse.Takes, "مقتل ومقتل بمقتل قتل وقتل قُتل استشهاد واستشهاد استشهد مصرع ومصرع وفاة ووفاة يقتل تقتل");
        Add(words, ClaimKind.Killed, LossUse.Thing, "قتيلا قتيلاً قتيل قتلى شهيدا شهداء کشته وفيات جثة");
        Add(words, ClaimKind.Killed, LossUse.Suffered, "کشته‌شده جان‌باختند قتلوا لقوا");
        Add(words, ClaimKind.Wounded, LossUse.Takes, "إصابة وإصابة اصابة أصيب وأصيب جرح وجرح بجروح");
        Add(words, ClaimKind.Wounded, LossUse.Thing, "جريحا جريحاً جريح جرحى مصابا مصابين زخمی مجروح");
        Add(words, ClaimKind.Missing, LossUse.Takes, "فقدان وفقدان");
        Add(words, ClaimKind.Missing, LossUse.Thing, "مفقودا مفقودين مفقود ناپدید مفقودالاثر");
        Add(words, ClaimKind.Arrested, LossUse.Takes, "اعتقال واعتقال اعتقلت توقيف وتوقيف");
        Add(words, ClaimKind.Arrested, LossUse.Thing, "بازداشت دستگیر معتقلا");
        Add(words, ClaimKind.Displaced, LossUse.Takes, "نزوح ونزوح تشريد وتشريد");
        Add(words, ClaimKind.Displaced, LossUse.Thing, "آواره نازح نازحا");
    }

    private static void Add(Dictionary<string, LossWord> words, ClaimKind kind, LossUse use, string list)
    {
        foreach (var word in WordTable.Words(list)) words[word] = new LossWord(kind, use | (words.TryGetValue(word, out var known) && known.Kind == kind ? known.Use : LossUse.None));
    }
}
