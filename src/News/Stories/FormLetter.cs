namespace News.Stories;

/// <summary>
/// Tells form letters from copies: "Air raid alert in Kyiv" and "Air raid alert in Lviv" have one text but for the name, and
/// are two events, where an agency's report under two headlines is one.
/// </summary>
internal static class FormLetter
{
    /// <summary>Whether two reports with nearly one text tell of two events.</summary>
    public static bool AreTwo(StoryTrace one, StoryTrace other)
    {
        // A publisher that tells more of an event tells it in other words, or under the address or the headline that it had.
        if (one.IsOfPublisherOf(other))
            return (one.Link == 0 || one.Link != other.Link) && (one.TitleKey == 0 || one.TitleKey != other.TitleKey);

        // The headline of a copy names what stands in the text that it is a copy of.
        return NamesWhatIsNotIn(one, other) && NamesWhatIsNotIn(other, one);
    }

    private static bool NamesWhatIsNotIn(StoryTrace one, StoryTrace other)
    {
        var (theirs, at) = (other.Words, 0);
        foreach (var word in one.Words)
        {
            if (StoryTrace.PlaceOf(word) != WordPlace.Title || StoryTrace.KindOf(word) < WordKind.Number)
                continue;
            while (at < theirs.Length && StoryTrace.MarkOf(theirs[at]) < StoryTrace.MarkOf(word))
                at++;
            if (at == theirs.Length || StoryTrace.MarkOf(theirs[at]) != StoryTrace.MarkOf(word))
                return true;
        }

        return false;
    }
}
