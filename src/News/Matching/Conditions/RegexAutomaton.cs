using System.Text.RegularExpressions;

namespace News.Matching;

/// <summary>
/// What a regular expression is run by. It works out its states as texts ask for them and keeps them, up to some 40 MB for
/// one expression; so that thousands of expressions don't fill the memory, all that has grown large begins anew.
/// </summary>
internal sealed class RegexAutomaton(string text, RegexOptions options, TimeSpan timeout)
{
    /// <summary>In bytes, of all automata of the process together, and of one.</summary>
    public const long MostHeld = 64 << 20, MostHeldByOne = MostHeld / 8;

    private static readonly Lock Gate = new();
    private static readonly HashSet<RegexAutomaton> Grown = [];
    private static long s_held;

    private Regex? _regex = new(text, options, timeout);
    private long _held;

    /// <summary>In bytes, what the states of all automata take; never more than they do.</summary>
    public static long Held
    {
        get
        {
            lock (Gate)
                return s_held;
        }
    }

    /// <summary>Whether it may have no states yet.</summary>
    public bool IsNew => Volatile.Read(ref _held) == 0;

    /// <summary>Safe for any number of threads.</summary>
    public Regex Regex
    {
        get
        {
            var regex = Volatile.Read(ref _regex);
            if (regex is null)
                Volatile.Write(ref _regex, regex = new Regex(text, options, timeout));
            return regex;
        }
    }

    /// <summary>Notes how many bytes were allocated while it read a text.</summary>
    public void Grow(long bytes)
    {
        if (bytes == 0)
            return;
        lock (Gate)
        {
            Grown.Add(this);
            _held += bytes;
            s_held += bytes;
            if (_held > MostHeldByOne)
                BeginAnew();
            if (s_held <= MostHeld)
                return;
            foreach (var automaton in Grown)
                automaton.BeginAnew();
            Grown.Clear();
        }
    }

    /// <summary>Begins anew, without the states that it has.</summary>
    public void Forget()
    {
        lock (Gate)
        {
            Grown.Remove(this);
            BeginAnew();
        }
    }

    private void BeginAnew()
    {
        Volatile.Write(ref _regex, null);
        s_held -= _held;
        _held = 0;
    }
}
