using System.Collections.Immutable;
using System.Diagnostics;
using Bot;
using Bot.Commands;
using Bot.Storage;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using News.Alerts;
using News.Articles;
using News.Matching;

namespace Benchmarks;

/// <summary>What /recent and a ranked search take over a million articles, and what it costs to make an article searchable.</summary>
internal static class RecentCost
{
    public const string Argument = "--recent";

    private const int Rounds = 100;

    public static async Task MeasureAsync()
    {
        var file = MillionArticles.FileName(version: 4);
        var isNew = !File.Exists(file);
        var path = isNew ? file + ".new" : file;
        using (var host = Host(path))
        {
            await BotApp.PrepareAsync(host, default);
            if (isNew)
            {
                await Console.Out.WriteLineAsync($"Writing {file}, once; it stays there for the next run.");
                var names = host.Services.GetRequiredService<SearchNames>();
                await names.AnnounceAsync(default);
                MillionArticles.Write(host.Services.GetRequiredService<Database>(), names, Console.WriteLine);
            }
        }

        if (isNew)
            File.Move(path, file);
        using (var host = Host(file))
        {
            await BotApp.PrepareAsync(host, default);
            await AskAsync(host.Services);
            Size(host.Services.GetRequiredService<Database>(), file);
        }

        await StoreAsync();
    }

