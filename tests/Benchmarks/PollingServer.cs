using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks;

/// <summary>
/// A site with any number of feeds, in a process of its own so that its work is not counted: HTTP/1.1 over kept
/// connections, on a free port of 127.0.0.1. <c>/304/1</c> answers "not modified" to who has its entity tag;
/// <c>/200/1</c> answers each time with a feed of 30 items in 40 KB whose bytes have changed and whose items have not.
/// </summary>
internal static class PollingServer
{
    public const string Argument = "--polling-server";

    private const string Stamp = "0000000000";

    // An item an hour, the newest from now.
    private static readonly DateTimeOffset Started = DateTimeOffset.UtcNow;

    private static readonly byte[] Unchanged = Encoding.ASCII.GetBytes(
        "HTTP/1.1 304 Not Modified\r\nDate: Wed, 15 Jan 2025 12:00:00 GMT\r\nServer: wire\r\nETag: \"1\"\r\nLast-Modified: Wed, 15 Jan 2025 11:00:00 GMT\r\nCache-Control: max-age=60\r\n\r\n");

    /// <summary>Starts it; it ends with the process that started it, when its standard input closes.</summary>
    public static (Process Process, Uri Address) Start()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. OwnAssembly(), Argument])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return (process, new Uri(process.StandardOutput.ReadLine()!));
    }

    /// <summary>What "dotnet" has to be told to run this program; nothing where it has an executable of its own.</summary>
    public static string[] OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PollingServer).Assembly.Location] : [];

    public static async Task RunAsync()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(1024);
        await Console.Out.WriteLineAsync($"http://{listener.LocalEndpoint}/");
        _ = AcceptAsync(listener);
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Until the other end is gone.
        }
    }

    private static async Task AcceptAsync(TcpListener listener)
    {
        while (true)
            _ = AnswerAsync(await listener.AcceptSocketAsync());
    }

    private static async Task AnswerAsync(Socket socket)
    {
        using var connection = socket;
        connection.NoDelay = true;
        var request = new byte[4096];
        var answers = new Dictionary<string, (byte[] Bytes, int Stamp)>();
        var length = 0;
        try
        {
            while (await connection.ReceiveAsync(request.AsMemory(length)) is > 0 and var read)
            {
                length += read;
                if (!request.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                    continue;
                await connection.SendAsync(AnswerTo(Encoding.ASCII.GetString(request, 0, length), answers));
                length = 0;
            }
        }
        catch (SocketException)
        {
            // The guest is gone.
        }
    }

    private static ReadOnlyMemory<byte> AnswerTo(string request, Dictionary<string, (byte[] Bytes, int Stamp)> answers)
    {
        var path = request.Split(' ')[1];
        if (path.StartsWith("/304", StringComparison.Ordinal) && request.Contains("If-None-Match: \"1\"", StringComparison.OrdinalIgnoreCase))
            return Unchanged;
        if (!answers.TryGetValue(path, out var answer))
            answers[path] = answer = Write(path);

        // The feed says when it was built, as many do: the bytes are new each time.
        (Stopwatch.GetTimestamp() % 10_000_000_000).TryFormat(answer.Bytes.AsSpan(answer.Stamp, Stamp.Length), out _, "D10", CultureInfo.InvariantCulture);
        return answer.Bytes;
    }

    private static (byte[] Bytes, int Stamp) Write(string path)
    {
        var body = Feed(path);
        var head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nDate: Wed, 15 Jan 2025 12:00:00 GMT\r\nServer: wire\r\nETag: \"1\"\r\nLast-Modified: Wed, 15 Jan 2025 11:00:00 GMT\r\nCache-Control: max-age=60\r\nContent-Type: application/rss+xml; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n");
        byte[] all = [.. head, .. body];
        return (all, all.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Stamp)));
    }

    private static byte[] Feed(string path)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Example wire</title>")
            .Append("<link>https://wire.example/</link><description>Reports</description><!-- built at ").Append(Stamp).Append(" -->");
        for (var i = 0; i < 30; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><guid>https://wire.example{path}/{i}</guid><link>https://wire.example{path}/{i}</link><title>Report {i} from the river &amp; the plain</title>")
                .Append(CultureInfo.InvariantCulture, $"<pubDate>{Started.AddHours(-i):R}</pubDate><description>A short text about the day.</description><content:encoded><![CDATA[")
                .Insert(feed.Length, "<p>The officials met at the bridge and spoke for an hour about water, roads and the harvest of the year.</p>", 10)
                .Append("]]></content:encoded></item>");
        }

        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }
}
