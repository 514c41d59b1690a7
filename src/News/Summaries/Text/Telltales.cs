using System.Collections.Frozen;

namespace News.Summaries;

/// <summary>What a line may be by the words in it; whoever asks decides with its length and the rest.</summary>
[Flags]
internal enum Telltale : byte
{
    None = 0,
    Correction = 1,

    /// <summary>"Update:": a correction where it is short or speaks of the story.</summary>
    Update = 2,

    /// <summary>"An earlier version of": a correction where it goes on "this story".</summary>
    Version = 4,
    Note = 8,
    Advert = 16,
    Links = 32,
    Caption = 64,
}

/// <summary>
/// The words by which lines are known that are no story: how they begin, and turns of phrase within them. English in
/// full, the commonest of other languages. All are looked for at once, by the first letters.
/// </summary>
internal static class Telltales
{
    private const int Key = 3;
    private const int MostSigns = 3;

    private static readonly string[] CorrectionStarts =
    [
        "correction:", "corrections:", "correction -", "correction –", "correction —", "correction (",
        "clarification:", "corrected:", "editor's note: an earlier", "editor’s note: an earlier",
        "this story has been corrected", "this article has been corrected", "this story was corrected",
        "this article was corrected", "this story has been updated", "this article has been updated",
        "this story was updated", "this article was updated", "this article was amended", "this story was amended",
        "this article has been amended", "this story has been amended", "this report has been corrected",
        "this report has been updated", "note: an earlier version", "(this story has been", "(this article has been",
        "(this version of the story", "(this version corrects", "this version corrects", "this version of the story",
        "(corrects", "corrigendum", "erratum", "korrektur:", "berichtigung:", "in einer früheren version",
        "rectificatif", "correction :", "corrección:", "rectificación:", "fe de errata", "errata corrige",
        "correção:", "errata:", "تصحيح:", "اصلاحیه:",
    ];

    private static readonly string[] UpdateStarts =
    [
        "update:", "updated:", "(adds ", "(updates ",
    ];

    private static readonly string[] VersionStarts =
    [
        "the headline of this", "a previous version of", "an earlier version of", "a previous headline",
        "an earlier headline", "the previous version of this",
    ];

    private static readonly string[] NoteStarts =
    [
        "a version of this", "this story was originally", "this article was originally", "this story originally",
        "this article originally", "this story first appeared", "this article first appeared", "this report first",
        "this piece was", "originally published", "first published", "republished with", "all rights reserved",
        "(c) ", "copyright", "editor's note", "editor’s note", "editors' note", "editors’ note", "note to readers",
        "note to editors", "disclaimer", "comments are", "comments policy", "comment policy", "comments on this",
        "please read our", "we moderate", "our comment policy", "the views expressed", "views expressed",
        "opinions expressed", "the opinions expressed", "(reporting by", "reporting by", "additional reporting",
        "writing by", "editing by", "with reporting by", "contributed to this", "this story is developing",
        "this is a developing story", "this is a breaking", "this story will be updated", "this page will be",
        "more to follow", "more details soon", "do you have a tip", "got a tip", "have a tip", "send your",
        "send us", "tell us", "contact us", "contact the", "email us", "write to us", "to contact the",
        "if you have any", "if you have a", "what do you think", "let us know", "have your say", "we use cookies",
        "by continuing to use", "this site uses cookies", "this website uses", "for more information, visit",
        "translated by", "listen to this", "reading time", "estimated reading", "play audio", "last updated",
        "published on", "posted by", "posted on", "filed under", "tags:", "tagged", "topics:", "permalink",
        "print this", "wikinews provides", "skip to", "jump to", "min read", "the reporter can be reached",
        "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
        "todos os direitos reservados", "جميع الحقوق محفوظة", "mit material von", "avec afp", "con información de",
    ];

    private static readonly string[] AdvertStarts =
    [
        "click here", "subscribe", "sign up", "sign in", "log in", "register now", "register for", "advertisement",
        "advert", "sponsored", "promoted", "paid content", "support our", "support independent", "donate",
        "become a member", "join our", "join us", "follow us", "follow our", "follow @", "like us on", "share this",
        "share on", "share:", "share via", "tweet this", "download our", "download the app", "get our",
        "get the latest", "get unlimited", "get breaking", "never miss", "don't miss", "don’t miss",
        "stay up to date", "stay informed", "want more", "want to read more", "enjoying this",
        "already a subscriber", "start your free", "unlock this", "this article is for subscribers",
        "to continue reading", "continue reading", "keep reading", "buy now", "shop now", "our newsletter",
        "newsletter:", "thank you for reading", "thanks for reading", "email this", "copy link", "help us",
        "newsletter abonnieren", "jetzt abonnieren", "melden sie sich", "abonnez-vous", "inscrivez-vous",
        "suscríbete", "suscríbase", "síguenos",
    ];

    private static readonly string[] LinkStarts =
    [
        "read more", "read also", "also read", "read:", "read next", "see also", "more on this", "more from",
        "more:", "related", "recommended", "most read", "most popular", "trending", "you may also", "you might also",
        "up next", "what to read", "further reading", "watch:", "watch live", "watch more", "listen:",
        "in pictures:", "gallery:", "explainer:", "live updates:", "follow live", "categories:", "sources:",
        "source:", "external links", "view more", "view comments", "show more", "load more", "next article",
        "previous article", "back to", "more stories", "lesen sie auch", "lesen sie hier", "mehr zum thema",
        "mehr dazu", "lire aussi", "à lire aussi", "à lire :", "lea también", "lee también", "lea además",
        "te puede interesar", "también te puede", "más sobre", "leia também", "leggi anche", "اقرأ أيضا",
        "اقرأ أيضاً", "إقرأ أيضا", "اقرأ المزيد", "طالع أيضا", "بیشتر بخوانید", "همچنین بخوانید", "читайте также",
        "читайте ещё", "ayrıca okuyun", "ilgili haber",
    ];

