using System.Buffers;
using System.Text;

namespace News.Feeds;

/// <summary>What a document and its server say of its encoding, as far as it is known and can be.</summary>
/// <param name="Http">The Content-Type header's charset.</param>
/// <param name="Declared">The XML declaration's encoding.</param>
/// <param name="Language">"ru"; null where the document names none.</param>
internal sealed record CharsetLabels(Charset? Http, Charset? Declared, string? Language)
{
    /// <summary>
    /// The one to believe. A server that calls all it has Latin-1 by habit knows less of a document than the document does.
    /// </summary>
    public Charset? First => Http is { Name: "windows-1252" } && Declared is { IsUtf8: false } ? Declared : Http ?? Declared;

    public Charset? Second => First == Http ? Declared : Http;

    /// <summary>There are no two labels that contradict each other.</summary>
    public bool AreOne => Http is null || Declared is null || Http.Name == Declared.Name;
}

/// <summary>
/// Which encoding makes words of bytes: each candidate's reading of the document's non-ASCII parts is marked against the
/// alphabets of the languages that are written in it, by how common a letter is and where it stands.
/// </summary>
/// <remarks>
/// "привет" in KOI8-R is "ОПХБЕР" in windows-1251: letters of the alphabet, but rare ones, and with capitals inside of
/// words; in windows-1252 it is "ÐÒÉ×ÅÔ", six accented letters on end, which no western language has. Labels count for
/// their readings, and where nothing is sure, windows-1252 is, as in browsers.
/// </remarks>
internal static class CharsetGuess
{
    /// <summary>What a label's reading scores by letter when there is no need to look for another.</summary>
    private const double Convincing = 2.2;

    /// <summary>What a reading that no label asks for scores at least.</summary>
    private const double Plausible = 1.1;

    private const double FirstBonus = 1, SecondBonus = 0.75, HabitBonus = 0.6, LanguageBonus = 0.6, UsualBonus = 0.4;

    /// <summary>Fewer letters than these prove nothing, and a label's guess is not doubted for less than twice as many.</summary>
    private const int EnoughLetters = 4;

    private const int SampleBytes = 8 * 1024;

    // What never is a part of a two-byte character, so that a sample can begin and end there.
    private static readonly SearchValues<byte> Boundaries = SearchValues.Create("\t\n\r !\"#$%&'()*+,-./<>"u8);

    private static readonly SearchValues<byte> TextBegins = SearchValues.Create("\n\">"u8);

    public static Charset Best(ReadOnlySpan<byte> body, CharsetLabels labels)
    {
        var sample = Sample(body);
        var (best, most) = (Charset.Windows1252, double.MinValue);
        foreach (var (label, bonus) in ((Charset?, double)[])[(labels.First, FirstBonus), (labels.Second, labels.First is { IsUtf8: true } ? FirstBonus : SecondBonus)])
        {
            if (label is null or { IsUtf8: true } || label.Name == best.Name && most > double.MinValue)
                continue;
            var reading = Read(sample, label, labels.Language);
            if (!reading.IsBroken && (reading.Letters < 2 * EnoughLetters || !WrittenLanguage.Charsets.Contains(label.Name)) || reading.Score >= Convincing && labels.AreOne)
                return label;
            Compare(label, reading.Score + (label == labels.Http && label.Name == best.Name ? HabitBonus : bonus));
        }

        foreach (var name in WrittenLanguage.Charsets)
        {
            var charset = Charset.ByLabel(name)!;
            var reading = Read(sample, charset, labels.Language);
            if (name == Charset.Windows1252.Name)
                Compare(charset, reading.Score + UsualBonus);
            else if (reading.Score >= Plausible && (reading.Letters >= EnoughLetters || reading.IsNamedLanguage))
                Compare(charset, reading.Score);
        }

        return best;

        void Compare(Charset charset, double score)
        {
            if (score > most)
                (best, most) = (charset, score);
        }
    }

    /// <summary>Words with bytes beyond ASCII, and what stands around them.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> body)
    {
        var sample = new ArrayBufferWriter<byte>(SampleBytes);
        while (sample.WrittenCount < SampleBytes)
        {
            var high = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (high < 0)
                break;
            var before = body[Math.Max(0, high - 200)..high];
            var from = high - before.Length + before.LastIndexOfAny(TextBegins) + 1;
            if (before.Length == 200 && before.LastIndexOfAny(TextBegins) < 0)
                from = Math.Max(high - 64, body[..high].LastIndexOfAny(Boundaries) + 1);
            var rest = body[high..Math.Min(body.Length, high + 1024)];
            var end = rest.IndexOfAny((byte)'<', (byte)'\n', (byte)'"');
            var to = high + (end < 0 ? rest.Length : end);
            sample.Write(body[from..to]);
            sample.Write(" "u8);
            body = body[to..];
        }

        return sample.WrittenSpan.ToArray();
    }

    private static Reading Read(byte[] sample, Charset charset, string? named)
    {
        var text = charset.Encoding.GetString(sample);
        if (charset.Name == "euc-jp") // whose decoder writes question marks for what it can't read
            text = text.AsSpan().Count('?') > sample.AsSpan().Count((byte)'?') ? text.Replace('?', '\uFFFD') : text;
        var most = WrittenLanguage.All.Max(language => language.ShortWords(text));
        var best = new Reading(double.MinValue, 0, false, false);
        foreach (var language in WrittenLanguage.All)
        {
            // An encoding that no language here has for its own may be any one's.
            if (WrittenLanguage.Charsets.Contains(charset.Name) && !language.Uses(charset.Name))
                continue;
            var (sum, letters, broken) = language.Mark(text);
            var isNamed = named is not null && language.Tags.Contains(named, StringComparer.Ordinal);
            var score = letters == 0 ? 1 : sum / letters;
            var bonus = isNamed ? LanguageBonus : most >= 2 ? LanguageBonus * language.ShortWords(text) / most : 0;
            if (score + bonus > best.Score)
                best = new Reading(score + bonus, letters, broken > 0, isNamed && score > 0);
        }

        return best;
    }

    /// <param name="Score">By letter: about 2.5 for a language as it is written, below zero for noise.</param>
    /// <param name="IsBroken">There are characters in it that no text has.</param>
    private readonly record struct Reading(double Score, int Letters, bool IsBroken, bool IsNamedLanguage);
}
