using System.Globalization;

namespace Bot;

/// <summary>
/// A host as people write it: <c>xn--bcher-kva.example</c> → <c>bücher.example</c>. A label that mixes scripts stays as it
/// is on the wire: a Cyrillic а in "pаypal" is there to deceive.
/// </summary>
internal static class HostName
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>The wire's form of a host's name, for DNS, TLS and comparison: ASCII, in lower case, without the dot of the root.</summary>
    /// <remarks>An IPv6 address keeps its brackets.</remarks>
    public static string Wire(Uri url)
    {
        if (url.HostNameType == UriHostNameType.IPv6)
            return url.Host;
        return url.IdnHost is [.. var name, '.'] ? name : url.IdnHost;
    }

    /// <summary>The form for people. Where an address could deceive, the wire's.</summary>
    public static string Shown(Uri url) => Shown(Wire(url));

    /// <inheritdoc cref="Shown(Uri)"/>
    public static string Shown(string wire)
    {
        if (!wire.Contains("xn--", StringComparison.Ordinal))
            return wire;
        var labels = wire.Split('.');
        for (var i = 0; i < labels.Length; i++)
            labels[i] = Shown(labels[i], labels[i].StartsWith("xn--", StringComparison.Ordinal));
        return string.Join('.', labels);
    }

    private static string Shown(string label, bool encoded)
    {
        if (!encoded)
            return label;
        try
        {
            var text = Idn.GetUnicode(label);
            return IsOfOneScript(text) ? text : label;
        }
        catch (ArgumentException)
        {
            // Punycode that is none: what it stands for cannot be shown.
            return label;
        }
    }

    private static bool IsOfOneScript(string label)
    {
        var scripts = Script.None;
        foreach (var rune in label.EnumerateRunes())
        {
            if (ScriptOf(rune.Value) is not { } script)
                return false;
            scripts |= script;
        }

        // Japanese writes with three scripts, Korean with two, and both with Latin letters in between.
        return System.Numerics.BitOperations.PopCount((uint)scripts) <= 1
            || (scripts & ~(Script.Latin | Script.Han | Script.Kana)) == Script.None
            || (scripts & ~(Script.Latin | Script.Han | Script.Hangul)) == Script.None;
    }

    /// <summary>The script of a letter by its block; null for what stands in no name that a person would read.</summary>
    private static Script? ScriptOf(int letter) => letter switch
    {
        '-' or (>= '0' and <= '9') or 0xB7 or 0x200C or 0x200D => Script.None,
        (>= 'a' and <= 'z') or (>= 0xDF and <= 0x24F) or (>= 0x1E00 and <= 0x1EFF) => Script.Latin,
        (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        >= 0x400 and <= 0x52F => Script.Cyrillic,
        >= 0x530 and <= 0x58F => Script.Armenian,
        >= 0x590 and <= 0x5FF => Script.Hebrew,
        (>= 0x600 and <= 0x6FF) or (>= 0x750 and <= 0x77F) or (>= 0x8A0 and <= 0x8FF) => Script.Arabic,
        >= 0x900 and <= 0x97F => Script.Devanagari,
        >= 0x980 and <= 0x9FF => Script.Bengali,
        >= 0xB80 and <= 0xBFF => Script.Tamil,
        >= 0xE00 and <= 0xE7F => Script.Thai,
        >= 0x10A0 and <= 0x10FF => Script.Georgian,
        >= 0x1100 and <= 0x11FF or (>= 0xAC00 and <= 0xD7AF) => Script.Hangul,
        >= 0x3005 and <= 0x3007 or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) => Script.Han,
        >= 0x3040 and <= 0x30FF => Script.Kana,
        _ => null,
    };

    [Flags]
    private enum Script
    {
        None = 0,
        Latin = 1 << 0,
        Greek = 1 << 1,
        Cyrillic = 1 << 2,
        Armenian = 1 << 3,
        Hebrew = 1 << 4,
        Arabic = 1 << 5,
        Devanagari = 1 << 6,
        Bengali = 1 << 7,
        Tamil = 1 << 8,
        Thai = 1 << 9,
        Georgian = 1 << 10,
        Hangul = 1 << 11,
        Han = 1 << 12,
        Kana = 1 << 13,
    }
}
