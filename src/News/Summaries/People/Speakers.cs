namespace News.Summaries;

/// <summary>Who a phrase stands for.</summary>
/// <param name="Who">Null where the text leaves it open or two people fit.</param>
internal readonly record struct Speaker(Figure? Who, TextSpan Mention);

/// <summary>
/// Says who a phrase means: "Gen. Doe" the only Doe, "the spokeswoman" the only one, "he" the man spoken of last,
/// "the ministry" the one ministry, "officials in the capital" themselves.
/// </summary>
internal sealed class Speakers
{
    private readonly IReadOnlyList<Line> lines;
    private readonly Cast cast;
    private readonly Antecedents antecedents;
    private readonly Introductions introductions;

    /// <summary>In words, with ranks and offices before it.</summary>
    private const int LongestName = 12;

    /// <summary>By line, as far as they have been asked for.</summary>
    private readonly List<Subject> subjects = [];
    private readonly Dictionary<string, Figure> named = new(StringComparer.OrdinalIgnoreCase);

    public Speakers(IReadOnlyList<Line> lines, Cast cast)
    {
        this.lines = lines;
        this.cast = cast;
        antecedents = new Antecedents(lines, cast, SubjectOf);
        introductions = new Introductions(lines, cast);
    }

    public Speaker Resolve(int index, Phrase phrase)
    {
        var line = lines[index];
        phrase = WithoutTime(line, WithWholeName(line, phrase));
        if (IsPronoun(line, phrase))
            return new Speaker(OfMainClause(index, phrase.From) ?? antecedents.Of(index, phrase.From), line.Span(phrase.From, phrase.From + 1));

        if (NounPhrases.Cut(line, phrase) is not { } cut) return new Speaker(Person(line, phrase, HeadEnd(line, phrase)), line.Span(phrase.From, phrase.To));
        phrase = cut;
        var end = HeadEnd(line, phrase);
        if (end - phrase.From == 1 && Adverbs.Contains(line.Word(phrase.From))) return new Speaker(null, line.Span(phrase.From, end));
        var person = Person(line, phrase, end);
        var mention = line.Span(phrase.From, end);
        person ??= Apposed(line, phrase, end) ?? (NamedBeside(line, phrase, end) is { } beside ? cast.Find(line, beside) : null);
        if (person is not null) return new Speaker(person, line.Span(phrase.From, Math.Max(end, NameEnd(line, phrase))));
        if (Writing(index, phrase.From, end) is { } writer) return new Speaker(writer, mention);
        if (line.IsCapital(end - 1) && line.Word(phrase.From) is "the" or "The" && cast.WithRole(line.Bare(end - 1), line[phrase.From].Start) is { Count: > 0 } holders)
        {
            // "the High Commissioner", "the Envoy": the office in capitals is the person who holds it.
            holders = Roles.WithModifiers(line, phrase.From + 1, end - 1, holders);
            if (holders.Count == 1) return new Speaker(holders[0], mention);
        }

        if (Described(index, phrase, end) is { } meant) return new Speaker(meant, mention);
        var somebodyNamed = cast.People.Count > 0 && Descriptions.Of(line, phrase, end) is not null && Descriptions.Age(line, end).IsEmpty;
        if (line.IsCapital(end - 1) && somebodyNamed) return Open(index, mention);
        if (line.IsCapital(end - 1) && !EndsWithNoun(line, end)) return Named(line, phrase, end);
        if (Descriptions.Age(line, end) is { IsEmpty: false }) return new Speaker(new Figure(mention.Text, mention.Start) { IsPerson = true }, mention);
        var known = Unnamed(index, phrase.From, end, phrase.To);
        return somebodyNamed && known is { Parts.Length: 0, IsInstitution: false } ? Open(index, mention) : new Speaker(known, line.Span(phrase.From, phrase.To));
    }

    /// <summary>"the businessman", where it is not clear who of those named that is: nor is a "he" after it.</summary>
    private Speaker Open(int index, TextSpan mention)
    {
        cast.Add(index, mention.Start, Figure.Unknown);
        return new Speaker(null, mention);
    }

