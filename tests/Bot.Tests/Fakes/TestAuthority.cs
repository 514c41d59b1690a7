using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Tests.Fakes;

/// <summary>Issues certificates for sites of tests: good ones, and such as no reader should take.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority(string name = "Test Authority")
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        Certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public X509Certificate2 Certificate { get; }

    public X509Certificate2Collection AsTrusted => [Certificate];

    /// <summary>A certificate for hosts, names or addresses.</summary>
    public X509Certificate2 Issue(IEnumerable<string> hosts, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = RequestFor(hosts, key).Create(
            Certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(_key),
            from ?? new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
            until ?? new DateTimeOffset(2089, 1, 1, 0, 0, 0, TimeSpan.Zero),
            RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }

    public static X509Certificate2 SelfSigned(params IEnumerable<string> hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return RequestFor(hosts, key).CreateSelfSigned(
            new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2089, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    private static CertificateRequest RequestFor(IEnumerable<string> hosts, ECDsa key)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        var request = new CertificateRequest("CN=a site of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        return request;
    }
}
