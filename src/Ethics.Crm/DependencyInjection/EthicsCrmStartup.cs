using System.Collections.Concurrent;
using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Policies;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ethics.Crm.DependencyInjection;

/// <summary>Starts the gate with the application and stops it with it. Before every other hosted service, so that none reads unguarded.</summary>
internal sealed partial class EthicsCrmStartup : IHostedLifecycleService, IDisposable
{
    private readonly ConcurrentDictionary<(string Member, string Purposes, Refusal Refusal), int> _audited = new();
    private readonly CrmHost _host;
    private readonly IConsentSource _source;
    private readonly IOptions<EthicsCrmOptions> _options;
    private readonly ILogger<EthicsCrmStartup> _logger;
    private readonly object _sync = new();
    private PolicyWatcher? _watcher;
    private bool _started;

    public EthicsCrmStartup(CrmHost host, IConsentSource source, IOptions<EthicsCrmOptions> options, ILogger<EthicsCrmStartup> logger)
    {
        _host = host;
        _source = source;
        _options = options;
        _logger = logger;
    }

    /// <summary>For tests: reads the policy again now.</summary>
    internal bool Reload() => _watcher?.Reload() ?? false;

    /// <summary>Does nothing when it has already been done.</summary>
    public void Start()
    {
        lock (_sync)
        {
            if (_started)
                return;
            try
            {
                var path = PolicyFiles.FullPath(_options.Value.PolicyFile);
                var table = PolicyFiles.Load(path);
                HostRegistry.Instance.Start(_host, table, () => _host.Run(_source));
                HostRegistry.Instance.Audited += OnAudited;
                HostRegistry.Instance.Unchecked += OnUnchecked;
                _watcher = new PolicyWatcher(path, HostRegistry.Instance, _logger, _host.Clock);
                _watcher.Start();
                _started = true;
            }
            catch (Exception e)
            {
                HostRegistry.Instance.Fail(e.Message);
                throw;
            }
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
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
            if (!_started)
                return;
            _started = false;
            HostRegistry.Instance.Audited -= OnAudited;
            HostRegistry.Instance.Unchecked -= OnUnchecked;
            _watcher?.Dispose();
            HostRegistry.Instance.Stop(_host);
        }
    }

    private void OnAudited(string member, IReadOnlyList<string> purposes, Refusal refusal)
    {
        var list = string.Join(", ", purposes);
        // The first of its kind is told, the rest is counted: a read in a loop must not fill a log.
        if (_audited.AddOrUpdate((member, list, refusal), 1, static (_, n) => n + 1) == 1)
            Audited(_logger, member, list, refusal);
    }

    private void OnUnchecked(string reason) => UncheckedOpened(_logger, reason);

    [LoggerMessage(10, LogLevel.Warning, "Enforcing would have refused '{Member}' for '{Purposes}' ({Refusal}). Said once for each member and purpose.")]
    private static partial void Audited(ILogger logger, string member, string purposes, Refusal refusal);

    [LoggerMessage(11, LogLevel.Warning, "An unchecked scope was opened: {Reason}")]
    private static partial void UncheckedOpened(ILogger logger, string reason);
}