    /// <summary>"Speaking in Salem, New Hampshire, Doe": the name behind the place.</summary>
    private static Phrase? BehindPlace(Line line, Phrase phrase)
    {
        if (line.Kind(phrase.From - 1) != PieceKind.Comma || line.Kind(phrase.To) != PieceKind.Comma || !OrganisationWords.Places.Contains(line.Word(phrase.To - 1))) return null;
        if (LastRun(line, phrase.From, phrase.To) is not { NameLength: 0 } place || place.Start != phrase.From || place.End != phrase.To) return null;
        return NameRun.Next(line, phrase.To) is { NameLength: > 0 } run && run.Start == phrase.To + 1 ? new Phrase(run.Start, run.End, run.End) : null;
    }

    /// <summary>"she", and "he praised the plan" where more than the subject was read as one.</summary>
    private static bool IsPronoun(Line line, Phrase phrase)
    {
        var word = line.Bare(phrase.From);
        return phrase.To - phrase.From == 1
            ? GrammarWords.PersonalPronouns.Contains(word) || word is "him" or "them" || GrammarWords.IsPossessivePronoun(word)
            : GrammarWords.PersonalPronouns.Contains(word) && word is not ("who" or "you" or "we") && !GrammarWords.Prepositions.Contains(line.Word(phrase.From + 1)) && !line.IsCapital(phrase.From + 1);
    }

    /// <summary>"Jane Doe, 67, a retired teacher in Ohio,": whose apposition the phrase is.</summary>
    private Figure? Apposed(Line line, Phrase phrase, int end)
    {
        if (line.Kind(phrase.From - 1) != PieceKind.Comma || line.IsCapital(end - 1) && !OrganisationWords.Places.Contains(line.Bare(end - 1))) return null;
        if (line.Kind(phrase.To) != PieceKind.Comma && line.Word(phrase.To) is not "who") return null;
        var close = phrase.From - 1;
        if (line.Kind(close - 1) == PieceKind.Number && line.Kind(close - 2) == PieceKind.Comma) close -= 2;
        if (LastRun(line, Math.Max(0, close - LongestName), close) is not { NameLength: > 0 } run || run.End != close || line.IsPossessive(close - 1)) return null;
        var opens = run.Start == 0 || line.Kind(run.Start - 1) != PieceKind.Word || line.Verb(run.Start - 1, out _) == ReportingVerb.Saying
            || GrammarWords.ClauseOpeners.Contains(line.Word(run.Start - 1));
        return opens ? cast.Find(line, run) : null;
    }

    /// <summary>Words that begin a sentence in a subject's place and are nobody.</summary>
    private static readonly WordTable Adverbs = new("""
        here there elsewhere then when where still instead later earlier now today yesterday tomorrow meanwhile hours minutes
        days weeks months years moments seconds
        """);

    /// <summary>"Emmanuel “Manny” Doe": a phrase that ends inside a name goes on to its end.</summary>
    private static Phrase WithWholeName(Line line, Phrase phrase)
    {
        if (BehindPlace(line, phrase) is { } behind) return behind;
        var to = Descriptions.Age(line, phrase.To + 1) is { IsEmpty: false } ? phrase.To + 1 : phrase.To;
        if (LastRun(line, phrase.From, phrase.To) is { } last && last.Start < phrase.To && last.End > phrase.To) to = last.End;
        return to == phrase.To ? phrase : phrase with { To = to, Full = Math.Max(phrase.Full, to) };
    }

    /// <summary>"Sen. Doe last month", "officials on Tuesday": who, without when.</summary>
    private static Phrase WithoutTime(Line line, Phrase phrase)
    {
        var to = phrase.To;
        while (to > phrase.From + 1 && !EndsName(line, to) && ((GrammarWords.TimeWords.Contains(line.Word(to - 1)) && line.Word(to - 1).Length > 3) || IsAdverb(line, to - 1))) to--;
        return to == phrase.To || GrammarWords.Determiners.Contains(line.Word(to - 1)) ? phrase : phrase with { To = to };
    }

