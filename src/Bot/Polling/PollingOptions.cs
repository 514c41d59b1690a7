using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Polling;

/// <summary>The section <c>Polling</c> of the settings.</summary>
internal sealed class PollingOptions
{
    public const string Section = "Polling";

    /// <summary>The contact of an operator who has not given one.</summary>
    public const string Nobody = "https://example.org/news-alert-bot";

    /// <summary>How long to wait between two polls of a feed that says nothing about it itself.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>No feed is polled more often than this, whatever it says.</summary>
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>No healthy feed is polled less often than this, whatever it says.</summary>
    public TimeSpan MaximumInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many feeds are fetched at the same time.</summary>
    public int Concurrency { get; set; } = 64;

    /// <summary>How many of them from one host.</summary>
    public int PerHost { get; set; } = 2;

    /// <summary>
    /// How long a host is let alone between the end of one request and the start of the next in its place. Where it is
    /// not set, a second; and nothing for hosts on the networks that the operator has opened, which are the operator's own.
    /// </summary>
    public TimeSpan? HostPause { get; set; }

    /// <summary>The largest feed that is taken, in bytes, as it comes over the wire and as it is when inflated.</summary>
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How old an item of a feed's first poll may be and still alert.</summary>
    public TimeSpan Backfill { get; set; } = TimeSpan.Zero;

    /// <summary>How old an item may be when it is first seen, at any but a feed's first poll, and still alert.</summary>
    public TimeSpan OldAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Private addresses that may be fetched all the same: "127.0.0.0/8", "fd00::/8", "10.1.2.3".</summary>
    public IList<string> AllowedNetworks { get; init; } = [];

    /// <summary>How long one fetch may take, redirects and body included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Where a site's owner finds out who polls; stands in the user agent.</summary>
    public string Contact { get; set; } = Nobody;

    /// <summary>Reads a network in CIDR notation, or a single address; null where the text is neither.</summary>
    public static IPNetwork? ReadNetwork(string? text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : null;
    }

    /// <summary>
    /// Fills in what the settings say. The framework's binder would stop at the first value it cannot read, and
    /// without saying what the key takes: such values are named here, all at once.
    /// </summary>
    /// <exception cref="OptionsValidationException">A value cannot be read.</exception>
    public void Bind(IConfiguration section)
    {
        List<string> unreadable = [];
        foreach (var key in (string[])[nameof(Interval), nameof(MinimumInterval), nameof(MaximumInterval), nameof(Backfill), nameof(OldAfter), nameof(Timeout), nameof(HostPause)])
        {
            if (section[key] is { Length: > 0 } text && !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _))
                unreadable.Add($"{Section}:{key} takes a time as hours:minutes:seconds, such as \"00:05:00\"; \"{text}\" is none.");
        }

        foreach (var key in (string[])[nameof(Concurrency), nameof(PerHost), nameof(MaxBodyBytes)])
        {
            if (section[key] is { Length: > 0 } text && !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
                unreadable.Add($"{Section}:{key} takes a whole number up to {int.MaxValue}; \"{text}\" is none.");
        }

        if (unreadable.Count > 0)
            throw new OptionsValidationException(Section, typeof(PollingOptions), unreadable);
        section.Bind(this);

        // An interval by itself moves the bound that nobody has set.
        if (section[nameof(MinimumInterval)] is null && Interval > TimeSpan.Zero && Interval < MinimumInterval)
            MinimumInterval = Interval;
        if (section[nameof(MaximumInterval)] is null && Interval > MaximumInterval)
            MaximumInterval = Interval;
    }
}

/// <summary>Stops the start when a polling setting makes no sense, naming the key and what it takes.</summary>
internal sealed class PollingOptionsValidator : IValidateOptions<PollingOptions>
{
    // A timer takes no more than about 49 days; nothing sensible comes near.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, PollingOptions options)
    {
        List<string> failures = [];
        if (options.MinimumInterval <= TimeSpan.Zero)
            failures.Add($"Polling:MinimumInterval takes a time above zero, such as \"00:01:00\"; it is {options.MinimumInterval}.");
        if (options.MaximumInterval > Longest)
            failures.Add($"Polling:MaximumInterval takes at most {Longest.Days} days; it is {options.MaximumInterval}.");
        if (options.MaximumInterval < options.MinimumInterval)
            failures.Add($"Polling:MaximumInterval takes a time from Polling:MinimumInterval ({options.MinimumInterval}) upwards; it is {options.MaximumInterval}.");
        else if (options.Interval < options.MinimumInterval || options.Interval > options.MaximumInterval)
            failures.Add($"Polling:Interval takes a time between Polling:MinimumInterval ({options.MinimumInterval}) and Polling:MaximumInterval ({options.MaximumInterval}); it is {options.Interval}.");

        if (options.Concurrency is < 1 or > 10_000)
            failures.Add($"Polling:Concurrency takes a number from 1 to 10000; it is {options.Concurrency}.");
        if (options.PerHost is < 1 or > 100)
            failures.Add($"Polling:PerHost takes a number from 1 to 100; it is {options.PerHost}.");
        if (options.HostPause < TimeSpan.Zero || options.HostPause > TimeSpan.FromMinutes(10))
            failures.Add($"Polling:HostPause takes a time from zero up to ten minutes, such as \"00:00:01\"; it is {options.HostPause}.");
        if (options.MaxBodyBytes < 1024)
            failures.Add($"Polling:MaxBodyBytes takes a number of bytes from 1024 upwards; it is {options.MaxBodyBytes}.");
        if (options.Backfill < TimeSpan.Zero)
            failures.Add($"Polling:Backfill takes a time from zero upwards, such as \"1.00:00:00\" for a day; it is {options.Backfill}.");
        if (options.OldAfter <= TimeSpan.Zero)
            failures.Add($"Polling:OldAfter takes a time above zero, such as \"3.00:00:00\" for three days; it is {options.OldAfter}.");
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromMinutes(10))
            failures.Add($"Polling:Timeout takes a time above zero and up to ten minutes; it is {options.Timeout}.");
        if (!Uri.TryCreate(options.Contact, UriKind.Absolute, out _) || options.Contact.AsSpan().ContainsAnyExceptInRange('!', '~') || options.Contact.AsSpan().ContainsAny('(', ')'))
            failures.Add("Polling:Contact takes an address where site owners find out who polls, such as \"https://example.org/about-our-bot\" or \"mailto:desk@example.org\".");

        for (var i = 0; i < options.AllowedNetworks.Count; i++)
        {
            if (PollingOptions.ReadNetwork(options.AllowedNetworks[i]) is null)
                failures.Add($"Polling:AllowedNetworks:{i} takes a network such as \"10.0.0.0/8\" or \"fd00::/8\", or one address; \"{options.AllowedNetworks[i]}\" is neither (the bits after the prefix must be zero).");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
