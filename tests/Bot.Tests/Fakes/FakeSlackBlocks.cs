using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Tests.Fakes;

/// <summary>Block Kit as Slack documents it: what a block takes and how much of it.</summary>
internal static partial class FakeSlackBlocks
{
    public const int MostBlocks = 50;
    public const int LongestHeader = 150;
    public const int LongestSectionText = 3000;
    public const int MostFields = 10;
    public const int LongestField = 2000;
    public const int MostContextElements = 10;
    public const int LongestContextText = 2000;
    public const int MostActions = 25;
    public const int LongestButtonText = 75;
    public const int LongestButtonValue = 2000;
    public const int LongestUrl = 3000;
    public const int LongestId = 255;

    /// <summary>Over the whole message; Slack's msg_blocks_too_long, met at some 13,000.</summary>
    private const int MostCharacters = 13_000;

    /// <summary>What Slack would answer invalid_blocks to, in plain words.</summary>
    public static List<string> Problems(JsonElement blocks)
    {
        var problems = new List<string>();
        if (blocks.ValueKind != JsonValueKind.Array)
            return ["blocks is no list"];
        if (blocks.GetArrayLength() is 0 or > MostBlocks)
            problems.Add($"{blocks.GetArrayLength()} blocks");
        foreach (var block in blocks.EnumerateArray())
            Check(block, problems);
        if (Visible(blocks).Length > MostCharacters)
            problems.Add($"{Visible(blocks).Length} characters in one message");
        return problems;
    }

    /// <summary>All that is to be read in the blocks, a line each.</summary>
    public static string Visible(JsonElement blocks)
    {
        var text = new StringBuilder();
        if (blocks.ValueKind == JsonValueKind.Array)
        {
            foreach (var block in blocks.EnumerateArray())
                Read(block, text);
        }

        return text.ToString();
    }

    private static void Read(JsonElement element, StringBuilder text)
    {
        var type = Text(element, "type") ?? "";
        if (element.TryGetProperty("text", out var words))
        {
            if (words.ValueKind == JsonValueKind.String)
                text.Append(words.GetString());
            else
                text.AppendLine(Text(words, "text"));
        }

        if (type == "date")
            text.Append(Text(element, "fallback"));
        if (element.TryGetProperty("elements", out var elements))
        {
            foreach (var inner in elements.EnumerateArray())
                Read(inner, text);
            text.AppendLine();
        }
    }

    private static void Check(JsonElement block, List<string> problems)
    {
        switch (Text(block, "type"))
        {
            case "divider":
                Only(block, problems, "type", "block_id");
                break;
            case "header":
                Only(block, problems, "type", "block_id", "text");
                CheckText(block.GetProperty("text"), LongestHeader, problems, "plain_text");
                break;
            case "section":
                Only(block, problems, "type", "block_id", "text", "fields", "accessory", "expand");
                if (block.TryGetProperty("text", out var text))
                    CheckText(text, LongestSectionText, problems, "plain_text", "mrkdwn");
                else if (!block.TryGetProperty("fields", out _))
                    problems.Add("a section without text and fields");
                if (block.TryGetProperty("fields", out var fields))
                    CheckEach(fields, MostFields, problems, field => CheckText(field, LongestField, problems, "plain_text", "mrkdwn"));
                break;
            case "context":
                Only(block, problems, "type", "block_id", "elements");
                CheckEach(block.GetProperty("elements"), MostContextElements, problems, element => CheckText(element, LongestContextText, problems, "plain_text", "mrkdwn"));
                break;
            case "actions":
                Only(block, problems, "type", "block_id", "elements");
                CheckEach(block.GetProperty("elements"), MostActions, problems, element => CheckButton(element, problems));
                if (block.GetProperty("elements").EnumerateArray().GroupBy(button => Text(button, "action_id")).Any(same => same.Count() > 1))
                    problems.Add("an action_id twice in one block");
                break;
            case "rich_text":
                Only(block, problems, "type", "block_id", "elements");
                CheckEach(block.GetProperty("elements"), int.MaxValue, problems, element => CheckRichPart(element, problems));
                break;
            case var type:
                problems.Add($"a block of the type \"{type}\"");
                break;
        }
    }

