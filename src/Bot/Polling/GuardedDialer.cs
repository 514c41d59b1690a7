using System.Net;
using System.Net.Sockets;

namespace Bot.Polling;

/// <summary>Looks a host up. The system's resolver, but for tests of what a hostile one does.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);

/// <summary>
/// Opens connections, to allowed addresses only. The host is looked up once and the connection goes to the very
/// address that was checked, so that DNS cannot answer differently in between.
/// </summary>
internal sealed class GuardedDialer(AddressGuard guard, ResolveHost resolve, TimeProvider time)
{
    // An address that swallows packets must not use up the time of the others.
    private static readonly TimeSpan PatiencePerAddress = TimeSpan.FromSeconds(3);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endPoint = context.DnsEndPoint;
        var addresses = Allowed(endPoint.Host, await resolve(endPoint.Host, cancellationToken));
        for (var i = 0; ; i++)
        {
            var last = i == addresses.Count - 1;
            using var patience = last ? null : new CancellationTokenSource(PatiencePerAddress, time);
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience?.Token ?? default);
            try
            {
                return await ConnectAsync(addresses[i], endPoint.Port, attempt.Token);
            }
            catch (Exception ex) when (!last && !cancellationToken.IsCancellationRequested
                && ex is SocketException or OperationCanceledException)
            {
                // The next address may be reachable: hosts with an IPv6 address and no route to it are common.
            }
        }
    }

    private static async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private List<IPAddress> Allowed(string host, IPAddress[] addresses)
    {
        List<IPAddress> allowed = [.. addresses.Where(guard.IsAllowed).Distinct()];
        if (allowed.Count > 0)
            return allowed;
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        throw new AddressRefusedException(host, addresses[0], guard.Refusal(addresses[0])!);
    }
}

/// <summary>Every address of a host is refused. An exception because a connect callback has no other way to say so.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address, string kind)
    : Exception($"refused: {host} is {kind} ({address}); add it to Polling:AllowedNetworks to allow it");
