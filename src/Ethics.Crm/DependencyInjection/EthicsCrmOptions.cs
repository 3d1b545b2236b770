using Ethics.Crm.Policies;

namespace Ethics.Crm;

/// <summary>How Ethics.Crm runs in this application. Checked at start.</summary>
public sealed class EthicsCrmOptions
{
    /// <summary>The policy file; a relative path starts at the application's folder. Default: the file that the build placed there, so <c>ethics.policy.json</c> unless <c>EthicsPolicyFile</c> gave it another name. Not blank.</summary>
    public string PolicyFile { get; set; } = PolicyName.OfThisProgram;

    /// <summary>How old knowledge of people's decisions may be while the ledger cannot be reached; after that, purposes that need it are refused. Greater than zero; default one minute. It has an effect only with a ledger that can be out of reach, in a database; the in-memory ledger of this package is never out of date, so with it the value is checked at start and then not used.</summary>
    public TimeSpan Staleness { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The tenant of people whose data names none, asked at each read of such data, so that it may change with the request; null (the default) without tenants. It gets the application's root provider: singletons that know the current request, such as <c>IHttpContextAccessor</c>, work; scoped services cannot be resolved from it. Must be quick and must not throw: a read would.</summary>
    public Func<IServiceProvider, string?>? Tenant { get; set; }

    /// <summary>The time zone in which a person lives, for quiet hours; null (the default), or null as its answer, means that it is not known, and then nobody is contacted for a purpose with quiet hours. It gets the application's root provider and the person's key with its tenant, and is asked at each contact, outside of contact scopes and inside (<see cref="IContactScopes"/>), where a read throws what it throws.</summary>
    public Func<IServiceProvider, SubjectKey, TimeZoneInfo?>? TimeZone { get; set; }
}
