using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;
using Ethics.Crm.Telemetry;

namespace Ethics.Crm.Decisions;

internal sealed partial class CrmHost
{
    /// <summary>Full path of this host's policy file; empty before its first start.</summary>
    public string PolicyPath { get; set; } = "";

    /// <summary>The identity of the policy that this host's file held when it was last read well. Guarded by <see cref="GateRuntime.Sync"/>.</summary>
    public string? Said { get; set; }

    /// <summary>Where reads that audit lets pass are counted; null before the first start.</summary>
    public GateAudit? Audit { get; set; }

    /// <summary>Whether the application runs in production. Known from its start on.</summary>
    public bool IsProduction { get; set; }

    /// <summary>Whether a test started it, and no application.</summary>
    public bool IsOfATest { get; set; }

    /// <summary>The live policy; null unless this host runs under one.</summary>
    public PolicyTable? TableOrNull => PolicyOrNull?.Table;

    /// <summary>The live policy with its answers; null unless this host runs under one.</summary>
    public LiveRuntime? PolicyOrNull => _running && GateRuntime.Current is LiveRuntime live ? live : null;

    /// <summary>The live policy.</summary>
    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public PolicyTable Table => TableOrNull ?? throw new InvalidOperationException(NotRunning);

    /// <summary>Why there is no policy, in words.</summary>
    public static string NotRunning => GateRuntime.Current is UnavailableRuntime failed
        ? $"Ethics.Crm did not start, so nothing is permitted: {failed.Reason}"
        : "Ethics.Crm has not started, or has stopped: call provider.UseEthicsCrm(), or start the generic host.";
}
