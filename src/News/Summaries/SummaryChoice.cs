using System.Collections.Immutable;

namespace News.Summaries;

/// <summary>
/// Chooses two or three sentences that say what happened, together at most 60 words unless one alone is longer:
/// early ones, with the matched words, numbers and names; none that repeats the headline or another, none that leans on
/// a sentence left out, no note, no question.
/// </summary>
internal static class SummaryChoice
{
    private const int MostWords = 60;
    private const int MostSentences = 3;
    private const int LongestSentence = 700;

    /// <summary>Sentences beyond this many are background, and comparing them all would not stay linear.</summary>
    private const int Considered = 60;

    private sealed record Candidate(int Line, TextRange Range, int Words, HashSet<ulong> Content, bool Leans, double Score, int Matched);

    public static ImmutableArray<SummarySentence> Choose(
        string? title, string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Line> lines, IReadOnlyCollection<TextSpan> matched)
    {
        var headline = ContentWords(title ?? "");
        var spans = matched.Where(span => span.Start >= 0 && span.End <= text.Length).OrderBy(span => span.Start).ToArray();
        var candidates = new List<Candidate>();
        var position = 0;
        for (var i = 0; i < lines.Count && candidates.Count < Considered; i++)
        {
            if (paragraphs[lines[i].Paragraph].Kind != ParagraphKind.Story) continue;
            if (ReadCandidate(text, lines[i], i, position, headline, spans, lines) is { } candidate) candidates.Add(candidate);
            position++;
        }

        return Pick(text, Weighed(candidates)) is { IsEmpty: false } chosen ? chosen : Teaser(text, paragraphs, lines, headline);
    }

    /// <summary>
    /// A feed's teaser may be a few words, without a full stop even ("Two die"). Where there is nothing better, they are
    /// what the article says, unless they only say the headline again.
    /// </summary>
    private static ImmutableArray<SummarySentence> Teaser(
        string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Line> lines, HashSet<ulong> headline)
    {
        foreach (var line in lines)
        {
            var kind = paragraphs[line.Paragraph].Kind;
            if (kind != ParagraphKind.Story && (kind != ParagraphKind.Heading || paragraphs.Count > 1)) continue;
            var range = Dateline.Without(text, line.Range);
            var sentence = range.Of(text);
            if (sentence.Length is 0 or > LongestSentence || sentence[^1] == '?' || Boilerplate.IsCorrection(sentence) || Boilerplate.IsNote(sentence)) continue;
            if (QuotedLetters(line) > 0.7 || AddressesReader(line) || ContentWords(sentence).All(headline.Contains)) continue;
            return [new SummarySentence(sentence.ToString(), range.Start)];
        }

        return [];
    }

