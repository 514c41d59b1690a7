namespace Bot.Delivery;

public static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, bool live)
    {
        services.AddSingleton<DeliveryLoop>();
        if (live)
            services.AddHostedService(provider => provider.GetRequiredService<DeliveryLoop>());
        return services;
    }
}
