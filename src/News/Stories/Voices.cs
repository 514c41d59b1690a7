using System.Collections.Frozen;
using System.Collections.Immutable;

namespace News.Stories;

/// <summary>A report of a story, as far as it matters whose voice it is.</summary>
/// <param name="Publisher">The name that it goes by in an alert.</param>
/// <param name="Host">The host of its link: "edition.example.com"; null where it has none.</param>
/// <param name="Text">Its text, in which an agency may be credited.</param>
/// <param name="CopyOf">Knows again reports that carry one text: equal for copies of each other; null for a text of its own.</param>
public sealed record VoicedReport(string Publisher, string? Host, string? Author, string Text, long? CopyOf);

/// <summary>
/// Who tells a story: publishers by family. An agency's text on ten sites is one voice, and so are the sites of one house;
/// a house that carries an agency's report and its own beside it is heard in both.
/// </summary>
public static class Voices
{
    // Names that many houses share under one roof: there the whole host is the house.
    private static readonly WordTable Roofs = new(
        """
        blogspot.com wordpress.com substack.com medium.com tumblr.com ghost.io github.io youtube.com google.com yahoo.com msn.com
        feedburner.com facebook.com x.com twitter.com t.me telegram.org reddit.com
        """);

    // "co" of "example.co.uk": with a country behind it, the house is one label more.
    private static readonly WordTable SecondLevels = new("co com org net gov gob gouv edu ac or ne go in");

    /// <summary>
    /// The name of each voice once, in the order in which they came to the story: the publisher's, with an agency's behind
    /// it whose text it carries ("Example Post (Reuters)"), or the agency's own where it tells the story itself.
    /// </summary>
    /// <param name="reports">In the order in which they came.</param>
    /// <param name="families">Names of families, each with its publishers' names or hosts, as the settings have them.</param>
    public static ImmutableArray<string> Of(IReadOnlyList<VoicedReport> reports, IReadOnlyDictionary<string, ImmutableArray<string>> families)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var agencies = reports.Select(report => Agency.Named(report.Publisher) ?? Agency.Of(report.Author, report.Text)).ToArray();
        Dictionary<long, string> agencyOfCopies = [];
        foreach (var (report, agency) in reports.Zip(agencies))
        {
            if (agency is not null && report.CopyOf is { } copies)
                agencyOfCopies.TryAdd(copies, agency);
        }

        var houses = new Houses(families);
        Dictionary<string, string> voices = [];
        List<string> order = [];
        Dictionary<long, string> firstOfCopies = [];
        for (var i = 0; i < reports.Count; i++)
        {
            var report = reports[i];
            var house = houses.Of(report);
            var agency = agencies[i] ?? (report.CopyOf is { } copies ? agencyOfCopies.GetValueOrDefault(copies) : null);
            if (agency is null && report.CopyOf is { } copied && !firstOfCopies.TryAdd(copied, house))
                house = firstOfCopies[copied];
            var voice = agency is null ? house : $"agency:{agency}";
            var isAgencyItself = agency is not null && Agency.Named(report.Publisher) == agency;
            if (voices.TryAdd(voice, agency is null || isAgencyItself ? houses.NameOf(report) : $"{report.Publisher} ({agency})"))
                order.Add(voice);
            else if (isAgencyItself)
                voices[voice] = report.Publisher;
        }

        return [.. order.Select(voice => voices[voice])];
    }

    /// <summary>"example.co.uk" of "news.example.co.uk": near enough to the name that a house registered.</summary>
    internal static string HouseOf(string host)
    {
        var labels = host.TrimEnd('.').ToLowerInvariant().Split('.');
        var takes = labels is [.., _, var second, { Length: 2 }] && SecondLevels.Contains(second) ? 3 : 2;
        var house = string.Join('.', labels.TakeLast(takes));
        return Roofs.Contains(house) ? host.ToLowerInvariant() : house;
    }

    /// <summary>Whose house a publisher belongs to: by the settings, or else by a shared name or a shared host.</summary>
    private sealed class Houses(IReadOnlyDictionary<string, ImmutableArray<string>> families)
    {
        private readonly FrozenDictionary<string, string> _families = families
            .SelectMany(family => family.Value.Append(family.Key).Select(member => (member: Key(member), family.Key)))
            .DistinctBy(one => one.member).ToFrozenDictionary(one => one.member, one => one.Key, StringComparer.Ordinal);

        private readonly Dictionary<string, string> _known = [];

        public string Of(VoicedReport report)
        {
            if (FamilyOf(report) is { } family)
                return $"family:{family}";
            var name = Key(report.Publisher);
            // An address in numbers is a machine's, whoever has a site there.
            var host = report.Host is null || Uri.CheckHostName(report.Host) is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? null : HouseOf(report.Host);
            var house = _known.GetValueOrDefault(name) ?? (host is null ? null : _known.GetValueOrDefault(host)) ?? name;
            _known.TryAdd(name, house);
            if (host is not null)
                _known.TryAdd(host, house);
            return house;
        }

        public string NameOf(VoicedReport report) => FamilyOf(report) ?? report.Publisher;

        private string? FamilyOf(VoicedReport report) =>
            _families.GetValueOrDefault(Key(report.Publisher))
            ?? (report.Host is null ? null : _families.GetValueOrDefault(Key(report.Host)) ?? _families.GetValueOrDefault(Key(HouseOf(report.Host))));

        // "www.BBC.com" and "bbc.com" are one host, "The Guardian" and "the guardian" one name.
        private static string Key(string name)
        {
            var key = name.Trim().ToLowerInvariant();
            return key.StartsWith("www.", StringComparison.Ordinal) ? key[4..] : key;
        }
    }
}
