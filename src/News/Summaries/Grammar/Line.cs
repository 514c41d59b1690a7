using System.Runtime.InteropServices;

namespace News.Summaries;

internal enum PieceKind : byte
{
    Word,
    Number,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Stop,

    /// <summary>A whole quotation, marks and all: for the sentence around it one piece.</summary>
    Quotation,
    Other,
}

/// <summary>A word, a mark, or a whole quotation of a sentence.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(int Start, int End, PieceKind Kind, int Quotation = -1)
{
    public bool IsWord => Kind == PieceKind.Word;
}

/// <summary>A sentence as its own words with the quotations in it; what stands in round brackets is left out.</summary>
internal sealed class Line(string text, TextRange range, int paragraph, List<Piece> pieces)
{
    private const int LongestName = 80;

    private List<NameRun>? names;
    private (bool Known, ReportingVerb Verb, VerbForm Form)[]? verbs;

    public TextRange Range => range;

    /// <summary>The rows of capitals in the sentence, read once.</summary>
    public List<NameRun> Names => names ??= NameRun.All(this);

    public int Paragraph => paragraph;

    public IReadOnlyList<Piece> Pieces => pieces;

    public int Count => pieces.Count;

    public Piece this[int i] => pieces[i];

    /// <summary>Marks that only name are words of the sentence: the host of “Up the Moor” said.</summary>
    public void ReadAsWord(int i) =>
        pieces[i] = pieces[i] with { Kind = pieces[i].End - pieces[i].Start <= LongestName ? PieceKind.Word : PieceKind.Other };

    /// <summary>The piece's letters; empty beyond the ends, so that rules may look around freely.</summary>
    public ReadOnlySpan<char> Word(int i) =>
        i >= 0 && i < pieces.Count ? text.AsSpan(pieces[i].Start, pieces[i].End - pieces[i].Start) : default;

    /// <summary>"Doe's", "the workers'" without the ending.</summary>
    public ReadOnlySpan<char> Bare(int i) => WithoutPossessive(Word(i));

    /// <summary>What stands between the piece and the next, brackets and all.</summary>
    public ReadOnlySpan<char> Behind(int i) => text.AsSpan(pieces[i].End, (i + 1 < pieces.Count ? pieces[i + 1].Start : range.End) - pieces[i].End);

    public PieceKind? Kind(int i) => i >= 0 && i < pieces.Count ? pieces[i].Kind : null;

    public bool IsPossessive(int i) => Bare(i).Length < Word(i).Length;

    public string Text(int from, int to) => text[pieces[from].Start..pieces[to - 1].End];

    public TextSpan Span(int from, int to) => new(Text(from, to), pieces[from].Start);

    /// <summary>Whether the piece is a word that begins with a capital: "Doe", "al-Amr", "K.C.", "iPhone" not.</summary>
    public bool IsCapital(int i)
    {
        var word = Word(i);
        if (Kind(i) != PieceKind.Word || word.IsEmpty) return false;
        if (char.IsUpper(word[0])) return true;
        var dash = word.IndexOfAny('-', '\'', '’');
        return dash is 1 or 2 && dash + 1 < word.Length && char.IsUpper(word[dash + 1]);
    }

    /// <summary>What the word reports; asked often, so it is looked up once.</summary>
    public ReportingVerb Verb(int i, out VerbForm form)
    {
        form = default;
        if (Kind(i) != PieceKind.Word) return ReportingVerb.None;
        verbs ??= new (bool, ReportingVerb, VerbForm)[pieces.Count];
        if (!verbs[i].Known) verbs[i] = (true, ReportingVerbs.Of(Word(i), Word(i + 1), out var found), found);
        form = verbs[i].Form;
        return verbs[i].Verb;
    }

    public static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[^1] is 's' && word[^2] is '\'' or '’') return word[..^2];
        return word.Length > 2 && word[^1] is '\'' or '’' ? word[..^1] : word;
    }
}

/// <summary>Reads sentences into <see cref="Line"/>s.</summary>
internal static class LineReader
{
    private const int LongestAside = 120;

    /// <summary>A dateline may stand behind a headline and a line below it.</summary>
    private const int MostOpenings = 3;

