using News.Alerts;
using News.Claims;

namespace News.Tests.Alerts;

public sealed class TollTableTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(16, 16, false, "16 people were killed", "16")]
    [InlineData(16, null, false, "at least 16 people were killed", "at least 16")]
    [InlineData(80, null, false, "more than 80 were hurt", "more than 80")]
    [InlineData(null, 20, false, "up to 20", "up to 20")]
    [InlineData(40, 40, true, "about 40", "about 40")]
    [InlineData(10, 15, true, "between 10 and 15", "10–15")]
    [InlineData(24, null, true, "dozens were killed", "dozens")]
    [InlineData(1200, 1200, false, "1,200 people", "1,200")]
    public void A_number_is_shown_as_it_is_meant(int? low, int? high, bool about, string words, string shown)
    {
        var claim = new Claim(ClaimKind.Killed, low, high, words, 0, null) { IsApproximate = about };
        Assert.Equal(shown, TollTable.Of([new ReportedClaims("A", Noon, [claim])])[0].Claims[0].Number);
    }

    [Theory]
    [InlineData("the Health Ministry", "Iraq's health ministry", true)] // All words of one in the other.
    [InlineData("Rojas", "Limbert Rojas", true)] // A surname.
    [InlineData("Israel", "Israel's health ministry", false)] // A place in front of another's name.
    [InlineData("officials", "hospital officials", false)] // Anybody's.
    public void Speakers_of_one_name_are_one(string first, string second, bool isOne)
    {
        var tolls = TollTable.Of([Report("A", 0, Killed(16, first)), Report("B", 1, Killed(17, second))]);
        Assert.Equal(isOne ? ["17"] : ["17", "16"], tolls[0].Claims.Select(claim => claim.Number));
    }

    [Fact]
    public void A_publishers_own_number_is_replaced_by_its_own_alone()
    {
        var tolls = TollTable.Of([Report("A", 0, Killed(5, null)), Report("B", 1, Killed(6, null)), Report("A", 2, Killed(7, null))]);
        Assert.Equal(["7", "6"], tolls[0].Claims.Select(claim => claim.Number));
    }

    [Fact]
    public void A_late_arrival_does_not_make_an_older_number_the_latest()
    {
        var tolls = TollTable.Of([Report("A", 5, Killed(17, "Ana Ruiz")), Report("B", 1, Killed(12, "Ana Ruiz"))]);
        Assert.Equal(["17"], tolls[0].Claims.Select(claim => claim.Number));
    }

    [Fact]
    public void Parts_zeros_and_a_headline_that_repeats_its_text_are_left_out()
    {
        var part = Killed(3, "police") with { IsPart = true };
        var none = Killed(0, "police");
        var tolls = TollTable.Of([Report("A", 0, Killed(5, null), Killed(5, "police"), part, none)]);
        Assert.Equal([("5", "police")], tolls[0].Claims.Select(claim => (claim.Number, claim.SaidBy)));
    }

    [Theory]
    [InlineData(16, "A hospital", 17, "B ministry", "killed: 17, B ministry (was 16)")] // Above all that was known.
    [InlineData(16, "B ministry", 12, "B ministry", "killed: 12, B ministry (was 16)")] // Its speaker takes some back.
    [InlineData(16, "A hospital", 12, "B ministry", null)] // A lower number of another is most often an older one.
    [InlineData(16, "A hospital", 16, "B ministry", null)] // Another voice, the same number.
    public void What_changed_is_told_once_it_matters(int was, string first, int now, string second, string? line)
    {
        ReportedClaims[] reports = [Report("A", 0, Killed(was, first)), Report("B", 1, Killed(now, second))];
        Assert.Equal(line, TollTable.Changes(TollTable.Of(reports[..1]), TollTable.Of(reports)).SingleOrDefault());
    }

    [Fact]
    public void A_toll_that_is_told_for_the_first_time_is_no_change() =>
        Assert.Empty(TollTable.Changes([], TollTable.Of([Report("A", 0, Killed(5, "police"))])));

    [Fact]
    public void A_number_in_place_of_dozens_is_a_change()
    {
        var dozens = new Claim(ClaimKind.Killed, 24, null, "dozens were killed", 0, "residents");
        ReportedClaims[] reports = [Report("A", 0, dozens), Report("B", 1, Killed(31, "police"))];
        Assert.Equal("killed: 31, police (was dozens)", Assert.Single(TollTable.Changes(TollTable.Of(reports[..1]), TollTable.Of(reports))));
    }

    [Fact]
    public void The_range_is_from_the_least_to_the_most_that_anybody_says()
    {
        var least = new Claim(ClaimKind.Killed, 17, null, "at least 17", 0, "residents");
        Assert.Equal("16–18", Range(Killed(16, "police"), Killed(18, "a hospital")));
        Assert.Equal("16–17+", Range(Killed(16, "police"), least));
        Assert.Equal("at least 17", Range(least));
        Assert.Equal("16", Range(Killed(16, "police"), Killed(16, "a hospital")));
    }

    private static string Range(params Claim[] claims) => TollTable.Range(TollTable.Of([Report("A", 0, claims)])[0]);

    private static Claim Killed(int number, string? saidBy) => new(ClaimKind.Killed, number, number, $"{number} killed", 0, saidBy);

    private static ReportedClaims Report(string source, int minute, params ReadOnlySpan<Claim> claims) =>
        new(source, Noon.AddMinutes(minute), [.. claims]);
}
