namespace Ethics.Crm.AspNetCore.Endpoints.Hubs;

/// <summary>
/// A sequence whose every element is made in the context that it was returned in, under one scope that is open until the last one has been asked for. Whoever asks keeps
/// his own context, so that nothing of the scope comes to him.
/// </summary>
internal sealed class PurposeStream<T> : IAsyncEnumerable<T>
{
    private readonly IAsyncEnumerable<T> _inner;
    private readonly PurposeScope _scope;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly CancellationTokenRegistration _neverAsked;

    public PurposeStream(IAsyncEnumerable<T> inner, PurposeScope scope, CancellationToken aborted)
    {
        _inner = inner;
        _scope = scope;
        // One that is asked for is also disposed of, and may read while it tidies up.
        _neverAsked = aborted.UnsafeRegister(static state => ((PurposeScope)state!).Dispose(), scope);
    }

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _neverAsked.Unregister();
        return new Enumerator(this, Run(() => _inner.GetAsyncEnumerator(cancellationToken)));
    }

    private TResult Run<TResult>(Func<TResult> function)
    {
        if (_context is null)
            return function();
        var result = default(TResult);
        ExecutionContext.Run(_context, _ => result = function(), null);
        return result!;
    }

    private sealed class Enumerator(PurposeStream<T> stream, IAsyncEnumerator<T> inner) : IAsyncEnumerator<T>
    {
        public T Current => inner.Current;

        public ValueTask<bool> MoveNextAsync() => stream.Run(inner.MoveNextAsync);

        public async ValueTask DisposeAsync()
        {
            try
            {
                await stream.Run(inner.DisposeAsync).ConfigureAwait(false);
            }
            finally
            {
                stream._scope.Dispose();
            }
        }
    }
}
