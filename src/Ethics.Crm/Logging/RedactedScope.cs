using System.Collections;

namespace Ethics.Crm.Logging;

/// <summary>A scope that may be another one when something is logged in it, because what it holds can be changed: it is looked at whenever a provider does.</summary>
internal sealed class RedactedScope(IEnumerable<KeyValuePair<string, object?>> state) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => state.Count();

    public KeyValuePair<string, object?> this[int index] => Redacted(state is IReadOnlyList<KeyValuePair<string, object?>> list ? list[index] : state.ElementAt(index));

    /// <summary>Whether what the scope says may change. What is run when it is looked at is not.</summary>
    public static bool IsOpen(IEnumerable<KeyValuePair<string, object?>> state)
    {
        if (state is KeyValuePair<string, object?>[] or ICollection<KeyValuePair<string, object?>> { IsReadOnly: false })
            return true;
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> list)
            return false;
        try
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i].Value is { } value and not (string or ValueType and IConvertible) && LoggedTypes.Of(value.GetType()).MayHoldMore)
                    return true;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What of it can be read is read once.
        }

        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => state.Select(Redacted).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => RedactedState.Of(state)?.ToString() ?? state.ToString()!;

    private static KeyValuePair<string, object?> Redacted(KeyValuePair<string, object?> one) => new(one.Key, LoggedValues.Redacted(one.Value));
}
