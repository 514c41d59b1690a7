using System.Collections.Frozen;
using News.Alerts;

namespace Bot.Storage;

/// <summary>The channels that the watchlists of the settings file post to.</summary>
public sealed class OperatorChannels(IEnumerable<ChannelAddress> channels)
{
    private readonly FrozenSet<ChannelAddress> _channels = channels.ToFrozenSet();

    public bool Holds(ChannelAddress channel) => _channels.Contains(channel);
}
