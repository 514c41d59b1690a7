using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>The section <c>Alerts</c> of the settings.</summary>
public sealed class AlertsOptions
{
    public const string Section = "Alerts";

    /// <summary>From more stories a day than this on, whoever tries or adds a query is warned that it is a busy one.</summary>
    public int BusyPerDay { get; set; } = 20;
}

internal sealed class AlertsOptionsCheck : IValidateOptions<AlertsOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertsOptions options) => options.BusyPerDay > 0
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Alerts:BusyPerDay is {options.BusyPerDay}: it takes a number from 1 on.");
}
