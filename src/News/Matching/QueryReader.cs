using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>
/// Reads the query language by recursive descent: OR of ANDs of NOTs of words, phrases and parentheses.
/// </summary>
/// <remarks>Recursion is as deep as <see cref="Query.DeepestNesting"/>, whatever the input.</remarks>
internal sealed class QueryReader
{
    private const string Understood = "words, \"phrases\", AND, OR, NOT, ( ), strik*, =US and title:, text:, source:, author:, category:";

    private readonly List<Term> _terms = [];
    private readonly QueryLexer _lexer;
    private readonly EntityBook _entities;
    private int _depth;
    private int _firstNot;
    private QueryError? _error;

    private QueryReader(string text, EntityBook entities)
    {
        _lexer = new QueryLexer(text);
        _entities = entities;
    }

    public static QueryReading Read(string text, EntityBook entities)
    {
        if (text.Length > Query.LongestText)
        {
            return new QueryReading.Wrong(new QueryError(
                Query.LongestText, $"A query may be {Query.LongestText:N0} characters long, and this one has {text.Length:N0}."));
        }

        var reader = new QueryReader(text, entities);
        return reader.ReadQuery() is { } condition
            ? new QueryReading.Read(new Query(text, condition, [.. reader._terms]))
            : new QueryReading.Wrong(reader._error!);
    }

    // Each of these gives null once an error is noted; the first error is the one that is told.

    private Condition? ReadQuery()
    {
        if (_lexer.Current.Kind == QueryTokenKind.End)
            return Wrong(0, "A query needs at least one word, as in: airstrike AND Iraq");
        var condition = ReadAny(FieldSet.Story);
        if (condition is null)
            return null;
        if (_lexer.Current.Kind == QueryTokenKind.Close)
            return Wrong(_lexer.Current.Start, "This ) has no ( before it.");
        return condition.Holds(Sightings.OfNothing)
            ? Wrong(_firstNot, "This would match every article without these words, whatever it is about. Say beside the NOT what must be there, as in: airstrike NOT football")
            : condition;
    }

    private Condition? ReadAny(FieldSet fields)
    {
        var parts = ImmutableArray.CreateBuilder<Condition>();
        while (ReadAll(fields) is { } part)
        {
            parts.Add(part);
            if (_lexer.Current.Kind != QueryTokenKind.Or)
                return parts.Count == 1 ? part : new AnyOf(parts.DrainToImmutable());
            _lexer.Advance();
        }

        return null;
    }

    private Condition? ReadAll(FieldSet fields)
    {
        var parts = ImmutableArray.CreateBuilder<Condition>();
        while (ReadNot(fields) is { } part)
        {
            parts.Add(part);
            if (_lexer.Current.Kind is QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End)
                return parts.Count == 1 ? part : new AllOf(parts.DrainToImmutable());
            if (_lexer.Current.Kind == QueryTokenKind.And)
                _lexer.Advance();
        }

        return null;
    }

    private Condition? ReadNot(FieldSet fields)
    {
        var negated = false;
        for (; _lexer.Current.Kind == QueryTokenKind.Not; _lexer.Advance())
        {
            if (!negated && _firstNot == 0)
                _firstNot = _lexer.Current.Start;
            negated = !negated;
        }

        var condition = ReadOne(fields);
        return negated && condition is not null ? new NoneOf(condition) : condition;
    }

