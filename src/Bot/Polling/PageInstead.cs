using System.Text;

namespace Bot.Polling;

/// <summary>Says what came in a feed's place, when the parser has found that it is none.</summary>
internal static class PageInstead
{
    /// <param name="asked">The feed's address.</param>
    /// <param name="reason">The parser's words: "this is an HTML page, not a feed".</param>
    /// <returns>A cause, and a sentence in which the parser's words are kept unless there are better ones.</returns>
    public static (FetchCause Cause, string Reason) Describe(Uri asked, FetchOutcome.Fetched fetched, string reason)
    {
        if (!IsHtml(fetched.Body.Span))
            return (FetchCause.NotAFeed, reason);
        if (BotWall.In(fetched.Body.Span) is { } wall)
            return (FetchCause.BotWall, $"a bot wall ({wall}) answers in place of {HostName.Shown(fetched.FinalUrl)}");
        if (SameAddress(asked, fetched.FinalUrl))
            return (FetchCause.NotAFeed, reason);

        var where = FeedAddress.ForLog(fetched.FinalUrl);
        return IsLogin(fetched.FinalUrl)
            ? (FetchCause.RedirectedToPage, $"redirected to what looks like a log-in, {where}")
            : (FetchCause.RedirectedToPage, $"redirected to {where}, which is a page and not a feed");
    }

    private static bool SameAddress(Uri asked, Uri final) => FeedAddress.ToAsk(asked) == final;

    private static bool IsLogin(Uri url)
    {
        foreach (var word in (string[])["login", "log-in", "signin", "sign-in", "sign_in", "auth", "sso", "account"])
        {
            if (url.AbsolutePath.Contains(word, StringComparison.OrdinalIgnoreCase) || HostName.Wire(url).Split('.')[0] == word)
                return true;
        }

        return false;
    }

    private static bool IsHtml(ReadOnlySpan<byte> body)
    {
        var text = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 1024)]);
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
