using System.Net.Sockets;
using System.Security.Authentication;

namespace Bot.Polling;

/// <summary>What an exception of a fetch means, in plain words.</summary>
internal static class FetchTrouble
{
    /// <param name="host">As people write it.</param>
    public static FetchOutcome Describe(Exception exception, string host)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException refused:
                    return new FetchOutcome.Refused(refused.Message) { Cause = FetchCause.AddressNotAllowed };
                case CertificateRefusedException certificate:
                    return Later(certificate.Cause, $"no secure connection to {host}: {certificate.Message}");
                case SocketException socket:
                    return Describe(socket, host);
                case AuthenticationException:
                    return Later(FetchCause.TlsFailed, $"no secure connection to {host}: {Handshake(cause)}");
            }
        }

        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                Later(FetchCause.TlsFailed, $"no secure connection to {host}: it closed the connection during the TLS handshake"),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError }
                or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError } =>
                Later(FetchCause.ConnectionLost, $"{host} closed the connection before its answer was complete"),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
                or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
                Later(FetchCause.NotHttp, $"{host} answered with something that is not HTTP"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                new FetchOutcome.Refused($"{host} answered with headers that are too large") { Cause = FetchCause.HeadersTooLarge },
            IOException => Later(FetchCause.ConnectionLost, $"{host} closed the connection before its answer was complete"),
            _ => Later(FetchCause.ConnectionLost, $"no answer from {host} ({exception.GetType().Name})"),
        };
    }

    /// <summary>What the time ran out on.</summary>
    /// <param name="connecting">How far the connection has come, where it is not there yet.</param>
    /// <param name="answering">Whether the answer has begun.</param>
    public static FetchOutcome TimedOut(TimeSpan limit, string host, GuardedDialer.Stage? connecting, bool answering)
    {
        var after = $"timed out after {limit.TotalSeconds:0.#} s";
        return (connecting, answering) switch
        {
            (_, true) => Later(FetchCause.BodyTimeout, $"{after}, in the middle of an answer that {host} sends too slowly"),
            (GuardedDialer.Stage.LookingUp, _) => Later(FetchCause.NoAnswerFromDns, $"{after}: DNS gives no answer for {host}"),
            (GuardedDialer.Stage.Connecting, _) => Later(FetchCause.ConnectTimeout, $"{after}: {host} does not take the connection"),
            _ => Later(FetchCause.AnswerTimeout, $"{after}: {host} took the connection and does not answer"),
        };
    }

    public static bool IsExpected(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or AddressRefusedException or OperationCanceledException;

    private static FetchOutcome.TryLater Later(FetchCause cause, string reason) => new(reason) { Cause = cause };

    private static FetchOutcome.TryLater Describe(SocketException exception, string host) => exception.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => Later(FetchCause.NoSuchHost, $"no host named {host} is known to DNS"),
        SocketError.TryAgain or SocketError.NoRecovery => Later(FetchCause.NoAnswerFromDns, $"DNS gives no answer for {host} at the moment"),
        SocketError.ConnectionRefused => Later(FetchCause.ConnectionRefused, $"{host} refuses the connection"),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown =>
            Later(FetchCause.ConnectionLost, $"{host} closed the connection before its answer was complete"),
        SocketError.TimedOut => Later(FetchCause.ConnectTimeout, $"{host} does not answer"),
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown =>
            Later(FetchCause.Unreachable, $"{host} cannot be reached over the network"),
        _ => Later(FetchCause.Unreachable, $"no connection to {host} ({exception.SocketErrorCode})"),
    };

    /// <summary>The handshake's failure in words, where the TLS library's are known; else its own, which name no secret.</summary>
    private static string Handshake(Exception exception)
    {
        var innermost = exception.GetBaseException().Message;
        return innermost switch
        {
            _ when Says(innermost, "wrong version number", "packet length too long", "http request", "frame size", "unknown protocol", "record layer failure") =>
                "what answers there is not TLS",
            _ when Says(innermost, "unsupported protocol", "protocol version", "version too low") =>
                "it speaks only versions of TLS that are no longer safe",
            _ when Says(innermost, "unrecognized name") => "it does not know itself by that name",
            _ when Says(innermost, "handshake failure", "no shared cipher") => "it and this machine agree on no way to encrypt",
            _ when Says(innermost, "unexpected eof", "0 bytes") => "it closed the connection during the TLS handshake",
            _ => innermost.ReplaceLineEndings(" ").TrimEnd('.'),
        };
    }

    private static bool Says(string message, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (message.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
