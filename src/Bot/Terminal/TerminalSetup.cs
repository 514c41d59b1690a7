using Bot.Delivery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Terminal;

public static class TerminalSetup
{
    public static IServiceCollection AddTerminal(this IServiceCollection services, bool live)
    {
        services.TryAddSingleton(_ => TerminalScreen.OfConsole());
        services.TryAddSingleton(Console.In);
        services.AddSingleton<IAlertChannel, TerminalAlertChannel>();
        services.AddSingleton<TerminalPrompt>();
        if (live)
            services.AddHostedService(provider => provider.GetRequiredService<TerminalPrompt>());
        return services;
    }
}
