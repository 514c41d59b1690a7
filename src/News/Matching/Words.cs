using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

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
/// <param name="Folded">Where its folded letters begin in <see cref="Words"/>.</param>
/// <param name="Hash">Of the folded letters; that of two words written as one is <see cref="WordHash.Join"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Word(int Start, int End, int Folded, int FoldedLength, ulong Hash, Gap Gap, WordShape Shape);

/// <summary>
/// Cuts texts into words and folds them, each text once. Reused from article to article, so that reading one
/// allocates nothing after the first few.
/// </summary>
/// <remarks>
/// "Iraq's air-strikes (I.R.G.C.)" is read as <c>iraq</c>, <c>air</c>, <c>strikes</c>, <c>irgc</c>.
/// </remarks>
internal sealed class Words
{
    private Word[] _words = new Word[256];
    private char[] _letters = new char[2048];
    private int _count;
    private int _used;

    /// <summary>Whether the text is known to be Turkish, where an ending hangs on to every name.</summary>
    public bool IsTurkish { get; set; }

    public int Count => _count;

    public ReadOnlySpan<Word> All => _words.AsSpan(0, _count);

    public ReadOnlySpan<char> FoldedOf(in Word word) => _letters.AsSpan(word.Folded, word.FoldedLength);

    /// <summary>Forgets what was read; gives back the memory that only an outsized text needed.</summary>
    public void Clear()
    {
        (_count, _used) = (0, 0);
        if (_letters.Length > 1 << 20)
            (_words, _letters) = (new Word[256], new char[2048]);
    }

