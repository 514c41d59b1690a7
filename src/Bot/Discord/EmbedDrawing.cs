using System.Collections.Immutable;
using System.Globalization;
using Bot.Cards;
using News.Matching;

namespace Bot.Discord;

/// <summary>
/// Draws a card as an embed within Discord's limits, whatever it holds.
/// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
/// </summary>
internal static class EmbedDrawing
{
    public const int MostOfMessage = 6000;

    private const int MostTitle = 256;
    private const int MostDescription = 4096;
    private const int MostFieldName = 256;
    private const int MostFieldValue = 1024;
    private const int MostFields = 25;
    private const int MostAddress = 2048;

    /// <summary>Less than Discord's 2,048: a footer is one small line.</summary>
    private const int MostFooter = 300;

    /// <summary>Room kept for the line that says what was left out.</summary>
    private const int LeftOutLine = 48;

    /// <summary>The facts of a card together: the text above them matters more.</summary>
    private const int MostOfFacts = 1500;

    /// <param name="room">Of the message's 6,000, what this embed may take.</param>
    public static Embed Draw(Card card, int room = MostOfMessage, string titlePrefix = "")
    {
        var title = card.Title is { } raw && !SafeText.IsBlank(raw)
            ? Title(titlePrefix + raw)
            : null;
        var (footer, timestamp) = Footer(card.Footer);
        var author = card.Severity is { } severity ? new EmbedAuthor(SeveritySign.Of(severity)) : null;
        room -= (title?.Length ?? 0) + (footer?.Length ?? 0) + (author?.Name.Length ?? 0);

        var trailing = card.Parts.Reverse().TakeWhile(part => part is CardPart.Fact).Cast<CardPart.Fact>().Reverse().ToImmutableArray();
        var (fields, factsLeftOut) = Fields(trailing, Math.Min(MostOfFacts, room / 2));
        room -= fields.Sum(field => field.Name.Length + field.Value.Length);

        var parts = card.Parts[..^trailing.Length];
        var description = Description(parts, factsLeftOut, Math.Min(MostDescription, room));
        if (title is null && description.Length == 0 && fields.IsEmpty)
            description = Plain(card.PlainText, Math.Min(MostDescription, room));

        return new Embed
        {
            Title = title,
            Url = title is not null && card.TitleLink?.AbsoluteUri is { Length: <= MostAddress } address ? address : null,
            Description = description.Length == 0 ? null : description,
            Color = card.Severity is { } colour ? Colour(colour) : null,
            Timestamp = timestamp?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Author = author,
            Fields = fields.IsEmpty ? null : fields,
            Footer = footer is null ? null : new EmbedFooter(footer),
        };
    }

    private static string Title(string raw)
    {
        var writer = new MarkdownWriter(MostTitle);
        writer.Words(SafeText.Clean(raw, oneLine: true, mostChars: (MostTitle + 1) * 4));
        return writer.ToString();
    }

    private static string Plain(string raw, int room)
    {
        var writer = new MarkdownWriter(room);
        writer.Words(SafeText.IsBlank(raw) ? "Nothing to show." : raw);
        return writer.ToString();
    }

    /// <summary>The text without its first moment, which Discord shows beside the footer by itself.</summary>
    private static (string? Text, DateTimeOffset? Moment) Footer(CardText? footer)
    {
        if (footer is null)
            return (null, null);

        DateTimeOffset? first = null;
        var text = "";
        foreach (var run in footer.Runs)
        {
            if (run is TextRun.Moment moment && first is null)
                first = moment.At;
            else
                text += PlainOf(run);
        }

        // "Agency ·  · iraq" once the moment is out of it.
        var pieces = text.Split(" · ").Where(piece => !SafeText.IsBlank(piece)).Select(piece => piece.Trim());
        var line = SafeText.Line(string.Join(" · ", pieces), MostFooter);
        return (line.Length == 0 ? null : line, first);
    }

