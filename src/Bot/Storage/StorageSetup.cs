using Microsoft.Extensions.Options;

namespace Bot.Storage;

public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();
        services.AddOptions<AlertsOptions>().Bind(configuration.GetSection(AlertsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertsOptions>, AlertsOptionsCheck>();
        services.AddOptions<PublishersOptions>().Bind(configuration.GetSection(PublishersOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublishersOptions>, PublishersOptionsCheck>();
        services.AddOptions<EntityOptions>().Bind(configuration.GetSection(EntityOptions.Section)).ValidateOnStart();
        services.AddOptions<OperatorSettings>().Bind(configuration).ValidateOnStart();
        return services
            .AddSingleton<Database>()
            .AddSingleton<FeedStore>()
            .AddSingleton<FeedEvents>()
            .AddSingleton<WatchlistStore>()
            .AddSingleton<DraftStore>()
            .AddSingleton<AliasStore>()
            .AddSingleton<EveryonesEntities>()
            .AddSingleton<EntityBooks>()
            .AddSingleton<CompiledWatchlists>()
            .AddSingleton<NewsStore>()
            .AddSingleton<ItemStore>()
            .AddSingleton<QuoteStore>()
            .AddSingleton<SeenItems>()
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
