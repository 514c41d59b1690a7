namespace News.Tests.Matching;

/// <summary>In an article of ordinary size nothing is lost behind what stands there often.</summary>
public sealed class LongTextTests
{
    [Theory]
    [InlineData("quote:Iraq", "Iraq, ", "\n\n\"We saw Iraq,\" Jane Doe said.", true)]
    [InlineData("general NOT quote:Iraq", "Iraq, ", "\n\n\"We saw Iraq,\" the general said.", false)]
    [InlineData("(Iran NEAR/3 strike) NEAR/3 depot", "Iran strike a b c d ", "\n\nIran, a strike on a depot", true)]
    [InlineData("(alpha OR beta OR gamma OR delta) NEAR/3 depot", "alpha beta gamma ", "\n\nx y z delta depot", true)]
    [InlineData("@sudan", "South Sudan, ", "\n\nrefugees from Sudan", true)]
    [InlineData("@sudan", "South Sudan, ", "\n\nrefugees from nowhere", false)]
    public void What_stands_behind_a_thousand_others_counts(string query, string often, string end, bool met)
    {
        var text = string.Concat(Enumerable.Repeat(often, 1_300)) + end;

        Assert.Equal(met, !Queries.Of(query, NameCases.Book).Match(Articles.Of(text)).IsEmpty);
    }
}
