using System.Collections.Immutable;
using News.Entities;

namespace News.Matching;

/// <summary>Reads the words, phrases, entities, languages and regular expressions of a query: all that it asks for itself.</summary>
/// <param name="shouted">Whether the query is in capitals that mean nothing.</param>
internal sealed class TermReader(EntityBook entities, bool shouted)
{
    private readonly List<Term> _indexed = [];
    private readonly List<(string Handle, EntityPack Entity)> _named = [];
    private readonly HashSet<RegexPattern> _regexes = [];
    private int _count;

    /// <summary>Those that an index knows, in their order.</summary>
    public ImmutableArray<Term> Indexed => [.. _indexed];

    /// <summary>The entities that were asked for.</summary>
    public ImmutableArray<(string Handle, EntityPack Entity)> Named => [.. _named];

    public ImmutableArray<RegexPattern> Regexes => [.. _regexes];

    /// <summary>All the fields that must be read to look for the terms.</summary>
    public FieldSet Fields { get; private set; }

    /// <summary>What a token asks for, or the error in it.</summary>
    public Condition? Read(QueryToken token, FieldSet fields, out QueryError? error)
    {
        if (_count++ == Query.MostTerms)
            return Wrong(token.Start, $"A query may have {Query.MostTerms} words and phrases, and this is one more.", out error);
        Fields |= fields.Read();
        return token.Kind switch
        {
            QueryTokenKind.Regex => ReadRegex(token, fields, out error),
            _ when fields == FieldSet.Lang => ReadLanguage(token, out error),
            QueryTokenKind.Entity => ReadEntity(token, fields, out error),
            _ => ReadWords(token, fields, out error),
        };
    }

    private Condition? ReadWords(QueryToken token, FieldSet fields, out QueryError? error)
    {
        var quoted = token.Kind == QueryTokenKind.Phrase;
        if ((quoted ? QueryAdvice.OnPhrase(token) : QueryAdvice.OnWord(token)) is { } advice)
            return Wrong(advice.Position, advice.Message, out error);
        var start = token.IsExact && !quoted ? 1 : 0;
        if (WordReader.WrongStar(token.Text[start..]) is { } star)
            return Wrong(token.Start + start + star.Position, star.Message, out error);
        var wording = WordReader.Read(token.Text[start..], token.IsExact, entities, shouted: shouted);
        if (wording.Words.Length == 0)
            return Wrong(token.Start, $"A letter or a digit is expected here; {QueryAdvice.Understood} are understood.", out error);
        if (wording.Words.Length > Term.LongestPhrase)
            return Wrong(token.Start, $"A phrase may have {Term.LongestPhrase} words, and this one has {wording.Words.Length:N0}.", out error);
        error = null;
        if (token.IsExact)
            return new Stands(Index(token.Text, [wording], fields, quoted));
        var land = wording.Words.Any(word => word.Demand == Demand.Beginning) ? null : entities.LandOf(token.Text); // Turk* is no Turkey
        var wordings = WithPeople(wording, land?.People ?? PeopleInPhrase(wording));
        if (WordReader.ReadApart(token.Text, entities) is { Words.Length: <= Term.LongestPhrase } apart)
            wordings = wordings.Add(apart);
        var term = Index(token.Text, wordings, fields, quoted);
        return land?.Country is { Except.IsEmpty: false } country
            ? new NamedEntity(term.Written, term, [], Index(term.Written, TermWordings.Of(country).Except, fields)) { BareName = term }
            : new Stands(term);
    }

    /// <summary>
    /// "US troops" with the country's people in its place: "American troops". Any other country's are among the spellings of
    /// its word, but these would have to be in capitals.
    /// </summary>
    private ImmutableArray<string> PeopleInPhrase(Wording phrase)
    {
        var words = phrase.Words;
        if (words.Length == 1 || words.Any(word => word.Demand == Demand.Beginning))
            return [];
        return
        [
            .. words.Index().Where(it => it.Item.Demand == Demand.Capitals).SelectMany(it => entities.PeopleOf(it.Item.Written)
                .Where(people => people.All(char.IsAsciiLetter))
                .Select(people => string.Join(' ', words.Select((word, i) => i == it.Index ? people : word.Written)))),
        ];
    }

    /// <summary>"South Korea" meets South Koreans, and US Americans. Of one plain word the people are among its spellings.</summary>
    private static ImmutableArray<Wording> WithPeople(Wording name, ImmutableArray<string> people)
    {
        var met = name.Words is [{ Demand: Demand.None or Demand.Capital }];
        var others = people.Where(it => !met || WordReader.OneWord(it) is null).ToArray();
        return others.Length == 0 ? [name] : TermWordings.WithPeople(name, others);
    }

    private Condition? ReadEntity(QueryToken token, FieldSet fields, out QueryError? error)
    {
        if (entities.Find(token.Text) is not { } entity)
            return Wrong(token.Start, QueryAdvice.OnUnknownEntity(token.Text, entities), out error);
        var wordings = TermWordings.Of(entity);
        if (wordings.Names.IsEmpty && wordings.Ambiguous.IsEmpty)
            return Wrong(token.Start, $"{token.Written} has no name that a text could have.", out error);
        error = null;
        _named.Add((token.Text, entity));
        var names = wordings.Names.IsEmpty ? null : Index(token.Written, wordings.Names, fields);
        var except = wordings.Except.IsEmpty ? null : Index(token.Written, wordings.Except, fields);
        if (!wordings.Ambiguous.IsEmpty)
            Fields |= FieldSet.Story;
        return new NamedEntity(token.Written, names,
        [
            .. wordings.Ambiguous.Select(it => new AmbiguousName(Index(token.Written, it.Name, fields), Index(token.Written, it.Context, FieldSet.Story))),
        ],
        except);
    }

    private Condition? ReadLanguage(QueryToken token, out QueryError? error)
    {
        var language = token.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase ? Languages.Find(token.Text.TrimStart('=')) : null;
        if (language is null)
            return Wrong(token.Start, QueryAdvice.OnUnknownLanguage(token.Written), out error);
        error = null;
        return new Stands(Index(token.Text, language.Value, FieldSet.Lang));
    }

    private Condition? ReadRegex(QueryToken token, FieldSet fields, out QueryError? error)
    {
        if (fields == FieldSet.Lang)
            return Wrong(token.Start, "After lang: a language is expected, as in: lang:en or lang:Arabic", out error);
        if (RegexPattern.Read(token.Text, token.IsExact, out var wrong) is not { } regex)
            return Wrong(token.Start + wrong.Position, wrong.Message, out error);
        if (_regexes.TryGetValue(regex, out var same))
            regex = same;
        else if (_regexes.Add(regex) && _regexes.Count > Query.MostRegexes)
            return Wrong(token.Start, $"A query may have {Query.MostRegexes} regular expressions, and this is one more; | within one stands for OR.", out error);
        error = null;
        return new Stands(new RegexTerm(token.Written, regex, fields));
    }

    private Term Index(string written, ImmutableArray<Wording> wordings, FieldSet fields, bool quoted = false)
    {
        var term = new Term(written, wordings, fields, quoted) { Index = _indexed.Count };
        _indexed.Add(term);
        return term;
    }

    private static Condition? Wrong(int position, string message, out QueryError? error)
    {
        error = new QueryError(position, message);
        return null;
    }
}
