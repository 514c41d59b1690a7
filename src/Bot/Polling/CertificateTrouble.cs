using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Polling;

/// <summary>What is wrong with a site's certificate, in plain words.</summary>
internal static class CertificateTrouble
{
    private const int NamesShown = 3;
    private const int LongestName = 80;

    /// <summary>Says no to a certificate that the system finds wanting, with a sentence that says why.</summary>
    /// <exception cref="CertificateRefusedException">The certificate is refused.</exception>
    public static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
            ? true
            : throw Refusal((SslStream)sender, certificate, chain, errors);

    private static CertificateRefusedException Refusal(SslStream connection, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var host = HostName.Shown(connection.TargetHostName);
        var (cause, reason) = certificate is X509Certificate2 shown && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)
            ? Describe(shown, chain, errors, host)
            : (FetchCause.CertificateUntrusted, $"{host} shows no certificate");
        return new CertificateRefusedException(cause, reason);
    }

    private static (FetchCause Cause, string Reason) Describe(
        X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors, string host)
    {
        var flaws = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;

        // Of several flaws the one is named that explains the others best: an expired certificate is expired first of all.
        if (flaws.HasFlag(X509ChainStatusFlags.NotTimeValid))
            return OutOfTime(certificate, chain!, host);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return (FetchCause.CertificateOfOtherHost, $"the certificate that {host} shows is for {NamesIn(certificate)}, not for {host}");
        if (flaws.HasFlag(X509ChainStatusFlags.Revoked))
            return (FetchCause.CertificateUntrusted, $"the certificate of {host} has been revoked");
        if (flaws.HasFlag(X509ChainStatusFlags.UntrustedRoot) || flaws.HasFlag(X509ChainStatusFlags.PartialChain))
        {
            return (FetchCause.CertificateUntrusted, certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
                ? $"the certificate of {host} is self-signed"
                : $"the certificate of {host} comes from an issuer that this machine does not know ({Issuer(certificate)})");
        }

        return (FetchCause.CertificateUntrusted, $"the certificate of {host} is not valid ({flaws})");
    }

    private static (FetchCause Cause, string Reason) OutOfTime(X509Certificate2 certificate, X509Chain chain, string host)
    {
        // It may be one in the chain above that has run out.
        var now = chain.ChainPolicy.VerificationTime;
        var outOfTime = chain.ChainElements.Select(element => element.Certificate)
            .FirstOrDefault(one => now > one.NotAfter || now < one.NotBefore, certificate);
        var which = outOfTime.Equals(certificate) ? $"the certificate of {host}" : $"a certificate that vouches for {host}";
        return now < outOfTime.NotBefore
            ? (FetchCause.CertificateNotYetValid, $"{which} is valid only from {outOfTime.NotBefore.ToUniversalTime():yyyy-MM-dd} on")
            : (FetchCause.CertificateExpired, $"{which} expired on {outOfTime.NotAfter.ToUniversalTime():yyyy-MM-dd}");
    }

    private static string NamesIn(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .Select(Printable).ToList();
        return names.Count switch
        {
            0 => Printable(certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)) is { Length: > 0 } name ? name : "nobody",
            1 => names[0],
            <= NamesShown => $"{string.Join(", ", names[..^1])} and {names[^1]}",
            _ => $"{string.Join(", ", names[..NamesShown])} and {names.Count - NamesShown} more",
        };
    }

    private static string Issuer(X509Certificate2 certificate) =>
        Printable(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)) is { Length: > 0 } name ? name : "it has no name";

    /// <summary>A stranger's words: on one line, and not too many of them.</summary>
    private static string Printable(string name)
    {
        var plain = string.Concat(name.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '.' or '-' or '*' or ':' or '_' or '\''));
        return plain.Length <= LongestName ? plain : plain[..LongestName];
    }
}

/// <summary>A certificate is refused. An exception because a handshake has no other way to say so.</summary>
internal sealed class CertificateRefusedException(FetchCause cause, string reason) : AuthenticationException(reason)
{
    public FetchCause Cause => cause;
}
