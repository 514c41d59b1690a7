using System.Collections.Immutable;
using News.Articles;
using News.Summaries;

namespace News.Alerts;

/// <summary>
/// Weighs what people say in an article: what is on the subject, by a speaker whom the article names, and tells something
/// comes before what is none of these.
/// </summary>
/// <param name="subject">Where the words stand in the text that a query met, in any order; empty where nothing is asked for.</param>
/// <param name="sentences">Of the text, in its order; asked only where there is a subject.</param>
internal sealed class QuoteChoice(
    string text, ImmutableArray<Statement> statements, ImmutableArray<TextRange> subject, Lazy<ImmutableArray<TextRange>> sentences)
{
    /// <summary>Words that tell something take room: "Yes", "It is over" do not.</summary>
    private const int LeastWords = 3, Short = 25, Brief = 40;

    /// <summary>What is longer is a speech, of which an alert shows the beginning.</summary>
    private const int Long = 280;

    /// <summary>Of the words of the shorter of two statements, shared by both, when they say the same.</summary>
    private const double TheSame = 0.6;

    /// <summary>Of the weightiest ones: comparing them all would not stay linear in what a hostile text holds.</summary>
    private const int Compared = 100;

    /// <summary>Of the subject's places, those among which a speaker's name is looked for.</summary>
    private const int MostNamed = 100;

    private readonly Dictionary<string, bool> _isNamedBySubject = new(StringComparer.Ordinal);

    private readonly ImmutableArray<TextRange> _subject = subject.Sort((one, other) => one.Start.CompareTo(other.Start));

    /// <summary>The weightiest so many, in the order of the text. None says what another of them says, and who is among them already comes after others.</summary>
    public ImmutableArray<Statement> Best(int count)
    {
        var left = statements.Where(IsTelling).Select(statement => (Statement: statement, Weight: Weight(statement)))
            .OrderByDescending(one => one.Weight).Take(Compared).ToList();
        var chosen = ImmutableArray.CreateBuilder<Statement>(count);
        while (chosen.Count < count && left.Count > 0)
        {
            var best = left.MaxBy(one => one.Weight - (chosen.Any(other => IsOfSameSpeaker(other, one.Statement)) ? 3 : 0));
            left.Remove(best);
            if (!chosen.Any(other => SaySame(other, best.Statement)))
                chosen.Add(best.Statement);
        }

        chosen.Sort((one, other) => one.Start.CompareTo(other.Start));
        return chosen.ToImmutable();
    }

    /// <summary>A word or two in marks ("study", "Yes") are said by somebody, and tell nobody anything without their sentence.</summary>
    private static bool IsTelling(Statement statement) =>
        !statement.LacksItsBeginning && statement.Parts.Any(part => Statement.CountWords(part.Text, LeastWords) >= LeastWords);

    private int Weight(Statement statement) => Subject(statement) + Speaker(statement) + Information(statement);

    /// <summary>Whether a word of the subject stands in it, in its sentence, or in the name of its speaker.</summary>
    private int Subject(Statement statement)
    {
        if (_subject.IsEmpty)
            return 0;
        var said = statement.Parts.Any(part => Touches(part.Start, part.End)) ? 4
            : statement.Parts.Any(part => SentenceAt(part.Start) is { IsEmpty: false } around && Touches(around.Start, around.End)) ? 2
            : 0;
        return said + (IsBySubject(statement) ? 2 : 0);
    }

    private static int Speaker(Statement statement) => statement.Speaker is not { Length: > 0 } name ? 0
        : char.IsLower(name[0]) || GrammarWords.Determiners.Contains(FirstWord(name)) ? 2 // "a spokesman", "officials in the capital"
        : statement.Role is null ? 3
        : 4;

    private static int Information(Statement statement)
    {
        var length = statement.Length;
        var information = length < Short ? -3 : length < Brief ? 0 : length <= Long ? 1 : 0;
        if (statement.Parts.Any(part => part.Kind != QuoteKind.Partial))
            information++;
        if (statement.Parts.Any(part => part.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0))
            information++;
        if (statement.Parts.Any(part => HasName(part.Text)))
            information++;
        return information;
    }

    private static ReadOnlySpan<char> FirstWord(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? name.AsSpan(0, end) : name;

    /// <summary>A capital inside a sentence: "the fleet left Basra", not "We left. They stayed", nor "what I saw".</summary>
    private static bool HasName(string words)
    {
        for (var i = 2; i < words.Length - 1; i++)
        {
            if (char.IsUpper(words[i]) && words[i - 1] == ' ' && char.IsLower(words[i + 1]) && (char.IsLetter(words[i - 2]) || words[i - 2] == ','))
                return true;
        }

        return false;
    }

    /// <summary>The subject stands in the words beside the quotation, or in the speaker's name anywhere.</summary>
    private bool IsBySubject(Statement statement)
    {
        if (statement.Parts.Any(part => part.Mention is { } mention && Touches(mention.Start, mention.End)))
            return true;
        if (statement.Speaker is not { Length: > 0 } name)
            return false;
        if (!_isNamedBySubject.TryGetValue(name, out var isNamed))
            _isNamedBySubject.Add(name, isNamed = _subject.Take(MostNamed).Any(place => IsWithin(name, place)));
        return isNamed;
    }

    /// <summary>Whether the name stands where the place is a part of it.</summary>
    private bool IsWithin(string name, TextRange place)
    {
        var from = Math.Max(0, place.Start - name.Length);
        var around = text.AsSpan(from, Math.Min(text.Length, place.End + name.Length) - from);
        return around.IndexOf(name) is >= 0 and var at && from + at < place.End && from + at + name.Length > place.Start;
    }

    private TextRange SentenceAt(int position)
    {
        var at = PartitionPoint.Of(sentences.Value.AsSpan(), position, static (sentence, sought) => sentence.End <= sought);
        return at < sentences.Value.Length && sentences.Value[at].Contains(position) ? sentences.Value[at] : default;
    }

    private bool Touches(int start, int end)
    {
        var at = PartitionPoint.Of(_subject.AsSpan(), start, static (place, sought) => place.Start < sought);
        return at < _subject.Length && _subject[at].Start < end;
    }

    private static bool IsOfSameSpeaker(Statement one, Statement other) => one.Speaker is not null && one.Speaker == other.Speaker;

    private static bool SaySame(Statement one, Statement other)
    {
        var (few, many) = (Words(one), Words(other));
        if (few.Count > many.Count)
            (few, many) = (many, few);
        return few.Count(many.Contains) >= TheSame * few.Count;
    }

    private static HashSet<string> Words(Statement statement) =>
        [.. statement.Parts.SelectMany(part => FoldedTitle.Of(part.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(word => !GrammarWords.Determiners.Contains(word))];
}
