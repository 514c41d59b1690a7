using News.Matching;

namespace News.Articles;

/// <summary>What an article's page comes to, beside the teaser that its feed has.</summary>
public abstract record FullerText
{
    // Measured on the pages of two public sets of web pages, news and other: of 69 with a description, 2 have fewer than half of
    // the longer words of title and description in their text; of 668 pairs with another page's text, 1 has as many.
    private const int LeastLetters = 5;
    private const int StemLetters = 6;

    // Where fewer words are as long (Korean, a headline of acronyms), shorter ones count.
    private const int FewWords = 3;
    private const int LeastLettersOfFew = 2;

    private FullerText()
    {
    }

    /// <summary>The page has the whole of it.</summary>
    /// <param name="Article">With the page's text, and the feed's in <see cref="Article.FeedText"/>; author and language where the feed names none.</param>
    public sealed record Found(Article Article) : FullerText;

    /// <summary>The page is the article's and says no more than the feed.</summary>
    public sealed record SaysNoMore : FullerText;

    /// <summary>What came is something else: a front page, a log-in, a cookie wall, "not found".</summary>
    /// <param name="Reason">A clause.</param>
    public sealed record NotTheArticle(string Reason) : FullerText;

    /// <summary>
    /// Holds a page against the article whose link led to it. The page's text takes the place of the feed's only where it is
    /// longer and tells the same: half of the longer words of headline and teaser stand in it. Where the link led to another address,
    /// the page's title has to be about the headline, too; a front page or a section that lists the article is not the article.
    /// In time linear in the page's length.
    /// </summary>
    /// <param name="asked">The article's link.</param>
    /// <param name="answered">The address that answered, after redirects.</param>
    public static FullerText Of(Article article, WebPage page, Uri asked, Uri answered)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(page);
        var (from, to) = (CanonicalLink.Of(asked.AbsoluteUri) ?? "", CanonicalLink.Of(answered.AbsoluteUri) ?? "");
        if (from != to && IsFrontPage(to) && !IsFrontPage(from))
            return new NotTheArticle("the link leads to the site's front page");
        if (from.StartsWith(to + "/", StringComparison.Ordinal))
            return new NotTheArticle("the link leads to a page above the article");

        var text = StoryText.WithoutHeadline(page.Text, article.Title);
        if (text.Length == 0)
            return new NotTheArticle("the page has no text that could be read");
        var told = $"{article.Title} {article.Text}";
        var isLonger = text.Length > article.Text.Length;
        if (!(isLonger ? Tells(text, told) : Tells(told, text)) || (from != to && !Tells(page.Title ?? "", article.Title)))
            return new NotTheArticle("the page that came tells something else");
        return !isLonger
            ? new SaysNoMore()
            : new Found(article with
            {
                Text = text,
                FeedText = article.Text,
                Author = article.Author ?? page.Byline,
                Language = article.Language ?? page.Language,
            });
    }

    private static bool IsFrontPage(string canonical) => canonical.Length > 0 && canonical.AsSpan("https://".Length).IndexOfAny('/', '?') < 0;

    /// <summary>Whether a text tells what some words tell: half of them stand in it.</summary>
    private static bool Tells(string text, string words)
    {
        var asked = Stems(words, LeastLetters);
        var least = asked.Count < FewWords ? LeastLettersOfFew : LeastLetters;
        asked = Stems(words, least);
        var shared = asked.Count(Stems(text, least).Contains);
        return shared > 0 && shared * 2 >= asked.Count;
    }

    /// <summary>
    /// What a text's words begin with, without the short ones that every text has: the first six letters of those of so many
    /// and more, so that "strike" and "strikes" are one. Where no spaces part the words, every two letters side by side.
    /// </summary>
    private static HashSet<string> Stems(string text, int leastLetters)
    {
        var stems = new HashSet<string>();
        var folded = LetterFolding.Of(text);
        for (var start = 0; start < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[start]))
            {
                start++;
            }
            else if (IsUnspaced(folded[start]))
            {
                if (start + 1 < folded.Length && IsUnspaced(folded[start + 1]))
                    stems.Add(folded.Substring(start, 2));
                start++;
            }
            else
            {
                var end = start + 1;
                while (end < folded.Length && char.IsLetterOrDigit(folded[end]) && !IsUnspaced(folded[end]))
                    end++;
                if (end - start >= leastLetters)
                    stems.Add(folded.Substring(start, Math.Min(StemLetters, end - start)));
                start = end;
            }
        }

        return stems;
    }

    private static bool IsUnspaced(char letter) => Letters.Kind[letter] == Letter.Single;
}