    /// <summary>"Chris Early": a row of capitals that ends with a word for a time.</summary>
    private static bool EndsName(Line line, int to) => line.IsCapital(to - 1) && line.IsCapital(to - 2) && LastRun(line, to - 2, to) is { NameLength: > 1 } run && run.End == to;

    private static bool IsAdverb(Line line, int i) =>
        line.Word(i) is "also" or "again" or "on" or "this" or "that" or "instead" or "then" or "too" or "now" or "here" or "there" or "who"
        || (line.IsCapital(i - 1) && !line.IsCapital(i) && line.Word(i).EndsWith("ly"));

    /// <summary>Who was just named and is now "the Dutchman". "The 34-year-old" is not who is 51.</summary>
    private Figure? Described(int index, Phrase phrase, int end)
    {
        var line = lines[index];
        if (Descriptions.Of(line, phrase, end) is not { } gender) return null;
        if (IsOfAPlace(line, phrase.From + 1, end - 1))
        {
            // "the New Jersey governor": of two governors the one whose role has the place.
            var holders = cast.WithRole(line.Bare(end - 1), line[phrase.From].Start);
            var told = Roles.WithModifiers(line, phrase.From + 1, end - 1, holders);
            if (told.Count == 1 && told.Count < holders.Count) return told[0];
        }

        if (antecedents.Topic(index, line[phrase.From].Start, gender) is not { Parts.Length: > 0 } meant) return null;
        if (Descriptions.Contradict(line, phrase.From + 1, end - 1, meant)) return null;
        return Descriptions.Age(line, end) is { IsEmpty: false } age && meant.Age is { } own && !age.SequenceEqual(own) ? null : meant;
    }

    private static bool IsOfAPlace(Line line, int from, int noun)
    {
        for (var i = from; i < noun; i++)
            if (line.IsCapital(i)) return true;
        return false;
    }

    /// <summary>"The government condemned what it called": in a relative clause the pronoun is the sentence's subject.</summary>
    private Figure? OfMainClause(int index, int pronoun)
    {
        var line = lines[index];
        if (!Subjects.IsRelative(line, pronoun - 1) || line.Word(pronoun - 1) is "that") return null;
        if (Subjects.Main(line, 0, pronoun - 1) is not { } main || GrammarWords.PersonalPronouns.Contains(line.Word(main.From))) return null;
        if (Resolve(index, main).Who is not { } subject) return null;
        var fits = line.Word(pronoun) switch
        {
            "it" => subject.IsInstitution,
            "they" => subject.IsPlural || subject.IsInstitution,
            "he" => subject.CanBe(Gender.Masculine),
            "she" => subject.CanBe(Gender.Feminine),
            _ => false,
        };
        return fits ? subject : null;
    }

    /// <summary>
    /// Whom a sentence is about. They are found in order, each with the help of those before it, so that no chain of
    /// pronouns is followed twice.
    /// </summary>
    private Subject SubjectOf(int index)
    {
        while (subjects.Count <= index) subjects.Add(FindSubject(subjects.Count));
        return subjects[index];
    }

    /// <summary>
    /// "The transport minister resigned.": a person by his office only, as the subject of a sentence. "He" after it is
    /// that minister, whoever was named before. Two capitals that nothing says more of may be a man or a village: "he"
    /// after them is left open.
    /// </summary>
    private Subject FindSubject(int index)
    {
        var line = lines[index];
        if (Subjects.Main(line, 0, line.Count) is not { } main) return default;
        var phrase = WithoutTime(line, WithWholeName(line, main));
        if (IsPronoun(line, phrase)) return new Subject(antecedents.Of(index, phrase.From), true, false);
        if (NounPhrases.Cut(line, phrase) is not { } cut) return default;
        phrase = cut;
        var end = HeadEnd(line, phrase);
        if (Person(line, phrase, end) is { } person) return new Subject(person, false, false);
        if (NamedBeside(line, phrase, end) is { } beside)
        {
            if (cast.Find(line, beside) is { } apposed) return new Subject(apposed, false, false);
            if (beside.Start == phrase.To + 1 && Body(index, phrase, end) is not null) return new Subject(Named(line, new Phrase(beside.Start, beside.End, beside.End), beside.End).Who, false, false);
        }

        if (Described(index, phrase, end) is { } described) return new Subject(described, false, false);
        if (Descriptions.Of(line, phrase, end) is not null && Descriptions.Age(line, end).IsEmpty) return new Subject(Figure.Unknown, false, true);
        if (line.IsCapital(end - 1) && NameRun.Next(line, phrase.From) is { HasTitle: false, NameLength: 2 or 3 } run && run.Start == phrase.From && run.End == phrase.To)
            return new Subject(cast.Find(line, run) is null ? Figure.Unknown : null, false, true, Named(line, phrase, end).Who);
        if (Body(index, phrase, end) is { } body) return new Subject(body, false, false);
        var unnamed = GrammarWords.Determiners.Contains(line.Word(phrase.From)) && !line.IsCapital(end - 1)
            && TitleWords.PersonNouns.Contains(line.Word(end - 1)) && Phrases.CanSpeak(line, phrase);
        return unnamed ? new Subject(Unnamed(index, phrase.From, end, phrase.To), false, true) : default;
    }

