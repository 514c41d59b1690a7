using News.Entities;

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

    private static EntityPack Pack(string handle, params string[] names) => new() { Handle = handle, Name = handle, Names = [.. names] };
}
