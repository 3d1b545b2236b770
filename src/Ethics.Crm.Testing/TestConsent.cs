using Ethics.Crm.Decisions;
using Ethics.Crm.DependencyInjection;

namespace Ethics.Crm.Testing;

/// <summary>The policy of the test project and the decisions of its people, for tests of code that has no host. What a test started in it ends with it.</summary>
public sealed class TestConsent : IDisposable
{
    private readonly IDisposable _use;
    private readonly StandAloneHost _host;

    private TestConsent(IDisposable use, StandAloneHost host)
    {
        _use = use;
        _host = host;
    }

    /// <summary>The ledger, for what has no short form here.</summary>
    public IConsentLedger Ledger => _host.Ledger;

    /// <summary>Decisions by this policy and these people.</summary>
    public IPurposeDecisions Decisions => _host.Decisions;

    /// <summary>Puts reads under a policy and an empty ledger, as <c>AddEthicsCrm</c> does. When it ends, the build answers again.</summary>
    /// <param name="policyFile">Null for the one that the build placed beside the tests.</param>
    /// <param name="clock">Null for the system's.</param>
    /// <exception cref="PolicyLoadException">The policy is missing or has errors.</exception>
    /// <exception cref="InvalidOperationException">An application runs in Production in this process, or a host under another policy.</exception>
    public static TestConsent Start(string? policyFile = null, TimeProvider? clock = null)
    {
        var use = TestingUse.Begin("TestConsent");
        try
        {
            var options = new EthicsCrmOptions();
            if (policyFile is not null)
                options.PolicyFile = policyFile;
            return new TestConsent(use, new StandAloneHost(options, clock ?? TimeProvider.System));
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    /// <summary>Opens a scope that asks these people, also while tests beside this one have people of their own.</summary>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public PurposeScope Enter(params string[] purposes) => _host.Enter(purposes);

    /// <summary>Consent to purposes; without any, to all that rest on consent.</summary>
    /// <exception cref="ArgumentException">The policy does not know one.</exception>
    public TestConsent Grant(SubjectKey subject, params string[] purposes)
    {
        foreach (var purpose in purposes.Length == 0 ? _host.ConsentPurposes : purposes)
            Await(Ledger.GrantAsync(subject, purpose));
        return this;
    }

    /// <summary>Withdraws consent to purposes; without any, to all that rest on consent.</summary>
    /// <exception cref="ArgumentException">The policy does not know one, or it does not rest on consent.</exception>
    public TestConsent Withdraw(SubjectKey subject, params string[] purposes)
    {
        foreach (var purpose in purposes.Length == 0 ? _host.ConsentPurposes : purposes)
            Await(Ledger.WithdrawAsync(subject, purpose));
        return this;
    }

    /// <summary>Objects to a purpose (Art. 21).</summary>
    /// <exception cref="ArgumentException">The policy does not know it, or its basis knows no objection.</exception>
    public TestConsent Object(SubjectKey subject, string purpose)
    {
        Await(Ledger.ObjectAsync(subject, purpose));
        return this;
    }

    /// <summary>Stops every use but storage (Art. 18).</summary>
    public TestConsent Restrict(SubjectKey subject)
    {
        Await(Ledger.RestrictAsync(subject, "test"));
        return this;
    }

    /// <summary>Ends it: what has been read stays read, and the next read is answered as before.</summary>
    public void Dispose()
    {
        _host.Dispose();
        _use.Dispose();
    }

    // The ledger in memory has ended when it returns.
    private static void Await(Task task) => task.GetAwaiter().GetResult();
}
