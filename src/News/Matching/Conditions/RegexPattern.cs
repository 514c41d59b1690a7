using System.Text.RegularExpressions;
using News.Summaries;

namespace News.Matching;

/// <summary>
/// A regular expression of a query: <c>/r[ae]gex/</c> is in "a Ragex", <c>=/r[ae]gex/</c> in "a ragex". It is run by an
/// automaton that reads each character once (<see cref="RegexOptions.NonBacktracking"/>); what can take long is to build the
/// states of it that a text asks for. So the bytes that these take are counted, whatever the machine, and have a bound; an
/// expression that needs more is told (<see cref="Overran"/>) and, when that goes on, no longer asked, so that no other
/// query waits for it.
/// </summary>
/// <remarks>
/// Bytes can be counted between two readings only. Within one, .NET looks at a clock once in a thousand characters
/// (<see cref="Longest"/>), which ends a text that is made for an expression to need all its states at its end.
/// </remarks>
internal sealed class RegexPattern : IEquatable<RegexPattern>
{
    private const string TooLarge = "The repetitions of this regular expression come to too much when they are written out; smaller numbers in { }, as in .{0,100}, and less inside ( )* and ( )+ are expected.";

    private const string NeedsMore = "Looking ahead or behind (?=…) (?<=…), going back \\1, (?>…) and (?(…)…) are not understood here, because with them an expression can run away. Letters, [ ], ( ), |, ?, *, +, {n,m}, \\b, \\w and \\d are.";

    /// <summary>In UTF-16 code units.</summary>
    public const int LongestText = 500;

    /// <summary>As <see cref="RegexSize"/>: <c>.{0,100}</c> is understood.</summary>
    private const int LargestUnrolled = 200;

    /// <summary>In a field; of a hostile text that is enough.</summary>
    private const int MostHits = 1_000;

    /// <summary>
    /// In UTF-16 code units. A longer text is read in pieces that overlap, since for a hit nothing ends the search for where
    /// it begins: what is found across them is so long at most.
    /// </summary>
    private const int LongestHit = 8_192, Piece = 2 * LongestHit;

    /// <summary>In UTF-16 code units: a headline is read quickly by any expression.</summary>
    private const int ShortestThatTells = 500;

    /// <summary>So many articles more that took too long than quick ones, and it is asked no longer. One alone may be the text's fault.</summary>
    private const int MostOverruns = 3;

    /// <summary>In bytes of states, for one field of an article: a tenth of a second. What people write takes a few megabytes once.</summary>
    private const long MostBuilt = 32 << 20;

    /// <summary>The same where the expressions of all queries have taken <see cref="RegexWork.Usual"/> of the article.</summary>
    private const long MostBuiltOfBusy = MostBuilt / 4;

    /// <summary>In UTF-16 code units: by an automaton that has no states so much is read first, and then twice as much each time.</summary>
    private const int FirstRead = 64;

    /// <summary>For one reading; a machine that is busy otherwise makes anything slow.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private readonly string _text;
    private readonly bool _exact;
    private readonly RegexAutomaton _automaton;

    /// <summary>Threads may overtake one another in counting; it need not be exact.</summary>
    private volatile int _overruns;

    private RegexPattern(string text, bool exact)
    {
        (_text, _exact) = (text, exact);
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (exact ? RegexOptions.None : RegexOptions.IgnoreCase);
        _automaton = new RegexAutomaton(text, options, Longest);
    }

    /// <summary>Whether there was an article that took too long, so that it may be met there and not found.</summary>
    public bool Overran { get; private set; }

    /// <summary>Reads an expression; null, and what is wrong at which of its characters, where it is refused.</summary>
    public static RegexPattern? Read(string text, bool exact, out (int Position, string Message) wrong)
    {
        wrong = default;
        if (text.Length > LongestText)
        {
            wrong = (LongestText, $"A regular expression may be {LongestText} characters long, and this one has {text.Length:N0}.");
            return null;
        }

        if (RegexSize.Of(text) > LargestUnrolled)
        {
            wrong = (0, TooLarge);
            return null;
        }

        try
        {
            var pattern = new RegexPattern(text, exact);
            if (!pattern.MeetsNothing())
                return pattern;
            wrong = (0, "This regular expression also meets where nothing stands, and so everywhere. At least one letter that must be there is expected, as in: r[ae]gex");
        }
        catch (RegexParseException error)
        {
            wrong = (RegexErrors.PlaceOf(error, text), RegexErrors.Told(error.Error));
        }
        catch (NotSupportedException)
        {
            wrong = RegexErrors.PlaceOfUnsupported(text) is { } place ? (place, NeedsMore) : (0, TooLarge);
        }

        return null;
    }

