using Bot.Cards;

namespace Bot.Commands;

/// <summary><c>/help</c>: every command with an example, and the query language in five lines.</summary>
public sealed class HelpCommand
{
    public Answer Answer(Asker asker) => Commands.Answer.Of(new Card
    {
        Title = "What can be asked",
        PlainText = $"Commands: {string.Join(", ", CommandCatalog.All.Select(spec => asker.Slash + spec.Verb))}",
        Parts =
        [
            new CardPart.Listing(
            [
                .. CommandCatalog.All.Select(spec => CardText.Of(
                    new TextRun.Code(asker.Slash + spec.Example), $": {spec.Description}{(spec.Manages && !asker.MayManage ? " (needs the right to manage)" : "")}")),
            ]),
            new CardPart.Paragraph(CardText.Of(
                new TextRun.Bold("A query"), " is words, ", new TextRun.Code("\"phrases\""), ", ", new TextRun.Code("AND"), ", ",
                new TextRun.Code("OR"), ", ", new TextRun.Code("NOT"), " and parentheses. Words are met whole, in any case, in plural and possessive too.")),
        ],
    });
}
