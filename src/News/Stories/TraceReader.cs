using System.Buffers;
using System.Collections.Frozen;
using News.Articles;
using News.Matching;

namespace News.Stories;

/// <summary>Reads what of an article goes into its <see cref="StoryTrace"/>.</summary>
internal sealed class TraceReader
{
    /// <summary>In UTF-16 code units; what stands further down is background.</summary>
    private const int LongestTitle = 400;
    private const int LongestText = 8_000;

    /// <summary>The lead: the first sentences that together have so many words, or the first words of a longer sentence.</summary>
    private const int LeadWords = 30;
    private const int MostLeadWords = 60;

    /// <summary>Copies of a text are told by its first words; a longer sample would tell no more.</summary>
    private const int SampledWords = 160;

    /// <summary>Of words kept in a trace: those of title and lead first.</summary>
    private const int MostWords = 220;

    private const int LongestWord = 40;

    /// <summary>Of a name of two words that others write as one.</summary>
    private const int LongestJoined = 10;

    /// <summary>What a report of many events calls itself, folded.</summary>
    private static readonly string[] Digests =
    [
        "briefing", "roundup", "round up", "digest", "newsletter", "in brief", "at a glance", "things to know", "what to know today", "news quiz", "front pages",
        "press review", "week in review", "week in pictures", "top stories", "today s headlines", "todays headlines", "headlines", "podcast", "horoscope", "crossword",
        "revista de prensa", "resumen de noticias", "revue de presse", "presseschau", "nachrichtenuberblick", "rassegna stampa",
    ];

    /// <summary>What titles call a stock market, folded.</summary>
    private static readonly string[] Markets =
    [
        "market wrap", "markets wrap", "markets", "stocks", "equities", "european shares", "asian shares", "shares end", "shares close", "shares slip", "shares rise", "shares fall",
        "europe close", "wall street", "wall st", "nasdaq", "dow", "s p 500", "stoxx", "ftse", "dax", "cac", "nikkei", "hang seng",
    ];

    /// <summary>Folded. One word in eight is one of them in German, and in no other language.</summary>
    private static readonly FrozenSet<uint> SmallGermanWords = HashesOf(
        "der die das dem den des und ein eine einen einem einer nicht fur mit auf ist im zum zur vom von wurde werden sich bei aus nach wegen gegen zu hat haben sie als soll");

    /// <summary>In UTF-16 code units of a text: enough to tell its language by.</summary>
    private const int LanguageSample = 500;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,");

    [ThreadStatic]
    private static TraceReader? _own;

    private readonly Words _words = new();
    private readonly List<uint> _found = new(1024);
    private readonly List<uint> _source = [];
    private readonly List<uint> _runs = new(SampledWords);
    private uint _acts;
    private sbyte _day;

    public static StoryTrace Read(Article article) => (_own ??= new TraceReader()).Trace(article);

