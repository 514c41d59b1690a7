using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

public sealed class MarkupScannerTests
{
    /// <summary>Markup, its tokens as <see cref="Tokens"/> writes them, and what was mended.</summary>
    public static TheoryData<string, string, string?> Markup => new()
    {
        { "", "", null },
        { "plain", "text[plain]", null },
        { "<a>b</a>", "start[a] text[b] end[a]", null },
        { "<a b=\"c\" d='e>f' g=h/>", "start[a| b=\"c\" d='e>f' g=h|/]", null },
        { "<a\n  b = \"c\">", "start[a|\n  b = \"c\"]", null },
        { "<dc:creator-x.y/>", "start[dc:creator-x.y|/]", null },
        { "<título>é</título>", "start[título] text[é] end[título]", null },
        { "</a >b", "end[a] text[b]", null },
        { "<!-- a > b --><c>", "comment[ a > b ] start[c]", null },
        { "<![CDATA[<b>&]]]>x", "cdata[<b>&]] text[x]", null },
        { "<?xml version='1.0'?><a>", "instruction[xml version='1.0'?] start[a]", null },
        { "<?php if ($a > 1) echo '>'; ?><a>", "instruction[php if ($a > 1) echo '>'; ?] start[a]", null },
        { "<!DOCTYPE a [<!ENTITY b \"]>\"><!-- ]> -->]><a>", "doctype[ a [<!ENTITY b \"]>\"><!-- ]> -->]] start[a]", null },
        { "<!ELEMENT a><b>", "comment[ELEMENT a] start[b]", null },
        { "</><a>", "comment[] start[a]", null },

        { "3 < 4 <b>", "text[3 < 4 ] start[b]", "A '<'" },
        { "a<", "text[a<]", "A '<'" },
        { "<<a>", "text[<] start[a]", "A '<'" },
        { "<—a>", "text[<—a>]", "A '<'" },
        { "<a <b>", "text[<a ] start[b]", "A '<'" },
        { "<a href=\"x>text</a> <a href=\"y\">", "start[a| href=\"x] text[text] end[a] text[ ] start[a| href=\"y\"]", "An attribute" },
        { "<a title=it's>b", "start[a| title=it's] text[b]", null },
        { "</a <b>", "end[a] start[b]", "An end tag" },
        { "a</b", "text[a] text[</b]", "A '<'" },
        { "<!-- a <b>", "comment[] text[ a ] start[b]", "A comment" },
        { "<!DOCTYPE a [ <b>", "doctype[DOCTYPE a [ <b]", "A document type" },
        { "<![CDATA[a</b>", "cdata[a</b>]", "A CDATA section" },
    };

    [Theory]
    [MemberData(nameof(Markup))]
    public void Markup_is_cut_into_tokens(string markup, string tokens, string? repair)
    {
        var (read, repairs) = Tokens(Encoding.UTF8.GetBytes(markup), html: false);
        Assert.Equal(tokens, read);
        if (repair is null)
            Assert.Empty(repairs);
        else
            Assert.Contains(repairs, sentence => sentence.StartsWith(repair, StringComparison.Ordinal));
    }

    [Fact]
    public void Html_has_no_sections_and_ends_instructions_early()
    {
        var (tokens, _) = Tokens("<p><![CDATA[a]]><?php echo '<b>'; ?>"u8, html: true);
        Assert.Equal("start[p] comment[] text[a]]>] instruction[php echo '<b] text['; ?>]", tokens);
    }

    [Fact]
    public void A_section_whose_end_was_forgotten_can_be_given_one()
    {
        var source = "<![CDATA[one</item><![CDATA[two]]>"u8;
        var scanner = new MarkupScanner(source);
        Assert.True(scanner.Next());
        Assert.True(scanner.IsSuspect);

        scanner.EndSectionAt(source.IndexOf("</item>"u8));

        Assert.Equal("one", Encoding.UTF8.GetString(scanner.Inner));
        Assert.NotNull(scanner.Repair);
        Assert.True(scanner.Next());
        Assert.Equal(MarkupKind.EndTag, scanner.Kind);
    }

    [Theory]
    [InlineData("<a>text</a><b>", "Text:text")]
    [InlineData("<a> <![CDATA[ <b> ]]> \n</a><b>", "CData: <b> ")]
    [InlineData("<a></a><b>", "Text:")]
    [InlineData("<a>text<i/></a>", null)]
    [InlineData("<a>text</a >", null)]
    [InlineData("<a>text</A>", null)]
    [InlineData("<a>text</ab>", null)]
    [InlineData("<a>text <![CDATA[x]]></a>", null)]
    [InlineData("<a><![CDATA[x]]>text</a>", null)]
    [InlineData("<a><![CDATA[x<![CDATA[y]]></a>", null)]
    [InlineData("<a>text", null)]
    [InlineData("<a>text</a", null)]
    public void A_leaf_is_read_in_one_step_or_not_at_all(string markup, string? content)
    {
        var scanner = new MarkupScanner(Encoding.UTF8.GetBytes(markup));
        scanner.Next();
        var end = scanner.End;

        var isLeaf = scanner.TryReadLeaf();

        Assert.Equal(content, isLeaf ? $"{scanner.Kind}:{Encoding.UTF8.GetString(scanner.Inner)}" : null);
        scanner.Next();
        Assert.Equal(isLeaf ? "b" : null, isLeaf && scanner.Kind == MarkupKind.StartTag ? Encoding.UTF8.GetString(scanner.Name) : null);
        Assert.True(scanner.Start >= end);
    }

    [Theory]
    [InlineData(" a=\"1\" b='2'", "a:1 b:2")]
    [InlineData("\n\ta = \"1\"\n b", "a:1 b:")]
    [InlineData(" a=1 b=it's", "a:1 b:it's")]
    [InlineData(" a=\"x y", "a:x y")]
    [InlineData(" a=\"1\"b=\"2\"", "a:1 b:2")]
    [InlineData(" =x a=", "=: x: a:")]
    [InlineData(" / \" '", "")]
    public void Attributes_are_read_one_by_one(string attributes, string expected)
    {
        var scan = new MarkupAttributes(Encoding.UTF8.GetBytes(attributes));
        var read = new List<string>();
        while (scan.Next())
            read.Add($"{Encoding.UTF8.GetString(scan.Name)}:{Encoding.UTF8.GetString(scan.Value)}");
        Assert.Equal(expected, string.Join(' ', read));
    }

    private static (string Tokens, List<string> Repairs) Tokens(ReadOnlySpan<byte> markup, bool html)
    {
        var scanner = new MarkupScanner(markup, html: html);
        var tokens = new List<string>();
        var repairs = new List<string>();
        while (scanner.Next())
        {
            if (scanner.Repair is not null)
                repairs.Add(scanner.Repair);
            var inner = Encoding.UTF8.GetString(scanner.Inner);
            var name = Encoding.UTF8.GetString(scanner.Name);
            tokens.Add(scanner.Kind switch
            {
                MarkupKind.StartTag => $"start[{name}{(inner.Length > 0 || scanner.IsSelfClosing ? "|" : "")}{inner}{(scanner.IsSelfClosing ? inner.Length > 0 ? "|/" : "/" : "")}]",
                MarkupKind.EndTag => $"end[{name}]",
                var kind => $"{(kind == MarkupKind.CData ? "cdata" : $"{kind}".ToLowerInvariant())}[{inner}]",
            });
        }

        return (string.Join(' ', tokens), repairs);
    }
}
