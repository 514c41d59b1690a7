using System.Text.RegularExpressions;
using News.Entities;
using News.Matching;

namespace News.Tests.Entities;

/// <summary>Every entity file that ships, by its name: what the reader of files can't see, and would be noise or a story lost.</summary>
public sealed class ShippedEntitiesTests
{
    private static readonly (string Folder, string Handle, EntityPack Pack)[] All = [.. Packs()];

    private static readonly ILookup<string, string> Claims = ByName(Plain);

    private static readonly ILookup<string, string> ClaimsOfStates = ByName(OfState);

    public static TheoryData<string> Files => [.. All.Select(it => $"{it.Folder}/{it.Handle}")];

    [Fact]
    public void What_ships_has_the_entities_that_teams_follow_most() =>
        Assert.All(FollowedMost.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries), handle => Assert.Equal(handle, EntityBook.Shipped.Find(handle)?.Handle));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_called_after_its_handle(string file) => Assert.Equal(Of(file).Handle, Of(file).Pack.Handle);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_comment_says_where_the_names_are_from(string file) =>
        Assert.Matches(new Regex(@"\p{Lu}.{15}", RegexOptions.None, TimeSpan.FromSeconds(1)), Of(file).Pack.Comment);

    [Theory]
    [MemberData(nameof(Files))]
    public void No_name_stands_twice(string file) =>
        Assert.Empty(Of(file).Pack.All.Select(Read).CountBy(name => name).Where(it => it.Value > 1).Select(it => it.Key));

    [Theory]
    [MemberData(nameof(Files))]
    public void An_ambiguous_name_has_at_least_three_words_of_which_one_must_stand_near(string file)
    {
        foreach (var (name, near) in Of(file).Pack.Ambiguous)
        {
            Assert.True(near.Length >= 3, $"{name}: {string.Join(", ", near)}");
            Assert.DoesNotContain(Read(name), near.Select(Read));
            Assert.Equal(near.Length, near.Select(Read).Distinct().Count());
        }
    }

    /// <summary>A country's government and forces may be entities of their own, so only what names the thing itself counts.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void No_other_entity_claims_a_name_that_needs_nothing_near_it(string file)
    {
        var pack = Of(file).Pack;

        Assert.All(Plain(pack), name => Assert.Equal([pack.Handle], Claims[name].Distinct()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_other_country_claims_its_capital_government_and_forces(string file)
    {
        var pack = Of(file).Pack;

        Assert.All(OfState(pack), name => Assert.Equal([pack.Handle], ClaimsOfStates[name].Distinct()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_found_by_its_handle_and_by_its_name(string file)
    {
        var pack = Of(file).Pack;

        Assert.Same(pack, EntityBook.Shipped.Find(pack.Handle));
        Assert.Contains(pack.Names, name => EntityBook.Shipped.Find(name) == pack || pack.Ambiguous.ContainsKey(name));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_name_is_met_by_the_query_that_asks_for_the_entity(string file)
    {
        var pack = Of(file).Pack;
        var query = Assert.IsType<QueryReading.Read>(Query.Parse("@" + pack.Handle)).Query;

        foreach (var name in pack.All)
        {
            var near = pack.Ambiguous.TryGetValue(name, out var words) ? words[0].TrimStart('=') : "nobody";
            var met = query.Match(Matching.Articles.Of($"There was talk of {near}.\n\nPeople spoke of {name.TrimStart('=')} today."));
            Assert.True(met.Any(term => term.Rule == MatchRule.Entity), name);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_exception_has_a_name_in_it_that_does_not_count_there(string file)
    {
        var pack = Of(file).Pack;
        var book = EntityBook.Shipped.With([pack with { Handle = "without-exceptions", Except = [], Ambiguous = pack.Ambiguous.Clear() }]);
        var all = Assert.IsType<QueryReading.Read>(Query.Parse("@without-exceptions", book)).Query;
        var query = Assert.IsType<QueryReading.Read>(Query.Parse("@" + pack.Handle)).Query;

        foreach (var other in pack.Except)
        {
            var article = Matching.Articles.Of($"People spoke of {other} today.");
            Assert.True(all.Match(article).Length > 0, $"No name stands in {other}.");
            Assert.True(query.Match(article).IsEmpty, other);
        }
    }

    private const string FollowedMost = """
        irgc quds-force kataib-hezbollah popular-mobilization-forces hezbollah houthis islamic-state hamas centcom pentagon nato un iaea
        airstrike drone missile ceasefire sanctions iraq
        """;

    private static IEnumerable<string> Plain(EntityPack pack) =>
        pack.Names.Concat(pack.People).Where(name => !pack.Ambiguous.ContainsKey(name)).Select(EntityNames.Key);

    private static IEnumerable<string> OfState(EntityPack pack) =>
        pack.Capital.Concat(pack.Government).Concat(pack.Forces).Where(name => !pack.Ambiguous.ContainsKey(name)).Select(EntityNames.Key);

    private static ILookup<string, string> ByName(Func<EntityPack, IEnumerable<string>> names) =>
        All.SelectMany(it => names(it.Pack), (it, name) => (name, it.Handle)).ToLookup(it => it.name, it => it.Handle);

    /// <summary>As a reader sees it: the same words in any case, with any sign between them; letter for letter after a =.</summary>
    private static string Read(string name) => name.StartsWith('=')
        ? name
        : string.Join(' ', Regex.Split(name, @"[\s״-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(EntityNames.Key).Where(word => word.Length > 0));

    private static (string Folder, string Handle, EntityPack Pack) Of(string file) => All.Single(it => $"{it.Folder}/{it.Handle}" == file);

    private static IEnumerable<(string Folder, string Handle, EntityPack Pack)> Packs()
    {
        var assembly = typeof(EntityBook).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var bytes = new MemoryStream();
            assembly.GetManifestResourceStream(file)!.CopyTo(bytes);
            var reading = EntityFile.Read(file, bytes.ToArray());
            var pack = Assert.IsType<EntityReading.Read>(reading).Pack;
            yield return (file.Split('.')[^3], file.Split('.')[^2], EntityBook.Shipped.Find(pack.Handle) ?? pack);
        }
    }
}
