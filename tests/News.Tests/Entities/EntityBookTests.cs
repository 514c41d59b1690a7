using System.Collections.Immutable;
using News.Entities;

namespace News.Tests.Entities;

public sealed class EntityBookTests
{
    [Theory]
    [InlineData("irgc")]
    [InlineData("IRGC")]
    [InlineData("I.R.G.C.")]
    [InlineData("Islamic-Revolutionary-Guard-Corps")]
    [InlineData("revolutionaryguards")]
    [InlineData("سپاه پاسداران")]
    public void An_entity_is_found_by_its_handle_and_by_its_names(string handle) =>
        Assert.Equal("irgc", EntityBook.Shipped.Find(handle)?.Handle);

    [Theory]
    [InlineData("airstrikes", "airstrike", "many of it")]
    [InlineData("Houthi", "houthis", "one of them")]
    [InlineData("isis", "islamic-state", "a name in small letters")]
    [InlineData("corps", "guards-of-ours", "ambiguous in a text, but no other entity's name")]
    public void A_handle_is_taken_as_people_write_it(string handle, string found, string why) =>
        Assert.True(Ours.Find(handle)?.Handle == found, $"{why}: {Ours.Find(handle)}");

    [Theory]
    [InlineData("xanadu", "is two of them")]
    [InlineData("khanbaliq", "is a place in a country, not the country")]
    [InlineData("", "is nothing")]
    [InlineData("!", "is nothing")]
    [InlineData("s", "is nothing")]
    public void What_names_no_entity_finds_none(string handle, string why) => Assert.True(Lands.Find(handle) is null, why);

    [Theory]
    [InlineData("irg", "irgc", "one letter is missing")]
    [InlineData("igrc", "irgc", "two are swapped")]
    [InlineData("revolutionary", "irgc", "a name begins so")]
    [InlineData("iraqis-army", "iraq", "it begins as a name")]
    [InlineData("state-dept", "state-department", "it begins alike and is shorter")]
    [InlineData("bagdad", "iraq", "a place in it")]
    public void A_handle_that_finds_nothing_is_like_others(string asked, string handle, string why) =>
        Assert.True(Ours.Like(asked).Contains(handle), $"{why}: {string.Join(", ", Ours.Like(asked))}");

    [Fact]
    public void The_likest_come_first_and_no_more_than_three()
    {
        var book = EntityBook.Shipped.With([Named("warbler-a"), Named("warbler-b"), Named("warbler"), Named("warbled-c"), Named("xyz")]);

        var like = book.Like("warbler");

        Assert.Equal("warbler", like[0]);
        Assert.Equal(3, like.Length);
        Assert.Empty(book.Like("qqqqqqqqqqqq"));
        Assert.Empty(book.Like(new string('w', 100_000)));
    }

    [Fact]
    public void A_team_adds_names_to_an_entity_and_the_others_stay_as_they_were()
    {
        var book = EntityBook.Shipped.With([Pack("IRGC", "the Corpsmen"), Pack("our-militia", "Sons of X")]);

        Assert.Equal(["IRGC", "the Corpsmen"], book.Find("irgc")!.Names.Intersect(["IRGC", "the Corpsmen"]));
        Assert.Equal("Islamic Revolutionary Guard Corps", book.Find("irgc")!.Name);
        Assert.Equal("our-militia", book.Find("sonsofx")?.Handle);
        Assert.Same(EntityBook.Shipped.Find("iraq"), book.Find("iraq"));
        Assert.DoesNotContain("the Corpsmen", EntityBook.Shipped.Find("irgc")!.Names.ToArray());
    }

    [Fact]
    public void A_team_may_call_an_entity_by_one_of_its_names()
    {
        var book = EntityBook.Shipped.With([Pack("pasdaran", "the Corpsmen")]);

        Assert.Equal("irgc", book.Find("thecorpsmen")?.Handle);
        Assert.Equal(EntityBook.Shipped.All.Length, book.All.Length);
    }

    [Fact]
    public void Two_packs_of_one_handle_are_one_entity() =>
        Assert.Equal(["one", "two"], EntityBook.Shipped.With([Pack("ours", "one"), Pack("ours", "two")]).Find("ours")!.Names.ToArray());

    [Fact]
    public void A_name_that_a_team_adds_without_words_near_it_needs_none_any_more()
    {
        var near = Ours.With([Pack("guards-of-ours", "Corps") with { Ambiguous = Near("Corps", "Tehran") }]).Find("guards-of-ours")!;
        var plain = Ours.With([Pack("guards-of-ours", "Corps")]).Find("guards-of-ours")!;

        Assert.Equal(["Iran", "Tehran"], near.Ambiguous["Corps"].ToArray());
        Assert.Empty(plain.Ambiguous);
        Assert.Equal(["Corps"], plain.Names.ToArray());
    }

    [Theory]
    [InlineData("Iraq", "Iraqi, Iraqis")]
    [InlineData("iraq", "Iraqi, Iraqis")]
    [InlineData("=Iraq", "Iraqi, Iraqis")]
    [InlineData("Republic of Iraq", "Iraqi, Iraqis")]
    [InlineData("Baghdad", "")]
    [InlineData("Iraqi", "")]
    [InlineData("Côte d'Ivoire", "Ivorian, Ivorians, Ivoirian, Ivoirians")]
    [InlineData("cote d’ivoire", "Ivorian, Ivorians, Ivoirian, Ivoirians")]
    [InlineData("COTE D'IVOIRE", "Ivorian, Ivorians, Ivoirian, Ivoirians")]
    [InlineData("Xanadu", "Xanadian, Northern Xanadian")]
    [InlineData("US", "American, Americans")]
    [InlineData("us", "")]
    [InlineData("UAE", "Emirati, Emiratis")]
    [InlineData("uae", "Emirati, Emiratis")]
    [InlineData("الإمارات", "إماراتي, إماراتية, إماراتيون, إماراتيين")]
    [InlineData("", "")]
    public void A_country_gives_its_people(string country, string people)
    {
        var given = Lands.PeopleOf(country); // those of other languages among them

        Assert.Equal(people.Length == 0, given.IsEmpty);
        Assert.All(people.Split(", ", StringSplitOptions.RemoveEmptyEntries), it => Assert.Contains(it, given));
    }

    private static EntityBook Ours { get; } =
        EntityBook.Shipped.With([Pack("guards-of-ours", "Corps") with { Ambiguous = Near("Corps", "Iran") }]);

    /// <summary>Made up where the shipped ones might grow.</summary>
    private static EntityBook Lands { get; } = EntityBook.Shipped.With(
    [
        Pack("coast-of-ours", "Côte d'Ivoire") with { People = ["Ivorian"] },
        Pack("xanadu-south", "Xanadu") with { People = ["Xanadian"], Capital = ["Khanbaliq"], Ambiguous = Near("Xanadu", "Kubla") },
        Pack("xanadu-north", "Xanadu") with { People = ["Northern Xanadian"], Ambiguous = Near("Xanadu", "Kubla") },
        Pack("states-of-ours", "US") with { People = ["American"] },
        Pack("emirates-of-ours", "UAE", "الإمارات") with { People = ["Emirati", "إماراتي"] },
    ]);

    private static EntityPack Named(string handle) => Pack(handle, handle);

    private static EntityPack Pack(string handle, params ImmutableArray<string> names) => new() { Handle = handle, Name = handle, Names = names };

    private static ImmutableDictionary<string, ImmutableArray<string>> Near(string name, params ImmutableArray<string> words) =>
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(name, words);
}
