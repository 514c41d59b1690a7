using News.Matching;

namespace News.Tests.Matching;

/// <summary>
/// Asks each of some 3,500 common English words for its forms: those that are common words, too, are either listed as
/// forms of the same word in Samples/common-english-forms.txt, or noise.
/// </summary>
public sealed class EnglishFormsTests
{
    [Fact]
    public void A_form_of_a_common_word_is_no_other_common_word()
    {
        var words = Sample("common-english-words.txt").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var common = words.ToHashSet(StringComparer.Ordinal);

        var found = words.Select(word => (Word: word, Forms: FormsOf(word).Where(form => form != word && common.Contains(form)).ToArray()))
            .Where(it => it.Forms.Length > 0)
            .Select(it => $"{it.Word}: {string.Join(' ', it.Forms)}");

        Assert.Equal(Sample("common-english-forms.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries), found);
        Assert.Equal(common.Count, words.Length);
    }

    [Fact]
    public void A_word_has_few_forms()
    {
        var words = Sample("common-english-words.txt").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(words.Average(word => FormsOf(word).Length), 3, 6);
        Assert.All(words, word => Assert.InRange(FormsOf(word).Length, 1, 20));
    }

    [Fact]
    public void Of_what_is_no_word_forms_are_none_or_odd_but_never_an_error()
    {
        string[] endings = ["", "s", "es", "ies", "ed", "d", "ied", "ing", "ying", "king", "ked", "eed", "en", "er", "e", "y"];
        string[] letters = [.. Enumerable.Range('a', 26).Select(letter => $"{(char)letter}")];

        foreach (var word in letters.Concat(letters.SelectMany(first => letters.Select(second => first + second))).Append("").SelectMany(stem => endings.Select(ending => stem + ending)))
        {
            if (word.Length > 0)
                Assert.Contains(word, FormsOf(word));
        }
    }

    private static string[] FormsOf(string word) => QueryWord.Of(word, word, WordShape.Lower).Spellings;

    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Matching", "Samples", name));
}
