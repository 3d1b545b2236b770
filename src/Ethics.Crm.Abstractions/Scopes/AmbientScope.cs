namespace Ethics.Crm;

/// <summary>The innermost scope of the running code, where the gate can read it at the price of a thread-static. No static constructor: it would be checked at each read.</summary>
internal static class AmbientScope
{
    [ThreadStatic]
    internal static PurposeScope? Current;

    /// <summary>What flows over await; each change is mirrored into <see cref="Current"/>. The handler only assigns: one that throws would tear down the process.</summary>
    internal static class Flow
    {
        internal static readonly AsyncLocal<PurposeScope?> Local = new(static change => Current = change.CurrentValue);
    }
}
