using System.Text;
using News.Entities;

namespace News.Tests.Entities;

public sealed class EntityFileTests
{
    private const string Whole = """
        {
          "comment": "An example.", "handle": "kataib-hezbollah", "name": "Kataib Hezbollah",
          "names": ["Kata'ib Hizballah", "=KH", "كتائب حزب الله"],
          "people": ["Iraqi"], "capital": ["Baghdad"], "government": ["Iraqi government"], "forces": ["Iraqi army"],
          "ambiguous": { "=KH": ["Iraq", "militia", "Popular Mobilization Forces"] },
          "except": ["KH Industries"]
        }
        """;

    [Fact]
    public void A_file_is_read_with_all_that_it_says()
    {
        var pack = Read(Whole);

        Assert.Equal(("An example.", "kataib-hezbollah", "Kataib Hezbollah"), (pack.Comment, pack.Handle, pack.Name));
        Assert.Equal(["Kata'ib Hizballah", "=KH", "كتائب حزب الله", "Iraqi", "Baghdad", "Iraqi government", "Iraqi army"], pack.All);
        Assert.Equal(["Iraq", "militia", "Popular Mobilization Forces"], pack.Ambiguous["=KH"].ToArray());
        Assert.Equal(["KH Industries"], pack.Except.ToArray());
    }

    [Theory]
    [InlineData("\uFEFF", "")]
    [InlineData("// our own\n", "\n/* and no more */\n")]
    public void Marks_and_comments_around_it_are_passed_over(string before, string after) =>
        Assert.Equal("kataib-hezbollah", Read(before + Whole + after).Handle);

    [Fact]
    public void A_comma_too_many_is_taken() =>
        Assert.Equal(["A", "B"], Read("""{"comment":"-","handle":"a","name":"A","names":["A","B",],}""").Names.ToArray());

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("\n\n", 1, "empty")]
    [InlineData("[]", 1, "one object")]
    [InlineData("{\n  \"comment\": \"-\",\n  oops", 3, "no JSON")]
    [InlineData("{\"comment\":\"-\",\"handle\":\"a\",\"name\":\"A\",\"names\":[\"A\"]}\n{}", 2, "no JSON")]
    [InlineData("{\n\"comment\": \"-\",\n\"alias\": []}", 3, "no property \"alias\"; known are comment, handle")]
    [InlineData("{\n\"Names\": [\"A\"]}", 2, "no property \"Names\"")]
    [InlineData("{\"comment\":\"-\",\n\"comment\":\"-\"}", 2, "\"comment\" stands here for the second time")]
    [InlineData("{\"names\":[\"A\"],\n\"names\":[\"A\"]}", 2, "\"names\" stands here for the second time")]
    [InlineData("{\"comment\": 5}", 1, "\"comment\" takes a text")]
    [InlineData("{\"comment\": \" \"}", 1, "\"comment\" is empty")]
    [InlineData("{\n\"handle\": \"Kataib Hezbollah\"}", 2, "small letters a to z")]
    [InlineData("{\"handle\": \"-kataib\"}", 1, "small letters a to z")]
    [InlineData("{\"handle\": \"\"}", 1, "is empty")]
    [InlineData("{\"handle\": \"abcdefghijabcdefghijabcdefghijabcdefghij1\"}", 1, "40 characters")]
    [InlineData("{\"names\": \"A\"}", 1, "\"names\" takes a list")]
    [InlineData("{\"names\": []}", 1, "\"names\" is empty")]
    [InlineData("{\"names\": [\n\"A\",\n7]}", 3, "\"names\" takes names in marks")]
    [InlineData("{\"names\": [\n\"A\",\n\"\"]}", 3, "needs a letter or a digit")]
    [InlineData("{\"names\": [\" A\"]}", 1, "none at its ends: A")]
    [InlineData("{\"names\": [\"A  B\"]}", 1, "stands one space")]
    [InlineData("{\"names\": [\"A\\tB\"]}", 1, "stands one space")]
    [InlineData("{\"names\": [\"strik*\"]}", 1, "without *")]
    [InlineData("{\"names\": [\"<b>A</b>\"]}", 1, "without <")]
    [InlineData("{\"names\": [\"\\ud800\"]}", 1, "half a character")]
    [InlineData("{\"comment\":\"-\",\"handle\":\"a\",\"name\":\"A\",\"names\":[\"A\"],\n\"except\":[\"A\"]}", 2, "\"A\" is a name and an exception")]
    [InlineData("{\"ambiguous\": [\"A\"]}", 1, "\"ambiguous\" takes names, each with")]
    [InlineData("{\"ambiguous\": {\"A\": \"B\"}}", 1, "\"A\" takes a list")]
    [InlineData("{\"ambiguous\": {\"A\": []}}", 1, "\"A\" is empty")]
    [InlineData("{\"ambiguous\": {\"A\": [\"B\"],\n\"A\": [\"C\"]}}", 2, "\"A\" stands here for the second time")]
    [InlineData("{\"handle\":\"a\",\"name\":\"A\",\"names\":[\"A\"]\n}", 2, "\"comment\" is missing: where the names are from")]
    [InlineData("{\"comment\":\"-\",\"name\":\"A\",\"names\":[\"A\"]}", 1, "\"handle\" is missing")]
    [InlineData("{\"comment\":\"-\",\"handle\":\"a\",\"name\":\"A\"}", 1, "\"names\" is missing")]
    [InlineData("{\"comment\":\"-\",\"handle\":\"a\",\"name\":\"A\",\"names\":[\"A\"],\n\"ambiguous\":{\n\"a\":[\"B\"]}}", 3, "\"a\" is said to be ambiguous but is not among the names")]
    public void A_wrong_file_is_told_with_its_line_and_what_was_expected(string json, int line, string message)
    {
        var error = ErrorIn(Encoding.UTF8.GetBytes(json));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal($"ours.json, line {line}: {error.Message}", error.ToString());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told() =>
        Assert.Contains("UTF-8", ErrorIn([(byte)'{', 0xFF, 0xFE]).Message, StringComparison.Ordinal);

    [Fact]
    public void A_huge_file_is_refused() =>
        Assert.Contains("1,048,576 bytes", ErrorIn(new byte[EntityFile.LargestFile + 1]).Message, StringComparison.Ordinal);

    [Fact]
    public void More_names_than_an_entity_has_are_refused()
    {
        var names = string.Join(',', Enumerable.Range(0, EntityFile.MostNames + 1).Select(i => $"\"name {i}\""));

        Assert.Contains("500 names", ErrorIn(Encoding.UTF8.GetBytes($"{{\"names\":[{names}]}}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_told() =>
        Assert.Contains("\"names\" takes names", ErrorIn(Encoding.UTF8.GetBytes("{\"names\":" + new string('[', 100_000))).Message, StringComparison.Ordinal);

    private static EntityPack Read(string json) =>
        Assert.IsType<EntityReading.Read>(EntityFile.Read("ours.json", Encoding.UTF8.GetBytes(json))).Pack;

    private static EntityError ErrorIn(byte[] json) => Assert.IsType<EntityReading.Wrong>(EntityFile.Read("ours.json", json)).Error;
}
