using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Bot.Polling;

/// <summary>Looks a host up. The system's resolver, but for tests of what a hostile one does.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);

/// <summary>Opens a connection to an address. The system's sockets, but for tests of addresses that never answer.</summary>
internal delegate Task<Stream> ConnectTo(IPEndPoint endPoint, CancellationToken cancellationToken);

/// <summary>
/// Opens connections, to allowed addresses only. The host is looked up once and the connection goes to the very
/// address that was checked, so that DNS cannot answer differently in between.
/// </summary>
/// <remarks>
/// Of several addresses the fastest wins, as RFC 8305 has it ("happy eyeballs"): IPv6 and IPv4 take turns, the next
/// attempt begins when the one before has failed or has taken 250 ms, and the first connection is taken.
/// </remarks>
internal sealed class GuardedDialer(AddressGuard guard, ResolveHost resolve, TimeProvider time, ConnectTo? connect = null)
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);

    // A name may resolve to dozens of addresses; a site that answers on none of these answers on none.
    private const int MostAddresses = 8;

    private readonly ConnectTo _connect = connect ?? ConnectAsync;
    private readonly ConcurrentDictionary<(string Host, int Port), Stage> _underWay = new();
    private readonly ConcurrentDictionary<string, bool> _ownHosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How far an attempt has come.</summary>
    internal enum Stage
    {
        LookingUp,
        Connecting,
    }

    /// <summary>Is the host on a network that the operator has opened, as far as its last look-up showed?</summary>
    public bool IsOwn(string host) => !_ownHosts.IsEmpty && _ownHosts.ContainsKey(host);

    /// <summary>What a connection to the host that is not there yet waits for; null where nothing is under way.</summary>
    public Stage? WaitingFor(string host, int port) => _underWay.TryGetValue((host, port), out var stage) ? stage : null;

    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        new(ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken));

    public async Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        _underWay[(host, port)] = Stage.LookingUp;
        try
        {
            var addresses = Allowed(host, await resolve(host, cancellationToken));
            if (addresses.TrueForAll(guard.IsOpened))
                _ownHosts[host] = true;
            else
                _ownHosts.TryRemove(host, out _);
            _underWay[(host, port)] = Stage.Connecting;
            return await RaceAsync(Interleaved(addresses), port, cancellationToken);
        }
        finally
        {
            _underWay.TryRemove((host, port), out _);
        }
    }

    private async Task<Stream> RaceAsync(List<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        using var decided = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task<Stream>> running = [];
        List<Exception> failures = [];
        try
        {
            var never = Task.Delay(Timeout.InfiniteTimeSpan, time, decided.Token);
            for (var next = 0; next < addresses.Count || running.Count > 0;)
            {
                var turn = never;
                if (next < addresses.Count)
                {
                    turn = next < addresses.Count - 1 ? Task.Delay(HeadStart, time, decided.Token) : never;
                    running.Add(_connect(new IPEndPoint(addresses[next], port), decided.Token));
                    next++;
                }

                // Either an attempt ends, or the next one's turn has come.
                var first = await Task.WhenAny([.. running, turn]);
                decided.Token.ThrowIfCancellationRequested();
                if (first is not Task<Stream> attempt)
                    continue;
                running.Remove(attempt);
                if (attempt.IsCompletedSuccessfully)
                    return await attempt;
                failures.Add(attempt.Exception?.InnerException ?? new SocketException((int)SocketError.TimedOut));
            }
        }
        finally
        {
            await decided.CancelAsync();
            foreach (var loser in running)
                _ = CloseAsync(loser);
        }

        throw MostTelling(failures);
    }

    /// <summary>A connection that comes too late is closed.</summary>
    private static async Task CloseAsync(Task<Stream> loser)
    {
        await ((Task)loser).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loser.IsCompletedSuccessfully)
            await (await loser).DisposeAsync();
    }

    // "No route" to an IPv6 address says nothing on a machine without IPv6; what the others say does.
    private static Exception MostTelling(List<Exception> failures) =>
        failures.Find(failure => failure is not SocketException
        {
            SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable,
        }) ?? failures[0];

    private static async Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The families in turn, in the resolver's order, which knows what this machine reaches best.</summary>
    private static List<IPAddress> Interleaved(List<IPAddress> addresses)
    {
        var first = addresses.Where(address => address.AddressFamily == addresses[0].AddressFamily).ToList();
        var second = addresses.Where(address => address.AddressFamily != addresses[0].AddressFamily).ToList();
        List<IPAddress> inTurn = [];
        for (var i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            inTurn.AddRange(first.Skip(i).Take(1));
            inTurn.AddRange(second.Skip(i).Take(1));
        }

        return inTurn[..Math.Min(inTurn.Count, MostAddresses)];
    }

    private List<IPAddress> Allowed(string host, IPAddress[] addresses)
    {
        List<IPAddress> allowed = [.. addresses.Select(Plain).Where(guard.IsAllowed).Distinct()];
        if (allowed.Count > 0)
            return allowed;
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        throw new AddressRefusedException(HostName.Shown(host), addresses[0], guard.Refusal(addresses[0])!);
    }

    // ::ffff:192.0.2.1 is an IPv4 address.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}

/// <summary>Every address of a host is refused. An exception because a connect callback has no other way to say so.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address, string kind)
    : Exception($"refused: {host} is {kind}{(IPAddress.TryParse(host, out var itself) && itself.Equals(address) ? "" : $" ({address})")}; add it to Polling:AllowedNetworks to allow it");
