using Microsoft.Extensions.Options;

namespace Bot.Delivery;

/// <summary>The section <c>Delivery</c> of the settings.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>Of more alerts than this that have waited too long for a channel, it is told in a digest.</summary>
    public int DigestOver { get; set; } = 10;

    /// <summary>How long an alert has to have waited to count as one that waited too long.</summary>
    public TimeSpan DigestAfter { get; set; } = TimeSpan.FromMinutes(5);
}

internal sealed class DeliveryOptionsCheck : IValidateOptions<DeliveryOptions>
{
    private const int MostAlerts = 1_000;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        List<string> failures = [];
        if (options.DigestOver is < 1 or > MostAlerts)
            failures.Add($"Delivery:DigestOver is {options.DigestOver}: it takes a number of alerts from 1 to {MostAlerts}.");
        if (options.DigestAfter < Shortest || options.DigestAfter > Longest)
            failures.Add($"Delivery:DigestAfter is {options.DigestAfter}: it takes a time from 30 seconds to a day, such as \"00:05:00\".");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
