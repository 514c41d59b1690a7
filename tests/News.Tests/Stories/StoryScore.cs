using System.Text.Json;
using News.Articles;
using News.Feeds;
using News.Stories;
using Xunit.Abstractions;

namespace News.Tests.Stories;

/// <summary>
/// Scores the clustering on the reports beside this file (invented, of events that stand in groups which are easily taken for
/// each other) and holds it above what has been reached.
/// `dotnet test tests/News.Tests --filter StoryScore --logger "console;verbosity=detailed"` prints the figures and the errors.
/// </summary>
public sealed class StoryScore(ITestOutputHelper output)
{
    [Theory]
    [InlineData("security")]
    [InlineData("general")]
    [InlineData("security general")]
    public void Reports_of_one_event_come_together_and_others_do_not(string collections)
    {
        var reports = Read(collections.Split(' '));
        var index = new StoryIndex();
        var latest = DateTimeOffset.UnixEpoch;
        foreach (var report in reports)
        {
            report.Story = index.Assign(report.ToArticle(latest)).Value;
            latest = report.Published > latest ? report.Published.Value : latest;
        }

        var (precision, recall) = (reports.Average(one => Share(one, reports, (a, b) => a.Story == b.Story)), reports.Average(one => Share(one, reports, (a, b) => a.Event == b.Event)));
        var f1 = 2 * precision * recall / (precision + recall);
        var confusable = reports.SelectMany((one, i) => reports.Take(i).Where(other => one.Group == other.Group && one.Event != other.Event).Select(other => (one, other))).ToList();
        var joined = confusable.Count(pair => pair.one.Story == pair.other.Story);
        var swallowed = reports.Select(report => report.Event).Except(reports.DistinctBy(report => report.Story).Select(report => report.Event)).ToList();
        output.WriteLine(
            $"{collections}: {reports.Count} reports of {reports.DistinctBy(report => report.Event).Count()} events in {reports.DistinctBy(report => report.Story).Count()} stories; " +
            $"B³ precision {precision:0.000}, recall {recall:0.000}, F1 {f1:0.000}; {joined} of {confusable.Count} confusable pairs joined ({(double)joined / confusable.Count:0.0%}); {swallowed.Count} events swallowed");
        foreach (var story in reports.GroupBy(report => report.Story).Where(story => story.DistinctBy(report => report.Event).Count() > 1))
            output.WriteLine($"  joined: {string.Join(" + ", story.DistinctBy(report => report.Event).Select(report => report.Title))}");
        Assert.True(f1 >= 0.94, "F1");
        Assert.True(joined < 0.01 * confusable.Count, "confusable pairs");
        Assert.True(swallowed.Count <= 1, "events swallowed");
    }

    /// <summary>What share of those that stand with a report in the one way stand with it in both.</summary>
    private static double Share(Report report, List<Report> all, Func<Report, Report, bool> together)
    {
        var others = all.Where(other => together(report, other)).ToList();
        return (double)others.Count(other => other.Story == report.Story && other.Event == report.Event) / others.Count;
    }

    /// <summary>In order of arrival, several collections as they would have come together.</summary>
    private static List<Report> Read(string[] collections)
    {
        List<(DateTimeOffset Came, Report Report)> reports = [];
        foreach (var collection in collections)
        {
            var came = DateTimeOffset.MinValue;
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Stories", "reports", $"{collection}.jsonl")))
            {
                var report = JsonSerializer.Deserialize<Report>(line, JsonSerializerOptions.Web)!;
                report.Published = FeedDate.TryParse(report.Date);
                report.Event = $"{collection} {report.Event}";
                report.Group = $"{collection} {report.Group}";
                came = report.Published > came ? report.Published.Value : came;
                reports.Add((came, report));
            }
        }

        return [.. reports.OrderBy(one => one.Came).Select(one => one.Report)];
    }

    private sealed class Report
    {
        public string Event { get; set; } = "";
        public string Group { get; set; } = "";
        public string Title { get; init; } = "";
        public string Text { get; init; } = "";
        public string? Url { get; init; }
        public string Source { get; init; } = "";

        [System.Text.Json.Serialization.JsonPropertyName("published")]
        public string? Date { get; init; }

        [System.Text.Json.Serialization.JsonIgnore]
        public DateTimeOffset? Published { get; set; }

        public long Story { get; set; }

        public Article ToArticle(DateTimeOffset latest) => new()
        {
            Key = new ItemKey("guid:1"),
            Title = Title,
            Text = Text,
            Source = Source,
            Link = Url,
            CanonicalLink = CanonicalLink.Of(Url),
            Published = Published ?? latest,
        };
    }
}
