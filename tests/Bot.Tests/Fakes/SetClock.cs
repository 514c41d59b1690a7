namespace Bot.Tests.Fakes;

/// <summary>The machine's time, which passes as it does, by a clock that is set.</summary>
internal sealed class SetClock : TimeProvider
{
    private long _offset;

    public void Step(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));
}
