using System.Text.Json;
using Bot.Delivery;
using Bot.Slack;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Slack;

public class SlackSetupTests
{
    [Theory]
    [InlineData("Slack:BotToken", " xoxb-1")]
    [InlineData("Slack:BotToken", "xoxb 1")]
    [InlineData("Slack:AppToken", "xapp-\n1")]
    [InlineData("Slack:ApiBaseUrl", "slack.com/api")]
    [InlineData("Slack:ApiBaseUrl", "ftp://slack.com/api/")]
    [InlineData("Slack:Managers:0", "@anna")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        await using var fake = await FakeSlack.StartAsync();

        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => SlackBot.StartAsync(fake, settings: (key, value)));

        Assert.Contains(key.Replace(":0", "", StringComparison.Ordinal), wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_token_alone_is_a_wrong_setting()
    {
        await using var fake = await FakeSlack.StartAsync();

        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => SlackBot.StartAsync(fake, settings: ("Slack:BotToken", "")));

        Assert.Contains("Slack:BotToken", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_there_is_no_Slack()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSlack(builder.Configuration, live: true);
        using var host = builder.Build();
        await host.StartAsync();

        Assert.Empty(host.Services.GetServices<IAlertChannel>());
        Assert.Empty(host.Services.GetServices<IHostedService>());
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/api")]
    [InlineData("http://127.0.0.1:5000/api/")]
    public void The_base_address_may_end_with_or_without_a_slash(string address)
    {
        Assert.Equal("http://127.0.0.1:5000/api/auth.test", new SlackOptions { ApiBaseUrl = address }.MethodUrl("auth.test").ToString());
    }

    [Fact]
    public void The_manifest_asks_for_what_the_code_uses_and_for_nothing_else()
    {
        var path = Path.Combine(Repository(), "src", "Bot", "Slack", "app-manifest.json");
        using var manifest = JsonDocument.Parse(File.ReadAllText(path));
        var root = manifest.RootElement;

        // The scopes that Slack's reference names for each method that SlackWebApi calls; the app token's
        // connections:write is given with the token, not here.
        var scopes = new Dictionary<string, string[]>
        {
            [SlackWebApi.PostMessage] = ["chat:write"],
            [SlackWebApi.History] = ["channels:history", "groups:history"],
            [SlackWebApi.UserInfo] = ["users:read"],
            [SlackWebApi.AuthTest] = [],
            [SlackWebApi.OpenConnection] = [],
            [SlackCommands.Command] = ["commands"],
        };
        Assert.Equal(
            scopes.Values.SelectMany(names => names).Order(),
            root.GetProperty("oauth_config").GetProperty("scopes").GetProperty("bot").EnumerateArray().Select(scope => scope.GetString()!).Order());
        var command = Assert.Single(root.GetProperty("features").GetProperty("slash_commands").EnumerateArray());
        Assert.Equal(SlackCommands.Command, command.GetProperty("command").GetString());
        Assert.True(root.GetProperty("settings").GetProperty("socket_mode_enabled").GetBoolean());
        Assert.True(root.GetProperty("settings").GetProperty("interactivity").GetProperty("is_enabled").GetBoolean());
    }

    [SharedSpecFact("slack/block-kit-limits.json")]
    public void The_fakes_limits_are_those_of_the_shared_table()
    {
        var path = SharedSpecFactAttribute.Find("slack/block-kit-limits.json")!;
        using var table = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(FakeSlackBlocks.LongestHeader, Limit("header", "text", "max_length"));
        Assert.Equal(FakeSlackBlocks.LongestSectionText, Limit("section", "text", "max_length"));
        Assert.Equal(FakeSlackBlocks.MostFields, Limit("section", "fields", "max_items"));
        Assert.Equal(FakeSlackBlocks.LongestField, Limit("section", "fields", "item_max_length"));
        Assert.Equal(FakeSlackBlocks.MostContextElements, Limit("context", "elements", "max_items"));
        Assert.Equal(FakeSlackBlocks.MostActions, Limit("actions", "elements", "max_items"));
        Assert.Equal(FakeSlackBlocks.LongestButtonText, Limit("button", "text", "max_length"));
        Assert.Equal(FakeSlackBlocks.LongestButtonValue, Limit("button", "value", "max_length"));
        Assert.Equal(FakeSlackBlocks.LongestUrl, Limit("button", "url", "max_length"));
        Assert.Equal(FakeSlackBlocks.LongestId, Limit("action_id", "max_length"));

        int Limit(params string[] names) => names.Aggregate(table.RootElement, (element, name) => element.GetProperty(name)).GetInt32();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Bot.sln stands nowhere above the tests.");
    }
}

/// <summary>Checks against a specification that stands beside the repository; skipped where it doesn't.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedSpecFactAttribute : FactAttribute
{
    public SharedSpecFactAttribute(string name)
    {
        Name = name;
        if (Find(name) is null)
            Skip = $"shared/specs/{name} isn't here.";
    }

    public string Name { get; }

    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "specs", name);
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}
