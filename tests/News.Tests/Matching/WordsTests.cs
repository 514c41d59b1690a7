using News.Matching;

namespace News.Tests.Matching;

public sealed class WordsTests
{
    /// <summary>What news is made of, and what comes between words and inside them.</summary>
    private static readonly string[] Pieces =
    [
        "a", "I", "us", "US", "Iraq", "strike", "AIRSTRIKE", "counterterrorism", "internationalisation", "F-16", "747", "2026", "mp3",
        " ", " ", " ", " ", ", ", ". ", ".", ",", "-", "--", "'", "’", "`", "’s", "'ll ", "s'", "\n", "\n\n", "\t", "! ", "? ", "(", ")", "\"", "“", "”", "…",
        "1,000", "3.5", "I.R.G.C.", "p.m.", "l'", "é", "\u00ad", "e\u0301", "伊", "😀", "ﬁ", "ç", "\u200b", "العراق", "ß", "\ud800", "@", "[", "{", "/", ":", "\u00a0", "\uff0e", "\u2024",
    ];

    [Fact]
    public void Sixteen_letters_at_once_are_read_as_one_by_one()
    {
        var random = new Random(1);
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            Assert.Equal(Read(text, letterByLetter: true), Read(text, letterByLetter: false));
        }
    }

    [Fact]
    public void Any_ASCII_is_read_as_one_by_one()
    {
        var random = new Random(2);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(random.Next(2) == 0 ? ' ' : 'A', 0x80)));

            Assert.Equal(Read(text, letterByLetter: true), Read(text, letterByLetter: false));
        }
    }

    [Fact]
    public void Runs_of_letters_end_where_they_end()
    {
        var random = new Random(3);
        int[] edges = [];
        for (var length = 0; length < 400; length++)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(_ => (char)(random.Next(3) == 0 ? random.Next(0x250) : random.Next('@', '['))));
            var expected = Enumerable.Range(0, length + 1)
                .Where(i => (i > 0 && char.IsAsciiLetterOrDigit(text[i - 1])) != (i < length && char.IsAsciiLetterOrDigit(text[i])))
                .ToArray();

            LetterRuns.Find(text, ref edges);

            Assert.Equal(expected, edges[..expected.Length]);
            Assert.Equal(int.MaxValue, edges[expected.Length]);
        }
    }

    [Fact]
    public void Two_words_written_as_one_have_the_hash_of_that_word()
    {
        Assert.Equal(WordHash.Of("airstrike"), WordHash.Join(WordHash.Of("air"), 3, WordHash.Of("strike")));
        Assert.Equal(WordHash.Of("غارةجوية"), WordHash.Join(WordHash.Of("غارة"), 4, WordHash.Of("جوية")));
    }

    [Fact]
    public void A_filter_knows_what_was_added_and_little_else()
    {
        var filter = new HashFilter(10_000);
        var random = new Random(4);
        var added = Enumerable.Range(0, 10_000).Select(_ => (uint)random.NextInt64(1L << 32)).ToHashSet();
        foreach (var hash in added)
            filter.Add(hash);

        Assert.All(added, hash => Assert.True(filter.MayHave(hash)));
        var mistaken = Enumerable.Range(0, 100_000).Select(_ => (uint)random.NextInt64(1L << 32)).Count(hash => !added.Contains(hash) && filter.MayHave(hash));
        Assert.InRange(mistaken, 0, 8_000);
    }

    private static string Read(string text, bool letterByLetter)
    {
        var words = new Words();
        words.Read("before."); // so that nothing begins at 0
        words.Read(text, letterByLetter);
        return string.Join('\n', words.All.ToArray().Select(word => $"{word} {words.FoldedOf(word)}"));
    }
}
