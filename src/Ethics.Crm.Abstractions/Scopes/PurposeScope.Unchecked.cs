using Ethics.Crm.Runtime;

namespace Ethics.Crm;

public sealed partial class PurposeScope
{
    private static readonly AsyncLocal<UncheckedScope?> UncheckedFlow = new();

    /// <summary>
    /// Allows raw SQL on guarded tables until it is disposed. It never opens the read gate: guarded members still follow the purpose scope around it. Each use is audited with its reason.
    /// </summary>
    /// <param name="reason">Why, for those who read the audit: <c>nightly export, ticket 4711</c>. It is written to the log and to the audit as it stands: put no personal data in it. Not blank.</param>
    /// <exception cref="ArgumentException">The reason is null or blank.</exception>
    public static IDisposable Unchecked(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("Give the reason; it is what the audit shows.", nameof(reason));
        var scope = new UncheckedScope(reason, UncheckedScope.NearestOpen(UncheckedFlow.Value));
        UncheckedFlow.Value = scope;
        GateRuntime.Current.OnUnchecked(reason);
        return scope;
    }

    /// <summary>The reason of the innermost open unchecked scope; null when none is open.</summary>
    internal static string? UncheckedReason => UncheckedFlow.Value is { IsClosed: false } scope ? scope.Reason : null;

    private sealed class UncheckedScope(string reason, UncheckedScope? parent) : IDisposable
    {
        private volatile UncheckedScope? _parent = parent;
        private volatile bool _closed;

        public string Reason => reason;

        public bool IsClosed => _closed;

        public static UncheckedScope? NearestOpen(UncheckedScope? scope)
        {
            while (scope is { _closed: true })
                scope = scope._parent;
            return scope;
        }

        public void Dispose()
        {
            if (_closed)
                return;
            _closed = true;
            // As with purposes: who captured this one must not keep those before it.
            _parent = NearestOpen(_parent);
            if (ReferenceEquals(UncheckedFlow.Value, this))
                UncheckedFlow.Value = _parent;
        }
    }
}
