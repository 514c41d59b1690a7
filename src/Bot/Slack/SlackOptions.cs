using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>The settings under <c>Slack</c>.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>Posts and reads: <c>xoxb-…</c>. Empty: no Slack.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Opens Socket Mode, on which commands arrive: <c>xapp-…</c>. Empty: alerts only.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>Where the Web API's methods stand, with or without the slash at the end.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Who may change feeds and watchlists besides the workspace's admins and owners: <c>U0123ABCD</c>.</summary>
    public IList<string> Managers { get; init; } = [];

    /// <summary>A local server speaks plain http and ws; Slack never does.</summary>
    internal bool PlainAllowed => ApiBaseUrl.TrimStart().StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of a Web API method.</summary>
    internal Uri MethodUrl(string method) => new($"{ApiBaseUrl.Trim().TrimEnd('/')}/{method}");
}

/// <summary>
/// Names the key that is wrong and what it takes. How a token begins is not checked, since a server that only speaks
/// the protocol may hand out its own kind.
/// </summary>
internal sealed class SlackOptionsCheck : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var wrong = new List<string>();
        if (options.BotToken.Length == 0 && options.AppToken.Length > 0)
            wrong.Add("Slack:BotToken is empty while Slack:AppToken is set: it takes the Bot User OAuth Token (xoxb-…) from OAuth & Permissions.");
        else if (!IsToken(options.BotToken))
            wrong.Add("Slack:BotToken takes the Bot User OAuth Token (xoxb-…), without white space.");
        if (options.AppToken.Length > 0 && !IsToken(options.AppToken))
            wrong.Add("Slack:AppToken takes an App-Level Token (xapp-…) with the scope connections:write, without white space.");
        if (!Uri.TryCreate(options.ApiBaseUrl.Trim(), UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || url.Query.Length + url.Fragment.Length > 0)
        {
            wrong.Add("Slack:ApiBaseUrl takes an absolute http or https address: https://slack.com/api/");
        }

        foreach (var manager in options.Managers.Where(manager => manager.Length < 2 || !manager.All(char.IsAsciiLetterOrDigit)))
            wrong.Add($"Slack:Managers takes member ids (U0123ABCD: profile → ⋮ → Copy member ID), not \"{manager}\".");

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsToken(string text) => text.All(c => c is > ' ' and < (char)127);
}
