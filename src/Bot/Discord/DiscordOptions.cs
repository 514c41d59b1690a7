using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>The section <c>Discord</c> of the settings.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    /// <summary>The bot's token; empty where there is no Discord.</summary>
    public string Token { get; set; } = "";

    public string ApiBaseUrl { get; set; } = "https://discord.com/api/v10/";

    /// <summary>Null: asked from the API.</summary>
    public string? GatewayUrl { get; set; }

    internal string BareToken => Token.Trim();

    /// <summary>With a slash at the end, without which relative addresses would replace its last segment.</summary>
    internal Uri ApiBase => new(ApiBaseUrl.Trim().TrimEnd('/') + "/");

    internal Uri? Gateway => string.IsNullOrWhiteSpace(GatewayUrl) ? null : new Uri(GatewayUrl.Trim());
}

/// <summary>Says what is wrong with the section, by the names of its keys and never with the token itself.</summary>
public sealed class DiscordOptionsCheck : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        List<string> wrong = [];
        var token = options.BareToken;
        if (token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase))
            wrong.Add("Discord:Token takes the token alone, without \"Bot \" in front.");
        else if (token.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter > '~'))
            wrong.Add("Discord:Token takes one token without spaces, as the Developer Portal shows it under Bot > Reset Token.");

        if (!IsAddress(options.ApiBaseUrl, Uri.UriSchemeHttps, Uri.UriSchemeHttp))
            wrong.Add("Discord:ApiBaseUrl takes an http or https address such as https://discord.com/api/v10/.");
        if (!string.IsNullOrWhiteSpace(options.GatewayUrl) && !IsAddress(options.GatewayUrl, Uri.UriSchemeWss, Uri.UriSchemeWs))
            wrong.Add("Discord:GatewayUrl takes a wss or ws address such as wss://gateway.discord.gg/, or null to ask Discord for it.");

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsAddress(string? text, params ReadOnlySpan<string> schemes) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) && uri.Host.Length > 0;
}
