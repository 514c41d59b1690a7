using News.Entities;
using News.Matching;

namespace News.Tests.Matching;

/// <summary>Names of one team's book in queries, its own and those of others.</summary>
public sealed class TeamsNamesTests
{
    [Theory]
    [InlineData("Bluecoats", "Bluecoats", "Israeli farmers pick olives", "Israel goes by the name of the entity")]
    [InlineData("Ashkelon Guard", "Ashkelon", "An Israeli guard was hurt", "and by a word in its name")]
    public void What_one_team_calls_a_country_changes_no_entity_of_another(string name, string called, string title, string why)
    {
        var everyones = EntityBook.Shipped.With([Pack("bluecoats", name)]);
        var theirs = everyones.With([Pack("israel", called)]);

        var first = Queries.Of("@bluecoats", theirs);
        var then = Queries.Of("@bluecoats", everyones);

        Assert.True(then.Match(Articles.Of($"{title}‖-")).IsEmpty, why);
        Assert.True(first.Match(Articles.Of($"{title}‖-")).IsEmpty, $"{why}; the entity is the same to whoever asks first");
        Assert.NotEmpty(then.Match(Articles.Of($"{name} march‖-")));
    }

    [Fact]
    public void A_country_in_an_entity_s_name_meets_its_people() =>
        Assert.NotEmpty(Queries.Of("@olive-board", EntityBook.Shipped.With([Pack("olive-board", "Israel Olive Board")])).Match(Articles.Of("The Israeli Olive Board met‖-")));

    [Theory]
    [InlineData("Washington", "An American tourist is missing", "who calls @us Washington does not mean Americans by that")]
    [InlineData("\"Foggy Bottom\"", "An American tourist is missing", "nor by a phrase")]
    public void A_name_that_a_chat_gave_a_country_makes_nothing_of_a_bare_word(string query, string title, string why)
    {
        var theirs = EntityBook.Shipped.WithAliases([Pack("united-states", "Washington", "Foggy Bottom")]);

        Assert.True(Queries.Of(query, theirs).Match(Articles.Of($"{title}‖-")).IsEmpty, why);
        Assert.NotEmpty(Queries.Of("@us", theirs).Match(Articles.Of("Foggy Bottom is silent‖-")));
        Assert.NotEmpty(Queries.Of("US", theirs).Match(Articles.Of($"{title}‖-")));
    }

    [Fact]
    public void The_books_of_many_chats_share_what_they_have_in_common()
    {
        var books = new EntityBook[100];
        EntityBook.Shipped.WithAliases([Pack("united-states", "Foggy Bottom")]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < books.Length; i++)
            books[i] = EntityBook.Shipped.WithAliases([Pack("united-states", $"Foggy Bottom {i}")]);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / books.Length;

        Assert.True(each < 30_000, $"{each:N0} bytes");
        Assert.Equal("united-states", books[^1].Find("foggybottom99")?.Handle);
    }

    [Fact]
    public void However_many_spellings_of_a_country_were_asked_for_each_meets_its_people()
    {
        const string Name = "south korea";
        for (var spelling = 0; spelling < 1 << (Name.Length - 1); spelling++)
        {
            var written = string.Concat(Name.Select((letter, i) => (spelling >> i & 1) == 1 ? char.ToUpperInvariant(letter) : letter));
            Assert.NotEmpty(Queries.Of($"\"{written}\"").Terms[0].Wordings.Where(wording => wording.Rule == MatchRule.Demonym));
        }

        Assert.Equal(Queries.Of("US").Terms[0].Wordings, Queries.Of("NATO OR US", EntityBook.Shipped.With([])).Terms[1].Wordings);
    }

    [Theory]
    [InlineData("@nato", true, "it names what stays the same")]
    [InlineData("Washington", true, "the name of a chat makes nothing of a bare word")]
    [InlineData("@united-states", false, "what it names has one name more")]
    [InlineData("\uFF20USA", false, "the same with another @")]
    [InlineData("drone NEAR/4 @united\u2011states", false, "and another hyphen")]
    public void A_query_knows_whether_more_names_change_it(string query, bool same, string why)
    {
        var theirs = EntityBook.Shipped.WithAliases([Pack("united-states", "Washington")]);

        Assert.True(Queries.Of(query).MeansTheSameIn(theirs) == same, why);
        Assert.True(Queries.Of(query, theirs).MeansTheSameIn(EntityBook.Shipped.WithAliases([Pack("united-states", "Washington")])), $"{why}; the same names are the same");
    }

    private static EntityPack Pack(string handle, params string[] names) => new() { Handle = handle, Name = handle, Names = [.. names] };
}
