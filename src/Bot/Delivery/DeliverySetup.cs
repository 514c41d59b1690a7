using Microsoft.Extensions.Options;

namespace Bot.Delivery;

public static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration, bool live)
    {
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsCheck>();
        services.AddSingleton<DeliveryLoop>();
        if (live)
            services.AddHostedService(provider => provider.GetRequiredService<DeliveryLoop>());
        return services;
    }
}
