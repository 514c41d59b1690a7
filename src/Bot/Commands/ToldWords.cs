using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;

namespace Bot.Commands;

/// <summary>What became of a story's messages, in plain words.</summary>
internal static class ToldWords
{
    /// <summary>"The story was told here 5 minutes ago; waits to be told in slack:C1: HTTP 503".</summary>
    /// <param name="told">At least one.</param>
    public static ImmutableArray<TextRun> Of(Asker asker, ImmutableArray<StoryMessage> told)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        foreach (var message in told)
        {
            runs.Add(runs.Count == 0 ? "The story " : "; ");
            runs.AddRange(Of(asker, message));
        }

        return runs.ToImmutable();
    }

    /// <summary>"was told here 5 minutes ago".</summary>
    public static ImmutableArray<TextRun> Of(Asker asker, StoryMessage message)
    {
        var where = message.Channel == asker.Channel ? "here" : $"in {message.Channel}";
        var because = message.Reason is { } reason ? $": {reason}" : "";
        ImmutableArray<TextRun> runs = message.State switch
        {
            "sent" => [$"was told {where} ", new TextRun.Moment(message.At)],
            "digested" => [$"was told {where} in a digest ", new TextRun.Moment(message.At)],
            "waiting" => [$"waits to be told {where}{because}"],
            "dropped" => [$"was not told {where}: {message.Reason ?? "its watchlist was removed"}"],
            _ => [$"was not told {where}{because}"],
        };
        if (message.Edited is { } edited)
            runs = [.. runs, ", edited last ", new TextRun.Moment(edited)];
        return message.Gone is { } gone ? [.. runs, ", and was deleted by somebody before ", new TextRun.Moment(gone)] : runs;
    }
}
