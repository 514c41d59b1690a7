using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Commands;
using Bot.Discord;
using Bot.Storage;
using Bot.Tests.Fakes;
using News.Alerts;
using News.Matching;

namespace Bot.Tests.Discord;

public sealed class DiscordDrawingTests
{
    private static readonly JsonSerializerOptions Pretty = new(DiscordJson.Options) { WriteIndented = true };

    [Fact]
    public void An_alert_says_headline_summary_quotes_words_source_and_time()
    {
        var message = Draw(DiscordParts.AlertOf("Strike reported near Al-Aqim"));

        var embed = message.Embeds.Single();
        Assert.Equal("Strike reported near Al-Aqim", embed["title"]!.GetValue<string>());
        Assert.Equal("https://wire.example/strike", embed["url"]!.GetValue<string>());
        Assert.Equal(
            """
            An **airstrike** hit a depot outside the town. Nobody was hurt.

            > “We heard three explosions”
            > — Maj. Gen. Jane Doe, a ministry spokeswoman

            > “It was dark”
            """.ReplaceLineEndings("\n"),
            embed["description"]!.GetValue<string>());
        Assert.Equal("🟠 High", embed["author"]!["name"]!.GetValue<string>());
        Assert.Equal("Example Wire · iraq-strikes", embed["footer"]!["text"]!.GetValue<string>());
        Assert.Equal("2026-01-28T14:05:00Z", embed["timestamp"]!.GetValue<string>());
        Assert.Equal(["why:0123456789abcdef01234567"], message.CustomIds);
        Assert.Equal("0123456789abcdef01234567", message.Nonce);
    }

    [Fact]
    public void A_headline_that_grows_by_its_guards_keeps_its_end()
    {
        var alert = DiscordParts.AlertOf("Strike reported near Al-Aqim");

        var embed = Draw(alert with { Headline = "@everyone: @here `x`" }).Embeds.Single();

        Assert.Equal("@\u200Beveryone: @\u200Bhere \\`x\\`", embed["title"]!.GetValue<string>());
    }

