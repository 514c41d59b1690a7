using System.Globalization;
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
}
