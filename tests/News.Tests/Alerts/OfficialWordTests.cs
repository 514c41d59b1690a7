using News.Alerts;
using News.Summaries;

namespace News.Tests.Alerts;

public sealed class OfficialWordTests
{
    [Theory]
    [InlineData("Maj. Gen. Jane Doe", "a ministry spokeswoman", "said", "We can confirm that the depot was hit.", "Confirmation")] // in so many words
    [InlineData("Jane Doe", "a police spokeswoman", "confirmed", "Two drones were shot down.", "Confirmation")] // by the reporting word
    [InlineData("the Defence Ministry", null, "said", "We categorically deny that our forces were there.", "Denial")]
    [InlineData("Gen. Doe", null, "denied", "None of our aircraft were in the air.", "Denial")]
    [InlineData("Gen. Doe", null, "said", "The reports are completely false.", "Denial")]
    [InlineData("Gen. Doe", null, "said", "We can neither confirm nor deny that.", null)] // says neither
    [InlineData("Gen. Doe", null, "said", "I cannot confirm the reports.", null)]
    [InlineData("Gen. Doe", null, "said", "If we confirm it, you will hear from us.", null)]
    [InlineData("Gen. Doe", null, "said", "We will know more tomorrow.", null)] // says nothing of the kind
    [InlineData("Jane Doe", "a resident", "said", "I can confirm that it was loud.", null)] // no official
    [InlineData("Jane Doe", "a company official", "confirmed", "One lorry burned.", null)] // a company's
    [InlineData("John Roe", "a former army general", "said", "I can confirm that this is how it works.", null)] // not any more
    [InlineData(null, null, "confirmed", "The depot was hit.", null)] // nobody knows whose words they are
    public void An_officials_quoted_word_counts(string? speaker, string? role, string cue, string words, string? kind)
    {
        var text = $"“{words}” {speaker} {cue} on Tuesday.";
        Assert.Equal(kind, Of(text, words, speaker, role, cue)?.Kind.ToString());
    }

    [Theory]
    [InlineData("Gen. Doe declined to say whether it was confirmed: “{0}”")]
    [InlineData("Gen. Doe has not confirmed: “{0}”")]
    public void A_reporting_word_that_is_undone_counts_for_nothing(string sentence)
    {
        const string Words = "There were two drones.";
        Assert.Null(Of(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, Words), Words, "Gen. Doe", null, "confirmed"));
    }

    [Fact]
    public void The_line_has_the_words_as_they_stand_with_who_said_them()
    {
        const string Words = "We confirm the strike,";
        var word = Of($"“{Words}” said Jane Doe, a ministry spokeswoman.", Words, "Jane Doe", "a ministry spokeswoman", "said");
        Assert.Equal("Jane Doe, a ministry spokeswoman: “We confirm the strike”", word!.Text);
    }

    private static OfficialWord? Of(string text, string words, string? speaker, string? role, string cue)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        var quote = Quote.Cut(text, start, start + words.Length, QuoteKind.Full) with { Speaker = speaker, Role = role, Cue = cue };
        return OfficialWord.Of(text, [quote]).SingleOrDefault();
    }
}
