namespace PurposeBench.Cases.Projects.B04SharedStore;

public sealed class KeyedStore<TValue>
{
    private readonly Dictionary<int, TValue> _values = [];

    public void Put(int key, TValue value) => _values[key] = value;

    public TValue? Find(int key) => _values.TryGetValue(key, out var value) ? value : default;
}