    /// <summary>
    /// "The man behind it, state director Jane Doe, took": the name behind the comma, where nothing but what she is stands
    /// between.
    /// </summary>
    private static NameRun? NamedBeside(Line line, Phrase phrase, int end)
    {
        if (line.Kind(phrase.To) != PieceKind.Comma || line.IsCapital(end - 1) || NameRun.Next(line, phrase.To) is not { } beside) return null;
        if (line.Kind(beside.End) != PieceKind.Comma || line.Word(beside.End + 1) is "and" or "or" || beside.Start - phrase.To > 5) return null;
        for (var i = phrase.To + 1; i < beside.Start; i++)
            if (line.Kind(i) != PieceKind.Word || GrammarWords.EndsNounPhrase(line.Word(i)) || GrammarWords.ClauseOpeners.Contains(line.Word(i)) || line.Word(i).EndsWith("ing")) return null;
        return beside;
    }

    /// <summary>"The ministry", "The Treasury", "The lawsuit": an institution or a writing, for "it" to stand for.</summary>
    private Figure? Body(int index, Phrase phrase, int end)
    {
        var line = lines[index];
        if (line.IsCapital(end - 1)) return LastRun(line, phrase.From, end) is { NameLength: 0 } run && run.End == end && !line.IsPossessive(end - 1) && Named(line, phrase, end).Who is { IsInstitution: true } named ? named : null;
        var noun = line.Bare(end - 1);
        if (!(OrganisationWords.InstitutionNouns.Contains(noun) || Descriptions.IsThing(noun)) || !GrammarWords.Determiners.Contains(line.Word(phrase.From))) return null;
        return Unnamed(index, phrase.From, end, phrase.To) is { IsInstitution: true } found ? found : null;
    }

    /// <summary>Where the phrase's head ends: before the first "of", "for", "in" … after its first word.</summary>
    private static int HeadEnd(Line line, Phrase phrase)
    {
        for (var i = phrase.From + 1; i < phrase.To; i++)
        {
            var word = line.Word(i);
            if (!line.IsCapital(i) && (GrammarWords.Prepositions.Contains(word) || word is "who" or "which" or "seen" or "published" or "obtained" or "posted")) return i;
        }

        return phrase.To;
    }

    private static int NameEnd(Line line, Phrase phrase)
    {
        var end = phrase.From;
        for (var run = NameRun.Next(line, phrase.From); run is { } r && r.End <= phrase.To; run = NameRun.Next(line, r.End)) end = r.End;
        return end;
    }

    /// <summary>
    /// The person whom the phrase names. "Doe's lawyer", "a spokesman for Doe", "critics of Doe" are somebody else;
    /// "Governor of Washington Jane Doe" is Jane Doe: there the place or the office ends before her name begins.
    /// </summary>
    private Figure? Person(Line line, Phrase phrase, int end)
    {
        if (LastRun(line, phrase.From, end) is { NameLength: > 0 } head && head.End == end && !line.IsPossessive(end - 1)) return cast.Find(line, head);
        if (end == phrase.To || LastRun(line, end, phrase.To) is not { } last || last.End != phrase.To || (last.NameLength < 2 && !last.HasTitle)) return null;
        var determined = GrammarWords.Determiners.Contains(line.Word(phrase.From));
        var plural = TitleWords.PersonNounsInPlural.Contains(line.Word(end - 1));
        if (determined || plural || last.Start == last.NameStart) return null;
        var anew = last.NameStart - 1 > last.Start && TitleWords.Honorifics.Contains(line.Word(last.NameStart - 1));
        if (Cast.IsTitle(line.Word(last.Start)) && !anew) return null;
        return cast.Find(line, last);
    }

