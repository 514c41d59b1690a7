using System.Text.Json;

namespace Bot.Discord;

/// <summary>What became of a call.</summary>
internal abstract record RestOutcome
{
    private RestOutcome()
    {
    }

    /// <param name="Body">Undefined where the answer has none.</param>
    public sealed record Done(JsonElement Body) : RestOutcome;

    /// <summary>A limit stands in the way; nothing was done.</summary>
    public sealed record Limited(TimeSpan After) : RestOutcome;

    /// <summary>Discord's no.</summary>
    /// <param name="Code">Discord's own number for the error; 0 where it gave none.</param>
    /// <param name="Message">Discord's words and, for a wrong form, the fields and what is wrong with each.</param>
    /// <param name="FromDiscord">False where something in between answered, such as a proxy's error page.</param>
    public sealed record Refused(int Status, int Code, string Message, bool FromDiscord) : RestOutcome;

    /// <summary>No answer, or a server error: it may have been done all the same.</summary>
    public sealed record Lost(string Reason) : RestOutcome;

    /// <summary>Not tried: going on would do harm.</summary>
    public sealed record Withheld(string Reason, TimeSpan After) : RestOutcome;

    /// <summary>The outcome in a few words, for a log.</summary>
    public string Words => this switch
    {
        Done => "done",
        Limited limited => $"limited for {limited.After.TotalSeconds:0.#} s",
        Refused refused => $"refused with {refused.Status}, code {refused.Code}: {refused.Message}",
        Lost lost => lost.Reason,
        Withheld withheld => withheld.Reason,
        _ => "",
    };
}
