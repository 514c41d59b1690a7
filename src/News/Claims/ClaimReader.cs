using System.Collections.Immutable;
using News.Summaries;

namespace News.Claims;

/// <summary>
/// Reads the numbers of dead, wounded and so on out of an article, each with who says it. What is not clear is left
/// out, or left without a speaker: no number is put in a mouth that didn't say it.
/// </summary>
public static class ClaimReader
{
    /// <summary>No article states more; a table of figures is not read to its end.</summary>
    private const int Most = 100;

    /// <summary>In UTF-16 code units: longer words of the article are cut to their number.</summary>
    private const int LongestWords = 160;

    /// <summary>In UTF-16 code units: what an article has to tell stands before that; longer ones are no articles.</summary>
    private const int LongestText = 100_000;

    private const int LongestTitle = 1_000;

    /// <summary>The claims about the article's own event, in the order of title and text; none about earlier ones.</summary>
    public static ImmutableArray<Claim> Read(string title, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(title, new ArticleText(text.Length > LongestText ? text[..LongestText] : text));
    }

    /// <inheritdoc cref="Read(string, string)"/>
    public static ImmutableArray<Claim> Read(string title, ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(article);
        if (title.Length > LongestTitle) title = title[..LongestTitle];
        var claims = LossWords.AreIn(article.Text.AsSpan(0, Math.Min(article.Text.Length, LongestText))) ? new Reading(article, false).Claims() : [];
        return [.. OfTitle(title, claims), .. claims];
    }

    /// <summary>The headline's claims: the article's own, or of the office before its colon that the text has say so too.</summary>
    private static List<Claim> OfTitle(string title, List<Claim> ofText)
    {
        if (!LossWords.AreIn(title, orWeak: true)) return [];
        var claims = new Reading(new ArticleText(title), true).Claims();
        for (var i = 0; i < claims.Count; i++)
        {
            var label = title.IndexOf(':', StringComparison.Ordinal);
            var saidBy = claims[i].SaidBy ?? (label > 0 ? LabelOf(title[..label], claims[i], ofText) : null);
            claims[i] = claims[i] with { Start = claims[i].Start - title.Length - 1, SaidBy = saidBy };
        }

        return claims;
    }

    private static string? LabelOf(string label, Claim claim, List<Claim> ofText)
    {
        foreach (var said in ofText)
            if (said.SaidBy is { } who && said.Kind == claim.Kind && who.Contains(label, StringComparison.OrdinalIgnoreCase)) return who;
        return null;
    }

    /// <summary>One text while its numbers are read.</summary>
    private sealed class Reading(ArticleText article, bool isTitle)
    {
        private readonly List<Line> lines = article.Lines;
        private readonly ClaimSource sources = new(article.Lines, article.Attribution.Speakers);
        private readonly List<Claim> claims = [];

        private ClaimKind? last;
        private bool lastWasOther;

        public List<Claim> Claims()
        {
            var isLead = true;
            for (var i = 0; i < lines.Count && claims.Count < Most && lines[i].Range.Start < LongestText; i++)
            {
                if (!isTitle && article.Paragraphs[lines[i].Paragraph].Kind is not ParagraphKind.Story) continue;
                ReadLine(i, lines[i], isLead, null);
                ReadQuotations(i, isLead);
                isLead = false;
            }

            return claims;
        }

        /// <summary>What is said between marks: its speaker's numbers.</summary>
        private void ReadQuotations(int index, bool isLead)
        {
            for (var p = 0; p < lines[index].Count; p++)
            {
                if (lines[index][p] is not { Quotation: >= 0 and var quotation }) continue;
                var inner = article.Quotations[quotation].Inner;
                if (last is null && !LossWords.AreIn(inner.Of(article.Text))) continue;
                foreach (var line in LineReader.Read(article.Text, [new Paragraph(inner, ParagraphKind.Story)], []))
                    ReadLine(index, line, isLead, quotation);
            }
        }

        private void ReadLine(int index, Line line, bool isLead, int? quotation)
        {
            if (LossLine.Of(line, isTitle, last is not null) is not { } read) return;
            var goesOn = lastWasOther && index > 0 && lines[index - 1].Paragraph == lines[index].Paragraph
                && line.Word(0) is "It" or "They" or "That" or "Another" or "Those";
            lastWasOther = false;
            foreach (var loss in read.Losses(last))
            {
                var count = loss.Count;
                var other = goesOn || OtherEvents.Tells(line, count.From, loss.Word, isLead || isTitle);
                if (other)
                {
                    lastWasOther = true;
                    continue;
                }

                if (OtherEvents.IsSuperseded(line, count.From, count.To)) continue;
                var said = quotation is { } marks ? new Said(Speaker(marks), false) : sources.Of(index, count.From);
                if (said.IsDenied) continue;
                if (!loss.IsPart) last = loss.Kind;
                Add(line, loss, said.Who);
            }
        }

        private string? Speaker(int quotation) => article.Attribution.Utterances[quotation] is { Spoken: true, Who.Name.Length: > 0 } utterance
            ? utterance.Who.Name
            : null;

        private void Add(Line line, Loss loss, string? saidBy)
        {
            var count = loss.Count;
            var (from, to) = (count.From, Math.Max(count.To, count.End));
            if (loss.Word >= 0 && line[Math.Max(to - 1, loss.Word)].End - line[Math.Min(from, loss.Word)].Start <= LongestWords)
                (from, to) = (Math.Min(from, loss.Word), Math.Max(to, loss.Word + 1));
            var words = line.Span(from, to);
            claims.Add(new Claim(loss.Kind, count.Low, count.High, words.Text, words.Start, saidBy)
            {
                IsApproximate = count.IsApproximate,
                IsPart = loss.IsPart || IsPartOfTold(line, loss),
                Who = Who(line, count),
            });
        }

        /// <summary>
        /// "three more bodies" behind a toll that holds them; "In Dnipro, two workers died", "92 died in Jajarkot alone"
        /// where more were told before.
        /// </summary>
        private bool IsPartOfTold(Line line, Loss loss)
        {
            var count = loss.Count;
            if (count.High is not { } number) return false;
            var more = false;
            foreach (var claim in claims)
                more |= claim.Kind == loss.Kind && !claim.IsPart && (claim.Low ?? claim.High ?? 0) > number && claim.Start >= 0;
            if (!more) return false;
            if (line.Word(0) is "In" or "At" && line.IsCapital(1)) return true;
            if (loss.Word > 0 && line.Word(loss.Word) is "condition" or "injuries" or "wounds") return true;
            for (var i = 0; i + 2 < line.Count; i++)
                if (line.Word(i) is "past" or "last" or "previous" && line.Kind(i + 1) == PieceKind.Number && line.Word(i + 2) is "hours")
                    return true;
            if (count.Head >= 0 && line.Word(count.To) is "more" or "further") return true;
            for (var i = count.End; i < line.Count && i < count.End + 10; i++)
                if (line.Word(i) is "alone") return true;
            return false;
        }

        private static string? Who(Line line, Count count)
        {
            var from = count.To;
            while (from < count.End
                && line.Word(from) is "more" or "other" or "others" or "further" or "of" or "the" or "its" or "people" or "persons")
                from++;
            return from < count.End && count.Of == PartOf.Nothing ? line.Text(from, count.End) : null;
        }
    }
}
