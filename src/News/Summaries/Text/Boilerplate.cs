using System.Buffers;
using System.Collections.Immutable;

namespace News.Summaries;

/// <summary>
/// Tells the story from what stands around it on a news page. A paragraph is taken for something else only on plain
/// evidence, by how it begins or by a turn of phrase that no story uses of the world: "an earlier version of this
/// article". Stories about corrections, adverts and cookies stay stories.
/// </summary>
internal static class Boilerplate
{
    private const int ShortLine = 160;
    private const int LongestHeading = 130;

    private static readonly string[] CorrectionStarts =
    [
        "correction:", "corrections:", "correction -", "correction –", "correction —", "correction (", "clarification:",
        "corrected:", "editor's note: an earlier", "editor’s note: an earlier", "this story has been corrected",
        "this article has been corrected", "this story was corrected", "this article was corrected",
        "this story has been updated", "this article has been updated", "this story was updated",
        "this article was updated", "this article was amended", "this story was amended", "this article has been amended",
        "this story has been amended", "this report has been corrected", "this report has been updated",
        "update:", "updated:", "note: an earlier version", "(this story has been", "(this article has been",
        "(this version of the story", "(this version corrects", "this version corrects", "this version of the story",
        "(corrects", "(adds ", "(updates ", "the headline of this", "a previous version of", "an earlier version of",
        "a previous headline", "an earlier headline", "the previous version of this",
    ];

