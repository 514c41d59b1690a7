using System.Text.Json;

namespace Bot.Slack;

/// <summary>What became of a call to the Web API.</summary>
internal abstract record SlackReply
{
    private SlackReply()
    {
    }

    public sealed record Ok(JsonElement Body) : SlackReply;

    /// <summary>Nothing was done; ask again after this long.</summary>
    public sealed record Limited(TimeSpan After) : SlackReply;

    /// <summary>Slack said no, and nothing was done.</summary>
    /// <param name="Error">Slack's word for it: <c>channel_not_found</c>.</param>
    /// <param name="Needed">The scope that is missing, where that is the matter.</param>
    public sealed record Failed(string Error, string? Needed = null) : SlackReply;

    /// <summary>No answer that can be trusted: what was asked may have been done, or not.</summary>
    public sealed record Lost(string Reason) : SlackReply;
}
