using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class SharedWriteTests
{
    [Fact]
    public async Task Writes_that_come_while_one_is_under_way_share_the_next_transaction()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var batches = new List<int>();
        var shared = new SharedWrite<int>(storage.Database, (_, values) => batches.Add(values.Count));
        using var begun = new SemaphoreSlim(0);
        using var end = new SemaphoreSlim(0);
        var other = Task.Run(() => storage.Database.WriteAsync(
            _ =>
            {
                begun.Release();
                end.Wait();
            }, default));
        await begun.WaitAsync();

        var writes = Enumerable.Range(0, 50).Select(shared.AddAsync).ToList();
        end.Release();
        await Task.WhenAll([other, .. writes]);
        Assert.Equal(50, batches.Sum());
        Assert.InRange(batches.Count, 1, 2);
    }

    [Fact]
    public async Task A_write_that_breaks_is_told_to_those_who_wait_and_the_next_one_goes_on()
    {
        using var storage = await StorageUnderTest.OpenAsync();
        var shared = new SharedWrite<bool>(storage.Database, (_, values) =>
        {
            if (values.Contains(false))
                throw new InvalidOperationException("no");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => shared.AddAsync(false));
        await shared.AddAsync(true);
    }
}
