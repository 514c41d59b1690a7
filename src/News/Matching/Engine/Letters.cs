using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace News.Matching;

/// <summary>What a UTF-16 code unit is to a reader of words.</summary>
internal enum Letter : byte
{
    /// <summary>Neither letter nor space: a comma, a bracket, a sign.</summary>
    Other,

    /// <summary>A capital letter.</summary>
    Upper,

    /// <summary>A small letter.</summary>
    Lower,

    /// <summary>A letter of a script without capitals, or a mark that belongs to the letter before it: ع, ि.</summary>
    Plain,

    /// <summary>0 to 9, in any script.</summary>
    Digit,

    /// <summary>A word for itself, because its script writes without spaces: 伊, ラ, ไ.</summary>
    Single,

    /// <summary>Nothing that a reader sees or misses inside a word: a soft hyphen, an accent of its own, a harakah.</summary>
    Invisible,
    Apostrophe,
    Hyphen,
    Space,
    NewLine,

    /// <summary>A full stop, which may end a sentence, an abbreviation or nothing.</summary>
    Stop,

    /// <summary>Ends a sentence whatever stands before it: !, ?, 。</summary>
    SentenceEnd,
    Surrogate,
}

/// <summary>
/// Folds letters to what a reader takes them for: <c>É</c>, <c>é</c> and <c>e</c> are one letter, so are <c>ｅ</c> and
/// <c>e</c>, <c>ی</c> and <c>ي</c>, and <c>ﬁ</c> is <c>f</c> and <c>i</c>. Marks whose loss makes another word stay:
/// Indic vowel signs, the voicing of kana.
/// </summary>
internal static class Letters
{
    /// <summary>The longest string that one code unit folds to.</summary>
    public const int LongestFold = 4;

    /// <summary>Stands in <see cref="Folded"/> for a letter that folds to several; see <see cref="FoldsToSeveral"/>.</summary>
    public const char Several = '\uffff';

    /// <summary>Kana whose voiced one follows in Unicode's order: か, が.</summary>
    private static readonly SearchValues<char> Voiced = SearchValues.Create("かきくけこさしすせそたちつてとはひふへほゝカキクケコサシスセソタチツテトハヒフヘホヽ");

    private static readonly FrozenDictionary<char, string> Twins = ReadTwins();

    private static readonly Letter[] Kinds = new Letter[char.MaxValue + 1];

    private static readonly char[] Folds = new char[char.MaxValue + 1];

