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
    private const int Unchanged = 20_000;
    private const int Changed = 10_000;

    public static async Task MeasureAsync()
    {
        var (process, server) = PollingServer.Start();
        using (process)
        {
            try
            {
                await Console.Out.WriteLineAsync($"CPU time of this process per poll, {Environment.ProcessorCount} processors, .NET {Environment.Version}:");
                await FloorAsync(server, "304", Unchanged);
                await PollAsync(server, "304", Feeds, Unchanged);
                await PollAsync(server, "304", feeds: 1, Unchanged / 4);
                await FloorAsync(server, "200", Changed);
                await PollAsync(server, "200", Feeds, Changed);
                await PollAsync(server, "200", feeds: 1, Changed / 4);
                await MemoryAsync(server);
            }
            finally
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync();
            }
        }
    }

    /// <summary>In a process of its own: what this one has grown to says nothing.</summary>
    private static async Task MemoryAsync(Uri server)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [.. PollingServer.OwnAssembly(), PollingMemory.Argument, server.AbsoluteUri]))!;
        await process.WaitForExitAsync();
    }

    private static async Task PollAsync(Uri server, string kind, int feeds, int polls)
    {
        await using var bot = await PollingBot.StartAsync(server, kind, feeds);
        var rounds = polls / feeds;
        for (var round = 0; round < Math.Max(4, rounds / 4); round++)
            await bot.PollAllAsync();

        var (cpu, time) = await SpentAsync(async () =>
        {
            for (var round = 0; round < rounds; round++)
                await bot.PollAllAsync();
        });
        var how = feeds == 1 ? "one feed, poll after poll" : $"{feeds} feeds together";
        await ReportAsync($"{kind}, the bot, {how}", cpu, time, rounds * feeds);
    }

    private static async Task FloorAsync(Uri server, string kind, int requests)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null });
        await AskAsync(client, server, kind, requests / 4);
        var (cpu, time) = await SpentAsync(() => AskAsync(client, server, kind, requests));
        await ReportAsync($"{kind}, bare exchange", cpu, time, requests);
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

    private static async Task<(TimeSpan Cpu, TimeSpan Time)> SpentAsync(Func<Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - cpu, Stopwatch.GetElapsedTime(began));
    }

    private static Task ReportAsync(string what, TimeSpan cpu, TimeSpan time, int count) => Console.Out.WriteLineAsync(
        $"{what,-40} {cpu.TotalMicroseconds / count,8:0.0} µs CPU {time.TotalMicroseconds / count,8:0.0} µs ({count} polls)");
}
