namespace News.Summaries;

/// <summary>
/// How a speaker was found; the number is how often such a finding is right, of a hundred. Measured by whom the words
/// beside a quotation name, on 3,100 quotations of American political news (the training and development parts of
/// PolNeAR) and 570 of other articles, all with sources marked by hand. Classes of fewer than thirty cases stand lower
/// than measured.
/// </summary>
internal enum Evidence : byte
{
    None = 0,

    /// <summary>Some words behind a noun of saying: "Doe's claim that". Often somebody else tells of the claim.</summary>
    Noun = 65,

    /// <summary>A sentence in the paragraph before reports what somebody said; those after it speak of nobody else.</summary>
    EarlierReport = 75,

    /// <summary>Some words inside what somebody thinks, hopes or wants.</summary>
    Attitude = 80,

    /// <summary>The only person of the paragraph, and its sentence's subject: "She came at once. “It's art.”"</summary>
    OnlyPerson = 88,

    /// <summary>The sentence before reports what somebody said, without a quotation.</summary>
    SentenceBefore = 90,

    /// <summary>Some words inside a sentence that reports what somebody said.</summary>
    Scope = 93,

    /// <summary>Goes on from a quotation before.</summary>
    Continuation = 96,

    /// <summary>A reporting verb with its subject beside the quotation.</summary>
    Adjacent = 97,

    /// <summary>A colon, or a dash and a name.</summary>
    Introduction = 98,
}

/// <summary>What was found out about one quotation.</summary>
/// <param name="Spoken">False where nobody said it: a title, a nickname, a term.</param>
/// <param name="CueIndex">The reporting word's piece in the line, or -1.</param>
internal sealed record Utterance(
    bool Spoken, QuoteKind Kind, Figure? Who = null, TextSpan? Mention = null, string? Cue = null,
    Evidence Evidence = Evidence.None, int Line = -1, int CueIndex = -1)
{
    public static Utterance NotSpoken { get; } = new(false, QuoteKind.Partial);

    /// <summary>The same speaker's next words, found where <paramref name="line"/> is.</summary>
    public Utterance GoesOn(int line, QuoteKind kind) => this with
    {
        Kind = kind,
        Line = line,
        CueIndex = -1,
        Evidence = Evidence > Evidence.Continuation ? Evidence.Continuation : Evidence,
    };
}
