using News.Entities;
using News.Matching;

namespace News.Tests.Matching;

/// <summary>Queries for these tests, which are right, and the errors in those that are not.</summary>
internal static class Queries
{
    public static Query Of(string text, EntityBook? entities = null) => Query.Parse(text, entities) switch
    {
        QueryReading.Read read => read.Query,
        QueryReading.Wrong wrong => throw new ArgumentException($"{wrong.Error.Message}\n{wrong.Error.Pointer(text)}", nameof(text)),
        _ => throw new InvalidOperationException(),
    };

    public static QueryError ErrorIn(string text) => Assert.IsType<QueryReading.Wrong>(Query.Parse(text)).Error;
}
