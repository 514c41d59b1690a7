using Microsoft.Extensions.Options;
using News.Stories;

namespace Bot.Storage;

/// <summary>The section <c>Retention</c> of the settings.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How long a story is kept after its newest article came.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(90);
}

internal sealed class RetentionOptionsCheck : IValidateOptions<RetentionOptions>
{
    /// <summary>Longer than any story waits for its next report: <see cref="StoryJoin.LinkWindow"/>.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(31);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    public ValidateOptionsResult Validate(string? name, RetentionOptions options) =>
        options.Keep >= Shortest && options.Keep <= Longest
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Retention:Keep takes a time from {Shortest.Days} to {Longest.Days} days, days first: \"90.00:00:00\"; it is {options.Keep}.");
}
