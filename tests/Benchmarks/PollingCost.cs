using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Benchmarks;

/// <summary>
/// What a poll costs this process in CPU time, all threads and the kernel's part included: fetch, parse, match, store and
/// record, with the server in another process. Beside it, in the same run, what the bare exchange costs with the
/// framework's client, which no poll can go below.
/// </summary>
internal static class PollingCost
{
    public const string Argument = "--polling";

    private const int Feeds = 1000;
    private const int Rounds = 9;
    private const int PollsOfARound = 5000;

    // As many as the bot has at one host.
    private const int AtOnce = 2;

    public static async Task MeasureAsync()
    {
        var (process, server) = PollingServer.Start();
        using (process)
        {
            try
            {
                await Console.Out.WriteLineAsync(
                    $"CPU time of this process per poll, {Rounds} rounds of {PollsOfARound}, {Environment.ProcessorCount} processors, .NET {Environment.Version}:");
                await CompareAsync(server, "304");
                await CompareAsync(server, "200");
                await MemoryAsync(server);
            }
            finally
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync();
            }
        }
    }

    /// <summary>The rounds take turns, so that what else the machine does meets them alike.</summary>
    private static async Task CompareAsync(Uri server, string kind)
    {
        using var client = new HttpMessageInvoker(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null, MaxConnectionsPerServer = AtOnce });
        await using var bot = await PollingBot.StartAsync(server, kind, Feeds);
        (string What, Func<Task> Round)[] ways =
        [
            ("bare exchange, one at a time", () => AskAsync(client, server, kind, PollsOfARound)),
            ("bare exchange, two at once", () => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => AskAsync(client, server, kind, PollsOfARound / AtOnce)))),
            ($"the bot, {Feeds} feeds together", () => PollAsync(bot)),
        ];
        var spent = ways.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var cpu = await SpentAsync(ways[way].Round);
                if (round >= 0)
                    spent[way].Add(cpu.TotalMicroseconds / PollsOfARound);
            }
        }

        for (var way = 0; way < ways.Length; way++)
        {
            spent[way].Sort();
            await Console.Out.WriteLineAsync($"{kind}, {ways[way].What,-32} least {spent[way][0],6:0.0} µs, median {spent[way][Rounds / 2],6:0.0} µs, most {spent[way][^1],6:0.0} µs");
        }
    }

    private static async Task PollAsync(PollingBot bot)
    {
        for (var polled = 0; polled < PollsOfARound; polled += Feeds)
            await bot.PollAllAsync();
    }

    /// <summary>In a process of its own: what this one has grown to says nothing.</summary>
    private static async Task MemoryAsync(Uri server)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [.. PollingServer.OwnAssembly(), PollingMemory.Argument, server.AbsoluteUri]))!;
        await process.WaitForExitAsync();
    }

    private static async Task AskAsync(HttpMessageInvoker client, Uri server, string kind, int requests)
    {
        var url = new Uri(server, $"/{kind}/0");
        for (var i = 0; i < requests; i++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, url);
            message.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"1\""));
            using var response = await client.SendAsync(message, default);
            if ((await response.Content.ReadAsByteArrayAsync()).Length == 0 != (response.StatusCode == HttpStatusCode.NotModified))
                throw new InvalidOperationException("The server answers something else.");
        }
    }

    private static async Task<TimeSpan> SpentAsync(Func<Task> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return Environment.CpuUsage.TotalTime - before;
    }
}
