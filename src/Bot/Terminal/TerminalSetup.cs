using Bot.Delivery;

namespace Bot.Terminal;

public static class TerminalSetup
{
    public static IServiceCollection AddTerminal(this IServiceCollection services, bool live)
    {
        services.AddSingleton(_ => TerminalScreen.OfConsole());
        services.AddSingleton(Console.In);
        services.AddSingleton<IAlertChannel, TerminalAlertChannel>();
        services.AddSingleton<TerminalPrompt>();
        if (live)
            services.AddHostedService(provider => provider.GetRequiredService<TerminalPrompt>());
        return services;
    }
}
