using System.Diagnostics;
using System.Text.RegularExpressions;
using News.Summaries;

namespace News.Matching;

/// <summary>
/// A regular expression of a query: <c>/r[ae]gex/</c> is in "a Ragex", <c>=/r[ae]gex/</c> in "a ragex". It is run by an
/// automaton that reads each character once (<see cref="RegexOptions.NonBacktracking"/>) and has a limited time; one that
/// needs more is told (<see cref="Overran"/>) and, when that goes on, no longer asked, so that no other query waits for it.
/// </summary>
internal sealed class RegexPattern : IEquatable<RegexPattern>
{
    /// <summary>In UTF-16 code units.</summary>
    public const int LongestText = 500;

    /// <summary>How many characters its counted repetitions may come to. Those of the text between make as many states as there are ways to begin in it.</summary>
    private const int LargestUnrolled = 100;

    /// <summary>Finding the next hit may mean to read to the text's end: of a hostile megabyte a few are looked for, of an article all.</summary>
    private const int MostRead = 8_000_000, FewestHits = 8, MostHits = 1_000;

    /// <summary>In UTF-16 code units: a headline is read quickly by any expression.</summary>
    private const int ShortestThatTells = 500;

    /// <summary>So many articles more that took too long than quick ones, and it is asked no longer. One alone may be the machine's fault.</summary>
    private const int MostOverruns = 3;

    /// <summary>For one field of an article. What people write takes a few milliseconds of a long one.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    /// <summary>The same where the expressions of all queries have taken <see cref="RegexTime.Usual"/> of the article.</summary>
    private static readonly TimeSpan LongestOfBusy = TimeSpan.FromMilliseconds(25);

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

    private static string TooLarge => $"The repetitions of this regular expression come to more than {LargestUnrolled:N0} characters when they are written out; smaller numbers in {{ }} are expected.";

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
        catch (NotSupportedException) when (RegexErrors.PlaceOfUnsupported(text) is null)
        {
            wrong = (0, TooLarge);
        }
        catch (NotSupportedException)
        {
            wrong = (RegexErrors.PlaceOfUnsupported(text) ?? 0, "Looking ahead or behind (?=…) (?<=…), going back \\1, (?>…) and (?(…)…) are not understood here, because with them an expression can run away. Letters, [ ], ( ), |, ?, *, +, {n,m}, \\b, \\w and \\d are.");
        }

        return null;
    }

    /// <summary>Adds where it meets a field, or parts of it; a hit has at least one character.</summary>
    /// <param name="parts">Null for the whole field.</param>
    /// <param name="time">What expressions have taken of the article so far.</param>
    /// <returns>False where that took too long: what was added stands, and there may be more.</returns>
    public bool Find(string text, List<TextRange>? parts, RegexTime time, List<RegexHit> hits)
    {
        if (_overruns >= MostOverruns)
            return false;
        if (_overruns > 0 && time.IsUp)
        {
            _overruns++;
            return false;
        }

        var before = hits.Count;
        var read = TryFind(text, parts, hits, out var took);
        time.Take(took);
        if (!read && _overruns == 0)
        {
            // A machine that is busy otherwise makes anything slow once.
            hits.RemoveRange(before, hits.Count - before);
            read = TryFind(text, parts, hits, out took);
            time.Take(took);
        }

        if (!read || took > (time.IsUp ? LongestOfBusy : Longest))
            _overruns++;
        else if (_overruns > 0 && text.Length >= ShortestThatTells)
            _overruns--;
        return read;
    }

    /// <summary>Notes that it was not looked for to a text's end.</summary>
    public void NoteOverrun() => Overran = true;

    public override string ToString() => (_exact ? "=/" : "/") + _text + "/";

    private bool TryFind(string text, List<TextRange>? parts, List<RegexHit> hits, out TimeSpan took)
    {
        var (started, allocated, read) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread(), true);
        try
        {
            if (parts is null)
                read = Find(text, new TextRange(0, text.Length), -1, started, hits);
            for (var i = 0; i < parts?.Count && read; i++)
                read = Find(text, parts[i], i, started, hits);
            _automaton.Grow(GC.GetAllocatedBytesForCurrentThread() - allocated);
        }
        catch (RegexMatchTimeoutException)
        {
            // With the 10,000 states that .NET keeps at most it would go on in a way that looks at the clock once in seconds.
            _automaton.Forget();
            read = false;
        }

        took = Stopwatch.GetElapsedTime(started);
        return read;
    }

    private bool Find(string text, TextRange within, int part, long started, List<RegexHit> hits)
    {
        var most = Math.Clamp(MostRead / Math.Max(1, within.Length), FewestHits, MostHits);
        foreach (var hit in _automaton.Regex.EnumerateMatches(within.Of(text)))
        {
            if (hit.Length > 0)
                hits.Add(new RegexHit(within.Start + hit.Index, within.Start + hit.Index + hit.Length, part));
            if (--most == 0)
                return true;
            if (Stopwatch.GetElapsedTime(started) > Longest)
                return false;
        }

        return true;
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

/// <summary>How long regular expressions have read one article.</summary>
internal sealed class RegexTime
{
    /// <summary>From here on an expression that took too long before is not asked, and another has less time to be called quick.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(1);

    private TimeSpan _taken;

    public bool IsUp => _taken > Usual;

    public void Take(TimeSpan time) => _taken += time;

    public void Clear() => _taken = TimeSpan.Zero;
}
