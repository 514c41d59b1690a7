using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Bot.Polling;

/// <summary>
/// Says which addresses a feed may be fetched from: the public internet, and what the operator allows beside it.
/// A feed's address comes from strangers, so without this a feed could read the operator's own network
/// ("http://169.254.169.254/latest/meta-data"). It is a decision only; <see cref="GuardedDialer"/> enforces it.
/// </summary>
/// <remarks>The ranges: https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry.</remarks>
internal sealed class AddressGuard(IEnumerable<IPNetwork> allowed)
{
    private static readonly ImmutableArray<(IPNetwork Network, string Kind)> Refused4 =
    [
        (IPNetwork.Parse("169.254.169.254/32"), "a cloud metadata address"),
        (IPNetwork.Parse("100.100.100.200/32"), "a cloud metadata address"), // Alibaba
        (IPNetwork.Parse("168.63.129.16/32"), "a cloud metadata address"), // Azure, on a public number
        (IPNetwork.Parse("192.0.0.192/32"), "a cloud metadata address"), // Oracle
        (IPNetwork.Parse("0.0.0.0/8"), "an unspecified address"), // Linux takes 0.0.0.0 for itself
        (IPNetwork.Parse("10.0.0.0/8"), "a private address"),
        (IPNetwork.Parse("100.64.0.0/10"), "a private address"), // behind carriers' NAT
        (IPNetwork.Parse("127.0.0.0/8"), "a loopback address"),
        (IPNetwork.Parse("169.254.0.0/16"), "a link-local address"),
        (IPNetwork.Parse("172.16.0.0/12"), "a private address"),
        (IPNetwork.Parse("192.0.0.0/24"), "a reserved address"),
        (IPNetwork.Parse("192.0.2.0/24"), "a documentation address"),
        (IPNetwork.Parse("192.88.99.0/24"), "a reserved address"), // 6to4 relays
        (IPNetwork.Parse("192.168.0.0/16"), "a private address"),
        (IPNetwork.Parse("198.18.0.0/15"), "a reserved address"), // benchmarks
        (IPNetwork.Parse("198.51.100.0/24"), "a documentation address"),
        (IPNetwork.Parse("203.0.113.0/24"), "a documentation address"),
        (IPNetwork.Parse("224.0.0.0/4"), "a multicast address"),
        (IPNetwork.Parse("240.0.0.0/4"), "a reserved address"), // and broadcast
    ];

    private static readonly ImmutableArray<(IPNetwork Network, string Kind)> Refused6 =
    [
        (IPNetwork.Parse("::/128"), "an unspecified address"),
        (IPNetwork.Parse("::1/128"), "a loopback address"),
        (IPNetwork.Parse("fd00:ec2::254/128"), "a cloud metadata address"),
        (IPNetwork.Parse("fd20:ce::254/128"), "a cloud metadata address"),
        (IPNetwork.Parse("fc00::/7"), "a private address"),
        (IPNetwork.Parse("fe80::/10"), "a link-local address"),
        (IPNetwork.Parse("fec0::/10"), "a private address"), // site-local, as it once was
        (IPNetwork.Parse("ff00::/8"), "a multicast address"),
        (IPNetwork.Parse("2001:db8::/32"), "a documentation address"),
        (IPNetwork.Parse("3fff::/20"), "a documentation address"),
        (IPNetwork.Parse("2001::/23"), "a reserved address"), // benchmarks, ORCHID; Teredo is looked into before
        (IPNetwork.Parse("2620:4f:8000::/48"), "a reserved address"),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    private readonly ImmutableArray<IPNetwork> _allowed = [.. allowed];

    public bool IsAllowed(IPAddress address) => Refusal(address) is null;

    /// <summary>Is it on a network that the operator has opened by name?</summary>
    public bool IsOpened(IPAddress address)
    {
        foreach (var network in _allowed)
        {
            if (network.Contains(address))
                return true;
        }

        return false;
    }

    /// <summary>What the address is, where it is refused ("a private address"); null where it may be fetched.</summary>
    public string? Refusal(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IsOpened(address))
            return null;
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => KindIn(Refused4, address),
            AddressFamily.InterNetworkV6 => Refusal6(address),
            _ => "no internet address",
        };
    }

    private string? Refusal6(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);

        // Whoever takes such an address gets packets through to the IPv4 address inside it.
        if (Nat64.Contains(address))
            return Refusal(Inside(bytes, 12));
        if (SixToFour.Contains(address))
            return Refusal(Inside(bytes, 2));
        if (Teredo.Contains(address))
            return Refusal(Inside(bytes, 4)) ?? Refusal(Inside(bytes, 12, flipped: true));

        // Only 2000::/3 is given out to the public; what is outside of it is refused, known or not.
        if (KindIn(Refused6, address) is { } kind)
            return kind;
        if (Compatible.Contains(address))
            return Refusal(Inside(bytes, 12)) ?? "a reserved address";
        if (!Global6.Contains(address))
            return "a reserved address";

        // ISATAP: …:0:5efe:10.0.0.1 and …:200:5efe:10.0.0.1
        return (BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) & 0xFDFFFFFF) == 0x00005EFE
            ? Refusal(Inside(bytes, 12))
            : null;
    }

    private static IPAddress Inside(ReadOnlySpan<byte> bytes, int at, bool flipped = false)
    {
        var value = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        Span<byte> inside = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(inside, flipped ? ~value : value);
        return new IPAddress(inside);
    }

    private static string? KindIn(ImmutableArray<(IPNetwork Network, string Kind)> networks, IPAddress address)
    {
        foreach (var (network, kind) in networks)
        {
            if (network.Contains(address))
                return kind;
        }

        return null;
    }
}
