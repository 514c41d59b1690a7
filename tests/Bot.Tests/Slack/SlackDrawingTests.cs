using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Bot.Cards;
using Bot.Commands;
using Bot.Slack;
using Bot.Tests.Fakes;
using News.Matching;

namespace Bot.Tests.Slack;

public class SlackDrawingTests
{
    private static readonly string Thousand = string.Join(' ', Enumerable.Repeat("headline", 120));

    public static TheoryData<string> HostileTexts =>
    [
        "@everyone @here @channel <!channel> <!here|x> <!everyone> <@U0123> <#C0123|news> <!subteam^S1> & <https://evil.example|click>",
        "*bold* _italic_ ~gone~ `code` ```block``` > quote\n> quote\n• list :fire: :tada: [a](https://evil.example)",
        Thousand,
        new string('x', 1000),
        string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦🇮🇶", 200)),
        "\u202E evil \u2066 override \u2069\u202C \u0000\u0007\u001B[31m \uD800 lone \uDC00 \uFEFF end",
        "هجوم\u200F على بغداد\u061C 12/3 — ‏" + new string('\u0651', 500),
        "\n\n\n\n\n",
        "",
        "   ",
        new string('&', 1000),
        new string('<', 1000),
        "{date} <!date^1^{date}|x> \\u003C!channel\\u003E &lt;!channel&gt;",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_hostile_text_mentions_nobody_and_breaks_no_limit_wherever_it_stands(string text)
    {
        var card = Everywhere(text);

        foreach (var message in SlackAnswer.Messages(Answer.Of(card, card with { TitleLink = null })))
        {
            var sent = JsonSerializer.SerializeToElement(message, SlackJson.Options);
            Assert.Empty(FakeSlackBlocks.Problems(sent.GetProperty("blocks")));
            var all = Strings(sent).ToList();
            Assert.DoesNotContain(all, s => s.Contains("<!channel", StringComparison.Ordinal) || s.Contains("<@", StringComparison.Ordinal) || s.Contains("<!here", StringComparison.Ordinal));
            Assert.DoesNotContain(all, s => s.Any(c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\0' or '\u001B'));
            Assert.DoesNotContain(all, HasHalfAPair);
            Assert.InRange(sent.GetProperty("text").GetString()!.Length, 1, 4000);
        }
    }

    [Fact]
    public void Markup_in_a_headline_stays_what_it_is()
    {
        var blocks = Draw(new Card { Title = "*Iraq* _now_ `x` :fire:", TitleLink = new Uri("https://a.example/"), PlainText = "p" });

        var title = blocks[0].GetProperty("elements")[0].GetProperty("elements")[0];
        Assert.Equal("link", title.GetProperty("type").GetString());
        Assert.Equal("*Iraq* _now_ `x` :fire:", title.GetProperty("text").GetString());
        Assert.Equal("rich_text", blocks[0].GetProperty("type").GetString());
    }

    [Fact]
    public void A_long_headline_is_cut_after_a_word()
    {
        var blocks = Draw(new Card { Title = Thousand, TitleLink = new Uri("https://a.example/"), PlainText = "p" });

        var title = blocks[0].GetProperty("elements")[0].GetProperty("elements")[0].GetProperty("text").GetString()!;
        Assert.InRange(title.Length, 200, 300);
        Assert.EndsWith("headline…", title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two…")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("one two three", 7, "one…")]
    [InlineData("onetwothree", 5, "onet…")]
    [InlineData("😀😀😀", 4, "😀…")]
    [InlineData("👨‍👩‍👧‍👦", 6, "👨‍👩…")]
    [InlineData("abcde\u0301fg", 6, "abcd…")]
    [InlineData("one", 0, "")]
    public void A_text_is_cut_after_a_word_and_never_inside_a_letter(string text, int most, string expected)
    {
        var cut = SlackText.Cut(text, most);

        Assert.True(cut.Length <= most);
        Assert.False(HasHalfAPair(cut));
        if (!text.StartsWith("👨", StringComparison.Ordinal))
            Assert.Equal(expected, cut);
    }

    [Fact]
    public void Escaping_counts_what_it_adds()
    {
        Assert.Equal("a &amp; b &lt;c&gt;", SlackText.Escaped("a & b <c>", 100));
        Assert.Equal("&amp;&amp;…", SlackText.Escaped("&&&&&", 14));
        Assert.True(SlackText.Escaped(new string('<', 5000), 4000).Length <= 4000);
    }

    [Fact]
    public void The_marks_that_Arabic_needs_stay()
    {
        Assert.Equal("a\u200Fb\u200Ec\u061Cd", SlackText.Line("a\u200Fb\u200Ec\u061Cd"));
    }

    [Fact]
    public void The_severity_is_a_word_and_not_only_a_colour()
    {
        foreach (var severity in Enum.GetValues<Severity>())
        {
            var card = new Card { Title = "t", TitleLink = new Uri("https://a.example/"), Severity = severity, PlainText = "t" };
            Assert.Contains($"{severity} · t", FakeSlackBlocks.Visible(Draw(card)), StringComparison.Ordinal);
        }

        Assert.Equal("Critical: t", SlackDrawing.PlainText(new Card { Severity = Severity.Critical, PlainText = "t" }));
    }

    [Fact]
    public void A_long_listing_says_how_much_it_leaves_out()
    {
        var points = Enumerable.Range(0, 500).Select(i => (CardText)$"the point with the number {i}").ToImmutableArray();

        var visible = FakeSlackBlocks.Visible(Draw(new Card { Parts = [new CardPart.Listing(points)], PlainText = "p" }));

        var shown = visible.Split("the point").Length - 1;
        Assert.InRange(shown, 50, 499);
        Assert.Contains($"… and {500 - shown} more", visible, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_without_room_are_dropped_from_the_bottom_and_counted()
    {
        var parts = Enumerable.Range(0, 20).Select(i => (CardPart)new CardPart.Paragraph($"part {i} " + new string('x', 990))).ToImmutableArray();

        var visible = FakeSlackBlocks.Visible(Draw(new Card { Parts = parts, PlainText = "p" }));

        var shown = visible.Split("part ").Length - 1;
        Assert.InRange(shown, 5, 19);
        Assert.Contains("part 0 ", visible, StringComparison.Ordinal);
        Assert.Contains($"… and {20 - shown} more", visible, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_is_shown_in_the_readers_own_time()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
        var json = Draw(new Card
        {
            Parts = [new CardPart.Paragraph(CardText.Of("Next poll ", new TextRun.Moment(at)))],
            Footer = CardText.Of("Wire · ", new TextRun.Moment(at), " · list"),
            PlainText = "p",
        }).GetRawText();

        Assert.Contains("\"timestamp\":1790000000", json, StringComparison.Ordinal);
        Assert.Contains("<!date^1790000000^{date_short_pretty} {time}|2026-09-21 14:13 UTC>", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_columns_of_preformatted_text_hold()
    {
        var visible = FakeSlackBlocks.Visible(Draw(new Card { Parts = [new CardPart.Preformatted("Iraq AND (\n         ^")], PlainText = "p" }));

        Assert.Contains("Iraq AND (\n         ^", visible, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_with_a_plain_line_only_shows_it()
    {
        Assert.Contains("all is well", FakeSlackBlocks.Visible(Draw(new Card { PlainText = "all is well" })), StringComparison.Ordinal);
        Assert.Contains("Nothing to show", SlackAnswer.Messages(new Answer([]))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_are_no_web_pages_become_words()
    {
        var card = new Card
        {
            Title = "t",
            TitleLink = new Uri("javascript:alert(1)"),
            Parts = [new CardPart.Paragraph(CardText.Of(new TextRun.Link("word", new Uri("file:///etc/passwd"))))],
            Buttons = [new CardButton.Open("Read", new Uri($"https://a.example/{new string('a', 4000)}"))],
            PlainText = "p",
        };

        var json = Draw(card).GetRawText();

        Assert.DoesNotContain("url", json, StringComparison.Ordinal);
        Assert.Contains("word", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_megabyte_of_anything_is_drawn_within_a_second()
    {
        string[] floods =
        [
            new string(' ', 1 << 20),
            new string('\u0301', 1 << 20),
            new string('<', 1 << 20),
            string.Concat(Enumerable.Repeat("a\n", 1 << 19)),
            string.Concat(Enumerable.Repeat("\u200D👨", 1 << 18)),
        ];
        var watch = Stopwatch.StartNew();
        foreach (var flood in floods)
            Assert.Empty(FakeSlackBlocks.Problems(Draw(Everywhere(flood))));
        Assert.True(watch.Elapsed < Patience.WithABusyMachine, $"{watch.Elapsed}");
    }

    private static Card Everywhere(string text) => new()
    {
        Title = text,
        TitleLink = new Uri("https://a.example/x?a=1&b=<2>"),
        Severity = Severity.Critical,
        Parts =
        [
            new CardPart.Paragraph(CardText.Of(text, new TextRun.Bold(text), new TextRun.Code(text), new TextRun.Link(text, new Uri("https://a.example/")))),
            new CardPart.Quotation(text, text, text),
            new CardPart.Fact(text, text),
            new CardPart.Listing([text, text]),
            new CardPart.Preformatted(text),
        ],
        Footer = CardText.Of(text, new TextRun.Moment(DateTimeOffset.UnixEpoch), text),
        Buttons = [new CardButton.Open(text, new Uri("https://a.example/")), new CardButton.Ask(text, "why:1"), new CardButton.Ask(text, "why:1")],
        PlainText = text,
    };

    private static JsonElement Draw(Card card) => JsonSerializer.SerializeToElement(SlackDrawing.Draw(card).Blocks, SlackJson.Options);

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static bool HasHalfAPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }
}
