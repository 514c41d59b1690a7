using System.Buffers;

namespace News.Summaries;

/// <summary>Splits one paragraph into sentences; see <see cref="Sentences"/>.</summary>
internal sealed class SentenceSplitter(string text, int start, int end, List<TextRange> shelters)
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?…。！？؟۔؛");

    private int shelter;
    private int begin;

    public void Split(List<TextRange> sentences)
    {
        begin = start;
        var list = new ListMarkers(text, start, end);
        for (var i = start; i < end; i++)
        {
            if (!list.IsList) i = NextStopOrShelter(i);
            if (i >= end) break;
            if (list.BeginsAt(i)) Cut(sentences, i);
            if (Sheltered(i) is { } inside)
            {
                i = inside.End - 1;
                if (EndsInside(inside) && Follows(inside.End, afterQuote: true)) Cut(sentences, inside.End);
                continue;
            }

            if (!IsStop(text[i])) continue;
            var run = EndOfRun(i);
            var after = PastClosers(run);
            if (Ends(i, run, after)) Cut(sentences, CutPoint(i, run, after));
            i = Math.Max(i, run - 1);
        }

        Cut(sentences, end);
    }

    private int NextStopOrShelter(int i)
    {
        PassShelters(i);
        var limit = shelter < shelters.Count ? Math.Min(end, Math.Max(i, shelters[shelter].Start)) : end;
        var stop = text.AsSpan(i, limit - i).IndexOfAny(Stops);
        return stop < 0 ? limit : i + stop;
    }

    private void PassShelters(int i)
    {
        while (shelter < shelters.Count && shelters[shelter].End <= i) shelter++;
    }

    private TextRange? Sheltered(int i)
    {
        PassShelters(i);
        return shelter < shelters.Count && shelters[shelter].Start == i ? shelters[shelter] : null;
    }

    private void Cut(List<TextRange> sentences, int at)
    {
        var range = TextRange.Trimmed(text, begin, at);
        if (!range.IsEmpty) sentences.Add(range);
        begin = Math.Max(begin, at);
    }

    private static bool IsStop(char c) => Stops.Contains(c);

    /// <summary>"?!", "....", and ". . . ." are one stop.</summary>
    private int EndOfRun(int i)
    {
        var at = i + 1;
        while (at < end)
        {
            if (IsStop(text[at])) at++;
            else if (text[at] == ' ' && text[at - 1] == '.' && at + 1 < end && text[at + 1] == '.') at += 2;
            else break;
        }

        return at;
    }

    private int PastClosers(int at)
    {
        while (at < end && text[at] is ')' or ']' or '"' or '”' or '’' or '\'' or '»') at++;
        return at;
    }

    /// <summary>
    /// "to self-interpreting compounds. . . . The practice": the first stop is the sentence's, the rest an ellipsis
    /// of the next. "end with a period . . . . Next": all of it belongs to the first.
    /// </summary>
    private int CutPoint(int i, int run, int after) =>
        run - i == 7 && text[i + 1] == ' ' && i > start && text[i - 1] != ' ' && run < end ? i + 1 : after;

    private bool Ends(int i, int run, int after)
    {
        if (text[i] is '。' or '！' or '？') return true;
        if (after < end && !char.IsWhiteSpace(text[after])) return false;
        var ellipsis = text[i] == '…' || (run - i >= 3 && text[i] == '.');
        if (ellipsis && run - i is 1 or 3 or 5) return Follows(after, afterQuote: false) && !NextWord(after).SequenceEqual("I");
        if (run - i == 1 && text[i] == '.' && !EndsAfterWord(i, after)) return false;
        return Follows(after, afterQuote: false);
    }

    /// <summary>Whether what comes next can begin a sentence: no small letter, no comma, no dash.</summary>
    private bool Follows(int at, bool afterQuote)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        if (at >= end) return true;
        if (afterQuote && (IsStop(text[at]) || Attribution.IsShortReport(text, at, end))) return false;
        var c = text[at];
        if (c is '"' or '“' or '„' or '«' or '‘' or '\'' or '»' or '「' or '”') return true;
        if (c is '(' or '[') return !afterQuote && at + 1 < end && char.IsUpper(text[at + 1]) && !IsWire(at);
        return char.IsLetterOrDigit(c) ? !char.IsLower(c) : c is '$' or '€' or '£' or '#' or '@' or '•' or '¿' or '¡' or '.' or '⁃';
    }

    /// <summary>"TULSA, Okla. (Example Wire) — ": the dateline goes on.</summary>
    private bool IsWire(int bracket)
    {
        var close = text.IndexOf(')', bracket, Math.Min(40, end - bracket));
        if (close < 0) return false;
        var at = close + 1;
        while (at < end && text[at] == ' ') at++;
        return at < end && text[at] is '—' or '–' or '-';
    }

    /// <summary>Whether a single full stop at <paramref name="i"/> can be more than the mark of an abbreviation.</summary>
    private bool EndsAfterWord(int i, int after)
    {
        var word = WordBefore(i);
        if (word.IsEmpty) return i == start || !char.IsDigit(text[i - 1]) || !(IsListNumber(i) || IsOrdinal(i, after));
        var next = NextWord(after);
        if (word.Length == 1 && char.IsLower(word[0]) && (i - 1 == begin || IsOneLetter(after))) return false;
        if (Abbreviations.BeforeAName.Contains(word)) return next.IsEmpty;
        if (Abbreviations.BeforeANumber.Contains(word) && NextIsNumber(after)) return false;
        if (word.Length == 1 && char.IsUpper(word[0])) return !IsInitial(word, i) || next.IsEmpty;
        if (IsAcronym(word)) return next.IsEmpty || EndsAfterAcronym(word, next);
        if (Abbreviations.AtAnEnd.Contains(word)) return next.IsEmpty || Abbreviations.SentenceOpeners.Contains(next);
        return true;
    }

    /// <summary>"You and I. Did you" ends; "Albert I. Jones" and "K. C. Doe" don't.</summary>
    private bool IsInitial(ReadOnlySpan<char> letter, int i)
    {
        var before = WordBefore(i - letter.Length - 1);
        return before.IsEmpty || !char.IsLower(before[0]) || letter[0] != 'I';
    }

    /// <summary>
    /// "I live in the U.S. How about you?" ends, "the U.S. Government" doesn't. "He left at 6 p.m. Mr. Doe" ends;
    /// "At 5 a.m. Mr. Doe went" doesn't, for a sentence says more than a time.
    /// </summary>
    private bool EndsAfterAcronym(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        var hour = word.Equals("a.m", StringComparison.OrdinalIgnoreCase) || word.Equals("p.m", StringComparison.OrdinalIgnoreCase);
        if (!hour) return Abbreviations.SentenceOpeners.Contains(next);
        return Abbreviations.SentenceOpeners.Contains(next) && WordsSoFar(4) > 3;
    }

    private int WordsSoFar(int enough)
    {
        var words = 0;
        for (var i = begin; i < end && words < enough; i++)
            if (char.IsWhiteSpace(text[i]) && i > begin && !char.IsWhiteSpace(text[i - 1]) && i < end - 1) words++;
            else if (IsStop(text[i]) && i + 1 < end && text[i + 1] == ' ') return words;
        return words;
    }

    /// <summary>"1. The first item": a number that begins the line belongs to what follows.</summary>
    private bool IsListNumber(int i)
    {
        var at = i - 1;
        while (at >= begin && char.IsDigit(text[at])) at--;
        while (at >= begin && char.IsWhiteSpace(text[at])) at--;
        return at < begin || text[at] is '•' or '⁃';
    }

    private bool IsOrdinal(int i, int after)
    {
        var at = i;
        while (at > begin && char.IsDigit(text[at - 1])) at--;
        return i - at <= 2 && (Abbreviations.AfterAnOrdinal.Contains(NextWord(after)) || (at > begin && Abbreviations.BeforeAnOrdinal.Contains(WordBefore(at - 1))));
    }

    /// <summary>"z. B.", "u. a.": the next word is one letter with a stop, too.</summary>
    private bool IsOneLetter(int at)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at + 1 < end && char.IsLetter(text[at]) && text[at + 1] == '.';
    }

    /// <summary>"U.S", "a.m", "Ph.D": a letter or two between stops; "www.example.org" is none.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var length = 0;
        foreach (var c in word)
        {
            length = c == '.' ? 0 : length + 1;
            if (length > 2) return false;
        }

        return word.Contains('.');
    }

    private ReadOnlySpan<char> WordBefore(int i)
    {
        var at = i - 1;
        while (at >= start && i - at < 24 && (char.IsLetter(text[at]) || text[at] is '.' or '-' or '°' or 'º')) at--;
        return i > start && at + 1 < i ? text.AsSpan(at + 1, i - at - 1).TrimStart(".-") : default;
    }

    private ReadOnlySpan<char> NextWord(int at)
    {
        while (at < end && !char.IsLetterOrDigit(text[at])) at++;
        var from = at;
        while (at < end && at - from < 24 && char.IsLetter(text[at])) at++;
        if (at == from && at < end) at++;
        return text.AsSpan(from, at - from);
    }

    private bool NextIsNumber(int at)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at < end && char.IsDigit(text[at]);
    }

    /// <summary>"He left. [3] She stayed.": the number belongs to the sentence before it.</summary>
    private bool IsFootnote(TextRange inside)
    {
        for (var i = inside.Start + 1; i < inside.End - 1; i++)
            if (!char.IsAsciiDigit(text[i])) return false;
        var before = inside.Start - 1;
        while (before > start && text[before] == ' ') before--;
        return text[inside.Start] == '[' && before > start && IsStop(text[before]);
    }

    private bool EndsInside(TextRange inside)
    {
        if (text[inside.Start] is '(' or '[') return IsFootnote(inside);
        var last = inside.End - 1;
        while (last > inside.Start && (text[last] is '"' or '”' or '’' or '\'' or '»' or '“' or '」' or ')' or ']' || char.IsWhiteSpace(text[last]))) last--;
        return last > inside.Start && IsStop(text[last]);
    }
}

