using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>
/// Reads the query language by recursive descent: OR of ANDs of NOTs of NEARs of words, phrases and parentheses.
/// </summary>
/// <remarks>Recursion is as deep as <see cref="Query.DeepestNesting"/>, whatever the input.</remarks>
internal sealed class QueryReader
{
    private readonly TermReader _terms;
    private readonly QueryLexer _lexer;
    private int _depth;
    private int _firstNot;
    private QueryError? _error;

    private QueryReader(string text, EntityBook entities)
    {
        _lexer = new QueryLexer(text);
        _terms = new TermReader(entities, QueryLexer.IsShouted(text));
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
            ? new QueryReading.Read(new Query(text, condition, reader._terms.Indexed, reader._terms.Fields, reader._terms.Regexes, reader._terms.Named))
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
        var before = default(QueryToken);
        while (true)
        {
            var token = _lexer.Current;
            if (ReadNot(fields) is not { } part)
                return null;
            parts.Add(part);
            var isWord = token is { Kind: QueryTokenKind.Word, IsExact: false } && _lexer.Previous == token;
            if (isWord && IsCompound(before.Text, token.Text))
            {
                var written = $"{before.Text} {token.Text}";
                if (ReadTerm(new QueryToken(QueryTokenKind.Phrase, before.Start, written), fields) is not { } whole)
                    return null;
                parts.RemoveAt(parts.Count - 1);
                parts[^1] = new Compound(written, new AllOf([parts[^1], part]), whole);
                isWord = false; // nor half of the next
            }

            before = isWord ? token : default;
            if (_lexer.Current.Kind is QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End)
                return parts.Count == 1 ? parts[0] : new AllOf(parts.DrainToImmutable());
            if (_lexer.Current.Kind == QueryTokenKind.And)
            {
                before = default;
                _lexer.Advance();
            }
        }
    }

    /// <summary>Whether two words side by side are what people also write as one: who types air strike means airstrikes, too.</summary>
    private static bool IsCompound(string? first, string second) =>
        first is not null && EnglishCompounds.IsNoun((first + second).ToLowerInvariant());

    private Condition? ReadNot(FieldSet fields)
    {
        var negated = false;
        for (; _lexer.Current.Kind == QueryTokenKind.Not; _lexer.Advance())
        {
            if (!negated && _firstNot == 0)
                _firstNot = _lexer.Current.Start;
            negated = !negated;
        }

        var condition = ReadNear(fields);
        return negated && condition is not null ? new NoneOf(condition) : condition;
    }

    /// <summary>NEAR binds tighter than all else, and from left to right.</summary>
    private Condition? ReadNear(FieldSet fields)
    {
        var start = _lexer.Current.Start;
        var left = ReadOne(fields);
        while (left is not null && _lexer.Current.Kind == QueryTokenKind.Near)
        {
            var near = _lexer.Current;
            if (QueryAdvice.OnNear(near.Text, out var words) is { } wrong)
                return Wrong(near.Start, wrong);
            if (!left.HasPlaces)
                return WrongOperand(start);
            _lexer.Advance();
            var startOfRight = _lexer.Current.Start;
            if (_lexer.Current.Kind == QueryTokenKind.Not)
                return WrongOperand(startOfRight);
            if (ReadOne(fields) is not { } right)
                return null;
            if (!right.HasPlaces)
                return WrongOperand(startOfRight);
            if (Math.Max(left.Nears, right.Nears) == Near.MostNears)
                return Wrong(near.Start, $"NEAR may stand {Near.MostNears} times in a row or in one another, and this is one more.");
            left = new Near(left, right, words, _lexer.Between(start, _lexer.PreviousEnd));
        }

        return left;
    }

    private Condition? WrongOperand(int start) => Wrong(start,
        "Beside NEAR a word, a \"phrase\", an @entity, a /regex/ or several of them with OR in ( ) are expected; AND and NOT have no place that something could be near to. Say what must not be there behind it, as in: drone NEAR/8 Iraq NOT football");

    private Condition? ReadOne(FieldSet fields)
    {
        var token = _lexer.Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return ReadParentheses(fields);
            case QueryTokenKind.Field:
                return ReadField(token);
            case QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Entity or QueryTokenKind.Regex:
                _lexer.Advance();
                return ReadTerm(token, fields);
            case QueryTokenKind.Wrong:
                return Wrong(token.Start, token.Text);
            case QueryTokenKind.Near when QueryAdvice.OnNear(token.Text, out _) is { } advice:
                return Wrong(token.Start, advice);
            default:
                return Wrong(token.Start, $"{_lexer.Place} a word, a \"phrase\" or a ( is expected{Found(token)}.");
        }
    }

    private Condition? ReadTerm(QueryToken token, FieldSet fields)
    {
        var condition = _terms.Read(token, fields, out var error);
        _error ??= error;
        return condition;
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
        var fields = QueryAdvice.FieldsNamed(name.Text);
        if (fields == FieldSet.None)
            return Wrong(name.Start, QueryAdvice.OnUnknownField(name.Text));
        _lexer.Advance();
        if (_lexer.Current.Kind == QueryTokenKind.Field)
            return Wrong(_lexer.Current.Start, $"A field can't stand in another: {name.Text}: is expected before a word, a \"phrase\" or a (. For either field write OR, as in: title:oil OR source:oil");
        return _lexer.Current.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Entity or QueryTokenKind.Regex
            or QueryTokenKind.Open or QueryTokenKind.Wrong
            ? ReadOne(fields)
            : Wrong(_lexer.Current.Start, $"After {name.Text}: a word, a \"phrase\" or a ( is expected.");
    }

    private static string Found(QueryToken token) => token.Kind switch
    {
        QueryTokenKind.End => "",
        QueryTokenKind.Close => ", not a )",
        _ => $", not {token.Text} (in small letters or \"in marks\" it is a word)",
    };

    private Condition? Wrong(int position, string message)
    {
        _error ??= new QueryError(position, message);
        return null;
    }
}
