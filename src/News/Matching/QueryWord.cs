using System.Collections.Frozen;
using System.Collections.Immutable;

namespace News.Matching;

/// <summary>What a word of an article must be, beside one of the spellings, to be met by a word of a query.</summary>
internal enum Demand : byte
{
    None,

    /// <summary>In capitals, because small it is another word: <c>US</c> is in "US troops", not in "let us".</summary>
    Capitals,

    /// <summary>Letter for letter as written: <c>=Iraq</c> is in "Iraq", not in "IRAQ" or "Iraq's".</summary>
    Exactly,

    /// <summary>Begins so: <c>strik*</c> is in "striking".</summary>
    Beginning,
}

/// <summary>
/// A word of a query with all the spellings that meet it. Forms are worked out here, once, so that a word of an
/// article is looked up as it stands: plurals, Arabic particles, the names that a country's people go by.
/// </summary>
internal sealed class QueryWord
{
    /// <summary>Capitals make another word of these: the WHO, an AID programme, ICE officers.</summary>
    private static readonly FrozenSet<string> WordsThatInitialismsSpell = """
        a ace act aid aim all am an are arm as at ban be but by can cap car care cat do ease era fast fat for gap gas get
        go has he her his hot ice if in is it just lab last led mad male map may me mop my new no of on one our
        out pact pan past pen pet pip plan pm post rap race rag sad safe salt sap save sea see she sit so soar some spot
        star start stem swat swift tag tap tea the to top un up us was we who with you
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private QueryWord(string written, string folded, string[] spellings, Demand demand, bool isPlain, bool hasClitic = false)
    {
        Written = written;
        Folded = folded;
        Spellings = spellings;
        Demand = demand;
        IsPlain = isPlain;
        HasClitic = hasClitic;
        Key = demand + " " + (demand == Demand.Exactly ? written : string.Join(' ', spellings));
    }

    /// <summary>As it stands in the query.</summary>
    public string Written { get; }

    public string Folded { get; }

    /// <summary>Folded, sorted, the word itself among them; of a beginning only that.</summary>
    public string[] Spellings { get; }

    public Demand Demand { get; }

    /// <summary>Those of the spellings that are a country's people: Iraqi, Iraqis.</summary>
    public ImmutableArray<string> People { get; private init; } = [];

    /// <summary>Letters and digits that may be one half of a compound.</summary>
    public bool IsPlain { get; }

    /// <summary>Written as a possessive: <c>Iraq's</c>.</summary>
    public bool HasClitic { get; }

    /// <summary>Equal for words that meet the same words.</summary>
    public string Key { get; }

    /// <param name="people">Where the word is a country's name, what its people go by, folded: these are among the spellings.</param>
    public static QueryWord Of(string written, string folded, WordShape shape, ImmutableArray<string> people = default)
    {
        var capitals = (shape & (WordShape.Upper | WordShape.Lower)) == WordShape.Upper;
        if (capitals && WordsThatInitialismsSpell.Contains(folded))
            return new QueryWord(written, folded, [folded], Demand.Capitals, isPlain: false);
        var forms = new SortedSet<string>(StringComparer.Ordinal);
        if ((shape & WordShape.Single) == WordShape.None)
        {
            EnglishForms.Add(folded, capitals && folded.Length <= 5, forms);
            ArabicForms.Add(folded, forms);
            forms.UnionWith(people.IsDefault ? [] : people);
        }

        forms.Add(folded);
        return new QueryWord(written, folded, [.. forms], Demand.None,
            isPlain: (shape & WordShape.Single) == WordShape.None, hasClitic: (shape & WordShape.Clitic) != WordShape.None)
        {
            People = people.IsDefault ? [] : people,
        };
    }

    /// <summary>Two words of a query written as one, with the forms of the second: air and strike make airstrikes.</summary>
    public static QueryWord Joined(QueryWord first, QueryWord second) =>
        Of(first.Written + second.Written, first.Folded + second.Folded, WordShape.Lower);

    public static QueryWord Exactly(string written, string folded) =>
        new(written, folded, [folded], Demand.Exactly, isPlain: false);

    /// <summary>As it stands, in any case, and in no other form.</summary>
    public static QueryWord Plainly(string written, string folded) =>
        new(written, folded, [folded], Demand.None, isPlain: false);

    /// <summary>Whether an initialism, folded, is another word in small letters: US, WHO, AID.</summary>
    public static bool IsOtherWordWhenSmall(string folded) => WordsThatInitialismsSpell.Contains(folded);

    public static QueryWord Beginning(string written, string folded) =>
        new(written, folded, [folded], Demand.Beginning, isPlain: false);
}

/// <summary>Words that no compound begins or ends with, so that "the rapist" is not "therapist".</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = """
        the and for her his hers our ours their its not was are were but you your all any can could had has have how may
        might must now one she him they them this that these those who whom whose why when where what which with would
        will shall should did does done get got let say said says too two from into than then some such every each both
        either neither also only just very more most much many few own been being there here about because while until
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> folded) => Words.Contains(folded);

    /// <summary>Whether two words with a space between may be one word that somebody wrote apart: "air strikes".</summary>
    public static bool MayCompound(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first.Length >= 3 && second.Length >= 3 && !Contains(first) && !Contains(second);
}
