using System.Security.Cryptography;
using System.Text;
using News.Feeds;

namespace Bot.Polling;

/// <summary>What asking for a feed once came to, before the schedule has seen it.</summary>
/// <param name="Status">One plain sentence.</param>
/// <param name="Outcome">Null where something unexpected happened.</param>
internal sealed record FeedVisit(string Status, bool Failed, FetchOutcome? Outcome)
{
    /// <summary>The feed, where the answer was read and all of it is saved.</summary>
    public Feed? Read { get; init; }

    /// <summary>How many of its items were not known before.</summary>
    public int Fresh { get; init; }

    /// <summary>Knows the body again, where there was one and it is a feed.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Why there is no feed, where there is none.</summary>
    public FetchCause? Cause { get; init; }

    /// <summary>Nobody will publish there again: the site or the feed says so.</summary>
    public bool IsTheLast { get; init; }

    public static FeedVisit Good(string status, FetchOutcome outcome) => new(status, Failed: false, outcome);

    public static FeedVisit Bad(string reason, FetchOutcome? outcome) => new(Sentence(reason), Failed: true, outcome) { Cause = outcome?.Cause };

    /// <summary>
    /// Stands for a body at an address, with what its headers say of hubs: the same bytes are the same feed there, whatever
    /// their validators. Read by another build of the parser they may be another one.
    /// </summary>
    public static string Hash(FetchOutcome.Fetched fetched)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(FeedParser).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes($"{fetched.FinalUrl.AbsoluteUri}\n{fetched.ContentType}\n{fetched.Self}\n{string.Join(' ', fetched.Hubs)}\n"));
        hash.AppendData(fetched.Body.Span);
        return Convert.ToHexString(hash.GetHashAndReset(), 0, 16);
    }

    private static string Sentence(string reason) =>
        reason.EndsWith('.') ? reason : $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.";
}
