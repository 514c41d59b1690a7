using System.Collections.Immutable;

namespace News.Articles;

/// <summary>Tells a feed's teaser from a whole article.</summary>
public static class Teaser
{
    // The last words of a text that is cut off are no longer than this: "Continue reading “A headline” at Example Wire".
    private const int MaxEnding = 200;

    /// <summary>What the link behind a teaser is called, folded as <see cref="FoldedTitle"/> does; in the languages that the bot reads.</summary>
    private static readonly ImmutableArray<string> Endings =
    [
        "read more", "continue reading", "read the full story", "read the full article", "read the rest", "keep reading", "full story",
        "weiterlesen", "mehr lesen", "lire la suite", "lire plus", "leer mas", "seguir leyendo", "leia mais", "continua a leggere", "lees verder",
        "devamini oku", "devami", "читать далее", "читати далі", .. Folded("اقرأ المزيد", "إقرأ المزيد", "للمزيد", "ادامه مطلب", "بیشتر بخوانید"),
    ];

    /// <summary>How a paragraph begins that only leads on: "Continue reading A headline".</summary>
    private static readonly ImmutableArray<string> Beginnings = ["continue reading ", "read the full story ", "read the full article "];

    /// <summary>
    /// Whether a feed's text is but the beginning of its article, or may be: it is short, or it ends in an ellipsis or
    /// "read more". "Read more: Another story" at its end is a link beside a whole article.
    /// </summary>
    /// <param name="shorterThan">In UTF-16 code units.</param>
    public static bool Is(string text, int shorterThan)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length < shorterThan || EndsInEllipsis(text) || LeadsOn(text);
    }

    private static bool EndsInEllipsis(string text)
    {
        var end = text.AsSpan().TrimEnd(" \n])}>»›→");
        return end.EndsWith("…") || end.EndsWith("...");
    }

    private static bool LeadsOn(string text)
    {
        var start = Math.Max(text.LastIndexOf('\n') + 1, text.Length - MaxEnding);
        var last = FoldedTitle.Of(text[start..]);
        foreach (var ending in Endings)
        {
            if (last.EndsWith(ending, StringComparison.Ordinal) && (last.Length == ending.Length || last[^(ending.Length + 1)] == ' '))
                return true;
        }

        foreach (var beginning in Beginnings)
        {
            if (last.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Folded(params IEnumerable<string> words) => words.Select(FoldedTitle.Of);
}
