using Bot.Commands;
using Bot.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>What Slack needs, and nothing where no token is set.</summary>
public static class SlackSetup
{
    /// <param name="live">The bot stays and answers; otherwise it delivers its alerts and goes.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration, bool live)
    {
        var section = configuration.GetSection(SlackOptions.Section);
        services.AddOptions<SlackOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SlackOptions>, SlackOptionsCheck>());
        if (string.IsNullOrEmpty(section[nameof(SlackOptions.BotToken)]))
            return services;

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PlatformHealth>();
        services.AddSingleton(provider => new SlackWebApi(NewClient(), provider.GetRequiredService<IOptions<SlackOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IAlertChannel, SlackAlertChannel>();
        if (!live)
            return services;

        services.TryAddSingleton(provider =>
        {
            var desk = provider.GetRequiredService<CommandDesk>();
            return new SlackDesk(line => TypedCommand.Read(line, Asker.SlackSlash), desk.AnswerAsync, desk.PressAsync);
        });
        services.AddSingleton<SlackWorkspace>();
        services.AddSingleton<SlackCommands>();
        services.AddHostedService<SlackSocketMode>();
        return services;
    }

    // No factory: its logs would hold the addresses that answers go to, and those are secrets.
    private static HttpClient NewClient() =>
        new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 16 * 1024 * 1024,
        };
}