    /// <summary>
    /// What an article comes back to is what it is about: a sentence whose words recur in others counts more than an
    /// aside ("A book about its first commander …").
    /// </summary>
    private static List<Candidate> Weighed(List<Candidate> candidates)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var candidate in candidates)
            foreach (var word in candidate.Content)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        return candidates.ConvertAll(candidate => candidate with
        {
            Score = candidate.Score + (1.5 * candidate.Content.Count(word => counts[word] > 1) / Math.Max(5, candidate.Content.Count)),
        });
    }

    private static ImmutableArray<SummarySentence> Pick(string text, List<Candidate> candidates)
    {
        var chosen = new List<Candidate>();
        var words = 0;
        while (chosen.Count < MostSentences)
        {
            Candidate? best = null;
            var bestScore = 0.0;
            foreach (var candidate in candidates)
            {
                if (chosen.Contains(candidate) || (chosen.Count > 0 && words + candidate.Words > MostWords)) continue;
                if (candidate.Leans && !chosen.Exists(other => other.Line == candidate.Line - 1)) continue;
                var score = candidate.Score - Repetition(candidate, chosen) + (NewMatch(candidate, chosen) ? 1.5 : 0);
                if (best is null || score > bestScore) (best, bestScore) = (candidate, score);
            }

            if (best is null || bestScore < Least(chosen.Count)) break;
            chosen.Add(best);
            words += best.Words;
        }

        chosen.Sort((a, b) => a.Line.CompareTo(b.Line));
        return [.. chosen.Select(candidate => new SummarySentence(candidate.Range.Of(text).ToString(), candidate.Range.Start))];
    }

    /// <summary>A third sentence has to add more than a second: better two good ones than a filler.</summary>
    private static double Least(int chosen) => chosen switch
    {
        0 => double.MinValue,
        1 => 0,
        _ => 0.7,
    };

    private static bool NewMatch(Candidate candidate, List<Candidate> chosen) =>
        candidate.Matched > 0 && !chosen.Exists(other => other.Matched > 0);

    /// <summary>0 where nothing is said twice, up to 2 where everything is.</summary>
    private static double Repetition(Candidate candidate, List<Candidate> chosen)
    {
        var most = 0.0;
        foreach (var other in chosen) most = Math.Max(most, Overlap(candidate.Content, other.Content));
        return most > 0.3 ? 2 * most : 0;
    }

    private static double Overlap(HashSet<ulong> words, HashSet<ulong> others)
    {
        if (words.Count == 0) return 0;
        var shared = 0;
        foreach (var word in words)
            if (others.Contains(word)) shared++;
        return (double)shared / words.Count;
    }

    private static Candidate? ReadCandidate(
        string text, Line line, int index, int position, HashSet<ulong> headline, TextSpan[] matched, IReadOnlyList<Line> lines)
    {
        var range = Dateline.Without(text, line.Range);
        var sentence = range.Of(text);
        if (sentence.Length < 20 || sentence.Length > LongestSentence || !EndsAsSentence(sentence) || sentence[^1] == '?') return null;
        if (char.IsLower(sentence[0]) || Boilerplate.IsCorrection(sentence) || Boilerplate.IsNote(sentence)) return null;
        var words = CountWords(sentence);
        var quoted = QuotedLetters(line);
        if (words < 5 || quoted > 0.7 || line.Kind(0) == PieceKind.Quotation && quoted > 0.4) return null;
        if (AddressesReader(line)) return null;

        var content = ContentWords(sentence);
        if (headline.Count > 0 && content.Count - content.Count(headline.Contains) < 2) return null;
        var hits = matched.Count(span => range.Contains(span.Start));
        var leans = Leaning.Leans(line);
        var score = Score(line, position, words, quoted, content, headline, hits, leans);
        return new Candidate(index, range, words, content, leans, score, hits);
    }

    private static double Score(Line line, int position, int words, double quoted, HashSet<ulong> content, HashSet<ulong> headline, int hits, bool leans)
    {
        var score = position == 0 ? 3.0 : 1.6 / (1 + (position * 0.35));
        score += Math.Min(hits, 3) * 0.5;
        score += Math.Min(Numbers(line), 3) * 0.2;
        score += Math.Min(Names(line), 4) * 0.12;
        score -= quoted;
        if (words > 40) score -= (words - 40) * 0.04;
        if (words < 9) score -= 0.6;
        if (!HasVerb(line)) score -= 1.5;
        if (leans) score -= 0.5;
        if (Leaning.UsesShortName(line)) score -= 0.25;
        return score - (headline.Count > 0 ? Math.Max(0, Overlap(headline, content) - 0.8) : 0);
    }

    /// <summary>"The cruise ship in Bonaire." is a caption that lost its picture.</summary>
    private static bool HasVerb(Line line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            if (line.Kind(i) != PieceKind.Word || line.IsCapital(i)) continue;
            var word = line.Word(i);
            if (GrammarWords.Auxiliaries.Contains(word) || GrammarWords.CommonVerbs.Contains(word)) return true;
            if ((word.Length > 3 && word.EndsWith("ed")) || line.Verb(i, out _) != ReportingVerb.None) return true;
        }

        return false;
    }

    private static bool EndsAsSentence(ReadOnlySpan<char> sentence)
    {
        var i = sentence.Length - 1;
        while (i > 0 && sentence[i] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' or '“') i--;
        return sentence[i] is '.' or '!' or '?' or '…' or '。' or '؟' or '۔';
    }

    private static double QuotedLetters(Line line)
    {
        var quoted = 0;
        foreach (var piece in line.Pieces)
            if (piece.Kind == PieceKind.Quotation) quoted += piece.End - piece.Start;
        return (double)quoted / Math.Max(1, line.Range.Length);
    }

    private static bool AddressesReader(Line line)
    {
        for (var i = 0; i < line.Count; i++)
            if (line.Word(i) is "you" or "You" or "your" or "Your" || line.Word(i) is "I" or "we" or "We" or "our" or "Our" && line.Kind(i) == PieceKind.Word) return true;
        return false;
    }

    private static int Numbers(Line line)
    {
        var numbers = 0;
        foreach (var piece in line.Pieces)
            if (piece.Kind == PieceKind.Number) numbers++;
        return numbers;
    }

    private static int Names(Line line)
    {
        var names = 0;
        for (var i = 1; i < line.Count; i++)
            if (line.IsCapital(i) && !line.IsCapital(i - 1)) names++;
        return names;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
            if (!char.IsWhiteSpace(text[i]) && (i == 0 || char.IsWhiteSpace(text[i - 1]))) words++;
        return words;
    }

    /// <summary>The words that carry the matter, without a plural's s, as fingerprints.</summary>
    private static HashSet<ulong> ContentWords(ReadOnlySpan<char> text)
    {
        var words = new HashSet<ulong>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var from = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            var word = text[from..i];
            if (word.Length < 3 && !char.IsDigit(word[0]) || Leaning.IsFunctionWord(word)) continue;
            words.Add(Fingerprint(word.Length > 4 && word[^1] == 's' ? word[..^1] : word));
        }

        return words;
    }

    /// <summary>FNV-1a over the small letters: words are only compared, so they need not be copied.</summary>
    private static ulong Fingerprint(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash;
    }
}

