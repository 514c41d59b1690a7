using System.Net;
using Microsoft.Extensions.Options;

namespace Bot.WebSub;

/// <summary>The section <c>WebSub</c> of the settings. Without a public address no hub could call, and nothing is asked of any.</summary>
internal sealed class WebSubOptions
{
    public const string Section = "WebSub";

    /// <summary>Where hubs reach this bot, a path of its own included: "https://alerts.example.org/". Empty where they can't.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>What the bot itself listens on, behind whatever answers at the public address.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:8080";

    /// <summary>Whether the settings name a public address.</summary>
    public static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[$"{Section}:{nameof(PublicUrl)}"]);

    /// <summary>The public address with a slash at its end; null where the text is none.</summary>
    public static Uri? ReadPublicUrl(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url is { UserInfo: "", Query: "", Fragment: "" }
            ? new Uri(url.AbsoluteUri.EndsWith('/') ? url.AbsoluteUri : url.AbsoluteUri + "/")
            : null;

    /// <summary>An address of this machine and a port, <c>http://127.0.0.1:8080</c>; port 0 is any free one. Null where the text is none.</summary>
    public static IPEndPoint? ReadListen(string? text)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url is not { UserInfo: "", PathAndQuery: "/", Fragment: "" })
            return null;
        if (url.Host == "localhost")
            return new IPEndPoint(IPAddress.Loopback, url.Port);
        return IPAddress.TryParse(url.IdnHost, out var address) ? new IPEndPoint(address, url.Port) : null;
    }
}

/// <summary>Stops the start when a setting of WebSub makes no sense, naming the key and what it takes.</summary>
internal sealed class WebSubOptionsCheck : IValidateOptions<WebSubOptions>
{
    public ValidateOptionsResult Validate(string? name, WebSubOptions options)
    {
        List<string> failures = [];
        if (!string.IsNullOrWhiteSpace(options.PublicUrl) && WebSubOptions.ReadPublicUrl(options.PublicUrl) is null)
            failures.Add("WebSub:PublicUrl takes the http or https address at which hubs reach this bot, without a query, such as \"https://alerts.example.org/\"; what is set is none. Leave it out where there is no such address.");
        if (WebSubOptions.ReadListen(options.Listen) is null)
            failures.Add($"WebSub:Listen takes an http address of this machine with a port and no path, such as \"http://127.0.0.1:8080\" or \"http://0.0.0.0:8080\"; \"{options.Listen}\" is none.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
