using News.Matching;

namespace News.Tests.Matching;

/// <summary>What the matcher's tables must not change: the same is met whatever way it is looked up.</summary>
public sealed class EngineTests
{
    private static readonly WatchlistId One = new(1), Two = new(2);

    [Theory]
    [InlineData("\"drone airstrike\"", "a drone air strike", "drone air strike", "a phrase goes on with a compound")]
    [InlineData("\"drone airstrike\"", "a drone air-strike", "drone air-strike", "and with a hyphened one")]
    [InlineData("\"long facetoface meeting\"", "a long face-to-face meeting", "long face-to-face meeting", "and with one of three parts")]
    [InlineData("\"airstrike kills\"", "an air strike kills", "air strike kills", "a phrase begins with a compound")]
    [InlineData("\"drone strik*\"", "a drone striking", "drone striking", "a phrase goes on with a beginning")]
    [InlineData("\"drone strik* kills\"", "a drone strike kills", "drone strike kills", "and on after it")]
    [InlineData("\"drone airstrike\"", "a drone. Air strike", "-", "no sentence ends in a phrase")]
    [InlineData("\"drone airstrike\"", "a drone air. Strike!", "-", "nor in a compound")]
    [InlineData("\"a b c\"", "a b a b c", "a b c", "a phrase that begins again in itself")]
    [InlineData("\"a a b\"", "a a a b", "a a b", "and one that repeats its first word")]
    [InlineData("\"drone attack\"", "drone", "-", "the text ends in the phrase")]
    public void Phrases_are_followed_word_by_word(string query, string text, string words, string why)
    {
        var terms = Queries.Of(query).Match(Articles.Of(text));

        Assert.True(words == (terms.IsEmpty ? "-" : Assert.Single(terms).Text), why);
    }

    [Fact]
    public void No_phrase_goes_on_in_the_next_field()
    {
        Assert.Empty(Queries.Of("\"drone attack\"").Match(Articles.Of("drone‖attack")));
    }

    [Fact]
    public void Words_of_the_same_hash_are_told_apart_by_their_letters()
    {
        var (first, second) = WordsOfOneHash();
        var matcher = Matcher.Of([(One, Queries.Of(first)), (Two, Queries.Of($"\"{first} drone\""))]);

        Assert.Equal(WordHash.Of(first), WordHash.Of(second));
        Assert.Empty(matcher.Match(Articles.Of($"{second} drone")));
        Assert.Equal([One, Two], matcher.Match(Articles.Of($"{first} drone")).Select(match => match.Watchlist));
        Assert.Equal([One], matcher.With(Two, Queries.Of(second)).Match(Articles.Of(first)).Select(match => match.Watchlist));
    }

    [Fact]
    public void Ten_thousand_watchlists_are_told_apart()
    {
        var matcher = Matcher.Of(Enumerable.Range(0, 10_000).Select(i => (new WatchlistId(i), Queries.Of($"\"name{i % 100} person{i / 100}\""))));

        for (var i = 0; i < 10_000; i += 97)
            Assert.Equal(i, Assert.Single(matcher.Match(Articles.Of($"then name{i % 100} person{i / 100} spoke"))).Watchlist.Value);
        Assert.Empty(matcher.Match(Articles.Of("name1 then person2, name3! person4")));
    }

    [Fact]
    public void A_change_costs_little_beside_compiling_everything()
    {
        (WatchlistId, Query)[] all = [.. Enumerable.Range(0, 5_000).Select(i => (new WatchlistId(i), Queries.Of($"name{i}")))];
        var query = Queries.Of("another");
        var matcher = Matcher.Of(all);

        var whole = Allocated(() => Matcher.Of(all));
        var changes = Allocated(() =>
        {
            for (var i = 0; i < 100; i++)
                matcher = matcher.With(new WatchlistId(i), query).Without(new WatchlistId(4_000 + i));
        });

        Assert.Equal(4_900, matcher.Count);
        Assert.True(changes / 100 < whole / 20, $"{changes / 100} bytes a change, {whole} for all");
    }

    [Fact]
    public void A_megabyte_of_a_term_is_met_at_its_first_places()
    {
        var article = Articles.Of("-‖" + string.Concat(Enumerable.Repeat("strike ", 150_000)));

        Assert.Equal([0, 7, 14], Queries.Of("strikes").Match(article).Select(term => term.Start));
    }

    [Fact]
    public void A_phrase_of_forty_equal_words_is_met_among_many_of_them()
    {
        var article = Articles.Of("-‖" + string.Concat(Enumerable.Repeat("a ", 100_000)));
        string[] phrases = [.. Enumerable.Range(2, 39).Select(length => string.Join(' ', Enumerable.Repeat("a", length)))];
        var matcher = Matcher.Of(phrases.Select((phrase, i) => (new WatchlistId(i), Queries.Of($"\"{phrase}\""))));

        var matches = matcher.Match(article);

        Assert.Equal(phrases, matches.Select(match => match.Terms[0].Text));
        Assert.All(matches, match => Assert.Equal([0, 2, 4], match.Terms.Select(term => term.Start)));
    }

    [Theory]
    [InlineData("a word without an end", 1_000_000, "x", "Iraq")]
    [InlineData("accents", 1_000_000, "\u0301", "Iraq")]
    [InlineData("apostrophes", 500_000, "'", "Iraq")]
    public void What_stands_after_a_megabyte_of_anything_is_met(string what, int times, string piece, string query)
    {
        var hostile = string.Concat(Enumerable.Repeat(piece, times));

        var term = Assert.Single(Queries.Of(query).Match(Articles.Of($"-‖{hostile} in Iraq")));

        Assert.True(term.Start == hostile.Length + 4, what);
    }

    private static long Allocated(Action act)
    {
        act();
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Among a few hundred thousand words there are such, because a hash has 32 bits.</summary>
    private static (string First, string Second) WordsOfOneHash()
    {
        var random = new Random(5);
        var byHash = new Dictionary<uint, string>();
        while (true)
        {
            var word = string.Create(9, random, (letters, it) =>
            {
                foreach (ref var letter in letters)
                    letter = (char)it.Next('a', 'z' + 1);
            });
            if (!byHash.TryAdd(WordHash.Of(word), word) && byHash[WordHash.Of(word)] != word)
                return (byHash[WordHash.Of(word)], word);
        }
    }
}
