using System.CommandLine;
using System.Text;
using System.Xml.Linq;
using Bot.Tests.EndToEnd;
using Bot.Tests.Fakes;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

/// <summary><c>bot import</c> and <c>bot export</c> as a shell sees them.</summary>
public sealed class FeedListTests : IDisposable
{
    private const string List =
        """
        <opml version="1.1"><body><outline text="Region">
        <outline text="Wire & more" xmlUrl="https://wire.example/rss?a=1&b=2">
        <outline text="Private" xmlUrl="https://joe:secret@private.example/rss"/>
        <outline text="Old" xmlUrl="feed://old.example/rss"/>
        <outline text="File" xmlUrl="file:///etc/passwd"/>
        <outline text="Here" xmlUrl="/rss.xml"/>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("news-bot-test-");

    private string Storage => $"--Storage:ConnectionString=Data Source={Path.Combine(_folder.FullName, "bot.db")}";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Each_feed_of_a_list_is_told_what_became_of_it()
    {
        var first = Run(List, [Storage], "import", "-");
        var second = Run(List, [Storage], "import", "-");

        Assert.Equal(0, first.Exit);
        Assert.Equal(
            """
            not taken  File  file:///etc/passwd (line 5): it is no web address (file:)
            not taken  Here  /rss.xml (line 6): it is no whole address
            added      Wire & more  https://wire.example/rss?a=1&b=2
            added      Private  https://private.example/rss
            added      Old  http://old.example/rss
            3 added, 0 known already, 2 not taken.

            """, first.Output, ignoreLineEndingDifferences: true);
        Assert.Equal(0, second.Exit);
        Assert.EndsWith("0 added, 3 known already, 2 not taken.\n", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", first.Output + first.Error + second.Output + second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_imported_is_exported_and_can_be_imported_elsewhere()
    {
        Run(List, [Storage], "import", "-");

        var shared = Run("", [Storage], "export");
        var whole = Run("", [Storage], "export", "--credentials");

        Assert.DoesNotContain("secret", shared.Output + shared.Error, StringComparison.Ordinal);
        Assert.StartsWith("1 address is written without the password; --credentials", shared.Error, StringComparison.Ordinal);
        Assert.Empty(whole.Error);
        Assert.Equal(
            ["http://old.example/rss", "https://joe:secret@private.example/rss", "https://wire.example/rss?a=1&b=2"],
            XDocument.Parse(whole.Output).Descendants("outline").Select(outline => outline.Attribute("xmlUrl")!.Value));
        Assert.EndsWith("3 added, 0 known already, 0 not taken.\n", Run(whole.Output, [Storage.Replace("bot.db", "other.db", StringComparison.Ordinal)], "import", "-").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_holds_the_feeds_of_the_settings_before_the_first_start()
    {
        var run = Run("", [Storage, "--Feeds:0:Url=https://set.example/rss", "--Feeds:0:Name=Set"], "export");

        Assert.Equal("Set", Assert.Single(XDocument.Parse(run.Output).Descendants("outline")).Attribute("text")!.Value);
        Assert.Empty(XDocument.Parse(Run("", [Storage], "export", "--scope", "slack:T1").Output).Descendants("outline"));
    }

    [Fact]
    public void An_export_of_nobody_s_feeds_is_an_error()
    {
        var run = Run("", [Storage], "export", "--scope", "wire");

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains("discord:SERVER", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dear editor,", "plain text without addresses")]
    [InlineData("<html><body>Hi</body></html>", "an HTML page")]
    [InlineData("", "empty")]
    public void What_is_no_list_is_refused_with_the_reason(string text, string reason)
    {
        var run = Run(text, [Storage], "import", "-");

        Assert.Equal(2, run.Exit);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_keeps_the_others_from_nothing()
    {
        var run = Run("https://a.example/rss\nhttps://b.example/rss B", [Storage], "import", Path.Combine(_folder.FullName, "none.opml"), "-");

        Assert.Equal(2, run.Exit);
        Assert.Contains("none.opml: can't be read", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("2 added, 0 known already, 0 not taken.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_feeds_are_imported_at_once()
    {
        var list = string.Concat(Enumerable.Range(0, 10_000).Select(at => $"https://h{at % 700}.example/{at}\n"));

        Assert.EndsWith("10000 added, 0 known already, 0 not taken.\n", Run(list, [Storage], "import", "-").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_feed_is_polled_and_outlives_a_restart_with_other_settings()
    {
        await using var site = await FakeFeedSite.StartAsync();
        site.Serve("/imported", Rss.Feed());
        Run(site.Url("/imported").AbsoluteUri, [Storage], "import", "-");
        await using var bot = await BotUnderTest.With(new() { ["Storage:ConnectionString"] = Storage.Split('=', 2)[1] }).StartAsync();
        await bot.UntilAsync(() => site.CountOf("/imported") >= 1, "the imported feed is polled");

        site.Serve("/set", Rss.Feed());
        await bot.RestartAsync(new() { ["Feeds:0:Url"] = site.Url("/set").AbsoluteUri });
        await bot.RestartAsync();

        await bot.StopAsync();
        Assert.Contains(site.Url("/imported").AbsoluteUri, Run("", [Storage], "export").Output, StringComparison.Ordinal);
    }

    private static (int Exit, string Output, string Error) Run(string input, string[] settings, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var root = new RootCommand();
        foreach (var verb in FeedListVerbs.All(new Streams(stream, output, error), settings))
            root.Subcommands.Add(verb);
        var exit = root.Parse(arguments).Invoke();
        return (exit, output.ToString(), error.ToString());
    }
}
