using System.Net.Http.Headers;
using System.Text;
using Bot.Tests.Fakes;

namespace Bot.Tests.Slack;

/// <summary>A fake that lets everything pass would make every other test green.</summary>
public class FakeSlackTests
{
    [Theory]
    [InlineData("""{"channel":"C1","text":"","blocks":[{"type":"divider"}],"unfurl_links":false,"unfurl_media":false,"link_names":false}""", "fallback text")]
    [InlineData("""{"channel":"C1","text":"<!channel>","unfurl_links":false,"unfurl_media":false,"link_names":false}""", "isn't escaped")]
    [InlineData("""{"channel":"C1","text":"t","unfurl_media":false,"link_names":false}""", "unfurl_links")]
    [InlineData("""{"channel":"C1","text":"t","colour":"red","unfurl_links":false,"unfurl_media":false,"link_names":false}""", "colour")]
    [InlineData("""{"channel":"C1","text":"t","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"<@U1>"}}],"unfurl_links":false,"unfurl_media":false,"link_names":false}""", "mentions")]
    [InlineData("""{"channel":"C1","text":"t","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"broadcast","range":"here"}]}]}],"unfurl_links":false,"unfurl_media":false,"link_names":false}""", "broadcast")]
    public async Task A_wrong_message_fails_the_test(string body, string hint)
    {
        var fake = await FakeSlack.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FakeSlack.BotToken);

        await http.PostAsync($"{fake.ApiBaseUrl}chat.postMessage", Json(body));

        Assert.Contains(fake.Violations, violation => violation.Contains(hint, StringComparison.Ordinal));
        await Assert.ThrowsAnyAsync<Exception>(async () => await fake.DisposeAsync());
    }

    [Fact]
    public async Task A_wrong_token_an_unknown_method_and_haste_fail_the_test()
    {
        var fake = await FakeSlack.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FakeSlack.BotToken);
        const string message =
            """{"channel":"C1","text":"t","unfurl_links":false,"unfurl_media":false,"link_names":false,"metadata":{"event_type":"e","event_payload":{"key":"k"}}}""";

        await http.PostAsync($"{fake.ApiBaseUrl}apps.connections.open", null);
        await http.PostAsync($"{fake.ApiBaseUrl}chat.delete", null);
        await http.PostAsync($"{fake.ApiBaseUrl}chat.postMessage", Json(message));
        var hasty = await http.PostAsync($"{fake.ApiBaseUrl}chat.postMessage", Json(message));

        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, hasty.StatusCode);
        Assert.Equal(3, fake.Violations.Count);
        await Assert.ThrowsAnyAsync<Exception>(async () => await fake.DisposeAsync());
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
