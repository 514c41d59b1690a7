using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Storage;
using News.Alerts;

namespace Bot.Discord;

/// <summary>
/// Which servers are the operator's own: those that hold a channel of the settings file, or the only one the bot is in.
/// </summary>
internal sealed class DiscordServers(OperatorChannels channels)
{
    private readonly ConcurrentDictionary<string, bool> _isHome = new(StringComparer.Ordinal);

    /// <summary>False once more than one connection shares the servers out, because each then sees a part of them.</summary>
    private volatile bool _seesAll = true;

    /// <summary>Learns from READY, GUILD_CREATE, GUILD_DELETE, CHANNEL_CREATE and THREAD_CREATE.</summary>
    public void Learn(string name, JsonElement data)
    {
        switch (name)
        {
            case "READY":
                _seesAll = data.Items("shard").ToList() is not [_, var count] || !count.TryGetInt32(out var shards) || shards <= 1;
                foreach (var server in data.Items("guilds"))
                    Add(server.Text("id"), isHome: false);
                break;
            case "GUILD_CREATE":
                Add(data.Text("id"), data.Items("channels").Concat(data.Items("threads")).Any(channel => Holds(channel.Text("id"))));
                break;
            // An outage says "unavailable" and takes nothing away.
            case "GUILD_DELETE" when data.Member("unavailable") is not { ValueKind: JsonValueKind.True }:
                if (data.Text("id") is { } gone)
                    _isHome.TryRemove(gone, out _);
                break;
            case "CHANNEL_CREATE" or "THREAD_CREATE":
                if (Holds(data.Text("id")))
                    Add(data.Text("guild_id"), isHome: true);
                break;
        }
    }

    /// <param name="channel">Where it is asked: the server's events may not have come yet, and a question shows that there is such a server.</param>
    public bool IsHome(string server, string channel)
    {
        Add(server, Holds(channel));
        return _isHome.GetValueOrDefault(server) || (_seesAll && _isHome.Count == 1);
    }

    private bool Holds(string? channel) => channel is not null && channels.Holds(ChannelAddress.Discord(channel));

    private void Add(string? server, bool isHome)
    {
        if (server is not null)
            _isHome.AddOrUpdate(server, isHome, (_, was) => was || isHome);
    }
}
