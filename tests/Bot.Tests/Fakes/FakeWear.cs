namespace Bot.Tests.Fakes;

/// <summary>
/// How often a fake platform fails by itself, for a bot that is watched for a while: of the calls that change something
/// (posts, edits, threads), counted over all of them. Every so many, none where it is zero.
/// </summary>
public sealed class FakeWear
{
    private int _calls;

    /// <summary>What one call meets.</summary>
    public enum Mishap
    {
        None,

        /// <summary>It is done, and its answer is lost: by turns a dropped connection and a server error.</summary>
        Dropped,
        AnsweredWithError,

        /// <summary>It is not done, and answered with a server error.</summary>
        Failed,

        /// <summary>It is not done, and told to come again in a second.</summary>
        Limited,
    }

    public int LoseEvery { get; set; }

    public int FailEvery { get; set; }

    public int LimitEvery { get; set; }

    /// <summary>
    /// The bot is killed now and then. What one that was just started can't know (how much of a limit is used up) is then no
    /// violation: it is answered with a limit all the same.
    /// </summary>
    public bool BotIsKilled { get; set; }

    internal Mishap Next()
    {
        var call = Interlocked.Increment(ref _calls);
        return Falls(call, LimitEvery) ? Mishap.Limited
            : Falls(call, FailEvery) ? Mishap.Failed
            : Falls(call, LoseEvery) ? (call / LoseEvery % 2 == 0 ? Mishap.AnsweredWithError : Mishap.Dropped)
            : Mishap.None;
    }

    private static bool Falls(int call, int every) => every > 0 && call % every == 0;
}
