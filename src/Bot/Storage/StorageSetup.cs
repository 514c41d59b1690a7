using Microsoft.Extensions.Options;

namespace Bot.Storage;

public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, bool live)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();
        services.AddOptions<AlertsOptions>().Bind(configuration.GetSection(AlertsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertsOptions>, AlertsOptionsCheck>();
        services.AddOptions<PublishersOptions>().Bind(configuration.GetSection(PublishersOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublishersOptions>, PublishersOptionsCheck>();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsCheck>();
        services.AddOptions<EntityOptions>().Bind(configuration.GetSection(EntityOptions.Section)).ValidateOnStart();
        services.AddOptions<OperatorSettings>().Bind(configuration).ValidateOnStart();
        if (live)
            services.AddHostedService<Housekeeping>();
        return services
            .AddSingleton<Database>()
            .AddSingleton<Retention>()
            .AddSingleton<ClockSteps>()
            .AddSingleton<FeedStore>()
            .AddSingleton<FeedEvents>()
            .AddSingleton<WatchlistStore>()
            .AddSingleton<DraftStore>()
            .AddSingleton<AliasStore>()
            .AddSingleton<EveryonesEntities>()
            .AddSingleton<EntityBooks>()
            .AddSingleton<CompiledWatchlists>()
            .AddSingleton<NewsStore>()
            .AddSingleton<SearchNames>()
            .AddSingleton<SearchStore>()
            .AddHostedService<SearchFilling>()
            .AddSingleton<ItemStore>()
            .AddSingleton<QuoteStore>()
            .AddSingleton<SeenItems>()
            .AddSingleton<UnreadItems>()
            .AddSingleton<CoverageStore>()
            .AddSingleton<StoryStore>()
            .AddSingleton<EditedItems>()
            .AddSingleton<PageStore>()
            .AddSingleton<OutboxStore>()
            .AddSingleton<StoryAlerts>()
            .AddSingleton<OutboxDigests>()
            .AddSingleton<ClosedChannels>()
            .AddSingleton<WebSubStore>()
            .AddSingleton<OperatorBook>()
            .AddSingleton(provider => OperatorChannels.Of(provider.GetRequiredService<IOptions<OperatorSettings>>().Value));
    }
}
