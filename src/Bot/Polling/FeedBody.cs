using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Bot.Polling;

/// <summary>
/// The bytes of an answer, inflated, with a cap on both what comes in and what it inflates to: ten kilobytes of
/// gzip can be ten megabytes of feed.
/// </summary>
internal static class FeedBody
{
    private const int FirstRead = 16 * 1024;

    // Nobody compresses twice on purpose; who asks for more layers than this is up to something.
    private const int MostLayers = 3;

    /// <summary>What was read.</summary>
    internal abstract record Reading
    {
        private Reading()
        {
        }

        public sealed record Complete(ReadOnlyMemory<byte> Body) : Reading;

        public sealed record TooLarge : Reading;

        /// <param name="Reason">Why the body cannot be inflated, in plain words.</param>
        public sealed record Unreadable(string Reason) : Reading;
    }

    /// <param name="encodings">The codings in the order in which they were applied, as <c>Content-Encoding</c> lists them.</param>
    public static async Task<Reading> ReadAsync(
        Stream raw, IReadOnlyList<string> encodings, long? announcedLength, int maxBytes, CancellationToken cancellationToken)
    {
        if (announcedLength > maxBytes)
            return new Reading.TooLarge();
        if (encodings.Count > MostLayers)
            return new Reading.Unreadable("its body is compressed too many times over");

        var reading = await ReadCappedAsync(raw, (int)(announcedLength ?? 0), maxBytes, cancellationToken);
        for (var i = encodings.Count - 1; i >= 0 && reading is Reading.Complete layer; i--)
            reading = await InflateAsync(layer.Body, encodings[i], maxBytes, cancellationToken);

        // A .gz file that is served as what it is, without a word in the headers.
        return reading is Reading.Complete complete && IsGzip(complete.Body)
            ? await InflateAsync(complete.Body, "gzip", maxBytes, cancellationToken)
            : reading;
    }

    /// <summary>The bytes as they come, whatever they are; null where there are more than <paramref name="maxBytes"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream raw, long? announcedLength, int maxBytes, CancellationToken cancellationToken) =>
        announcedLength > maxBytes ? null
        : await ReadCappedAsync(raw, announcedLength ?? 0, maxBytes, cancellationToken) is Reading.Complete complete ? complete.Body : null;

    private static async Task<Reading> InflateAsync(
        ReadOnlyMemory<byte> body, string encoding, int maxBytes, CancellationToken cancellationToken)
    {
        encoding = encoding.ToLowerInvariant();
        if (encoding is "zstd" or "compress" or "x-compress")
            return new Reading.Unreadable($"its body is compressed with {encoding}, which was not asked for");
        if (Inflating(body, encoding) is not { } inflating)
            return new Reading.Complete(body);
        try
        {
            await using (inflating)
                return await ReadCappedAsync(inflating, body.Length * 4L, maxBytes, cancellationToken);
        }
        catch (Exception ex) when (ex is InvalidDataException or InvalidOperationException)
        {
            return new Reading.Unreadable($"its body is damaged ({encoding} data that cannot be inflated)");
        }
    }

    /// <summary>The stream that undoes a coding; null where the body is not coded, whatever the header says.</summary>
    private static Stream? Inflating(ReadOnlyMemory<byte> body, string encoding) => encoding switch
    {
        // Some servers announce gzip and send the plain text.
        "gzip" or "x-gzip" => IsGzip(body) ? new GZipStream(AsStream(body), CompressionMode.Decompress) : null,

        // RFC 9110 means zlib by "deflate"; a part of the world sends the bare deflate stream.
        "deflate" => IsZlib(body.Span)
            ? new ZLibStream(AsStream(body), CompressionMode.Decompress)
            : new DeflateStream(AsStream(body), CompressionMode.Decompress),
        "br" => new BrotliStream(AsStream(body), CompressionMode.Decompress),

        // "identity", "none", "utf-8": what else stands in this header means nothing.
        _ => null,
    };

    /// <summary>As much of a body as tells what kind of page it is; what cannot be read of it is left out.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBeginningAsync(
        Stream raw, IReadOnlyList<string> encodings, int length, CancellationToken cancellationToken)
    {
        var beginning = await BeginningAsync(raw, length, cancellationToken);
        if (encodings is not [var encoding] || Inflating(beginning, encoding.ToLowerInvariant()) is not { } inflating)
            return beginning;
        await using (inflating)
            return await BeginningAsync(inflating, length, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> BeginningAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var buffer = new byte[most];
        var length = 0;
        try
        {
            while (length < most && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
                length += read;
        }
        catch (Exception ex) when (ex is InvalidDataException or InvalidOperationException)
        {
            // Compressed data that was cut off, or never was any: what came before counts.
        }

        return buffer.AsMemory(0, length);
    }

    private static async Task<Reading> ReadCappedAsync(
        Stream stream, long expected, int maxBytes, CancellationToken cancellationToken)
    {
        // One byte more than expected, so that the end shows without growing the buffer; and no more than a
        // megabyte on a stranger's word.
        var cap = maxBytes + 1L;
        var first = (int)Math.Min(expected > 0 ? Math.Min(expected, 1 << 20) + 1 : FirstRead, cap);
        var buffer = ArrayPool<byte>.Shared.Rent(first);
        try
        {
            var length = 0;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
                if (read == 0)
                    return new Reading.Complete(buffer.AsSpan(0, length).ToArray());
                length += read;
                if (length > maxBytes)
                    return new Reading.TooLarge();
                if (length == buffer.Length)
                    buffer = Grown(buffer, (int)Math.Min(buffer.Length * 2L, Math.Max(cap, buffer.Length + 1)));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static bool IsGzip(ReadOnlyMemory<byte> body) => body.Span is [0x1F, 0x8B, 0x08, ..];

    private static bool IsZlib(ReadOnlySpan<byte> body) =>
        body.Length >= 2 && (body[0] & 0x0F) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;

    private static MemoryStream AsStream(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);
}
