using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Bot.Sample;

/// <summary>A story that is out.</summary>
internal readonly record struct PublishedStory(SampleStory Story, DateTimeOffset At);

/// <summary>How a publisher of the sample wire writes its feed.</summary>
internal abstract class SampleFeed(string publisher)
{
    public string Publisher => publisher;

    public abstract string ContentType { get; }

    public string Path => SampleStory.PathOf(publisher, "feed.xml");

    /// <param name="stories">Newest first.</param>
    public byte[] Write(Uri site, IReadOnlyList<PublishedStory> stories)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            Write(xml, site, stories);
        return bytes.ToArray();
    }

    protected abstract void Write(XmlWriter xml, Uri site, IReadOnlyList<PublishedStory> stories);

    /// <summary>Stays the same whichever port the wire is served on.</summary>
    protected string IdOf(SampleStory story) => $"tag:{publisher.ToLowerInvariant().Replace(' ', '-')}.example,2025:{story.Slug}";

    /// <summary>RSS 2.0 with <c>content:encoded</c>.</summary>
    internal sealed class Rss(string publisher) : SampleFeed(publisher)
    {
        private const string Content = "http://purl.org/rss/1.0/modules/content/";
        private const string DublinCore = "http://purl.org/dc/elements/1.1/";

        public override string ContentType => "application/rss+xml; charset=utf-8";

        protected override void Write(XmlWriter xml, Uri site, IReadOnlyList<PublishedStory> stories)
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", Publisher);
            xml.WriteElementString("link", site.AbsoluteUri);
            xml.WriteElementString("description", "Fiction: a sample feed that ships with the bot.");
            xml.WriteElementString("language", "en");
            foreach (var (story, at) in stories)
            {
                xml.WriteStartElement("item");
                xml.WriteElementString("title", story.Title);
                xml.WriteElementString("link", new Uri(site, story.Link).AbsoluteUri);
                xml.WriteStartElement("guid");
                xml.WriteAttributeString("isPermaLink", "false");
                xml.WriteString(IdOf(story));
                xml.WriteEndElement();
                xml.WriteElementString("pubDate", at.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture));
                xml.WriteElementString("creator", DublinCore, story.Author);
                foreach (var category in story.Categories)
                    xml.WriteElementString("category", category);
                if (story.Teaser is { } teaser)
                {
                    xml.WriteElementString("description", teaser);
                }
                else
                {
                    xml.WriteStartElement("encoded", Content);
                    xml.WriteCData(story.Body);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    /// <summary>Atom 1.0.</summary>
    internal sealed class Atom(string publisher) : SampleFeed(publisher)
    {
        private const string Namespace = "http://www.w3.org/2005/Atom";

        public override string ContentType => "application/atom+xml; charset=utf-8";

        protected override void Write(XmlWriter xml, Uri site, IReadOnlyList<PublishedStory> stories)
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "en");
            xml.WriteElementString("title", Namespace, Publisher);
            xml.WriteElementString("id", Namespace, $"tag:{Publisher.ToLowerInvariant().Replace(' ', '-')}.example,2025:feed");
            xml.WriteElementString("updated", Namespace, Rfc3339(stories[0].At));
            WriteLink(xml, "self", new Uri(site, Path));
            foreach (var (story, at) in stories)
            {
                xml.WriteStartElement("entry", Namespace);
                xml.WriteElementString("title", Namespace, story.Title);
                WriteLink(xml, "alternate", new Uri(site, story.Link));
                xml.WriteElementString("id", Namespace, IdOf(story));
                xml.WriteElementString("published", Namespace, Rfc3339(at));
                xml.WriteElementString("updated", Namespace, Rfc3339(at));
                xml.WriteStartElement("author", Namespace);
                xml.WriteElementString("name", Namespace, story.Author);
                xml.WriteEndElement();
                foreach (var category in story.Categories)
                {
                    xml.WriteStartElement("category", Namespace);
                    xml.WriteAttributeString("term", category);
                    xml.WriteEndElement();
                }

                xml.WriteStartElement(story.Teaser is null ? "content" : "summary", Namespace);
                xml.WriteAttributeString("type", story.Teaser is null ? "html" : "text");
                xml.WriteString(story.Teaser ?? story.Body);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        private static void WriteLink(XmlWriter xml, string relation, Uri target)
        {
            xml.WriteStartElement("link", Namespace);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("href", target.AbsoluteUri);
            xml.WriteEndElement();
        }

        private static string Rfc3339(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
