using System.Collections.Immutable;
using Bot.Commands;
using Bot.Storage;
using Microsoft.Extensions.Logging;
using News.Alerts;

namespace Bot.Discord;

/// <summary>
/// Answers commands and buttons, privately. Discord waits three seconds for a first word and fifteen minutes for the rest.
/// </summary>
/// <param name="ask"><see cref="CommandDesk.AnswerAsync"/>.</param>
/// <param name="press"><see cref="CommandDesk.PressAsync"/>.</param>
internal sealed partial class DiscordInteractions(
    Func<CommandRequest, CancellationToken, Task<Answer>> ask,
    Func<Asker, string, CancellationToken, Task<Answer>> press,
    DiscordRest rest,
    DiscordServers servers,
    TimeProvider time,
    ILogger<DiscordInteractions> logger)
{
    /// <summary>Half of Discord's three seconds: the first word has to travel too.</summary>
    internal static readonly TimeSpan FirstWord = TimeSpan.FromSeconds(1.5);

    /// <summary>A little less than a token is good for.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromMinutes(14);

    private static readonly TimeSpan NoPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task AnswerAsync(Interaction interaction, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(LastWord, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);

        // On a thread of its own, because an answer that never awaits would take the first word's time with it.
        var work = Task.Run(() => WorkAsync(interaction, either.Token), either.Token);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(either.Token);
        await Task.WhenAny(work, Task.Delay(FirstWord, time, waiting.Token));
        await waiting.CancelAsync();
        either.Token.ThrowIfCancellationRequested();

        // A file takes as long as it takes, which may be more than a first word has.
        var deferred = !work.IsCompleted || (await work).File is not null;
        if (deferred && !await CallBackAsync(interaction, InteractionCallback.Later(), stoppingToken))
            return;

        var answer = await work;
        var messages = MessageDrawing.Answer(answer);
        if (deferred)
            await SendAsync(DiscordRoute.EditAnswer(interaction.Application, interaction.Token), Edit(messages[0], answer.File), either.Token);
        else if (!await CallBackAsync(interaction, InteractionCallback.Says(messages[0]), stoppingToken))
            return;

        foreach (var further in messages[1..])
            await SendAsync(DiscordRoute.FollowUp(interaction.Application, interaction.Token), further, either.Token);
    }

    private static object Edit(DiscordMessage message, AttachedFile? file)
    {
        var edit = message with { Flags = null };
        return file is null ? edit : new WithFile(edit, file);
    }

    private async Task<Answer> WorkAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Server is null)
            return Answer.Says("I answer in servers, where feeds and watchlists belong to everyone there. Ask me in one of its channels.");

        var asker = new Asker(
            ScopeKey.Discord(interaction.Server),
            interaction.User,
            ChannelAddress.Discord(interaction.Channel),
            interaction.MayManage,
            servers.IsHome(interaction.Server, interaction.Channel));
        try
        {
            return interaction.Asked switch
            {
                Asked.Command command => await ask(new CommandRequest(asker, command.Verb, command.Options), cancellationToken),
                Asked.Press pressed => await press(asker, pressed.Action, cancellationToken),
                _ => Answer.Says("I don't know that. /help shows what can be asked."),
            };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNoAnswer(failure, NameOf(interaction.Asked));
            return Answer.Says("Something went wrong here, and it is in the bot's log. Please try again in a minute.");
        }
    }

    /// <returns>Whether the first word arrived, as far as can be known: without an answer it may have.</returns>
    private async Task<bool> CallBackAsync(Interaction interaction, InteractionCallback callback, CancellationToken stoppingToken)
    {
        var route = DiscordRoute.Callback(interaction.Id, interaction.Token);
        var outcome = await rest.SendAsync(route, callback, NoPatience, stoppingToken);
        if (outcome is RestOutcome.Refused { Status: 400 } refused)
        {
            // Better a plain word than "the application did not respond".
            LogNotTaken(NameOf(interaction.Asked), refused.Words);
            var apology = MessageDrawing.Answer(Answer.Says("The answer can't be shown in Discord; it is in the bot's log why."));
            await rest.SendAsync(route, InteractionCallback.Says(apology[0]), NoPatience, stoppingToken);
            return false;
        }

        if (outcome is not RestOutcome.Done)
            LogNotTaken(NameOf(interaction.Asked), outcome.Words);
        return outcome is RestOutcome.Done or RestOutcome.Lost;
    }

    private async Task SendAsync(DiscordRoute route, object message, CancellationToken cancellationToken)
    {
        var outcome = await rest.SendAsync(route, message, Patience, cancellationToken);
        if (outcome is not RestOutcome.Done)
            LogNotTaken(route.Name, outcome.Words);
    }

    private static string NameOf(Asked asked) => asked switch
    {
        Asked.Command command => $"/{command.Verb}",
        _ => "a button",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: {Asked} could not be answered")]
    private partial void LogNoAnswer(Exception failure, string asked);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: the answer to {Asked} did not arrive: {Reason}")]
    private partial void LogNotTaken(string asked, string reason);
}
