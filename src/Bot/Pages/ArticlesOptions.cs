using Microsoft.Extensions.Options;

namespace Bot.Pages;

/// <summary>The section <c>Articles</c> of the settings.</summary>
public sealed class ArticlesOptions
{
    public const string Section = "Articles";

    /// <summary>Whether the page of an article that is to be told is fetched where the feed has but a teaser of it.</summary>
    public bool Fetch { get; set; } = true;

    /// <summary>In characters: a feed's text that is shorter counts as a teaser.</summary>
    public int ShorterThan { get; set; } = 800;

    /// <summary>How long an alert waits for its article's page, the wait for a turn at the site included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

internal sealed class ArticlesOptionsCheck : IValidateOptions<ArticlesOptions>
{
    private const int MostCharacters = 1_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public ValidateOptionsResult Validate(string? name, ArticlesOptions options)
    {
        List<string> failures = [];
        if (options.ShorterThan is < 0 or > MostCharacters)
            failures.Add($"Articles:ShorterThan is {options.ShorterThan}: it takes a number of characters from 0 to {MostCharacters}.");
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > Longest)
            failures.Add($"Articles:Timeout is {options.Timeout}: it takes a time above zero and up to two minutes, such as \"00:00:10\".");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
