namespace Bot.Commands;

/// <summary>Where questions are answered, whatever the platform that they come from.</summary>
public sealed class CommandDesk
{
    /// <summary>Answers a command. Never throws for what was asked; says what to type instead.</summary>
    public Task<Answer> AnswerAsync(CommandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer.Says($"{request.Verb}?"));

    /// <summary>Answers a pressed button.</summary>
    /// <param name="action">What <see cref="Cards.CardButton.Ask"/> carried.</param>
    public Task<Answer> PressAsync(Asker asker, string action, CancellationToken cancellationToken) =>
        Task.FromResult(Answer.Says($"{action}?"));
}
