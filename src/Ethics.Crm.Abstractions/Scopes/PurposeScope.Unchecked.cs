using Ethics.Crm.Runtime;

namespace Ethics.Crm;

public sealed partial class PurposeScope
{
    private static readonly AsyncLocal<UncheckedScope?> UncheckedFlow = new();

    /// <summary>
    /// Allows raw SQL on guarded tables until it is disposed. It never opens the read gate: guarded members still follow the purpose scope around it. Each use is audited with its reason.
    /// </summary>
    /// <param name="reason">Why, for those who read the audit: <c>nightly export, ticket 4711</c>. Not blank.</param>
    /// <exception cref="ArgumentException">The reason is null or blank.</exception>
    public static IDisposable Unchecked(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("Give the reason; it is what the audit shows.", nameof(reason));
        var scope = new UncheckedScope(reason, UncheckedFlow.Value);
        UncheckedFlow.Value = scope;
        GateRuntime.Current.OnUnchecked(reason);
        return scope;
    }

    /// <summary>The reason of the innermost open unchecked scope; null when none is open.</summary>
    internal static string? UncheckedReason => UncheckedFlow.Value is { IsClosed: false } scope ? scope.Reason : null;

    private sealed class UncheckedScope(string reason, UncheckedScope? parent) : IDisposable
    {
        private volatile bool _closed;

        public string Reason => reason;

        public bool IsClosed => _closed;

        public void Dispose()
        {
            if (_closed)
                return;
            _closed = true;
            if (!ReferenceEquals(UncheckedFlow.Value, this))
                return;
            var next = parent;
            while (next is { _closed: true })
                next = next.Parent;
            UncheckedFlow.Value = next;
        }

        private UncheckedScope? Parent => parent;
    }
}
