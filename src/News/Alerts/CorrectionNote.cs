namespace News.Alerts;

/// <summary>A correction as an alert shows it: behind a word that says what it is, which is not said twice.</summary>
public static class CorrectionNote
{
    /// <summary>What newsrooms put in front of such a note, and the word for it here. Longer ones stand before those that they begin with.</summary>
    private static readonly (string Label, string Word)[] Labels =
    [
        ("corrections and clarifications", "Corrected"), ("correction and clarification", "Corrected"), ("corrections", "Corrected"),
        ("correction", "Corrected"), ("corrected", "Corrected"), ("clarifications", "Clarified"), ("clarification", "Clarified"),
        ("clarified", "Clarified"), ("updates", "Updated"), ("updated", "Updated"), ("update", "Updated"),
        ("editor's note", "Corrected"), ("editors' note", "Corrected"), ("note", "Corrected"),
    ];

    /// <summary>Agencies write what they did to a report: "(Corrects the name in paragraph 3)".</summary>
    private static readonly (string Verb, string Word)[] Verbs = [("corrects ", "Corrected"), ("clarifies ", "Clarified"), ("updates ", "Updated")];

    /// <summary>
    /// "Correction: an earlier version …" is "Corrected: An earlier version …", "Update (14:05 GMT): the headline …" is
    /// "Updated: (14:05 GMT) The headline …", "This story has been corrected …" is "Corrected: This story …".
    /// </summary>
    public static string Shown(string note)
    {
        var (word, rest) = Parted(note);
        return $"{word}: {rest}";
    }

    /// <summary>The word in front, and what the note says behind it.</summary>
    public static (string Word, string Said) Parted(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var text = WithoutBrackets(note.Trim());
        var plain = text.Replace('’', '\'');
        foreach (var (label, word) in Labels)
        {
            if (plain.StartsWith(label, StringComparison.OrdinalIgnoreCase) && Behind(text.AsSpan(label.Length)) is { Length: > 0 } rest)
                return (word, rest);
        }

        foreach (var (verb, word) in Verbs)
        {
            if (plain.StartsWith(verb, StringComparison.OrdinalIgnoreCase))
                return (word, Beginning(text.AsSpan(verb.Length).TrimStart()));
        }

        return (SaysUpdated(plain) ? "Updated" : "Corrected", text);
    }

    /// <summary>What follows a label that ends with a colon or a dash, with what stands in brackets before that; empty where it is no label.</summary>
    private static string Behind(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        var aside = "";
        if (rest is ['(', ..] && rest.IndexOf(')') is > 0 and < 60 and var close)
        {
            aside = rest[..(close + 1)].ToString() + " ";
            rest = rest[(close + 1)..].TrimStart();
        }

        if (rest is not [':' or '-' or '–' or '—', .. var said])
            return "";
        return said.IsWhiteSpace() ? "" : aside + Beginning(said.TrimStart());
    }

    private static string Beginning(ReadOnlySpan<char> text) => text.IsEmpty ? "" : char.ToUpperInvariant(text[0]) + text[1..].ToString();

    private static string WithoutBrackets(string text) =>
        text is ['(', .. var inner, ')'] && inner.IndexOfAny(['(', ')']) < 0 ? inner.Trim() : text;

    /// <summary>"This story has been updated with a comment" corrects nothing.</summary>
    private static bool SaysUpdated(string note)
    {
        var sentence = note.AsSpan(0, Math.Min(note.Length, 120));
        return sentence.Contains("updated", StringComparison.OrdinalIgnoreCase) && !sentence.Contains("correct", StringComparison.OrdinalIgnoreCase);
    }
}
