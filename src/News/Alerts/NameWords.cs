using System.Collections.Immutable;
using System.Text;
using News.Matching;

namespace News.Alerts;

/// <summary>
/// The words that somebody is found by: "Maj. Gen. Basim al-Ḥalabi" by maj, gen, basim and halabi. Letters are folded as the
/// matcher folds them, and the article in front of a name is none of its words: al-Halabi, el-Halabi and Halabi are one,
/// as are السوداني and سوداني.
/// </summary>
public static class NameWords
{
    /// <summary>In UTF-16 code units: nobody's name and office take more.</summary>
    private const int Longest = 400;

    /// <summary>The article as it is written in front of a name in Latin letters; the last sound follows the name's first.</summary>
    private static readonly WordTable Articles = new("al el ul as az ar at ad an ash");

    /// <summary>They tell nobody from anybody else: "the minister of defence" is found by minister and defence.</summary>
    private static readonly WordTable Small = WordTable.Folded("a an the of in at for and to");

    /// <summary>Each word once, in the order of the text.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length && i < Longest; i++)
        {
            var c = text[i];
            switch (Letters.Kind[c])
            {
                case (>= Letter.Upper and <= Letter.Digit) or Letter.Surrogate:
                    Append(c);
                    break;
                case Letter.Single:
                    End(hyphen: false);
                    Append(c);
                    End(hyphen: false);
                    break;
                case Letter.Apostrophe when IsPossessive(text.AsSpan(i + 1)):
                    i++;
                    break;
                case Letter.Invisible or Letter.Apostrophe: // Aq'im is aqim
                    break;
                case var other:
                    End(other == Letter.Hyphen);
                    break;
            }
        }

        End(hyphen: false);
        return words.ToImmutable();

        void Append(char c)
        {
            if (Letters.Folded[c] is not Letters.Several and var folded)
                word.Append(folded);
            else
                word.Append(Letters.FoldsToSeveral(c));
        }

        void End(bool hyphen)
        {
            if (word.Length == 0)
                return;
            var ended = ArabicForms.WithoutArticle(word.ToString());
            word.Clear();
            var isArticle = ended is "al" or "el" || (hyphen && Articles.Contains(ended));
            if (!isArticle && !Small.Contains(ended) && !words.Contains(ended))
                words.Add(ended);
        }
    }

    /// <summary>"Iraq's foreign minister" is of Iraq.</summary>
    private static bool IsPossessive(ReadOnlySpan<char> behind) =>
        behind is ['s' or 'S', .. var rest] && (rest.IsEmpty || Letters.Kind[rest[0]] is not (>= Letter.Upper and <= Letter.Single));
}
