using Bot.Storage;
using Microsoft.Extensions.Options;
using News.Alerts;
using News.Matching;

namespace Bot;

/// <summary>Checks the lists <c>Feeds</c> and <c>Watchlists</c> of the settings file before anything starts.</summary>
internal sealed class OperatorSettingsCheck(IConfiguration configuration, EntityBooks books) : IValidateOptions<OperatorSettings>
{
    public ValidateOptionsResult Validate(string? name, OperatorSettings options)
    {
        var problems = Feeds(options.Feeds).Concat(Watchlists(options.Watchlists)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Feeds(List<FeedSetting> feeds)
    {
        for (var i = 0; i < feeds.Count; i++)
        {
            if (!Uri.TryCreate(feeds[i].Url, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
                yield return $"Feeds:{i}:Url is “{feeds[i].Url}”: it takes a whole http or https address, https://example.org/rss.xml.";
        }
    }

    private IEnumerable<string> Watchlists(List<WatchlistSetting> watchlists)
    {
        for (var i = 0; i < watchlists.Count; i++)
        {
            var (watchlist, key) = (watchlists[i], $"Watchlists:{i}");
            if (string.IsNullOrWhiteSpace(watchlist.Name) || watchlist.Name.Length > 60)
                yield return $"{key}:Name is “{watchlist.Name}”: it takes 1 to 60 characters.";
            else if (watchlists.FindIndex(other => string.Equals(other.Name, watchlist.Name, StringComparison.OrdinalIgnoreCase)) < i)
                yield return $"{key}:Name is “{watchlist.Name}”, which another watchlist is called already.";

            var query = watchlist.Query ?? "";
            if (Wrong(query) is { } error)
                yield return $"{key}:Query is wrong: {error.Message}\n{error.Pointer(query)}";

            if (!Enum.TryParse<Severity>(watchlist.Severity, ignoreCase: true, out var severity) || !Enum.IsDefined(severity))
                yield return $"{key}:Severity is “{watchlist.Severity}”: it takes low, normal, high or critical.";

            if (Updates.TryParse(watchlist.Updates) is null)
                yield return $"{key}:Updates is “{watchlist.Updates}”: it takes {Updates.Takes}.";

            var channels = watchlist.Channels ?? [];
            if (channels.Count == 0)
                yield return $"{key}:Channels is empty: name at least one, \"terminal\" for instance.";
            for (var j = 0; j < channels.Count; j++)
            {
                if (Channel(channels[j]) is { } problem)
                    yield return $"{key}:Channels:{j} is “{channels[j]}”: {problem}";
            }
        }
    }

    /// <summary>What the operator typed for <c>/watch alias</c> stands in the database, which only a query that names something of it is worth opening for.</summary>
    private QueryError? Wrong(string query) =>
        Query.Parse(query, books.Everyones) is QueryReading.Wrong && Query.Parse(query, books.Of(ScopeKey.Operator)) is QueryReading.Wrong wrong
            ? wrong.Error
            : null;

    private string? Channel(string text) => ChannelAddress.TryParse(text) switch
    {
        null => "it takes \"terminal\", \"discord:\" with the channel's number, or \"slack:\" with the channel's ID (C0123ABCD).",
        { Platform: "discord" } when string.IsNullOrWhiteSpace(configuration["Discord:Token"]) =>
            "Discord is not connected. Set Discord:Token, or take the channel out.",
        { Platform: "slack" } when string.IsNullOrWhiteSpace(configuration["Slack:BotToken"]) =>
            "Slack is not connected. Set Slack:BotToken, or take the channel out.",
        _ => null,
    };
}
