using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using News.Articles;
using News.Entities;

namespace News.Matching;

/// <summary>
/// What a team wants to hear of: <c>(IRGC OR airstrike) AND Iraq NOT "video game"</c>. Words meet whole words, in any
/// case and any of their forms; README.md beside this file says how.
/// </summary>
public sealed class Query
{
    /// <summary>In UTF-16 code units.</summary>
    public const int LongestText = 4_000;

    /// <summary>Words, phrases, entities and regular expressions.</summary>
    public const int MostTerms = 200;

    /// <summary>Each is another reading of the text.</summary>
    public const int MostRegexes = 5;

    public const int DeepestNesting = 50;

    /// <summary>The index of a query alone, of those that were asked alone.</summary>
    private static readonly ConditionalWeakTable<Query, Index> Indexes = [];

    private readonly Term? _only;
    private readonly Whole? _whole;

    /// <param name="terms">Those that an index knows.</param>
    /// <param name="fields">See <see cref="Fields"/>.</param>
    /// <param name="named">See <see cref="Named"/>.</param>
    internal Query(
        string text,
        Condition condition,
        ImmutableArray<Term> terms,
        FieldSet fields,
        ImmutableArray<RegexPattern> regexes,
        ImmutableArray<(string Handle, EntityPack Entity)> named = default)
    {
        Text = text;
        if (condition is Stands { IsLook: true } && terms is [var only])
            _only = only;
        else
            _whole = new Whole(condition, terms, fields, regexes, named.IsDefault ? [] : named);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The entities that it names: what is written after each @, and what that is in the book it was read with.</summary>
    public ImmutableArray<(string Handle, EntityPack Entity)> Named => _whole?.Named ?? [];

    /// <summary>
    /// Its regular expression that took too long to be looked for in an article, so that the query may have missed it; null
    /// where there was none.
    /// </summary>
    public string? Overrun => Regexes.FirstOrDefault(regex => regex.Overran)?.ToString();

    /// <summary>An article with none of its words may meet it, so that it is asked of every article.</summary>
    internal bool HoldsOfNothing => _whole?.Condition.MayBeWithoutWords(true) ?? false;

    /// <summary>The term of a query that asks for nothing but that it stands in its fields, as most do. Of such a query nothing else is kept.</summary>
    internal Term? Only => _only;

    internal bool HoldsIn(in Sightings sightings) => _only is null ? _whole!.Condition.Holds(sightings) : sightings.Saw(_only);

    internal Condition Condition => _only is null ? _whole!.Condition : new Stands(_only);

    /// <summary>Those that an index knows.</summary>
    internal ReadOnlySpan<Term> Terms => _only is null ? _whole!.Terms.AsSpan() : new ReadOnlySpan<Term>(in _only);

    /// <summary>All that have to be read to look for its terms.</summary>
    internal FieldSet Fields => _whole?.Fields ?? _only!.Fields.Read();

    internal ImmutableArray<RegexPattern> Regexes => _whole?.Regexes ?? [];

    private Index Alone => Indexes.GetValue(this, static query => Index.Of([(default, query)]));

    /// <summary>Reads a query, or says where it is wrong. Takes any text.</summary>
    /// <param name="entities">Those that it can name, and the countries whose people a bare name meets; the shipped ones where null.</param>
    public static QueryReading Parse(string text, EntityBook? entities = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QueryReader.Read(text, entities ?? EntityBook.Shipped);
    }

    /// <summary>
    /// Whether reading it anew with another book would give the same query, where the books differ in aliases alone: they
    /// say what an @entity is, and nothing of bare words.
    /// </summary>
    public bool MeansTheSameIn(EntityBook entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        return Named.All(named => entities.Find(named.Handle) is { } there && there.HasNamesOf(named.Entity));
    }

    /// <summary>What of this query stands in an article; empty when the article doesn't match.</summary>
    /// <remarks>For one query and a few articles. Many watchlists go into a <see cref="Matcher"/>.</remarks>
    public ImmutableArray<MatchedTerm> Match(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var matches = MatchScratch.Read(article, [new Shard(Alone)]);
        return matches is [var match] ? match.Terms : [];
    }

    /// <summary>
    /// What an article must have for this query to be met, to find those to ask among many; null where that is none of its words.
    /// Worked out anew each time.
    /// </summary>
    public Needed? Needs() => Condition.Needs();

    /// <summary>Why an article meets this query, or what keeps it from that.</summary>
    /// <remarks>For one article that somebody asks about: it looks further than a match does.</remarks>
    public Verdict Judge(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return MatchScratch.Judge(article, Alone);
    }

    public override string ToString() => Text;

    /// <summary>What there is to keep of a query that asks for more than one term.</summary>
    private sealed record Whole(
        Condition Condition,
        ImmutableArray<Term> Terms,
        FieldSet Fields,
        ImmutableArray<RegexPattern> Regexes,
        ImmutableArray<(string Handle, EntityPack Entity)> Named);
}

/// <summary>What came of reading a query: <see cref="Read"/> or <see cref="Wrong"/>.</summary>
public abstract record QueryReading
{
    private QueryReading()
    {
    }

    public sealed record Read(Query Query) : QueryReading;

    public sealed record Wrong(QueryError Error) : QueryReading;
}

/// <summary>Where a query is wrong, and what was expected there.</summary>
/// <param name="Position">In UTF-16 code units; the query's length where something is missing at its end.</param>
/// <param name="Message">A sentence for whoever wrote the query.</param>
public sealed record QueryError(int Position, string Message)
{
    private const int Window = 60;

    /// <summary>
    /// Two lines for a fixed-width font: the query (of a long one the part around the place) and a caret under the place.
    /// </summary>
    [SuppressMessage("Naming", "CA1720", Justification = "It points, with a caret; this code has no other pointers.")]
    public string Pointer(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var position = Math.Clamp(Position, 0, query.Length);
        var from = Math.Max(0, position - Window);
        var to = Math.Min(query.Length, position + Window);
        if (from > 0 && char.IsLowSurrogate(query[from]))
            from++;
        if (to < query.Length && char.IsLowSurrogate(query[to]))
            to--;
        var (line, padding) = (new StringBuilder(), new StringBuilder());
        if (from > 0)
        {
            line.Append('…');
            padding.Append(' ');
        }

        line.Append(Drawable(query.AsSpan(from, to - from)));
        padding.Append(Blank(query.AsSpan(from, Math.Max(0, position - from))));
        return line.Append(to < query.Length ? "…" : "").Append('\n').Append(padding).Append('^').ToString();
    }

    private static string Drawable(ReadOnlySpan<char> query)
    {
        var drawable = query.ToArray();
        foreach (ref var c in drawable.AsSpan())
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
                c = ' ';
        }

        return new string(drawable);
    }

    /// <summary>As wide as the text: a wide blank under a wide character, nothing under an accent.</summary>
    private static string Blank(ReadOnlySpan<char> text)
    {
        var blank = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = rune.IsBmp ? Letters.Kind[(char)rune.Value] : Letters.KindOf(rune);
            if (kind == Letter.Invisible)
                continue;
            var wide = rune.Value >= 0x1F300 || (kind == Letter.Single && rune.Value is >= 0x1100 and not (>= 0x1780 and < 0x1800));
            blank.Append(wide ? '\u3000' : ' ');
        }

        return blank.ToString();
    }
}
