using News.Matching;

namespace News.Tests.Matching;

/// <summary>Written with escapes, because an editor may make one character of a letter and its accent, or two of one.</summary>
public sealed class ExactLettersTests
{
    [Theory]
    [InlineData("=Erdo\u011fan", "Erdog\u0306an", true, "one character and two")]
    [InlineData("=Erdog\u0306an", "Erdo\u011fan", true, "two and one")]
    [InlineData("=na\u00efve", "nai\u0308ve", true, "a diaeresis")]
    [InlineData("=Vi\u1ec7t", "Vie\u0323\u0302t", true, "two accents on one letter")]
    [InlineData("=Vi\u1ec7t", "Vi\u00ea\u0323t", true, "one of them written apart, as Vietnamese keyboards do")]
    [InlineData("=\u041a\u0438\u0457\u0432", "\u041a\u0438\u0456\u0308\u0432", true, "Kyiv in Ukrainian")]
    [InlineData("=\u0130ran", "I\u0307ran", true, "a dotted capital i")]
    [InlineData("=\"S\u00e3o Paulo\"", "Sa\u0303o Paulo", true, "in a phrase")]
    [InlineData("=\u0627\u0644\u0639\u0631\u0627\u0642", "\u0627\u0644\u0639\u0650\u0631\u0627\u0642", true, "a vowel sign that the query leaves out")]
    [InlineData("=\u0623\u062d\u0645\u062f", "\u0627\u0654\u062d\u0645\u062f", true, "a hamza written apart")]
    [InlineData("=O\u2019Neill", "O'Neill", true, "a curly apostrophe")]
    [InlineData("=Iraq", "I\u00adraq", true, "a soft hyphen")]
    [InlineData("=Erdogan", "Erdog\u0306an", false, "an accent that the query leaves out")]
    [InlineData("=Erdo\u011fan", "Erdogan", false, "one that the text leaves out")]
    [InlineData("=Erdo\u011fan", "Erdog\u0301an", false, "another accent")]
    [InlineData("=Vi\u1ec7t", "Vie\u0302t", false, "one accent of two")]
    [InlineData("=\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f", false, "a hamza is no vowel sign")]
    [InlineData("=\u0639\u0650\u0631\u0642", "\u0639\u064e\u0631\u0642", false, "another vowel sign than the query writes")]
    [InlineData("=\u0130ran", "Iran", false, "a dot")]
    public void Exactly_as_written_is_what_a_reader_sees(string query, string text, bool meets, string why)
    {
        var terms = Queries.Of(query).Match(Articles.Of($"in {text} today"));

        Assert.True(terms.IsEmpty != meets, why);
        Assert.All(terms, term => Assert.Equal(text, term.Text));
    }
}
