using BenchmarkDotNet.Running;
using Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Benchmarks -- --polling
// dotnet run -c Release --project tests/Benchmarks -- --quotes
// dotnet run -c Release --project tests/Benchmarks -- --recent
// dotnet run -c Release --project tests/Benchmarks -- --parsing
// dotnet run -c Release --project tests/Benchmarks -- --matching
// dotnet run -c Release --project tests/Benchmarks -- --pages
// dotnet run -c Release --project tests/Benchmarks -- --summaries
// dotnet run -c Release --project tests/Benchmarks -- --clustering
switch (args)
{
    case [ParsingRatio.Argument]:
        ParsingRatio.Measure();
        break;
    case [MatchingRatio.Argument]:
        MatchingRatio.Measure();
        break;
    case [PageRatio.Argument]:
        PageRatio.Measure();
        break;
    case [SummaryRatio.Argument]:
        SummaryRatio.Measure();
        break;
    case [ClusteringCost.Argument]:
        ClusteringCost.Measure();
        break;
    case [PollingCost.Argument]:
        await PollingCost.MeasureAsync();
        break;
    case [QuotesCost.Argument]:
        await QuotesCost.MeasureAsync();
        break;
    case [RecentCost.Argument]:
        await RecentCost.MeasureAsync();
        break;
    case [PollingMemory.Argument, var server]:
        await PollingMemory.MeasureAsync(new Uri(server));
        break;
    case [PollingServer.Argument]:
        await PollingServer.RunAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(MatchingBenchmarks).Assembly).Run(args);
        break;
}