    private static NameRun? LastRun(Line line, int from, int to)
    {
        NameRun? last = null;
        for (var run = NameRun.Next(line, from); run is { } r && r.Start < to; run = NameRun.Next(line, r.End)) last = r;
        return last;
    }

    /// <summary>"the spokeswoman", and "Officials" with the capital of a sentence's beginning.</summary>
    private static bool EndsWithNoun(Line line, int end)
    {
        var word = line.Word(end - 1);
        return line.IsCapital(end - 1)
            ? end == 1 && TitleWords.PersonNounsInPlural.Contains(word)
            : TitleWords.PersonNouns.Contains(word);
    }

    /// <summary>"Doe's statement", "her statement", "PC World's recent analysis": whose writing it is.</summary>
    private Figure? Writing(int index, int from, int end)
    {
        var line = lines[index];
        if (!TitleWords.Writings.Contains(line.Word(end - 1))) return null;
        if (line.Word(from) is "his" or "His") return antecedents.Person(index, line[from].Start, Gender.Masculine);
        if (line.Word(from) is "her" or "Her") return antecedents.Person(index, line[from].Start, Gender.Feminine);
        for (var run = NameRun.Next(line, from); run is { } r && r.End < end; run = NameRun.Next(line, r.End))
        {
            if (!line.IsPossessive(r.End - 1)) continue;
            return cast.Find(line, r) ?? new Figure(Line.WithoutPossessive(line.Text(r.Start, r.End)).ToString(), line[r.Start].Start) { IsInstitution = true };
        }

        return null;
    }

    /// <summary>
    /// An institution, or a person who is nowhere introduced: by the words that stand here. A short name that more than
    /// one person bears stays open.
    /// </summary>
    private Speaker Named(Line line, Phrase phrase, int end)
    {
        var run = LastRun(line, phrase.From, end);
        var mention = line.Span(phrase.From, end);
        if (end - phrase.From == 1 && GrammarWords.Determiners.Contains(line.Word(phrase.From))) return new Speaker(null, mention); // "One of them said"
        if (run is { NameLength: 1 } && cast.IsShared(line.Bare(run.Value.End - 1))) return new Speaker(null, mention);

        var from = phrase.From;
        if (run is { NameLength: > 0, HasTitle: true } titled && Cast.IsTitle(line.Word(titled.NameStart - 1))) from = titled.RankStart;
        else if (line.Word(from) is "the" || (line.Word(from) is "The" && !IsPaper(line, end - 1))) from++;
        else if (char.IsLower(line.Word(from)[0]) && !GrammarWords.Determiners.Contains(line.Word(from)) && OrganisationWords.Places.Contains(line.Bare(end - 1)) && !line.IsCapital(end - 2)) from = end - 1; // "after legal consultation Washington"
        if (from >= end) return new Speaker(null, mention);

        var goesOn = phrase.To > end && line.Word(end) is "of" or "for" && (line.IsCapital(end + 1) || line.Word(end) is "of");
        var name = Line.WithoutPossessive(line.Text(from, goesOn ? Institutions.NameEnd(line, end, phrase.To) : end)).ToString();
        if (cast.Institutions.Called(name) is { } known) return new Speaker(known, mention);
        if (!goesOn && end - from == 1 && from > phrase.From && cast.Institutions.With(line.Bare(from), line[from].Start) is { } institution) return new Speaker(institution, mention);
        return new Speaker(Intern(name, line, run, from), mention);
    }

