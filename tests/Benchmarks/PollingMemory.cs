using System.Diagnostics;

namespace Benchmarks;

/// <summary>How large the bot is with ten thousand feeds: while all are polled at once, and when they go by their schedule.</summary>
internal static class PollingMemory
{
    public const string Argument = "--polling-memory";

    private const int Feeds = 10_000;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(20);

    public static async Task MeasureAsync(Uri server)
    {
        await using var bot = await PollingBot.StartAsync(server, "304", Feeds);
        await ReportAsync("started");
        await bot.PollAllAsync();
        await ReportAsync("every feed read for the first time");

        await bot.Poller.StartAsync(default);
        await Task.Delay(Watched);
        await bot.Poller.StopAsync(default);
        await ReportAsync("and on schedule for 20 s");
    }

    private static async Task ReportAsync(string when)
    {
        using var process = Process.GetCurrentProcess();
        await Console.Out.WriteLineAsync(
            $"{Feeds} feeds, {when}: {process.WorkingSet64 / 1e6:0} MB in memory, {process.PeakWorkingSet64 / 1e6:0} MB at most, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB of it live objects");
    }
}
