using System.Net;
using Bot.Polling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Bot.WebSub;

/// <summary>
/// The small web server that hubs call, behind whatever answers at the public address. It knows no pages: a hub's
/// verifications and deliveries at their callbacks, and nothing else.
/// </summary>
internal sealed class CallbackListener(IOptions<WebSubOptions> options, IOptions<PollingOptions> polling, Callbacks callbacks) : IHostedService, IDisposable
{
    private const int MostConnections = 256;

    private WebApplication? _app;

    /// <summary>Where it listens, once it is started.</summary>
    public Uri? Address { get; private set; }

    /// <exception cref="InvalidDataException">The address is taken, or none of this machine.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var endPoint = WebSubOptions.ReadListen(options.Value.Listen)!;

        // The empty builder reads no settings: ASPNETCORE_URLS is meant for other programs.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, BotsLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = polling.Value.MaxBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
            kestrel.Listen(endPoint);
        });
        _app = builder.Build();
        _app.Run(callbacks.AnswerAsync);
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or AddressInUseException or System.Net.Sockets.SocketException)
        {
            throw new InvalidDataException($"WebSub:Listen is {options.Value.Listen}, which can't be listened on: {problem.Message}", problem);
        }

        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>What is being delivered is still taken in.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => ((IDisposable?)_app)?.Dispose();

    /// <summary>It stops with the bot, and not at Ctrl+C, which is the bot's to hear.</summary>
    private sealed class BotsLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
