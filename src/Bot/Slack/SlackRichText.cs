using System.Collections.Immutable;
using Bot.Cards;

namespace Bot.Slack;

/// <summary>
/// The body of a card as one rich text block. Slack names no limit for such a block, only for a message's whole text
/// (<c>msg_blocks_too_long</c>); the limits here are ours and well below. What finds no room is counted and said.
/// </summary>
internal sealed class SlackRichText
{
    private const int MostCharacters = 6000;
    private const int MostBlocks = 30;
    private const int LongestPart = 3000;
    private const int LongestPoint = 600;
    private const int LongestSpeaker = 200;

    /// <summary>With less room than this a part is left out: three words and an ellipsis help nobody.</summary>
    private const int LeastRoom = 80;

    private static readonly RichStyle Bold = new(Bold: true);
    private static readonly RichStyle Italic = new(Italic: true);
    private static readonly RichStyle Code = new(Code: true);

    private readonly ImmutableArray<RichPart>.Builder _parts = ImmutableArray.CreateBuilder<RichPart>();

    public bool IsEmpty => _parts.Count == 0;

    /// <summary>
    /// A new block after each quotation: side by side in one block two of them look like one, and the speaker under
    /// the second would seem to have said both.
    /// </summary>
    public IEnumerable<SlackBlock.RichText> Blocks()
    {
        var from = 0;
        var count = 1;
        for (var i = 0; i < _parts.Count - 1 && count < MostBlocks; i++)
        {
            if (_parts[i] is not RichPart.Quote)
                continue;
            yield return new SlackBlock.RichText([.. _parts.Skip(from).Take(i + 1 - from)]);
            from = i + 1;
            count++;
        }

        if (from < _parts.Count)
            yield return new SlackBlock.RichText([.. _parts.Skip(from)]);
    }

    public int Characters { get; private set; }

    private int Room => Math.Min(LongestPart, MostCharacters - Characters);

    public void AddTitle(string sign, string title, string? url)
    {
        var runs = new List<RichRun>();
        if (sign.Length > 0)
            runs.Add(new RichRun.Text(sign));
        runs.Add(url is null ? new RichRun.Text(title, Bold) : new RichRun.Link(url, title, Bold));
        AddSection(runs);
        Characters += sign.Length + title.Length;
    }

    public void AddParts(ImmutableArray<CardPart> parts)
    {
        var added = 0;
        while (added < parts.Length && Room >= LeastRoom)
            Add(parts[added++]);
        SayLeftOut(parts.Length - added);
    }

    private void Add(CardPart part)
    {
        switch (part)
        {
            case CardPart.Paragraph paragraph:
                AddSection(Runs(paragraph.Text.Runs, Room));
                break;
            case CardPart.Fact fact:
                var name = SlackText.Cut(SlackText.Line(fact.Name), LongestSpeaker) + ": ";
                AddSection(Runs([new TextRun.Bold(name), .. fact.Value.Runs], Room));
                break;
            case CardPart.Quotation quotation:
                AddQuotation(quotation);
                break;
            case CardPart.Listing listing:
                AddListing(listing.Points);
                break;
            case CardPart.Preformatted preformatted:
                var text = SlackText.Cut(SlackText.Clean(preformatted.Text).TrimEnd(), Room);
                if (text.Length > 0)
                    _parts.Add(new RichPart.Preformatted([new RichRun.Text(text)]));
                Characters += text.Length;
                break;
        }
    }

    private void AddQuotation(CardPart.Quotation quotation)
    {
        var room = Room;
        var said = "";
        foreach (var words in quotation.Parts.Select(words => SlackText.Clean(words).Trim()).Where(words => words.Length > 0 && room > 0))
        {
            var cut = SlackText.Cut(words, room);
            said += said.Length == 0 ? $"“{cut}”" : $"{CardPart.Quotation.Between}“{cut}”";
            room = cut.Length < words.Length ? 0 : Room - said.Length;
        }

        if (said.Length == 0)
            return;

        var who = string.Join(", ", new[] { quotation.Speaker, quotation.Role }
            .Select(name => SlackText.Cut(SlackText.Line(name ?? ""), LongestSpeaker))
            .Where(name => name.Length > 0));
        _parts.Add(new RichPart.Quote(who.Length == 0
            ? [new RichRun.Text(said)]
            : [new RichRun.Text(said), new RichRun.Text($"\n— {who}")]));
        Characters += said.Length + who.Length;
    }

    private void AddListing(ImmutableArray<CardText> points)
    {
        var drawn = ImmutableArray.CreateBuilder<RichPart>();
        var seen = 0;
        var end = Characters + Room;
        while (seen < points.Length && end - Characters >= LeastRoom)
        {
            var runs = Runs(points[seen++].Runs, Math.Min(LongestPoint, end - Characters));
            if (runs.Count > 0)
                drawn.Add(new RichPart.Section([.. runs]));
        }

        if (drawn.Count > 0)
            _parts.Add(new RichPart.List(drawn.ToImmutable()));
        SayLeftOut(points.Length - seen);
    }

    private void SayLeftOut(int count)
    {
        if (count > 0)
            AddSection([new RichRun.Text($"… and {count} more", Italic)]);
    }

    private void AddSection(List<RichRun> runs)
    {
        if (runs.Count > 0)
            _parts.Add(new RichPart.Section([.. runs]));
    }

    /// <summary>Runs that hold at most so many characters together; the one that is too long is cut and ends them.</summary>
    private List<RichRun> Runs(ImmutableArray<TextRun> runs, int room)
    {
        var drawn = new List<RichRun>();
        foreach (var run in runs)
        {
            if (run is TextRun.Moment moment)
            {
                drawn.Add(SlackDrawing.Moment(moment.At));
                continue;
            }

            var (words, style, target) = run switch
            {
                TextRun.Bold bold => (bold.Text, Bold, null),
                TextRun.Code code => (code.Text, Code, null),
                TextRun.Link link => (link.Text, null, SlackDrawing.Url(link.Target)),
                TextRun.Words plain => (plain.Text, null, null),
                _ => ("", (RichStyle?)null, (string?)null),
            };
            words = SlackText.Clean(words);
            var text = SlackText.Cut(words, room);
            if (text.Length == 0)
                continue;

            drawn.Add(target is null ? new RichRun.Text(text, style) : new RichRun.Link(target, text, style));
            room -= text.Length;
            Characters += text.Length;
            if (text.Length < words.Length || room <= 0)
                break;
        }

        return drawn;
    }
}
