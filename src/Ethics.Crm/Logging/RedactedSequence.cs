using System.Collections;

namespace Ethics.Crm.Logging;

/// <summary>A sequence whose type does not say what comes out of it: each item is looked at when the log takes it.</summary>
internal sealed class RedactedSequence(IEnumerable items) : IEnumerable<object?>
{
    public IEnumerator<object?> GetEnumerator()
    {
        foreach (var item in items)
            yield return LoggedValues.Redacted(item);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // What the sequence itself says may be what it holds.
    public override string ToString() => LoggedValues.NameOf(items.GetType());
}
