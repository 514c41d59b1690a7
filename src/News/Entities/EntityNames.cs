using System.Buffers;
using News.Matching;

namespace News.Entities;

/// <summary>What may be a name or a handle, and which of them are the same to a reader.</summary>
public static class EntityNames
{
    /// <summary>In UTF-16 code units.</summary>
    public const int LongestName = 100;

    /// <summary>In UTF-16 code units.</summary>
    public const int LongestHandle = 40;

    private static readonly SearchValues<char> HandleLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>What no name in a text has; most of it means something in a query.</summary>
    private static readonly SearchValues<char> NoLetters = SearchValues.Create("\"“”„‟«»*<>{}[]|\\");

    /// <summary>Why a text can be no name, as a sentence; null where it can.</summary>
    public static string? FaultOfName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > LongestName)
            return $"A name may be {LongestName} characters long, and this one has {name.Length:N0}.";
        if (name.AsSpan().IndexOfAny(NoLetters) is >= 0 and var at)
            return $"A name is written as it stands in texts, without {name[at]}: {name}";
        if (HasOddSpace(name))
            return $"Between the words of a name stands one space, and none at its ends: {name.Trim()}";
        return WordsAtMost(name) switch
        {
            0 => "A name needs a letter or a digit.",
            > Term.LongestPhrase and var words => $"A name may have {Term.LongestPhrase} words, and this one has {words}: {name}",
            _ => null,
        };
    }

    /// <summary>Why a text can be no handle, as a sentence; null where it can.</summary>
    public static string? FaultOfHandle(string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (handle.Length > LongestHandle)
            return $"A handle may be {LongestHandle} characters long, and this one has {handle.Length:N0}.";
        return handle.AsSpan().ContainsAnyExcept(HandleLetters) || handle.Trim('-').Length != handle.Length || handle.Length == 0
            ? $"A handle has small letters a to z, digits and hyphens between them, as kataib-hezbollah has; \"{handle}\" doesn't."
            : null;
    }

    /// <summary>
    /// The letters and digits, folded as the matcher folds them: "Kata'ib Hezbollah", "kataib-hezbollah" and
    /// "KATAIBHEZBOLLAH" are one, "Côte d'Ivoire" is "cotedivoire".
    /// </summary>
    internal static string Key(string name)
    {
        var longest = name.Length * Letters.LongestFold;
        var key = longest <= 512 ? stackalloc char[longest] : new char[longest];
        var length = 0;
        foreach (var c in name)
        {
            if (Letters.Kind[c] is not ((>= Letter.Upper and <= Letter.Single) or Letter.Surrogate))
                continue;
            if (Letters.Folded[c] is not Letters.Several and var folded)
            {
                key[length++] = folded;
                continue;
            }

            var several = Letters.FoldsToSeveral(c);
            several.CopyTo(key[length..]);
            length += several.Length;
        }

        return key[..length].ToString();
    }

    private static bool HasOddSpace(string name)
    {
        var before = ' ';
        foreach (var c in name)
        {
            if (c == ' ' ? before == ' ' : char.IsWhiteSpace(c) || char.IsControl(c))
                return true;
            before = c;
        }

        return name.EndsWith(' ');
    }

    /// <summary>As many words as the matcher finds in a name, or more.</summary>
    private static int WordsAtMost(string name)
    {
        var (words, within) = (0, false);
        foreach (var c in name)
        {
            var kind = Letters.Kind[c];
            if (kind is Letter.Single or Letter.Surrogate || (kind is >= Letter.Upper and <= Letter.Digit && !within))
                words++;
            if (kind != Letter.Invisible)
                within = kind is >= Letter.Upper and <= Letter.Digit;
        }

        return words;
    }
}
