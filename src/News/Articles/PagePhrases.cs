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

    private static readonly string[] LinkLabels =
    [
        // English
        "related", "read more", "read also", "also read", "read next", "read:", "more on this", "more from", "more stories",
        "more news", "see also", "you may also like", "you might also like", "you may like", "recommended", "most read",
        "most popular", "trending", "don't miss", "don’t miss", "up next", "further reading", "latest news", "top stories",
        "what to read next", "in other news", "tagged", "tags:", "tags", "topics", "filed under", "like this:", "share this",
        "share on", "share:",

        // German
        "mehr zum thema", "mehr dazu", "mehr zu", "lesen sie auch", "lies auch", "auch interessant", "das könnte", "das thema könnte",
        "ähnliche beiträge", "ähnliche artikel", "weitere artikel", "weitere beiträge", "weitere informationen", "weitere infos",
        "weiterlesen", "zum thema", "schon gelesen", "schlagworte", "schlagwörter", "teilen", "links zum thema", "meistgelesen",

        // French
        "à lire aussi", "lire aussi", "a lire aussi", "à lire", "lire la suite", "voir aussi", "sur le même sujet", "à découvrir",
        "articles similaires", "articles liés", "vous aimerez aussi", "partager",

        // Spanish, Portuguese, Italian
        "también te puede interesar", "te puede interesar", "le puede interesar", "lea también", "lee también", "leer más",
        "noticias relacionadas", "artículos relacionados", "te recomendamos", "relacionados", "compartir", "etiquetas",
        "leia também", "leia mais", "veja também", "saiba mais", "notícias relacionadas", "leggi anche", "potrebbe interessarti",
        "potrebbe interessarti anche", "articoli correlati", "condividi",

        // Dutch, Polish, Russian, Turkish, Arabic, Persian
        "lees ook", "lees meer", "meer over", "czytaj też", "czytaj także", "zobacz także", "czytaj więcej", "читайте также",
        "по теме", "ilgili haberler", "اقرأ أيضا", "اقرأ أيضًا", "اقرأ ايضا", "مواضيع ذات صلة", "بیشتر بخوانید", "مطالب مرتبط",
    ];

    private static readonly string[] CreditStarts =
    [
        "photo:", "photos:", "photo by", "photograph by", "photograph:", "photo credit", "image:", "image credit", "picture:", "foto:", "fotos:",
        "bild:", "titelbild:", "crédit photo", "crédits photo", "photo ©", "imagen:", "imagem:",
    ];

    private static readonly SearchValues<string> Pleas = SearchValues.Create(
    [
        "all rights reserved", "sign up for our", "sign up to our", "sign up for the", "subscribe to our", "subscribe now",
        "our newsletter", "follow us on", "follow him on", "follow her on", "follow them on", "on twitter @", "click here to subscribe",
        "in your inbox", "to your inbox", "join our ", "download our app", "our app", "have a tip", "news tip",
        "become a member", "alle rechte vorbehalten", "newsletter abonnieren", "newsletter anmelden", "unseren newsletter",
        "unserem newsletter", "tous droits réservés", "notre newsletter", "abonnez-vous", "todos los derechos reservados",
        "suscríbete", "suscríbase", "todos os direitos reservados", "tutti i diritti riservati", "iscriviti alla", "alle rechten voorbehouden",
        "wszelkie prawa zastrzeżone", "все права защищены", "подпишитесь", "подписывайтесь", "جميع الحقوق محفوظة",
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
        foreach (var label in LinkLabels)
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (text.Length == label.Length || !char.IsLetter(text[label.Length])))
                return true;
        }

        return false;
    }

    /// <summary>Asks the reader for something, or speaks of rights.</summary>
    public static bool IsPlea(ReadOnlySpan<char> text) => text.Length <= MaxPlea && text.ContainsAny(Pleas);
}