    private static string PlainOf(TextRun run) => run switch
    {
        TextRun.Words words => words.Text,
        TextRun.Bold bold => bold.Text,
        TextRun.Code code => code.Text,
        TextRun.Link link => link.Text,
        TextRun.Moment moment => moment.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static (ImmutableArray<EmbedField> Fields, int LeftOut) Fields(ImmutableArray<CardPart.Fact> facts, int room)
    {
        var fields = ImmutableArray.CreateBuilder<EmbedField>();
        for (var at = 0; at < facts.Length; at++)
        {
            if (fields.Count == MostFields)
                return (fields.ToImmutable(), facts.Length - at);

            var fact = facts[at];
            var name = new MarkdownWriter(Math.Clamp(room, 0, MostFieldName));
            name.Words(fact.Name);
            var value = new MarkdownWriter(Math.Clamp(room - name.Length, 0, MostFieldValue));
            Write(value, fact.Value);
            var field = new EmbedField(name.ToString(), value.ToString(), Inline: value.Length <= 60);
            if (name.IsFull || field.Value == SafeText.Ellipsis)
                return (fields.ToImmutable(), facts.Length - at);
            if (SafeText.IsBlank(field.Name) || SafeText.IsBlank(field.Value))
                continue;

            room -= field.Name.Length + field.Value.Length;
            fields.Add(field);
        }

        return (fields.ToImmutable(), 0);
    }

    /// <param name="leftOut">How many facts found no room.</param>
    private static string Description(ImmutableArray<CardPart> parts, int leftOut, int room)
    {
        var writer = new MarkdownWriter(Math.Max(0, room - LeftOutLine));
        for (var at = 0; at < parts.Length; at++)
        {
            if (writer.IsFull)
            {
                leftOut += parts.Length - at;
                break;
            }

            if (writer.Length > 0 && !writer.Markup(BetweenParts(parts[at - 1], parts[at])))
                leftOut++;
            else
                leftOut += Write(writer, parts[at]);
        }

        var text = writer.ToString();
        if (leftOut == 0)
            return text;
        var line = $"… and {leftOut} more";
        return text.Length == 0 ? line : $"{text}\n\n{line}";
    }

    private static string BetweenParts(CardPart before, CardPart after) =>
        before is CardPart.Fact && after is CardPart.Fact ? "\n" : "\n\n";

    /// <returns>How many points were left out.</returns>
    private static int Write(MarkdownWriter writer, CardPart part)
    {
        switch (part)
        {
            case CardPart.Paragraph paragraph:
                Write(writer, paragraph.Text);
                return 0;
            case CardPart.Quotation quotation:
                return WriteQuotation(writer, quotation);
            case CardPart.Listing listing:
                return WriteListing(writer, listing);
            case CardPart.Fact fact:
                writer.Bold(fact.Name);
                writer.Markup(" ");
                Write(writer, fact.Value);
                return 0;
            case CardPart.Preformatted preformatted:
                WritePreformatted(writer, preformatted.Text);
                return 0;
            default:
                throw new ArgumentOutOfRangeException(nameof(part), part.GetType().Name, "Not a part that Discord can draw.");
        }
    }

    private static void Write(MarkdownWriter writer, CardText text)
    {
        foreach (var run in text.Runs)
        {
            switch (run)
            {
                case TextRun.Words words: writer.Words(words.Text); break;
                case TextRun.Bold bold: writer.Bold(bold.Text); break;
                case TextRun.Code code: writer.Code(code.Text); break;
                case TextRun.Link link: writer.Link(link.Text, link.Target); break;
                case TextRun.Moment moment: writer.Moment(moment.At); break;
                default: throw new ArgumentOutOfRangeException(nameof(text), run.GetType().Name, "Not a run that Discord can draw.");
            }
        }
    }

    /// <summary>Never without the speaker whom the card names: where both don't fit, neither is shown.</summary>
    private static int WriteQuotation(MarkdownWriter writer, CardPart.Quotation quotation)
    {
        var speaker = SafeText.Line(quotation.Speaker ?? "", 200);
        var role = SafeText.Line(quotation.Role ?? "", 200);
        // Twice, because each letter of a name may need a backslash.
        var reserve = 12 + (2 * (speaker.Length + role.Length));
        ImmutableArray<string> parts = [.. quotation.Parts.Where(words => !SafeText.IsBlank(words))];
        if (parts.IsEmpty)
            return 0;
        if (writer.Left < reserve + 60)
        {
            writer.Fill();
            return 1;
        }

        writer.BeginQuotation();
        var wasCut = false;
        for (var at = 0; at < parts.Length && !wasCut; at++)
        {
            wasCut = at > 0 && writer.Left < reserve + 60;
            writer.Close(wasCut ? CardPart.Quotation.Between.TrimEnd() : at > 0 ? CardPart.Quotation.Between + "“" : "“");
            if (wasCut)
                break;
            writer.Words(parts[at], reserve);
            wasCut = writer.IsFull;
            writer.Close("”");
        }

        if (!SafeText.IsBlank(speaker))
        {
            writer.Close("\n> — ");
            writer.CloseWithWords(SafeText.IsBlank(role) ? speaker : $"{speaker}, {role}");
        }

        writer.EndQuotation();
        if (wasCut)
            writer.Fill();
        return 0;
    }

    private static int WriteListing(MarkdownWriter writer, CardPart.Listing listing)
    {
        for (var at = 0; at < listing.Points.Length; at++)
        {
            if (writer.IsFull || !writer.LineSign(at == 0 ? "- " : "\n- "))
                return listing.Points.Length - at;
            Write(writer, listing.Points[at]);
        }

        return 0;
    }

    private static void WritePreformatted(MarkdownWriter writer, string text)
    {
        const string Fence = "```";
        var room = writer.Left - (2 * Fence.Length) - 2;
        if (room < 8)
        {
            writer.Fill();
            return;
        }

        // Three backticks would end the block; a space of no width keeps them apart.
        var clean = SafeText.Clean(text, oneLine: false, mostChars: room + 1).Replace("```", "`\u200B`\u200B`", StringComparison.Ordinal);
        var cut = clean.Length > room;
        if (cut)
        {
            var line = clean.LastIndexOf('\n', room - 2);
            var end = line > 0 ? line : room - 2;
            clean = clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + "\n" + SafeText.Ellipsis;
        }

        writer.Markup($"{Fence}\n{clean.TrimEnd('\n')}\n{Fence}");
        if (cut)
            writer.Fill();
    }

    private static int Colour(Severity severity) => severity switch
    {
        Severity.Critical => 0xC62828,
        Severity.High => 0xEF6C00,
        Severity.Normal => 0x1565C0,
        _ => 0x78909C,
    };
}
