using System.Collections.Frozen;

namespace News.Stories;

/// <summary>
/// The news agency whose copy an article is, by the credit that agencies ask for: in the dateline ("BAGHDAD (Reuters) -",
/// "PARIS, March 3 (Xinhua) --"), in the byline ("By Jane Doe, Associated Press") or at the text's end ("(AFP)").
/// </summary>
internal static class Agency
{
    /// <summary>A dateline ends within so many characters of the text's beginning, a credit line within so many of its end.</summary>
    private const int LongestDateline = 120;
    private const int LongestCredit = 60;

    // What an agency signs with, and the name that it is shown by; those that only one country's readers know among them.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Signatures =
        WordTable.FirstToOthers(
            """
            Reuters Thomson_Reuters Reuters_News Reuters.com,
            AP The_Associated_Press Associated_Press AP_News,
            AFP Agence_France-Presse Agence_France_Presse AFP_News,
            dpa dpa_International Deutsche_Presse-Agentur,
            UPI United_Press_International,
            EFE Agencia_EFE,
            ANSA,
            Xinhua Xinhua_News_Agency,
            Kyodo Kyodo_News,
            Jiji Jiji_Press,
            Yonhap Yonhap_News_Agency,
            TASS ITAR-TASS,
            Interfax,
            RIA_Novosti,
            Ukrinform,
            Anadolu AA Anadolu_Agency,
            IRNA Islamic_Republic_News_Agency,
            Mehr MNA Mehr_News_Agency,
            Tasnim Tasnim_News_Agency,
            INA Iraqi_News_Agency,
            SANA Syrian_Arab_News_Agency,
            NNA National_News_Agency,
            WAM Emirates_News_Agency,
            SPA Saudi_Press_Agency,
            QNA Qatar_News_Agency,
            PTI Press_Trust_of_India,
            ANI Asian_News_International,
            IANS Indo-Asian_News_Service,
            APP Associated_Press_of_Pakistan,
            PA PA_Media Press_Association,
            AAP Australian_Associated_Press,
            The_Canadian_Press Canadian_Press CP,
            Bloomberg Bloomberg_News,
            CNA Central_News_Agency,
            NAN News_Agency_of_Nigeria,
            SAPA,
            NTB,
            Ritzau,
            Belga,
            ANP,
            PAP,
            APA,
            Keystone-SDA
            """)
            .SelectMany(agency => agency.Value.Prepend(agency.Key).Select(signature => (signature: signature.Replace('_', ' '), name: agency.Key.Replace('_', ' '))))
            .ToFrozenDictionary(one => one.signature, one => one.name, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The agency's name; null where none is credited.</summary>
    /// <param name="beginning">The text's beginning, or all of it.</param>
    public static string? Of(string? author, string beginning) => OfByline(author) ?? OfDateline(beginning) ?? OfCredit(beginning);

    /// <summary>The agency that a publisher is; null where it is none.</summary>
    public static string? Named(ReadOnlySpan<char> publisher) => Signatures.TryGetValue(publisher.Trim(), out var name) ? name : null;

    // "By Jane Doe and John Roe, Associated Press", "AFP", "Reuters in Baghdad"
    private static string? OfByline(string? author)
    {
        if (author is null)
            return null;
        var line = author.AsSpan().Trim();
        if (line.StartsWith("By ", StringComparison.OrdinalIgnoreCase))
            line = line[3..];
        foreach (var part in line.SplitAny(",|/;()"))
        {
            if (Named(line[part]) is { } name)
                return name;
        }

        var place = line.IndexOf(" in ", StringComparison.Ordinal);
        return place > 0 ? Named(line[..place]) : null;
    }

    // "BAGHDAD (Reuters) - ", "BAGHDAD, March 3 (Xinhua) -- ", "Reuters — ": a sign that parts it from the story must follow.
    private static string? OfDateline(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, LongestDateline)).TrimStart();
        var open = head.IndexOf('(');
        if (open >= 0 && head[(open + 1)..].IndexOf(')') is > 0 and var length)
        {
            var after = head[(open + length + 2)..].TrimStart();
            if (head[..open].IndexOfAny(".!?") < 0 && after is ['-' or '–' or '—' or ':' or '\n', ..])
                return Named(head.Slice(open + 1, length));
            if (open == 0)
                return Named(head.Slice(1, length));
        }

        var dash = head.IndexOfAny('—', '–', '-');
        return dash > 0 ? Named(head[..dash]) : null;
    }

    // "… said. (AFP)", "— Reuters" as the last words.
    private static string? OfCredit(string text)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd('.');
        var tail = end[Math.Max(0, end.Length - LongestCredit)..];
        if (tail is [.., ')'] && tail.LastIndexOf('(') is >= 0 and var open)
            return Named(tail[(open + 1)..^1]);
        var line = tail.LastIndexOfAny('—', '–', '\n');
        return line >= 0 ? Named(tail[(line + 1)..]) : null;
    }
}