    /// <summary>What is sent is pinned: a change to it is seen in review, and not in the channel.</summary>
    [Fact]
    public void An_alert_with_two_quotes_is_sent_as_it_always_was()
    {
        var pinned = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Discord", "Golden", "alert-with-two-quotes.discord.json"));

        var sent = JsonNode.Parse(DiscordJson.Bytes(MessageDrawing.Of(DiscordParts.Entry())))!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(pinned), sent), $"Sent now:\n{sent.ToJsonString(Pretty)}");
    }

    [Fact]
    public void An_alert_with_three_quotes_and_corrections_is_sent_as_the_golden_file_shows()
    {
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Discord", "Golden", "alert-with-three-quotes.discord.json"));

        var sent = MessageDrawing.Of(DiscordParts.Entry() with { Message = new OutboxMessage.OfAlert(QuotedAlert.Alert) });

        Assert.Equal(golden.ReplaceLineEndings("\n").TrimEnd(), Sent(sent).Body.ToJsonString(Pretty));
    }

    [Fact]
    public void A_statement_in_two_parts_has_marks_around_each_and_one_speaker()
    {
        var embed = EmbedDrawing.Draw(Of(new CardPart.Quotation(["We came", "and saw."], "Jane Doe", "a minister")));

        Assert.Equal("> “We came” … “and saw.”\n> — Jane Doe, a minister", embed.Description);
    }

    [Fact]
    public void Parts_that_find_no_room_are_not_passed_over_in_silence()
    {
        var embed = EmbedDrawing.Draw(Of(new CardPart.Quotation([.. Enumerable.Repeat("word and word " + new string('x', 500), 20)], "Jane Doe", null)));

        Assert.True(embed.Description!.Length <= 4096);
        Assert.EndsWith(" …\n> — Jane Doe", embed.Description.Replace("…”\n", " …\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@everyone leave now", "@\u200Beveryone leave now")]
    [InlineData("<@123> and <#4> and <!channel>", @"\<@123> and \<#4> and \<!channel>")]
    [InlineData("<t:1700000000:R> <:fire:123>", @"\<t\:1700000000:R> \<\:fire:123>")]
    [InlineData("*bold* _it_ ~~gone~~ `code` ||secret||", @"\*bold\* \_it\_ \~\~gone\~\~ \`code\` \|\|secret\|\|")]
    [InlineData("[click](https://evil.example)", @"\[click\](https\://evil.example)")]
    [InlineData("# big", @"\# big")]
    [InlineData("- point", @"\- point")]
    [InlineData("> said", @"\> said")]
    [InlineData("1. first", @"1\. first")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("3.5 million at 10:30:45 C# a-b", "3.5 million at 10:30:45 C# a-b")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("note:fire:", @"note\:fire:")]
    public void Markup_in_raw_text_shows_as_itself(string raw, string drawn)
    {
        var writer = new MarkdownWriter(500);

        writer.Words(raw);

        Assert.Equal(drawn, writer.ToString());
    }

    [Fact]
    public void Every_line_of_a_text_is_guarded()
    {
        var writer = new MarkdownWriter(500);

        writer.Words("first\n# heading\n\n\n   - point\u2028> quote");

        Assert.Equal("first\n\\# heading\n\\- point\n\\> quote", writer.ToString());
    }

    [Fact]
    public void A_quotation_of_several_lines_stays_in_its_block()
    {
        var embed = EmbedDrawing.Draw(Of(new CardPart.Quotation("one\ntwo\n# three", "A *B*", null)));

        Assert.Equal("> “one\n> two\n> \\# three”\n> — A \\*B\\*", embed.Description);
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Whatever_a_feed_says_fits_Discord(string nickname, string hostile)
    {
        var alert = DiscordParts.AlertOf(hostile) with
        {
            Source = hostile,
            Watchlist = hostile,
            Summary = [hostile, hostile],
            Quotes = [new AlertQuote(hostile, hostile, hostile), new AlertQuote(hostile, null, null)],
            Corrections = [hostile],
            Reasons = [new AlertReason(hostile, [hostile], "text", hostile)],
        };
        var clock = Stopwatch.StartNew();

        var message = Draw(alert);

        Assert.True(clock.Elapsed < Patience.WithABusyMachine, $"{nickname} took {clock.Elapsed}");
        Assert.DoesNotContain("@everyone", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", message.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> HostileTexts() => new()
    {
        { "everyone", "@everyone @here <!channel> <@1> **x** " },
        { "thousand characters", string.Concat(Enumerable.Repeat("word and ", 112)) },
        { "one long word", new string('x', 10_000) },
        { "stars", new string('*', 10_000) },
        { "emoji", string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", 3000)) },
        { "half a surrogate", "\uD83D" + new string('a', 5000) + "\uDE00" },
        { "tower of marks", "Z" + new string('\u0301', 100_000) },
        { "right to left", "\u202Eeverything turned\u202C " + string.Concat(Enumerable.Repeat("حرس الثورة ", 800)) },
        { "control characters", "a\0b\u0007c\u001B[31m\r\nd" },
        { "nothing", "" },
        { "nothing to see", "\u200B\u200E\u2800 \u3164" },
        { "only controls", new string('\0', 10_000) },
        { "newlines", new string('\n', 10_000) + "x" },
        { "backticks", new string('`', 10_000) },
        { "a megabyte", new string('a', 1_000_000) },
        { "a megabyte of lines", string.Concat(Enumerable.Repeat("# x\n", 250_000)) },
    };

    /// <summary>Two hundred cards of the worst pieces at random, the same ones every time.</summary>
    [Fact]
    public void Whatever_a_card_is_made_of_fits_Discord()
    {
        var random = new Random(42);
        string[] pieces = ["*", "_", "`", "```", "\n", "\n# ", "\n1. ", "> ", " ", "word ", "\\", "@everyone", "<@1>", ":a:", "https://x.example/(y)",
            "👩‍👩‍👧‍👦", "e\u0301", "\uD83D", "\u202E", "\u200B", "حرس ", "[a](b)", "~~", "||", "\0", new string('q', 70), "。漢字漢字"];
        for (var round = 0; round < 200; round++)
        {
            var card = new Card
            {
                Title = random.Next(3) == 0 ? null : Text(random.Next(120)),
                Severity = random.Next(2) == 0 ? null : Severity.Low,
                Footer = CardText.Of(Text(random.Next(100)), new TextRun.Moment(DateTimeOffset.UnixEpoch), Text(5)),
                PlainText = Text(random.Next(50)),
                Parts = [.. Enumerable.Range(0, random.Next(12)).Select(_ => Part())],
                Buttons = [.. Enumerable.Range(0, random.Next(8)).Select(at => new CardButton.Ask("b" + Text(random.Next(30)), $"why:{at}"))],
            };

            foreach (var message in MessageDrawing.Answer(Answer.Of([.. Enumerable.Repeat(card, random.Next(1, 4))])))
                Sent(message);
        }

        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => pieces[random.Next(pieces.Length)]));

        CardText Styled() => new([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (TextRun)(random.Next(5) switch
        {
            0 => new TextRun.Bold(Text(random.Next(90))),
            1 => new TextRun.Code(Text(random.Next(90))),
            2 => new TextRun.Link(Text(random.Next(90)), new Uri("https://x.example/" + new string('y', random.Next(300)))),
            3 => new TextRun.Moment(DateTimeOffset.UnixEpoch),
            _ => new TextRun.Words(Text(random.Next(300))),
        }))]);

        CardPart Part() => random.Next(5) switch
        {
            0 => new CardPart.Quotation(Text(random.Next(300)), random.Next(2) == 0 ? null : Text(random.Next(60)), Text(random.Next(60))),
            1 => new CardPart.Listing([.. Enumerable.Range(0, random.Next(30)).Select(_ => Styled())]),
            2 => new CardPart.Fact(Text(random.Next(40)), Styled()),
            3 => new CardPart.Preformatted(Text(random.Next(300))),
            _ => new CardPart.Paragraph(Styled()),
        };
    }

    [Fact]
    public void A_long_text_is_cut_at_a_word_with_an_ellipsis()
    {
        var writer = new MarkdownWriter(20);

        writer.Words("the quick brown fox jumps");

        Assert.Equal("the quick brown fox…", writer.ToString());
    }

    [Fact]
    public void A_text_that_just_fits_is_not_cut()
    {
        var writer = new MarkdownWriter(19);

        writer.Words("the quick brown fox");

        Assert.Equal("the quick brown fox", writer.ToString());
    }

    [Fact]
    public void A_letter_is_never_cut_from_its_marks()
    {
        for (var room = 4; room < 60; room++)
        {
            var writer = new MarkdownWriter(room);
            writer.Words(string.Concat(Enumerable.Repeat("👨‍👩‍👧e\u0301", 20)));
            var text = writer.ToString();

            Assert.True(text.Length <= room);
            var elements = StringInfo.GetTextElementEnumerator(text);
            while (elements.MoveNext())
                Assert.Contains(elements.GetTextElement(), (string[])["👨‍👩‍👧", "e\u0301", "…"]);
        }
    }

    [Fact]
    public void A_quotation_is_never_shown_without_the_speaker_whom_the_card_names()
    {
        for (var filler = 3600; filler < 4200; filler += 7)
        {
            var embed = EmbedDrawing.Draw(Of(
                new CardPart.Paragraph(new string('x', filler)),
                new CardPart.Quotation(new string('q', 300), "Jane Doe", "minister")));

            Assert.True(embed.Description!.Length <= 4096);
            Assert.Equal(embed.Description.Contains('“', StringComparison.Ordinal), embed.Description.Contains("— Jane Doe, minister", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_list_that_is_too_long_says_how_many_more()
    {
        var points = Enumerable.Range(1, 500).Select(at => (CardText)$"point number {at} of a very long list").ToImmutableArray();

        var embed = EmbedDrawing.Draw(Of(new CardPart.Listing(points)));

        var shown = embed.Description!.Split('\n').Count(line => line.StartsWith("- point", StringComparison.Ordinal));
        Assert.InRange(shown, 50, 499);
        Assert.Matches(@"… and \d+ more$", embed.Description);
    }

    [Fact]
    public void Many_facts_become_fields_and_the_rest_is_counted()
    {
        var facts = Enumerable.Range(1, 30).Select(at => (CardPart)new CardPart.Fact($"Name {at}", $"value {at}")).ToImmutableArray();

        var embed = EmbedDrawing.Draw(new Card { PlainText = "facts", Parts = facts });

        Assert.Equal(25, embed.Fields!.Value.Length);
        Assert.Equal("… and 5 more", embed.Description);
    }

    [Fact]
    public void Preformatted_text_can_not_leave_its_block()
    {
        var embed = EmbedDrawing.Draw(Of(new CardPart.Preformatted("a ``` @everyone\n   ^")));

        Assert.StartsWith("```\na `", embed.Description, StringComparison.Ordinal);
        Assert.EndsWith("   ^\n```", embed.Description, StringComparison.Ordinal);
        Assert.Equal(2, embed.Description!.Split("```").Length - 1);
    }

    [Fact]
    public void Many_cards_go_out_in_several_messages_and_what_is_left_out_is_said()
    {
        var cards = Enumerable.Range(1, 60).Select(at => new Card
        {
            Title = $"Story {at}",
            PlainText = "x",
            Parts = [new CardPart.Paragraph(string.Concat(Enumerable.Repeat("long text ", 100)))],
            Buttons = [new CardButton.Ask("Why this?", $"why:{at}")],
        }).ToImmutableArray();

        var messages = MessageDrawing.Answer(new Answer(cards)).Select(Sent).ToList();

        Assert.Equal(5, messages.Count);
        Assert.Contains("1\\. Story 1", messages[0].Text, StringComparison.Ordinal);
        Assert.Matches(@"… and \d+ more\. Ask for fewer", messages[^1].Text);
    }

    [Fact]
    public void An_answer_with_nothing_in_it_still_says_something()
    {
        Assert.NotEmpty(Sent(MessageDrawing.Answer(new Answer([]))[0]).Text);
        Assert.NotEmpty(Sent(MessageDrawing.Answer(Answer.Of(new Card { PlainText = "" }))[0]).Text);
    }

    [Fact]
    public void The_catalog_of_commands_is_one_that_Discord_takes()
    {
        var commands = JsonSerializer.SerializeToNode(ApplicationCommand.All(), DiscordJson.Options)!;

        Assert.Empty(FakeDiscordChecks.Commands(commands));
        Assert.Equal(CommandCatalog.All.Select(spec => spec.Name).Distinct(), commands.AsArray().Select(command => command!["name"]!.GetValue<string>()));
    }

    private static Card Of(params ImmutableArray<CardPart> parts) => new() { PlainText = "", Parts = parts };

    private static FakeMessage Draw(Alert alert) => Sent(MessageDrawing.Of(DiscordParts.Entry() with { Message = new OutboxMessage.OfAlert(alert) }));

    /// <summary>As it would arrive; fails where Discord would refuse it.</summary>
    private static FakeMessage Sent(DiscordMessage message)
    {
        var body = JsonNode.Parse(DiscordJson.Bytes(message))!;
        Assert.Empty(FakeDiscordChecks.Message(body, mayBeEdit: message.Nonce is null));
        return new FakeMessage("1", "1", body);
    }
}
