namespace Bot.Commands;

public static class CommandsSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<CommandDesk>()
        .AddSingleton<RecentCommand>()
        .AddSingleton<WatchCommands>()
        .AddSingleton<AliasCommand>()
        .AddSingleton<FeedCommands>()
        .AddSingleton<FeedExport>()
        .AddSingleton<FeedAddCommand>()
        .AddSingleton<FeedOffers>()
        .AddSingleton<StatusCommand>()
        .AddSingleton<HelpCommand>()
        .AddSingleton<AlertButtons>()
        .AddSingleton<PlatformHealth>();
}
