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
/// <param name="most">How many bytes of an input are read; what follows is no concern of the step.</param>
/// <param name="step">Prints its line, without the line's end, or throws <see cref="BadInputException"/> before it prints.</param>
internal sealed class VerbRun<TIn>(
    Streams streams, Func<string, byte[]?, TIn> ofFile, Action<TIn, TextWriter> step, int most = int.MaxValue)
{
    public const int Fine = 0;
    public const int BadInput = 2;

    private int _exit = Fine;

    /// <param name="step">Gives the line to print, or throws <see cref="BadInputException"/>.</param>
    public VerbRun(Streams streams, Func<string, byte[]?, TIn> ofFile, Func<TIn, string> step)
        : this(streams, ofFile, (input, output) => output.Write(step(input)))
    {
    }

    public int Run(IReadOnlyList<string> files, bool jsonLines)
    {
        if (jsonLines)
            RunLines();
        else if (files.Count == 0)
            Take("-", () => ofFile("-", InputFile.ReadAll(streams.In, most)));
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
            step(read(), streams.Out);
            streams.Out.WriteLine();
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
    /// <param name="most">How many bytes are read of it: <c>/dev/zero</c> has no end.</param>
    public static byte[] Read(string path, int most = int.MaxValue)
    {
        try
        {
            using var file = File.OpenRead(path);
            return ReadAll(file, most);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"can't be read: {problem.Message}");
        }
    }

    public static byte[] ReadAll(Stream stream, int most = int.MaxValue)
    {
        // A file's length is known: its bytes are held once. Of /proc and /dev it is said to be 0.
        if (stream.CanSeek && stream.Length > stream.Position)
        {
            var known = new byte[(int)Math.Min(stream.Length - stream.Position, Math.Min(most, Array.MaxLength))];
            var read = stream.ReadAtLeast(known, known.Length, throwOnEndOfStream: false);
            return read == known.Length ? known : known[..read];
        }

        using var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        while (bytes.Length < most && stream.Read(part, 0, (int)Math.Min(part.Length, most - bytes.Length)) is var length and > 0)
            bytes.Write(part, 0, length);
        return bytes.ToArray();
    }

    /// <summary>UTF-8, or what a byte order mark says.</summary>
    public static string Text(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
