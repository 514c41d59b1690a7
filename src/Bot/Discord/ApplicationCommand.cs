using System.Collections.Immutable;
using Bot.Commands;

namespace Bot.Discord;

/// <summary>https://discord.com/developers/docs/interactions/application-commands#application-command-object</summary>
internal sealed record ApplicationCommand(string Name, string Description, ImmutableArray<CommandOption> Options)
{
    private const int InServers = 0;

    public int Type => 1;

    /// <summary>In servers only: feeds and watchlists belong to one.</summary>
    public ImmutableArray<int> Contexts => [InServers];

    public ImmutableArray<int> IntegrationTypes => [InServers];

    /// <summary>The catalog in Discord's form: one command for a name, with its subcommands.</summary>
    public static ImmutableArray<ApplicationCommand> All() =>
    [
        .. CommandCatalog.All.GroupBy(spec => spec.Name).Select(family =>
            family.First().Subcommand is null
                ? new ApplicationCommand(family.Key, family.First().Description, CommandOption.Of(family.First().Options))
                : new ApplicationCommand(
                    family.Key,
                    CommandCatalog.Families.GetValueOrDefault(family.Key, family.Key),
                    [.. family.Select(CommandOption.Subcommand)])),
    ];
}

/// <summary>https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure</summary>
internal sealed record CommandOption(int Type, string Name, string Description)
{
    private const int SubcommandType = 1;
    private const int TextType = 3;
    private const int NumberType = 4;
    private const int LongestText = 6000;

    public bool? Required { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public int? MinValue { get; init; }

    public int? MaxValue { get; init; }

    public ImmutableArray<CommandChoice>? Choices { get; init; }

    public ImmutableArray<CommandOption>? Options { get; init; }

    public static CommandOption Subcommand(CommandSpec spec) =>
        new(SubcommandType, spec.Subcommand!, spec.Description) { Options = Of(spec.Options) };

    /// <summary>Discord wants the required ones first.</summary>
    public static ImmutableArray<CommandOption> Of(ImmutableArray<OptionSpec> options) =>
        [.. options.OrderByDescending(option => option.Required).Select(Of)];

    private static CommandOption Of(OptionSpec option) => option switch
    {
        { Kind: OptionKind.Number } => new CommandOption(NumberType, option.Name, option.Description)
        {
            Required = option.Required ? true : null,
            MinValue = 1,
            MaxValue = option.Most,
        },
        { Choices.IsEmpty: false } => new CommandOption(TextType, option.Name, option.Description)
        {
            Required = option.Required ? true : null,
            Choices = [.. option.Choices.Select(choice => new CommandChoice(choice, choice))],
        },
        _ => new CommandOption(TextType, option.Name, option.Description)
        {
            Required = option.Required ? true : null,
            MaxLength = Math.Min(option.Most, LongestText),
        },
    };
}

internal sealed record CommandChoice(string Name, string Value);
