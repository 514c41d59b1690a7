using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>The section <c>Alerts</c> of the settings.</summary>
public sealed class AlertsOptions
{
    public const string Section = "Alerts";

    /// <summary>From more stories a day than this on, whoever tries or adds a query is warned that it is a busy one.</summary>
    public int BusyPerDay { get; set; } = 20;

    /// <summary>
    /// How long a message stands as it is before it is edited, after it was posted, after its last edit and after what
    /// changed: what changes meanwhile is one edit.
    /// </summary>
    public TimeSpan EditEvery { get; set; } = TimeSpan.FromMinutes(1);
}

internal sealed class AlertsOptionsCheck : IValidateOptions<AlertsOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertsOptions options)
    {
        List<string> problems = [];
        if (options.BusyPerDay <= 0)
            problems.Add($"Alerts:BusyPerDay is {options.BusyPerDay}: it takes a number from 1 on.");
        if (options.EditEvery < TimeSpan.Zero || options.EditEvery > TimeSpan.FromDays(1))
            problems.Add($"Alerts:EditEvery is {options.EditEvery:c}: it takes a span of time up to a day, 00:01:00 for a minute.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
