using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using Bot.Commands;
using Bot.Storage;

namespace Bot.Discord;

/// <summary>Draws alerts, notices and answers as messages.</summary>
internal static class MessageDrawing
{
    private const int MostRows = 5;
    private const int MostLabel = 80;

    /// <summary>One fewer than Discord's 10, and less than its 6,000: room for the line that says what was left out.</summary>
    private const int MostEmbeds = 9;
    private const int MostOfPage = 5_900;

    /// <summary>An answer is for reading, not for scrolling.</summary>
    private const int MostMessages = 5;

    private const int MostThreadName = 100;

    /// <summary>A day; a reply after that brings the thread back.</summary>
    private const int MinutesUntilArchived = 1440;

    /// <summary>What an entry says; where it is posted, with the key by which that is done once.</summary>
    public static DiscordMessage Of(OutboxEntry entry)
    {
        var message = entry.Message switch
        {
            OutboxMessage.OfAlert(var alert) => Draw(AlertCard.Of(alert, entry.Key)),
            OutboxMessage.OfNotice(var notice, var at) => NoticeDrawing.Draw(notice, at),
            OutboxMessage.OfChange(var change, _) => Draw(ChangeCard.Of(change)),
            OutboxMessage.OfDigest(var backlog) => Draw(DigestCard.Of(backlog)),
            _ => throw new InvalidOperationException($"Nobody draws a {entry.Message.GetType().Name}."),
        };
        // What an edit doesn't name stays as it was.
        return entry.Act is OutboxAct.Edit
            ? message with { Components = message.Components ?? [] }
            : message with { Nonce = entry.Key, EnforceNonce = true };
    }

    /// <summary>The thread of a message, named after its story.</summary>
    public static ThreadStart Thread(OutboxEntry entry)
    {
        var name = SafeText.Line(entry.Message.Headline, MostThreadName);
        return new ThreadStart(SafeText.IsBlank(name) ? "Updates" : name, MinutesUntilArchived);
    }

    /// <summary>
    /// Whether a message of a channel's history is the drawn one. Where no button carries its key, its words and its instant
    /// have to do: two that agree in both say the same thing.
    /// </summary>
    public static bool IsShownBy(JsonElement message, DiscordMessage drawn)
    {
        var ours = drawn.Embeds!.Value[0];
        return message.Items("embeds").Any(embed =>
            embed.Text("title") == ours.Title && embed.Text("description") == ours.Description && Instant(embed.Text("timestamp")) == Instant(ours.Timestamp));
    }

    /// <summary>Discord writes the offset in another way than it was sent: +00:00 for Z.</summary>
    private static DateTimeOffset? Instant(string? timestamp) =>
        DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static DiscordMessage Draw(Card card) => new()
    {
        Embeds = [EmbedDrawing.Draw(card)],
        Components = Rows([.. card.Buttons.Select(button => Draw(button, ""))]),
    };

    /// <summary>An answer for the asker alone: a first message, and further ones where one doesn't hold it.</summary>
    public static ImmutableArray<DiscordMessage> Answer(Answer answer)
    {
        if (answer.Cards.IsEmpty)
            return Answer(Commands.Answer.Says("Nothing to show."));

        var numbered = answer.Cards.Count(HasQuestions) > 1;
        List<Page> pages = [new Page()];
        for (var at = 0; at < answer.Cards.Length; at++)
        {
            var card = answer.Cards[at];
            var number = numbered ? at + 1 : (int?)null;
            var embed = EmbedDrawing.Draw(card, MostOfPage, number is null ? "" : $"{number}. ");
            var rows = Rows([.. ButtonsOf(card, answer.Cards.Length > 1).Select(button => Draw(button, number is null ? "" : $"{number} · "))]) ?? [];
            if (!pages[^1].Takes(embed, rows))
            {
                if (pages.Count == MostMessages)
                {
                    pages[^1].Embeds.Add(LeftOut(answer.Cards.Length - at));
                    break;
                }

                pages.Add(new Page());
            }

            pages[^1].Add(embed, rows);
        }

        return [.. pages.Select(page => page.ToMessage())];
    }

    private static Embed LeftOut(int count) => new() { Description = $"… and {count} more. Ask for fewer, or narrow the question." };

    private static bool HasQuestions(Card card) => card.Buttons.Any(button => button is CardButton.Ask);

    /// <summary>Among several cards, a button that only repeats the title's link says nothing new.</summary>
    private static IEnumerable<CardButton> ButtonsOf(Card card, bool amongOthers) =>
        card.Buttons.Where(button => !amongOthers || button is not CardButton.Open open || open.Target != card.TitleLink);

    private static Button Draw(CardButton button, string prefix)
    {
        var label = SafeText.Line(prefix + button.Label, MostLabel);
        return button switch
        {
            CardButton.Open open => Button.Open(label, open.Target),
            CardButton.Ask ask => Button.Ask(label, ask.Action),
            _ => throw new ArgumentOutOfRangeException(nameof(button), button.GetType().Name, "Not a button that Discord can draw."),
        };
    }

    /// <summary>Null for none.</summary>
    private static ImmutableArray<ActionRow>? Rows(ImmutableArray<Button> buttons) =>
        buttons.IsEmpty
            ? null
            : [.. buttons.Chunk(ActionRow.MostButtons).Take(MostRows)
                .Select(row => new ActionRow([.. row]))];

    /// <summary>A message in the making.</summary>
    private sealed class Page
    {
        private readonly List<ActionRow> _rows = [];
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public List<Embed> Embeds { get; } = [];

        public bool Takes(Embed embed, ImmutableArray<ActionRow> rows) =>
            Embeds.Count == 0
            || (Embeds.Count < MostEmbeds
                && _rows.Count + rows.Length <= MostRows
                && Embeds.Sum(drawn => drawn.CountedLength()) + embed.CountedLength() <= MostOfPage);

        public void Add(Embed embed, ImmutableArray<ActionRow> rows)
        {
            Embeds.Add(embed);
            // Discord refuses a message in which two buttons do the same; the first of them does for both.
            foreach (var row in rows)
            {
                ImmutableArray<Button> fresh = [.. row.Components.Where(button => button.CustomId is null || _ids.Add(button.CustomId))];
                if (!fresh.IsEmpty)
                    _rows.Add(new ActionRow(fresh));
            }
        }

        public DiscordMessage ToMessage() => new()
        {
            Embeds = [.. Embeds],
            Components = _rows.Count == 0 ? null : [.. _rows],
            Flags = DiscordMessage.Ephemeral,
        };
    }
}
