using Bot.Delivery;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Win32.SafeHandles;

namespace Bot.Terminal;

public static class TerminalSetup
{
    public static IServiceCollection AddTerminal(this IServiceCollection services, bool live)
    {
        services.TryAddSingleton(_ => TerminalScreen.OfConsole());
        // As an instance, which the container doesn't dispose of: that would wait for the line that somebody has yet to type.
        services.TryAddSingleton(Keyboard());
        services.AddSingleton<IAlertChannel, TerminalAlertChannel>();
        services.AddSingleton<TerminalPrompt>();
        if (live)
            services.AddHostedService(provider => provider.GetRequiredService<TerminalPrompt>());
        return services;
    }

    /// <summary>
    /// Standard input. From a Unix terminal it is read as the kernel gives it, a line at a time, because the runtime's own
    /// line editor knows neither Ctrl+U nor Ctrl+W.
    /// </summary>
    private static TextReader Keyboard() => Console.IsInputRedirected || OperatingSystem.IsWindows()
        ? Console.In
        : new StreamReader(new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0));
}
