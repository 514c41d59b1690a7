using System.Buffers;
using System.Collections.Immutable;

namespace News.Summaries;

/// <summary>Words between quotation marks, whoever said them, if anybody did.</summary>
/// <param name="Outer">With the marks.</param>
/// <param name="Inner">Without them and without white space at the ends.</param>
/// <param name="OpenEnded">No closing mark: the next paragraph goes on with an opening one.</param>
/// <param name="Continues">Begins a paragraph after an open-ended one.</param>
internal readonly record struct Quotation(TextRange Outer, TextRange Inner, bool OpenEnded, bool Continues);

/// <summary>
/// Pairs quotation marks: straight, “ ”, « », „ “, » «, ‘ ’, 「 」; a dash opens speech where <see cref="DashDialogue"/>
/// says so. A mark that has no partner in its paragraph
/// opens nothing, unless the next paragraph shows by its own opening mark that the speech goes on. One pass; what
/// is nested belongs to the outer quotation.
/// </summary>
internal sealed class QuoteFinder
{
    private const int LongestSingle = 4000;

    /// <summary>The marks that <see cref="Opens"/> knows.</summary>
    private static readonly SearchValues<char> Openers = SearchValues.Create("“„«‹‚「『\"＂”»‘'");

    private readonly string text;
    private readonly ImmutableArray<Paragraph> paragraphs;
    private readonly List<Quotation> found = [];
    private bool goesOn;
    private int resumeAt;
    private int noSingleCloserBefore;

    /// <summary>
    /// Set where a paragraph's marks don't balance: from there on the first closing mark closes, nested or not, and
    /// what has been searched in vain is not searched again. This keeps a megabyte of marks linear.
    /// </summary>
    private bool flat;
    private int noCloserBefore;

    /// <summary>Stands beside the double mark that a pair of single ones is read as, so that no offset moves.</summary>
    private const char PairMark = '\u2060';

    private QuoteFinder(string text, ImmutableArray<Paragraph> paragraphs)
    {
        this.text = WithPairsAsDouble(text);
        this.paragraphs = paragraphs;
    }

    /// <summary>Every quotation of the text, in order; none inside another.</summary>
    public static List<Quotation> Find(string text, ImmutableArray<Paragraph> paragraphs)
    {
        var finder = new QuoteFinder(text, paragraphs);
        for (var i = 0; i < paragraphs.Length; i++) finder.ReadParagraph(i);
        return finder.found;
    }

    /// <summary>
    /// Wires and typewriters write a double mark as two single ones: ''We came,'' ``We saw.'' “We won.’’ They are read as
    /// the double mark that they look like.
    /// </summary>
    private static string WithPairsAsDouble(string text)
    {
        if (!text.Contains("''", StringComparison.Ordinal) && !text.Contains("’’", StringComparison.Ordinal)) return text;
        return string.Create(text.Length, text, static (chars, source) =>
        {
            source.CopyTo(chars);
            for (var i = 0; i + 1 < chars.Length; i++)
            {
                if (chars[i] != chars[i + 1] || chars[i] is not ('\'' or '’' or '`')) continue;
                var opens = i == 0 || char.IsWhiteSpace(chars[i - 1]) || chars[i - 1] is '(' or '[' or '—' or '–';
                (chars[i], chars[i + 1]) = opens ? (PairMark, '"') : ('"', PairMark);
                i++;
            }
        });
    }

    private void ReadParagraph(int index)
    {
        var range = paragraphs[index].Range;
        var continues = goesOn && IsDoubleOpener(range.Start);
        flat = false;
        if (goesOn && (continues || paragraphs[index].Kind == ParagraphKind.Story)) goesOn = false;
        var start = Math.Max(range.Start, resumeAt);
        if (start == range.Start && DashDialogue.EndOfSpeech(text, range) is { } spoken)
        {
            Add(start, spoken, spoken, openEnded: false, continues: false);
            start = spoken;
        }

        for (var i = start; i < range.End; i++)
        {
            var mark = text.AsSpan(i, range.End - i).IndexOfAny(Openers);
            if (mark < 0) break;
            i += mark;
            if (Opens(i, range) is not { } close) continue;
            var end = FindClose(i, close, range, out var restart);
            if (end >= 0)
            {
                Add(i, end, end + 1, openEnded: false, continues && i == range.Start);
                i = end;
            }
            else if (restart > i)
            {
                // "We came, she said. "We saw." The first mark never closes; the second begins anew.
                i = restart - 1;
            }
            else if (close is not ('’' or '\''))
            {
                i = Unclosed(i, index, continues && i == range.Start) - 1;
            }
        }
    }

