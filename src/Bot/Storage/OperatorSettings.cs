using System.Collections.Immutable;
using News.Alerts;
using News.Matching;

namespace Bot.Storage;

/// <summary>The lists <c>Feeds</c> and <c>Watchlists</c> of the settings file: the operator's own.</summary>
public sealed class OperatorSettings
{
    public List<FeedSetting> Feeds { get; set; } = [];

    public List<WatchlistSetting> Watchlists { get; set; } = [];
}

/// <summary>An entry of <c>Feeds</c>.</summary>
public sealed class FeedSetting
{
    public string Url { get; set; } = "";

    /// <summary>What the feed is called in lists.</summary>
    public string? Name { get; set; }

    /// <summary>Who stands behind it: the source that alerts name.</summary>
    public string? Publisher { get; set; }
}

/// <summary>An entry of <c>Watchlists</c>. A file that says <c>null</c> puts null into each of these, until the check refuses it.</summary>
public sealed class WatchlistSetting
{
    public string Name { get; set; } = "";

    public string Query { get; set; } = "";

    /// <summary>low, normal, high or critical.</summary>
    public string Severity { get; set; } = "normal";

    /// <summary><c>discord:CHANNEL_ID</c>, <c>slack:CHANNEL_ID</c> or <c>terminal</c>.</summary>
    public List<string> Channels { get; set; } = [];

    /// <summary>What becomes of its alerts when their stories go on: see <see cref="Storage.Updates"/>.</summary>
    public string Updates { get; set; } = "edit and thread";
}

/// <summary>The channels that the operator's own watchlists post to.</summary>
public sealed class OperatorChannels(IEnumerable<ChannelAddress> channels)
{
    private readonly ImmutableHashSet<ChannelAddress> _channels = [.. channels];

    public IReadOnlyCollection<ChannelAddress> All => _channels;

    public bool Holds(ChannelAddress channel) => _channels.Contains(channel);

    public static OperatorChannels Of(OperatorSettings settings) =>
        new(settings.Watchlists.SelectMany(watchlist => watchlist.Channels).Select(ChannelAddress.TryParse).OfType<ChannelAddress>());
}
