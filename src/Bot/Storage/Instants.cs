namespace Bot.Storage;

/// <summary>Instants as the database keeps them: milliseconds since 1970 in UTC.</summary>
internal static class Instants
{
    public static long ToStored(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static DateTimeOffset FromStored(this long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);

    public static DateTimeOffset? FromStored(this long? stored) => stored?.FromStored();
}
