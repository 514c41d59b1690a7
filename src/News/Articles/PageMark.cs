namespace News.Articles;

/// <summary>What an element's name and attributes say of its place on a page.</summary>
[Flags]
internal enum PageMark
{
    None = 0,

    /// <summary>No story by its name, unless most of the page's text stands in it, for then the name means something else.</summary>
    Likely = 1,

    /// <summary>No story by its name, however much text it holds: comments can be longer than the story.</summary>
    Nearly = 2,

    /// <summary>No story by what it is.</summary>
    Certain = 4,

    /// <summary>Not shown, as far as the markup says; a script may show it.</summary>
    Hidden = 8,

    /// <summary>itemprop="articleBody".</summary>
    Body = 16,

    /// <summary>A name in common use for the body of a story: "entry-content", "article__body".</summary>
    NamedBody = 32,

    /// <summary>The main element or role.</summary>
    Main = 64,

    /// <summary>Names an author to machines: rel, itemprop.</summary>
    Author = 128,

    /// <summary>Names an author to readers: class="byline".</summary>
    Byline = 256,

    /// <summary>Says when: the time element, itemprop="datePublished", class="date".</summary>
    Time = 512,

    /// <summary>The publication's time by itemprop or pubdate.</summary>
    Published = 1024,

    /// <summary>The story's headline to machines.</summary>
    Headline = 2048,

    /// <summary>What a story begins with, under its headline: "lead", "standfirst", itemprop="description".</summary>
    Lead = 4096,
}

/// <summary>Reads the marks of an element from its tag, roles, microdata and class names, each attribute once.</summary>
internal static class PageMarks
{
    public static PageMark Of(HtmlTag tag, HtmlAttributes attributes)
    {
        var marks = OfTag(tag);
        if (attributes.IsEmpty || tag.Is(HtmlTraits.Raw))
            return marks;
        var names = PageMark.None;
        var position = 0;
        while (attributes.Read(ref position, out var name, out var value))
        {
            switch (name.Length)
            {
                case 2 when Is(name, "id"):
                    names |= PageNames.Read(value);
                    break;
                case 3 when Is(name, "rel"):
                    marks |= Is(value, "author") ? PageMark.Author : PageMark.None;
                    break;
                case 4 when Is(name, "role"):
                    marks |= OfRole(value);
                    break;
                case 5 when Is(name, "class"):
                    names |= PageNames.Read(value);
                    break;
                case 5 when Is(name, "style"):
                    marks |= HtmlVisibility.Hides(value) ? PageMark.Hidden : PageMark.None;
                    break;
                case 6 when Is(name, "hidden"):
                    marks |= PageMark.Hidden;
                    break;
                case 7 when Is(name, "pubdate"):
                    marks |= PageMark.Time | PageMark.Published;
                    break;
                case 8 when Is(name, "itemprop"):
                    marks |= OfProperty(value);
                    break;
            }
        }

        return marks | Applicable(names, tag, marks);
    }

    private static PageMark OfTag(HtmlTag tag) => tag switch
    {
        HtmlTag.Nav or HtmlTag.Footer or HtmlTag.Figcaption or HtmlTag.Dialog or HtmlTag.Label => PageMark.Certain,
        HtmlTag.Aside or HtmlTag.Header or HtmlTag.Form or HtmlTag.Figure => PageMark.Likely,
        HtmlTag.Main => PageMark.Main,
        HtmlTag.Time => PageMark.Time,
        _ when tag.Is(HtmlTraits.Unseen) => PageMark.Certain,
        _ => PageMark.None,
    };

    /// <summary>What wraps everything carries words about everything: &lt;body class="has-sidebar comments-open"&gt;.</summary>
    private static PageMark Applicable(PageMark names, HtmlTag tag, PageMark marks)
    {
        if (tag is HtmlTag.Html or HtmlTag.Body or HtmlTag.Main or HtmlTag.Article || (marks & PageMark.Body) != PageMark.None)
            names &= ~(PageMark.Likely | PageMark.Nearly);
        if (tag is not (HtmlTag.Div or HtmlTag.Section or HtmlTag.Article or HtmlTag.Main or HtmlTag.Td or HtmlTag.Span))
            names &= ~PageMark.NamedBody;
        if ((marks & PageMark.Body) != PageMark.None)
            names |= PageMark.NamedBody;
        return names;
    }

    private static PageMark OfRole(ReadOnlySpan<char> role) => role.Length switch
    {
        4 when Is(role, "main") => PageMark.Main,
        4 when Is(role, "menu") => PageMark.Certain,
        6 when Is(role, "search") || Is(role, "dialog") => PageMark.Certain,
        7 when Is(role, "menubar") || Is(role, "toolbar") => PageMark.Certain,
        10 when Is(role, "navigation") => PageMark.Certain,
        11 when Is(role, "contentinfo") || Is(role, "alertdialog") => PageMark.Certain,
        13 when Is(role, "complementary") => PageMark.Certain,
        _ => PageMark.None,
    };

    private static PageMark OfProperty(ReadOnlySpan<char> property)
    {
        if (Is(property, "articleBody"))
            return PageMark.Body;
        if (Is(property, "author"))
            return PageMark.Author;
        if (Is(property, "datePublished"))
            return PageMark.Time | PageMark.Published;
        if (Is(property, "headline"))
            return PageMark.Headline;
        return Is(property, "description") ? PageMark.Lead : PageMark.None;
    }

    private static bool Is(ReadOnlySpan<char> text, ReadOnlySpan<char> word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
