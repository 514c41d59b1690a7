namespace Bot.Cards;

/// <summary>"1 story", "2 stories".</summary>
internal static class Plural
{
    public static string Of(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
