using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>Lines behind a sign, or a blank: those after the first stand under it, and nothing fills their ends.</summary>
internal sealed class Hanging(string sign, IRenderable lines) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var inner = lines.Measure(options, Math.Max(1, maxWidth - sign.Length));
        return new Measurement(inner.Min + sign.Length, inner.Max + sign.Length);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var before = sign;
        foreach (var line in Segment.SplitLines(lines.Render(options, Math.Max(1, maxWidth - sign.Length))))
        {
            yield return new Segment(before);
            foreach (var segment in line)
                yield return segment;
            yield return Segment.LineBreak;
            before = new string(' ', sign.Length);
        }
    }
}
