namespace Bot.Tests.Fakes;

/// <summary>How long a test waits for what has to come. What comes ends the wait at once, so only a failure takes this long.</summary>
internal static class Patience
{
    /// <summary>For an event: longer than a machine with ten times more to do than it can needs for it.</summary>
    public static readonly TimeSpan ForAnEvent = TimeSpan.FromSeconds(90);

    /// <summary>
    /// What a platform's deadline is stretched by where both sides live by the machine's clock: the deadline itself is
    /// tested on a moved one.
    /// </summary>
    public static readonly TimeSpan WithABusyMachine = TimeSpan.FromSeconds(30);
}