    private static readonly SearchValues<string> CorrectionPhrases = SearchValues.Create(
    [
        "earlier version of this", "previous version of this", "earlier version of the story", "earlier version of the article",
        "a version of this story incorrectly", "we regret the error", "has been updated to reflect", "has been updated to correct",
        "has been updated to clarify", "has been updated to include", "has been updated with", "has been corrected to",
        "was amended on", "was corrected on", "story has been corrected", "article has been corrected",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] NoteStarts =
    [
        "a version of this", "this story was originally", "this article was originally", "this story originally",
        "this article originally", "this story first appeared", "this article first appeared", "this report first",
        "this piece was", "originally published", "first published", "republished with", "all rights reserved", "©",
        "(c) ", "copyright", "editor's note", "editor’s note", "editors' note", "editors’ note", "note to readers",
        "note to editors", "disclaimer", "comments are", "comments policy", "comment policy", "comments on this",
        "please read our", "we moderate", "our comment policy", "the views expressed", "views expressed", "opinions expressed",
        "the opinions expressed", "(reporting by", "reporting by", "additional reporting", "writing by", "editing by",
        "with reporting by", "contributed to this", "this story is developing", "this is a developing story",
        "this is a breaking", "this story will be updated", "this page will be", "more to follow", "more details soon",
        "do you have a tip", "got a tip", "have a tip", "send your", "send us", "tell us", "contact us", "contact the",
        "email us", "write to us", "to contact the", "if you have any", "if you have a", "what do you think", "let us know",
        "have your say", "we use cookies", "by continuing to use", "this site uses cookies", "this website uses",
        "for more information, visit", "translated by", "listen to this", "reading time", "estimated reading", "play audio",
        "last updated", "published on", "posted by", "posted on", "filed under", "tags:", "tagged", "topics:", "permalink",
        "print this", "wikinews provides", "skip to", "jump to", "min read", "the reporter can be reached",
    ];

    private static readonly SearchValues<string> NotePhrases = SearchValues.Create(
    [
        "all rights reserved", "may not be published, broadcast", "contributed to this report", "contributed to this story",
        "contributed reporting", "reserves the right to remove", "is a staff writer", "can be reached at",
        "comments are moderated", "comments are closed", "comments that are", "terms of service", "terms of use",
        "privacy policy", "appeared in print", "appears in print", "this story was first published",
        "this article was first published", "with permission from", "material may not be",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] AdvertStarts =
    [
        "click here", "subscribe", "sign up", "sign in", "log in", "register now", "register for", "advertisement",
        "advert", "sponsored", "promoted", "paid content", "support our", "support independent", "donate", "become a member",
        "join our", "join us", "follow us", "follow our", "follow @", "like us on", "share this", "share on", "share:",
        "share via", "tweet this", "download our", "download the app", "get our", "get the latest", "get unlimited",
        "get breaking", "never miss", "don't miss", "don’t miss", "stay up to date", "stay informed", "want more",
        "want to read more", "enjoying this", "already a subscriber", "start your free", "unlock this", "this article is for subscribers",
        "to continue reading", "continue reading", "keep reading", "buy now", "shop now", "our newsletter", "newsletter:",
        "thank you for reading", "thanks for reading", "email this", "copy link", "help us",
    ];

    private static readonly SearchValues<string> AdvertPhrases = SearchValues.Create(
    [
        "to subscribe", "subscribe to our", "sign up for our", "sign up to our", "our free newsletter", "our daily newsletter",
        "in your inbox", "to your inbox", "follow us on", "download our app", "click here", "subscribe now", "free trial",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] LinkStarts =
    [
        "read more", "read also", "also read", "read:", "read next", "see also", "more on this", "more from", "more:",
        "related", "recommended", "most read", "most popular", "trending", "you may also", "you might also", "up next",
        "what to read", "further reading", "watch:", "watch live", "watch more", "listen:", "in pictures:", "gallery:",
        "explainer:", "live updates:", "follow live", "categories:", "sources:", "source:", "external links", "view more",
        "view comments", "show more", "load more", "next article", "previous article", "back to", "more stories",
    ];

    private static readonly string[] CaptionStarts =
    [
        "photo:", "photo by", "photos by", "photograph:", "photograph by", "image:", "images:", "picture:", "pictured:",
        "video:", "audio:", "file photo", "file image", "file -", "file –", "file —", "file:", "a file photo", "credit:",
        "caption:", "in this photo", "in this image", "in this file", "this photo", "this image", "above:", "left:", "right:",
        "illustration", "map:", "graphic:", "screenshot", "handout", "enlarge this image", "hide caption", "toggle caption",
    ];

    private static readonly SearchValues<string> CaptionPhrases = SearchValues.Create(
    [
        " image: ", " photo: ", " photograph: ", " video: ", " audio: ", " picture: ", " credit: ", "(ap photo", "/ap photo",
        "getty images", "/reuters)", "/afp)", "(afp photo", "file photo)", "photo by ", "/getty", "via ap)", "/epa", "[reuters]",
        "[afp]", "[getty", "[ap photo", "hide caption", "from file,",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives every paragraph its kind.</summary>
    public static void Name(string text, ImmutableArray<Paragraph>.Builder paragraphs)
    {
        var links = false;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var range = paragraphs[i].Range;
            var kind = KindOf(range.Of(text));
            if (IsLinksHeading(range.Of(text))) links = true;
            else if (links && kind == ParagraphKind.Story && range.Length < ShortLine) kind = ParagraphKind.Links;
            paragraphs[i] = paragraphs[i] with { Kind = kind };
        }
    }

    /// <summary>Whether a sentence inside a story is news about the news: "An earlier version of this article …".</summary>
    public static bool IsCorrection(ReadOnlySpan<char> sentence) =>
        BeginsWith(sentence, CorrectionStarts) && !BeginsWith(sentence, ["update:", "an earlier version of", "a previous version of", "(adds ", "(updates "])
        || (sentence.Length < 500 && Has(sentence, CorrectionPhrases));

    /// <summary>Whether a sentence inside a story speaks of the page, not of the world.</summary>
    public static bool IsNote(ReadOnlySpan<char> sentence) =>
        KindOf(sentence) is not (ParagraphKind.Story or ParagraphKind.Heading);

    private static ParagraphKind KindOf(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length < 4) return ParagraphKind.Story;
        var head = paragraph[..Math.Min(paragraph.Length, 700)];
        if (BeginsWith(head, CorrectionStarts) && SaysItIsACorrection(head)) return ParagraphKind.Correction;
        if (paragraph.Length < 700 && Has(head, CorrectionPhrases)) return ParagraphKind.Correction;
        if (paragraph.Length < 500 && BeginsWith(head, NoteStarts)) return ParagraphKind.Note;
        if (paragraph.Length < 700 && Has(head, NotePhrases)) return ParagraphKind.Note;
        if (paragraph.Length < 300 && BeginsWith(head, AdvertStarts) && IsImperative(head)) return ParagraphKind.Advert;
        if (paragraph.Length < 300 && Has(head, AdvertPhrases)) return ParagraphKind.Advert;
        if (paragraph.Length < 300 && BeginsWith(head, LinkStarts)) return ParagraphKind.Links;
        if (paragraph.Length < 500 && (BeginsWith(head, CaptionStarts) || Has(head, CaptionPhrases))) return ParagraphKind.Caption;
        if (IsByline(paragraph)) return ParagraphKind.Byline;
        if (IsDate(paragraph)) return ParagraphKind.Dateline;
        return IsHeading(paragraph) ? ParagraphKind.Heading : ParagraphKind.Story;
    }

    /// <summary>"Update: three more bodies were found" is the story; "Update: this story was changed" is not.</summary>
    private static bool SaysItIsACorrection(ReadOnlySpan<char> head)
    {
        if (BeginsWith(head, ["update", "(adds ", "(updates "]))
            return head.Length < ShortLine || Has(head, ["this story", "this article", "this report", "this post", "this page"]);
        if (BeginsWith(head, ["an earlier version of", "a previous version of", "the headline of this", "a previous headline", "an earlier headline"]))
            return Has(head, ["this story", "this article", "this report", "the story", "the article", "headline", "this post"]);
        return true;
    }

    /// <summary>An advert speaks to the reader; "Subscribers to the service lost …" is a story.</summary>
    private static bool IsImperative(ReadOnlySpan<char> head)
    {
        var end = 0;
        while (end < head.Length && char.IsLetter(head[end])) end++;
        return !head[..end].EndsWith("ers", StringComparison.OrdinalIgnoreCase)
            && !head[..end].Equals("advertisers", StringComparison.OrdinalIgnoreCase)
            && (head.Length < ShortLine || Has(head, [" your", " our", " us", " you", " here"]));
    }

    /// <summary>"By Jane Doe", "By JANE DOE and Ali Hassan, Example Wire", "Jane Doe, jane.doe@example.org".</summary>
    private static bool IsByline(ReadOnlySpan<char> line)
    {
        if (line.Length > ShortLine) return false;
        if (HasMailAddress(line) && CountWords(line) <= 14) return true;
        if (!line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) || CountWords(line) > 14) return false;
        return line.Length > 3 && char.IsUpper(line[3]) && line[^1] is not ('.' or '"' or '”' or '!' or '?') && line.IndexOf(". ") < 0;
    }

    private static bool HasMailAddress(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf('@');
        return at > 0 && at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1])
            && line[(at + 1)..].Contains('.');
    }

