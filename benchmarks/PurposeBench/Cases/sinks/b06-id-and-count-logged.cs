// verdict: clean
// origin: blind
// channel: log
// source: Customer.Email
// proof: reaches
// why: The key, the number of contacts and an unlabelled segment are logged, the address is not.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.B06IdAndCountLogged;

[ForPurpose("support")]
public sealed class MergeService
{
    private readonly ILogger<MergeService> _log = Logs.Of<MergeService>();

    public void Merge(Customer into, Customer duplicate)
    {
        into.Email = duplicate.Email;
        into.Contacts.AddRange(duplicate.Contacts);
        _log.LogInformation("Merged into {Customer} ({Segment}), {Count} contacts", into.Id, into.Segment, into.Contacts.Count);
    }
}

public static class Case
{
    public static void Run() => new MergeService().Merge(Customers.Other(), Customers.Ada());
}
