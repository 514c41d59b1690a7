using System.Buffers;
using System.Runtime.InteropServices;
using News.Articles;
using News.Summaries;

namespace News.Matching;

/// <summary>
/// What is found out about an article only when a query asks for it, and then once for all queries: its quotations and
/// who said them, where its sentences begin, what regular expressions meet.
/// </summary>
internal sealed class ArticleDetails
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„‟«»‹›'‘’‚‛「」『』＂");

    /// <summary>In UTF-16 code units: nobody is quoted behind it, for no article is so long.</summary>
    private const int LongestRead = 300_000;

    /// <summary>Of a list: one that a text made longer is not kept for the next.</summary>
    private const int Outsized = 1 << 13;

    /// <summary>Places; hundreds of queries together look at so many of an article of ordinary size.</summary>
    private const int MostLooked = 300_000;

    private readonly List<TextRange> _quotes = [];
    private readonly List<TextRange> _speakers = [];
    private readonly List<RegexHit> _hits = [];
    private readonly Dictionary<(RegexPattern Regex, int Field, MatchField As), (int From, int To, bool Overran)> _hitsOf = [];
    private readonly Dictionary<int, List<int>> _breaks = [];
    private readonly Dictionary<int, List<int>> _sentences = [];
    private readonly ListPool<int> _starts = new();
    private readonly ListPool<Place> _places = new();
    private readonly RegexWork _regexWork = new();
    private int _rented;
    private int _looked;
    private bool _quotesAreRead;

    /// <summary>Forgets the article.</summary>
    public void Clear()
    {
        _looked = 0;
        if (_quotesAreRead)
        {
            _quotes.Clear();
            _speakers.Clear();
            if (_speakers.Capacity > Outsized)
                _speakers.Capacity = _quotes.Capacity = 0;
            _quotesAreRead = false;
        }

        if (_hitsOf.Count > 0)
        {
            _hits.Clear();
            if (_hits.Capacity > Outsized)
                _hits.Capacity = 0;
            _hitsOf.Clear();
            _regexWork.Clear();
        }

        Clear(_breaks);
        Clear(_sentences);
    }

    private void Clear(Dictionary<int, List<int>> starts)
    {
        foreach (var list in starts.Values)
            _starts.Return(list);
        starts.Clear();
    }

    /// <summary>Whether so many places were looked at that from now on the first of a term must do: a hostile query ends, too.</summary>
    public bool HasLookedFar => _looked > MostLooked;

    /// <summary>Where places are in their order, for NEAR to look among.</summary>
    public ListPool<PlaceRun> Runs { get; } = new();

    /// <summary>The words of places that are rented lists' own.</summary>
    public WordRanges Ranges { get; } = new();

    public void Look(int places) => _looked = Math.Min(_looked + places, MostLooked + 1);

    /// <summary>A list to be given back to <see cref="Return"/>.</summary>
    public List<Place> Rent()
    {
        _rented++;
        return _places.Rent();
    }

    public void Return(List<Place> places)
    {
        _places.Return(places);
        if (--_rented == 0)
            Ranges.Clear();
    }

    /// <summary>What people say in the text, between the marks; in its order.</summary>
    public List<TextRange> QuotesOf(Article article)
    {
        ReadQuotes(article);
        return _quotes;
    }

    /// <summary>
    /// Where those stand who say it: the words beside a quotation ("the general", "Gen. Doe") and the speaker's full
    /// name wherever the text has it, with what the text says that they are before it or behind it.
    /// </summary>
    public List<TextRange> SpeakersOf(Article article)
    {
        ReadQuotes(article);
        return _speakers;
    }

    /// <summary>
    /// Whether a sentence ends between two words of a field. Most often the signs between words say so; only where they
    /// don't, the sentences are found as summaries find them, which takes memory.
    /// </summary>
    public bool EndsSentence(int from, int to, in FieldText field, MatchScratch scratch)
    {
        if (!_breaks.TryGetValue(field.Number, out var breaks))
            AddBreaks(field, scratch.Words, _breaks[field.Number] = breaks = _starts.Rent());
        if (HasBetween(breaks, from, to))
            return true;
        if (!_sentences.TryGetValue(field.Number, out var sentences))
            AddSentences(field, scratch.Words, _sentences[field.Number] = sentences = _starts.Rent());
        return HasBetween(sentences, from, to);
    }

    private static bool HasBetween(List<int> starts, int from, int to)
    {
        var next = starts.BinarySearch(from + 1);
        if (next < 0)
            next = ~next;
        return next < starts.Count && starts[next] <= to;
    }

    /// <summary>Adds where a regular expression meets fields. Without a list to add to, says only whether.</summary>
    public bool Add(RegexPattern regex, FieldSet fields, MatchScratch scratch, List<Place>? places)
    {
        var any = false;
        foreach (var field in scratch.Fields)
        {
            if (fields.Has(field.Field))
                any |= Add(regex, field, field.Field, null, scratch, places);
            if (field.Field == MatchField.Text && fields.Has(MatchField.Quote))
                any |= Add(regex, field, MatchField.Quote, QuotesOf(scratch.Article), scratch, places);
            if (field.Field == MatchField.Text && fields.Has(MatchField.Speaker))
                any |= Add(regex, field, MatchField.Speaker, SpeakersOf(scratch.Article), scratch, places);
            if (any && places is null)
                return true;
        }

        return any;
    }

    /// <summary>Whether the looking for a regular expression, where it was looked for, took too long.</summary>
    public bool Overran(RegexPattern regex)
    {
        foreach (var (read, hits) in _hitsOf)
        {
            if (hits.Overran && read.Regex.Equals(regex))
                return true;
        }

        return false;
    }

    private bool Add(RegexPattern regex, in FieldText field, MatchField part, List<TextRange>? parts, MatchScratch scratch, List<Place>? places)
    {
        ref var hits = ref CollectionsMarshal.GetValueRefOrAddDefault(_hitsOf, (regex, field.Number, part), out var known);
        if (!known)
        {
            hits.From = _hits.Count;
            hits.Overran = !regex.Find(field.Text, parts, _regexWork, _hits);
            hits.To = _hits.Count;
        }

        if (hits.Overran)
            regex.NoteOverrun();

        for (var i = hits.From; i < hits.To && places is not null; i++)
        {
            var (first, last) = WordsAt(_hits[i], field, scratch.Words);
            places.Add(new Place(field.Number, first, last, _hits[i].Start, _hits[i].End, part, _hits[i].Part, MatchRule.Regex));
        }

        return hits.To > hits.From;
    }

    /// <summary>The words that a hit touches; between two words the one behind it.</summary>
    private static (int First, int Last) WordsAt(RegexHit hit, in FieldText field, Words words)
    {
        var all = words.All;
        var behind = field.From + PartitionPoint.Of(all[field.From..field.To], hit.Start, static (word, start) => word.End <= start);
        var first = Math.Min(behind, Math.Max(field.From, field.To - 1));
        var last = first;
        while (last + 1 < field.To && all[last + 1].Start < hit.End)
            last++;
        return (first, last);
    }

    private void ReadQuotes(Article article)
    {
        if (_quotesAreRead)
            return;
        _quotesAreRead = true;
        if (!article.Text.AsSpan().ContainsAny(QuotationMarks))
            return;
        var text = article.Text.Length <= LongestRead ? article.Text : article.Text[..LongestRead];
        var roles = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var quote in Summarizer.QuotesOf(text))
        {
            _quotes.Add(new TextRange(quote.Start, quote.End));
            if (quote.Mention is { } mention)
                _speakers.Add(new TextRange(mention.Start, mention.End));
            if (quote.Speaker is not { Length: > 0 } name)
                continue;
            if (!roles.TryGetValue(name, out var known))
                roles.Add(name, known = new HashSet<string>(StringComparer.Ordinal));
            if (!string.IsNullOrEmpty(quote.Role))
                known.Add(quote.Role);
        }

        AddWhereNamed(roles, text);
        JoinOverlapping(_speakers);
    }

    /// <summary>Sorts ranges and makes one of those that overlap: "Gen. Jane Doe" of that and "Jane Doe".</summary>
    private static void JoinOverlapping(List<TextRange> ranges)
    {
        ranges.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var kept = 0;
        for (var i = 0; i < ranges.Count; i++)
        {
            if (kept > 0 && ranges[i].Start < ranges[kept - 1].End)
                ranges[kept - 1] = ranges[kept - 1] with { End = Math.Max(ranges[kept - 1].End, ranges[i].End) };
            else
                ranges[kept++] = ranges[i];
        }

        ranges.RemoveRange(kept, ranges.Count - kept);
    }

    /// <summary>Adds where the speakers are named, in one reading of the text however many they are.</summary>
    private void AddWhereNamed(Dictionary<string, HashSet<string>> roles, string text)
    {
        if (roles.Count == 0)
            return;
        var names = SearchValues.Create([.. roles.Keys], StringComparison.Ordinal);
        var rolesOf = roles.GetAlternateLookup<ReadOnlySpan<char>>();
        int[] lengths = [.. roles.Keys.Select(name => name.Length).Distinct().OrderDescending()];
        for (var at = 0; text.AsSpan(at).IndexOfAny(names) is >= 0 and var skipped; at++)
        {
            at += skipped;
            foreach (var length in lengths)
            {
                if (at + length > text.Length || !rolesOf.TryGetValue(text.AsSpan(at, length), out var its) || !AreWords(at, at + length, text))
                    continue;
                _speakers.Add(WithRoles(new TextRange(at, at + length), its, text));
                break;
            }
        }
    }

    /// <summary>"Jane Doe" is in "Jane Doe's", not in "Jane Doering" or "Mary-Jane Doe"; scripts without capitals hang other words on to a name.</summary>
    private static bool AreWords(int start, int end, string text) =>
        !GoesOn(text[start], text.AsSpan(Math.Max(0, start - 2)..start), backwards: true) && !GoesOn(text[end - 1], text.AsSpan(end..Math.Min(text.Length, end + 2)), backwards: false);

    private static bool GoesOn(char edge, ReadOnlySpan<char> beside, bool backwards)
    {
        if (!IsOfWord(edge) || beside.IsEmpty)
            return false;
        var (near, far) = backwards ? (beside[^1], beside[0]) : (beside[0], beside[^1]);
        return IsOfWord(near) || (beside.Length == 2 && Letters.Kind[near] == Letter.Hyphen && IsOfWord(far));
    }

    private static bool IsOfWord(char c) => Letters.Kind[c] is Letter.Upper or Letter.Lower or Letter.Digit;

    /// <summary>"Jane Doe, a ministry spokeswoman": what the speaker is belongs to who it is.</summary>
    private static TextRange WithRoles(TextRange name, HashSet<string> roles, string text)
    {
        var widest = name;
        foreach (var role in roles)
        {
            if (text.AsSpan(..name.Start) is [.. var before, ' '] && before.EndsWith(role, StringComparison.Ordinal))
                widest = widest with { Start = Math.Min(widest.Start, before.Length - role.Length) };
            if (text.AsSpan(name.End..) is [',', _, .. var behind] && behind.StartsWith(role, StringComparison.Ordinal))
                widest = widest with { End = Math.Max(widest.End, name.End + 2 + role.Length) };
        }

        return widest;
    }

    /// <summary>Adds the words before which signs end a sentence, inside a quotation of several, too.</summary>
    private static void AddBreaks(in FieldText field, Words words, List<int> starts)
    {
        var all = words.All;
        for (var i = field.From + 1; i < field.To; i++)
        {
            if (all[i].Gap == Gap.Break && BreaksInside(field.Text.AsSpan(all[i - 1].End..(all[i].Start + 1))))
                starts.Add(i);
        }
    }

    /// <summary>Adds the words that begin a sentence of the summaries.</summary>
    private static void AddSentences(in FieldText field, Words words, List<int> starts)
    {
        var all = words.All;
        var word = field.From;
        foreach (var sentence in Sentences.Split(field.Text))
        {
            while (word < field.To && all[word].Start < sentence.Start)
                word++;
            if (word < field.To && (starts.Count == 0 || starts[^1] < word))
                starts.Add(word);
        }
    }

    /// <summary>"The army is there. Drones flew" within marks, not "Stop!" he said.</summary>
    private static bool BreaksInside(ReadOnlySpan<char> gap) =>
        !char.IsLower(gap[^1]) && !gap.ContainsAny(QuotationMarks);
}

/// <summary>Where a regular expression meets a text, in UTF-16 code units.</summary>
/// <param name="Part">Which quotation or speaker it lies in; -1 in other fields.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RegexHit(int Start, int End, int Part);
