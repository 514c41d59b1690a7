using System.Globalization;
using System.Runtime.InteropServices;

namespace News.Matching;

/// <summary>How many characters the counted repetitions of a regular expression stand for when they are written out.</summary>
internal static class RegexSize
{
    /// <summary>Of <c>drone(ab{3}){0,9}</c> 36. Any other text than an expression has some size as well.</summary>
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
                    sizes = sizes.Repeated(counted.Times);
                    i = counted.End;
                    break;
                case '[':
                    sizes = sizes.WithCharacter();
                    i = EndOfSet(text, i);
                    break;
                case '?' or '*' or '+' or '|' or '^' or '$':
                    break; // no characters
                case ' ' or '\t' or '\n' or '\r':
                    break; // after (?x) neither, and what repeats the character before may follow
                default:
                    sizes = sizes.WithCharacter();
                    if (text[i] == '\\')
                        i++;
                    break;
            }
        }

        return outer.Sum(it => it.Counted) + sizes.Before().Counted;
    }

    /// <summary>The larger number of <c>{3}</c>, <c>{3,}</c> and <c>{3,9}</c>, and where the brace closes.</summary>
    private static (long Times, int End)? Counted(string text, int open)
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

        return (times, close);
    }

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

    /// <summary>Of what was read of a group so far: its characters, those within counted repetitions, and the same of its last part.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sizes(long All, long Counted, long Last, long LastCounted)
    {
        public Sizes Before() => new(All + Last, Counted + LastCounted, 0, 0);

        public Sizes WithCharacter() => Before() with { Last = 1 };

        public Sizes WithGroup(Sizes group) => this with { Last = group.All + group.Last, LastCounted = group.Counted + group.LastCounted };

        public Sizes Repeated(long times)
        {
            var last = Math.Min(Last * Math.Max(1, times), int.MaxValue);
            return this with { Last = last, LastCounted = last };
        }
    }
}
