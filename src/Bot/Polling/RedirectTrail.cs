using System.Net;

namespace Bot.Polling;

/// <summary>The way from a feed's address to the one that answers: where it may lead, and how far.</summary>
internal sealed class RedirectTrail(Uri start)
{
    private const int MostRedirects = 5;

    // Most ways have no bend, and need no list.
    private List<Uri>? _left;
    private bool _forGood = true;

    /// <summary>The address to ask now.</summary>
    public Uri At { get; private set; } = start;

    /// <summary>
    /// How far the feed has moved for good: to the end of the 301s and 308s at the beginning of the way. What
    /// lies behind a 302 holds for today.
    /// </summary>
    public Uri? MovedTo { get; private set; }

    /// <summary>What the last one on the way asked to wait that asked for anything.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Takes a redirect; gives the refusal where it may not be followed.</summary>
    public FetchOutcome.Refused? Follow(Uri next, HttpStatusCode status)
    {
        if (!FeedAddress.IsWeb(next))
            return new FetchOutcome.Refused($"redirected to an address that is neither http nor https ({next.Scheme})") { Cause = FetchCause.NotWeb };
        _left ??= [];
        _left.Add(At);
        if (_left.Contains(next))
            return Endless($"redirects in a circle, back to {FeedAddress.ForLog(next)}");
        if (_left.Count > MostRedirects)
            return Endless($"redirected more than {MostRedirects} times");

        _forGood &= status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
        if (_forGood)
            MovedTo = next;
        At = next;
        return null;
    }

    private static FetchOutcome.Refused Endless(string reason) => new(reason) { Cause = FetchCause.BadRedirect };
}
