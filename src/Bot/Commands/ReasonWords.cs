using System.Collections.Immutable;
using Bot.Cards;
using News.Alerts;
using News.Matching;

namespace Bot.Commands;

/// <summary>Why words met a term, in plain words: <c>“struck”, a form of strike</c>. The alert's button and <c>/why</c> say it alike.</summary>
internal static class ReasonWords
{
    /// <summary>The term, the words that met it and by which rule, where they stand, and the sentence around.</summary>
    public static CardText Point(AlertReason reason)
    {
        var met = string.Join("; ", reason.WordsWithRules().Select(met => Met(met.Word, reason.Term, met.Rule)));
        var point = CardText.Of(new TextRun.Code(reason.Term), $": {met} · {Where(reason.Where)}");
        return reason.Sentence is { } sentence
            ? new CardText([.. point.Runs, ": ", .. MatchedWords.InBold(sentence, [reason]).Runs])
            : point;
    }

    /// <param name="rule">Null in an alert of an older bot, which did not write it down.</param>
    private static string Met(string word, string term, MatchRule? rule) => rule switch
    {
        null => $"“{word}”",
        MatchRule.Exact => $"“{word}”, as the query has it",
        MatchRule.Form => $"“{word}”, a form of {term}",
        MatchRule.Phrase => $"“{word}”, the words of “{term}” in their order",
        MatchRule.Compound => $"“{word}”, {term} written together, apart or with a hyphen",
        MatchRule.Folding => $"“{word}”, {term} in other letters or marks",
        MatchRule.Demonym => $"“{word}”, the people of {term} or what is theirs",
        MatchRule.Prefix => $"“{word}”, which begins like {term}",
        MatchRule.Entity => $"“{word}”, a name of {term}",
        MatchRule.Regex => $"“{word}”, which {term} describes",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Nobody says this rule in words."),
    };

    public static string Where(MatchField field) => Where(field.ToString().ToLowerInvariant());

    private static string Where(string field) => field switch
    {
        "title" => "in the headline",
        "text" => "in the text",
        "source" => "in the source's name",
        "author" => "in the author's name",
        "category" => "in a category",
        "quote" => "in somebody's words",
        "speaker" => "in a speaker's name",
        "lang" => "the language",
        _ => $"in the {field}",
    };
}
