namespace News.Summaries;

/// <summary>
/// Lines pulled out of a story to stand by themselves, in large letters on the page: the same words stand elsewhere in
/// the text with their speaker, and theirs is the line too.
/// </summary>
internal static class PulledLines
{
    /// <summary>Few words may be said by many: "No comment."</summary>
    private const int Shortest = 16;

    /// <summary>No page pulls more; a text of nothing but quotations is not searched for each of them.</summary>
    private const int Most = 12;

    public static void GiveToTheirSpeakers(string text, IReadOnlyList<Quotation> quotations, Utterance?[] utterances)
    {
        var asked = 0;
        for (var i = 0; i < utterances.Length && asked < Most; i++)
        {
            if (utterances[i] is not { Spoken: true, Who: null, Cue: null } pulled || quotations[i].Inner.Length < Shortest) continue;
            asked++;
            if (Holder(text, quotations, utterances, i) is { } said)
                utterances[i] = pulled with { Who = said.Who, Mention = said.Mention, Cue = said.Cue, Evidence = Evidence.Continuation };
        }
    }

    private static Utterance? Holder(string text, IReadOnlyList<Quotation> quotations, Utterance?[] utterances, int line)
    {
        var words = quotations[line].Inner.Of(text).TrimEnd(".,!?…");
        for (var i = 0; i < utterances.Length; i++)
        {
            if (i != line && utterances[i] is { Spoken: true, Who: not null } said && quotations[i].Inner.Of(text).Contains(words, StringComparison.OrdinalIgnoreCase))
                return said;
        }

        return null;
    }
}
