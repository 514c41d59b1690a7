using System.Text;

namespace News.Feeds;

/// <summary>What stands inside an element, as a piece of the document.</summary>
/// <param name="Form">Whether it is to be read as XML, or can be taken as it is.</param>
/// <param name="IsWhole">False where the document broke off before the element's end.</param>
internal readonly record struct ElementBody(int Start, int Length, TextForm Form, bool IsWhole);

/// <summary>
/// The elements of a feed, one after the other: the one type that the dialects sit on. It knows nesting, namespaces and
/// xml:base, closes what was left open, and goes on at the next item when an item is broken.
/// </summary>
internal ref struct FeedXml
{
    // Feeds nest a dozen deep; what nests deeper is read as if it were flat.
    private const int MaximumDepth = 256;
    private const int MaximumBindings = 256;
    private const int LongestPerson = 4096;

    // A feed has some twenty names of elements, each in every item.
    private const int KnownNames = 64;

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

    private readonly ReadOnlyMemory<byte> document;
    private readonly ReadOnlySpan<byte> source;
    private readonly FeedWarnings warnings;
    private readonly DocumentEntities entities;
    private readonly Uri? documentBase;
    private Uri? ownAddress;
    private Frame[] stack = new Frame[16];
    private Binding[] bindings = new Binding[8];
    private int bound;
    private int defaults;
    private readonly TextPool pool = new();
    private readonly KnownName[] known = new KnownName[KnownNames];
    private int bindingsMade = 1; // what a prefix means changes with each
    private MarkupScanner scanner;

    private int depth;
    private int deeper;
    private int strays;
    private bool popNext;
    private bool deliverAgain;
    private int nameStart;
    private int nameLength;
    private int attributesStart;
    private int attributesEnd;

    public FeedXml(ReadOnlyMemory<byte> document, int start, Uri? documentBase, FeedWarnings warnings)
    {
        this.document = document;
        this.documentBase = documentBase;
        this.warnings = warnings;
        source = document.Span;
        scanner = new MarkupScanner(source, start);
        entities = new DocumentEntities(warnings);
    }

    private enum Step
    {
        End,
        Open,
        Close,
        Text,
        CData,
    }

    /// <summary>How many elements are open, the current one included.</summary>
    public readonly int Depth => depth;

    /// <summary>The current element's name without prefix, in lower case; "" where it means nothing to any dialect.</summary>
    public string Name { get; private set; } = "";

    public FeedNamespace Namespace { get; private set; }

    public bool HasPrefix { get; private set; }

    /// <summary>The current element's name as written.</summary>
    public readonly ReadOnlySpan<byte> WrittenName => source.Slice(nameStart, nameLength);

    /// <summary>What relative addresses in the current element are relative to.</summary>
    public readonly Uri? Base => (depth == 0 ? null : stack[depth - 1].Base) ?? ownAddress ?? documentBase;

    /// <summary>
    /// What the feed has said of itself by now. A document that came from nowhere, or from another host than its site's (a
    /// feed that FeedBurner delivers), is relative to what it calls its own address, else to its site.
    /// </summary>
    public void NoteAddresses(string? site, string? self)
    {
        var siteAddress = FeedLink.Web(site);
        var selfAddress = FeedLink.Web(self);
        if (documentBase is null)
            ownAddress = selfAddress ?? siteAddress;
        else if (siteAddress is not null && !FeedLink.IsSameHost(siteAddress, documentBase))
            ownAddress = selfAddress is not null && FeedLink.IsSameHost(siteAddress, selfAddress) ? selfAddress : siteAddress;
        else
            ownAddress = null;
    }

    /// <summary>Whether the document broke off with elements open.</summary>
    public bool IsTruncated { get; private set; }

    public readonly void Dispose() => pool.Dispose();

    /// <summary>
    /// Goes to the next child of the element that was current at <paramref name="parent"/>; what the last child has left
    /// unread is passed over. False where that element ends.
    /// </summary>
    public bool NextChild(int parent)
    {
        if (deliverAgain)
        {
            if (depth <= parent)
                return false;
            deliverAgain = false;
            if (depth == parent + 1)
                return true;
        }

        if (depth < parent)
            return false;

        while (true)
        {
            scanner.SkipSpace();
            switch (Advance())
            {
                case Step.Open when depth == parent + 1:
                    return true;
                case Step.Open when depth <= parent:
                    deliverAgain = true;
                    return false;
                case Step.Close when depth < parent:
                case Step.End:
                    return false;
            }
        }
    }

    /// <summary>The current element's attributes as they are written; <see cref="Value"/> reads their values.</summary>
    public readonly MarkupAttributes Attributes => new(source[attributesStart..attributesEnd]);

    /// <summary>An attribute of the current element, decoded and trimmed; null where it is missing or empty.</summary>
    public readonly string? Attribute(ReadOnlySpan<byte> name)
    {
        if (attributesEnd - attributesStart <= name.Length)
            return null;
        var attributes = Attributes;
        while (attributes.Next())
        {
            if (attributes.Name.Length == name.Length && Ascii.EqualsIgnoreCase(attributes.Name, name))
                return Value(attributes.Value);
        }

        return null;
    }

    /// <summary>An attribute's value, decoded and trimmed; null where it is empty.</summary>
    public readonly string? Value(ReadOnlySpan<byte> written)
    {
        var value = PlainLine.Trim(written);
        if (!value.Contains((byte)'&'))
            return value.IsEmpty ? null : pool.Get(value);
        return Decoded(value) is { Length: > 0 } decoded ? decoded : null;
    }

    /// <summary>An attribute's value, to be read when somebody asks for it.</summary>
    public readonly ItemText LaterValue(ReadOnlySpan<byte> written)
    {
        source.Overlaps(written, out var start);
        return new ItemText(document.Slice(start, written.Length), TextForm.Xml, Base, entities.IsEmpty ? null : entities);
    }

    /// <summary>The text of the current element and of all inside it, trimmed; null where it is empty or was cut off.</summary>
    public string? Text() => Text(Body());

    private readonly string? Text(ElementBody body)
    {
        if (!body.IsWhole)
            return null;
        var raw = Raw(body);
        if (body.Form == TextForm.None && !raw.Contains((byte)'\r'))
        {
            raw = PlainLine.Trim(raw);
            return raw.IsEmpty ? null : pool.Get(raw);
        }

        var text = new Utf8Buffer(raw.Length);
        if (body.Form == TextForm.None)
            text.Append(raw);
        else
            XmlText.Append(raw, ref text, entities);
        text.NormaliseLines();
        raw = PlainLine.Trim(text.Written);
        var result = raw.IsEmpty ? null : pool.Get(raw);
        text.Dispose();
        return result;
    }

    /// <summary>The date that the current element's text is; null where it is none.</summary>
    public DateTimeOffset? Date()
    {
        var body = Body();
        if (!body.IsWhole)
            return null;
        return body.Form == TextForm.None ? FeedDate.TryParseUtf8(Raw(body)) : FeedDate.TryParse(Text(body));
    }

    /// <summary>One line, out of what may be HTML; null where the document broke off in the middle of it.</summary>
    public string? Line() => Line(Body());

    /// <summary>As <see cref="Line()"/>, for what stands in item after item: a category, the name of a person.</summary>
    public string? Label()
    {
        var body = Body();
        var raw = Raw(body);
        if (!body.IsWhole || raw.Length > TextPool.LongestLabel)
            return Line(body);
        if (!pool.TryGetLabel(source, raw, isPerson: false, out var label))
            pool.KeepLabel(body.Start, raw, isPerson: false, label = Line(body));
        return label;
    }

    private readonly string? Line(ElementBody body, bool isPlain = false)
    {
        if (!body.IsWhole)
            return null;
        var raw = Raw(body);
        if (body.Form == TextForm.None)
        {
            // Nearly all lines are this: one string, or one that is there already.
            raw = PlainLine.Trim(raw);
            if (!raw.ContainsAnyExceptInRange((byte)' ', (byte)'~') && raw.IndexOfAny((byte)'<', (byte)'&') < 0 && raw.IndexOf("  "u8) < 0)
                return raw.IsEmpty ? null : pool.Get(raw);
            return isPlain ? PlainLine.FromText(raw) : PlainLine.FromHtml(raw);
        }

        var text = new Utf8Buffer(raw.Length);
        if (body.Form.HasFlag(TextForm.Elements))
            XmlText.AppendMarkup(raw, ref text, entities, body.Form.HasFlag(TextForm.Xhtml));
        else
            XmlText.Append(raw, ref text, entities);
        var line = isPlain ? PlainLine.FromText(text.Written) : PlainLine.FromHtml(text.Written);
        text.Dispose();
        return line;
    }

    /// <summary>The current element's content, to be read when somebody asks for it; null where it is empty.</summary>
    public ItemText? Later(TextForm form)
    {
        var baseUri = Base;
        return Later(Body(), form, baseUri);
    }

    public readonly ItemText? Later(ElementBody body, TextForm form, Uri? baseUri)
    {
        var raw = Raw(body);
        if (body.Form == TextForm.None ? PlainLine.Trim(raw).IsEmpty : XmlText.IsBlank(raw))
            return null;
        if (body.Form == TextForm.Xml && raw[0] != '<')
            CharacterReferences.Note(raw, entities);
        if (body.Form == TextForm.None && raw.Contains((byte)'<'))
            form &= ~TextForm.PerhapsTwice;
        ItemText.NoteLength(body.Length, warnings);
        return new ItemText(
            document.Slice(body.Start, body.Length), body.Form | form, baseUri, entities.IsEmpty ? null : entities);
    }

    /// <summary>
    /// The person that the current element names: its <c>name</c> or <c>email</c> child, or its own text
    /// ("jane@example.org (Jane Doe)").
    /// </summary>
    public string? Person()
    {
        var body = Body();
        if (!body.IsWhole)
            return null;
        var raw = Raw(body);
        if (raw.Length > TextPool.LongestLabel)
            return body.Form == TextForm.None ? PersonName.From(Encoding.UTF8.GetString(raw)) : Person(raw);
        if (!pool.TryGetLabel(source, raw, isPerson: true, out var person))
        {
            person = body.Form == TextForm.None ? PersonName.From(pool.Get(PlainLine.Trim(raw))) : Person(raw);
            pool.KeepLabel(body.Start, raw, isPerson: true, person);
        }

        return person;
    }

    private readonly string? Person(ReadOnlySpan<byte> raw)
    {
        StringBuilder own = new(), name = new(), mail = new();
        var parts = new MarkupScanner(raw);
        var field = "";
        var isMarkup = false;
        var inside = 0;
        while (parts.Next())
        {
            switch (parts.Kind)
            {
                case MarkupKind.StartTag when !parts.IsSelfClosing:
                    inside++;
                    var index = Names.IndexOf(LocalName(parts.Name));
                    field = index < 0 ? "" : Names[index];
                    isMarkup = FeedHtml.IsTag(parts.Name); // "<author><p>Ann Example</p></author>"
                    break;
                case MarkupKind.EndTag:
                    inside = Math.Max(0, inside - 1);
                    field = "";
                    isMarkup = false;
                    break;
                case MarkupKind.Text or MarkupKind.CData:
                    var piece = parts.Kind == MarkupKind.Text ? Decoded(parts.Inner, trimmed: false) : Encoding.UTF8.GetString(parts.Inner);
                    if (own.Length + name.Length + mail.Length > LongestPerson)
                        break; // thousands of authors within each other: what is put together piece by piece is short
                    if (inside == 0 || isMarkup)
                        own.Append(piece);
                    else if (field == "name")
                        name.Append(piece);
                    else if (field == "email")
                        mail.Append(piece);
                    break;
            }
        }

        return PersonName.From(name.ToString()) ?? PersonName.From(own.ToString()) ?? PersonName.From(mail.ToString());
    }

    /// <summary>Passes over the current element and says where its content stands.</summary>
    public ElementBody Body()
    {
        if (!popNext && scanner.TryReadLeaf())
        {
            Pop(depth - 1);
            var isPlain = scanner.Kind == MarkupKind.CData || !scanner.Inner.Contains((byte)'&');
            return new ElementBody(
                scanner.InnerStart, scanner.InnerEnd - scanner.InnerStart, isPlain ? TextForm.None : TextForm.Xml, IsWhole: true);
        }

        return SlowBody();
    }

    private ElementBody SlowBody()
    {
        var own = depth;
        var bodyStart = scanner.End;
        var hasElements = false;
        var pieces = 0;
        var (pieceStart, pieceLength, isText) = (bodyStart, 0, false);
        var whole = true;
        while (true)
        {
            var step = Advance();
            if (step is Step.Text or Step.CData)
            {
                // White space around a section is no part of what it says.
                if (step == Step.Text && !scanner.Inner.ContainsAnyExcept(" \t\r\n"u8))
                    continue;
                pieces++;
                (pieceStart, pieceLength, isText) = (scanner.InnerStart, scanner.InnerEnd - scanner.InnerStart, step == Step.Text);
            }
            else if (step == Step.Open)
            {
                if (depth <= own)
                {
                    deliverAgain = true;
                    break;
                }

                hasElements = true;
            }
            else if (step == Step.End)
            {
                whole = false;
                break;
            }
            else if (depth < own)
            {
                break;
            }
        }

        if (!hasElements && pieces < 2 && !(isText && source.Slice(pieceStart, pieceLength).Contains((byte)'&')))
            return new ElementBody(pieceStart, pieceLength, TextForm.None, whole);
        var length = Math.Max(0, scanner.Start - bodyStart);
        return new ElementBody(bodyStart, length, hasElements ? TextForm.Elements : TextForm.Xml, whole);
    }

    private readonly ReadOnlySpan<byte> Raw(ElementBody body) => source.Slice(body.Start, body.Length);

    private readonly string Decoded(ReadOnlySpan<byte> text, bool trimmed = true)
    {
        var decoded = new Utf8Buffer(text.Length);
        entities.BeginField();
        CharacterReferences.Decode(text, ref decoded, entities);
        var result = pool.Get(trimmed ? PlainLine.Trim(decoded.Written) : decoded.Written);
        decoded.Dispose();
        return result;
    }

    private Step Advance()
    {
        if (popNext)
        {
            popNext = false;
            Pop(depth - 1);
            return Step.Close;
        }

        while (scanner.Next())
        {
            if (scanner.IsSuspect)
                CloseSection();
            if (scanner.Repair is not null)
                warnings.Add(scanner.Repair);
            switch (scanner.Kind)
            {
                case MarkupKind.StartTag when Open():
                    return Step.Open;
                case MarkupKind.EndTag when Close():
                    return Step.Close;
                case MarkupKind.Text:
                    return Step.Text;
                case MarkupKind.CData:
                    return Step.CData;
                case MarkupKind.Doctype:
                    entities.Declare(scanner.Inner);
                    break;
            }
        }

        IsTruncated |= depth > 0;
        return Step.End;
    }

    /// <summary>A section whose end was forgotten runs into the next item's section: it ends with its own item.</summary>
    private void CloseSection()
    {
        var i = scanner.InnerStart;
        while (i < scanner.InnerEnd && source[i..scanner.InnerEnd].IndexOf("</"u8) is var next && next >= 0)
        {
            i += next;
            var name = source[(i + 2)..Math.Min(i + 34, scanner.InnerEnd)];
            var end = name.IndexOf((byte)'>');
            if (end > 0 && (LocalName(name[..end]) is var local)
                && (Ascii.EqualsIgnoreCase(local, "item"u8) || Ascii.EqualsIgnoreCase(local, "entry"u8)))
            {
                scanner.EndSectionAt(i);
                return;
            }

            i += 2;
        }
    }

    private bool Open()
    {
        ref readonly var name = ref Know(scanner.Name);
        if (name.ClosesOthers)
            CloseForgotten(name.Local, name.HasPrefix ? name.Namespace : FeedNamespace.None);

        var attributes = scanner.Inner;
        var mark = bound;
        var declares = attributes.Length > 5 && attributes.IndexOf("xml"u8) >= 0;
        if (declares)
            Bind(attributes);

        if (depth >= MaximumDepth)
        {
            Unbind(mark);
            warnings.Add("Elements nested more than 256 deep were read as if they were flat.");
            if (!scanner.IsSelfClosing)
                deeper++;
            return false;
        }

        var inheritedBase = depth == 0 ? null : stack[depth - 1].Base;
        if (depth == stack.Length)
            Array.Resize(ref stack, 2 * depth);
        stack[depth++] = new Frame(
            scanner.NameStart, scanner.NameLength, name.Local, name.IsLeaf, mark, declares ? BaseOf(attributes, inheritedBase) : inheritedBase);
        Name = name.Local;
        HasPrefix = name.HasPrefix;
        Namespace = name.Bindings == bindingsMade ? name.Namespace : Resolve(Prefix(scanner.Name));
        nameStart = scanner.NameStart;
        nameLength = scanner.NameLength;
        attributesStart = scanner.InnerStart;
        attributesEnd = scanner.InnerEnd;
        popNext = scanner.IsSelfClosing;
        return true;
    }

    /// <summary>What a name means where it stands, looked up once for all elements of that name.</summary>
    private readonly ref readonly KnownName Know(ReadOnlySpan<byte> name)
    {
        ref var entry = ref known[TextPool.Hash(name) % KnownNames];
        if (entry.Bindings != bindingsMade || !source.Slice(entry.Start, entry.Length).SequenceEqual(name))
        {
            var index = Names.IndexOf(LocalName(name));
            entry = new KnownName(
                scanner.NameStart, name.Length, bindingsMade, index < 0 ? "" : Names[index], index >= 0 && index < LeafCount,
                name.Contains((byte)':'), Resolve(Prefix(name)));
        }

        return ref entry;
    }

    private void CloseForgotten(string local, FeedNamespace space)
    {
        if (space is FeedNamespace.Other or FeedNamespace.Media or FeedNamespace.Xhtml)
            return;
        if (local is "item" or "entry")
            CloseOpenItem(local);
        else
            CloseOpenLeaf();
    }

    /// <summary>An item stands in a channel or feed and nowhere else: whatever is still open there was left open.</summary>
    private void CloseOpenItem(string name)
    {
        for (var i = Math.Min(depth, 32) - 1; i >= 0; i--)
        {
            if (stack[i].Name is not ("channel" or "rss" or "rdf" or "feed"))
                continue;
            if (i + 1 < depth)
            {
                if (stack[i + 1].Name == name)
                    warnings.Add("An item without its end tag was closed where the next begins.");
                Pop(i + 1);
            }

            return;
        }
    }

    /// <summary>
    /// "&lt;title&gt;News&lt;link&gt;": a field does not stand in a field, so the first was left open. Only fields of an
    /// item or channel count: what stands deeper may be somebody's HTML.
    /// </summary>
    private void CloseOpenLeaf()
    {
        if (depth < 2 || !stack[depth - 1].IsLeaf || stack[depth - 1].Name is "author"
            || stack[depth - 2].Name is not ("item" or "entry" or "channel" or "feed"))
        {
            return;
        }

        warnings.Add("An element without its end tag was closed where the next begins.");
        Pop(depth - 1);
    }

    private bool Close()
    {
        var name = scanner.Name;
        if (deeper > 0)
        {
            // Only an element near the root, whose end must not be missed, closes what is too deep to be counted.
            var container = FindOpen(name, Math.Min(depth, 16) - 1);
            if (container < 0)
            {
                deeper--;
                return false;
            }

            Pop(container);
            return true;
        }

        // A document of nothing but stray end tags shall not have the whole stack searched for each of them.
        var index = FindOpen(name, strays < 1000 ? depth - 1 : Math.Min(depth, 16) - 1);
        if (index < 0)
        {
            strays++;
            warnings.Add("An end tag that closes nothing was passed over.");
            return false;
        }

        if (index != depth - 1)
            warnings.Add("Elements without their end tags were closed with the element around them.");
        Pop(index);
        return true;
    }

    private readonly int FindOpen(ReadOnlySpan<byte> name, int from)
    {
        for (var i = from; i >= 0; i--)
        {
            ref readonly var frame = ref stack[i];
            if (frame.NameLength == name.Length
                && Ascii.EqualsIgnoreCase(source.Slice(frame.NameStart, frame.NameLength), name))
            {
                return i;
            }
        }

        return -1;
    }

    private void Pop(int index)
    {
        deeper = 0;
        Unbind(stack[index].BindingMark);
        depth = index;
    }

    private void Bind(ReadOnlySpan<byte> attributes)
    {
        var scan = new MarkupAttributes(attributes);
        while (scan.Next())
        {
            var name = scan.Name;
            if (name.Length < 5 || !Ascii.EqualsIgnoreCase(name[..5], "xmlns"u8))
                continue;
            if (name.Length > 5 && name[5] != ':')
                continue;
            if (bound == MaximumBindings)
            {
                warnings.Add("Namespaces after the 256th that hold at one place were passed over.");
                return;
            }

            if (bound == bindings.Length)
                Array.Resize(ref bindings, 2 * bound);
            var prefix = name.Length == 5 ? "" : Encoding.UTF8.GetString(name[6..]);
            bindings[bound++] = new Binding(prefix, FeedNamespaces.ByAddress(scan.Value));
            defaults += prefix.Length == 0 ? 1 : 0;
            bindingsMade++;
        }
    }

    private void Unbind(int mark)
    {
        if (bound <= mark)
            return;
        bindingsMade++;
        while (bound > mark)
            defaults -= bindings[--bound].Prefix.Length == 0 ? 1 : 0;
    }

    /// <summary>The base that an element inherits, or declares for itself.</summary>
    private readonly Uri? BaseOf(ReadOnlySpan<byte> attributes, Uri? inherited)
    {
        var scan = new MarkupAttributes(attributes);
        while (scan.Next())
        {
            if (Ascii.EqualsIgnoreCase(scan.Name, "xml:base"u8))
                return Decoded(scan.Value) is { Length: > 0 } address ? FeedLink.Resolve(address, inherited ?? Base) ?? inherited : inherited;
        }

        return inherited;
    }

    private readonly FeedNamespace Resolve(ReadOnlySpan<byte> prefix)
    {
        if (prefix.IsEmpty && defaults == 0)
            return FeedNamespace.None;
        for (var i = bound - 1; i >= 0; i--)
        {
            ref readonly var binding = ref bindings[i];
            if (binding.Prefix.Length == prefix.Length && Ascii.Equals(prefix, binding.Prefix))
                return binding.Namespace;
        }

        return FeedNamespaces.ByConvention(prefix);
    }

    private static ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> name) => name[..Math.Max(0, name.IndexOf((byte)':'))];

    private static ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    private readonly record struct Frame(
        int NameStart, int NameLength, string Name, bool IsLeaf, int BindingMark, Uri? Base);

    private readonly record struct KnownName(
        int Start, int Length, int Bindings, string Local, bool IsLeaf, bool HasPrefix, FeedNamespace Namespace)
    {
        public bool ClosesOthers => IsLeaf || Local is "item" or "entry";
    }

    private readonly record struct Binding(string Prefix, FeedNamespace Namespace);
}
