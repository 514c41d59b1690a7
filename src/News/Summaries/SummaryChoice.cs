using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace News.Summaries;

/// <summary>
/// Chooses two or three sentences that say what happened, together at most 60 words unless one alone is longer:
/// early ones, with the matched words, numbers and names; none that repeats the headline or another, none that leans on
/// a sentence left out, no note, no question.
/// </summary>
internal sealed class SummaryChoice
{
    private const int MostWords = 60;
    private const int MostSentences = 3;
    private const int LongestSentence = 700;

    /// <summary>Sentences beyond this many are background, and comparing them all would not stay linear.</summary>
    private const int Considered = 60;

    /// <summary>So many of those further on are still looked at that hold a matched word.</summary>
    private const int ConsideredForMatch = 8;

    /// <summary>What a third sentence loses for each that lies between it and the first: far away stands what is said by the way.</summary>
    private const double Distance = 0.03;

    private readonly string text;
    private readonly IReadOnlyList<Paragraph> paragraphs;
    private readonly IReadOnlyList<Line> lines;
    private readonly ContentWords headline;
    private readonly int[] matched;

    private sealed record Candidate(int Line, TextRange Range, int Words, ContentWords Content, bool Leans, int Matched)
    {
        public double Score { get; set; }
    }

    private SummaryChoice(
        string? title, string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Line> lines, IReadOnlyCollection<TextSpan> matched)
    {
        this.text = text;
        this.paragraphs = paragraphs;
        this.lines = lines;
        headline = ContentWords.Of(title ?? "");
        this.matched = [.. matched.Where(span => span.Start >= 0 && span.End <= text.Length).Select(span => span.Start).Order()];
    }

    public static ImmutableArray<SummarySentence> Choose(
        string? title, string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Line> lines, IReadOnlyCollection<TextSpan> matched) =>
        new SummaryChoice(title, text, paragraphs, lines, matched).Choose();

    private ImmutableArray<SummarySentence> Choose()
    {
        var candidates = Candidates();
        Weigh(candidates);
        var chosen = Pick(candidates);
        if (chosen.Count == 0) return Teaser();
        chosen.Sort((a, b) => a.Line.CompareTo(b.Line));
        return [.. chosen.Select(candidate => new SummarySentence(candidate.Range.Of(text).ToString(), candidate.Range.Start))];
    }

    private List<Candidate> Candidates()
    {
        var candidates = new List<Candidate>();
        var position = 0;
        var late = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (paragraphs[line.Paragraph].Kind != ParagraphKind.Story) continue;
            var isLate = position >= Considered;
            if (isLate && (matched.Length == 0 || late == ConsideredForMatch)) break;
            var hits = Hits(line.Range);
            if ((!isLate || hits > 0) && Read(i, position, hits) is { } candidate)
            {
                if (isLate && candidate.Leans && paragraphs[lines[i - 1].Paragraph].Kind == ParagraphKind.Story && Read(i - 1, position, 0) is { } lead) candidates.Add(lead);
                candidates.Add(candidate);
                late += isLate ? 1 : 0;
                if (!candidate.Leans) position = Math.Max(position, 1);
            }

            // What can't stand in a summary, before the first that can, is no beginning: a question, a headline.
            if (position > 0) position++;
        }

