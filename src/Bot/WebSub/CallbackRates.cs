using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.WebSub;

/// <summary>
/// How often may be called: a bucket of calls for each subscription, and one for all callbacks that are looked up, known
/// or not, which refill with time.
/// </summary>
internal sealed class CallbackRates(TimeProvider time)
{
    private const int CallsAMinute = 60;
    private const int LookUpsASecond = 200;

    private readonly ConcurrentDictionary<HubSubscriptionId, Bucket> _calls = new();
    private readonly Bucket _lookUps = new(time, LookUpsASecond, TimeSpan.FromSeconds(1));

    public bool MayLookUp() => _lookUps.Take();

    public bool MayCall(HubSubscriptionId subscription) =>
        _calls.GetOrAdd(subscription, _ => new Bucket(time, CallsAMinute, TimeSpan.FromMinutes(1))).Take();

    private sealed class Bucket(TimeProvider time, int size, TimeSpan refill)
    {
        private readonly Lock _taking = new();
        private double _left = size;
        private long _at = time.GetTimestamp();

        public bool Take()
        {
            lock (_taking)
            {
                var now = time.GetTimestamp();
                _left = Math.Min(size, _left + time.GetElapsedTime(_at, now) / refill * size);
                _at = now;
                if (_left < 1)
                    return false;
                _left--;
                return true;
            }
        }
    }
}