    /// <summary>Adds where it meets a field, or parts of it; a hit has at least one character.</summary>
    /// <param name="parts">Null for the whole field.</param>
    /// <param name="work">What expressions have built for the article so far.</param>
    /// <returns>False where that took too long: what was added stands, and there may be more.</returns>
    public bool Find(string text, List<TextRange>? parts, RegexWork work, List<RegexHit> hits)
    {
        if (_overruns >= MostOverruns)
            return false;
        if (_overruns > 0 && work.IsUp)
        {
            _overruns++;
            return false;
        }

        var most = work.IsUp ? MostBuiltOfBusy : MostBuilt;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = TryFind(text, parts, before + most, hits);
        var built = GC.GetAllocatedBytesForCurrentThread() - before;
        work.Take(built);
        if (!read)
            _automaton.Forget();
        else
            _automaton.Grow(built);

        if (!read || built > most)
            _overruns++;
        else if (_overruns > 0 && text.Length >= ShortestThatTells)
            _overruns--;
        return read;
    }

    /// <summary>Notes that it was not looked for to a text's end.</summary>
    public void NoteOverrun() => Overran = true;

    public override string ToString() => (_exact ? "=/" : "/") + _text + "/";

    /// <param name="most">What the thread may have allocated.</param>
    private bool TryFind(string text, List<TextRange>? parts, long most, List<RegexHit> hits)
    {
        try
        {
            var read = parts is not null || Find(text, new TextRange(0, text.Length), -1, most, hits);
            for (var i = 0; i < parts?.Count && read; i++)
                read = Find(text, parts[i], i, most, hits);
            return read;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private bool Find(string text, TextRange within, int part, long most, List<RegexHit> hits)
    {
        var all = within.Of(text);
        for (var length = FirstRead; _automaton.IsNew && length < Math.Min(all.Length, Piece); length *= 2)
        {
            _ = _automaton.Regex.Count(all[..length]);
            if (GC.GetAllocatedBytesForCurrentThread() > most)
                return false;
        }

        var (from, to, found) = (0, Math.Min(all.Length, Piece), 0);
        while (true)
        {
            var next = to == all.Length ? to + 1 : to - LongestHit;
            foreach (var hit in _automaton.Regex.EnumerateMatches(all[..to], from))
            {
                if (hit.Index >= next)
                    break;
                from = hit.Index + hit.Length;
                if (hit.Length > 0)
                    hits.Add(new RegexHit(within.Start + hit.Index, within.Start + from, part));
                if (++found == MostHits)
                    return true;
                if (GC.GetAllocatedBytesForCurrentThread() > most)
                    return false;
            }

            if (to == all.Length)
                return true;
            if (GC.GetAllocatedBytesForCurrentThread() > most)
                return false;
            from = Math.Max(from, next);
            to = Math.Min(all.Length, from + Piece);
        }
    }

    public bool Equals(RegexPattern? other) => other is not null && _exact == other._exact && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as RegexPattern);

    public override int GetHashCode() => HashCode.Combine(_text, _exact);

    /// <summary><c>x*</c>, <c>^</c> and <c>\b</c> meet between any two letters.</summary>
    private bool MeetsNothing()
    {
        foreach (var probe in (ReadOnlySpan<string>)["", "a", " ", "a b"])
        {
            foreach (var hit in _automaton.Regex.EnumerateMatches(probe))
            {
                if (hit.Length == 0)
                    return true;
            }
        }

        return false;
    }
}

/// <summary>What regular expressions have built to read one article.</summary>
internal sealed class RegexWork
{
    /// <summary>In bytes. From here on an expression that took too much before is not asked, and another may take less.</summary>
    public const long Usual = 256 << 20;

    private long _built;

    public bool IsUp => _built > Usual;

    public void Take(long bytes) => _built += bytes;

    public void Clear() => _built = 0;
}
