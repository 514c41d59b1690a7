using System.Collections.Immutable;
using System.Runtime.InteropServices;
using News.Articles;
using News.Stories;

namespace News.Matching;

/// <summary>What a team would have been told, had it asked for a query earlier; see <see cref="QueryTrial"/>.</summary>
public sealed record TrialReport
{
    /// <summary>Articles read, of whatever date.</summary>
    public required int Articles { get; init; }

    /// <summary>
    /// Stories that would have been told: those of which the first article that the query meets was published in the
    /// span. A story counts once, however many articles tell it.
    /// </summary>
    public required int Stories { get; init; }

    /// <summary>
    /// Where the span really begins: the date of the oldest article read that lies in the span asked for, because
    /// before the bot knew of anything nothing could have been told; the end of the span where none lies in it.
    /// </summary>
    public required DateTimeOffset CoveredFrom { get; init; }

    /// <summary>
    /// Stories a day on average, from <see cref="CoveredFrom"/> to the end of the span; of less than a day, the stories
    /// themselves, because nothing follows from an hour for a day.
    /// </summary>
    public required double PerDay { get; init; }

    /// <summary>
    /// The day of the week (UTC) that has more stories than chance would give it; null where the days are much alike.
    /// </summary>
    public TrialWeekday? Busiest { get; init; }

    /// <summary>At most <see cref="QueryTrial.MostExamples"/> of the stories, newest first, chosen so that they show different words and sources.</summary>
    public ImmutableArray<TrialExample> Examples { get; init; } = [];

    /// <summary>Every term of the query, in its order.</summary>
    public ImmutableArray<TrialTerm> Terms { get; init; } = [];

    /// <summary>The terms that stood in no article, in the order of the query.</summary>
    public ImmutableArray<UnmetTerm> Unmet { get; init; } = [];
}

/// <summary>The stories of all Tuesdays of the span.</summary>
public sealed record TrialWeekday(DayOfWeek Day, int Stories);

/// <summary>A story that would have been told, by the first of its articles that the query meets.</summary>
/// <param name="Terms">Why it meets the query; see <see cref="Match.Terms"/>.</param>
public sealed record TrialExample(
    StoryId Story, ItemKey Key, string Title, string? Link, string Source, DateTimeOffset Published, ImmutableArray<MatchedTerm> Terms);

/// <summary>How often a term of a query stood in the articles, whether or not the query held.</summary>
/// <param name="Term">As the query has it, with its field and marks: <c>title:strike</c>, <c>"drone attack"</c>.</param>
/// <param name="Negated">It stands under a NOT.</param>
/// <param name="Articles">How many articles it stood in.</param>
/// <param name="MetBy">The words that met it most often, most first, at most <see cref="QueryTrial.MostWordings"/>.</param>
public sealed record TrialTerm(string Term, bool Negated, int Articles, ImmutableArray<TrialWording> MetBy)
{
    /// <summary>How many other words met it, which <see cref="MetBy"/> leaves out.</summary>
    public int OtherWordings { get; init; }
}

/// <summary>Words that met a term: "strikes" 12, "struck" 3.</summary>
/// <param name="Words">As they stood in the first such article; the same words in other capitals are counted here too.</param>
/// <param name="Articles">How many articles had them.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrialWording(string Words, int Articles);

/// <summary>A term that stood in no article, and what its writer may have meant.</summary>
/// <param name="Term">As in <see cref="TrialTerm.Term"/>.</param>
/// <param name="Negated">It stands under a NOT.</param>
/// <param name="UnseenWords">Of a phrase, those of its words that stood nowhere. Empty for a single word.</param>
/// <param name="ArticlesWithAllWords">Of a phrase, in how many articles all its words stood, only never together.</param>
/// <param name="NearMisses">Best first, at most <see cref="QueryTrial.MostNearMisses"/>; all were really seen.</param>
public sealed record UnmetTerm(
    string Term, bool Negated, ImmutableArray<string> UnseenWords, int ArticlesWithAllWords, ImmutableArray<NearMiss> NearMisses);

/// <summary>What might stand in the place of a term that was never met.</summary>
/// <param name="Instead">What to write in the query: <c>Erbil</c>, <c>@irgc</c>, <c>"attack drone"</c>.</param>
/// <param name="Seen">The words that stood in the articles: "Erbil", "Revolutionary Guards"; of several the most frequent.</param>
/// <param name="Articles">How many articles would meet it, by whatever words.</param>
public sealed record NearMiss(string Instead, string Seen, int Articles, NearMissKind Kind);

/// <summary>How a <see cref="NearMiss"/> differs from what was asked for.</summary>
public enum NearMissKind
{
    /// <summary>A letter or two: <c>ceasfire</c> and "ceasefire".</summary>
    Spelling,

    /// <summary>The same consonants with other vowels, as names out of other scripts have: <c>Irbil</c> and "Erbil".</summary>
    Transliteration,

    /// <summary>The same beginning with another ending: <c>escalate</c> and "escalatory".</summary>
    Ending,

    /// <summary>An entity of which it is a name, seen under its other names: <c>Pasdaran</c> and "IRGC".</summary>
    Entity,

    /// <summary>The words in another order: <c>"drone attack"</c> and "attack drone".</summary>
    Order,

    /// <summary>The words near one another, with others between: <c>"drone attack"</c> and "drones of the attack".</summary>
    Apart,

    /// <summary>In other capitals, accents or forms than were asked for: <c>=iraq</c> and "Iraq".</summary>
    Letters,

    /// <summary>In another field than was asked for: <c>title:drone</c>, in the text only.</summary>
    Field,
}
