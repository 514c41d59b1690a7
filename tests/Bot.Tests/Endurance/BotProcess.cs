using System.Diagnostics;
using System.Text;

namespace Bot.Tests.Endurance;

/// <summary>The bot as a process of its own, on a database that outlives it.</summary>
internal sealed class BotProcess : IDisposable
{
    /// <summary>What was killed is gone at once, unless the disk holds it.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _told = new();

    private BotProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it printed, alerts and log.</summary>
    public string Told
    {
        get
        {
            lock (_told)
                return _told.ToString();
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Bytes that it holds in memory.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
        }
    }

    public static BotProcess Start(IEnumerable<KeyValuePair<string, string?>> settings, DirectoryInfo folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bot.dll"), .. settings.Select(setting => $"--{setting.Key}={setting.Value}")])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true, // stays open: its end is a wish to stop
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Ends it as a power cut of its own: no instruction of it runs any more.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        if (!_process.WaitForExit(LongestEnd))
            throw new TimeoutException("The bot was killed and is still there.");
    }

    /// <summary>Types <c>exit</c>, and waits until it is gone.</summary>
    public async Task<int> ExitAsync(TimeSpan atMost)
    {
        await _process.StandardInput.WriteLineAsync("exit");
        await _process.StandardInput.FlushAsync();
        using var limit = new CancellationTokenSource(atMost);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Nothing of it is left behind, whatever became of the test.</summary>
    public void Dispose()
    {
        try
        {
            Kill();
        }
        finally
        {
            _process.Dispose();
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_told)
            _told.AppendLine(line.Data);
    }
}
