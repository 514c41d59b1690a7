using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace News.Articles;

/// <summary>
/// Texts as 64-bit numbers, for comparing many of them cheaply: the beginning of their SHA-256, so that nobody can write
/// a text that hides another.
/// </summary>
internal static class ItemMark
{
    private const int OnStack = 1024;

    /// <param name="kind">Keeps a guid and a link of the same letters apart.</param>
    public static long Of(char kind, params ReadOnlySpan<string?> texts)
    {
        var size = 1;
        foreach (var text in texts)
            size += 1 + Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);

        var rented = size > OnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        var bytes = rented ?? stackalloc byte[OnStack];
        bytes[0] = (byte)kind;
        var length = 1;
        foreach (var text in texts)
        {
            length += Encoding.UTF8.GetBytes(text ?? "", bytes[length..]);
            bytes[length++] = 0xFF; // stands in no UTF-8
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>The same of bytes.</summary>
    public static long Of(char kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash) ^ kind;
    }
}