    private StoryTrace Trace(Article article)
    {
        _found.Clear();
        _runs.Clear();
        (_acts, _day) = (0, StoryTrace.NoDay);
        var title = FoldedTitle.WithoutPublisher(article.Title, article.Source);
        ReadSource(article.Source);
        var capitalsTell = !IsGerman(title, article.Text);
        ReadText(Beginning(article.Text, LongestText), capitalsTell, article.Published);
        ReadTitle(Beginning(title, LongestTitle), capitalsTell, article.Published);

        var folded = FoldedTitle.Of(title);
        return new StoryTrace(Merged(), TextSample.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_runs)))
        {
            Published = article.Published == DateTimeOffset.UnixEpoch ? null : article.Published,
            Source = article.Source.Length == 0 ? 0 : ItemMark.Of('s', article.Source),
            Link = article.CanonicalLink is { } link ? ItemMark.Of('l', link) : 0,
            LinkKey = StoryKeys.OfLink(article) is { } linkKey ? ItemMark.Of('k', linkKey) : 0,
            TitleKey = StoryKeys.OfTitle(folded) is { } titleKey ? ItemMark.Of('k', titleKey) : 0,
            Series = SeriesOf(folded),
            IsDigest = Says(folded, Digests),
            Acts = _acts | (Says(folded, Markets) ? EventWords.MarketDay : 0),
            Day = _day,
        };
    }

    /// <summary>Every noun has a capital there, so that capitals name nobody.</summary>
    private bool IsGerman(string title, string text)
    {
        _words.Clear();
        _words.Read(Beginning(title, LongestTitle));
        _words.Read(Beginning(text, LanguageSample));
        var small = 0;
        foreach (var word in _words.All)
            small += SmallGermanWords.Contains(word.Hash) ? 1 : 0;
        return small * 8 >= _words.Count;
    }

    private static FrozenSet<uint> HashesOf(string list)
    {
        var words = new Words();
        words.Read(list);
        return words.All.ToArray().Select(word => word.Hash).ToFrozenSet();
    }

    private static bool Says(string folded, string[] phrases)
    {
        var title = $" {folded} ";
        return phrases.Any(words => title.Contains($" {words} ", StringComparison.Ordinal));
    }

    /// <summary>The mark of a title that has a date, without its date: "Morning briefing: Tuesday 3 March" is one of a series. 0 where it has none.</summary>
    private static long SeriesOf(string folded)
    {
        var words = folded.Split(' ');
        var rest = words.Where(word => !EventDay.IsInDate(EventDay.MarkOf(word))).ToList();
        if (rest.Count == words.Length)
            return 0;
        return ItemMark.Of('d', string.Join(' ', rest.Where(word => !word.All(char.IsDigit))));
    }

    private static ReadOnlySpan<char> Beginning(string text, int length) => text.AsSpan(0, Math.Min(text.Length, length));

    private void ReadTitle(ReadOnlySpan<char> title, bool capitalsTell, DateTimeOffset published)
    {
        _words.Clear();
        _words.Read(title);
        var (capitals, words) = (0, 0);
        foreach (var word in _words.All)
        {
            if (word.FoldedLength < 4 || (word.Shape & (WordShape.Upper | WordShape.Lower)) == WordShape.None || EventWords.MarkOf(_words.FoldedOf(word)) == 0)
                continue; // "with" and "after" are small in any title
            words++;
            if (char.IsUpper(title[word.Start]))
                capitals++;
        }

        // Where Every Word Has a Capital, capitals name nobody; a title full of names has some word without.
        var tellsNames = capitalsTell && capitals * 8 <= words * 7;
        Add(title, 0, _words.Count, WordPlace.Title, tellsNames, published);
    }

    /// <summary>A publisher that names itself ("… told Example News") says nothing of the event.</summary>
    private void ReadSource(string source)
    {
        _source.Clear();
        _words.Clear();
        _words.Read(Beginning(source, LongestTitle));
        foreach (var word in _words.All)
            _source.Add(word.Hash);
    }

    private bool NamesSource(int at)
    {
        var all = _words.All;
        if (_source.Count < 2 || at + _source.Count > all.Length)
            return false;
        for (var i = 0; i < _source.Count; i++)
        {
            if (all[at + i].Hash != _source[i])
                return false;
        }

        return true;
    }

    private void ReadText(ReadOnlySpan<char> text, bool capitalsTell, DateTimeOffset published)
    {
        _words.Clear();
        _words.Read(text);
        var lead = LeadLength();
        Add(text, 0, lead, WordPlace.Lead, capitalsTell, published);
        Add(text, lead, _words.Count, WordPlace.Body, capitalsTell, published);
        var all = _words.All;
        for (var i = 0; i + TextSample.Run <= Math.Min(all.Length, SampledWords); i++)
        {
            var run = 0u;
            for (var j = 0; j < TextSample.Run; j++)
                run = (run * 0x9E3779B1) + WordHash.Mix(all[i + j].Hash);
            _runs.Add(WordHash.Mix(run));
        }
    }

    private int LeadLength()
    {
        var all = _words.All;
        for (var i = LeadWords; i < Math.Min(all.Length, MostLeadWords); i++)
        {
            if (all[i].Gap == Gap.Break)
                return i;
        }

        return Math.Min(all.Length, MostLeadWords);
    }

    private void Add(ReadOnlySpan<char> text, int from, int to, WordPlace place, bool tellsNames, DateTimeOffset published)
    {
        var all = _words.All;
        var latestCapital = -1;
        for (var i = from; i < to; i++)
        {
            var word = all[i];
            if (NamesSource(i))
            {
                i += _source.Count - 1;
                continue;
            }

            if (word.FoldedLength > LongestWord)
                continue;
            var folded = _words.FoldedOf(word);
            if (place != WordPlace.Body)
                AddDay(i, published);
            if (word.Shape == WordShape.Single)
            {
                if (i + 1 < to && all[i + 1] is { Shape: WordShape.Single, Gap: Gap.None })
                    Found(EventWords.ExactMarkOf(_words.FoldedOf(i, i + 1)), WordKind.Plain, place);
                continue;
            }

            if ((word.Shape & WordShape.Digit) != WordShape.None)
            {
                AddNumber(i, to, place);
                continue;
            }

            if (word.FoldedLength < 2)
                continue;
            if ((word.Shape & WordShape.Plain) != WordShape.None)
                folded = WithoutArticle(folded);
            var mark = EventWords.MarkOf(folded);
            if (mark == 0)
                continue;
            if (place != WordPlace.Body)
                _acts |= EventWords.ActsOf(mark);
            var isCapital = char.IsUpper(text[word.Start]);
            var kind = EventWords.IsCommon(mark) ? WordKind.Common
                : isCapital && tellsNames && i > 0 && word.Gap != Gap.Break ? WordKind.Name
                : WordKind.Plain;
            Found(mark, kind, EventWords.IsPower(mark) ? WordPlace.Body : place);
            if (kind == WordKind.Name && latestCapital == i - 1 && word.Gap is Gap.Space or Gap.Hyphen && all[i - 1].FoldedLength + word.FoldedLength <= LongestJoined)
                Found(EventWords.MarkOf(_words.FoldedOf(i - 1, i)), WordKind.Name, place); // Khor Mor is Kormor
            if (isCapital)
                latestCapital = i;
        }
    }

    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word[0] is 'و' or 'ب' or 'ل' or 'ف' && word.Length > 5 && word[1..].StartsWith("ال"))
            word = word[1..];
        return word.Length > 4 && word.StartsWith("ال") ? word[2..] : word;
    }

    // "118,000", "2.1m" and "2.1 million"; small numbers and years stand everywhere.
    private void AddNumber(int at, int to, WordPlace place)
    {
        var word = _words.All[at];
        var folded = _words.FoldedOf(word);
        Span<char> number = stackalloc char[LongestWord + 1];
        folded.CopyTo(number);
        var length = folded.Length;
        var isWhole = !folded.ContainsAnyExceptInRange('0', '9');
        if (at + 1 < to && !folded.ContainsAnyExcept(Figures))
        {
            var next = _words.FoldedOf(_words.All[at + 1]);
            var scale = next is "million" or "mn" or "mln" or "m" or "millones" or "millions" ? 'm' : next is "billion" or "bn" or "bln" or "b" ? 'b' : '\0';
            if (scale != '\0')
            {
                number[length++] = scale;
                isWhole = false;
            }
        }

        if (isWhole && (length < 2 || (length == 2 && (number[0] == '0' || number[0] == '1')) || (length == 4 && number[..2] is "20" or "19")))
            return;
        var ends = length > 2 && number[length - 1] == 'n' ? length - 1 : length; // 2.1bn, 2.1mn
        Found(EventWords.ExactMarkOf(number[..ends]), isWhole && length < 3 ? WordKind.Plain : WordKind.Number, place);
    }

    private void AddDay(int at, DateTimeOffset published)
    {
        var all = _words.All;
        var mark = EventDay.MarkOf(_words.FoldedOf(all[at]));
        var days = EventDay.OfWeekday(mark, published) ?? EventDay.OfNearby(mark);
        if (days is null && EventDay.IsMonth(mark))
        {
            if (at > 0)
                days = EventDay.OfDate(mark, _words.FoldedOf(all[at - 1]), published);
            if (days is null && at + 1 < all.Length)
                days = EventDay.OfDate(mark, _words.FoldedOf(all[at + 1]), published);
        }

        if (days is not { } found || published == DateTimeOffset.UnixEpoch)
            return;
        if (_day == StoryTrace.NoDay)
            _day = (sbyte)found;
    }

    private void Found(uint mark, WordKind kind, WordPlace place) => _found.Add(StoryTrace.WordOf(mark, kind, place));

    /// <summary>Each word once: at its most telling place, a name where it is written as one anywhere.</summary>
    private uint[] Merged()
    {
        _found.Sort();
        var kept = 0;
        for (var i = 0; i < _found.Count; i++)
        {
            var word = _found[i];
            var mark = StoryTrace.MarkOf(word);
            if (kept > 0 && StoryTrace.MarkOf(_found[kept - 1]) == mark)
            {
                var before = _found[kept - 1];
                var kind = (WordKind)Math.Max((int)StoryTrace.KindOf(before), (int)StoryTrace.KindOf(word));
                var place = (WordPlace)Math.Max((int)StoryTrace.PlaceOf(before), (int)StoryTrace.PlaceOf(word));
                _found[kept - 1] = StoryTrace.WordOf(mark, kind, place) | StoryTrace.Repeated;
            }
            else
            {
                _found[kept++] = word;
            }
        }

        var words = _found[..kept].ToArray();
        if (words.Length <= MostWords)
            return words;

        // Of a long text the names of the body stay, then numbers, then other words.
        var chosen = words.OrderByDescending(word => StoryTrace.PlaceOf(word) >= WordPlace.Lead ? 4 : (int)StoryTrace.KindOf(word)).Take(MostWords).ToArray();
        Array.Sort(chosen);
        return chosen;
    }
}
