namespace News.Summaries;

/// <summary>
/// The commonest ways in which other languages say who speaks: the verb beside the marks («…», dijo Ana Ruiz), before a
/// colon or "that" (Merkel sagte: „…“), "selon", "laut", "según". Only a name that stands right there is a speaker;
/// where it is a role or a pronoun, or the script has no capitals, the words are given without one.
/// </summary>
internal sealed class ForeignCues(IReadOnlyList<Line> lines, Speakers speakers)
{
    private const int Reach = 14;

    // Spanish, Portuguese, Italian, French, German, Russian, Turkish, Arabic, Persian.
    private static readonly WordTable Verbs = new("""
        dijo dice dijeron dicho afirmó afirma afirmado declaró declara declarado señaló señala señalado aseguró asegura asegurado añadió
        añade añadido agregó explicó explica indicó indica manifestó sostuvo insistió advirtió advierte subrayó destacó expresó comentó contó respondió
        preguntó reconoció reiteró escribió denunció lamentó apuntó
        disse diz disseram afirmou afirma declarou acrescentou explicou destacou completou contou respondeu escreveu ressaltou alertou garantiu
        detto dice dichiarato affermato aggiunto spiegato sottolineato scritto disse commentato ribadito concluso
        dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique estimé estime indiqué indique souligné souligne assuré assure
        précisé précise confié raconté raconte regretté lancé lance répondu répond écrit dénoncé martelé insisté résume poursuivi poursuit félicité ironisé tranché plaidé réagi
        sagte sagt gesagt sagten erklärte erklärt betonte betont teilte schrieb schreibt geschrieben meinte meint fügte warnte forderte kritisierte ergänzte
        berichtete erzählte antwortete fragte
        сказал сказала сказали заявил заявила заявили отметил отметила добавил добавила подчеркнул подчеркнула рассказал рассказала
        написал написала сообщил сообщила пояснил пояснила считает говорит уверен ответил спросил
        dedi diyor söyledi belirtti açıkladı konuştu kaydetti diye ifadesini ifadelerini
        قال قالت وقال وقالت يقول أكد أكدت وأكد أضاف أضافت وأضاف أعلن أعلنت صرح وصرح أوضح وأوضح ذكر كتب شدد اعتبر وتابع تابع
        گفت گفته گفتند می‌گوید افزود نوشت تاکید تأکید اعلام اظهار
        """);

    /// <summary>Between the marks and the verb, or the verb and its subject: "ha dicho", "a déclaré", "hat gesagt", "а он".</summary>
    private static readonly WordTable Helpers = new("ha han a ont avait hat haben hanno ai hatte habe s'est s’est se lo le so nous m'a l'a m’a l’a");

    private static readonly WordTable Sources = new("selon laut según secondo segundo conforme zufolge nach d'après d’après nazara göre");

    private static readonly WordTable That = new("que qu' che dass dat что إن أن بأن که إنه أنه");

    private static readonly WordTable Of = new("de del du des von vom della dello di do da dos das der");

    /// <summary>Whether a clause begins with such a verb: "dijo Ana Ruiz", "a dit le ministre", "сказал он".</summary>
    public static bool ReportsAt(ReadOnlySpan<char> clause)
    {
        for (var words = 0; words < 3; words++)
        {
            var end = 0;
            while (end < clause.Length && (char.IsLetter(clause[end]) || clause[end] is '\'' or '’')) end++;
            if (Verbs.Contains(clause[..end])) return true;
            if (!Helpers.Contains(clause[..end])) return false;
            clause = clause[end..].TrimStart();
        }

        return false;
    }

    /// <summary>What such a verb or word beside the quotation says; null where there is none.</summary>
    public Utterance? Read(int index, int from, int k, QuotedWords words)
    {
        var line = lines[index];
        return After(index, k, words) ?? Before(index, from, k, words)
            ?? (IsChineseOrJapanese(line, k) ? new Utterance(true, words.EndsWithStop ? QuoteKind.Full : QuoteKind.Partial, Line: index) : null);
    }

    /// <summary>«…», afirmó Ana Ruiz. « … », a déclaré Jean Dupont. „…“, so Scholz. «…», — сказал Иванов.</summary>
    private Utterance? After(int index, int k, QuotedWords words)
    {
        var line = lines[index];
        var i = k + 1;
        while (line.Kind(i) is PieceKind.Comma or PieceKind.Dash) i++;
        var source = Sources.Contains(line.Word(i));
        var so = line.Word(i) is "so" && line.Kind(i - 1) == PieceKind.Comma && line.IsCapital(i + 1);
        var helpers = i;
        while (i < helpers + 2 && Helpers.Contains(line.Word(i))) i++;
        if (!so && !source && !Verbs.Contains(line.Word(i))) return IsInverted(line, helpers) ? Spoken(index, k, words, helpers) : null;
        var cue = so || source ? helpers : i;
        return Named(index, k, cue, Subject(line, cue + 1), words, Evidence.Adjacent) ?? Turkish(index, k, cue, words) ?? Spoken(index, k, words, cue);
    }

    /// <summary>"a-t-il déclaré", "affirme-t-elle".</summary>
    private static bool IsInverted(Line line, int i) =>
        line.Word(i).EndsWith("-t-il") || line.Word(i).EndsWith("-t-elle") || line.Word(i).EndsWith("-t-on") || (line.Word(i).EndsWith("-il") && Verbs.Contains(line.Word(i)[..^3]));

