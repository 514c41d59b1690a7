using System.Net.Sockets;
using System.Security.Authentication;

namespace Bot.Polling;

/// <summary>What an exception of a fetch means, in plain words.</summary>
internal static class FetchTrouble
{
    public static FetchOutcome Describe(Exception exception, string host)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException refused:
                    return new FetchOutcome.Refused(refused.Message);
                case SocketException socket:
                    return new FetchOutcome.TryLater(Describe(socket, host));
                case AuthenticationException:
                    return new FetchOutcome.TryLater($"no secure connection to {host}: {Cause(cause)}");
            }
        }

        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException =>
                new FetchOutcome.TryLater($"{host} closed the connection before its answer was complete"),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } =>
                new FetchOutcome.TryLater($"{host} answered with something that is not HTTP"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                new FetchOutcome.Refused($"{host} answered with headers that are too large"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                new FetchOutcome.TryLater($"no secure connection to {host}"),
            _ => new FetchOutcome.TryLater($"no answer from {host} ({exception.GetType().Name})"),
        };
    }

    public static bool IsExpected(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or AddressRefusedException or OperationCanceledException;

    private static string Describe(SocketException exception, string host) => exception.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => $"no host named {host} is known to DNS",
        SocketError.TryAgain or SocketError.NoRecovery => $"DNS gives no answer for {host} at the moment",
        SocketError.ConnectionRefused => $"{host} refuses the connection",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown =>
            $"{host} closed the connection before its answer was complete",
        SocketError.TimedOut => $"{host} does not answer",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown =>
            $"{host} cannot be reached over the network",
        _ => $"no connection to {host} ({exception.SocketErrorCode})",
    };

    // "The remote certificate is invalid because of errors in the certificate chain: NotTimeValid" is the sentence
    // that helps; it names no secret.
    private static string Cause(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
