// verdict: violation
// origin: open
// channel: recipient:ad-network
// source: Reader.Address
// proof: reaches
// why: The purpose is right, but the ad network may have what people do online and no address.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.CategoryOfRecipient;

[DataSubject("reader")]
public sealed class Reader
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public string Address { get; init; } = "";

    [DataCategory("online"), CollectedFor("marketing")]
    public string LastPage { get; init; } = "";
}

[ForPurpose("marketing")]
public sealed class Retargeting
{
    private readonly List<Action<string>> _targets = [AdNetwork.Push];

    public void Push(Reader reader)
    {
        var key = reader.LastPage + "|" + reader.Address;
        foreach (var target in _targets)
            target(key); //! ECRM3001
    }
}

public static class Case
{
    public static void Run() => new Retargeting().Push(new Reader { Id = 7, Address = Mark.Text("Reader.Address"), LastPage = "/routers" });
}
