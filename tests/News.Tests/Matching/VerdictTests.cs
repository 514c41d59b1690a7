using News.Matching;

namespace News.Tests.Matching;

public sealed class VerdictTests
{
    /// <summary>query ¦ text ¦ what of it stands there ¦ what fails, with how and where ¦ why.</summary>
    private const string Table = """
        Iraq ¦ Iran ¦ - ¦ Iraq NotThere ¦ the only word
        airstrike Iraq ¦ an airstrike ¦ airstrike ¦ Iraq NotThere ¦ of an AND the part that fails
        airstrike Iraq drone ¦ Iraq ¦ Iraq ¦ airstrike NotThere, drone NotThere ¦ of an AND each part that fails
        drone OR missile ¦ Iraq ¦ - ¦ drone NotThere, missile NotThere ¦ of an OR all alternatives
        Iraq (drone OR missile) ¦ Iraq ¦ Iraq ¦ drone NotThere, missile NotThere ¦ of an OR in an AND too
        Iraq (drone OR missile) ¦ a drone ¦ drone ¦ Iraq NotThere ¦ an OR that holds is no reason
        (Iraq drone) OR (Iran missile) ¦ Iraq, Iran ¦ Iraq, Iran ¦ drone NotThere, missile NotThere ¦ what stands there is told of each
        title:Iraq ¦ x‖in Iraq, Iraqi ¦ - ¦ Iraq Elsewhere [Text Iraq, Text Iraqi] ¦ in another field
        text:Iraq ¦ Iraq‖x ¦ - ¦ Iraq Elsewhere [Title Iraq] ¦ in another field
        Wire ¦ x ¦ - ¦ Wire Elsewhere [Source Wire] ¦ in the name of the source
        quote:war ¦ The war. "We want peace," Jane Doe said. ¦ - ¦ war Elsewhere [Text war] ¦ outside of the quotations
        speaker:Roe ¦ "We want peace," Jane Doe said of Roe. ¦ - ¦ Roe Elsewhere [Text Roe] ¦ somebody who says nothing
        title:/r[ae]gex/ ¦ x‖a regex ¦ - ¦ /r[ae]gex/ Elsewhere [Text regex] ¦ a regular expression too
        lang:ar Iraq ¦ Iraq in ar ¦ Iraq ¦ ar NotThere ¦ a language is nowhere else
        Iraq NOT football ¦ Iraq football ¦ Iraq ¦ football Excluded [Text football] ¦ what was to be absent
        Iraq NOT (football OR sport) ¦ Iraq sport ¦ Iraq ¦ sport Excluded [Text sport] ¦ only that which is there
        Iraq NOT (football sport) ¦ Iraq sport football ¦ Iraq ¦ football Excluded [Text football], sport Excluded [Text sport] ¦ both
        Iraq NOT (NOT Iran) ¦ Iraq ¦ Iraq ¦ Iran NotThere ¦ what NOT NOT asks for
        Iraq NOT football ¦ football ¦ - ¦ Iraq NotThere, football Excluded [Text football] ¦ two reasons
        Iraq NOT drone NEAR/3 Iran ¦ Iraq drone Iran ¦ Iraq ¦ drone NEAR/3 Iran Excluded [Text drone, Text Iran] ¦ a NEAR that was to be absent
        drone NEAR/2 Iraq ¦ drone 1 2 3 Iraq ¦ - ¦ drone NEAR/2 Iraq TooFarApart [Text drone, Text Iraq] ¦ too far apart
        drone NEAR/2 Iraq ¦ drone 1 2 3 Iraq‖Iraq ¦ - ¦ drone NEAR/2 Iraq TooFarApart [Title drone, Title Iraq] ¦ the nearest two
        drone NEAR/2 Iraq ¦ drone‖Iraq ¦ - ¦ drone NEAR/2 Iraq TooFarApart [Title drone, Text Iraq] ¦ in two fields
        drone NEAR/s Iraq ¦ A drone fell. Iraq saw it. ¦ - ¦ drone NEAR/s Iraq TooFarApart [Text drone, Text Iraq] ¦ in two sentences
        (drone NEAR/2 Iraq) NEAR/2 Baghdad ¦ drone 1 2 3 Iraq 1 2 3 Baghdad ¦ - ¦ drone NEAR/2 Iraq TooFarApart [Text drone, Text Iraq] ¦ a side that stands nowhere is to blame
        quote:drone NEAR/9 quote:Iraq ¦ "A drone fell," Doe said. "We saw Iraq." ¦ - ¦ quote:drone NEAR/9 quote:Iraq InDifferentQuotations [Quote drone, Quote Iraq] ¦ near, but in two quotations
        drone NEAR/2 Iraq ¦ drone ¦ drone ¦ Iraq NotThere ¦ one of the two is missing
        drone   NEAR/2 (Iraq OR Iran) ¦ x ¦ - ¦ drone NotThere, Iraq NotThere, Iran NotThere ¦ all are missing
        drone NEAR/2 (Iraq  OR Iran) ¦ drone 1 2 3 Iran ¦ - ¦ drone NEAR/2 (Iraq OR Iran) TooFarApart [Text drone, Text Iran] ¦ told as it is written, on one line
        Iraq NEAR/3 Iraqi ¦ an Iraqi ¦ - ¦ Iraq NEAR/3 Iraqi TooFarApart [Text Iraqi, Text Iraqi] ¦ one word is not near itself
        @red-brigade ¦ x ¦ - ¦ @red-brigade NotThere ¦ an entity
        title:@red-brigade ¦ x‖RBX ¦ - ¦ @red-brigade Elsewhere [Text RBX] ¦ an entity in another field
        @mercuria ¦ Mercury ¦ - ¦ @mercuria NotNearItsContext [Text Mercury] ¦ a name that is other things too
        @sudan ¦ in South Sudan ¦ - ¦ @sudan InsideAnotherName [Text South Sudan] ¦ inside the name of something else
        title:@sudan ¦ x‖in South Sudan ¦ - ¦ @sudan InsideAnotherName [Text South Sudan] ¦ inside another name, and in another field
        title:@sudan ¦ South Sudan‖Sudan ¦ - ¦ @sudan Elsewhere [Text Sudan] ¦ by itself in another field
        Sudan ¦ in South Sudan ¦ - ¦ Sudan InsideAnotherName [Text South Sudan] ¦ of a country's bare name, too
        title:Sudan ¦ South Sudan‖Sudan ¦ - ¦ Sudan Elsewhere [Text Sudan] ¦ by itself in another field
        Iraq NOT Sudan ¦ Iraq, Sudan ¦ Iraq ¦ Sudan Excluded [Text Sudan] ¦ a bare name that was to be absent
        @chad ¦ Chad Smith met Deby ¦ - ¦ @chad InsideAnotherName [Text Chad Smith] ¦ an ambiguous name with its context, inside another
        @chad ¦ Chad Smith plays drums ¦ - ¦ @chad InsideAnotherName [Text Chad Smith] ¦ or without
        Iraq NOT @red-brigade ¦ Iraq, RBX ¦ Iraq ¦ @red-brigade Excluded [Text RBX] ¦ an entity that was to be absent
        "drone attack" Iraq ¦ Iraq ¦ Iraq ¦ drone attack NotThere ¦ a phrase without its marks
        """;

