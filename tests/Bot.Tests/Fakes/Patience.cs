namespace Bot.Tests.Fakes;

/// <summary>How long a test waits for what has to come. What comes ends the wait at once, so only a failure takes this long.</summary>
internal static class Patience
{
    /// <summary>For an event: longer than a machine with ten times more to do than it can needs for it.</summary>
    public static readonly TimeSpan ForAnEvent = TimeSpan.FromSeconds(90);

    /// <summary>Looks until something is so.</summary>
    /// <param name="instead">What is to be known where it never comes to that.</param>
    public static async Task UntilAsync(Func<bool> isSo, string what, Func<string>? instead = null)
    {
        var end = DateTime.UtcNow + ForAnEvent;
        while (!isSo())
        {
            if (DateTime.UtcNow > end)
                throw new TimeoutException($"It never came to this: {what}. {instead?.Invoke()}");
            await Task.Delay(20);
        }
    }

    /// <summary>
    /// What a platform's deadline is stretched by where both sides live by the machine's clock: the deadline itself is
    /// tested on a moved one.
    /// </summary>
    public static readonly TimeSpan WithABusyMachine = TimeSpan.FromSeconds(30);
}
