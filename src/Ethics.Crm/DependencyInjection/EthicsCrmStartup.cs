using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Policies;
using Ethics.Crm.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ethics.Crm.DependencyInjection;

/// <summary>Starts the gate with the application and stops it with it. Before every other hosted service, so that none reads unguarded.</summary>
internal sealed class EthicsCrmStartup(
    CrmHost host, IConsentSource source, IOptions<EthicsCrmOptions> options, GateAudit audit, PolicyStatus status, PolicyNotifier notifier,
    IEnumerable<IStartupCheck> checks, ILogger<EthicsCrmStartup> logger) : IHostedLifecycleService, IDisposable
{
    private readonly object _sync = new();
    private PolicyWatcher? _watcher;
    private bool _tried;

    /// <summary>For tests: reads the policy again now.</summary>
    internal bool Reload() => _watcher?.Reload() ?? false;

    /// <summary>Does nothing when it has already been done.</summary>
    public void Start()
    {
        lock (_sync)
        {
            if (_watcher is not null)
                return;
            try
            {
                StartNow();
            }
            catch (Exception e)
            {
                Fail(e.Message);
                throw;
            }
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            lock (_sync)
            {
                if (_watcher is null)
                    Fail("its start was cancelled.");
            }

            return Task.FromCanceled(cancellationToken);
        }

        Start();
        return Task.CompletedTask;
    }

    // A host older than 8.0 knows no StartingAsync.
    public Task StartAsync(CancellationToken cancellationToken) => StartingAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Other services may still read while they stop.
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_sync)
        {
            if (_watcher is null)
            {
                // Asked for and never started: another service of the host failed before it was our turn.
                if (!_tried)
                    Fail("the application ended before it had started.");
                return;
            }

            _watcher.Dispose();
            _watcher = null;
            HostRegistry.Instance.Stop(host);
        }
    }

    private void StartNow()
    {
        _tried = true;
        foreach (var check in checks)
            check.Check();
        host.PolicyPath = PolicyFiles.FullPath(options.Value.PolicyFile);
        host.Audit = audit;
        var reading = PolicyReading.Of(host.PolicyPath);
        HostRegistry.Instance.Start(host, reading, () => host.Run(source));
        var watcher = new PolicyWatcher(host, reading, HostRegistry.Instance, status, notifier, logger);
        try
        {
            watcher.Start();
            status.Good();
            _watcher = watcher;
        }
        catch
        {
            watcher.Dispose();
            HostRegistry.Instance.Stop(host);
            throw;
        }
    }

    private void Fail(string reason)
    {
        _tried = true;
        HostRegistry.Instance.Fail(host, reason);
    }
}
