using System.Net;
using Bot.Polling;

namespace Bot.Tests.Polling;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1", "a loopback address")]
    [InlineData("127.255.1.2", "a loopback address")]
    [InlineData("10.0.0.1", "a private address")]
    [InlineData("172.16.0.1", "a private address")]
    [InlineData("172.31.255.255", "a private address")]
    [InlineData("192.168.1.1", "a private address")]
    [InlineData("100.64.0.1", "a private address")]
    [InlineData("169.254.1.1", "a link-local address")]
    [InlineData("169.254.169.254", "a cloud metadata address")]
    [InlineData("168.63.129.16", "a cloud metadata address")]
    [InlineData("0.0.0.0", "an unspecified address")]
    [InlineData("224.0.0.1", "a multicast address")]
    [InlineData("255.255.255.255", "a reserved address")]
    [InlineData("198.18.0.1", "a reserved address")]
    [InlineData("192.0.2.1", "a documentation address")]
    [InlineData("::", "an unspecified address")]
    [InlineData("::1", "a loopback address")]
    [InlineData("fd00:ec2::254", "a cloud metadata address")]
    [InlineData("fd12:3456::1", "a private address")]
    [InlineData("fe80::1", "a link-local address")]
    [InlineData("ff02::1", "a multicast address")]
    [InlineData("2001:db8::1", "a documentation address")]
    [InlineData("100::1", "a reserved address")]
    [InlineData("64:ff9b:1::1", "a reserved address")]
    [InlineData("::ffff:10.0.0.1", "a private address")] // mapped
    [InlineData("::10.0.0.1", "a private address")] // compatible
    [InlineData("::8.8.8.8", "a reserved address")]
    [InlineData("64:ff9b::a9fe:a9fe", "a cloud metadata address")] // NAT64 of 169.254.169.254
    [InlineData("2002:7f00:1::", "a loopback address")] // 6to4 of 127.0.0.1
    [InlineData("2001:0:808:808:0:0:f5ff:fffe", "a private address")] // Teredo for 10.0.0.1, bits flipped
    [InlineData("2a00:1450::5efe:192.168.0.1", "a private address")] // ISATAP
    public void An_address_that_is_not_of_the_public_internet_is_refused(string address, string kind) =>
        Assert.Equal(kind, new AddressGuard([]).Refusal(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2a00:1450:4001::200e")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")] // how a network with IPv6 only reaches IPv4
    public void A_public_address_is_allowed(string address) =>
        Assert.True(new AddressGuard([]).IsAllowed(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.0/8", "127.0.0.1", true)]
    [InlineData("127.0.0.0/8", "::ffff:127.0.0.1", true)]
    [InlineData("127.0.0.0/8", "::1", false)]
    [InlineData("127.0.0.0/8", "10.0.0.1", false)]
    [InlineData("10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.1.2.3", "10.1.2.4", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    public void What_the_settings_allow_may_be_fetched_and_nothing_beside_it(string network, string address, bool allowed) =>
        Assert.Equal(allowed, new AddressGuard([PollingOptions.ReadNetwork(network)!.Value]).IsAllowed(IPAddress.Parse(address)));
}
