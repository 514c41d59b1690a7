namespace Bot.Commands;

public static class CommandsSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services, IConfiguration configuration)
    {
        return services
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
