using System.Text;
using News.Feeds;

namespace News.Tests.Feeds;

public sealed class FeedHtmlTests
{
    private static readonly Uri Base = new("https://wire.example/a/");

    [Theory]
    [InlineData("No markup & all", "No markup & all")]
    [InlineData("<p class='x'>Prices rose.<br/></p>", "<p class='x'>Prices rose.<br/></p>")]
    [InlineData("<scr<script>ipt>alert(1)</script>", "&lt;scr")]
    [InlineData("<script>if (a < b) x('</p>')", "")]
    [InlineData("a<STYLE>p { }</STYLE>b", "ab")]
    [InlineData("<img src=x onerror=alert(1) <b>bold</b>", "&lt;img src=x onerror=alert(1) <b>bold</b>")]
    [InlineData("<svg/onload=alert(1)>", "")]
    [InlineData("<svg><a><animate attributeName=href values=javascript:x() /><text>Click</text></a></svg>", "<a>Click</a>")]
    [InlineData("<svg><a><set attributeName=\"href\" to=\"javascript:x()\"/>c</a></svg>", "<a>c</a>")]
    [InlineData("<p class=a=\"><img/src=x/onerror=x()>\">t</p>", "<p class=\"a=&quot;><img/src=x/onerror=x()>&quot;\">t</p>")]
    [InlineData("<a href=\"&#106avascript:x()\">t</a>", "<a href=\"https://wire.example/a/&amp;#106avascript:x()\">t</a>")]
    [InlineData("<a href=\"blob:https://wire.example/1\">t</a>", "<a>t</a>")]
    [InlineData("<a href=\"mailto:desk@wire.example\">t</a>", "<a href=\"mailto:desk@wire.example\">t</a>")]
    [InlineData("<marquee onstart=x()><blink>kept</blink></marquee>", "kept")]
    [InlineData("a<script src=\"x.js\"/>b<style/>c<title/>d<textarea/>e<iframe src=\"x\"/>f<noscript/>g", "abcdefg")]
    [InlineData("a<script src=\"x.js\"/>b<p>c</p><script>x()</script>d", "ab<p>c</p>d")]
    [InlineData("a<script/>x()</script>b", "ab")]
    [InlineData("a<textarea>The rest of the story.", "aThe rest of the story.")]
    [InlineData("a<title>x</titles>y</title>b", "ab")]
    [InlineData("<p ONCLICK = \"x()\" id=a>t</p>", "<p id=\"a\">t</p>")]
    [InlineData("<a href=\"java\nscript:x()\">t</a>", "<a>t</a>")]
    [InlineData("<a href=\" &#106;avascript:x()\">t</a>", "<a>t</a>")]
    [InlineData("<a href='jav&#x09;ascript:x()'>t</a>", "<a>t</a>")]
    [InlineData("<a href=\"data:text/html,x\">t</a>", "<a>t</a>")]
    [InlineData("<a href=\"x>t</a> <a href=\"y\">u</a>", "<a href=\"https://wire.example/a/x\">t</a> <a href=\"https://wire.example/a/y\">u</a>")]
    [InlineData("<a href=b?c=1&amp;d=2>t</a>", "<a href=\"https://wire.example/a/b?c=1&amp;d=2\">t</a>")]
    [InlineData("<a href=\"https://Other.example/?a&b\">t</a>", "<a href=\"https://Other.example/?a&b\">t</a>")]
    [InlineData("<img srcset=\"1.jpg 1x, /2.jpg 2x\">", "<img srcset=\"https://wire.example/a/1.jpg 1x, https://wire.example/2.jpg 2x\">")]
    [InlineData("<object data='x'><embed src='y'>kept</object>", "kept")]
    [InlineData("<div style=\"background:url(x)\">t</div>", "<div>t</div>")]
    [InlineData("<p style=\"color: rgb(1, 2, 3); font-weight:bold\">t</p>", "<p style=\"color: rgb(1, 2, 3); font-weight:bold\">t</p>")]
    [InlineData("<p style=\"background:image-set('x' 1x)\">t</p>", "<p>t</p>")]
    [InlineData("<p style=\"background:u\\72l(x)\">t</p>", "<p>t</p>")]
    [InlineData("<p style=\"position:fixed;top:0\">t</p>", "<p>t</p>")]
    [InlineData("one<!-- <script> -->two<!-- never closed", "onetwo never closed")]
    [InlineData("3 < 4 and <3", "3 &lt; 4 and &lt;3")]
    public void What_runs_goes_and_what_is_harmless_stays(string html, string expected) =>
        Assert.Equal(expected, FeedHtml.Clean(Encoding.UTF8.GetBytes(html), Base, out _));

    [Theory]
    [InlineData("  Oil\n up ", "Oil up")]
    [InlineData("<b>Oil</b><br>up", "Oil up")]
    [InlineData("AT&amp;T", "AT&T")]
    [InlineData("AT&amp;amp;T", "AT&T")]
    [InlineData("1 < 2 > 0", "1 < 2 > 0")]
    [InlineData("The <foo> tag", "The <foo> tag")]
    [InlineData("?a=1&copy=2", "?a=1&copy=2")]
    [InlineData("Iran&#146;s", "Iran’s")]
    [InlineData("<img src=x>", null)]
    [InlineData(" \u00A0 ", null)]
    public void A_title_becomes_one_line_of_plain_text(string html, string? expected) =>
        Assert.Equal(expected, PlainLine.FromHtml(html));
}
