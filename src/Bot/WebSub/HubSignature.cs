using System.Security.Cryptography;
using System.Text;
using Bot.Storage;

namespace Bot.WebSub;

/// <summary>
/// Reads <c>X-Hub-Signature: sha256=…</c>, an HMAC over the body as it came. All four methods of the specification are
/// taken, SHA-1 with them: most hubs sign with nothing else, and what is known against SHA-1 does not break its HMAC. Of
/// several signatures the strongest counts.
/// </summary>
internal static class HubSignature
{
    public const string Header = "X-Hub-Signature";

    public static bool IsValid(IEnumerable<string?> headers, ReadOnlySpan<byte> body, HubSecret secret)
    {
        var signatures = headers.OfType<string>().Select(Parse).OfType<(HashAlgorithmName Method, byte[] Hash)>().ToList();
        if (signatures.Count == 0)
            return false;
        var (method, hash) = signatures.MaxBy(signature => signature.Hash.Length);
        return CryptographicOperations.FixedTimeEquals(CryptographicOperations.HmacData(method, Encoding.UTF8.GetBytes(secret.Value), body), hash);
    }

    private static (HashAlgorithmName Method, byte[] Hash)? Parse(string header)
    {
        var text = header.AsSpan().Trim();
        var equals = text.IndexOf('=');
        if (equals < 0)
            return null;
        (HashAlgorithmName Method, int Bytes)? known = text[..equals].ToString().ToLowerInvariant() switch
        {
            "sha1" => (HashAlgorithmName.SHA1, 20),
            "sha256" => (HashAlgorithmName.SHA256, 32),
            "sha384" => (HashAlgorithmName.SHA384, 48),
            "sha512" => (HashAlgorithmName.SHA512, 64),
            _ => null,
        };
        if (known is not var (method, bytes))
            return null;
        var hash = new byte[bytes];
        return text.Length - equals - 1 == 2 * bytes
            && Convert.FromHexString(text[(equals + 1)..], hash, out _, out _) == System.Buffers.OperationStatus.Done
                ? (method, hash)
                : null;
    }
}
