using System.Security.Cryptography;
using System.Text;
using Bot.Storage;
using Bot.WebSub;

namespace Bot.Tests.WebSub;

public sealed class HubSignatureTests
{
    private static readonly HubSecret Secret = new("key");
    private static readonly byte[] Body = "The quick brown fox jumps over the lazy dog"u8.ToArray();

    [Theory] // the well-known values of HMAC("key", "The quick brown fox …")
    [InlineData("sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9", true)]
    [InlineData("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8", true)]
    [InlineData("SHA256=F7BC83F430538424B13298E6AA6FB143EF4D59A14946175997479DBC2D1A3CD8", true)]
    [InlineData("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd9", false)]
    [InlineData("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3c", false)]
    [InlineData("sha1=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8", false)]
    [InlineData("sha256=zzbc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8", false)]
    [InlineData("md5=80070713463e7749b90c2dc24911e275", false)]
    [InlineData("sha256=", false)]
    [InlineData("sha256", false)]
    [InlineData("", false)]
    public void A_signature_holds_or_it_does_not(string header, bool holds) => Assert.Equal(holds, HubSignature.IsValid([header], Body, Secret));

    [Theory]
    [InlineData("SHA384")]
    [InlineData("SHA512")]
    public void The_longer_methods_are_taken(string method) =>
        Assert.True(HubSignature.IsValid([Sign(method)], Body, Secret));

    [Fact]
    public void Of_several_signatures_the_strongest_counts()
    {
        var wrong = $"sha256={new string('0', 64)}";

        Assert.True(HubSignature.IsValid(["sha1=00", Sign("SHA1"), Sign("SHA512")], Body, Secret));
        Assert.False(HubSignature.IsValid([Sign("SHA1"), wrong], Body, Secret));
        Assert.False(HubSignature.IsValid([], Body, Secret));
    }

    private static string Sign(string method) =>
        $"{method.ToLowerInvariant()}={Convert.ToHexStringLower(CryptographicOperations.HmacData(new HashAlgorithmName(method), Encoding.UTF8.GetBytes(Secret.Value), Body))}";
}
