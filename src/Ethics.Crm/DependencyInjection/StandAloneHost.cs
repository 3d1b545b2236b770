using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Policies;
using Ethics.Crm.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ethics.Crm.DependencyInjection;

/// <summary>A host without a container, for tests of code that has none: policy and consent, and nothing left of them when it ends.</summary>
internal sealed class StandAloneHost : IServiceProvider, IDisposable
{
    private readonly CrmHost _host;
    private readonly Instruments _instruments = new(null);
    private readonly EthicsCrmStartup _startup;

    /// <exception cref="PolicyLoadException">The policy is missing or has errors.</exception>
    /// <exception cref="InvalidOperationException">Another host runs under another policy.</exception>
    public StandAloneHost(EthicsCrmOptions options, TimeProvider clock)
    {
        var all = Options.Create(options);
        _host = new CrmHost(this, all, clock) { IsOfATest = true };
        var ledger = new InMemoryConsentLedger(_host, clock, _instruments, NullLogger.Instance);
        Ledger = ledger;
        Decisions = new PurposeDecisions(_host, _instruments);
        _startup = new EthicsCrmStartup(
            _host, ledger, all, new GateAudit(_instruments, clock, NullLogger.Instance), _instruments, new PolicyStatus(), static changed => new PolicyFolders(changed), [], [], NullLogger<EthicsCrmStartup>.Instance);
        try
        {
            _startup.Start();
        }
        catch
        {
            HostRegistry.Instance.ForgetTests();
            throw;
        }
    }

    public IConsentLedger Ledger { get; }

    public IPurposeDecisions Decisions { get; }

    /// <summary>The declared purposes that need a person's consent.</summary>
    public IReadOnlyList<string> ConsentPurposes => [.. _host.Table.Document.Purposes.Where(static p => p.Value.Basis == Policy.LawfulBasis.Consent).Select(static p => p.Key)];

    public PurposeScope Enter(string[] purposes) => PurposeScope.Enter(_host, purposes);

    public object? GetService(Type serviceType) => null;

    public void Dispose()
    {
        _startup.Dispose();
        _instruments.Dispose();
        HostRegistry.Instance.ForgetTests();
    }
}
