using System.Collections.Immutable;
using News.Claims;

namespace News.Alerts;

/// <summary>A report of a story, as far as its numbers go.</summary>
/// <param name="Source">Its publisher.</param>
public sealed record ReportedClaims(string Source, DateTimeOffset Published, ImmutableArray<Claim> Claims);

/// <summary>Brings together what the reports of a story say about one number.</summary>
public static class TollTable
{
    /// <param name="reports">In the order in which they came.</param>
    public static ImmutableArray<AlertToll> Of(IReadOnlyList<ReportedClaims> reports) => [];

    /// <summary>What a later report changes in the numbers: a line for each kind whose range or latest number is another one by it.</summary>
    public static ImmutableArray<string> Changes(ImmutableArray<AlertToll> before, ImmutableArray<AlertToll> after) => [];
}