    static Letters()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var c = (char)code;
            Kinds[c] = KindOf(c);
            Folds[c] = FoldOf(c);
        }
    }

    /// <summary>By code unit.</summary>
    public static ReadOnlySpan<Letter> Kind => Kinds;

    /// <summary>By code unit; only for those that are letters or digits.</summary>
    public static ReadOnlySpan<char> Folded => Folds;

    public static string FoldsToSeveral(char c) => Twins[WithoutWidthAndCase(c)];

    /// <summary>Whether a rune outside the basic plane is a letter, and how it folds.</summary>
    public static Letter KindOf(Rune rune)
    {
        if (IsMathematical(rune.Value))
            return (rune.Value - 0x1D400) % 52 < 26 ? Letter.Upper : Letter.Lower;
        if (rune.Value >= 0xE0000)
            return Letter.Other; // tags and variation selectors
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OtherLetter when rune.Value >= 0x20000 => Letter.Single,
            UnicodeCategory.UppercaseLetter => Letter.Upper,
            UnicodeCategory.LowercaseLetter => Letter.Lower,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Letter.Plain,
            UnicodeCategory.DecimalDigitNumber => Letter.Digit,
            _ => Letter.Other,
        };
    }

    /// <summary>𝐈𝐫𝐚𝐪 is read as Iraq: the alphabets of mathematics are the Latin one, thirteen times over.</summary>
    public static Rune Fold(Rune rune) => IsMathematical(rune.Value)
        ? new Rune('a' + (rune.Value - 0x1D400) % 26)
        : Rune.ToLowerInvariant(rune);

    /// <summary>Alef to tav, where a mark inside a word is a gershayim: צה"ל.</summary>
    public static bool IsHebrew(char c) => c is >= '\u05d0' and <= '\u05ea';

    /// <summary>
    /// What a folded character of a script without spaces and the one after it are together, where a text wrote one
    /// as two: カ and a voicing mark are ガ, ᄋ and ᅵ are 이; '\0' where they stay two.
    /// </summary>
    /// <remarks>Hangul as in The Unicode Standard, section 3.12, "Hangul Syllable Composition".</remarks>
    public static char Composed(char first, char second)
    {
        const int Syllables = 0xac00, Vowels = 21, Endings = 28;
        return second switch
        {
            '\u3099' or '\uff9e' when first is 'う' or 'ウ' => (char)(first + 0x4e), // ゔ, ヴ
            '\u3099' or '\uff9e' when Voiced.Contains(first) => (char)(first + 1),
            '\u309a' or '\uff9f' when first is 'は' or 'ひ' or 'ふ' or 'へ' or 'ほ' or 'ハ' or 'ヒ' or 'フ' or 'ヘ' or 'ホ' => (char)(first + 2),
            >= '\u1161' and <= '\u1175' when first is >= '\u1100' and <= '\u1112' =>
                (char)(Syllables + ((first - 0x1100) * Vowels + second - 0x1161) * Endings),
            > '\u11a7' and <= '\u11c2' when first is >= '\uac00' and <= '\ud7a3' && (first - Syllables) % Endings == 0 =>
                (char)(first + second - 0x11a7),
            _ => '\0',
        };
    }

    private static bool IsMathematical(int value) => value is >= 0x1D400 and < 0x1D6A4;

    private static Letter KindOf(char c)
    {
        if (char.IsSurrogate(c))
            return Letter.Surrogate;
        if (c is '\n' or '\u2028' or '\u2029')
            return Letter.NewLine;
        if (c is '\'' or '\u2018' or '\u2019' or '\u02bc' or '\u02bb' or '\u02bd' or '\u02be' or '\u02bf' or '\u02b9' or '`' or '\u00b4' or '\uff07'
            or '\u05f3' or '\u05f4')
            return Letter.Apostrophe;
        if (c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or '\u2043' or '\ufe63' or '\uff0d' or '\u30fb' or '\uff65')
            return Letter.Hyphen;
        if (c is '.' or '\u2024' or '\uff0e')
            return Letter.Stop;
        if (c is '!' or '?' or '\u2026' or '\u3002' or '\uff01' or '\uff1f' or '\u061f' or '\u0964' or '\u06d4')
            return Letter.SentenceEnd;
        if (IsInvisible(c))
            return Letter.Invisible;
        if (WritesWithoutSpaces(c) && IsLetterOrMark(char.GetUnicodeCategory(c)))
            return Letter.Single;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Letter.Upper,
            UnicodeCategory.LowercaseLetter => Letter.Lower,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Letter.Plain,
            UnicodeCategory.DecimalDigitNumber => Letter.Digit,
            UnicodeCategory.Format => Letter.Invisible,
            _ => char.IsWhiteSpace(c) ? Letter.Space : Letter.Other,
        };
    }

    private static bool IsLetterOrMark(UnicodeCategory category) => category
        is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Accents, Hebrew points, harakat, Koranic signs, tatweel, soft hyphen, the dot below of Hindi and Bengali.</summary>
    private static bool IsInvisible(char c) => c
        is (>= '\u0300' and <= '\u036f') or (>= '\u1ab0' and <= '\u1aff') or (>= '\u1dc0' and <= '\u1dff')
        or (>= '\u20d0' and <= '\u20ff') or (>= '\ufe20' and <= '\ufe2f') or (>= '\ufe00' and <= '\ufe0f')
        or (>= '\u0591' and <= '\u05bd') or '\u05bf' or '\u05c1' or '\u05c2' or '\u05c4' or '\u05c5' or '\u05c7'
        or (>= '\u0610' and <= '\u061a') or (>= '\u064b' and <= '\u065f') or '\u0670'
        or (>= '\u06d6' and <= '\u06ed' and not '\u06dd' and not '\u06de' and not '\u06e9') or '\u0640' or '\u00ad'
        or '\u093c' or '\u09bc';

    /// <summary>Han, kana, Thai, Lao, Burmese, Khmer; and Hangul, whose particles hang on to the word: 이라크의.</summary>
    private static bool WritesWithoutSpaces(char c) => c
        is (>= '\u2e80' and <= '\u2fdf') or '\u3005' or '\u3006' or (>= '\u3041' and <= '\u30ff' and not '\u30fb')
        or (>= '\u31f0' and <= '\u31ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff')
        or (>= '\uff66' and <= '\uff9f') or (>= '\u0e00' and <= '\u0eff' and not (>= '\u0e50' and <= '\u0e59'))
        or (>= '\u1000' and <= '\u103f') or (>= '\u1780' and <= '\u17d3')
        or (>= '\u1100' and <= '\u11ff') or (>= '\uac00' and <= '\ud7af');

    private static char FoldOf(char c)
    {
        if (char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
            return (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
        var small = WithoutWidthAndCase(c);
        return !Twins.TryGetValue(small, out var twin) ? small : twin.Length == 1 ? twin[0] : Several;
    }

    private static char WithoutWidthAndCase(char c) =>
        char.ToLowerInvariant(c is >= '\uff21' and <= '\uff5a' ? (char)(c - 0xfee0) : c);

    private static FrozenDictionary<char, string> ReadTwins()
    {
        var twins = new Dictionary<char, string>();
        foreach (var line in LetterTwins.Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in line[(space + 1)..])
                twins[letter] = line[..space];
        }

        return twins.ToFrozenDictionary();
    }
}
