namespace News.Matching;

/// <summary>The particles that Hebrew writes onto a word: <c>איראן</c> meets באיראן, ואיראן and שאיראן.</summary>
internal static class HebrewForms
{
    private static readonly string[] Particles = ["ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "וש", "שה", "שב", "של", "מה", "כש", "כשה"];

    /// <summary>Shorter words are too often the rest of another, but for these: hardly anything else is written like one of them with a particle.</summary>
    private static readonly WordTable ShortWords = WordTable.Folded("עזה צהל אום טיל צבא נפט סין יפן");

    /// <summary>Adds the other forms of a folded word.</summary>
    public static void Add(string word, SpellingSet forms)
    {
        if (word.Length < 4 && !ShortWords.Contains(word))
            return;
        foreach (var particle in Particles)
            forms.Add(particle, word);
    }
}