    /// <summary>What to do with a mark that its paragraph does not close; returns where to read on.</summary>
    private int Unclosed(int open, int index, bool continues)
    {
        var range = paragraphs[index].Range;
        if (NextStory(index) is not { } next) return continues ? CloseAtEnd(open, range, continues, openEnded: false) : open + 1;
        if (IsDoubleOpener(paragraphs[next].Range.Start))
        {
            goesOn = true;
            return CloseAtEnd(open, range, continues, openEnded: true);
        }

        if (next == index + 1 && BelatedCloser(paragraphs[next].Range) is var close and >= 0)
        {
            Add(open, close, close + 1, openEnded: false, continues);
            resumeAt = close + 1;
            return range.End;
        }

        return continues ? CloseAtEnd(open, range, continues, openEnded: false) : open + 1;
    }

    private int CloseAtEnd(int open, TextRange range, bool continues, bool openEnded)
    {
        Add(open, range.End, range.End, openEnded, continues);
        return range.End;
    }

    /// <summary>The next paragraph that belongs to the story: a caption between two parts of a speech is stepped over.</summary>
    private int? NextStory(int index)
    {
        for (var i = index + 1; i < paragraphs.Length && i <= index + 3; i++)
            if (paragraphs[i].Kind == ParagraphKind.Story) return i;
        return null;
    }

    /// <summary>The closing mark of speech that runs over a paragraph's end, where no other opens before it.</summary>
    private int BelatedCloser(TextRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (!IsDoubleMark(text[i])) continue;
            return LooksClosing(i) && !LooksOpening(i) && i > range.Start && text[i - 1] is '.' or ',' or '!' or '?' or '…' ? i : -1;
        }

