using System.Collections.Immutable;
using System.Globalization;
using Bot.Cards;
using News.Alerts;
using News.Matching;

namespace Bot.Slack;

/// <summary>A card as Slack draws it.</summary>
/// <param name="Characters">How much text the blocks hold together.</param>
internal sealed record DrawnCard(ImmutableArray<SlackBlock> Blocks, int Characters);

/// <summary>
/// Card → blocks. Outside text goes into rich text runs and plain text objects, which are literal: Slack's markup has
/// no escape for * _ ~ `, so that a headline in a mrkdwn block could only be defused by changing it. The one mrkdwn
/// block left is the footer's date, which holds nothing from outside.
/// </summary>
internal static class SlackDrawing
{
    public const int MostBlocks = 50;
    public const int MostButtonsInARow = 25;
    private const string OpenAction = "open-";
    private const int LongestHeader = 150;
    private const int LongestTitle = 300;
    private const int LongestFooterText = 300;
    private const int MostFooterElements = 10;
    private const int LongestNotice = 1500;
    private const int LongestLabel = 75;
    private const int LongestUrl = 3000;
    private const int MostButtons = 100;

    // Its own format and not Slack's relative one: an alert is read hours later, too.
    private const string DateFormat = "{date_short_pretty} {time}";

    public static DrawnCard Draw(Card card)
    {
        var blocks = ImmutableArray.CreateBuilder<SlackBlock>();
        var body = new SlackRichText();
        var title = SlackText.Line(card.Title ?? "");
        var header = Header(card, title);
        if (header is not null)
            blocks.Add(header);
        else if (title.Length > 0)
            body.AddTitle(Sign(card.Severity), SlackText.Cut(title, LongestTitle), Url(card.TitleLink));

        body.AddParts(card.Parts);
        if (body.IsEmpty && header is null)
            body.AddParts([new CardPart.Paragraph(card.PlainText)]);
        blocks.AddRange(body.Blocks());
        if (Footer(card.Footer) is { Length: > 0 } footer)
            blocks.Add(new SlackBlock.Context(footer));
        foreach (var row in Buttons(card.Buttons).Chunk(MostButtonsInARow))
            blocks.Add(new SlackBlock.Actions([.. row]));

        return new DrawnCard(blocks.ToImmutable(), body.Characters + title.Length + LongestFooterText);
    }

    /// <summary>A notice is small grey text: a line that says what, and a line for each sentence.</summary>
    public static SlackBlock Notice(Notice notice)
    {
        var lines = notice.Sentences.Prepend($"{NoticeSign.Of(notice.Kind)} {notice.Title}").Select(SlackText.Line).Where(line => line.Length > 0);
        return new SlackBlock.Context([new TextObject.Plain(SlackText.Cut(string.Join('\n', lines), LongestNotice))]);
    }

    /// <summary>"Critical: the headline (the source)": the severity is a word here, for those who hear it.</summary>
    public static string PlainText(Card card) =>
        card.Severity is Severity.High or Severity.Critical ? $"{card.Severity}: {SlackText.Line(card.PlainText)}" : SlackText.Line(card.PlainText);

    public static bool OpensAPage(string actionId) => actionId.StartsWith(OpenAction, StringComparison.Ordinal);

    public static RichRun Moment(DateTimeOffset at) => new RichRun.Date(at.ToUnixTimeSeconds(), DateFormat, InUtc(at));

    public static string? Url(Uri? uri) =>
        uri is { IsAbsoluteUri: true } && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.AbsoluteUri.Length <= LongestUrl
            ? uri.AbsoluteUri
            : null;

    private static SlackBlock.Header? Header(Card card, string title)
    {
        // A header can't be a link, and a long one would be cut.
        if (title.Length == 0 || Url(card.TitleLink) is not null)
            return null;

        var text = Sign(card.Severity) + title;
        return text.Length <= LongestHeader ? new SlackBlock.Header(new TextObject.Plain(text)) : null;
    }

    /// <summary>A colour and its word: "🔴 Critical · ".</summary>
    private static string Sign(Severity? severity) => severity is { } known ? $"{SeveritySign.Of(known)} · " : "";

    private static ImmutableArray<TextObject> Footer(CardText? footer)
    {
        if (footer is null)
            return [];

        var elements = ImmutableArray.CreateBuilder<TextObject>();
        var words = "";
        foreach (var run in footer.Runs)
        {
            if (run is not TextRun.Moment moment)
            {
                words += Words(run);
                continue;
            }

            AddWords();
            var at = moment.At.ToUnixTimeSeconds();
            elements.Add(new TextObject.Markup($"<!date^{at}^{DateFormat}|{InUtc(moment.At)}>", Verbatim: false));
        }

        AddWords();
        return elements.Count <= MostFooterElements
            ? elements.ToImmutable()
            : [new TextObject.Plain(FooterLine(string.Concat(footer.Runs.Select(Words))))];

        void AddWords()
        {
            var line = FooterLine(words);
            if (line.Length > 0)
                elements.Add(new TextObject.Plain(line));
            words = "";
        }
    }

    private static string FooterLine(string words) => SlackText.Cut(SlackText.Line(words), LongestFooterText);

    private static string Words(TextRun run) => run switch
    {
        TextRun.Words words => words.Text,
        TextRun.Bold bold => bold.Text,
        TextRun.Code code => code.Text,
        TextRun.Link link => link.Text,
        TextRun.Moment moment => InUtc(moment.At),
        _ => "",
    };

    private static string InUtc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static List<ButtonElement> Buttons(ImmutableArray<CardButton> buttons)
    {
        var drawn = new List<ButtonElement>();
        foreach (var button in buttons.Take(MostButtons))
        {
            var label = SlackText.Cut(SlackText.Line(button.Label), LongestLabel);
            var text = new TextObject.Plain(label.Length > 0 ? label : "…");
            if (button is CardButton.Open open && Url(open.Target) is { } url)
                drawn.Add(new ButtonElement(text, $"{OpenAction}{drawn.Count}", null, url));
            else if (button is CardButton.Ask ask && drawn.TrueForAll(other => other.ActionId != ask.Action))
                drawn.Add(new ButtonElement(text, ask.Action, ask.Action, null));
        }

        return drawn;
    }
}
