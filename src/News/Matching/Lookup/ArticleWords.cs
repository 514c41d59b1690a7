using News.Articles;

namespace News.Matching;

/// <summary>What an article is found by where many are kept: the roots of all its words, each once.</summary>
public static class ArticleWords
{
    /// <summary>
    /// The roots of the words of all that the article says, in no order: of headline, texts, source, author and categories.
    /// Of words with hyphens between, those of the parts and of the whole.
    /// </summary>
    /// <remarks>Letters, digits and "_" alone, of ASCII: whatever else a word has is beyond ASCII.</remarks>
    public static IReadOnlySet<string> Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var words = new Words { IsTurkish = TurkishForms.Is(article.Language) };
        foreach (var field in (IEnumerable<string?>)[article.Title, article.Text, article.FeedText, article.Source, article.Author, .. article.Categories.IsDefault ? [] : article.Categories])
        {
            if (!string.IsNullOrEmpty(field))
                words.Read(field);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        var roots = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            Add(i, i);
            if (words.All[i].Gap != Gap.Hyphen || i == 0)
                continue;
            Add(i - 1, i);
            if (words.All[i - 1].Gap == Gap.Hyphen && i > 1)
                Add(i - 2, i);
        }

        return roots;

        void Add(int from, int last)
        {
            var letters = words.FoldedOf(from, last);
            if (!letters.IsEmpty && known.Add(letters))
                roots.Add(WordRoot.Of(letters));
        }
    }
}
