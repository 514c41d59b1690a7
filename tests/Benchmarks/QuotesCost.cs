using System.Collections.Immutable;
using System.Diagnostics;
using Bot;
using Bot.Commands;
using Bot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using News.Alerts;
using News.Articles;
using News.Summaries;

namespace Benchmarks;

/// <summary>What it costs in CPU time to store what people say in an article, and what /quotes takes over a hundred thousand of them, a month's.</summary>
internal static class QuotesCost
{
    public const string Argument = "--quotes";

    private const int Texts = 2_000;
    private const int Articles = 100_000;
    private const int AtOnce = 50;
    private const int WordsOfText = 4_000;
    private static readonly TimeSpan Span = TimeSpan.FromDays(30);

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-quotes-");
        try
        {
            using var host = BotApp.Build(BotApp.Builder(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Feeds:0:Url"] = "https://wire.example/rss",
                ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "bot.db")}",
                ["Logging:LogLevel:Default"] = "Warning",
            })), live: false);
            await BotApp.PrepareAsync(host, default);
            await MeasureAsync(host.Services);
            await Console.Out.WriteLineAsync($"The file has {new FileInfo(Path.Combine(folder.FullName, "bot.db")).Length / 1_000_000:N0} MB.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(IServiceProvider services)
    {
        var texts = new NewsText(Texts, WordsOfText).Articles;
        var clock = new Stopwatch();
        var begun = Environment.CpuUsage.TotalTime;
        ImmutableArray<Quote>[] quotes = [.. texts.Select(article => Summarizer.Summarize(article.Title, article.Text).Quotes)];
        await Console.Out.WriteLineAsync(
            $"{Texts} texts of {texts.Average(text => text.Text.Length):N0} characters with {quotes.Average(said => said.Length):0.0} quotations: {(Environment.CpuUsage.TotalTime - begun).TotalMicroseconds / Texts:N0} µs each to summarise.");

        var feed = (await services.GetRequiredService<FeedStore>().AllAsync(default))[0].Id;
        var now = DateTimeOffset.UtcNow;
        var spent = new TimeSpan[2];
        for (var from = 0; from < Articles; from += AtOnce)
        {
            // In turns with and without, so that what else the machine does meets them alike.
            var isWith = from / AtOnce % 10 != 0;
            ImmutableArray<NewArticle> some = [.. Enumerable.Range(from, AtOnce).Select(i => new NewArticle(
                feed,
                texts[i % Texts] with { Key = new ItemKey($"guid:{i}"), Title = $"{texts[i % Texts].Title} {i}", Link = $"https://wire.example/{i}", Published = now - (Span * ((Articles - i) / (double)Articles)) },
                new Digest([], [], []),
                []) { Quotes = isWith ? quotes[i % Texts] : [] })];
            var before = Environment.CpuUsage.TotalTime;
            await services.GetRequiredService<NewsStore>().SaveAsync(some, some[0].Article.Published, default);
            spent[isWith ? 1 : 0] += Environment.CpuUsage.TotalTime - before;
        }

        await Console.Out.WriteLineAsync($"To store an article: {spent[0].TotalMicroseconds / (Articles / 10):0} µs without quotations, {spent[1].TotalMicroseconds / (Articles * 9 / 10):0} µs with.");
        var spoken = quotes.SelectMany(said => said).Where(quote => quote.Speaker is not null).GroupBy(quote => quote.Speaker!).OrderBy(one => one.Count()).Select(one => one.Key).ToList();
        var word = texts[0].Text.Split(' ').Where(one => one.Length > 6 && one.All(char.IsAsciiLetterLower)).First();
        var desk = services.GetRequiredService<CommandDesk>();
        var asker = new Asker(ScopeKey.Operator, "operator", ChannelAddress.Terminal, MayManage: true, AtHome: true);
        foreach (var typed in (string[])["quotes", "quotes 30d", $"quotes {spoken[0]}", $"quotes {spoken[0]} 30d", $"quotes {spoken[^1]} 30d", "quotes spokesman OR minister 30d",
            $"quotes about {word}", $"quotes about {word} 30d", "quotes about zzyzx 7d", "quotes about zzyzx 30d", $"quotes {spoken[^1]} about {word} 30d"])
        {
            var (times, waited) = (new List<double>(), new List<double>());
            var said = "";
            for (var round = 0; round < 5; round++)
            {
                var command = (TypedReading.Command)TypedCommand.Read(typed);
                var before = Environment.CpuUsage.TotalTime;
                clock.Restart();
                said = (await desk.AnswerAsync(new CommandRequest(asker, command.Verb, command.Options), default)).Cards[0].PlainText;
                times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
                waited.Add(clock.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            await Console.Out.WriteLineAsync($"/{typed,-40} {times[0],6:0} ms CPU at least, {times[2],6:0} ms in the middle ({waited.Min():0} ms waited at least): {said[..Math.Min(said.Length, 80)]}");
        }
    }
}
