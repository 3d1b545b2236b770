namespace Ethics.Crm.Runtime;

/// <summary>
/// What a test project assumes of code that opens no scope: one for the process, under every thread. Reads look for it in the gate's tail only, where they come anyway without a scope; a program
/// that assumes nothing pays nothing.
/// </summary>
internal static class AssumedScope
{
    private static readonly object Gate = new();
    private static readonly List<Assumption> Open = [];
    private static volatile Assumption? current;

    /// <summary>A scope for what was assumed last and has not ended, made anew: hosts come and go while it holds, and it belongs to none. Null in every program that is no test.</summary>
    public static PurposeScope? Find() => current is { } assumed ? PurposeScope.Detached(assumed.Purposes) : null;

    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public static IDisposable Assume(string[] purposes)
    {
        // Says what is wrong with them here, and not at the first read.
        var assumption = new Assumption(PurposeScope.Detached(purposes).Names);
        lock (Gate)
        {
            Open.Add(assumption);
            current = assumption;
        }

        return assumption;
    }

    private static void End(Assumption assumption)
    {
        lock (Gate)
        {
            Open.Remove(assumption);
            current = Open.Count == 0 ? null : Open[Open.Count - 1];
        }
    }

    private sealed class Assumption(string[] purposes) : IDisposable
    {
        public string[] Purposes => purposes;

        public void Dispose() => End(this);
    }
}
