namespace News.Articles;

/// <summary>The elements that matter to text; everything else is <see cref="Other"/> and runs in the line.</summary>
internal enum HtmlTag : byte
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
    // The longest names that matter: blockquote, figcaption.
    private const int MaxNameLength = 10;

    // Every tag of every page is looked up: a table of one's own costs a third of what a dictionary does.
    private const int Slots = 512;

    private static readonly (ulong Key, HtmlTag Tag)[] ByKey = Table();

    private static readonly HtmlTraits[] Traits = [.. Enum.GetValues<HtmlTag>().Select(TraitsOf)];

    /// <summary>The element whose name begins here and goes on to white space, '/' or '&gt;', in any case.</summary>
    public static HtmlTag Read(ReadOnlySpan<char> html, out int length)
    {
        var key = KeyOf(html, out length);
        var isWhole = length <= MaxNameLength;
        while (length < html.Length && !HtmlScanner.IsWhiteSpace(html[length]) && html[length] is not ('/' or '>'))
        {
            isWhole = false;
            length++;
        }

        return isWhole ? Find(key) : HtmlTag.Other;
    }

    public static bool Is(this HtmlTag tag, HtmlTraits traits) => (Traits[(int)tag] & traits) != HtmlTraits.None;

    public static bool IsHeading(this HtmlTag tag) => tag is >= HtmlTag.H1 and <= HtmlTag.H6;

    /// <summary>The ASCII letters and digits that a name begins with as one number, six bits each.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> name, out int length)
    {
        var key = 0UL;
        for (length = 0; length < name.Length; length++)
        {
            var letter = (uint)((name[length] | 0x20) - 'a');
            var digit = (uint)(name[length] - '0');
            if (letter < 26)
                key = (key << 6) | (letter + 1);
            else if (digit < 10)
                key = (key << 6) | (digit + 32);
            else
                break;
        }

        return key;
    }

    private static HtmlTag Find(ulong key)
    {
        var table = ByKey;
        for (var slot = SlotOf(key); ; slot = (slot + 1) % Slots)
        {
            ref readonly var entry = ref table[slot];
            if (entry.Key == key || entry.Key == 0)
                return entry.Tag;
        }
    }

    private static (ulong Key, HtmlTag Tag)[] Table()
    {
        var table = new (ulong Key, HtmlTag Tag)[Slots];
        foreach (var tag in Enum.GetValues<HtmlTag>().Where(tag => tag != HtmlTag.Other))
        {
            var key = KeyOf(tag.ToString(), out _);
            var slot = SlotOf(key);
            while (table[slot].Key != 0)
                slot = (slot + 1) % Slots;
            table[slot] = (key, tag);
        }

        return table;
    }

    private static int SlotOf(ulong key) => (int)(key * 0x9E3779B97F4A7C15UL >> 55);

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
