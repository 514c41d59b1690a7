using System.Globalization;
using Bot.Cards;
using Bot.Storage;

namespace Bot.Commands;

/// <summary>Where questions are answered, whatever the platform that they come from.</summary>
public sealed partial class CommandDesk(
    RecentCommand recent, QuotesCommand quotes, WatchCommands watch, AliasCommand alias, WhyCommand why, StoryCommand story, FeedCommands feed, FeedAddCommand feedAdd, FeedExport export, StatusCommand status,
    HelpCommand help, AlertButtons buttons, ILogger<CommandDesk> logger)
{
    /// <summary>Answers a command. Never throws for what was asked; says what to type instead.</summary>
    public async Task<Answer> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (CommandCatalog.Find(request.Verb) is not { } spec)
            return Answer.Says($"There is no command “{request.Asker.Slash}{request.Verb}”. Try {request.Asker.Slash}help.");
        if (spec.ManagesWith(request.Options) && !request.Asker.MayManage)
            return Answer.Says(NoRight(request.Asker, spec));
        if (WrongOption(spec, request) is { } wrong)
            return Answer.Says(wrong);

        try
        {
            return await DispatchAsync(request, cancellationToken);
        }
        catch (Exception surprise) when (!cancellationToken.IsCancellationRequested)
        {
            LogSurprise(surprise, request.Verb);
            return Answer.Says($"Something went wrong on our side with “{request.Asker.Slash}{request.Verb}”; it is in the log. Please try again.");
        }
    }

    /// <summary>Answers a pressed button.</summary>
    /// <param name="action">What <see cref="CardButton.Ask"/> carried.</param>
    public async Task<Answer> PressAsync(Asker asker, string action, CancellationToken cancellationToken)
    {
        if (Manages(action) && !asker.MayManage)
            return Answer.Says(NoRight(asker, CommandCatalog.Find(FeedOffers.IsOne(action) ? "feed add" : "watch add")!));

        try
        {
            return FeedOffers.IsOne(action) ? await feedAdd.PressAsync(asker, action, cancellationToken)
                : WatchCommands.IsDecision(action) ? await watch.PressAsync(asker, action, cancellationToken)
                : await buttons.PressAsync(asker, action, cancellationToken);
        }
        catch (Exception surprise) when (!cancellationToken.IsCancellationRequested)
        {
            LogSurprise(surprise, "a button");
            return Answer.Says("Something went wrong on our side; it is in the log. Please try again.");
        }
    }

    /// <summary>Whether a button changes something, so that it takes the right to.</summary>
    public static bool Manages(string action) => FeedOffers.IsOne(action) || WatchCommands.IsDecision(action);

    private Task<Answer> DispatchAsync(CommandRequest request, CancellationToken cancellationToken) => request.Verb switch
    {
        "recent" => recent.AnswerAsync(request, cancellationToken),
        "quotes" => quotes.AnswerAsync(request, cancellationToken),
        "watch add" => watch.AddAsync(request, cancellationToken),
        "watch test" => watch.TestAsync(request, cancellationToken),
        "watch list" => watch.ListAsync(request.Asker, cancellationToken),
        "watch remove" => watch.RemoveAsync(request, cancellationToken),
        "watch alias" => alias.AnswerAsync(request, cancellationToken),
        "why" => why.AnswerAsync(request, cancellationToken),
        "story" => Task.FromResult(story.Answer(request)),
        "feed add" => feedAdd.AnswerAsync(request, cancellationToken),
        "feed list" => feed.ListAsync(request.Asker, cancellationToken),
        "feed check" => feed.CheckAsync(request, cancellationToken),
        "feed remove" => feed.RemoveAsync(request, cancellationToken),
        "feed export" => export.AnswerAsync(request.Asker, cancellationToken),
        "status" => status.AnswerAsync(request.Asker, cancellationToken),
        "help" => Task.FromResult(help.Answer(request.Asker)),
        _ => throw new InvalidOperationException($"The catalog has the command “{request.Verb}”, and nobody answers it."),
    };

    private static string NoRight(Asker asker, CommandSpec spec)
    {
        var who = asker.Channel.Platform == "discord"
            ? "takes the permission Manage Server. Ask somebody who has it;"
            : "is for the workspace's admins and the people listed in Slack:Managers;";
        return $"“{asker.Slash}{spec.Verb}” {who} {asker.Slash}help shows what everybody may ask.";
    }

    private static string? WrongOption(CommandSpec spec, CommandRequest request)
    {
        var slash = request.Asker.Slash;
        foreach (var option in spec.Options)
        {
            var given = request.Options.GetValueOrDefault(option.Name)?.Trim() ?? "";
            if (given.Length == 0)
            {
                if (option.Required)
                    return $"“{slash}{spec.Verb}” needs a {option.Name}: {slash}{spec.Example}";
            }
            else if (option.Kind == OptionKind.Number)
            {
                if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > option.Most)
                    return $"The {option.Name} is a number from 1 to {option.Most}: {slash}{spec.Example} {option.Name}:5";
            }
            else if (!option.Choices.IsEmpty)
            {
                if (!option.Choices.Contains(given, StringComparer.OrdinalIgnoreCase))
                    return $"The {option.Name} is one of {string.Join(", ", option.Choices)}.";
            }
            else if (given.Length > option.Most)
            {
                return $"The {option.Name} is too long: {given.Length} characters, at most {option.Most}.";
            }
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Answering {What} failed.")]
    private partial void LogSurprise(Exception surprise, string what);
}
