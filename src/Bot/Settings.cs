using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Commands;
using Bot.Delivery;
using Bot.Discord;
using Bot.Pages;
using Bot.Polling;
using Bot.Slack;
using Bot.Storage;
using Bot.WebSub;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot;

/// <summary>
/// Where settings come from, in rising rank: <c>appsettings.json</c> in the working directory, environment variables
/// (<c>BOT_Discord__Token</c>), arguments (<c>--Discord:ApiBaseUrl=…</c>).
/// </summary>
internal static partial class Settings
{
    public const string FileName = "appsettings.json";

    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(OperatorSettings.Feeds)] = typeof(List<FeedSetting>),
        [nameof(OperatorSettings.Watchlists)] = typeof(List<WatchlistSetting>),
        [EntityOptions.Section] = typeof(EntityOptions),
        [AlertsOptions.Section] = typeof(AlertsOptions),
        [ArticlesOptions.Section] = typeof(ArticlesOptions),
        [PollingOptions.Section] = typeof(PollingOptions),
        [DeliveryOptions.Section] = typeof(DeliveryOptions),
        [DiscordOptions.Section] = typeof(DiscordOptions),
        [SlackOptions.Section] = typeof(SlackOptions),
        [PublishersOptions.Section] = typeof(PublishersOptions),
        [StorageOptions.Section] = typeof(StorageOptions),
        [RetentionOptions.Section] = typeof(RetentionOptions),
        [WebSubOptions.Section] = typeof(WebSubOptions),
    };

    /// <summary>Tells settings (<c>--A:B=c</c>, <c>--A:B c</c>) from the other arguments.</summary>
    public static (string[] Settings, string[] Others) SplitArguments(string[] arguments)
    {
        var settings = new List<string>();
        var rest = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            var key = argument.Split('=', 2)[0];
            var isSetting = key.StartsWith("--", StringComparison.Ordinal) && key.Contains(':', StringComparison.Ordinal);
            (isSetting ? settings : rest).Add(argument);
            if (isSetting && key == argument && i + 1 < arguments.Length)
                settings.Add(arguments[++i]);
        }

        return ([.. settings], [.. rest]);
    }

    /// <exception cref="InvalidDataException">The file is no JSON.</exception>
    public static void Read(IConfigurationBuilder configuration, string directory, string[] arguments)
    {
        var path = Path.Combine(directory, FileName);
        configuration.SetBasePath(directory).AddJsonFile(path, optional: true).AddEnvironmentVariables("BOT_").AddCommandLine(arguments);
    }

    /// <summary>Names every key that means nothing, for a key that is misspelt does nothing and says nothing.</summary>
    public static IEnumerable<string> UnknownKeys(IConfiguration configuration) =>
        configuration.GetChildren().SelectMany(section =>
            section.Key.Equals("Logging", StringComparison.OrdinalIgnoreCase) ? WrongLevels(section.GetSection("LogLevel"))
            : Sections.TryGetValue(section.Key, out var type) ? UnknownKeys(section, type)
            : [$"{section.Path} is no setting. There are: {string.Join(", ", Sections.Keys)}, Logging."]);

    /// <summary>What is wrong, a line each, with the key and what it takes; null for an exception that is about something else.</summary>
    public static IReadOnlyList<string>? Explain(Exception exception) => exception switch
    {
        OptionsValidationException wrong => [.. wrong.Failures],
        InvalidDataException wrong when wrong.GetBaseException() is JsonException place => [$"{wrong.Message} {Place(place)}"],
        InvalidDataException wrong => [wrong.Message],
        SqliteException problem => [$"The database of Storage:ConnectionString can't be used: {problem.Message}"],
        InvalidOperationException wrong when Conversion().Match(wrong.Message) is { Success: true } told =>
            [$"{told.Groups["key"].Value} can't be “{told.Groups["value"].Value}”: it takes {Takes(told.Groups["type"].Value)}."],
        AggregateException many when many.InnerExceptions.Select(Explain).ToList() is var all && all.TrueForAll(one => one is not null) =>
            [.. all.SelectMany(one => one!)],
        _ => null,
    };

    private static IEnumerable<string> UnknownKeys(IConfigurationSection section, Type type)
    {
        if (type == typeof(string) || type.IsValueType || Nullable.GetUnderlyingType(type) is not null)
            return [];

        // Not the value itself: where a token was put a step too high, nobody is to read it in a log.
        var isList = typeof(IEnumerable).IsAssignableFrom(type);
        if (!string.IsNullOrEmpty(section.Value))
            return [$"{section.Path} is a single value: it takes {(isList ? "a list, [ … ]" : "an object, { … }")}, as appsettings.example.json shows."];
        if (isList)
        {
            var element = type.GetElementType() ?? type.GetGenericArguments()[0];
            return section.GetChildren().SelectMany(child => UnknownKeys(child, element));
        }

        var properties = type.GetProperties().Where(property => property.CanWrite).ToList();
        if (!string.IsNullOrEmpty(section.Value))
            return [$"{section.Path} is one value: it takes an object, {{ \"{properties[0].Name}\": … }}."];
        return section.GetChildren().SelectMany(child =>
            properties.Find(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } property
                ? UnknownKeys(child, property.PropertyType)
                : [$"{child.Path} is no setting. There are: {string.Join(", ", properties.Select(one => $"{section.Path}:{one.Name}"))}."]);
    }

    private static IEnumerable<string> WrongLevels(IConfigurationSection levels) =>
        levels.GetChildren().Where(level => !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
            .Select(level => $"{level.Path} can't be “{level.Value}”: it takes {string.Join(", ", Enum.GetNames<LogLevel>())}.");

    /// <summary>The parser counts lines from 0 and says so in its own words: "… LineNumber: 1 | BytePositionInLine: 12."</summary>
    private static string Place(JsonException problem)
    {
        var words = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? problem.Message[..end] : problem.Message;
        return $"Line {problem.LineNumber + 1}, column {problem.BytePositionInLine + 1}: {words}";
    }

    private static string Takes(string type) => type switch
    {
        "System.TimeSpan" => $"a span of time, hh:mm:ss ({TimeSpan.FromMinutes(5).ToString("c", CultureInfo.InvariantCulture)} is five minutes)",
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Boolean" => "true or false",
        _ => type,
    };

    [GeneratedRegex("Failed to convert configuration value '(?<value>.*)' at '(?<key>.*)' to type '(?<type>.*)'", RegexOptions.NonBacktracking)]
    private static partial Regex Conversion();
}
