using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using News.Alerts;

namespace Bot.Discord;

/// <summary>Draws a notice: a grey embed of a line or two, without buttons, that rings nobody's phone.</summary>
internal static class NoticeDrawing
{
    private const int Grey = 0x9E9E9E;
    private const int MostTitle = 200;
    private const int MostDescription = 1500;

    /// <param name="at">Shown in the reader's own time, and what the notice is found again by.</param>
    public static DiscordMessage Draw(Notice notice, DateTimeOffset at)
    {
        var writer = new MarkdownWriter(MostDescription);
        writer.Markup(NoticeSign.Of(notice.Kind) + " ");
        writer.Bold(SafeText.Line(notice.Title, MostTitle));
        foreach (var sentence in notice.Sentences)
        {
            writer.Markup("\n");
            writer.Words(sentence);
        }

        return new DiscordMessage
        {
            Embeds =
            [
                new Embed
                {
                    Description = writer.ToString(),
                    Color = Grey,
                    Timestamp = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                },
            ],
            Flags = DiscordMessage.SuppressNotifications,
        };
    }

    /// <summary>
    /// Whether a message of a channel's history is the drawn one. It has no button that could carry its key, so that its
    /// words and its instant have to do: two that agree in both say the same thing.
    /// </summary>
    public static bool IsShownBy(JsonElement message, DiscordMessage drawn)
    {
        var ours = drawn.Embeds!.Value[0];
        return message.Items("embeds").Any(embed =>
            embed.Text("description") == ours.Description && Instant(embed.Text("timestamp")) == Instant(ours.Timestamp));
    }

    /// <summary>Discord writes the offset in another way than it was sent: +00:00 for Z.</summary>
    private static DateTimeOffset? Instant(string? timestamp) =>
        DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
