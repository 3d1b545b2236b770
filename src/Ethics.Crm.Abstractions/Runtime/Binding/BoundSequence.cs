using System.Collections;
using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>For generated code: sequences that a bound service computes while they are enumerated. Each step runs for the service's purposes, and nothing of it is left in the consumer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BoundSequence
{
    /// <summary>The sequence with a scope around each step of it; the same one where nothing is computed any more, or where a query provider has to see it.</summary>
    /// <param name="sequence">Null is handed on.</param>
    /// <param name="purposes">At least one. Must not change.</param>
    /// <param name="owner">Whose people are asked.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> sequence, string[] purposes, BoundOwner owner) =>
        sequence is null or ICollection<T> or IReadOnlyCollection<T> or ICollection or System.Linq.IQueryable ? sequence! : new Sequence<T>(sequence, purposes, owner);

    /// <inheritdoc cref="Of{T}(IEnumerable{T}, string[], BoundOwner)"/>
    public static IEnumerable Of(IEnumerable sequence, string[] purposes, BoundOwner owner) =>
        sequence is null or ICollection or System.Linq.IQueryable ? sequence! : new Sequence(sequence, purposes, owner);

    /// <inheritdoc cref="Of{T}(IEnumerable{T}, string[], BoundOwner)"/>
    public static IEnumerator<T> Of<T>(IEnumerator<T> enumerator, string[] purposes, BoundOwner owner) => enumerator is null ? enumerator! : new Steps<T>(enumerator, purposes, owner);

    /// <inheritdoc cref="Of{T}(IEnumerable{T}, string[], BoundOwner)"/>
    public static IEnumerator Of(IEnumerator enumerator, string[] purposes, BoundOwner owner) => enumerator is null ? enumerator! : new Steps(enumerator, purposes, owner);

    private sealed class Sequence<T>(IEnumerable<T> inner, string[] purposes, BoundOwner owner) : IEnumerable<T>
    {
        public IEnumerator<T> GetEnumerator()
        {
            using (BoundCall.Enter(purposes, owner))
                return new Steps<T>(inner.GetEnumerator(), purposes, owner);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Sequence(IEnumerable inner, string[] purposes, BoundOwner owner) : IEnumerable
    {
        public IEnumerator GetEnumerator()
        {
            using (BoundCall.Enter(purposes, owner))
                return new Steps(inner.GetEnumerator(), purposes, owner);
        }
    }

    private sealed class Steps<T>(IEnumerator<T> inner, string[] purposes, BoundOwner owner) : IEnumerator<T>
    {
        public T Current
        {
            get
            {
                using (BoundCall.Enter(purposes, owner))
                    return inner.Current;
            }
        }

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            using (BoundCall.Enter(purposes, owner))
                return inner.MoveNext();
        }

        public void Reset()
        {
            using (BoundCall.Enter(purposes, owner))
                inner.Reset();
        }

        // The rest of an iterator (`finally`) runs here.
        public void Dispose()
        {
            using (BoundCall.Enter(purposes, owner))
                inner.Dispose();
        }
    }

    private sealed class Steps(IEnumerator inner, string[] purposes, BoundOwner owner) : IEnumerator, IDisposable
    {
        public object? Current
        {
            get
            {
                using (BoundCall.Enter(purposes, owner))
                    return inner.Current;
            }
        }

        public bool MoveNext()
        {
            using (BoundCall.Enter(purposes, owner))
                return inner.MoveNext();
        }

        public void Reset()
        {
            using (BoundCall.Enter(purposes, owner))
                inner.Reset();
        }

        public void Dispose()
        {
            using (BoundCall.Enter(purposes, owner))
                (inner as IDisposable)?.Dispose();
        }
    }
}