    private Condition? ReadOne(FieldSet fields)
    {
        var token = _lexer.Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return ReadParentheses(fields);
            case QueryTokenKind.Field:
                return ReadField(token);
            case QueryTokenKind.Word or QueryTokenKind.Phrase:
                _lexer.Advance();
                return AddTerm(token, fields);
            case QueryTokenKind.Wrong:
                return Wrong(token.Start, token.Text);
            default:
                return Wrong(token.Start, $"{_lexer.Place} a word, a \"phrase\" or a ( is expected{Found(token)}.");
        }
    }

    private Condition? ReadParentheses(FieldSet fields)
    {
        var open = _lexer.Current.Start;
        if (++_depth > Query.DeepestNesting)
            return Wrong(open, $"Parentheses may stand {Query.DeepestNesting} deep in one another, and this is one more.");
        _lexer.Advance();
        var condition = ReadAny(fields);
        if (condition is null)
            return null;
        if (_lexer.Current.Kind != QueryTokenKind.Close)
            return Wrong(open, "This ( has no ) after it.");
        _depth--;
        _lexer.Advance();
        return condition;
    }

    private Condition? ReadField(QueryToken name)
    {
        var fields = FieldsNamed(name.Text);
        if (fields == FieldSet.None)
            return Wrong(name.Start, $"There is no field called {name.Text}. Understood are title:, text:, source:, author: and category:; a word with a colon in it goes into marks.");
        _lexer.Advance();
        return _lexer.Current.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open or QueryTokenKind.Wrong
            ? ReadOne(fields)
            : Wrong(_lexer.Current.Start, $"After {name.Text}: a word, a \"phrase\" or a ( is expected.");
    }

    private static string Found(QueryToken token) => token.Kind switch
    {
        QueryTokenKind.End => "",
        QueryTokenKind.Close => ", not a )",
        _ => $", not {token.Text} (in small letters or \"in marks\" it is a word)",
    };

    private static FieldSet FieldsNamed(string name) => name.ToUpperInvariant() switch
    {
        "TITLE" => FieldSet.Title,
        "TEXT" => FieldSet.Text,
        "SOURCE" => FieldSet.Source,
        "AUTHOR" => FieldSet.Author,
        "CATEGORY" => FieldSet.Category,
        _ => FieldSet.None,
    };

    private Stands? AddTerm(QueryToken token, FieldSet fields)
    {
        if (_terms.Count == Query.MostTerms)
            return Wrong(token.Start, $"A query may have {Query.MostTerms} words and phrases, and this is one more.");
        var quoted = token.Kind == QueryTokenKind.Phrase;
        if (!quoted && AdviceOn(token.Text) is { } advice)
            return Wrong(token.Start, advice);
        var start = token.IsExact && !quoted ? 1 : 0;
        if (ReadWords(token.Text[start..], token.Start + start, token.IsExact) is not { } wording)
            return null;
        var words = wording.Words;
        if (words.Length == 0)
            return Wrong(token.Start, $"A letter or a digit is expected here; {Understood} are understood.");
        if (words.Length > Term.LongestPhrase)
            return Wrong(token.Start, $"A phrase may have {Term.LongestPhrase} words, and this one has {words.Length:N0}.");
        var term = new Term(token.Text, [wording], fields, quoted) { Index = _terms.Count };
        _terms.Add(term);
        return new Stands(term);
    }

    /// <summary>What to write instead of what other query languages write, and people will try here.</summary>
    private static string? AdviceOn(string text) => text switch
    {
        ['-' or '\u2013' or '\u2212', _, ..] => $"To leave something out, write NOT {text[1..]}.",
        ['&' or '+', ..] => "For both, write AND between the words, or only a space.",
        ['|', ..] => "For either, write OR between the words.",
        ['@', ..] => $"Names with @ are not understood; {Understood} are.",
        ['/', ..] => $"Regular expressions are not understood; {Understood} are.",
        "NEAR" or ['N', 'E', 'A', 'R', '/', ..] => $"NEAR is not understood; {Understood} are. In small letters it is a word.",
        _ => null,
    };

    private Wording? ReadWords(string text, int start, bool exact)
    {
        var read = new Words();
        read.Read(text);
        var words = ImmutableArray.CreateBuilder<QueryWord>(read.Count);
        var joins = 0UL;
        foreach (var word in read.All)
        {
            var starred = word.End < text.Length && text[word.End] == '*';
            if (starred && word.FoldedLength < 3 && (word.Shape & WordShape.Single) == WordShape.None)
            {
                Wrong(start + word.End, "A * needs three letters before it, as in: strik*");
                return null;
            }

            words.Add(WordOf(text[word.Start..word.End], read.FoldedOf(word).ToString(), word.Shape, starred, exact, _entities));
            if (words.Count is > 1 and < 64 && MayJoin(words[^2], words[^1], word.Gap))
                joins |= 1UL << (words.Count - 2);
        }

        if (StrayStar(text, read) is { } stray)
        {
            Wrong(start + stray, "A * stands at a word's end, as in: strik*");
            return null;
        }

        return new Wording(words.DrainToImmutable(), joins);
    }

    private static QueryWord WordOf(string written, string folded, WordShape shape, bool starred, bool exact, EntityBook entities) =>
        exact ? QueryWord.Exactly(written, folded)
        : starred && (shape & WordShape.Single) == WordShape.None ? QueryWord.Beginning(written, folded)
        : QueryWord.Of(written, folded, shape, entities.PeopleOf((shape & WordShape.Lower) == WordShape.None ? folded.ToUpperInvariant() : folded));

    private static bool MayJoin(QueryWord first, QueryWord second, Gap gap) =>
        first.IsPlain && second.IsPlain
        && (gap == Gap.Hyphen || (gap == Gap.Space && FunctionWords.MayCompound(first.Folded, second.Folded)));

    private static int? StrayStar(string text, Words read)
    {
        if (!text.Contains('*', StringComparison.Ordinal))
            return null;
        var ends = new HashSet<int>();
        foreach (var word in read.All)
            ends.Add(word.End);
        for (var i = 0; i < text.Length; i++)
        {
            var endsWord = ends.Contains(i) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]));
            if (text[i] == '*' && !endsWord)
                return i;
        }

        return null;
    }

    private Stands? Wrong(int position, string message)
    {
        _error ??= new QueryError(position, message);
        return null;
    }
}
