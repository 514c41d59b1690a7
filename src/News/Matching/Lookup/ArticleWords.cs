using News.Articles;

namespace News.Matching;

/// <summary>What an article is found by where many are kept: the roots of all its words, each once.</summary>
public static class ArticleWords
{
    /// <summary>A word, or words with hyphens between, that may be one: face-to-face.</summary>
    private const int MostJoined = 3;

    /// <summary>Of an article of three hundred words, with its pairs.</summary>
    private const int UsualRoots = 512;

    /// <summary>
    /// The roots of the words of all that the article says, in no order: of headline, texts, source, author and categories.
    /// Of words with hyphens between, those of the parts and of the whole; and of words side by side what they have as a pair.
    /// </summary>
    /// <remarks>Letters, digits and "_" alone, of ASCII: whatever else a word has is beyond ASCII.</remarks>
    public static IReadOnlySet<string> Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var words = new Words { IsTurkish = TurkishForms.Is(article.Language) };
        var found = new HashSet<string>(UsualRoots, StringComparer.Ordinal);
        var roots = new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var field in (IEnumerable<string?>)[article.Title, article.Text, article.FeedText, article.Source, article.Author, .. article.Categories.IsDefault ? [] : article.Categories])
        {
            if (string.IsNullOrEmpty(field))
                continue;
            words.Clear();
            words.Read(field);
            for (var i = 0; i < words.Count; i++)
                AddFrom(i);
        }

        return found;

        // What begins with a word, alone and together with what ended before it.
        void AddFrom(int first)
        {
            var joined = 0;
            for (var last = first; last < words.Count && joined < MostJoined && (joined == 0 || words.All[last].Gap == Gap.Hyphen); last++, joined++)
            {
                var letters = words.FoldedOf(first, last);
                if (letters.IsEmpty)
                    continue;
                var root = RootOf(letters);
                found.Add(root);
                if (first > 0 && words.All[first].Gap != Gap.Break && WordRoot.MayPair(letters))
                    AddPairs(first - 1, root);
            }
        }

        void AddPairs(int last, string second)
        {
            var joined = 0;
            for (var first = last; first >= 0 && joined < MostJoined && (joined == 0 || words.All[first + 1].Gap == Gap.Hyphen); first--, joined++)
            {
                var letters = words.FoldedOf(first, last);
                if (WordRoot.MayPair(letters))
                    found.Add(WordRoot.OfPair(RootOf(letters), second));
            }
        }

        string RootOf(ReadOnlySpan<char> letters)
        {
            if (!roots.TryGetValue(letters, out var root))
                roots[letters] = root = WordRoot.Of(letters);
            return root;
        }
    }
}