    /// <summary>
    /// The same name is the same figure. A short unknown name may be a man, a woman or a company: "he", "she" and "it"
    /// may all stand for it.
    /// </summary>
    private Figure Intern(string name, Line line, NameRun? run, int from)
    {
        if (named.TryGetValue(name, out var known)) return known;
        var plural = Descriptions.IsPeople(name);
        var person = run is { NameLength: 1 or 2 } && !IsAcronym(name) && !plural;
        return named[name] = new Figure(name, line[from].Start) { IsInstitution = run is not { NameLength: 2 } && !plural, IsPerson = person, IsPlural = plural };
    }

    private static bool IsAcronym(string name)
    {
        foreach (var c in name)
            if (char.IsLower(c)) return false;
        return true;
    }

    /// <summary>"The Straits Times", "The Guardian": papers carry their article.</summary>
    private static bool IsPaper(Line line, int last) =>
        line.Word(last) is "Times" or "Guardian" or "Post" or "Herald" or "Telegraph" or "Observer" or "Journal" or "Independent" or "Economist" or "Sun" or "Globe";

    /// <summary>Somebody known by a noun only. "the" points back to who has that role, or was called so before.</summary>
    private Figure? Unnamed(int index, int from, int end, int full)
    {
        var line = lines[index];
        var noun = line.Bare(end - 1);
        var position = line[from].Start;
        if (end - from == 1 && full > end + 1 && line.Word(end) is "of" && noun is "one" or "One" or "another" && line.Word(end + 1) is not ("them" or "those" or "us"))
            return new Figure(line.Text(from, full), position) { IsPerson = true };
        if (line.Kind(end - 1) != PieceKind.Word || GrammarWords.Determiners.Contains(noun)) return null;
        var definite = line.Word(from).Equals("the", StringComparison.OrdinalIgnoreCase);
        if (definite && (TitleWords.PersonNouns.Contains(noun) || TitleWords.Ranks.Contains(noun)))
        {
            var people = Roles.WithModifiers(line, from + 1, end - 1, cast.WithRole(noun, position));
            if (noun is "president" && line.Word(end - 2) is not ("vice" or "Vice")) people = people.FindAll(figure => !Roles.SpeaksOf(figure.Role, "Vice"));
            if (people.Count == 0 && end - from > 2 && noun is "chief" or "head" or "boss") people = cast.Heads(line, from + 1, end - 1, position);
            if (line.Word(end) is "of" or "for") people = Roles.WithTail(line, end + 1, full, people);
            if (end - from == 2 && people.Count > 0 && full == end && antecedents.Nearest(people, noun, index, position) is { } nearest) return nearest;
            if (people.Count > 1) return antecedents.OnlyOneNear(people, index, position);
            if (people.Count == 1) return people[0];
        }

        if (definite && end - from <= 2 && !(full > end && line.Word(end) is "of" or "for") && antecedents.Earlier(noun, index) is { } earlier) return earlier;
        if (definite && OrganisationWords.InstitutionNouns.Contains(noun) && cast.Institutions.With(noun, position) is { } institution) return institution;
        if (introductions.Of(index, from, end, full, definite) is { } introduced) return introduced;
        if (GrammarWords.Determiners.Contains(line.Word(from)) && line.Word(from) is "his" or "her" or "its" or "their" or "my" or "our") full = end;
        return new Figure(line.Text(from, Math.Max(end, full)), position)
        {
            IsPerson = TitleWords.IsTrade(noun) || (!OrganisationWords.InstitutionNouns.Contains(noun) && !IsPluralNoun(noun) && !Descriptions.IsThing(noun)),
            IsPlural = IsPluralNoun(noun),
            IsInstitution = OrganisationWords.InstitutionNouns.Contains(noun) || Descriptions.IsThing(noun),
            Noun = noun.ToString(),
            Gender = Genders.OfWord(noun),
        };
    }

    private static bool IsPluralNoun(ReadOnlySpan<char> noun) =>
        TitleWords.PersonNounsInPlural.Contains(noun)
        || (noun.Length > 3 && noun.EndsWith("s") && !noun.EndsWith("ss") && !TitleWords.PersonNouns.Contains(noun) && !OrganisationWords.InstitutionNouns.Contains(noun));
}
