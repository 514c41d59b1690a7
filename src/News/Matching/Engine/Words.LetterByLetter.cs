using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace News.Matching;

/// <summary>Reads words letter by letter: those of any script, with clitics, dots and marks.</summary>
internal sealed partial class Words
{
    /// <summary>Goes to the next letter, noting what lies between.</summary>
    private int SkipGap(ReadOnlySpan<char> text, int at, bool isFirst, out Gap gap)
    {
        if (!isFirst && at + 1 < text.Length && text[at] == ' ' && IsInWord(Letters.Kind[text[at + 1]]))
        {
            gap = Gap.Space;
            return at + 1;
        }

        var kinds = Letters.Kind;
        int hyphens = 0, spaces = 0, lines = 0, others = 0;
        var (ended, stop) = (isFirst, false);
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
                case Letter.Space when text[at] == '\r' && at + 1 < text.Length && kinds[text[at + 1]] == Letter.NewLine:
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
        gap = ended ? Gap.Break
            : hyphens == 1 && spaces + others == 0 && (lines == 0 || kinds[text[from]] == Letter.Hyphen) ? Gap.Hyphen // air-¶strike
            : hyphens + others > 0 ? Gap.Other
            : spaces + lines > 0 ? Gap.Space : Gap.None;
        return at;
    }

    /// <summary>
    /// Whether a full stop between the last word and a next one that begins so ended a sentence: "…struck the depot.
    /// Attack drones" does; "Brig. Gen. Doe" and "vs. Iran" don't. No abbreviation has four small letters and a
    /// capital after it; to be wrong here costs a phrase that goes over a sentence's end.
    /// </summary>
    private bool EndsSentence(Letter next) =>
        next == Letter.Upper && _words[_count - 1] is { Shape: WordShape.Lower, FoldedLength: >= 4 };

    /// <summary>Adds the word that begins here and gives where it ends.</summary>
    private int ReadAny(ReadOnlySpan<char> text, int start, Gap gap)
    {
        var word = new WordInProgress { Start = start, End = start, Folded = _used, Gap = gap };
        var at = ReadWord(text, ref word);
        if (_count == _words.Length)
            Array.Resize(ref _words, _count * 2);
        var letters = _letters.AsSpan(word.Folded.._used);
        _words[_count++] = new Word(word.Start, word.End, word.Folded, letters.Length, WordHash.Of(letters), word.Gap, word.Shape);
        return at;
    }

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
                PushSeveral(Letters.FoldsToSeveral(c), text.Length - at);
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
        var (used, shape) = (0, (int)word.Shape);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            var kind = kinds[c];
            var folded = folds[c];
            if (!IsInWord(kind) || folded == Letters.Several)
                break;
            letters[used++] = folded;
            shape |= 1 << (int)kind;
        }

        if (used == 0)
            return at;
        _used += used;
        (word.Shape, word.End) = ((WordShape)shape, at);
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
            (word.CliticAt, word.ShapeBeforeClitic) = (_used, word.Shape);
            return true;
        }

        if (next != Letter.Digit || kinds[text[at - 1]] != Letter.Digit || (kind != Letter.Stop && text[at] != ','))
            return false;
        if (kind == Letter.Stop || !IsThousand(text[(at + 1)..]))
            Push(text[at]);
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
            Push(Letters.Folded[text[at + 1]]);
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
            Push('s');
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
        word.Shape = word.ShapeBeforeClitic | WordShape.Clitic;
    }

    private int ReadSingle(ReadOnlySpan<char> text, int at, int length, ref WordInProgress word)
    {
        foreach (var c in text.Slice(at, length))
            Push(length == 1 ? Letters.Folded[c] : c);
        at += length;
        while (at < text.Length && Letters.Composed(_letters[_used - 1], text[at]) is var composed and not '\0')
        {
            _letters[_used - 1] = composed;
            at++;
        }

        word.Shape = WordShape.Single;
        word.End = at;
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
            Push(c);
    }

    private void PushSeveral(string folded, int remaining)
    {
        Reserve(remaining + Letters.LongestFold);
        foreach (var c in folded)
            Push(c);
    }

    private void Push(char folded) => _letters[_used++] = folded;

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
        public Gap Gap;
        public WordShape Shape;
        public int CliticAt;
        public WordShape ShapeBeforeClitic;

        public readonly bool IsEmpty => End == Start;
    }
}