/// <summary>
/// Lists written in one line: "1.) The first item 2.) The second item", "a. … b. …". A marker counts where it is the
/// successor of the one that began the paragraph, so that "He was 2. It rained" is no list.
/// </summary>
internal sealed class ListMarkers
{
    private readonly string text;
    private readonly int end;
    private readonly bool bullets;
    private int letter;
    private int number;

    public ListMarkers(string text, int start, int end)
    {
        this.text = text;
        this.end = end;
        bullets = start < end && text[start] is '•' or '⁃' or '‣';
        if (bullets || !TryMarker(start, out var first)) return;
        if (first < 1000) number = first;
        else letter = first;
    }

    /// <summary>Whether the paragraph began with a marker, so that others may follow.</summary>
    public bool IsList => bullets || number > 0 || letter > 0;

    public bool BeginsAt(int i)
    {
        if (!IsList || i == 0 || !char.IsWhiteSpace(text[i - 1]) && text[i - 1] != '\n') return false;
        if (bullets) return text[i] is '•' or '⁃' or '‣';
        if (!TryMarker(i, out var marker)) return false;
        if (number > 0 && marker == number + 1) number++;
        else if (letter > 0 && marker == letter + 1) letter++;
        else return false;
        return true;
    }

    /// <summary>"12.)", "12)", "12.": 12; "b.": its letter's number + 1000 so that the two never meet.</summary>
    private bool TryMarker(int i, out int marker)
    {
        marker = 0;
        var at = i;
        while (at < end && at - i < 3 && char.IsAsciiDigit(text[at])) marker = (marker * 10) + text[at++] - '0';
        if (at == i && at < end && char.IsAsciiLetterLower(text[at])) marker = 1000 + text[at++];
        if (at == i || at >= end || text[at] is not ('.' or ')')) return false;
        if (text[at] == '.' && at + 1 < end && text[at + 1] == ')') at++;
        return at + 1 < end && text[at + 1] == ' ';
    }
}
