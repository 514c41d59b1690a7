using System.Collections.Immutable;
using Bot.Cards;
using Bot.Commands;

namespace Bot.Slack;

/// <summary>Answer → the messages that its response_url takes.</summary>
internal static class SlackAnswer
{
    /// <summary>A response_url works five times: <see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>.</summary>
    public const int MostMessages = 5;

    /// <summary>Ours, below the length at which Slack answers <c>msg_blocks_too_long</c>.</summary>
    private const int MostCharacters = 12000;

    /// <summary>What Slack recommends: <see href="https://docs.slack.dev/reference/methods/chat.postMessage"/>.</summary>
    public const int LongestText = 4000;

    /// <summary>Less than a preformatted part takes.</summary>
    private const int LongestPiece = 2900;

    /// <summary>Three of them stand in one message.</summary>
    private const int MostPieces = 12;

    /// <summary>
    /// A file can't be given to one person alone, and uploading takes a scope that apps which are installed don't have: its
    /// text is shown instead, cut between lines, so that its pieces under each other are the file.
    /// </summary>
    public static ImmutableArray<ResponseMessage> Messages(Answer answer)
    {
        if (answer.File is { } file)
            return Messages(new Answer([.. answer.Cards, .. FileCards(file)]));

        var messages = ImmutableArray.CreateBuilder<ResponseMessage>();
        var next = 0;
        while (next < answer.Cards.Length && messages.Count < MostMessages)
        {
            var from = next;
            var blocks = Page(answer.Cards, ref next);
            if (next < answer.Cards.Length && messages.Count == MostMessages - 1)
                blocks.Add(LeftOut(answer.Cards.Length - next));
            var text = string.Join('\n', answer.Cards[from..next].Select(SlackDrawing.PlainText));
            messages.Add(new ResponseMessage(TextOr(text), blocks.ToImmutable()));
        }

        return messages.Count > 0 ? messages.ToImmutable() : Messages(Answer.Says("Nothing to show."));
    }

    private static IEnumerable<Card> FileCards(AttachedFile file)
    {
        var pieces = new List<string>();
        for (var rest = file.Text.AsSpan(); !rest.IsEmpty;)
        {
            var line = rest.Length <= LongestPiece ? rest.Length - 1 : rest[..LongestPiece].LastIndexOf('\n');
            var end = line <= 0 ? Math.Min(LongestPiece, rest.Length) : line + 1;
            pieces.Add(rest[..end].ToString());
            rest = rest[end..];
        }

        return pieces.Count > MostPieces
            ? [.. Answer.Says($"It is too long to be shown in Slack ({file.Text.Length / 1000} KB). {file.OtherWay}".TrimEnd()).Cards]
            : pieces.Select(piece => new Card { PlainText = file.Name, Parts = [new CardPart.Preformatted(piece)] });
    }

    /// <summary>A message's text may not be empty.</summary>
    public static string TextOr(string text) => text.Trim().Length > 0 ? SlackText.Escaped(text, LongestText) : "…";

    /// <summary>As many cards as a message takes with one block to spare, at least one.</summary>
    private static ImmutableArray<SlackBlock>.Builder Page(ImmutableArray<Card> cards, ref int next)
    {
        var blocks = ImmutableArray.CreateBuilder<SlackBlock>();
        var characters = 0;
        while (next < cards.Length)
        {
            var drawn = SlackDrawing.Draw(cards[next]);
            if (blocks.Count > 0)
            {
                if (blocks.Count + 1 + drawn.Blocks.Length > SlackDrawing.MostBlocks - 1 || characters + drawn.Characters > MostCharacters)
                    break;
                blocks.Add(new SlackBlock.Divider());
            }

            blocks.AddRange(drawn.Blocks);
            characters += drawn.Characters;
            next++;
        }

        return blocks;
    }

    private static SlackBlock.Context LeftOut(int count) =>
        new([new TextObject.Plain($"… and {count} more that find no room here. Ask for less: a keyword, a shorter time, a smaller count.")]);
}
