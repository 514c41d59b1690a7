using System.Collections.Frozen;

namespace News.Articles;

/// <summary>The elements that matter to text; everything else is <see cref="Other"/> and runs in the line.</summary>
internal enum HtmlTag
{
    Other, A, Abbr, Address, Article, Aside, Audio, B, Base, Blockquote, Body, Br, Button, Canvas, Caption, Cite, Code,
    Col, Datalist, Dd, Details, Dialog, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, Form, H1,
    H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Label, Li, Link, Main, Mark, Meta, Nav,
    Noembed, Noframes, Noscript, Object, Ol, Option, P, Picture, Pre, Q, S, Script, Section, Select, Small, Source, Span,
    Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr,
    Track, U, Ul, Video, Wbr,
}

/// <summary>What the standard and browsers' style sheets say about an element.</summary>
[Flags]
internal enum HtmlTraits
{
    None = 0,

    /// <summary>A paragraph of its own.</summary>
    Block = 1,

    /// <summary>A line of its own.</summary>
    Line = 2,

    /// <summary>Has no content and no end tag.</summary>
    Void = 4,

    /// <summary>Its content is no markup and ends at its end tag, whatever stands in it.</summary>
    Raw = 8,

    /// <summary>Its content is not seen as text.</summary>
    Unseen = 16,
}

internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Enum.GetValues<HtmlTag>().Where(tag => tag != HtmlTag.Other)
            .ToFrozenDictionary(tag => tag.ToString(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HtmlTraits[] Traits = [.. Enum.GetValues<HtmlTag>().Select(TraitsOf)];

    public static HtmlTag Named(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var tag) ? tag : HtmlTag.Other;

    public static bool Is(this HtmlTag tag, HtmlTraits traits) => (Traits[(int)tag] & traits) != HtmlTraits.None;

    public static bool IsHeading(this HtmlTag tag) => tag is >= HtmlTag.H1 and <= HtmlTag.H6;

    private static HtmlTraits TraitsOf(HtmlTag tag) => tag switch
    {
        HtmlTag.Script or HtmlTag.Style or HtmlTag.Iframe or HtmlTag.Noembed or HtmlTag.Noframes or HtmlTag.Textarea
            or HtmlTag.Title => HtmlTraits.Raw | HtmlTraits.Unseen,

        HtmlTag.Audio or HtmlTag.Button or HtmlTag.Canvas or HtmlTag.Datalist or HtmlTag.Head or HtmlTag.Noscript
            or HtmlTag.Object or HtmlTag.Select or HtmlTag.Svg or HtmlTag.Template or HtmlTag.Video => HtmlTraits.Unseen,

        HtmlTag.Hr => HtmlTraits.Void | HtmlTraits.Block,

        HtmlTag.Base or HtmlTag.Br or HtmlTag.Col or HtmlTag.Embed or HtmlTag.Img or HtmlTag.Input or HtmlTag.Link
            or HtmlTag.Meta or HtmlTag.Source or HtmlTag.Track or HtmlTag.Wbr => HtmlTraits.Void,

        HtmlTag.Dd or HtmlTag.Dt or HtmlTag.Li or HtmlTag.Option or HtmlTag.Tr => HtmlTraits.Line,

        HtmlTag.Address or HtmlTag.Article or HtmlTag.Aside or HtmlTag.Blockquote or HtmlTag.Body or HtmlTag.Caption
            or HtmlTag.Details or HtmlTag.Dialog or HtmlTag.Div or HtmlTag.Dl or HtmlTag.Fieldset or HtmlTag.Figcaption
            or HtmlTag.Figure or HtmlTag.Footer or HtmlTag.Form or HtmlTag.H1 or HtmlTag.H2 or HtmlTag.H3 or HtmlTag.H4
            or HtmlTag.H5 or HtmlTag.H6 or HtmlTag.Header or HtmlTag.Hgroup or HtmlTag.Html or HtmlTag.Main
            or HtmlTag.Nav or HtmlTag.Ol or HtmlTag.P or HtmlTag.Pre or HtmlTag.Section or HtmlTag.Summary
            or HtmlTag.Table or HtmlTag.Tbody or HtmlTag.Tfoot or HtmlTag.Thead or HtmlTag.Ul => HtmlTraits.Block,

        _ => HtmlTraits.None,
    };
}
