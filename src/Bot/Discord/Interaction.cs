using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Bot.Discord;

/// <summary>
/// Somebody's command or pressed button. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
/// </summary>
/// <param name="Server">Null in a direct message.</param>
internal sealed record Interaction(
    string Id, string Token, string Application, string? Server, string Channel, string User, bool MayManage, Asked Asked)
{
    private const ulong Administrator = 1 << 3;
    private const ulong ManageServer = 1 << 5;

    /// <summary>Null for what is none, or is of a kind that the bot does not offer.</summary>
    public static Interaction? TryRead(JsonElement data)
    {
        var member = data.Member("member") ?? default;
        var user = (member.Member("user") ?? data.Member("user"))?.Text("id");
        var channel = data.Text("channel_id") ?? data.Member("channel")?.Text("id");
        var asked = Asked.TryRead(data.Number("type"), data.Member("data") ?? default);
        if (data.Text("id") is not { } id || data.Text("token") is not { } token || data.Text("application_id") is not { } application
            || user is null || channel is null || asked is null)
        {
            return null;
        }

        // A bit set in decimal; what doesn't fit 64 bits is no permission that is asked for here.
        var rights = ulong.TryParse(member.Text("permissions"), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0;
        return new Interaction(
            id, token, application, data.Text("guild_id"), channel, user, (rights & (Administrator | ManageServer)) != 0, asked);
    }
}

/// <summary>What an interaction asks.</summary>
internal abstract record Asked
{
    private const int SlashCommand = 2;
    private const int Component = 3;
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;

    private Asked()
    {
    }

    /// <param name="Verb">"watch add".</param>
    public sealed record Command(string Verb, ImmutableDictionary<string, string> Options) : Asked;

    public sealed record Press(string Action) : Asked;

    public static Asked? TryRead(int? type, JsonElement data) => type switch
    {
        SlashCommand when data.Text("name") is { } name => ReadCommand(name, data),
        Component when data.Text("custom_id") is { } action => new Press(action),
        _ => null,
    };

    private static Command ReadCommand(string name, JsonElement data)
    {
        var verb = name;
        var level = data;
        while (level.Items("options").FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            && first.Number("type") is Subcommand or SubcommandGroup
            && verb.Split(' ').Length < 3)
        {
            verb = $"{verb} {first.Text("name")}";
            level = first;
        }

        var options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var option in level.Items("options"))
        {
            if (option.Text("name") is { } optionName && option.Member("value") is { } value)
                options[optionName] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }

        return new Command(verb, options.ToImmutable());
    }
}
