using System.Collections.Frozen;
using System.Globalization;

namespace News.Claims;

/// <summary>Number words, by what they stand for. Vague ones ("dozens") by the least that they can mean.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Exact = Table("""
        two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15
        sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80
        ninety 90 one 1
        dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15
        dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 treinta 30 cuarenta 40 cincuenta 50
        deux 2 trois 3 quatre 4 cinq 5 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16
        vingt 20 trente 30 quarante 40 cinquante 50 dizaine 10 douzaine 12 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40
        cinquantaine 50 soixantaine 60 centaine 100 docena 12 decena 10
        zwei 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 dreizehn 13 zwanzig 20 dreißig 30 vierzig 40 fünfzig 50
        dois 2 duas 2 três 3 sete 7 oito 8 nove 9 dez 10 due 2 tre 3 quattro 4 sei 6 sette 7 otto 8 dieci 10
        شخصين 2 شخصان 2 ثلاثة 3 أربعة 4 خمسة 5 ستة 6 سبعة 7 ثمانية 8 تسعة 9 عشرة 10 دو 2 سه 3 چهار 4 پنج 5 شش 6 هفت 7 هشت 8 نه 9 ده 10
        """);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Vague = Table("""
        dozens 24 scores 40 hundreds 200 thousands 2000 decenas 24 docenas 24 cientos 200 miles 2000 dizaines 24 centaines 200
        milliers 2000 Dutzende 24 Hunderte 200 Tausende 2000 dezenas 24 decine 24 centinaia 200 عشرات 24 العشرات 24 مئات 200 ده‌ها 24 صدها 200
        """);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Scale = Table("""
        hundred 100 thousand 1000 million 1000000 dozen 12 score 20 mil 1000 mille 1000 tausend 1000 ألف 1000 آلاف 1000 هزار 1000
        """);

    public static bool IsExact(ReadOnlySpan<char> word, out int value) => Exact.TryGetValue(word, out value);

    public static bool IsVague(ReadOnlySpan<char> word, out int value) => Vague.TryGetValue(word, out value);

    public static bool IsScale(ReadOnlySpan<char> word, out int value) => Scale.TryGetValue(word, out value);

    /// <summary>"twenty-two", and any exact word.</summary>
    public static bool IsCompound(ReadOnlySpan<char> word, out int value)
    {
        if (IsExact(word, out value)) return true;
        var dash = word.IndexOf('-');
        if (dash <= 0 || !IsExact(word[..dash], out var tens) || tens < 20 || tens > 90 || tens % 10 != 0) return false;
        if (!IsExact(word[(dash + 1)..], out var units) || units > 9) return false;
        value = tens + units;
        return true;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(string list)
    {
        var words = WordTable.Words(list);
        var table = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i + 1 < words.Length; i += 2) table[words[i]] = int.Parse(words[i + 1], CultureInfo.InvariantCulture);
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
