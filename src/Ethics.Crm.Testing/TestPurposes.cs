using Ethics.Crm.Decisions;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Testing;

/// <summary>Purposes for tests that were written before anything asked for one.</summary>
public static class TestPurposes
{
    /// <summary>
    /// From now on, every read of a guarded property in this process that happens without a scope is decided as in a scope for these purposes. A scope that the code opens counts as ever, and one that
    /// was closed is refused as ever; <see cref="PurposeScope.Current"/> does not show it.
    /// </summary>
    /// <param name="purposes">At least one; all of them must be permitted, as in <see cref="PurposeScope.Enter(string[])"/>.</param>
    /// <returns>Ends it when disposed; of several the last one that has not ended holds. Tests that run side by side share it: assume once for the project, and open scopes in single tests.</returns>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    /// <exception cref="InvalidOperationException">An application runs in Production in this process.</exception>
    public static IDisposable Assume(params string[] purposes)
    {
        var use = TestingUse.Begin("TestPurposes.Assume");
        try
        {
            return new Assumption(AssumedScope.Assume(purposes), use);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    private sealed class Assumption(IDisposable scope, IDisposable use) : IDisposable
    {
        public void Dispose()
        {
            scope.Dispose();
            use.Dispose();
        }
    }
}
