using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace News.Matching;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap : byte
{
    /// <summary>Nothing: two characters of a script that writes without spaces.</summary>
    None,
    Space,

    /// <summary>One hyphen, or the apostrophe of an elision: air-strike, l'Iran.</summary>
    Hyphen,

    /// <summary>A comma, a bracket, several signs: a phrase goes on over it, a compound does not.</summary>
    Other,

    /// <summary>The end of a sentence or paragraph, which no phrase goes over.</summary>
    Break,
}

/// <summary>Which kinds of letters a word has, and how it was read.</summary>
[Flags]
internal enum WordShape : byte
{
    None = 0,

    /// <summary>Letters with full stops between: I.R.G.C.</summary>
    Dotted = 1,
    Upper = 1 << Letter.Upper,
    Lower = 1 << Letter.Lower,
    Plain = 1 << Letter.Plain,
    Digit = 1 << Letter.Digit,
    Single = 1 << Letter.Single,

    /// <summary>Its span ends in 's, 'll, 'd or the like, which its folded letters leave out: Iraq's.</summary>
    Clitic = 128,
}

/// <summary>A word of a text.</summary>
/// <param name="Start">In UTF-16 code units of the text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Folded">Where its folded letters begin in <see cref="Words"/>; those of the next word follow them.</param>
/// <param name="Hash">The <see cref="WordHash"/> of the folded letters.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Word(int Start, int End, int Folded, int FoldedLength, uint Hash, Gap Gap, WordShape Shape);

/// <summary>
/// Cuts texts into words and folds them, each text once. Reused from article to article, so that reading one
/// allocates nothing after the first few.
/// </summary>
/// <remarks>
/// "Iraq's air-strikes (I.R.G.C.)" is read as <c>iraq</c>, <c>air</c>, <c>strikes</c>, <c>irgc</c>. A word of ASCII letters that
/// ends where they end is read here, sixteen letters at once; any other letter by letter, in the other part of this class.
/// Both read such a word the same.
/// </remarks>
internal sealed partial class Words
{
    /// <summary>Of letters, words and the edges of runs: what an article of 100,000 letters needs, a megabyte or two.</summary>
    private const int OutsizedLetters = 1 << 18, OutsizedWords = 1 << 15, OutsizedEdges = 1 << 16;

    /// <summary>Sixteen masks that keep a letter, and sixteen that don't: those from 16 - n on keep n letters.</summary>
    private static readonly ushort[] Keep = [.. Enumerable.Repeat(ushort.MaxValue, WordHash.Wide), .. new ushort[WordHash.Wide]];

    private Word[] _words = new Word[8];
    private char[] _letters = [];
    private int[] _edges = [];
    private int _count;
    private int _used;

    /// <summary>Whether the text is known to be Turkish, where an ending hangs on to every name.</summary>
    public bool IsTurkish { get; set; }

    public int Count => _count;

    public ReadOnlySpan<Word> All => _words.AsSpan(0, _count);

    public ReadOnlySpan<char> FoldedOf(in Word word) => _letters.AsSpan(word.Folded, word.FoldedLength);

    /// <summary>The letters of the words from..last, as one.</summary>
    public ReadOnlySpan<char> FoldedOf(int from, int last) =>
        _letters.AsSpan(_words[from].Folded..(_words[last].Folded + _words[last].FoldedLength));

    /// <summary>Forgets what was read; gives back the memory that only an outsized text needed.</summary>
    public void Clear()
    {
        (_count, _used) = (0, 0);
        if (_letters.Length > OutsizedLetters)
            _letters = [];
        if (_words.Length > OutsizedWords)
            _words = new Word[8];
        if (_edges.Length > OutsizedEdges)
            _edges = [];
    }

    /// <summary>Adds the words of a text. Their offsets count from its beginning.</summary>
    public void Read(ReadOnlySpan<char> text) => Read(text, letterByLetter: false);

    /// <param name="letterByLetter">Even where sixteen at once would do; with the same result.</param>
    internal void Read(ReadOnlySpan<char> text, bool letterByLetter)
    {
        Reserve(text.Length);
        LetterRuns.Find(letterByLetter ? [] : text, ref _edges);
        var first = _count;
        var (at, run) = (0, 0);
        while (true)
        {
            while (_edges[run] < at)
                run += 2;
            var gap = Gap.Space;
            if (first != _count && _edges[run] == at + 1 && text[at] == ' ')
                at++; // by far the most frequent
            else
                at = SkipGap(text, at, first == _count, out gap);
            if (at == text.Length)
                return;
            while (_edges[run] < at)
                run += 2;
            at = _edges[run] == at && TryReadPlain(text, at, _edges[run + 1], gap) ? _edges[run + 1] : ReadAny(text, at, gap);
        }
    }

    /// <summary>Reads a run of ASCII letters and digits as a word, unless the word may go on after it or be longer than most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadPlain(ReadOnlySpan<char> text, int start, int end, Gap gap)
    {
        var length = end - start;
        if (length > WordHash.Wide || start + WordHash.Wide > text.Length || end == text.Length)
            return false;
        if (text[end] != ' ' && !EndsPlainly(text, start, end))
            return false;

        var written = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text[start..])));
        var keep = Vector256.LoadUnsafe(ref Keep[WordHash.Wide - length]);
        var folded = (written | Vector256.Create((ushort)0x20)) & keep;
        folded.StoreUnsafe(ref Unsafe.As<char, ushort>(ref _letters[_used]));
        if (_count == _words.Length)
            Array.Resize(ref _words, _count * 2);
        _words[_count++] = new Word(start, end, _used, length, WordHash.OfSixteen(folded), gap, ShapeOf(written & keep));
        _used += length;
        return true;
    }

    /// <summary>Whether a word surely ends with these letters: no apostrophe, accent, other letter or dot within an initialism follows.</summary>
    private static bool EndsPlainly(ReadOnlySpan<char> text, int start, int end)
    {
        var next = Letters.Kind[text[end]];
        return !IsInWord(next)
            && next is not (Letter.Apostrophe or Letter.Invisible or Letter.Surrogate)
            && !(next == Letter.Stop && end == start + 1)
            && !((next == Letter.Stop || text[end] == ',') && char.IsAsciiDigit(text[end - 1]));
    }

    /// <summary>In ASCII, small letters have the bits 0x40 and 0x20, capitals the first, digits the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WordShape ShapeOf(Vector256<ushort> letters)
    {
        var bits = letters & Vector256.Create((ushort)0x60);
        return (WordShape)(
            (Vector256.EqualsAny(bits, Vector256.Create((ushort)0x40)) ? (int)WordShape.Upper : 0)
            | (Vector256.EqualsAny(bits, Vector256.Create((ushort)0x60)) ? (int)WordShape.Lower : 0)
            | (Vector256.EqualsAny(bits, Vector256.Create((ushort)0x20)) ? (int)WordShape.Digit : 0));
    }

    /// <summary>Makes room for so many more letters, and for the sixteen that <see cref="TryReadPlain"/> writes whatever the word's length.</summary>
    private void Reserve(int letters)
    {
        letters += WordHash.Wide;
        if (_letters.Length < _used + letters)
            Array.Resize(ref _letters, Math.Max(_used + letters, _letters.Length * 2));
    }
}