/// <summary>Whether a sentence can stand alone.</summary>
internal static class Leaning
{
    private static readonly WordTable Openers = new("""
        He She They It His Her Their Its This That These Those Such Both Neither But And Or So Yet However Therefore Thus Other
        Moreover Furthermore Additionally Also Instead Nevertheless Nonetheless Still Then Otherwise Similarly Likewise
        Hence Consequently Besides Indeed Conversely Elsewhere Afterwards Afterward Thereafter Another Others There
        Here Later Meanwhile
        """);

    /// <summary>"He added …", "But …", "The latter …", "The other two …" lean on what stands before them.</summary>
    public static bool Leans(Line line)
    {
        var first = line.Word(0);
        if (first is "There" or "Later" or "Another" or "Meanwhile") return first is not "Meanwhile" && line.Word(1) is "they" or "it" or "he" or "she";
        if (Openers.Contains(first)) return true;
        if (first is "From" or "In" or "By" or "At" or "After" or "Since" && line.Word(1) is "there" or "that" or "then" or "this" or "these" or "those") return true;
        if (first is "The" && line.Word(1) is "latter" or "former" or "same" or "other" or "others") return true;
        for (var i = 0; i < line.Count && i < 6; i++)
        {
            // "In a statement, he said": the pronoun is the subject, and nobody before it in the sentence.
            if (line.IsCapital(i) && i > 0) return false;
            if (line.Word(i) is "he" or "she" or "they") return true;
        }

        return false;
    }

    /// <summary>"Doe said": a name without its first part at the beginning.</summary>
    public static bool UsesShortName(Line line) =>
        line.IsCapital(0) && !line.IsCapital(1) && line.Verb(1, out _) != ReportingVerb.None;

    public static bool IsFunctionWord(ReadOnlySpan<char> word) =>
        GrammarWords.Determiners.Contains(word) || GrammarWords.Prepositions.Contains(word) || GrammarWords.Auxiliaries.Contains(word)
        || GrammarWords.PersonalPronouns.Contains(word) || GrammarWords.ClauseOpeners.Contains(word) || word is "said" or "says" or "not" or "also";
}
