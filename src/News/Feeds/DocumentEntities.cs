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

    private const int LongestName = 64;
    private const string TooLarge = "Entities that would grow without measure were left out.";

    private Dictionary<string, Entity>? declared;
    private long noted;
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

        declared ??= new Dictionary<string, Entity>(StringComparer.Ordinal);
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
            {
                warnings.Add("What stands in other files or at other addresses (external entities) was not read.");
                continue;
            }

            var close = value[1..].IndexOf(value[0]);
            if (close < 0)
                return;
            var text = value.Slice(1, close);
            declared.TryAdd(Encoding.UTF8.GetString(name), new Entity(text.ToArray(), GrownSize(text)));
            declaration = value[(close + 2)..];
        }

        static int Find(ReadOnlySpan<byte> text) => text.IndexOf("<!ENTITY"u8);
    }

    /// <summary>Begins a field whose names are <see cref="Note"/>d.</summary>
    public void BeginNotes() => noted = 0;

    /// <summary>Whether the document declares the name; what its text grows to is noted.</summary>
    public bool Note(ReadOnlySpan<byte> name)
    {
        if (!TryGet(name, out var entity))
            return false;
        noted += entity.GrownSize;
        if (noted > FieldBudget)
            warnings.Add(TooLarge);
        return true;
    }

    /// <summary>The same with a budget of its own, for a text that is read when the document has been read.</summary>
    public DocumentEntities ForOneText() => new(new FeedWarnings()) { declared = declared };

    /// <summary>Begins a field, which has a budget of its own.</summary>
    public void BeginField() => spentBefore = spent;

    /// <summary>Writes what a declared name stands for; false where it is not declared.</summary>
    public bool Append(ref Utf8Buffer text, scoped ReadOnlySpan<byte> name)
    {
        if (!TryGet(name, out var entity))
            return false;

        var size = entity.Text.Length;
        if (depth >= MaximumDepth || spent + size > DocumentBudget || spent + size > spentBefore + FieldBudget)
        {
            warnings.Add(TooLarge);
            return true;
        }

        spent += size;
        depth++;
        CharacterReferences.Decode(entity.Text, ref text, this);
        depth--;
        return true;
    }

    private bool TryGet(ReadOnlySpan<byte> name, out Entity entity)
    {
        entity = default;
        Span<char> written = stackalloc char[LongestName];
        return declared is not null && name.Length <= LongestName
            && declared.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written[..Encoding.UTF8.GetChars(name, written)], out entity);
    }

    /// <summary>How long a declared text becomes with those in it that were declared before.</summary>
    private long GrownSize(ReadOnlySpan<byte> text)
    {
        const long Measureless = int.MaxValue;
        long size = text.Length;
        for (var at = text.IndexOf((byte)'&'); at >= 0 && size < Measureless; at = text.IndexOf((byte)'&'))
        {
            text = text[(at + 1)..];
            var end = text[..Math.Min(text.Length, LongestName + 1)].IndexOf((byte)';');
            if (end > 0 && TryGet(text[..end], out var entity))
                size += entity.GrownSize;
        }

        return Math.Min(size, Measureless);
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

    private readonly record struct Entity(byte[] Text, long GrownSize);
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
