using System.Buffers;

namespace News.Articles;

/// <summary>
/// What pages say to their readers between and behind the paragraphs of a story, in the languages of much news: the
/// headings of links to other stories, and pleas to subscribe, to follow and to share.
/// </summary>
internal static class PagePhrases
{
    private const int MaxLabel = 60;
    private const int MaxCredit = 160;
    private const int MaxPlea = 500;

    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("“”\"„«»");

    // "Related: a ferry sinks" is a label with what it stands over, "Related crimes" is a heading. With an ellipsis a label
    // may go on in any way: "Read more about ferries".
    private static readonly string[] LinkLabels =
    [
        // English
        "related", "related articles", "related content", "related links", "related news", "related posts", "related stories",
        "related topics", "read more…", "read also…", "also read…", "read next…", "read", "more on this…", "more on this topic", "more from…",
        "more stories", "more news", "see also…", "you may also…", "you might also…", "you may like…", "recommended", "recommended for you",
        "most read", "most popular", "trending", "trending now", "don't miss", "don’t miss", "up next", "further reading", "latest news",
        "top stories", "what to read next", "in other news", "tagged…", "tags", "topics", "filed under…", "like this", "share this…",
        "share on…", "share",

        // German
        "mehr zum thema…", "mehr dazu", "mehr zu diesem…", "lesen sie auch…", "lies auch…", "auch interessant", "das könnte dich auch…",
        "das könnte sie auch…", "das könnte ihnen auch…", "das thema könnte…", "ähnliche beiträge…", "ähnliche artikel…", "weitere artikel…",
        "weitere beiträge…", "weitere informationen", "weitere infos", "weiterlesen", "zum thema", "schon gelesen", "schlagworte",
        "schlagwörter", "teilen", "links zum thema", "meistgelesen",

        // French
        "à lire aussi…", "lire aussi…", "a lire aussi…", "à lire", "lire la suite…", "voir aussi…", "sur le même sujet", "à découvrir",
        "articles similaires", "articles liés", "vous aimerez aussi…", "partager",

        // Spanish, Portuguese, Italian
        "también te puede interesar", "te puede interesar", "le puede interesar", "lea también…", "lee también…", "leer más…",
        "noticias relacionadas", "artículos relacionados", "te recomendamos", "relacionados", "compartir", "etiquetas",
        "leia também…", "leia mais…", "veja também…", "saiba mais", "notícias relacionadas", "leggi anche…", "potrebbe interessarti",
        "potrebbe interessarti anche", "articoli correlati", "condividi",

        // Dutch, Polish, Russian, Turkish, Arabic, Persian
        "lees ook…", "lees meer…", "meer over…", "czytaj też…", "czytaj także…", "zobacz także…", "czytaj więcej…", "читайте также…",
        "по теме", "ilgili haberler", "اقرأ أيضا…", "اقرأ أيضًا…", "اقرأ ايضا…", "مواضيع ذات صلة", "بیشتر بخوانید…", "مطالب مرتبط",
    ];

    private static readonly string[] CreditStarts =
    [
        "photo:", "photos:", "photo by", "photograph by", "photograph:", "photo credit", "image:", "image credit", "picture:", "foto:", "fotos:",
        "titelbild:", "bildquelle:", "crédit photo", "crédits photo", "photo ©", "imagen:", "imagem:",
    ];

    private static readonly string[] PleaStarts =
    [
        "join our", "join us", "download our", "download the", "get our", "get the latest", "sign up", "subscribe", "follow us", "follow @",
        "like us", "have a tip", "got a tip", "become a member", "click here",
    ];

    private static readonly SearchValues<string> Pleas = SearchValues.Create(
    [
        "all rights reserved", "sign up for our", "sign up to our", "sign up for the", "subscribe to our", "subscribe now",
        "our newsletter", "follow us on", "follow him on", "follow her on", "follow them on", "on twitter @", "click here to subscribe",
        "in your inbox", "to your inbox", "news tip", "alle rechte vorbehalten", "newsletter abonnieren", "newsletter anmelden",
        "unseren newsletter", "unserem newsletter", "tous droits réservés", "notre newsletter", "abonnez-vous",
        "todos los derechos reservados", "suscríbete", "suscríbase", "todos os direitos reservados", "tutti i diritti riservati",
        "iscriviti alla", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "все права защищены", "подпишитесь",
        "подписывайтесь", "جميع الحقوق محفوظة",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Names who took a picture, or stands under one: "Photo: Jane Doe", "© Example".</summary>
    public static bool IsCredit(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxCredit)
            return false;
        foreach (var start in CreditStarts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return text.Contains('©');
    }

    /// <summary>Stands over links to other stories, or over buttons: "You may also like".</summary>
    public static bool IsLabel(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLabel || text[^1] == '.')
            return false;
        foreach (var entry in LinkLabels)
        {
            var goesOn = entry[^1] == '…';
            var label = goesOn ? entry.AsSpan(0, entry.Length - 1) : entry;
            if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = text[label.Length..];
            if (rest.TrimEnd(" :!?…").IsEmpty || rest.TrimStart()[0] == ':' || (goesOn && !char.IsLetter(rest[0])))
                return true;
        }

        return false;
    }

    /// <summary>Asks the reader for something, or speaks of rights; words in quotation marks are somebody's.</summary>
    public static bool IsPlea(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxPlea || text.ContainsAny(QuotationMarks))
            return false;
        foreach (var start in PleaStarts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return text.ContainsAny(Pleas);
    }
}