    private static IHost Host(string file) => BotApp.Build(BotApp.Builder(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Storage:ConnectionString"] = $"Data Source={file}",
        ["Logging:LogLevel:Default"] = "Warning",
    })), live: false);

    private static async Task AskAsync(IServiceProvider services)
    {
        var words = WordsByFrequency();
        string[] common = words[..20], usual = words[300..320], rare = words[^20..];
        string[] names = [.. MillionArticles.News.Articles.Select(article => article.Title.Split(' ')[0]).Distinct().Take(20)];
        string[] nothing = [.. Enumerable.Range(0, 20).Select(i => $"zzyzx{(char)('a' + i)}")];
        await Console.Out.WriteLineAsync($"Common: {string.Join(' ', common[..5])}; usual: {string.Join(' ', usual[..5])}; rare: {string.Join(' ', rare[..3])}; names: {string.Join(' ', names[..3])}");

        var desk = services.GetRequiredService<CommandDesk>();

        // The operator twice: right after the start, and when the runtime has compiled for speed what is asked often.
        foreach (var (scope, atHome) in ((ScopeKey, bool)[])[(ScopeKey.Operator, true), (MillionArticles.Busy, false), (MillionArticles.Quiet, false), (MillionArticles.Many, false), (ScopeKey.Operator, true)])
        {
            var asker = new Asker(scope, "somebody", ChannelAddress.Terminal, MayManage: true, atHome);
            if (atHome)
            {
                await AskAsync($"/recent, {scope}", ["recent"]);
                await AskAsync($"/recent watchlist:…, {scope}", [.. Enumerable.Range(1, MillionArticles.Watchlists).Select(i => $"recent watchlist:list-{i}")]);
            }

            await AskAsync($"/recent common, {scope}", [.. common.Select(word => $"recent {word}")]);
            await AskAsync($"/recent usual, {scope}", [.. usual.Select(word => $"recent {word}")]);
            await AskAsync($"/recent rare, {scope}", [.. rare.Select(word => $"recent {word}")]);
            await AskAsync($"/recent name, {scope}", [.. names.Select(word => $"recent {word}")]);
            await AskAsync($"/recent nothing, {scope}", [.. nothing.Select(word => $"recent {word}")]);
            await AskAsync($"/recent common AND usual, {scope}", [.. common.Zip(usual, (a, b) => $"recent {a} AND {b}")]);
            await AskAsync($"/recent \"usual common\", {scope}", [.. common.Zip(usual, (a, b) => $"recent \"{b} {a}\"")]);
            foreach (var word in (string[])["@irgc", "@iraq", "@iran", "@iran AND drone", "@fatemiyoun", "@abkhazia", "Iraq", "\"South Korea\"", "airstrike"])
                await AskAsync($"/recent {word}, {scope}", [$"recent {word}"]);

            async Task AskAsync(string what, string[] typed)
            {
                await TellAsync(what, typed.Length, i =>
                {
                    var command = (TypedReading.Command)TypedCommand.Read(typed[i]);
                    return desk.AnswerAsync(new CommandRequest(asker, command.Verb, command.Options), default);
                });
            }
        }

        var search = services.GetRequiredService<SearchStore>();
        foreach (var scope in (ScopeKey[])[ScopeKey.Operator, MillionArticles.Quiet, MillionArticles.Many])
        {
            await SearchAsync("common", common);
            await SearchAsync("usual", usual);
            await SearchAsync("rare", rare);
            await SearchAsync("common OR usual", [.. common.Zip(usual, (a, b) => $"{a} OR {b}")]);
            await SearchAsync("common AND usual NOT rare", [.. common.Zip(usual, rare).Select(it => $"{it.First} AND {it.Second} NOT {it.Third}")]);
            await SearchAsync("\"common usual\"", [.. common.Zip(usual, (a, b) => $"\"{a} {b}\"")]);

            Task SearchAsync(string what, string[] asked)
            {
                ImmutableArray<Query> queries = [.. asked.Select(text => ((QueryReading.Read)Query.Parse(text)).Query)];
                return TellAsync($"search {what}, {scope}", queries.Length, i =>
                {
                    search.Search(queries[i], [scope], DateTimeOffset.UnixEpoch, 10);
                    return Task.CompletedTask;
                });
            }
        }
    }

    private static async Task TellAsync(string what, int questions, Func<int, Task> ask)
    {
        var (times, waited) = (new List<double>(), new List<double>());
        var warm = Math.Max(questions, 20);
        for (var round = -warm; round < Rounds; round++)
        {
            var (begun, before) = (Stopwatch.GetTimestamp(), ProcessorTime.OfThread);
            await ask((round + warm) % questions);
            if (round < 0)
                continue;
            times.Add((ProcessorTime.OfThread - before).TotalMilliseconds);
            waited.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (waited.Sum() > 5_000)
                break;
        }

        times.Sort();
        waited.Sort();
        await Console.Out.WriteLineAsync(
            $"{what,-50} {times[times.Count / 2],7:0.00} ms CPU in the middle, {times[(int)(times.Count * 0.99)],7:0.00} ms at the 99th percentile; waited {waited[waited.Count / 2],7:0.00} and {waited[(int)(waited.Count * 0.99)],7:0.00} ms");
    }

    /// <summary>The words of the trade that the articles have, the most frequent first, without those that nobody asks for.</summary>
    private static string[] WordsByFrequency() =>
    [
        .. MillionArticles.News.Articles.Take(2_000).SelectMany(article => article.Text.Split([' ', '.', ',', '\n', '“', '”', '-'], StringSplitOptions.RemoveEmptyEntries).Distinct())
            .Where(word => word.Length > 4 && word.All(char.IsAsciiLetterLower) && !NewsWords.Function.Contains(word))
            .GroupBy(word => word).OrderByDescending(word => word.Count()).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key),
    ];

    private static void Size(Database database, string file)
    {
        using var connection = database.Open();
        var index = connection.ExecuteScalar<long>("SELECT SUM(length(block)) FROM article_words_data") + connection.ExecuteScalar<long>("SELECT 20 * COUNT(*) FROM searchable") + connection.ExecuteScalar<long>("SELECT 12 * COUNT(*) FROM article_words_docsize");
        Console.WriteLine($"The file has {new FileInfo(file).Length / 1_000_000:N0} MB, the index {index / 1_000_000:N0} MB of it: {index / MillionArticles.Count} bytes an article.");
    }

    /// <summary>What it costs to store an article, by the bot's own way, with and without making it searchable: in turns.</summary>
    private static async Task StoreAsync()
    {
        var folder = Directory.CreateTempSubdirectory("news-bot-recent-");
        try
        {
            using var host = Host(Path.Combine(folder.FullName, "bot.db"));
            await BotApp.PrepareAsync(host, default);
            var database = host.Services.GetRequiredService<Database>();
            var news = host.Services.GetRequiredService<NewsStore>();
            var names = host.Services.GetRequiredService<SearchNames>();
            await names.AnnounceAsync(default);
            long feed;
            using (var connection = database.Open())
                feed = connection.ExecuteScalar<long>("INSERT INTO feeds (url, title) VALUES ('https://wire.example/rss', 'Wire') RETURNING id");
            var texts = MillionArticles.News.Articles;
            var (all, search) = (TimeSpan.Zero, TimeSpan.Zero);
            const int Articles = 10_000, AtOnce = 50;
            for (var from = 0; from < Articles; from += AtOnce)
            {
                ImmutableArray<NewArticle> some = [.. Enumerable.Range(from, AtOnce).Select(i => new NewArticle(
                    new FeedId(feed), texts[i] with { Key = new ItemKey($"guid:{i}"), Title = $"{texts[i].Title} {i}", Link = $"https://wire.example/{i}", Published = DateTimeOffset.UtcNow },
                    new Digest([], [], []), []))];
                var before = Environment.CpuUsage.TotalTime;
                await news.SaveAsync(some, DateTimeOffset.UtcNow, default);
                all += Environment.CpuUsage.TotalTime - before;

                before = Environment.CpuUsage.TotalTime;
                var words = some.Select(one => names.WordsOf(one.Feed, one.Article)).ToList();
                await database.WriteAsync(connection =>
                {
                    for (var i = 0; i < words.Count; i++)
                        SearchIndex.File(connection, 1_000_000 + from + i, new FeedId(feed), some[i].Article.Published, some[i].Article.Published, words[i]);
                }, default);
                search += Environment.CpuUsage.TotalTime - before;
            }

            await Console.Out.WriteLineAsync($"To store an article: {all.TotalMicroseconds / Articles:0} µs, of which {search.TotalMicroseconds / Articles:0} µs to make it searchable ({all / (all - search):0.00} times what it took without).");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
