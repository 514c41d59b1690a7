using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Polling;

internal static class PollingSetup
{
    /// <param name="live">Poll on schedule from the start on; otherwise <see cref="FeedPoller.PollAllOnceAsync"/> is there to be called.</param>
    public static IServiceCollection AddPolling(this IServiceCollection services, IConfiguration configuration, bool live)
    {
        services.AddOptions<PollingOptions>()
            .Configure(options => options.Bind(configuration.GetSection(PollingOptions.Section)))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PollingOptions>, PollingOptionsValidator>();
        services.TryAddSingleton<ResolveHost>(Dns.GetHostAddressesAsync);
        services.AddSingleton<FeedFetcher>();
        services.AddSingleton<JustFetched>();
        services.AddSingleton<FeedFinder>();
        services.AddSingleton<FindFeeds>(provider => provider.GetRequiredService<FeedFinder>().FindAsync);
        services.AddSingleton<FeedWatch>();
        services.AddSingleton<FeedPoller>();
        if (live)
        {
            services.AddHostedService(provider => provider.GetRequiredService<FeedWatch>());
            services.AddHostedService(provider => provider.GetRequiredService<FeedPoller>());
        }

        return services;
    }
}
