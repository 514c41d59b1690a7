using System.Globalization;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>
/// How large the repetitions of a regular expression are when they are written out: a letter is 1, any of several (., [ ],
/// \w) 2. That bounds the states of its automaton. Each is a set of the places that the expression may have come to, and what
/// repeats is come to in many ways at once. Measured: of a counted repetition a state costs as much as that is long; of a
/// loop around several characters the square of it, and a multiple for each loop around that one.
/// </summary>
internal static class RegexSize
{
    /// <summary>Repetitions that <c>( )*</c> and <c>( )+</c> count as.</summary>
    private const int OfLoop = 8;

    private const int OfAny = 2;

    /// <summary>Of <c>drone(ab.{3}){0,9}</c> 72, of <c>(ab)*</c> 16, of <c>(ab)?</c> 2. Any other text than an expression has some size as well.</summary>
    public static long Of(string text)
    {
        var outer = new Stack<Sizes>();
        var sizes = default(Sizes);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '(' when text.AsSpan(i).StartsWith("(?#"):
                    i = EndOf(text, i, ")");
                    break;
                case '(':
                    outer.Push(sizes.Before());
                    sizes = default;
                    if (i + 1 < text.Length && text[i + 1] == '?')
                        i = EndOf(text, i, ":>=!)") is var end && text[end] == ')' ? end - 1 : end;
                    break;
                case ')' when outer.Count > 0:
                    sizes = outer.Pop().WithGroup(sizes);
                    break;
                case '{' when Counted(text, i) is { } counted:
                    sizes = counted.IsOpen ? sizes.Repeated(counted.Times).Looped() : sizes.Repeated(counted.Times);
                    i = EndOfLazy(text, counted.End);
                    break;
                case '*' or '+':
                    sizes = sizes.Looped();
                    i = EndOfLazy(text, i);
                    break;
                case '?':
                    sizes = sizes.Left();
                    i = EndOfLazy(text, i);
                    break;
                case '[':
                    sizes = sizes.WithAny();
                    i = EndOfSet(text, i);
                    break;
                case '|' or '^' or '$':
                    break; // no characters
                case ' ' or '\t' or '\n' or '\r':
                    break; // after (?x) neither, and what repeats the character before may follow
                case '.':
                    sizes = sizes.WithAny();
                    break;
                case '\\' when i + 1 < text.Length:
                    i++;
                    sizes = char.IsAsciiLetter(text[i]) ? sizes.WithAny() : sizes.WithLetter();
                    if (text[i] is 'p' or 'P')
                        i = EndOf(text, i, "}");
                    break;
                default:
                    sizes = sizes.WithLetter();
                    break;
            }
        }

        return outer.Sum(it => it.Counted) + sizes.Before().Counted;
    }

    /// <summary>The larger number of <c>{3}</c>, <c>{3,}</c> and <c>{3,9}</c>, whether there is no larger one, and where the brace closes.</summary>
    private static (long Times, bool IsOpen, int End)? Counted(string text, int open)
    {
        var close = text.IndexOf('}', open);
        if (close < 0)
            return null;
        long times = 0;
        foreach (var part in text[(open + 1)..close].Split(','))
        {
            if (part.Length > 0 && !part.All(char.IsAsciiDigit))
                return null;
            times = Math.Max(times, part.Length is > 0 and < 9 ? int.Parse(part, CultureInfo.InvariantCulture) : part.Length == 0 ? 0 : int.MaxValue);
        }

        return (times, text[close - 1] == ',', close);
    }

    /// <summary>Where a repetition ends: behind <c>a+</c> and <c>a{3}</c> a ? says that it is to be short.</summary>
    private static int EndOfLazy(string text, int end) => end + 1 < text.Length && text[end + 1] == '?' ? end + 1 : end;

    /// <summary>Where the first of some signs stands; where it began, where none does.</summary>
    private static int EndOf(string text, int from, ReadOnlySpan<char> signs) =>
        text.AsSpan(from).IndexOfAny(signs) is >= 0 and var length ? from + length : from;

    private static int EndOfSet(string text, int open)
    {
        for (var i = open + 2; i < text.Length; i++)
        {
            if (text[i - 1] == '\\' && i - 1 > open)
                continue;
            if (text[i] == ']')
                return i;
        }

        return open;
    }

    /// <summary>Of what was read of a group so far: its size, that of the repetitions in it, and the same of its last part.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sizes(long All, long Counted, long Last, long LastCounted)
    {
        public Sizes Before() => new(All + Last, Counted + LastCounted, 0, 0);

        public Sizes WithLetter() => Before() with { Last = 1 };

        public Sizes WithAny() => Before() with { Last = OfAny };

        public Sizes WithGroup(Sizes group) => this with { Last = group.All + group.Last, LastCounted = group.Counted + group.LastCounted };

        public Sizes Repeated(long times)
        {
            var last = Math.Min(Last * Math.Max(1, times), int.MaxValue);
            return this with { Last = last, LastCounted = last };
        }

        /// <summary>A loop around one character is one place.</summary>
        public Sizes Looped() => Last > OfAny ? Repeated(OfLoop) : this;

        /// <summary>What may be left out costs little, but more with each that it stands in.</summary>
        public Sizes Left() => Last > OfAny ? this with { LastCounted = Math.Min(LastCounted + Last, int.MaxValue) } : this;
    }
}