    /// <summary>Adds the words of a text. Their offsets count from its beginning.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        var first = _count;
        var at = 0;
        while (true)
        {
            var gap = first == _count ? Gap.Break : Gap.None;
            at = SkipGap(text, at, ref gap);
            if (at == text.Length)
                return;
            var word = new WordInProgress { Start = at, End = at, Folded = _used, Gap = gap };
            at = ReadWord(text, ref word);
            Add(word);
        }
    }

    /// <summary>Goes to the next letter, noting what lies between.</summary>
    private int SkipGap(ReadOnlySpan<char> text, int at, ref Gap gap)
    {
        if (gap != Gap.Break && at + 1 < text.Length && text[at] == ' ' && IsInWord(Letters.Kind[text[at + 1]]))
        {
            gap = Gap.Space; // by far the most frequent
            return at + 1;
        }

        var kinds = Letters.Kind;
        int hyphens = 0, spaces = 0, lines = 0, others = 0;
        var (ended, stop) = (gap == Gap.Break, false);
        var from = at;
        for (; at < text.Length; at++)
        {
            var kind = kinds[text[at]];
            if (IsInWord(kind) || kind == Letter.Single)
                break;
            if (kind == Letter.Surrogate)
            {
                var rune = RuneKind(text, at, out var length);
                if (IsInWord(rune) || rune == Letter.Single)
                    break;
                at += length - 1;
                others++;
                continue;
            }

            switch (kind)
            {
                case Letter.Invisible:
                    break;
                case Letter.Hyphen:
                case Letter.Apostrophe when at == from && at + 1 < text.Length && IsInWord(kinds[text[at + 1]]):
                    hyphens++;
                    break;
                case Letter.NewLine:
                    lines++;
                    break;
                case Letter.Space:
                    spaces++;
                    break;
                case Letter.Stop:
                    stop = true;
                    others++;
                    break;
                case Letter.SentenceEnd:
                    ended = true;
                    break;
                default:
                    others++;
                    break;
            }
        }

        ended = ended || lines > 1 || (stop && spaces + lines > 0 && at < text.Length && EndsSentence(kinds[text[at]]));
        spaces += lines;
        gap = ended ? Gap.Break
            : hyphens == 1 && spaces + others == 0 ? Gap.Hyphen
            : hyphens + others > 0 ? Gap.Other
            : spaces > 0 ? Gap.Space : Gap.None;
        return at;
    }

    /// <summary>
    /// Whether a full stop between the last word and a next one that begins so ended a sentence: "…struck the depot.
    /// Attack drones" does; "Brig. Gen. Doe" and "vs. Iran" don't. No abbreviation has four small letters and a
    /// capital after it; to be wrong here costs a phrase that goes over a sentence's end.
    /// </summary>
    private bool EndsSentence(Letter next) =>
        next == Letter.Upper && _words[_count - 1] is { Shape: WordShape.Lower, FoldedLength: >= 4 };

    private int ReadWord(ReadOnlySpan<char> text, ref WordInProgress word)
    {
        var kinds = Letters.Kind;
        for (var at = word.Start; ; at++)
        {
            at = ReadLetters(text, at, ref word);
            if (at == text.Length)
                return Finish(text, at, ref word);
            var c = text[at];
            var kind = kinds[c];
            if (IsInWord(kind))
            {
                word.Shape |= (WordShape)(1 << (int)kind);
                PushSeveral(ref word, Letters.FoldsToSeveral(c), text.Length - at);
                word.End = at + 1;
            }
            else if (kind == Letter.Single)
            {
                if (word.IsEmpty)
                    return ReadSingle(text, at, 1, ref word);
                return Finish(text, at, ref word);
            }
            else if (kind == Letter.Invisible)
            {
                if (IsMark(c))
                    word.End = at + 1;
            }
            else if (kind == Letter.Surrogate)
            {
                var runeKind = RuneKind(text, at, out var length);
                if (runeKind == Letter.Single && word.IsEmpty)
                    return ReadSingle(text, at, length, ref word);
                if (!IsInWord(runeKind))
                    return Finish(text, at, ref word);
                PushRune(text, at, runeKind, ref word);
                at += length - 1;
                word.End = at + 1;
            }
            else if (!GoesOnOver(text, at, kind, ref word))
            {
                return Finish(text, at, ref word);
            }
        }
    }

    /// <summary>The letters that fold to one each, which is nearly all there is; kept apart because it is the hot loop.</summary>
    private int ReadLetters(ReadOnlySpan<char> text, int at, ref WordInProgress word)
    {
        var kinds = Letters.Kind;
        var folds = Letters.Folded;
        var letters = _letters.AsSpan(_used);
        var (used, hash, shape) = (0, word.Hash, (int)word.Shape);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            var kind = kinds[c];
            var folded = folds[c];
            if (!IsInWord(kind) || folded == Letters.Several)
                break;
            letters[used++] = folded;
            hash = WordHash.Add(hash, folded);
            shape |= 1 << (int)kind;
        }

        if (used == 0)
            return at;
        _used += used;
        (word.Hash, word.Shape, word.End) = (hash, (WordShape)shape, at);
        return at;
    }

    private int Finish(ReadOnlySpan<char> text, int at, ref WordInProgress word)
    {
        if (word.Shape == WordShape.Upper && _used == word.Folded + 1 && at < text.Length && Letters.Kind[text[at]] == Letter.Stop)
            at = ReadDotted(text, at, ref word);
        if (word.CliticAt > 0)
            CutClitic(ref word);
        return Math.Max(at, word.End);
    }

    /// <summary>Whether an apostrophe, or a sign inside a number, belongs to the word: Sana'a, 1,000, 3.5.</summary>
    private bool GoesOnOver(ReadOnlySpan<char> text, int at, Letter kind, ref WordInProgress word)
    {
        var kinds = Letters.Kind;
        if (word.IsEmpty || at + 1 >= text.Length || word.End != at)
            return false;
        var next = kinds[text[at + 1]];
        if (kind == Letter.Apostrophe || (text[at] == '"' && Letters.IsHebrew(text[at - 1]) && Letters.IsHebrew(text[at + 1])))
        {
            if (!IsInWord(next) || IsElision(_letters.AsSpan(word.Folded.._used), Letters.Folded[text[at + 1]]))
                return false;
            (word.CliticAt, word.HashBeforeClitic, word.ShapeBeforeClitic) = (_used, word.Hash, word.Shape);
            return true;
        }

        if (next != Letter.Digit || kinds[text[at - 1]] != Letter.Digit || (kind != Letter.Stop && text[at] != ','))
            return false;
        if (kind == Letter.Stop || !IsThousand(text[(at + 1)..]))
            Push(ref word, text[at]);
        return true;
    }

    /// <summary>"000" in 1,000 and 1,000,000; not "5" in 7,5.</summary>
    private static bool IsThousand(ReadOnlySpan<char> rest)
    {
        var digits = 0;
        while (digits < rest.Length && digits < 4 && Letters.Kind[rest[digits]] == Letter.Digit)
            digits++;
        return digits == 3;
    }

    /// <summary>French and Italian drop a vowel before another: l'Iran, qu'Israël, dell'Iraq are two words each.</summary>
    private static bool IsElision(ReadOnlySpan<char> before, char next) =>
        before.Length <= 6 // a compiler may hash all of it to compare
        && next is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h'
        && before is "l" or "d" or "j" or "m" or "n" or "s" or "t" or "c" or "qu" or "jusqu" or "lorsqu" or "puisqu"
            or "dell" or "all" or "nell" or "sull" or "dall" or "un";

    /// <summary>I.R.G.C. is IRGC, also at the end of a sentence; A. Smith is two words, and so is p.m.</summary>
    private int ReadDotted(ReadOnlySpan<char> text, int at, ref WordInProgress word)
    {
        var kinds = Letters.Kind;
        while (at + 1 < text.Length && kinds[text[at]] == Letter.Stop && kinds[text[at + 1]] == Letter.Upper
            && (at + 2 == text.Length || !IsInWord(kinds[text[at + 2]])))
        {
            Push(ref word, Letters.Folded[text[at + 1]]);
            word.Shape |= WordShape.Dotted;
            at += 2;
            word.End = at;
        }

        if ((word.Shape & WordShape.Dotted) == WordShape.None)
            return at;
        if (at < text.Length && kinds[text[at]] == Letter.Stop)
            word.End = ++at;
        return ReadDottedEnding(text, at, ref word);
    }

    /// <summary>U.S.'s, U.A.V.s</summary>
    private int ReadDottedEnding(ReadOnlySpan<char> text, int at, ref WordInProgress word)
    {
        var rest = text[at..];
        var apostrophe = rest.Length > 1 && Letters.Kind[rest[0]] == Letter.Apostrophe;
        var ending = apostrophe ? rest[1..] : rest;
        if (ending.Length == 0 || ending[0] != 's' || (ending.Length > 1 && IsInWord(Letters.Kind[ending[1]])))
            return at;
        if (apostrophe)
            word.Shape |= WordShape.Clitic;
        else
            Push(ref word, 's');
        return word.End = text.Length - ending.Length + 1;
    }

    /// <summary>Iraq's and Iraq'll are met as Iraq; don't and Sana'a stay whole.</summary>
    private void CutClitic(ref WordInProgress word)
    {
        var ending = _letters.AsSpan(word.CliticAt.._used);
        if (ending is not ("s" or "ll" or "re" or "ve" or "d" or "m")
            && !TurkishForms.IsEnding(_letters.AsSpan(word.Folded..word.CliticAt), ending, IsTurkish))
        {
            return;
        }

        _used = word.CliticAt;
        word.Hash = word.HashBeforeClitic;
        word.Shape = word.ShapeBeforeClitic | WordShape.Clitic;
    }

    private int ReadSingle(ReadOnlySpan<char> text, int at, int length, ref WordInProgress word)
    {
        foreach (var c in text.Slice(at, length))
            Push(ref word, length == 1 ? Letters.Folded[c] : c);
        word.Shape = WordShape.Single;
        word.End = at + length;
        if (word.Gap == Gap.Other && _count > 0 && _words[_count - 1].Shape == WordShape.Single)
            word.Gap = Gap.Break; // a comma parts what no space does
        return word.End;
    }

    private void PushRune(ReadOnlySpan<char> text, int at, Letter kind, ref WordInProgress word)
    {
        Rune.DecodeFromUtf16(text[at..], out var rune, out _);
        Span<char> folded = stackalloc char[2];
        var length = Letters.Fold(rune).EncodeToUtf16(folded);
        word.Shape |= (WordShape)(1 << (int)kind);
        foreach (var c in folded[..length])
            Push(ref word, c);
    }

    private void PushSeveral(ref WordInProgress word, string folded, int remaining)
    {
        Reserve(remaining + Letters.LongestFold);
        foreach (var c in folded)
            Push(ref word, c);
    }

    private void Push(ref WordInProgress word, char folded)
    {
        _letters[_used++] = folded;
        word.Hash = WordHash.Add(word.Hash, folded);
    }

    private void Add(in WordInProgress word)
    {
        if (_count == _words.Length)
            Array.Resize(ref _words, _count * 2);
        _words[_count++] = new Word(word.Start, word.End, word.Folded, _used - word.Folded, word.Hash, word.Gap, word.Shape);
    }

    private void Reserve(int letters)
    {
        if (_letters.Length < _used + letters)
            Array.Resize(ref _letters, Math.Max(_used + letters, _letters.Length * 2));
    }

    private static Letter RuneKind(ReadOnlySpan<char> text, int at, out int length) =>
        Rune.DecodeFromUtf16(text[at..], out var rune, out length) == OperationStatus.Done
            ? Letters.KindOf(rune)
            : Letter.Other;

    private static bool IsInWord(Letter kind) => kind is >= Letter.Upper and <= Letter.Digit;

    /// <summary>Belongs to the letter before it, as an accent does and a soft hyphen doesn't.</summary>
    private static bool IsMark(char c) => c != '\u00ad' && c is < '\u200b' or > '\u206f' && c != '\ufeff';

    [StructLayout(LayoutKind.Auto)]
    private struct WordInProgress
    {
        public int Start;
        public int End;
        public int Folded;
        public ulong Hash;
        public Gap Gap;
        public WordShape Shape;
        public int CliticAt;
        public ulong HashBeforeClitic;
        public WordShape ShapeBeforeClitic;

        public readonly bool IsEmpty => End == Start;
    }
}

/// <summary>A polynomial over the letters, so that the hash of two words written as one follows from theirs.</summary>
internal static class WordHash
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    private static readonly ulong[] Powers = PowersOf(Base);

    /// <summary>No compound's second part is longer.</summary>
    public const int LongestJoined = 63;

    public static ulong Add(ulong hash, char letter) => hash * Base + letter + 1;

    public static ulong Of(ReadOnlySpan<char> letters)
    {
        var hash = 0UL;
        foreach (var letter in letters)
            hash = Add(hash, letter);
        return hash;
    }

    /// <summary>Of <c>airstrike</c> from those of <c>air</c> and <c>strike</c>.</summary>
    public static ulong Join(ulong first, ulong second, int secondLength) => first * Powers[secondLength] + second;

    /// <summary>Spreads a hash over all bits, for tables that look at the lowest.</summary>
    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }

    private static ulong[] PowersOf(ulong factor)
    {
        var powers = new ulong[LongestJoined + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * factor;
        return powers;
    }
}
