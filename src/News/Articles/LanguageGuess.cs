using System.Buffers;

namespace News.Articles;

/// <summary>Tells the language of a text: by its script, then by letters and frequent small words. Null rather than wrong.</summary>
/// <remarks>
/// Small words beat letter statistics in texts of a sentence or more, need a table that people can read, and tell how
/// sure they are (Grefenstette, "Comparing two language identification schemes", JADT 1995; the other scheme is that
/// of Cavnar and Trenkle, "N-gram-based text categorization", 1994).
/// </remarks>
internal static class LanguageGuess
{
    /// <summary>Of a longer text no more letters are read.</summary>
    private const int MostLetters = 2_000;

    /// <summary>Words of a longer text that are kept, at most.</summary>
    private const int MostClues = 512;

    /// <summary>A script that fewer of the letters are of is not the text's.</summary>
    private const double ShareOfScript = 0.6;

    /// <summary>A character of these says about as much as so many letters.</summary>
    private const int WeightOfHan = 3, WeightOfHangul = 2;

    private static readonly SearchValues<char> Chinese =
        SearchValues.Create("这這们們为為说說了吗嗎么麼你您她沒没於给給让讓对對发發东车时过个经經门开关關问间军战戰伤导弹总總统举舉將后與國來會學體联聯黨应應當实實两兩區聲點压壓处處號湾灣臺广廣变變亚亞单單严嚴汉语称讯报议员产业务动劳场电视网级结约线组织维罗讲证请调负责财贸费资质边达运还进远连钱铁银错长队际陆险难韩项领题额风飞");

    private static readonly SearchValues<char> Japanese = SearchValues.Create("発対込働駅気戦撃県歳円総選図鉄択訳");

    /// <summary>The language of a text as a tag in small letters (<c>ar</c>, <c>en</c>, <c>zh</c>); null where it can't be told.</summary>
    public static string? OfText(ReadOnlySpan<char> text) => OfText(text, default);

    /// <summary>
    /// The language tag of an article: its feed's, unless its words are in a language that is clearly another, as in
    /// the feeds that call everything en-us. Null where the feed says none, or one of another script, and the text doesn't tell.
    /// </summary>
    public static string? Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var said = string.IsNullOrWhiteSpace(article.Language) ? null : article.Language;
        var guessed = OfText(article.Title, article.Text);
        if (said is null)
            return guessed;
        if (!LanguageTags.MayBeWrittenIn(said, SystemOf(article.Title, article.Text)))
            return guessed;
        return guessed is null || LanguageTags.AreAlike(said, guessed) || !IsEnoughAgainst(said, article) ? said : guessed;
    }

    /// <summary>English is what a feed's generator says unasked; any other language somebody chose, and a headline alone doesn't overrule it.</summary>
    private static bool IsEnoughAgainst(string said, Article article)
    {
        const int MoreThanAHeadline = 120;
        return LanguageTags.AreAlike(said, "en") || article.Title.Length + article.Text.Length >= MoreThanAHeadline;
    }

    private static string? OfText(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        Span<int> letters = stackalloc int[WritingSystems.Count];
        var system = SystemOf(title, text, letters);
        if (system is WritingSystem.Han or WritingSystem.Kana)
            return OfCharacters(title, text, letters);
        if (LanguageTags.OnlyOneOf(system) is { } only)
            return only;
        if (LanguageClues.Of(system) is not { } clues)
            return null;
        return OfWords(title, text, system, clues) ?? (system == WritingSystem.Hebrew ? "he" : null);
    }

    private static WritingSystem SystemOf(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        Span<int> letters = stackalloc int[WritingSystems.Count];
        return SystemOf(title, text, letters);
    }

    /// <summary>The script of most letters; none where no script has most of them.</summary>
    private static WritingSystem SystemOf(ReadOnlySpan<char> title, ReadOnlySpan<char> text, Span<int> letters)
    {
        letters.Clear();
        var read = Count(title, MostLetters, letters);
        Count(text, MostLetters - read, letters);
        var (most, sum, japanese) = (WritingSystem.None, 0, letters[(int)WritingSystem.Kana] + letters[(int)WritingSystem.Han]);
        for (var system = WritingSystem.Latin; system <= WritingSystem.Han; system++)
        {
            sum += Weighted(system, letters);
            if (Weighted(system, letters) > Weighted(most, letters))
                most = system;
        }

        var share = most is WritingSystem.Han or WritingSystem.Kana ? japanese * WeightOfHan : Weighted(most, letters);
        return share >= ShareOfScript * sum ? most : WritingSystem.None;
    }

    private static int Weighted(WritingSystem system, ReadOnlySpan<int> letters) => letters[(int)system] * system switch
    {
        WritingSystem.None => 0,
        WritingSystem.Han or WritingSystem.Kana => WeightOfHan,
        WritingSystem.Hangul => WeightOfHangul,
        _ => 1,
    };

    private static int Count(ReadOnlySpan<char> text, int most, Span<int> letters)
    {
        var read = 0;
        foreach (var c in text)
        {
            var system = WritingSystems.Of(c);
            if (system == WritingSystem.None)
                continue;
            if (read++ == most)
                break;
            letters[(int)system]++;
        }

        return read;
    }

    /// <summary>
    /// Japanese has kana, Chinese none. A headline without kana may be either: then characters decide that are simplified
    /// in one of the two only, or small words of Chinese; and a longer text without any kana is no Japanese.
    /// </summary>
    private static string? OfCharacters(ReadOnlySpan<char> title, ReadOnlySpan<char> text, ReadOnlySpan<int> letters)
    {
        const int TooLongForNoKana = 30;
        var (kana, han) = (letters[(int)WritingSystem.Kana], letters[(int)WritingSystem.Han]);
        if (kana * 20 >= han)
            return "ja";
        var (chinese, japanese) = (CountAny(title, Chinese) + CountAny(text, Chinese), CountAny(title, Japanese) + CountAny(text, Japanese));
        return chinese > 2 * japanese || (han >= TooLongForNoKana && japanese == 0) ? "zh" : null;
    }

    private static int CountAny(ReadOnlySpan<char> text, SearchValues<char> characters)
    {
        var count = 0;
        for (var next = text.IndexOfAny(characters); next >= 0; next = text.IndexOfAny(characters))
        {
            count++;
            text = text[(next + 1)..];
        }

        return count;
    }

    private static string? OfWords(ReadOnlySpan<char> title, ReadOnlySpan<char> text, WritingSystem system, LanguageClues clues)
    {
        Span<Clue> found = stackalloc Clue[MostClues];
        var reader = new ClueReader(clues, system, found, MostLetters);
        reader.Read(title);
        reader.Read(text);
        return clues.Judge(found[..reader.Count], reader.Words);
    }
}
