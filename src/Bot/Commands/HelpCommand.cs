using Bot.Cards;

namespace Bot.Commands;

/// <summary><c>/help</c>: every command with an example, and the query language in a few lines.</summary>
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
                new TextRun.Code("OR"), ", ", new TextRun.Code("NOT"), " and parentheses. Words are met whole, in any of their forms. Also ",
                new TextRun.Code("drone NEAR/8 Iraq"), ", ", new TextRun.Code("strik*"), ", ", new TextRun.Code("=US"), " exactly so, ",
                new TextRun.Code("@irgc"), " by all of its names, ", new TextRun.Code("title:"), " or ", new TextRun.Code("quote:"), " only there.")),
        ],
    });
}
