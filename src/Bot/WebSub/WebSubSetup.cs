using Bot.Polling;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.WebSub;

internal static class WebSubSetup
{
    /// <param name="live">Subscribe, and listen to what hubs deliver; a bot that polls once does neither.</param>
    public static IServiceCollection AddWebSub(this IServiceCollection services, IConfiguration configuration, bool live)
    {
        services.AddOptions<WebSubOptions>().Bind(configuration.GetSection(WebSubOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebSubOptions>, WebSubOptionsCheck>();
        if (!live)
            return services;
        if (!WebSubOptions.IsOn(configuration))
            return services.AddHostedService<WebSubOff>();

        // The listener first: a hub may verify before it has answered.
        return services
            .AddSingleton<HubRequests>()
            .AddSingleton<HubSubscriptions>()
            .AddSingleton<Deliveries>()
            .AddSingleton<CallbackRates>()
            .AddSingleton<Callbacks>()
            .AddSingleton<CallbackListener>()
            .AddSingleton<HearPoll>(provider => provider.GetRequiredService<HubSubscriptions>().HearAsync)
            .AddHostedService(provider => provider.GetRequiredService<CallbackListener>())
            .AddHostedService(provider => provider.GetRequiredService<HubSubscriptions>());
    }

    /// <summary>Where there was a public address and is none any more, no feed waits for a hub that can't call.</summary>
    private sealed class WebSubOff(WebSubStore store) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => store.ForgetAllAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
