using Bot.Commands;
using Bot.Storage;

namespace Bot.Tests.Asking;

public sealed class TrialTurnsTests
{
    [Fact]
    public async Task A_scope_has_one_turn_and_keeps_no_other_scope_from_its_own()
    {
        using var turns = new TrialTurns();

        var first = await turns.TakeAsync(new ScopeKey("discord:1"), default);
        var again = await turns.TakeAsync(new ScopeKey("discord:1"), default);
        using var other = await turns.TakeAsync(new ScopeKey("slack:2"), default);
        first!.Dispose();
        using var next = await turns.TakeAsync(new ScopeKey("discord:1"), default);

        Assert.Null(again);
        Assert.NotNull(other);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Two_turns_are_taken_at_once_and_who_gives_up_waiting_leaves_nothing_behind()
    {
        using var turns = new TrialTurns();
        var first = await turns.TakeAsync(new ScopeKey("discord:1"), default);
        using var second = await turns.TakeAsync(new ScopeKey("discord:2"), default);
        using var patience = new CancellationTokenSource();

        var third = turns.TakeAsync(new ScopeKey("discord:3"), patience.Token);
        Assert.False(third.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        first!.Dispose();

        Assert.NotNull(await turns.TakeAsync(new ScopeKey("discord:3"), default));
    }
}