    private static void CheckRichPart(JsonElement part, List<string> problems)
    {
        var type = Text(part, "type");
        if (type == "rich_text_list")
        {
            Only(part, problems, "type", "style", "elements", "indent", "offset", "border");
            if (Text(part, "style") is not ("bullet" or "ordered"))
                problems.Add("a list that is neither bullet nor ordered");
            CheckEach(part.GetProperty("elements"), int.MaxValue, problems, element => CheckRichPart(element, problems));
            return;
        }

        if (type is not ("rich_text_section" or "rich_text_quote" or "rich_text_preformatted"))
            problems.Add($"a rich text part of the type \"{type}\"");
        Only(part, problems, "type", "elements", "border");
        CheckEach(part.GetProperty("elements"), int.MaxValue, problems, run => CheckRun(run, type == "rich_text_preformatted", problems));
    }

    private static void CheckRun(JsonElement run, bool preformatted, List<string> problems)
    {
        switch (Text(run, "type"))
        {
            case "text":
                Only(run, problems, "type", "text", "style");
                CheckLength(Text(run, "text"), LongestSectionText, problems, "a rich text run");
                break;
            case "link":
                Only(run, problems, "type", "url", "text", "style", "unsafe");
                CheckLength(Text(run, "text"), LongestSectionText, problems, "a rich text link");
                CheckUrl(Text(run, "url"), problems);
                break;
            case "date" when !preformatted:
                Only(run, problems, "type", "timestamp", "format", "fallback", "url");
                if (!run.GetProperty("timestamp").TryGetInt64(out _) || !(Text(run, "format") ?? "").Contains('{', StringComparison.Ordinal))
                    problems.Add("a date without a timestamp or a format");
                break;

            // A broadcast, user, usergroup, channel or emoji run: nothing of the bot's may mention anybody.
            case var type:
                problems.Add($"a rich text run of the type \"{type}\"");
                break;
        }

        if (run.TryGetProperty("style", out var style))
            Only(style, problems, "bold", "italic", "strike", "code");
    }

    private static void CheckButton(JsonElement button, List<string> problems)
    {
        Only(button, problems, "type", "text", "action_id", "value", "url", "style", "confirm", "accessibility_label");
        if (Text(button, "type") != "button")
            problems.Add($"an action of the type \"{Text(button, "type")}\"");
        CheckText(button.GetProperty("text"), LongestButtonText, problems, "plain_text");
        CheckLength(Text(button, "action_id"), LongestId, problems, "an action_id");
        if (button.TryGetProperty("value", out _))
            CheckLength(Text(button, "value"), LongestButtonValue, problems, "a button's value");
        if (button.TryGetProperty("url", out _))
            CheckUrl(Text(button, "url"), problems);
    }

    private static void CheckText(JsonElement text, int longest, List<string> problems, params string[] types)
    {
        var type = Text(text, "type") ?? "";
        if (!types.Contains(type))
            problems.Add($"text of the type \"{type}\"");
        Only(text, problems, type == "mrkdwn" ? ["type", "text", "verbatim"] : ["type", "text", "emoji"]);
        var words = Text(text, "text");
        CheckLength(words, longest, problems, $"a {type}");
        if (type == "mrkdwn" && MentionOrBareBracket().IsMatch(words ?? ""))
            problems.Add($"mrkdwn that isn't escaped or mentions somebody: {words}");
    }

    private static void CheckLength(string? text, int longest, List<string> problems, string what)
    {
        if (text is null or "" || text.Length > longest)
            problems.Add($"{what} of {text?.Length ?? 0} characters");
        else if (text.Any(c => char.IsControl(c) && c != '\n') || text.Contains('\uFFFE', StringComparison.Ordinal))
            problems.Add($"{what} with control characters");
    }

    private static void CheckUrl(string? url, List<string> problems)
    {
        if (url is null || url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            problems.Add("a link that is no http or https address");
    }

    private static void CheckEach(JsonElement list, int most, List<string> problems, Action<JsonElement> check)
    {
        if (list.GetArrayLength() == 0 || list.GetArrayLength() > most)
            problems.Add($"{list.GetArrayLength()} elements");
        foreach (var element in list.EnumerateArray())
            check(element);
    }

    private static void Only(JsonElement element, List<string> problems, params string[] names)
    {
        foreach (var property in element.EnumerateObject().Where(property => !names.Contains(property.Name)))
            problems.Add($"\"{property.Name}\" in a {Text(element, "type")}");
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    [GeneratedRegex(@"<(?!!date\^\d+\^[^<>|]*\|[^<>|]*>)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionOrBareBracket();
}