    public static List<Line> Read(string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Quotation> quotations)
    {
        var lines = new List<Line>();
        var next = 0;
        var paragraph = 0;
        var openings = 0;
        var opened = -1;
        foreach (var sentences in Sentences.SplitParagraphs(text, paragraphs, quotations))
        {
            foreach (var sentence in sentences)
            {
                var opens = openings < MostOpenings && opened < paragraph && paragraphs[paragraph].Kind == ParagraphKind.Story;
                if (opens) (openings, opened) = (openings + 1, paragraph);
                var body = opens ? Dateline.WithoutMarked(text, sentence) : sentence;
                lines.Add(new Line(text, sentence, paragraph, Pieces(text, body, quotations, ref next)));
            }

            paragraph++;
        }

        return lines;
    }

    private static List<Piece> Pieces(string text, TextRange sentence, IReadOnlyList<Quotation> quotations, ref int next)
    {
        var pieces = new List<Piece>();
        while (next < quotations.Count && quotations[next].Outer.Start < sentence.Start) next++;
        for (var i = sentence.Start; i < sentence.End;)
        {
            if (next < quotations.Count && i >= quotations[next].Outer.Start)
            {
                pieces.Add(new Piece(i, quotations[next].Outer.End, PieceKind.Quotation, next));
                i = quotations[next].Outer.End;
                next++;
                continue;
            }

            var c = text[i];
            if (c == '(')
            {
                var close = text.IndexOf(')', i, Math.Min(LongestAside, sentence.End - i));
                var quoteInside = next < quotations.Count && close > quotations[next].Outer.Start;
                i = close > 0 && !quoteInside ? close + 1 : i + 1;
                while (close > 0 && i < sentence.End && text[i] == ')') i++;
            }
            else if (char.IsLetterOrDigit(c) || c is '@' or '#' or '&')
            {
                var end = EndOfWord(text, i, sentence.End);
                pieces.Add(new Piece(i, end, char.IsDigit(c) ? PieceKind.Number : PieceKind.Word));
                i = end;
            }
            else
            {
                if (!char.IsWhiteSpace(c) && KindOf(c) is var kind) pieces.Add(new Piece(i, i + 1, kind));
                i++;
            }
        }

        return pieces;
    }

    private static PieceKind KindOf(char c) => c switch
    {
        ',' or '،' or '，' or '、' => PieceKind.Comma,
        ':' or '：' => PieceKind.Colon,
        ';' => PieceKind.Semicolon,
        '-' or '–' or '—' or '―' => PieceKind.Dash,
        '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' => PieceKind.Stop,
        _ => PieceKind.Other,
    };

    /// <summary>A word with what belongs to it inside: "Al-Aq'im", "U.S.", "Gen.", "3.5", "doe@example.org".</summary>
    private static int EndOfWord(string text, int start, int limit)
    {
        var i = start + 1;
        while (i < limit)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) i++;
            else if (c is '\'' or '’' or '-' or '.' or '@' or '&' or '_' or '‑' && i + 1 < limit && char.IsLetterOrDigit(text[i + 1])) i += 2;
            else if (c == '.' && i + 2 < limit && text[i + 1] == '-' && char.IsLetter(text[i + 2])) i += 3; // "U.S.-led"
            else break;
        }

        if (i + 1 < limit && text[i] == '.' && text[i + 1] == ',') return i + 1; // "D-Calif., said": no sentence ends before a comma.
        if (i < limit && text[i] == '.' && KeepsItsStop(text.AsSpan(start, i - start), i + 1 < limit)) return i + 1;
        if (i < limit && text[i] is '\'' or '’' && text[i - 1] is 's' && char.IsUpper(text[start])) return i + 1;
        return Math.Min(i, limit);
    }

    private static bool KeepsItsStop(ReadOnlySpan<char> word, bool moreFollows) =>
        Abbreviations.BeforeAName.Contains(word) || (word.Length == 1 && char.IsUpper(word[0])) || (word.Contains('.') && word.Length < 8)
        || (moreFollows && (Abbreviations.AtAnEnd.Contains(word) || Abbreviations.BeforeANumber.Contains(word)));
}
