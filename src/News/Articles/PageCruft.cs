using System.Collections.Frozen;

namespace News.Articles;

/// <summary>How surely an element is not a part of the story.</summary>
internal enum Cruft
{
    No,

    /// <summary>By its name; unless most of the page's text stands in it, for then the name means something else.</summary>
    Likely,

    /// <summary>By its name, however much text it holds: comments can be longer than the story.</summary>
    Nearly,

    /// <summary>By what it is.</summary>
    Certain,
}

/// <summary>Tells what stands around a story from its element, role and class: navigation, captions, share bars, comments.</summary>
internal static class PageCruft
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NearlyWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "comment", "comments", "disqus", "respond", "related", "recommended", "recommendations", "recirc", "recirculation",
        "outbrain", "taboola").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LikelyWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ad", "ads", "advert", "adverts", "advertisement", "banner", "bio", "breadcrumb", "breadcrumbs", "byline", "caption",
        "consent", "cookie", "cookies", "copyright", "credit", "credits", "donate", "donation", "footer", "gdpr", "menu",
        "modal", "mostread", "nav", "navbar", "navigation", "newsletter", "newsletters", "pagination", "paywall", "popular",
        "popup", "promo", "promos", "promotion", "share", "sharebar", "sharing", "sidebar", "signup", "social", "sponsor",
        "sponsored", "subscribe", "tags", "taglist", "toolbar", "trending").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Roles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static Cruft Of(HtmlTag tag, HtmlAttributes attributes)
    {
        if (tag.Is(HtmlTraits.Unseen)
            || tag is HtmlTag.Nav or HtmlTag.Footer or HtmlTag.Figcaption or HtmlTag.Dialog or HtmlTag.Label)
            return Cruft.Certain;
        var byTag = tag is HtmlTag.Aside or HtmlTag.Header or HtmlTag.Form or HtmlTag.Figure ? Cruft.Likely : Cruft.No;
        if (attributes.IsEmpty)
            return byTag;
        if (HtmlVisibility.IsHidden(attributes) || Roles.Contains(attributes["role"]))
            return Cruft.Certain;

        // What wraps everything carries words about everything: <body class="has-sidebar comments-open">.
        if (tag is HtmlTag.Html or HtmlTag.Body or HtmlTag.Main or HtmlTag.Article || IsArticleBody(attributes))
            return Cruft.No;
        var byName = (Cruft)Math.Max((int)ByName(attributes["class"]), (int)ByName(attributes["id"]));
        return byName > byTag ? byName : byTag;
    }

    public static bool IsArticleBody(HtmlAttributes attributes) =>
        attributes["itemprop"].Equals("articleBody", StringComparison.OrdinalIgnoreCase);

    /// <summary>Word by word: "share-bar", "shareBar" and "share_bar" are about sharing, "shareholders" is not.</summary>
    private static Cruft ByName(ReadOnlySpan<char> names)
    {
        if (names.Contains("sr-only", StringComparison.OrdinalIgnoreCase)
            || names.Contains("visually-hidden", StringComparison.OrdinalIgnoreCase)
            || names.Contains("screen-reader", StringComparison.OrdinalIgnoreCase))
            return Cruft.Certain;
        var worst = Cruft.No;
        var start = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var ends = i == names.Length || !char.IsAsciiLetter(names[i])
                || (i > start && char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1]));
            if (!ends)
                continue;
            var word = names[start..i];
            if (NearlyWords.Contains(word))
                return Cruft.Nearly;
            if (LikelyWords.Contains(word))
                worst = Cruft.Likely;
            start = i < names.Length && char.IsAsciiLetter(names[i]) ? i : i + 1;
        }

        return worst;
    }
}