        return candidates;
    }

    /// <summary>How many matched words begin in a range.</summary>
    private int Hits(TextRange range)
    {
        var from = PartitionPoint.Of<int, int>(matched, range.Start, static (place, start) => place < start);
        var to = from;
        while (to < matched.Length && matched[to] < range.End) to++;
        return to - from;
    }

    /// <summary>
    /// A feed's teaser may be a few words, without a full stop even ("Two die"). Where there is nothing better, they are
    /// what the article says, unless they only say the headline again.
    /// </summary>
    private ImmutableArray<SummarySentence> Teaser()
    {
        foreach (var line in lines)
        {
            var kind = paragraphs[line.Paragraph].Kind;
            if (kind != ParagraphKind.Story && (kind != ParagraphKind.Heading || paragraphs.Count > 1)) continue;
            var range = Dateline.Without(text, line.Range);
            var sentence = range.Of(text);
            if (sentence.Length is 0 or > LongestSentence || sentence[^1] == '?' || Boilerplate.IsNote(sentence, paragraphs[line.Paragraph])) continue;
            if (QuotedLetters(line) > 0.7 || AddressesReader(line)) continue;
            var content = ContentWords.Of(sentence);
            if (content.SharedWith(headline) == content.Count) continue;
            return [new SummarySentence(sentence.ToString(), range.Start)];
        }

        return [];
    }

    /// <summary>
    /// What an article comes back to is what it is about: a sentence whose words recur in others counts more than an
    /// aside ("A book about its first commander …").
    /// </summary>
    private static void Weigh(List<Candidate> candidates)
    {
        var counts = new Dictionary<ulong, int>(candidates.Count * 12);
        foreach (var candidate in candidates)
            foreach (var word in candidate.Content.All)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        foreach (var candidate in candidates)
        {
            var recurring = 0;
            foreach (var word in candidate.Content.All)
                if (counts[word] > 1) recurring++;
            candidate.Score += 1.5 * recurring / Math.Max(5, candidate.Content.Count);
        }
    }

    private static List<Candidate> Pick(List<Candidate> candidates)
    {
        var chosen = new List<Candidate>(MostSentences);
        var words = 0;
        while (chosen.Count < MostSentences)
        {
            Candidate? best = null;
            var bestScore = 0.0;
            foreach (var candidate in candidates)
            {
                if (!Fits(candidate, chosen, words)) continue;
                var score = candidate.Score - Repetition(candidate, chosen) + (NewMatch(candidate, chosen) ? 1.5 : 0);
                if (chosen.Count == MostSentences - 1) score -= Distance * (candidate.Line - chosen[0].Line);
                if (best is null || score > bestScore) (best, bestScore) = (candidate, score);
            }

            if (best is null || bestScore < Least(chosen.Count)) break;
            chosen.Add(best);
            words += best.Words;
        }

        if (chosen.Count > 0 && !chosen.Exists(candidate => candidate.Matched > 0)) MakeRoomForMatch(candidates, chosen);
        return chosen;
    }

    /// <summary>A sentence that leans on the one before it is chosen with that only.</summary>
    private static bool Fits(Candidate candidate, List<Candidate> chosen, int words)
    {
        var follows = false;
        foreach (var other in chosen)
        {
            if (ReferenceEquals(other, candidate)) return false;
            follows |= other.Line == candidate.Line - 1;
        }

        return (follows || !candidate.Leans) && (chosen.Count == 0 || words + candidate.Words <= MostWords);
    }

    /// <summary>
    /// The reader sees why the story came: where no chosen sentence has a matched word, one that has takes the place of
    /// those after the first, with the sentence that it leans on.
    /// </summary>
    private static void MakeRoomForMatch(List<Candidate> candidates, List<Candidate> chosen)
    {
        var first = chosen[0];
        foreach (var candidate in candidates)
        {
            if (candidate.Matched == 0) continue;
            var lead = candidate.Leans ? candidates.Find(other => other.Line == candidate.Line - 1 && !other.Leans) : null;
            if (candidate.Leans && lead is null) continue;
            var isFirst = lead is not null && lead.Line == first.Line;
            if (first.Words + candidate.Words + (lead is null || isFirst ? 0 : lead.Words) > MostWords) continue;
            chosen.RemoveRange(1, chosen.Count - 1);
            if (lead is not null && !isFirst) chosen.Add(lead);
            chosen.Add(candidate);
            return;
        }
    }

    /// <summary>A third sentence has to add more than a second: better two good ones than a filler.</summary>
    private static double Least(int chosen) => chosen switch
    {
        0 => double.MinValue,
        1 => 0,
        _ => 0.9,
    };

    private static bool NewMatch(Candidate candidate, List<Candidate> chosen) =>
        candidate.Matched > 0 && !chosen.Exists(other => other.Matched > 0);

    /// <summary>0 where nothing is said twice, up to 2 where everything is.</summary>
    private static double Repetition(Candidate candidate, List<Candidate> chosen)
    {
        var most = 0.0;
        foreach (var other in chosen) most = Math.Max(most, candidate.Content.ShareIn(other.Content));
        return most > 0.3 ? 2 * most : 0;
    }

    private Candidate? Read(int index, int position, int hits)
    {
        var line = lines[index];
        var begins = index == 0 || lines[index - 1].Paragraph != line.Paragraph;
        var range = begins ? Dateline.Without(text, line.Range) : line.Range;
        var sentence = range.Of(text);
        if (sentence.Length < 20 || sentence.Length > LongestSentence || !EndsAsSentence(sentence) || sentence[^1] == '?') return null;
        if (char.IsLower(sentence[0]) || IsTranscript(line) || BeginsWithStrayMark(sentence)) return null;
        var words = Boilerplate.CountWords(sentence);
        var quoted = QuotedLetters(line);
        if (words < 5 || quoted > 0.7 || (line.Kind(0) == PieceKind.Quotation && quoted > 0.4)) return null;
        if (AddressesReader(line) || IsHeadline(line)) return null;
        if (Boilerplate.IsNote(sentence, paragraphs[line.Paragraph])) return null;

        var content = ContentWords.Of(sentence);
        if (headline.Count > 0 && content.Count - content.SharedWith(headline) < 2) return null;
        var leans = Leaning.Leans(line);
        var score = Place(position, content) + Worth(line, words, quoted, hits, leans) - Math.Max(0, headline.ShareIn(content) - 0.8);
        return new Candidate(index, range, words, content, leans, hits) { Score = score };
    }

    /// <summary>
    /// News begins with what happened. A report that begins with a scene ("The boat is named after a girl who gets
    /// seasick.") has nothing of its headline there and comes to the matter later.
    /// </summary>
    private double Place(int position, ContentWords content)
    {
        var kin = headline.Count < 3 ? 0.5 : headline.ShareIn(content);
        var first = kin > 0 ? 3.0 : 1.6;
        return (position == 0 ? first : 1.6 / (1 + (position * 0.35))) + Math.Min(kin, 0.5);
    }

    private static double Worth(Line line, int words, double quoted, int hits, bool leans)
    {
        var score = Math.Min(hits, 3) * 0.5;
        score += Math.Min(Numbers(line), 3) * 0.2;
        score += Math.Min(Names(line), 4) * 0.12;
        score -= quoted;
        if (line.Kind(0) == PieceKind.Quotation) score -= 0.5;
        if (words > 40) score -= (words - 40) * 0.04;
        if (words < 9) score -= 0.6;
        if (!HasVerb(line)) score -= 1.5;
        if (leans) score -= 0.5;
        if (Leaning.UsesShortName(line)) score -= 0.4;
        return score;
    }

    /// <summary>" But she left.": a mark that closes what stands before.</summary>
    private static bool BeginsWithStrayMark(ReadOnlySpan<char> sentence) =>
        !char.IsLetterOrDigit(sentence[0]) && char.IsWhiteSpace(sentence[1]);

    /// <summary>"WALLACE: And then?", "Q: What next?": who speaks in a transcript, with his words.</summary>
    private static bool IsTranscript(Line line)
    {
        if (line.Kind(1) != PieceKind.Colon || line.Kind(0) != PieceKind.Word) return false;
        foreach (var c in line.Word(0))
            if (char.IsLower(c)) return false;
        return true;
    }

    /// <summary>"Former Pollster Says Doe Is In Trouble.": a headline that the page repeats, in capitals all through.</summary>
    private static bool IsHeadline(Line line)
    {
        var (large, small) = (0, 0);
        for (var i = 0; i < line.Count; i++)
        {
            if (line.Kind(i) != PieceKind.Word || line.Word(i).Length < 4) continue;
            if (line.IsCapital(i)) large++;
            else small++;
        }

        return large >= 3 && small * 8 <= large;
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
            if (Stem(line.Word(i)) is "you" or "You" or "your" or "Your" or "I" or "we" or "We" or "our" or "Our") return true;
        return false;
    }

    /// <summary>"you’ve" → "you".</summary>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) =>
        word.IndexOfAny('\'', '’') is var mark and > 0 ? word[..mark] : word;

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
}

