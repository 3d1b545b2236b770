// verdict: violation
// origin: blind
// channel: log
// source: Caller.Phone
// proof: reaches
// why: A template that asks for the whole object keeps every member of it.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.B05CallerKeptByLog;

[DataSubject("caller")]
public sealed class Caller
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string Phone { get; init; } = "";
}

[ForPurpose("support")]
public sealed class Hotline
{
    private readonly ILogger<Hotline> _log = Logs.Of<Hotline>();

    public void Pick(Caller caller) => _log.LogWarning("Waiting too long: {@Caller}", caller); //! ECRM3002
}

public static class Case
{
    public static void Run() => new Hotline().Pick(new Caller { Id = 3, Phone = Mark.Text("Caller.Phone") });
}