    /// <summary>Cumhurbaşkanı Erdoğan, “…” dedi: the sentence begins with who says so.</summary>
    private Utterance? Turkish(int index, int k, int cue, QuotedWords words)
    {
        var line = lines[index];
        if (line.Kind(k - 1) != PieceKind.Comma || cue != k + 1 || NameRun.Next(line, 0) is not { Start: 0, NameLength: > 0 } run || run.End != k - 1) return null;
        return Named(index, k, cue, new Phrase(0, run.End, run.End), words, Evidence.Adjacent);
    }

    /// <summary>Merkel sagte: „…“. Le ministre a déclaré : « … ». قال المتحدث: «…». Ana Ruiz dijo que «…».</summary>
    private Utterance? Before(int index, int from, int k, QuotedWords words)
    {
        var line = lines[index];
        var colon = line.Kind(k - 1) == PieceKind.Colon;
        var beside = colon || That.Contains(line.Word(k - 1)) || Verbs.Contains(line.Word(k - 1));
        for (var i = k - 1; i >= from && k - i < Reach; i--)
        {
            if (line.Kind(i) is PieceKind.Stop or PieceKind.Semicolon) break;
            if (line.Kind(i) != PieceKind.Word || !Verbs.Contains(line.Word(i))) continue;
            if (!beside && !That.Contains(line.Word(i + 1)) && !That.Contains(line.Word(i + 2))) continue;
            var start = i;
            while (start > from && Helpers.Contains(line.Word(start - 1))) start--;
            var subject = EndingAt(line, start, from) ?? (colon ? Subject(line, i + 1) : null);
            return Named(index, k, i, subject, words, colon ? Evidence.Introduction : Evidence.Scope) ?? Spoken(index, k, words, i);
        }

        return FromSource(index, from, k, words);
    }

    /// <summary>Selon le ministère, « … » …; Laut Scholz ist das „…“.</summary>
    private Utterance? FromSource(int index, int from, int k, QuotedWords words)
    {
        var line = lines[index];
        if (line.Word(from).IsEmpty || !Sources.Contains(line.Word(from)) || line.Word(from) is "nach" or "Nach" or "a" or "conforme") return null;
        return Named(index, k, from, Subject(line, from + 1), words, Evidence.Scope) ?? Spoken(index, k, words, from);
    }

    /// <summary>
    /// The name behind the verb: "dijo Ana Ruiz", "a déclaré le ministre Jean Dupont", "dijo el ministro de Defensa, Juan
    /// Ruiz,". A single word counts only right behind the verb, where German has no common noun without an article.
    /// </summary>
    private static Phrase? Subject(Line line, int from)
    {
        if (NameRun.Next(line, from) is not { NameLength: > 0 } run || run.Start - from > 5) return null;
        for (var i = from; i < run.Start; i++)
            if (line.Kind(i) != PieceKind.Word) return null;
        if ((run.NameLength >= 2 || run.Start == from || run.HasTitle) && !Of.Contains(line.Word(run.Start - 1))) return new Phrase(run.Start, run.End, run.End);
        return line.Kind(run.End) == PieceKind.Comma && NameRun.Next(line, run.End) is { NameLength: >= 2 } second && second.Start == run.End + 1
            ? new Phrase(second.Start, second.End, second.End) : null;
    }

    /// <summary>The name right before the verb, alone or behind its role: "El presidente Pedro Ruiz dijo".</summary>
    private static Phrase? EndingAt(Line line, int end, int from)
    {
        if (line.Kind(end - 1) == PieceKind.Comma) end--;
        for (var run = NameRun.Next(line, from); run is { } r && r.End <= end; run = NameRun.Next(line, r.End))
            if (r.End == end && r.NameLength > 0 && (r.NameLength >= 2 || r.Start == from) && !Of.Contains(line.Word(r.Start - 1))) return new Phrase(r.Start, r.End, r.End);
        return null;
    }

    private Utterance? Named(int index, int k, int cue, Phrase? phrase, QuotedWords words, Evidence evidence)
    {
        if (phrase is not { } found) return null;
        var speaker = speakers.Resolve(index, found);
        return new Utterance(true, Kind(lines[index], k, words), speaker.Who, speaker.Mention, lines[index].Word(cue).ToString(), evidence, index, cue);
    }

    private Utterance Spoken(int index, int k, QuotedWords words, int cue) =>
        new(true, Kind(lines[index], k, words), Cue: lines[index].Word(cue).ToString(), Line: index, CueIndex: cue);

    /// <summary>A sentence begins large, at the line's beginning or behind a colon; German nouns begin large anywhere.</summary>
    private static QuoteKind Kind(Line line, int k, QuotedWords words) =>
        !That.Contains(line.Word(k - 1)) && words.BeginsLarge && (words.Count > 2 || k == 0 || line.Kind(k - 1) is PieceKind.Colon or PieceKind.Stop) ? QuoteKind.Full : QuoteKind.Partial;

    /// <summary>「…」と述べた; 他说：“…”: the words touch, so the characters beside the marks are read.</summary>
    private static bool IsChineseOrJapanese(Line line, int k)
    {
        var after = line.Word(k + 1);
        if (after.Length > 1 && after[0] is 'と' && after[1] is '述' or '語' or '話' or '言' or '発' or '説' or '強' or '訴' or '書' or 'コ' or '指' or '批') return true;
        var before = line.Kind(k - 1) is PieceKind.Colon or PieceKind.Comma ? line.Word(k - 2) : line.Word(k - 1);
        return before.EndsWith("说") || before.EndsWith("說") || before.EndsWith("表示") || before.EndsWith("称") || before.EndsWith("稱") || before.EndsWith("指出") || before.EndsWith("强调") || before.EndsWith("写道");
    }
}
