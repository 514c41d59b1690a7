using Bot.Commands;
using Bot.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Registers what this folder owns.</summary>
public static class DiscordSetup
{
    /// <summary>
    /// Without a token nothing but the check of the settings. Needs <see cref="TimeProvider"/>, <see cref="PlatformHealth"/>, and where it is live
    /// <see cref="CommandDesk"/> and <see cref="Storage.OperatorChannels"/>.
    /// </summary>
    /// <param name="live">Connects to the gateway too, and so answers commands; else alerts are posted only.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration, bool live)
    {
        var section = configuration.GetSection(DiscordOptions.Section);
        services.AddOptions<DiscordOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsCheck>();
        if (string.IsNullOrWhiteSpace(section[nameof(DiscordOptions.Token)]))
            return services;

        services.AddSingleton<DiscordRest>();
        services.AddSingleton<IAlertChannel, DiscordAlertChannel>();
        if (!live)
            return services;

        services.AddSingleton<DiscordServers>();
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<DiscordEvents>();
        services.AddSingleton(provider =>
        {
            var desk = provider.GetRequiredService<CommandDesk>();
            return new DiscordInteractions(
                desk.AnswerAsync,
                desk.PressAsync,
                provider.GetRequiredService<DiscordRest>(),
                provider.GetRequiredService<DiscordServers>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<DiscordInteractions>>());
        });
        services.AddHostedService<DiscordGateway>();
        return services;
    }
}