    private static readonly string[] CaptionStarts =
    [
        "photo:", "photo by", "photos by", "photograph:", "photograph by", "image:", "images:", "picture:",
        "pictured:", "video:", "audio:", "file photo", "file image", "file -", "file –", "file —", "file:",
        "a file photo", "credit:", "caption:", "in this photo", "in this image", "in this file", "this photo",
        "this image", "above:", "left:", "right:", "illustration", "map:", "graphic:", "screenshot", "handout",
        "enlarge this image", "hide caption", "toggle caption", "foto:", "fotos:", "bild:", "bildrechte",
        "crédit photo", "crédits photo", "photo :", "imagen:", "imagem:", "archivbild", "foto de archivo",
    ];

    private static readonly string[] CorrectionPhrases =
    [
        "earlier version of this", "previous version of this", "earlier version of the story",
        "earlier version of the article", "a version of this story incorrectly", "we regret the error",
        "has been updated to reflect", "has been updated to correct", "has been updated to clarify",
        "has been updated to include", "has been updated with", "has been corrected to", "was amended on",
        "was corrected on", "story has been corrected", "article has been corrected",
    ];

    private static readonly string[] NotePhrases =
    [
        "all rights reserved", "may not be published, broadcast", "contributed to this report",
        "contributed to this story", "contributed reporting", "reserves the right to remove", "is a staff writer",
        "can be reached at", "comments are moderated", "comments are closed", "comments that are",
        "terms of service", "terms of use", "privacy policy", "appeared in print", "appears in print",
        "this story was first published", "this article was first published", "with permission from",
        "material may not be",
    ];

    private static readonly string[] AdvertPhrases =
    [
        "to subscribe", "subscribe to our", "sign up for our", "sign up to our", "our free newsletter",
        "our daily newsletter", "in your inbox", "to your inbox", "follow us on", "download our app", "click here",
        "subscribe now", "free trial",
    ];

    private static readonly string[] CaptionPhrases =
    [
        " image: ", " photo: ", " photograph: ", " video: ", " audio: ", " picture: ", " credit: ", "(ap photo",
        "/ap photo", "getty images", "/reuters)", "/afp)", "(afp photo", "file photo)", "photo by ", "/getty",
        "via ap)", "/epa", "[reuters]", "[afp]", "[getty", "[ap photo", "hide caption", "from file,",
    ];

    private static readonly FrozenDictionary<ulong, (string Words, Telltale Tale)[]> Starts = Table(
        (CorrectionStarts, Telltale.Correction), (UpdateStarts, Telltale.Update), (VersionStarts, Telltale.Version),
        (NoteStarts, Telltale.Note), (AdvertStarts, Telltale.Advert), (LinkStarts, Telltale.Links),
        (CaptionStarts, Telltale.Caption));

    private static readonly FrozenDictionary<ulong, (string Words, Telltale Tale)[]> Phrases = Table(
        (CorrectionPhrases, Telltale.Correction), (NotePhrases, Telltale.Note), (AdvertPhrases, Telltale.Advert),
        (CaptionPhrases, Telltale.Caption));

    private static FrozenDictionary<ulong, (string Words, Telltale Tale)[]> Table(params (string[] Words, Telltale Tale)[] groups) =>
        groups
            .SelectMany(group => group.Words.Select(words => (words, group.Tale)))
            .GroupBy(entry => KeyOf(entry.words.AsSpan(Lead(entry.words))))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>What the line's beginning says; a bullet or an asterisk before it is stepped over.</summary>
    public static Telltale AtStart(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("*_[ -–—•▶►>");
        if (line.IsEmpty) return Telltale.None;
        return line[0] == '©' ? Telltale.Note : At(line, Lead(line), Starts, atStart: true);
    }

    /// <summary>What stands within the line: at each word it is asked whether a turn of phrase begins there.</summary>
    public static Telltale Within(ReadOnlySpan<char> line)
    {
        var told = Telltale.None;
        for (var i = 0; i + Key <= line.Length; i++)
            if (char.IsAsciiLetter(line[i]) && (i == 0 || !char.IsAsciiLetter(line[i - 1]))) told |= At(line, i, Phrases);
        return told;
    }

    private static Telltale At(ReadOnlySpan<char> line, int at, FrozenDictionary<ulong, (string Words, Telltale Tale)[]> table, bool atStart = false)
    {
        if (at + Key > line.Length || !table.TryGetValue(KeyOf(line[at..]), out var entries)) return Telltale.None;
        var told = Telltale.None;
        foreach (var (words, tale) in entries)
        {
            var from = at - Lead(words);
            if (from >= 0 && (!atStart || from == 0) && line[from..].StartsWith(words, StringComparison.OrdinalIgnoreCase)) told |= tale;
        }

        return told;
    }

    /// <summary>How many signs stand before the first letter: " image:", "(ap photo".</summary>
    private static int Lead(ReadOnlySpan<char> words)
    {
        var lead = 0;
        while (lead < words.Length && lead < MostSigns && !char.IsLetter(words[lead])) lead++;
        return lead;
    }

    /// <summary>The first letters, small, as one number.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> line)
    {
        var key = 0UL;
        foreach (var c in line[..Key]) key = (key << 16) | char.ToLowerInvariant(c);
        return key;
    }
}