    public static IEnumerable<object[]> Cases => MatchingCases.Rows(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_verdict_says_what_stands_there_and_what_fails(string query, string text, string met, string failing, string why)
    {
        var verdict = Queries.Of(query, NameCases.Book).Judge(Articles.Of(text));

        Assert.False(verdict.Holds, why);
        Assert.Equal(met, verdict.Met.IsEmpty ? "-" : string.Join(", ", verdict.Met.Select(term => term.Text)));
        Assert.Equal(failing, string.Join(", ", verdict.Failing.Select(Told)));
    }

    [Fact]
    public void The_nearest_places_are_told_of_a_long_text()
    {
        var text = "drone " + string.Join(' ', Enumerable.Range(0, 50)) + " Iraq 1 2 3 drone " + string.Join(' ', Enumerable.Range(0, 50)) + " Iraq";

        var failing = Assert.Single(Queries.Of("drone NEAR/2 Iraq").Judge(Articles.Of(text)).Failing);

        Assert.Equal([text.LastIndexOf("drone", StringComparison.Ordinal), text.IndexOf("Iraq", StringComparison.Ordinal)], failing.Places.Select(place => place.Start));
    }

    private static string Told(Failing failing) =>
        $"{failing.Written} {failing.Kind}" + (failing.Places.IsEmpty ? "" : $" [{string.Join(", ", failing.Places.Select(place => $"{place.Field} {place.Text}"))}]");
}
