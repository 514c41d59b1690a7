using System.Collections.Immutable;

namespace News.Matching;

/// <summary>A watchlist that an article met, with the reason.</summary>
/// <param name="Terms">What of the query stands in the article, at least one; in the order of the query.</param>
public sealed record Match(WatchlistId Watchlist, ImmutableArray<MatchedTerm> Terms);

/// <summary>A place in an article that met a term of a query.</summary>
/// <param name="Term">As written in the query, without the marks of a phrase.</param>
/// <param name="Field">Where the words stand.</param>
/// <param name="Text">The words as they stand in the article.</param>
/// <param name="Start">
/// In UTF-16 code units from the beginning of the field's string; of a category, from the beginning of that category.
/// </param>
/// <param name="Rule">Why these words meet that term.</param>
public sealed record MatchedTerm(string Term, MatchField Field, string Text, int Start, MatchRule Rule);

/// <summary>Parts of an article that a term can stand in.</summary>
public enum MatchField : byte
{
    Title,
    Text,
    Source,
    Author,
    Category,

    /// <summary>Inside somebody's quoted words; the offsets are the text's.</summary>
    Quote,

    /// <summary>In the name of somebody who is quoted; the offsets are the text's.</summary>
    Speaker,

    /// <summary>The language that the article is written in.</summary>
    Lang,
}

/// <summary>Why words meet a term.</summary>
public enum MatchRule : byte
{
    /// <summary>The same letters, in whatever case.</summary>
    Exact,

    /// <summary>Another form of the word: <c>airstrike</c> and "airstrikes'".</summary>
    Form,

    /// <summary>Several words in their order, each in any form: <c>"drone attack"</c> and "drone attacks".</summary>
    Phrase,

    /// <summary>Written together, apart or with a hyphen: <c>airstrike</c> and "air strikes".</summary>
    Compound,

    /// <summary>Letters that a reader takes for the same: <c>IRGC</c> and "I.R.G.C.", <c>Erdogan</c> and "Erdoğan".</summary>
    Folding,

    /// <summary>A country's people or what is theirs: <c>Iraq</c> and "Iraqi", "Iraqis".</summary>
    Demonym,

    /// <summary>A word that begins so: <c>strik*</c> and "striking".</summary>
    Prefix,

    /// <summary>One of the names of what is asked for: <c>@irgc</c> and "Revolutionary Guards".</summary>
    Entity,

    /// <summary>What a regular expression describes: <c>/r[ae]gex/</c> and "ragex".</summary>
    Regex,
}

/// <summary>A set of <see cref="MatchField"/>.</summary>
[Flags]
internal enum FieldSet : byte
{
    None = 0,
    Title = 1 << MatchField.Title,
    Text = 1 << MatchField.Text,
    Source = 1 << MatchField.Source,
    Author = 1 << MatchField.Author,
    Category = 1 << MatchField.Category,
    Quote = 1 << MatchField.Quote,
    Speaker = 1 << MatchField.Speaker,
    Lang = 1 << MatchField.Lang,

    /// <summary>Where a term is looked for that names no field: what the story itself says.</summary>
    Story = Title | Text,

    /// <summary>All that an article says.</summary>
    Everywhere = Title | Text | Source | Author | Category,
}

internal static class FieldSets
{
    /// <summary>Those that are parts of another field.</summary>
    private const FieldSet PartsOfText = FieldSet.Quote | FieldSet.Speaker;

    /// <summary>The fields that have to be read to look for something in these: quotations stand in the text.</summary>
    public static FieldSet Read(this FieldSet fields) =>
        (fields & PartsOfText) == FieldSet.None ? fields : (fields & ~PartsOfText) | FieldSet.Text;

    public static bool Has(this FieldSet fields, MatchField field) => (fields & (FieldSet)(1 << (int)field)) != FieldSet.None;

    /// <summary>Whether it takes more than to know that something stands in one of these to know that it is met there.</summary>
    public static bool AskWhere(this FieldSet fields) => (fields & (PartsOfText | FieldSet.Lang)) != FieldSet.None;
}
