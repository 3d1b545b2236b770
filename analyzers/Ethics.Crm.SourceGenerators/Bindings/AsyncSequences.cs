using Ethics.Crm.SourceGenerators.Emission;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>
/// What stands before an asynchronous sequence: each step of it runs for the purposes, and nothing of them is left in the consumer. Written into the project that
/// needs it, because netstandard2.0 has these interfaces in a package of its own, which ours does not depend on.
/// </summary>
internal static class AsyncSequences
{
    private const string Text = """

        internal static global::System.Collections.Generic.IAsyncEnumerable<T> Of<T>(global::System.Collections.Generic.IAsyncEnumerable<T> inner, string[] purposes, global::Ethics.Crm.Runtime.BoundOwner owner)
        {
            return inner == null ? null : new Sequence<T>(inner, purposes, owner);
        }

        internal static global::System.Collections.Generic.IAsyncEnumerator<T> Of<T>(global::System.Collections.Generic.IAsyncEnumerator<T> inner, string[] purposes, global::Ethics.Crm.Runtime.BoundOwner owner)
        {
            return inner == null ? null : new Steps<T>(inner, purposes, owner);
        }

        private sealed class Sequence<T> : global::System.Collections.Generic.IAsyncEnumerable<T>
        {
            private readonly global::System.Collections.Generic.IAsyncEnumerable<T> _inner;
            private readonly string[] _purposes;
            private readonly global::Ethics.Crm.Runtime.BoundOwner _owner;

            internal Sequence(global::System.Collections.Generic.IAsyncEnumerable<T> inner, string[] purposes, global::Ethics.Crm.Runtime.BoundOwner owner)
            {
                _inner = inner;
                _purposes = purposes;
                _owner = owner;
            }

            public global::System.Collections.Generic.IAsyncEnumerator<T> GetAsyncEnumerator(global::System.Threading.CancellationToken cancellationToken)
            {
                using (global::Ethics.Crm.Runtime.BoundCall.Enter(_purposes, _owner))
                    return new Steps<T>(_inner.GetAsyncEnumerator(cancellationToken), _purposes, _owner);
            }
        }

        private sealed class Steps<T> : global::System.Collections.Generic.IAsyncEnumerator<T>
        {
            private readonly global::System.Collections.Generic.IAsyncEnumerator<T> _inner;
            private readonly string[] _purposes;
            private readonly global::Ethics.Crm.Runtime.BoundOwner _owner;

            internal Steps(global::System.Collections.Generic.IAsyncEnumerator<T> inner, string[] purposes, global::Ethics.Crm.Runtime.BoundOwner owner)
            {
                _inner = inner;
                _purposes = purposes;
                _owner = owner;
            }

            public T Current
            {
                get
                {
                    using (global::Ethics.Crm.Runtime.BoundCall.Enter(_purposes, _owner))
                        return _inner.Current;
                }
            }

            public async global::System.Threading.Tasks.ValueTask<bool> MoveNextAsync()
            {
                using (global::Ethics.Crm.Runtime.BoundCall.Enter(_purposes, _owner))
                    return await _inner.MoveNextAsync().ConfigureAwait(false);
            }

            public async global::System.Threading.Tasks.ValueTask DisposeAsync()
            {
                using (global::Ethics.Crm.Runtime.BoundCall.Enter(_purposes, _owner))
                    await _inner.DisposeAsync().ConfigureAwait(false);
            }
        }
        """;

    public static void Emit(CodeWriter writer)
    {
        foreach (var line in Text.Replace("\r\n", "\n").Split('\n'))
            writer.Line(line);
    }
}
