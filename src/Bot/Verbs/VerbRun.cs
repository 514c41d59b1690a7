using System.Text;

namespace Bot.Verbs;

/// <summary>Where a verb reads and writes.</summary>
internal sealed record Streams(Stream In, TextWriter Out, TextWriter Error)
{
    public static Streams OfConsole() => new(
        Console.OpenStandardInput(),
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" },
        Console.Error);
}

/// <summary>
/// Runs a step of the pipeline over its inputs: files, JSON lines, or one document on standard input.
/// One object a line out, diagnostics on standard error, and 2 where an input could not be taken.
/// </summary>
/// <typeparam name="TIn">The shape of a JSON line.</typeparam>
/// <param name="ofFile">A file as an input, by its name; for standard input the name is "-" and the bytes are at hand.</param>
/// <param name="step">Gives the line to print, or throws <see cref="BadInputException"/>.</param>
internal sealed class VerbRun<TIn>(Streams streams, Func<string, byte[]?, TIn> ofFile, Func<TIn, string> step)
{
    public const int Fine = 0;
    public const int BadInput = 2;

    private int _exit = Fine;

    public int Run(IReadOnlyList<string> files, bool jsonLines)
    {
        if (jsonLines)
            RunLines();
        else if (files.Count == 0)
            Take("-", () => ofFile("-", InputFile.ReadAll(streams.In)));
        else
            foreach (var file in files)
                Take(file, () => ofFile(file, null));
        return _exit;
    }

    private void RunLines()
    {
        using var reader = new StreamReader(streams.In, Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                Take($"line {number}", () => JsonLines.Read<TIn>(line));
        }
    }

    private void Take(string name, Func<TIn> read)
    {
        try
        {
            streams.Out.WriteLine(step(read()));
        }
        catch (BadInputException bad)
        {
            _exit = BadInput;
            streams.Error.WriteLine($"{name}: {bad.Message}");
            if (bad.Line is { } line)
                streams.Out.WriteLine(line);
        }
    }
}

/// <summary>An input that can't be taken: its message names what is wrong.</summary>
internal sealed class BadInputException(string message, string? line = null) : Exception(message)
{
    /// <summary>What is printed in the place of a result; null for nothing.</summary>
    public string? Line { get; } = line;
}

internal static class InputFile
{
    /// <exception cref="BadInputException">It can't be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"can't be read: {problem.Message}");
        }
    }

    public static byte[] ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>UTF-8, or what a byte order mark says.</summary>
    public static string Text(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