/// <summary>Whether a sentence can stand alone.</summary>
internal static class Leaning
{
    private static readonly WordTable Openers = new("""
        He She They It His Her Their Its This That These Those Such Both Neither But And Or So Yet However Therefore Thus Other
        Moreover Furthermore Additionally Also Instead Nevertheless Nonetheless Still Then Otherwise Similarly Likewise
        Hence Consequently Besides Indeed Conversely Elsewhere Afterwards Afterward Thereafter Another Others There
        Here Later Meanwhile
        Er Sie Es Dies Diese Dieser Dieses Das Dabei Damit Dazu Dafür Daraufhin Außerdem Zudem Auch Doch Aber Und Allerdings
        Il Elle Ils Elles Ce Cela Cette Ces Celui-ci Celle-ci Mais Et Or Donc Ainsi Toutefois
        Él Ella Ellos Ellas Esto Este Esta Eso Pero Y Además También Asimismo
        وأضاف وأضافت وتابع وأشار وأوضح كما لكن ولكن وهو وهي او وی آنها این اما همچنین
        """);

    /// <summary>"He added …", "But …", "The latter …", "The other two …" lean on what stands before them.</summary>
    public static bool Leans(Line line)
    {
        var first = line.Word(0);
        if (first is "There" or "Later" or "Another" or "Meanwhile") return first is not "Meanwhile" && line.Word(1) is "they" or "it" or "he" or "she";
        if (Openers.Contains(first)) return true;
        if (first is "From" or "In" or "By" or "At" or "After" or "Since" && line.Word(1) is "there" or "that" or "then" or "this" or "these" or "those") return true;
        for (var i = 1; i < line.Count; i++)
            if (line.Word(i) is "latter") return true;
        if (first is "The" && line.Word(1) is "latter" or "former" or "same" or "other" or "others") return true;
        for (var i = 0; i < line.Count && i < 6; i++)
        {
            // "In a statement, he said": the pronoun is the subject, and nobody before it in the sentence.
            if (line.IsCapital(i) && i > 0) return false;
            if (line.Word(i) is "he" or "she" or "they") return true;
        }

        return false;
    }

    /// <summary>"Doe said", "Ms. Doe said": a name without its first part at the beginning.</summary>
    public static bool UsesShortName(Line line)
    {
        var surname = TitleWords.Honorifics.Contains(line.Word(0)) || TitleWords.Ranks.Contains(line.Word(0)) ? 1 : 0;
        return line.IsCapital(surname) && !line.IsCapital(surname + 1) && (surname > 0 || line.Verb(1, out _) != ReportingVerb.None);
    }
}
