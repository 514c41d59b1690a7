namespace News.Matching;

/// <summary>
/// The article and the particles that Arabic writes onto a word: العراق, والعراق, بالعراق and للعراق are all met by
/// <c>عراق</c>, and by one another.
/// </summary>
internal static class ArabicForms
{
    private static readonly string[] Particles = ["ال", "و", "وال", "بال", "وبال", "لل", "ولل", "فال", "كال"];

    /// <summary>These are one letter that many words begin with, so they want a longer word to hang on to.</summary>
    private static readonly string[] ShortParticles = ["ب", "ل", "ف", "وب", "ول"];

    /// <summary>Adds the other forms of a folded word.</summary>
    public static void Add(string word, SpellingSet forms)
    {
        if (!word.All(c => c is >= '\u0620' and <= '\u06ff'))
            return;
        var bare = word.Length >= 5 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
        if (bare.Length < 3)
            return;
        forms.Add(bare);
        foreach (var particle in Particles)
            forms.Add(particle + bare);
        if (bare.Length < 4)
            return;
        foreach (var particle in ShortParticles)
            forms.Add(particle + bare);
    }
}
