using System.Net;

namespace Bot.Polling;

/// <summary>The way from a feed's address to the one that answers: where it may lead, and how far.</summary>
internal sealed class RedirectTrail(Uri start)
{
    private const int MostRedirects = 5;

    private readonly HashSet<Uri> _visited = [start];
    private bool _forGood = true;

    /// <summary>The address to ask now.</summary>
    public Uri At { get; private set; } = start;

    /// <summary>
    /// How far the feed has moved for good: to the end of the 301s and 308s at the beginning of the way. What
    /// lies behind a 302 holds for today.
    /// </summary>
    public Uri? MovedTo { get; private set; }

    /// <summary>Takes a redirect; gives the refusal where it may not be followed.</summary>
    public FetchOutcome.Refused? Follow(Uri next, HttpStatusCode status)
    {
        if (!FeedAddress.IsWeb(next))
            return new FetchOutcome.Refused($"redirected to an address that is neither http nor https ({next.Scheme})");
        if (!_visited.Add(next))
            return new FetchOutcome.Refused($"redirects in a circle, back to {FeedAddress.ForLog(next)}");
        if (_visited.Count > MostRedirects + 1)
            return new FetchOutcome.Refused($"redirected more than {MostRedirects} times");

        _forGood &= status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
        if (_forGood)
            MovedTo = next;
        At = next;
        return null;
    }
}
