using Microsoft.Extensions.Options;

namespace Bot.Commands;

public static class CommandsSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertsOptions>().Bind(configuration.GetSection(AlertsOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<AlertsOptions>, AlertsOptionsCheck>()
            .AddSingleton<CommandDesk>()
            .AddSingleton<RecentCommand>()
            .AddSingleton<QuotesCommand>()
            .AddSingleton<WatchCommands>()
            .AddSingleton<AliasCommand>()
            .AddSingleton<WhyCommand>()
            .AddSingleton<StoryCommand>()
            .AddSingleton<QueryTrials>()
            .AddSingleton<FeedCommands>()
            .AddSingleton<FeedExport>()
            .AddSingleton<FeedAddCommand>()
            .AddSingleton<FeedOffers>()
            .AddSingleton<StatusCommand>()
            .AddSingleton<HelpCommand>()
            .AddSingleton<AlertButtons>()
            .AddSingleton<PlatformHealth>();
    }
}
