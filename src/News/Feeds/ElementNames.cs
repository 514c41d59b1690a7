using System.Runtime.InteropServices;
using System.Text;

namespace News.Feeds;

/// <summary>What an element's name means where it stands.</summary>
/// <param name="Start">Where the name stands in the document, as it was written first.</param>
/// <param name="Local">Without prefix, in lower case; "" where it means nothing to any dialect.</param>
/// <param name="IsLeaf">Whether it has text inside and no other of these.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ElementName(
    int Start, int Length, int Bindings, string Local, bool IsLeaf, bool HasPrefix, FeedNamespace Namespace)
{
    /// <summary>It never stands within a field of an item: a field that is open where it begins was left open.</summary>
    public bool ClosesOthers => IsLeaf || Local is "item" or "entry";
}

/// <summary>The names that a feed's elements have, and the namespaces that are bound to their prefixes.</summary>
internal sealed class ElementNames(FeedWarnings warnings)
{
    private const int MaximumBindings = 256;

    // A feed has some twenty names of elements, each in every item.
    private const int Slots = 64;

    // Those that have text inside and no other of these.
    private const string Leaves =
        "title link description guid pubdate comments id updated published modified issued created language generator ttl " +
        "copyright rights lastbuilddate managingeditor webmaster docs category author enclosure encoded creator date";

    private static readonly int LeafCount = Leaves.Count(c => c == ' ') + 1;

    private static readonly AsciiNames Names = new(
        Leaves + " rss rdf channel feed item items entry image url href subject source content summary subtitle tagline info " +
        "name email uri icon logo group thumbnail body div textinput publisher full-text fulltext fullitem available contributor credit " +
        "abstract identifier origlink keywords player opml html urlset sitemapindex envelope skiphours hour skipdays day updateperiod " +
        "updatefrequency");

    private readonly ElementName[] known = new ElementName[Slots];
    private Binding[] bindings = new Binding[8];
    private int defaults;
    private int bindingsMade = 1; // what a prefix means changes with each

    /// <summary>How many bindings hold here: what <see cref="Unbind"/> goes back to.</summary>
    public int Bound { get; private set; }

    /// <summary>The name without prefix, in lower case; "" where it means nothing to any dialect.</summary>
    public static string Local(ReadOnlySpan<byte> name)
    {
        var index = Names.IndexOf(WithoutPrefix(name));
        return index < 0 ? "" : Names[index];
    }

    public static ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    /// <summary>What a name means where it stands, looked up once for all elements of that name.</summary>
    /// <param name="start">Where the name stands in the document.</param>
    public ref readonly ElementName Know(ReadOnlySpan<byte> document, int start, int length)
    {
        var name = document.Slice(start, length);
        ref var entry = ref known[TextPool.Hash(name) % Slots];
        if (entry.Bindings != bindingsMade || !document.Slice(entry.Start, entry.Length).SequenceEqual(name))
        {
            var index = Names.IndexOf(WithoutPrefix(name));
            entry = new ElementName(
                start, length, bindingsMade, index < 0 ? "" : Names[index], index >= 0 && index < LeafCount,
                name.Contains((byte)':'), Resolve(Prefix(name)));
        }

        return ref entry;
    }

    /// <summary>The namespace of a name, also where bindings were made since it was looked up.</summary>
    public FeedNamespace NamespaceOf(in ElementName entry, ReadOnlySpan<byte> name) =>
        entry.Bindings == bindingsMade ? entry.Namespace : Resolve(Prefix(name));

    /// <summary>Takes up what an element's attributes bind.</summary>
    public void Bind(ReadOnlySpan<byte> attributes)
    {
        var scan = new MarkupAttributes(attributes);
        while (scan.Next())
        {
            var name = scan.Name;
            if (name.Length < 5 || !Ascii.EqualsIgnoreCase(name[..5], "xmlns"u8))
                continue;
            if (name.Length > 5 && name[5] != ':')
                continue;
            if (Bound == MaximumBindings)
            {
                warnings.Add("Namespaces after the 256th that hold at one place were passed over.");
                return;
            }

            if (Bound == bindings.Length)
                Array.Resize(ref bindings, 2 * Bound);
            var prefix = name.Length == 5 ? "" : Encoding.UTF8.GetString(name[6..]);
            bindings[Bound++] = new Binding(prefix, FeedNamespaces.ByAddress(scan.Value));
            defaults += prefix.Length == 0 ? 1 : 0;
            bindingsMade++;
        }
    }

    /// <summary>Forgets the bindings beyond the first so many: their element has ended.</summary>
    public void Unbind(int mark)
    {
        if (Bound <= mark)
            return;
        bindingsMade++;
        while (Bound > mark)
            defaults -= bindings[--Bound].Prefix.Length == 0 ? 1 : 0;
    }

    private FeedNamespace Resolve(ReadOnlySpan<byte> prefix)
    {
        if (prefix.IsEmpty && defaults == 0)
            return FeedNamespace.None;
        for (var i = Bound - 1; i >= 0; i--)
        {
            ref readonly var binding = ref bindings[i];
            if (binding.Prefix.Length == prefix.Length && Ascii.Equals(prefix, binding.Prefix))
                return binding.Namespace;
        }

        return FeedNamespaces.ByConvention(prefix);
    }

    private static ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> name) => name[..Math.Max(0, name.IndexOf((byte)':'))];

    private readonly record struct Binding(string Prefix, FeedNamespace Namespace);
}
