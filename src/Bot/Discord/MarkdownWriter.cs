using System.Buffers;
using System.Text;

namespace Bot.Discord;

/// <summary>
/// Writes Discord's markdown into a given room, counted in UTF-16 units, which is never less than Discord counts.
/// Raw text is escaped on the way in and cut at a word with an ellipsis where the room ends.
/// </summary>
internal sealed class MarkdownWriter(int room)
{
    /// <summary>How far a cut may go back to find the end of a word.</summary>
    private const int LongestWord = 40;

    private static readonly SearchValues<char> EmojiLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-");

    private static readonly SearchValues<char> MayNeedEscape = SearchValues.Create("\\*_~`|<[]@:#->+.");

    private readonly StringBuilder _out = new(Math.Min(room, 512));

    /// <summary>At the beginning of a line, where "#", "-" and "1." begin a block.</summary>
    private bool _atLineStart = true;

    /// <summary>Only digits so far in this line.</summary>
    private bool _afterLeadingNumber;

    /// <summary>In front of every further line: "> " in a quotation.</summary>
    private string _prefix = "";

    /// <summary>Something did not fit, or nothing more is wanted; what comes now is dropped.</summary>
    public bool IsFull { get; private set; }

    public int Length => _out.Length;

    public int Left => Math.Max(0, room - _out.Length);

    public override string ToString() => _out.ToString().TrimEnd();

    public void Fill() => IsFull = true;

    /// <summary>Writes markup of our own, whole or not at all.</summary>
    /// <returns>Whether it fitted.</returns>
    public bool Markup(string markup)
    {
        if (IsFull || markup.Length > Left)
        {
            IsFull = true;
            return false;
        }

        Append(markup);
        _atLineStart = markup.EndsWith('\n');
        return true;
    }

    /// <summary>Writes the sign that begins a point or a quotation; after it a line begins, as Discord sees it.</summary>
    public bool LineSign(string markup) => Markup(markup) && (_atLineStart = true);

    public void BeginQuotation()
    {
        _prefix = "> ";
        LineSign(_prefix);
    }

    public void EndQuotation() => _prefix = "";

    /// <summary>Writes what closes something, into the room that was kept for it.</summary>
    public void Close(string markup)
    {
        Append(markup);
        _atLineStart = false;
    }

    /// <summary>Writes raw text into room that was kept for it.</summary>
    public void CloseWithWords(string text)
    {
        var wasFull = IsFull;
        IsFull = false;
        Words(text);
        IsFull |= wasFull;
    }

    /// <summary>Writes raw text.</summary>
    /// <param name="reserve">How much room to leave behind it for what closes it.</param>
    public void Words(string text, int reserve = 0)
    {
        var most = Left + 64;
        var clean = SafeText.Clean(text, oneLine: false, most);
        var (at, wordEnd) = (0, _out.Length);
        while (at < clean.Length && !IsFull)
        {
            var (length, kept) = SafeText.FirstElement(clean.AsSpan(at));
            var piece = Escaped(clean, at, kept);
            if (clean[at] is ' ' or '\n')
                wordEnd = _out.Length;
            if (piece.Length + reserve + SafeText.Ellipsis.Length > Left && !FitsToTheEnd(clean, at, reserve))
            {
                CutBackTo(wordEnd);
                return;
            }

            Append(piece);
            if (piece.Length > 0)
                Note(clean[at]);
            at += length;
        }

        if (clean.Length >= most && !IsFull)
            CutBackTo(_out.Length);
    }

    public void Bold(string text) => Styled("**", text, "**");

    public void Code(string text)
    {
        // A backtick can't be escaped within code; this letter looks like it.
        var clean = SafeText.Line(text, Math.Max(4, Left - 2)).Replace('`', 'ˋ');
        if (!SafeText.IsBlank(clean))
            Markup($"`{clean}`");
    }

    /// <summary>A link, or its text alone where the address doesn't fit.</summary>
    public void Link(string text, Uri target)
    {
        var address = target.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        if (address.Length + 24 > Left)
            Words(text);
        else
            Styled("[", text, $"]({address})");
    }

    public void Moment(DateTimeOffset at) => Markup($"<t:{at.ToUnixTimeSeconds()}:R>");

    private void Styled(string before, string text, string after)
    {
        if (SafeText.IsBlank(text))
            Words(text);
        else if (before.Length + after.Length + 8 > Left)
            IsFull = true;
        else if (Markup(before))
        {
            Words(text, after.Length);
            Close(after);
        }
    }

    private void Append(string piece) => _out.Append(piece);

    private void Note(char letter)
    {
        _afterLeadingNumber = char.IsAsciiDigit(letter) && (_atLineStart || _afterLeadingNumber);
        _atLineStart = letter == '\n';
    }

    /// <summary>Whether the rest fits when no ellipsis has to. Asked close to the end only, so it looks at little.</summary>
    private bool FitsToTheEnd(string clean, int from, int reserve)
    {
        var needed = reserve;
        for (var at = from; at < clean.Length && needed <= Left; at++)
            needed += clean[at] == '\n' ? 1 + _prefix.Length : MayNeedEscape.Contains(clean[at]) ? 2 : 1;
        return needed <= Left;
    }

    private void CutBackTo(int wordEnd)
    {
        if (_out.Length - wordEnd <= LongestWord)
            _out.Length = wordEnd;
        while (_out.Length > 0 && _out[^1] is ' ' or '\n')
            _out.Length--;
        if (Left >= SafeText.Ellipsis.Length)
            Append(SafeText.Ellipsis);
        IsFull = true;
    }

    /// <summary>One letter of raw text such that it shows as itself.</summary>
    private string Escaped(string text, int at, int length)
    {
        var letter = text[at];
        return letter switch
        {
            // A row of empty lines says no more than none, and leading spaces indent lists.
            '\n' => _atLineStart ? "" : "\n" + _prefix,
            ' ' when _atLineStart => "",
            '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '[' or ']' => $"\\{text.AsSpan(at, length)}",
            ':' when IsScheme(text, at) || IsEmojiName(text, at) => "\\:",
            '#' or '-' or '>' or '+' when _atLineStart => $"\\{text.AsSpan(at, length)}",
            '.' when _afterLeadingNumber && StartsWord(text, at + 1, " ") => "\\.",
            _ => text.Substring(at, length),
        };
    }

    private static bool StartsWord(string text, int at, string word) =>
        text.AsSpan(Math.Min(at, text.Length)).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>"https://": an address in a feed's text stays text.</summary>
    private static bool IsScheme(string text, int at) => StartsWord(text, at, "://");

    /// <summary>":fire:" would become a picture; "10:30:45" would not.</summary>
    private static bool IsEmojiName(string text, int at)
    {
        var name = text.AsSpan(at + 1, Math.Min(40, text.Length - at - 1));
        var length = name.IndexOfAnyExcept(EmojiLetters);
        var isClock = length > 0 && at > 0 && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
        return length > 0 && name[length] == ':' && !isClock;
    }
}
