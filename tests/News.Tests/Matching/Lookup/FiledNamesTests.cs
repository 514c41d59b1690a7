using News.Articles;
using News.Entities;
using News.Matching;

namespace News.Tests.Matching.Lookup;

/// <summary>An article is filed under a name where it has what the name needs, and nowhere else.</summary>
public sealed class FiledNamesTests
{
    private static readonly Lazy<FiledNames> Names = new(() => FiledNames.Of(EntityBook.Shipped));

    [Theory]
    [InlineData("Iranian officials met in Geneva", "a people")]
    [InlineData("The Islamic Revolutionary Guards Corps spoke, and so did Hizbollah", "a phrase of four words")]
    [InlineData("قال الحرس الثوري الإيراني إن طائرة سقطت في العراق", "Arabic, with articles")]
    [InlineData("سپاه پاسداران انقلاب اسلامی", "Persian")]
    [InlineData("伊拉克发生爆炸，北约表示关注", "no spaces")]
    [InlineData("Россия и Украина: удар ракетами", "Cyrillic")]
    [InlineData("Air strikes and an earth quake in South Korea", "words in two")]
    [InlineData("Georgia and Jordan played Chad", "names that are other things, too")]
    [InlineData("Nothing of the kind", "no name")]
    public void An_article_is_filed_under_what_it_has_the_words_of(string title, string why)
    {
        var words = ArticleWords.Of(new Article { Key = new ItemKey("guid:1"), Title = title, Text = "", Source = "Wire", Published = DateTimeOffset.UnixEpoch });

        var expected = EntityBook.Shipped.All
            .Select(pack => Needs($"@{pack.Handle}"))
            .Where(needed => FiledNames.RootOf(needed) is not null && IsIn(words, needed))
            .Select(needed => FiledNames.RootOf(needed)!).ToHashSet();

        var filed = Names.Value.In(words);
        Assert.True(expected.IsSubsetOf(filed), why);
        Assert.True(filed.Except(expected).All(root => CountriesByName.Value[root] is var needed && IsIn(words, needed)), why);
    }

    [Fact]
    public void A_name_is_found_by_whoever_means_the_same_by_it()
    {
        Assert.Contains(FiledNames.RootOf(Needs("@iran")), Names.Value.Roots);
        Assert.Contains(FiledNames.RootOf(Needs("title:@IRAN")), Names.Value.Roots);
        Assert.Contains(FiledNames.RootOf(Needs("Iraq")), Names.Value.Roots);
        var other = EntityBook.Shipped.WithAliases([new EntityPack { Handle = "iran", Name = "Iran", Names = ["Zzyzx"] }]);
        Assert.DoesNotContain(FiledNames.RootOf(((QueryReading.Read)Query.Parse("@iran", other)).Query.Needs()!), Names.Value.Roots);
    }

    [Fact]
    public void A_name_beside_others_stays_one()
    {
        var either = Assert.IsType<Needed.Any>(Needs("@iran OR drone OR Basra"));
        Assert.Contains(either.Parts, part => FiledNames.RootOf(part) == FiledNames.RootOf(Needs("@iran")));
        var both = Assert.IsType<Needed.All>(Needs("@iran AND drone"));
        Assert.Contains(both.Parts, part => FiledNames.RootOf(part) == FiledNames.RootOf(Needs("@iran")));
    }

    private static readonly Lazy<Dictionary<string, Needed>> CountriesByName = new(() => EntityBook.Shipped.All
        .Where(pack => !pack.People.IsEmpty)
        .SelectMany(pack => new[] { pack.Name, $"\"{pack.Name}\"" })
        .Select(text => (Query.Parse(text) as QueryReading.Read)?.Query.Needs()).OfType<Needed>()
        .Where(needed => FiledNames.RootOf(needed) is not null)
        .DistinctBy(needed => needed.Key).ToDictionary(needed => FiledNames.RootOf(needed)!));

    private static Needed Needs(string query) => Assert.IsType<QueryReading.Read>(Query.Parse(query)).Query.Needs()!;

    private static bool IsIn(IReadOnlySet<string> words, Needed needed) => needed switch
    {
        Needed.Root root => words.Contains(root.Letters),
        Needed.All all => all.Parts.All(part => IsIn(words, part)),
        Needed.Any any => any.Parts.Any(part => IsIn(words, part)),
        _ => throw new ArgumentOutOfRangeException(nameof(needed)),
    };
}
