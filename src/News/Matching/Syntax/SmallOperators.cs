using System.Text;

namespace News.Matching;

/// <summary>
/// Finds and, or, not in a query: in small letters they are words to be met, and nearly everybody who writes them
/// means AND, OR, NOT.
/// </summary>
public static class SmallOperators
{
    /// <summary>
    /// The first of them as it stands in the query, and the query with all of them as operators, which may not be a
    /// right one; null where there is none.
    /// </summary>
    public static (string Word, string Instead)? In(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string? first = null;
        var instead = new StringBuilder(query);
        var lexer = new QueryLexer(query);
        for (var before = QueryTokenKind.End; lexer.Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Wrong); lexer.Advance())
        {
            var token = lexer.Current;
            var isOperator = token is { Kind: QueryTokenKind.Word, IsExact: false } && before is not (QueryTokenKind.Field or QueryTokenKind.Near)
                && (IsCalled(token, "AND") || IsCalled(token, "OR") || IsCalled(token, "NOT"));
            before = token.Kind;
            if (!isOperator)
                continue;
            first ??= token.Text;
            for (var i = 0; i < token.Text.Length; i++)
                instead[token.Start + i] = char.ToUpperInvariant(token.Text[i]);
        }

        return first is null ? null : (first, instead.ToString());
    }

    private static bool IsCalled(QueryToken token, string name) => token.Text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
