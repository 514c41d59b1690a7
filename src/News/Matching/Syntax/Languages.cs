using System.Collections.Frozen;
using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>What <c>lang:</c> takes: the tags of languages (BCP 47, by ISO 639) and their names in English and in themselves.</summary>
internal static class Languages
{
    /// <summary>A line for each: its tags, the one of two letters first, ":" and its names.</summary>
    private const string Table = """
        af afr: Afrikaans; am amh: Amharic, አማርኛ; ar ara: Arabic, العربية; as asm: Assamese; az aze: Azerbaijani, Azeri;
        be bel: Belarusian, беларуская; bg bul: Bulgarian, български; bn ben: Bengali, Bangla, বাংলা; bo bod: Tibetan;
        bs bos: Bosnian, bosanski; ca cat: Catalan, català; ckb: Sorani, Central Kurdish; cs ces cze: Czech, čeština;
        cy cym wel: Welsh, Cymraeg; da dan: Danish, dansk; de deu ger: German, Deutsch; dv div: Dhivehi, Maldivian;
        el ell gre: Greek, ελληνικά; en eng: English; eo epo: Esperanto; es spa: Spanish, español, Castilian;
        et est: Estonian, eesti; eu eus baq: Basque, euskara; fa fas per prs: Persian, Farsi, Dari, فارسی;
        fi fin: Finnish, suomi; fo fao: Faroese; fr fra fre: French, français; fy fry: Frisian; ga gle: Irish, Gaeilge;
        gd gla: Scottish Gaelic; gl glg: Galician, galego; gu guj: Gujarati; ha hau: Hausa; he iw heb: Hebrew, עברית;
        hi hin: Hindi, हिन्दी; hr hrv: Croatian, hrvatski; ht hat: Haitian Creole, Haitian; hu hun: Hungarian, magyar;
        hy hye arm: Armenian, հայերեն; id in ind: Indonesian, Bahasa Indonesia; ig ibo: Igbo; is isl ice: Icelandic, íslenska;
        it ita: Italian, italiano; ja jpn: Japanese, 日本語; jv jav: Javanese; ka kat geo: Georgian, ქართული;
        kk kaz: Kazakh, қазақ; km khm: Khmer, Cambodian; kn kan: Kannada; ko kor: Korean, 한국어; ku kur kmr: Kurdish, Kurmanji, kurdî;
        ky kir: Kyrgyz; la lat: Latin; lb ltz: Luxembourgish; ln lin: Lingala; lo lao: Lao; lt lit: Lithuanian, lietuvių;
        lv lav: Latvian, latviešu; mg mlg: Malagasy; mi mri mao: Maori; mk mkd mac: Macedonian, македонски; ml mal: Malayalam;
        mn mon: Mongolian; mr mar: Marathi; ms msa may: Malay, Bahasa Melayu; mt mlt: Maltese, Malti; my mya bur: Burmese;
        ne nep: Nepali; nl nld dut: Dutch, Flemish, Nederlands; no nb nn nor nob nno: Norwegian, norsk, Bokmål, Nynorsk;
        om orm: Oromo; or ori: Odia; pa pan: Punjabi; pl pol: Polish, polski; ps pus: Pashto, پښتو; pt por: Portuguese, português;
        qu que: Quechua; ro mo ron rum: Romanian, Moldovan, română; ru rus: Russian, русский; rw kin: Kinyarwanda; sd snd: Sindhi;
        si sin: Sinhala, Sinhalese; sk slk slo: Slovak, slovenčina; sl slv: Slovenian, Slovene, slovenščina; so som: Somali, Soomaali;
        sq sqi alb: Albanian, shqip; sr srp: Serbian, српски, srpski; st sot: Sotho; su sun: Sundanese; sv swe: Swedish, svenska;
        sw swa: Swahili, Kiswahili; ta tam: Tamil; te tel: Telugu; tg tgk: Tajik; th tha: Thai, ไทย; ti tir: Tigrinya;
        tk tuk: Turkmen; tl fil tgl: Tagalog, Filipino; tr tur: Turkish, Türkçe; tt tat: Tatar; ug uig: Uyghur, Uighur;
        uk ukr: Ukrainian, українська; ur urd: Urdu, اردو; uz uzb: Uzbek, o'zbek; vi vie: Vietnamese, Tiếng Việt; xh xho: Xhosa;
        yi yid: Yiddish; yo yor: Yoruba; zh zho chi cmn yue: Chinese, Mandarin, Cantonese, 中文; zu zul: Zulu
        """;

    /// <summary>Those that tags name (ISO 15924), because a language is written in several or its region doesn't say in which.</summary>
    private static readonly string[] Scripts = ["Hans", "Hant", "Latn", "Cyrl", "Arab", "Deva", "Guru", "Mong", "Tfng", "Beng", "Hebr"];

    private static readonly FrozenDictionary<string, Language> ByName = Read();

    /// <summary>
    /// What meets a language of which somebody gave the name or a tag, in any case; null where there is none. A tag with
    /// a region ("pt-BR") meets that region's only, whether the article's tag names a script between ("zh-Hant-TW") or not.
    /// </summary>
    public static ImmutableArray<Wording>? Find(string language)
    {
        if (ByName.TryGetValue(Key(language), out var known))
            return known.Wordings;
        var parts = language.Split('-', '_');
        if (parts.Length is not (2 or 3) || !parts[1..].All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit)))
            return null;
        if (!ByName.TryGetValue(Key(parts[0]), out known) || !known.Tags.Contains(parts[0].ToLowerInvariant()))
            return null;
        var rest = parts[1..];
        IEnumerable<string[]> readings = rest is [{ Length: < 4 } region] ? [rest, .. Scripts.Select(script => new[] { script, region })] : [rest];
        return [.. known.Tags.SelectMany(tag => readings.Select(reading => Tag([tag, .. reading])))];
    }

    /// <summary>The name that a misspelt one is nearest to.</summary>
    public static string? Like(string language) => ByName
        .Select(it => (it.Value.Name, Steps: EditDistance.Between(Key(language), it.Key, Math.Min(2, it.Key.Length / 3))))
        .Where(it => it.Steps is not null)
        .OrderBy(it => it.Steps)
        .FirstOrDefault().Name;

    private static FrozenDictionary<string, Language> Read()
    {
        var languages = new Dictionary<string, Language>(StringComparer.Ordinal);
        foreach (var line in Table.Split(';', StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var tags = line[..colon].Split(' ').ToImmutableArray();
            var names = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries);
            var language = new Language(names[0], tags, [.. tags.Select(tag => Tag([tag]))]);
            foreach (var name in names.Concat(tags))
                languages.TryAdd(Key(name), language);
        }

        return languages.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Wording Tag(ImmutableArray<string> parts) =>
        new([.. parts.Select(part => QueryWord.Plainly(part, part.ToLowerInvariant()))], 0);

    /// <summary>The letters alone, folded as the matcher folds them.</summary>
    private static string Key(string name)
    {
        var words = new Words();
        words.Read(name);
        return string.Concat(words.All.ToArray().Select(word => words.FoldedOf(word).ToString()));
    }

    private sealed record Language(string Name, ImmutableArray<string> Tags, ImmutableArray<Wording> Wordings);
}
