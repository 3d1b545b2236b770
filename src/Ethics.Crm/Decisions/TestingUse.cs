using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>What a test project has in force in this process. Neither it nor an application in production may start beside the other.</summary>
internal static class TestingUse
{
    private static readonly List<string> InForce = [];

    /// <param name="what">As messages name it.</param>
    /// <exception cref="InvalidOperationException">An application runs in production here.</exception>
    public static IDisposable Begin(string what)
    {
        lock (GateRuntime.Sync)
        {
            if (HostRegistry.Instance.HasProduction)
                throw new InvalidOperationException($"{what} is for tests, and an application runs in Production in this process. Take Ethics.Crm.Testing out of it.");
            InForce.Add(what);
        }

        return new Use(what);
    }

    /// <exception cref="InvalidOperationException">Something is in force.</exception>
    public static void RefuseProduction()
    {
        lock (GateRuntime.Sync)
        {
            if (InForce.Count > 0)
                throw new InvalidOperationException($"The application is to start in Production while {InForce[0]} is in force in this process, which is for tests: start it in another environment (DOTNET_ENVIRONMENT=Development), or take Ethics.Crm.Testing out of it.");
        }
    }

    private sealed class Use(string what) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) != 0)
                return;
            lock (GateRuntime.Sync)
                InForce.Remove(what);
        }
    }
}
