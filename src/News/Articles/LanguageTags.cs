using System.Collections.Frozen;

namespace News.Articles;

/// <summary>What is known of language tags (BCP 47, RFC 5646).</summary>
internal static class LanguageTags
{
    private static readonly FrozenDictionary<string, WritingSystem[]> Systems = Read("""
        Latin: en fr de es pt it nl af sv da no nb nn is fo fi et pl cs sk sl hr bs sr sh me hu ro lt lv sq tr az uz tk ku vi id ms tl fil sw ca gl eu ga gd cy br so mt lb fy oc co ht eo la ha yo ig zu xh st tn sn rw ln om mg jv su ceb mi sm haw qu gn ay
        Greek: el
        Cyrillic: ru uk be bg sr mk kk ky tg mn tt ba cv os ce az uz me sh bs
        Armenian: hy
        Hebrew: he iw yi
        Arabic: ar fa prs ur ckb ku ps ug sd pnb pa az ks tg dv
        Devanagari: hi mr ne sa mai bho sd ks kok
        Bengali: bn as
        Gurmukhi: pa
        Gujarati: gu
        Odia: or
        Tamil: ta
        Telugu: te
        Kannada: kn
        Malayalam: ml
        Sinhala: si
        Thai: th
        Lao: lo
        Burmese: my shn mnw
        Georgian: ka xmf
        Ethiopic: am ti
        Khmer: km
        Hangul: ko
        Kana: ja
        Han: zh yue cmn wuu nan ja ko
        """);

    private static readonly FrozenDictionary<string, WritingSystem[]>.AlternateLookup<ReadOnlySpan<char>> SystemsByTag =
        Systems.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<WritingSystem, string> Only = new Dictionary<WritingSystem, string>
    {
        [WritingSystem.Greek] = "el",
        [WritingSystem.Armenian] = "hy",
        [WritingSystem.Gurmukhi] = "pa",
        [WritingSystem.Gujarati] = "gu",
        [WritingSystem.Odia] = "or",
        [WritingSystem.Tamil] = "ta",
        [WritingSystem.Telugu] = "te",
        [WritingSystem.Kannada] = "kn",
        [WritingSystem.Malayalam] = "ml",
        [WritingSystem.Sinhala] = "si",
        [WritingSystem.Thai] = "th",
        [WritingSystem.Lao] = "lo",
        [WritingSystem.Burmese] = "my",
        [WritingSystem.Georgian] = "ka",
        [WritingSystem.Khmer] = "km",
        [WritingSystem.Hangul] = "ko",
    }.ToFrozenDictionary();

    /// <summary>Tags of one language, and of languages that their own speakers can't tell apart in a headline.</summary>
    private static readonly string[][] Alike =
    [
        ["no", "nb", "nn"], ["hr", "sr", "bs", "sh", "me", "cnr"], ["id", "in", "ms"], ["he", "iw"], ["yi", "ji"], ["tl", "fil"], ["zh", "yue", "cmn", "wuu", "nan"],
        ["fa", "prs"], ["ro", "mo"], ["or", "ory"], ["ku", "kmr"],
        ["gl", "pt"], ["da", "no", "nb", "nn"], ["cs", "sk"], ["af", "nl"],
    ];

    /// <summary>The language of a script that only one language of news is written in.</summary>
    public static string? OnlyOneOf(WritingSystem system) => Only.GetValueOrDefault(system);

    /// <summary>Whether a language can be written in a script; true of languages that aren't known here, and of no script.</summary>
    public static bool MayBeWrittenIn(string tag, WritingSystem system) =>
        system == WritingSystem.None || !SystemsByTag.TryGetValue(Primary(tag), out var systems) || systems.Contains(system);

    /// <summary>Whether two tags are of the same language: en-US and en, nb and no.</summary>
    public static bool AreAlike(string one, string other)
    {
        var first = Primary(one);
        var second = Primary(other);
        if (first.Equals(second, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var group in Alike)
        {
            if (first.ContainedIn(group) && second.ContainedIn(group))
                return true;
        }

        return false;
    }

    /// <summary>The language alone, without its script and region.</summary>
    public static ReadOnlySpan<char> Primary(string tag)
    {
        var trimmed = tag.AsSpan().Trim();
        var end = trimmed.IndexOfAny('-', '_');
        return end < 0 ? trimmed : trimmed[..end].TrimEnd();
    }

    private static bool ContainedIn(this ReadOnlySpan<char> tag, string[] group)
    {
        foreach (var one in group)
        {
            if (tag.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static FrozenDictionary<string, WritingSystem[]> Read(string table)
    {
        var systems = new Dictionary<string, List<WritingSystem>>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(": ");
            foreach (var tag in parts[1].Split(' '))
            {
                if (!systems.TryGetValue(tag, out var list))
                    systems.Add(tag, list = []);
                list.Add(Enum.Parse<WritingSystem>(parts[0]));
            }
        }

        return systems.ToFrozenDictionary(it => it.Key, it => it.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
    }
}
