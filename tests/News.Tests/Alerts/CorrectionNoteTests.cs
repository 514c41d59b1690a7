using News.Alerts;

namespace News.Tests.Alerts;

public sealed class CorrectionNoteTests
{
    [Theory]
    [InlineData("Correction: an earlier version of this story misspelled a name.", "Corrected: An earlier version of this story misspelled a name.")]
    [InlineData("CORRECTION — the bridge is in Basra.", "Corrected: The bridge is in Basra.")]
    [InlineData("Correction (Jan. 28): the bridge is in Basra.", "Corrected: (Jan. 28) The bridge is in Basra.")]
    [InlineData("Corrections and clarifications: the bridge is in Basra.", "Corrected: The bridge is in Basra.")]
    [InlineData("Corrected: the bridge is in Basra.", "Corrected: The bridge is in Basra.")]
    [InlineData("Editor’s note: An earlier version named the wrong town.", "Corrected: An earlier version named the wrong town.")]
    [InlineData("Clarification: the talks were held twice.", "Clarified: The talks were held twice.")]
    [InlineData("Update: this story has been updated with a comment.", "Updated: This story has been updated with a comment.")]
    [InlineData("UPDATED - This story has a new headline.", "Updated: This story has a new headline.")]
    [InlineData("(Corrects the name in paragraph 3)", "Corrected: The name in paragraph 3")]
    [InlineData("(Updates number of dead)", "Updated: Number of dead")]
    [InlineData("This story has been corrected to show that the bridge is in Basra.", "Corrected: This story has been corrected to show that the bridge is in Basra.")]
    [InlineData("This article has been updated with the ministry’s answer.", "Updated: This article has been updated with the ministry’s answer.")]
    [InlineData("An earlier version of this article was wrong about the date.", "Corrected: An earlier version of this article was wrong about the date.")]
    [InlineData("Correctional officers were named wrongly in an earlier version of this story.", "Corrected: Correctional officers were named wrongly in an earlier version of this story.")]
    [InlineData("Correction:", "Corrected: Correction:")]
    public void A_correction_is_shown_behind_a_word_that_is_not_said_twice(string note, string shown) =>
        Assert.Equal(shown, CorrectionNote.Shown(note));
}