        return -1;
    }

    private void Add(int open, int innerEnd, int outerEnd, bool openEnded, bool continues)
    {
        var inner = TextRange.Trimmed(text, open + 1, innerEnd);
        if (open > 0 && text[open - 1] == PairMark) open--;
        if (outerEnd < text.Length && text[outerEnd] == PairMark) outerEnd++;
        if (!inner.IsEmpty && HasLetter(inner))
            found.Add(new Quotation(new TextRange(open, outerEnd), inner, openEnded, continues));
    }

    private bool HasLetter(TextRange range)
    {
        foreach (var c in range.Of(text))
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    /// <summary>The mark that closes what <paramref name="i"/> opens; null where it opens nothing.</summary>
    private char? Opens(int i, TextRange range) => text[i] switch
    {
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '‹' => '›',
        '‚' when LooksOpening(i) => '‘',
        '「' => '」',
        '『' => '』',
        '"' or '＂' => OpensStraight(i, range) ? '"' : null,
        '”' when LooksOpening(i) && !LooksClosing(i) => '”',
        '»' when LooksOpening(i) && !LooksClosing(i) => '«',
        '‘' when LooksOpening(i) && !IsElision(i) => '’',
        '\'' when LooksOpening(i) && !IsElision(i) => '\'',
        _ => null,
    };

    /// <summary>
    /// A straight mark opens, except after a digit (6" is a length), in markup (a="b") and where it has the shape of a closing one while
    /// the next mark has that of an opening one: a lost closing mark.
    /// </summary>
    private bool OpensStraight(int i, TextRange range)
    {
        if (LooksOpening(i)) return true;
        if (i > range.Start && (char.IsDigit(text[i - 1]) || text[i - 1] == '=')) return false;
        if (!LooksClosing(i)) return true;
        var limit = Math.Min(range.End, i + LongestSingle);
        var next = text.AsSpan(i + 1, limit - i - 1).IndexOf('"');
        return next >= 0 && LooksClosing(i + 1 + next) && !LooksOpening(i + 1 + next);
    }

    private int FindClose(int open, char close, TextRange range, out int restart)
    {
        restart = -1;
        if (close is '’' or '\'') return FindSingleClose(open, range);
        var own = text[open];
        var depth = 0;
        for (var i = Math.Max(open + 1, flat ? noCloserBefore : 0); i < range.End; i++)
        {
            var c = text[i];
            if (flat) depth = 0;
            if (own == '"' && c == '“' && LooksOpening(i)) depth++;
            else if (own == '"' && c == '”' && depth > 0) depth--;
            else if (c == close && own is not ('"' or '”' or '„' or '»'))
            {
                if (depth == 0) return i;
                depth--;
            }
            else if (c == close || (own is '“' or '"' or '„' && IsDoubleMark(c) && c is not ('«' or '»' or '„')))
            {
                if (own == '“' && c == '“' && !LooksClosing(i)) depth++;
                else if (!LooksOpening(i) || LooksClosing(i)) return i;
                else if (own == c && own == '"') return Reopened(i, range, out restart);
            }
            else if (c == own && own is '«' or '「' or '『')
            {
                depth++;
            }
        }

        if (flat) noCloserBefore = range.End;
        flat = true;
        return -1;
    }

    /// <summary>An opening straight mark inside an open quotation: the first one was never closed, so begin anew here.</summary>
    private static int Reopened(int i, TextRange range, out int restart)
    {
        restart = i < range.End ? i : -1;
        return -1;
    }

    /// <summary>
    /// ‘ ’ and ' ' close where a word ends. "The workers’ rights" does not close one that ends at a stop later on:
    /// after an s, a later mark behind punctuation is preferred.
    /// </summary>
    private int FindSingleClose(int open, TextRange range)
    {
        var limit = Math.Min(range.End, open + LongestSingle);
        var possible = -1;
        for (var i = Math.Max(open + 2, noSingleCloserBefore); i < limit; i++)
        {
            var c = text[i];
            if (c is '‘' && possible >= 0) break;
            if (possible >= 0 && i - possible > 300) break;
            if (c is not ('’' or '\'') || (c == '’' && text[open] == '\'')) continue;
            if (char.IsWhiteSpace(text[i - 1]) || (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))) continue;
            if (text[i - 1] is '.' or ',' or '!' or '?' or '…') return i;
            var possessive = text[i - 1] is 's' && i + 2 < text.Length && text[i + 1] == ' ' && char.IsLetter(text[i + 2]);
            if (!possessive) return possible >= 0 && !possessive && i - possible > 120 ? possible : i;
            if (possible < 0) possible = i;
        }

        if (possible < 0) noSingleCloserBefore = Math.Max(noSingleCloserBefore, limit);
        return possible;
    }

    private static bool IsDoubleMark(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '＂';

    private bool IsDoubleOpener(int i) =>
        i < text.Length && text[i] is '"' or '“' or '„' or '«' or '»' && LooksOpening(i);

    private bool LooksOpening(int i)
    {
        var before = i == 0 ? ' ' : text[i - 1];
        var after = i + 1 < text.Length ? text[i + 1] : ' ';
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '-' or '–' or '—' or '/' or '‘' or '“' or '"' or '\'' or ':' or '¡' or '¿' || IsInvisible(before))
            && !char.IsWhiteSpace(after);
    }

    private bool LooksClosing(int i)
    {
        var before = i == 0 ? ' ' : text[i - 1];
        var after = i + 1 < text.Length ? text[i + 1] : ' ';
        return !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
    }

    /// <summary>Marks of direction and of width zero: they stand beside quotation marks in Arabic texts.</summary>
    private static bool IsInvisible(char c) => c is '\u200b' or PairMark or '\u200e' or '\u200f' or '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>'90s, 'em, 'tis: an apostrophe at a word's beginning.</summary>
    private bool IsElision(int i)
    {
        var end = i + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end]) && end - i < 8) end++;
        var word = text.AsSpan(i + 1, end - i - 1);
        return (word.Length is 2 or 3 && char.IsDigit(word[0]) && char.IsDigit(word[1]) && !char.IsDigit(word[^1]) | word.Length == 2) || Elisions.Contains(word);
    }

    private static readonly WordTable Elisions = new("em tis twas cause til till bout n round cos ere neath tween s t");
}
