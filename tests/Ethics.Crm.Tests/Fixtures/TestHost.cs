using Ethics.Crm.Decisions;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Ethics.Crm.Tests.Fixtures;

/// <summary>An application with a policy of its own. The gate is the process's: tests with hosts run one after the other.</summary>
public sealed class TestHost : IDisposable
{
    public const string Policy =
        """
        {
          "version": 1,
          "categories": {
            "contact.email": { "collectedFor": ["support", "marketing", "analytics", "fraud"], "redacted": "•••" },
            "contact.age": {},
            "content.note": {}
          },
          "purposes": {
            "support":         { "basis": "contract" },
            "marketing":       { "basis": "consent" },
            "marketing.email": { "basis": "consent" },
            "analytics":       { "basis": "legitimate-interests" },
            "fraud":           { "basis": "public-task" },
            "billing":         { "basis": "contract" }
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ethics-crm-host-").FullName;
    private readonly ServiceProvider _provider;
    private TestNotifications? _notifications;

    public TestHost(string policy = Policy, Action<EthicsCrmOptions>? configure = null, bool start = true, Action<IServiceCollection>? services = null)
    {
        File.WriteAllText(PolicyPath, policy);
        var all = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ILoggerFactory>(Log)
            .AddSingleton<PolicyNotifier>(changed => _notifications = new TestNotifications(changed))
            .AddEthicsCrm(o =>
            {
                o.PolicyFile = PolicyPath;
                configure?.Invoke(o);
            })
            .Services;
        services?.Invoke(all);
        _provider = all.BuildServiceProvider();
        if (start)
            _provider.UseEthicsCrm();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public CapturedLog Log { get; } = new();

    public string Folder => _folder;

    public string PolicyPath => Path.Combine(_folder, "ethics.policy.json");

    public IServiceProvider Services => _provider;

    public IConsentLedger Ledger => _provider.GetRequiredService<IConsentLedger>();

    public IPurposeDecisions Decisions => _provider.GetRequiredService<IPurposeDecisions>();

    internal CrmHost Host => _provider.GetRequiredService<CrmHost>();

    /// <summary>As the file watcher does, without waiting for it.</summary>
    public bool Reload(string policy)
    {
        File.WriteAllText(PolicyPath, policy);
        return Reload();
    }

    /// <summary>Reads what the files hold now.</summary>
    public bool Reload() => _provider.GetRequiredService<EthicsCrmStartup>().Reload();

    /// <summary>Lets the program look at its files as it does from time to time, and read them again if it sees a change.</summary>
    public void LookAtFiles()
    {
        Clock.Advance(PolicyWatcher.Interval);
        Clock.Advance(PolicyWatcher.Settle);
    }

    /// <summary>What the file system tells when a policy is written: the program reads it once writing has settled.</summary>
    public void Notify()
    {
        _notifications!.Changed();
        Clock.Advance(PolicyWatcher.Settle);
    }

    public Task<HealthCheckResult> HealthAsync() =>
        ActivatorUtilities.CreateInstance<PolicyHealthCheck>(_provider).CheckHealthAsync(new HealthCheckContext());

    /// <summary>A file beside the policy, or below it.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public static string With(string sections) => Policy.TrimEnd().TrimEnd('}') + $", {sections} }}";

    public static SubjectKey Person(int id) => new(null, "contact", id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _provider.Dispose();
        HostRegistry.Instance.Reset();
        // A test may stop it before its end.
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Those of the file system come at their own time, also in the middle of an advance of the clock, which then passes over the timer they set.</summary>
internal sealed class TestNotifications(Action changed) : IPolicyNotifications
{
    public Action Changed => changed;

    public void Watch(IEnumerable<string> places)
    {
    }

    public void Dispose()
    {
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneHostAtATime
{
    public const string Name = "hosts";
}

internal static class Reading
{
    /// <summary>The value, or how it was refused.</summary>
    public static string In(string purpose, Func<string?> read)
    {
        using (PurposeScope.Enter(purpose))
            return Outcome(read);
    }

    public static string Outcome(Func<string?> read)
    {
        try
        {
            return read() ?? "null";
        }
        catch (PurposeViolationException refused)
        {
            return refused.Refusal.ToString();
        }
    }
}
