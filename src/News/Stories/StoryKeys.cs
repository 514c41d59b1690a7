using System.Collections.Immutable;
using News.Articles;

namespace News.Stories;

/// <summary>The keys under which two articles may be found to tell one story; <see cref="StoryJoin"/> decides.</summary>
public static class StoryKeys
{
    internal const string LinkPrefix = "link:";
    internal const string TitlePrefix = "title:";

    /// <summary>
    /// <c>link:</c> with the canonical link, unless it is only a site's front page, then <c>title:</c> with the
    /// title's words folded (case, accents, punctuation, the publisher's name at its end), where it has at least
    /// three. No key, one or two, the strongest first.
    /// </summary>
    public static ImmutableArray<string> Of(Article article)
    {
        var keys = ImmutableArray.CreateBuilder<string>(2);
        if (OfLink(article) is { } link)
            keys.Add(link);
        if (OfTitle(FoldedTitle.Of(article.Title, article.Source)) is { } title)
            keys.Add(title);
        return keys.ToImmutable();
    }

    internal static string? OfLink(Article article) =>
        article.CanonicalLink is not null && CanonicalLink.OfItem(article.Link) is { } link ? LinkPrefix + link : null;

    internal static string? OfTitle(string folded) => FoldedTitle.SaysEnough(folded) ? TitlePrefix + folded : null;
}
