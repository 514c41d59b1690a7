using System.Collections.Frozen;

namespace News.Articles;

/// <summary>
/// What class names and ids say, word by word: "share-bar", "shareBar" and "share_bar" are about sharing, "shareholders"
/// is not. The words are those in common use by publishing software.
/// </summary>
internal static class PageNames
{
    // Nothing longer is a word of the table; "recommendations" is the longest.
    private const int MaxWord = 15;

    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Words = Table();

    /// <summary>What follows from a word, alone or behind the one before it.</summary>
    [Flags]
    private enum Word
    {
        None = 0,
        Likely = 1,
        Nearly = 2,
        Byline = 4,
        Time = 8,
        Lead = 16,

        /// <summary>"article" in "article-body".</summary>
        Story = 32,

        /// <summary>"body" in "article-body".</summary>
        Part = 64,

        /// <summary>Likely, but for an <see cref="Embed"/>.</summary>
        Social = 512,

        /// <summary>Likely, but where a <see cref="Builder"/> calls everything so.</summary>
        Widget = 1024,

        /// <summary>Software that makes whole pages of widgets.</summary>
        Builder = 2048,

        /// <summary>A post that is shown within the story: "social-media-embed" is no share bar.</summary>
        Embed = 128,

        /// <summary>"screen" in "screen-reader-text", "sr" in "sr-only": what only machines read aloud.</summary>
        Unseen = 256,
    }

    /// <summary>The marks of a class or id attribute's value.</summary>
    public static PageMark Read(ReadOnlySpan<char> names)
    {
        var all = Word.None;
        var marks = PageMark.None;
        var before = Word.None;
        var start = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var isLetter = i < names.Length && char.IsAsciiLetter(names[i]);
            if (isLetter && !(i > start && char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1])))
                continue;
            if (i > start)
            {
                var word = i - start <= MaxWord && Words.TryGetValue(names[start..i], out var known) ? known : Word.None;
                if ((word & Word.Part) != Word.None && (before & Word.Story) != Word.None)
                    marks |= PageMark.NamedBody;
                if ((word & Word.Unseen) != Word.None && (before & Word.Unseen) != Word.None)
                    marks |= PageMark.Certain;
                all |= word;
                before = word;
            }

            if (i < names.Length && HtmlScanner.IsWhiteSpace(names[i]))
                before = Word.None;
            start = isLetter ? i : i + 1;
        }

        if ((all & (Word.Social | Word.Embed)) == Word.Social || (all & (Word.Widget | Word.Builder)) == Word.Widget)
            all |= Word.Likely;
        return marks
            | ((all & Word.Likely) != Word.None ? PageMark.Likely : PageMark.None)
            | ((all & Word.Nearly) != Word.None ? PageMark.Nearly : PageMark.None)
            | ((all & Word.Byline) != Word.None ? PageMark.Byline : PageMark.None)
            | ((all & Word.Time) != Word.None ? PageMark.Time : PageMark.None)
            | ((all & Word.Lead) != Word.None ? PageMark.Lead : PageMark.None);
    }

    private static FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Table()
    {
        var table = new Dictionary<string, Word>(StringComparer.OrdinalIgnoreCase);
        Add(Word.Nearly, "comment comments disqus respond related recommended recommendations recirc recirculation outbrain taboola footer");
        Add(
            Word.Likely,
            """
            ad ads advert adverts advertisement banner bio breadcrumb breadcrumbs byline caption consent cookie cookies copyright
            credit credits donate donation gdpr menu modal mostread nav navbar navigation newsletter newsletters pagination
            paywall popular popup promo promos promotion share sharebar sharing sidebar signup sponsor sponsored subscribe
            tags taglist toolbar trending cta author factbox images gallery download metadata overlay teasers
            """);
        Add(Word.Social, "social");
        Add(Word.Widget, "widget widgets");
        Add(Word.Builder, "elementor builder panel");
        Add(Word.Byline, "byline author authors");
        Add(Word.Time, "date dateline datetime published time timestamp");
        Add(Word.Lead, """
            lead lede teaser intro introduction excerpt vorspann anleser chapo chapeau bajada entradilla ingress
            """);
        Add(Word.Story, "article story post entry news blog hentry");
        Add(Word.Part, "body content text copy");
        Add(Word.Embed, "embed tweet");
        Add(Word.Unseen, "sr only visually hidden screen reader");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(Word kind, string words)
        {
            foreach (var word in WordTable.Words(words))
                table[word] = table.GetValueOrDefault(word) | kind;
        }
    }
}
