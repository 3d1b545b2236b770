using System.Runtime.CompilerServices;

namespace Ethics.Crm.Json;

/// <summary>
/// The objects that are being written at this moment. A serialiser that fills an object asks some getters too (extension data, collections that it adds to), and is then not to be told
/// that nothing is there.
/// </summary>
internal sealed class WritesUnderWay
{
    private readonly ConditionalWeakTable<object, StrongBox<int>> _counts = new();

    public void Begin(object owner) => Interlocked.Increment(ref _counts.GetValue(owner, static _ => new StrongBox<int>()).Value);

    public void End(object owner)
    {
        if (_counts.TryGetValue(owner, out var count))
            Interlocked.Decrement(ref count.Value);
    }

    public bool Has(object owner) => _counts.TryGetValue(owner, out var count) && Volatile.Read(ref count.Value) > 0;
}
