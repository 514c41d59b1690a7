using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bot.Tests.Verbs;

/// <summary>
/// <c>bot parse</c> as a process of its own, given what was made to break it: it answers soon, in bounded memory, and in
/// words. Each input gets a process; what a small feed costs is taken off its memory.
/// </summary>
public sealed class HostileInputTests
{
    private const int Megabyte = 1024 * 1024;
    private const long MostOnTop = 64L * Megabyte;

    // The goal is two seconds. The machine that runs the tests is shared and their build is not optimised; what is
    // quadratic takes minutes.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    private static readonly Lazy<long> Small = new(() => Parse("<rss><channel><item><title>Hello</title><description>World</description></item></channel></rss>"u8.ToArray()).Peak);

    private static readonly Dictionary<string, (Func<byte[]> Body, string Told)> Inputs = new(StringComparer.Ordinal)
    {
        ["billion laughs"] = (() => Utf8(Laughs + Item("&l9;")), "Entities that would grow without measure were left out."),
        ["a long entity many times"] = (() => Utf8($"<!DOCTYPE rss [<!ENTITY a \"{new string('B', 50_000)}\">]>{Item(Repeat("&a;", 50_000))}"), "Entities that would grow without measure were left out."),
        ["an external entity"] = (() => Utf8("<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + Item("&a;")), "external entities"),
        ["10 MB of tags"] = (() => Utf8(Repeat("<a>", 3_400_000)), "This is an HTML page, not a feed."),
        ["10 MB of tags in an item"] = (() => Utf8(Item(Repeat("<a>", 3_400_000))), "A text longer than 3 MB was cut."),
        ["a million attributes"] = (() => Utf8(Item($"<![CDATA[<p {Repeat("abc=d ", 1_000_000)}>x</p>]]>")), ""),
        ["a million deep"] = (() => Utf8(Item(Repeat("<b>", 1_000_000))), "Elements nested more than 256 deep were read as if they were flat."),
        ["a text of 9 MB"] = (() => Utf8(Item(Repeat("word ", 1_800_000))), "A text longer than 3 MB was cut."),
        ["5 MB of ampersands"] = (() => Utf8(Item(Repeat("&amp;", Megabyte))), ""),
        ["5 MB of broken references"] = (() => Utf8(Item(Repeat("&#x", 1_700_000))), "A bare '&' was read as text."),
        ["5 MB of sections' beginnings"] = (() => Utf8(Item(Repeat("<![CDATA[", 550_000))), "A CDATA section without an end was closed."),
        ["pictures"] = (() => Utf8(Item($"<![CDATA[{Repeat("<img src=\"a.png\">", 300_000)}]]>")), ""),
        ["base64"] = (() => Utf8($"<feed version=\"0.3\"><entry><id>1</id><content type=\"text/html\" mode=\"base64\">{Convert.ToBase64String(Utf8(Repeat("<p>word</p> ", 500_000)))}</content></entry></feed>"), "A text longer than 3 MB was cut."),
        ["200,000 categories"] = (() => Utf8($"<rss><channel><item><guid>1</guid>{Numbered(200_000, "<category>{0}</category>")}</item></channel></rss>"), "Categories of an item after the five hundredth were left out."),
        ["100,000 items"] = (() => Utf8($"<rss><channel>{Numbered(100_000, "<item><guid>{0}</guid><title>Story {0}</title><link>https://wire.example/{0}</link></item>")}</channel></rss>"), "80000 items were left out"),
        ["a base in each item"] = (() => Utf8($"<feed xml:base=\"http://wire.example/{Repeat("a/", 30_000)}\">{Numbered(5_000, "<entry><id>{0}</id><link href=\"{0}\"/></entry>")}</feed>"), ""),
        ["JSON 100,000 deep"] = (() => Utf8(Json($"\"_x\":{Repeat("[", 100_000)}{Repeat("]", 100_000)}")), ""),
        ["JSON with a string of 10 MB"] = (() => Utf8(Json($"\"content_html\":\"{new string('a', 10 * Megabyte)}\"")), "A text longer than 3 MB was cut."),
        ["JSON with 100,000 authors"] = (() => Utf8(Json($"\"authors\":[{Numbered(100_000, "{{\"name\":\"n{0}\"}},")}]")), "Authors after the fiftieth were left out."),
        ["JSON with halves of pairs"] = (() => Utf8(Json("\"content_text\":\"\\ud83d x \\udc00\",\"title\":\"a\",\"title\":\"b\"")), ""),
        ["UTF-16 with a byte too many"] = (() => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Item("x")), 0x41], ""),
        ["zeros"] = (() => new byte[Megabyte], "This document holds nothing but control characters, not a feed."),
        ["compressed"] = (() => [0x1F, 0x8B, 8, 0, 0, 0], "This is gzip-compressed data, not a feed."),
        ["chance"] = (() => RandomBytes(Megabyte), "This is binary data (compressed, encrypted or a file of some program), not a feed."),
        ["nothing"] = (() => [], "This document is empty."),
    };

    public static TheoryData<string> Names => [.. Inputs.Keys];

    private static string Laughs => $"<!DOCTYPE rss [<!ENTITY l0 \"lol\">{string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{Repeat($"&l{i - 1};", 10)}\">"))}]>";

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_input_is_answered_soon_in_bounded_memory_and_in_words(string name)
    {
        var (body, told) = Inputs[name];

        var run = Parse(body());

        Assert.Contains(told, run.Told, StringComparison.Ordinal);
        Assert.True(run.Processor < MostTime, $"{run.Processor}");
        Assert.True(run.Peak - Small.Value <= MostOnTop, $"{(run.Peak - Small.Value) / Megabyte} MB on top");
    }

    /// <summary>
    /// The process reads lines and waits for the next, so that it can be asked what it has taken while it lives.
    /// </summary>
    private static Cost Parse(byte[] body)
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, body);
        var bot = Path.Combine(AppContext.BaseDirectory, "bot.dll");
        var start = new ProcessStartInfo("dotnet", [bot, "parse", "--jsonl"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        try
        {
            using var limit = new Timer(_ => process.Kill(), null, Fakes.Patience.ForAnEvent, Timeout.InfiniteTimeSpan); // ends the wait for a line that does not come
            process.StandardInput.WriteLine(JsonSerializer.Serialize(new { file }));
            process.StandardInput.Flush();
            var line = process.StandardOutput.ReadLine();
            process.Refresh();
            var (peak, processor) = (process.PeakWorkingSet64, process.TotalProcessorTime);
            process.StandardInput.Close();
            Assert.True(process.WaitForExit(Fakes.Patience.ForAnEvent), "It does not end.");

            using var answer = JsonDocument.Parse(Assert.IsType<string>(line));
            var isFeed = !answer.RootElement.TryGetProperty("error", out var error);
            Assert.Equal(isFeed ? 0 : 2, process.ExitCode);
            return new Cost(peak, processor, isFeed ? answer.RootElement.GetProperty("warnings").ToString() : error.GetString()!);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
            File.Delete(file);
        }
    }

    private static string Item(string description) =>
        $"<rss version=\"2.0\"><channel><link>https://wire.example/</link><item><guid>1</guid><description>{description}</description></item></channel></rss>";

    private static string Json(string property) =>
        $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{{\"id\":\"1\",{property}}}]}}";

    private static string Numbered(int count, string format) =>
        string.Concat(Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, format, i)));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private sealed record Cost(long Peak, TimeSpan Processor, string Told);
}
