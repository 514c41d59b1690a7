using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Bot.Commands;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>Tells Discord which commands there are: all at once, and only when they differ from those it has.</summary>
internal sealed partial class CommandRegistration(DiscordRest rest, TimeProvider time, ILogger<CommandRegistration> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private const int MostTries = 5;

    public async Task RegisterAsync(string application, CancellationToken stoppingToken)
    {
        var wanted = ApplicationCommand.All();
        for (var tries = 1; ; tries++)
        {
            var outcome = await TryAsync(application, wanted, stoppingToken);
            if (outcome is null)
                return;

            LogNotRegistered(outcome.Words);
            if (outcome is RestOutcome.Refused || tries == MostTries)
                return;
            await Task.Delay(Backoff.After(tries + 2, Random.Shared.NextDouble()), time, stoppingToken);
        }
    }

    /// <returns>Null when Discord has the commands.</returns>
    private async Task<RestOutcome?> TryAsync(
        string application, ImmutableArray<ApplicationCommand> wanted, CancellationToken stoppingToken)
    {
        var stored = await rest.SendAsync(DiscordRoute.Commands(application), null, Patience, stoppingToken);
        if (stored is RestOutcome.Done { Body.ValueKind: JsonValueKind.Array } done && IsSame(wanted, done.Body))
        {
            LogUnchanged(wanted.Length);
            return null;
        }

        var outcome = await rest.SendAsync(DiscordRoute.OverwriteCommands(application), wanted, Patience, stoppingToken);
        if (outcome is not RestOutcome.Done)
            return outcome;
        LogRegistered(wanted.Length);
        return null;
    }

    /// <summary>Whether what Discord has is what is wanted, the fields aside that it adds by itself.</summary>
    internal static bool IsSame(ImmutableArray<ApplicationCommand> wanted, JsonElement stored)
    {
        var written = JsonSerializer.SerializeToElement(wanted, DiscordJson.Options);
        return Canonical(written).SequenceEqual(Canonical(stored));
    }

    private static IEnumerable<string> Canonical(JsonElement commands) =>
        commands.EnumerateArray().Select(command =>
        {
            var text = new StringBuilder();
            Write(command, text);
            return text.ToString();
        }).Order(StringComparer.Ordinal);

    /// <summary>Two levels at most: a command, its subcommands, their options.</summary>
    private static void Write(JsonElement node, StringBuilder text, int depth = 0)
    {
        text.Append(node.Number("type") ?? 1).Append('|').Append(node.Text("name")).Append('|').Append(node.Text("description"));
        text.Append('|').Append(node.Member("required") is { ValueKind: JsonValueKind.True });
        foreach (var name in (ReadOnlySpan<string>)["min_length", "max_length", "min_value", "max_value"])
            text.Append('|').Append(node.Number(name));
        foreach (var name in (ReadOnlySpan<string>)["contexts", "integration_types"])
            text.Append('|').AppendJoin(',', node.Items(name).Select(item => item.GetRawText()).Order(StringComparer.Ordinal));
        foreach (var choice in node.Items("choices"))
            text.Append('|').Append(choice.Text("name")).Append('=').Append(choice.Member("value")?.GetRawText());
        if (depth > 3)
            return;

        foreach (var option in node.Items("options"))
        {
            text.Append("|(");
            Write(option, text, depth + 1);
            text.Append(')');
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: {Count} commands registered")]
    private partial void LogRegistered(int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Discord: {Count} commands stand as they are")]
    private partial void LogUnchanged(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: the commands could not be registered: {Reason}")]
    private partial void LogNotRegistered(string reason);
}