    /// <summary>"Friday, July 21, 2017", "2017-07-21 10:00 GMT": a date and nothing else.</summary>
    private static bool IsDate(ReadOnlySpan<char> line)
    {
        if (line.Length > 60) return false;
        var dates = 0;
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                i++;
                continue;
            }

            var from = i;
            while (i < line.Length && char.IsLetterOrDigit(line[i])) i++;
            var word = line[from..i];
            if (!char.IsDigit(word[0]) && !DateWords.Contains(word)) return false;
            dates++;
        }

        return dates >= 2;
    }

    private static readonly WordTable DateWords = new("""
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun
        January February March April May June July August September October November December
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec GMT UTC EST EDT ET PT BST CET AM PM a.m p.m at Updated Published
        """);

    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestHeading || CountWords(line) > 20) return false;
        return line[^1] is not ('.' or '!' or '?' or '"' or '”' or '’' or '\'' or '»' or '…' or ':' or ',' or ';' or '。' or '」' or '؟')
            && !char.IsLower(line[0]) && line[0] is not ('"' or '“' or '«' or '„');
    }

    private static bool IsLinksHeading(ReadOnlySpan<char> line) =>
        line.Length < 20 && (line.TrimEnd(':').Equals("Sources", StringComparison.OrdinalIgnoreCase)
            || line.TrimEnd(':').Equals("Related news", StringComparison.OrdinalIgnoreCase)
            || line.TrimEnd(':').Equals("References", StringComparison.OrdinalIgnoreCase)
            || line.TrimEnd(':').Equals("External links", StringComparison.OrdinalIgnoreCase)
            || line.TrimEnd(':').Equals("Related", StringComparison.OrdinalIgnoreCase));

    private static int CountWords(ReadOnlySpan<char> line)
    {
        var words = 0;
        for (var i = 0; i < line.Length; i++)
            if (!char.IsWhiteSpace(line[i]) && (i == 0 || char.IsWhiteSpace(line[i - 1]))) words++;
        return words;
    }

    private static bool BeginsWith(ReadOnlySpan<char> line, ReadOnlySpan<string> starts)
    {
        line = line.TrimStart("*_[ -–—•▶►>");
        if (line.IsEmpty) return false;
        var first = char.ToLowerInvariant(line[0]);
        foreach (var start in starts)
            if (start[0] == first && line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool Has(ReadOnlySpan<char> line, SearchValues<string> phrases) => line.ContainsAny(phrases);

    private static bool Has(ReadOnlySpan<char> line, ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (line.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
