using System.IO.Compression;

namespace Bot.Discord;

/// <summary>
/// Inflates a gateway connection's messages: one zlib stream over the whole connection, flushed after each message.
/// https://discord.com/developers/docs/events/gateway#zlib-stream
/// </summary>
internal sealed class ZlibStreamReader : IDisposable
{
    /// <summary>A message that inflates to more is read over: no server of any size sends as much.</summary>
    public const int MostInflated = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> Flush => [0x00, 0x00, 0xFF, 0xFF];

    private readonly MemoryStream _deflated = new();
    private readonly MemoryStream _inflated = new();
    private readonly ZLibStream _zlib;
    private readonly byte[] _chunk = new byte[16 * 1024];

    public ZlibStreamReader() => _zlib = new ZLibStream(_deflated, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Z_SYNC_FLUSH ends a message.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> deflated) => deflated.EndsWith(Flush);

    /// <summary>Inflates one whole message; valid until the next call. Null where it is longer than <see cref="MostInflated"/>.</summary>
    /// <exception cref="InvalidDataException">It is no zlib stream, and nothing after it can be read.</exception>
    public ReadOnlyMemory<byte>? Inflate(ReadOnlySpan<byte> deflated)
    {
        _deflated.SetLength(0);
        _deflated.Write(deflated);
        _deflated.Position = 0;
        _inflated.SetLength(0);

        var tooLong = false;
        int read;
        while ((read = _zlib.Read(_chunk)) > 0)
        {
            // The rest is still inflated, because the messages after it refer back to it.
            tooLong = tooLong || _inflated.Length + read > MostInflated;
            if (!tooLong)
                _inflated.Write(_chunk, 0, read);
        }

        return tooLong ? null : _inflated.GetBuffer().AsMemory(0, (int)_inflated.Length);
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _deflated.Dispose();
        _inflated.Dispose();
    }
}
