using Bot.Polling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Polling;

public sealed class PollingOptionsTests
{
    [Fact]
    public void The_settings_as_they_ship_are_valid() =>
        Assert.True(new PollingOptionsValidator().Validate(null, new PollingOptions()).Succeeded);

    [Theory]
    [InlineData("Interval", "-00:00:05", "between Polling:MinimumInterval")]
    [InlineData("MinimumInterval", "00:00:00", "above zero")]
    [InlineData("MaximumInterval", "00:00:10", "from Polling:MinimumInterval")]
    [InlineData("Concurrency", "0", "from 1 to 10000")]
    [InlineData("PerHost", "-1", "from 1 to 100")]
    [InlineData("MaxBodyBytes", "0", "from 1024")]
    [InlineData("Backfill", "-1.00:00:00", "from zero upwards")]
    [InlineData("OldAfter", "00:00:00", "above zero")]
    [InlineData("Timeout", "00:00:00", "above zero")]
    [InlineData("Contact", "us (at) example", "such as \"https://")]
    [InlineData("AllowedNetworks:0", "10.0.0.0/33", "such as \"10.0.0.0/8\"")]
    [InlineData("AllowedNetworks:0", "localhost", "such as \"10.0.0.0/8\"")]
    public void A_setting_that_makes_no_sense_is_named_with_what_it_takes(string key, string value, string takes)
    {
        var failure = Assert.Single(Failures(key, value));
        Assert.StartsWith($"Polling:{key} takes", failure, StringComparison.Ordinal);
        Assert.Contains(takes, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00:05")]
    [InlineData("02:00:00")]
    public void An_interval_by_itself_moves_the_bound_that_nobody_has_set(string interval) =>
        Assert.Empty(Failures("Interval", interval));

    [Theory]
    [InlineData("MinimumInterval", "00:06:00")]
    [InlineData("MaximumInterval", "00:04:00")]
    public void An_interval_stays_between_the_bounds_that_are_set(string bound, string value) =>
        Assert.StartsWith("Polling:Interval takes a time between", Assert.Single(Failures(bound, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Interval", "five minutes")]
    [InlineData("Backfill", "1d")]
    [InlineData("OldAfter", "3 days")]
    [InlineData("Concurrency", "many")]
    [InlineData("MaxBodyBytes", "10485760000000")]
    public void A_setting_that_cannot_be_read_is_named_with_what_it_takes(string key, string value) =>
        Assert.StartsWith($"Polling:{key} takes", Assert.Single(Failures(key, value)), StringComparison.Ordinal);

    private static IEnumerable<string> Failures(string key, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new($"Polling:{key}", value)]).Build();
        var options = new PollingOptions();
        try
        {
            options.Bind(settings.GetSection(PollingOptions.Section));
        }
        catch (OptionsValidationException ex)
        {
            return ex.Failures;
        }

        return new PollingOptionsValidator().Validate(null, options).Failures ?? [];
    }
}
