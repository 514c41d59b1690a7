using System.Text;

namespace News.Feeds;

/// <summary>
/// The entities that a document declares for itself (<c>&lt;!ENTITY name "text"&gt;</c>), on a budget: external ones are
/// never read, and what would grow past the budget is left out.
/// </summary>
internal sealed class DocumentEntities(FeedWarnings warnings)
{
    private const int MaximumDepth = 8;

    // What all fields may grow by, and one field: "&company;" in a title is a name, not a novel.
    private const int DocumentBudget = 64 * 1024;
    private const int FieldBudget = 2 * 1024;

    private Dictionary<string, string>? declared;
    private int spent;
    private int spentBefore;
    private int depth;
    private bool notedBare;
    private bool notedHtml;

    public bool IsEmpty => declared is null;

    /// <summary>Whether there is nothing left to note.</summary>
    public bool HasNotedAll => notedBare && notedHtml;

    /// <summary>Takes the general, internal entities out of a document type declaration.</summary>
    public void Declare(ReadOnlySpan<byte> declaration)
    {
        if (Find(declaration) < 0)
            return;

        declared ??= new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = Find(declaration); at >= 0; at = Find(declaration))
        {
            declaration = declaration[(at + 8)..].TrimStart(" \t\r\n"u8);
            var nameEnd = declaration.IndexOfAny(" \t\r\n>"u8);
            if (nameEnd < 0)
                return;
            if (nameEnd == 0)
                continue;

            var name = declaration[..nameEnd];
            var value = declaration[nameEnd..].TrimStart(" \t\r\n"u8);
            if (value.IsEmpty || value[0] is not ((byte)'"' or (byte)'\''))
                continue; // "%" and SYSTEM: not for us

            var close = value[1..].IndexOf(value[0]);
            if (close < 0)
                return;
            declared.TryAdd(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(value.Slice(1, close)));
            declaration = value[(close + 2)..];
        }

        static int Find(ReadOnlySpan<byte> text) => text.IndexOf("<!ENTITY"u8);
    }

    public bool Knows(ReadOnlySpan<byte> name) => declared?.ContainsKey(Encoding.UTF8.GetString(name)) == true;

    /// <summary>The same with a budget of its own, for a text that is read when the document has been read.</summary>
    public DocumentEntities ForOneText() => new(new FeedWarnings()) { declared = declared };

    /// <summary>Begins a field, which has a budget of its own.</summary>
    public void BeginField() => spentBefore = spent;

    /// <summary>Writes what a declared name stands for; false where it is not declared.</summary>
    public bool Append(ref Utf8Buffer text, scoped ReadOnlySpan<byte> name)
    {
        if (declared is null || !declared.TryGetValue(Encoding.UTF8.GetString(name), out var value))
            return false;

        if (depth >= MaximumDepth || spent + value.Length > DocumentBudget || spent + value.Length > spentBefore + FieldBudget)
        {
            warnings.Add("Entities that would grow without measure were left out.");
            return true;
        }

        spent += value.Length;
        depth++;
        CharacterReferences.Decode(Encoding.UTF8.GetBytes(value), ref text, this);
        depth--;
        return true;
    }

    public void NoteBareAmpersand()
    {
        notedBare = true;
        warnings.Add("A bare '&' was read as text.");
    }

    public void NoteHtmlEntity()
    {
        notedHtml = true;
        warnings.Add("HTML's names for characters were resolved, which XML does not know.");
    }
}

/// <summary>What had to be mended, each sentence once and in the order of its first use.</summary>
internal sealed class FeedWarnings
{
    private readonly List<string> sentences = [];

    public IReadOnlyList<string> Sentences => sentences;

    public void Add(string? sentence)
    {
        if (sentence is not null && !sentences.Contains(sentence, StringComparer.Ordinal))
            sentences.Add(sentence);
    }
}
