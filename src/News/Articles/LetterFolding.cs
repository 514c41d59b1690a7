using System.Text;

namespace News.Articles;

/// <summary>
/// Letters as they compare: lower case, without accents, ligatures and width. "Şırnak" is "sirnak", "ｅ" is "e", and
/// in Arabic script the letters that differ only by keyboard are one (ي ی, ك ک, أ ا), vowel marks are none.
/// By table: the process runs with invariant globalization, where <see cref="string.Normalize()"/> changes nothing.
/// </summary>
internal static class LetterFolding
{
    // The base letters of U+00C0 to U+024F and of U+1E00 to U+1EFF by Unicode's canonical decomposition, with the
    // stroked letters (ł, ø, đ) that it leaves whole; '?' where there is none.
    private const string Latin =
        "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhhhiiiiiiiiii??jjkkkllllll??llnnnnnn?nnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
        + "????????????????????????????????oo?????????????uu????????????????????????????aaiioouuuuuuuuuu?aa"
        + "aa????ggkkoooo??j???gg??nnaa??ooaaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????"
        + "????????????????";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
        + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy?s????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case < '\u00C0':
                    folded.Append(char.ToLowerInvariant(c));
                    break;
                case 'æ' or 'Æ':
                    folded.Append("ae");
                    break;
                case 'œ' or 'Œ':
                    folded.Append("oe");
                    break;
                case 'ß' or 'ẞ':
                    folded.Append("ss");
                    break;
                case 'þ' or 'Þ':
                    folded.Append("th");
                    break;
                default:
                    if (!IsMark(c))
                        folded.Append(Letter(c));
                    break;
            }
        }

        return folded.ToString();
    }

    // Combining accents; Arabic vowel marks, superscript alef and the stretching tatweel; variation selectors.
    private static bool IsMark(char c) => c is (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640'
        or (>= '\u200B' and <= '\u200F') or (>= '\uFE00' and <= '\uFE0F');

    private static char Letter(char c) => c switch
    {
        < '\u0250' => Base(Latin[c - '\u00C0'], c),
        >= '\u1E00' and < '\u1F00' => Base(LatinAdditional[c - '\u1E00'], c),
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ی' or 'ى' => 'ي',
        'ک' => 'ك',
        'ё' or 'Ё' => 'е',
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        _ => char.ToLowerInvariant(c),
    };

    private static char Base(char letter, char original) => letter == '?' ? char.ToLowerInvariant(original) : letter;
}
