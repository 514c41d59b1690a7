namespace News.Matching;

/// <summary>Something that a query asks for by itself: a word, a phrase, an entity, a regular expression.</summary>
/// <param name="Written">With its field and marks: <c>title:strike</c>, <c>"drone attack"</c>.</param>
/// <param name="Term">Null of an entity, whose names may be several terms.</param>
/// <param name="Negated">It stands under a NOT.</param>
internal sealed record Asked(string Written, Condition Condition, Term? Term, bool Negated);

/// <summary>A term as its writer knows it, with the field and the marks: <c>title:strike</c>, <c>="Drone Attack"</c>.</summary>
internal static class WrittenTerm
{
    public static string Of(Term term) => FieldOf(term) + Marked(term);

    /// <summary><c>title:</c>, or nothing where no field is named.</summary>
    public static string FieldOf(Term term) => term.Fields == FieldSet.Story ? "" : term.Fields.ToString().ToLowerInvariant() + ":";

    public static bool IsExact(Term term) => term.Wordings is [{ Words: [{ Demand: Demand.Exactly }, ..] }, ..];

    /// <summary>Without the field.</summary>
    private static string Marked(Term term) => term.Quoted ? $"{(IsExact(term) ? "=" : "")}\"{term.Written}\"" : term.Written;
}
