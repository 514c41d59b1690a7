namespace News.Articles;

/// <summary>What is stored of an item, for holding another of its title against it.</summary>
/// <param name="Published">The time of receipt where the feed gave no date.</param>
/// <param name="Text">As an <see cref="Article"/> has it.</param>
public sealed record StoredItem(DateTimeOffset Published, DateTimeOffset Received, string Text);

/// <summary>An item that looks new, at its place in the document, and the one stored item that has its title.</summary>
internal sealed record Namesake(int Place, ItemIdentity Item, StoredItem Before);

/// <summary>
/// Tells a feed that was issued anew, with new guids and links for what it had, from one whose titles come back.
/// </summary>
/// <remarks>
/// A site that moves floods a channel with what it told long ago. A feed that lists what is in force now ("Air raid alert
/// in Kyiv", "… in Odesa") fills a document with known titles each night, and each is news. So titles prove nothing but
/// where most of the document has them, and only of an item that is
/// <list type="bullet">
/// <item>dated before the stored one was received, or</item>
/// <item>word for word the stored one, with a text long enough to be a story's; where such items are dated, at one time,
/// though their stories happened one after the other: that is when they were moved.</item>
/// </list>
/// </remarks>
internal static class Reissue
{
    // Fewer are no flood.
    private const int Fewest = 5;

    // In UTF-16 code units: longer than "Proceed to the nearest shelter and stay there until the all-clear."
    private const int StoryLength = 120;

    // So many times closer together than they were, and hours apart before, dates are those of a move.
    private const int Closer = 4;
    private static readonly TimeSpan OneAfterTheOther = TimeSpan.FromHours(1);

    public static bool AreEnough(int some, int all) => some >= Fewest && some * 2 > all;

    /// <returns>The places of those that were issued anew; empty where they are not <see cref="AreEnough"/>.</returns>
    public static HashSet<int> Among(IReadOnlyList<Namesake> namesakes, int all)
    {
        var places = namesakes.Where(IsOlder).Select(one => one.Place).ToHashSet();
        var retold = namesakes.Where(one => !IsOlder(one) && IsRetold(one)).ToList();
        places.UnionWith(retold.Where(one => one.Item.Seconds is null).Select(one => one.Place));
        var dated = retold.Where(one => one.Item.Seconds is not null).ToList();
        if (AreOfOneTime(dated))
            places.UnionWith(dated.Select(one => one.Place));
        return AreEnough(places.Count, all) ? places : [];
    }

    private static bool IsOlder(Namesake one) => one.Item.Seconds is { } seconds && seconds <= one.Before.Received.ToUnixTimeSeconds();

    private static bool IsRetold(Namesake one) => one.Before.Text.Length >= StoryLength && one.Item.Text == one.Before.Text;

    private static bool AreOfOneTime(List<Namesake> dated)
    {
        if (dated.Count == 0)
            return false;
        var before = dated.Max(one => one.Before.Published) - dated.Min(one => one.Before.Published);
        var now = TimeSpan.FromSeconds(dated.Max(one => one.Item.Seconds!.Value) - dated.Min(one => one.Item.Seconds!.Value));
        return before >= OneAfterTheOther && now <= before / Closer;
    }
}
