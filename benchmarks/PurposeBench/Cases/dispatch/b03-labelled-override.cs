// verdict: violation
// origin: blind
// channel: newsletter
// source: PrivateParty.Address
// proof: reaches
// why: The base declares an unlabelled property; the override, which is about a person, is labelled, and is read through the base.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.LabelledOverride;

public abstract class Party
{
    public virtual string Address => "unknown";
}

public sealed class Company : Party
{
    public override string Address => "1 Industrial Road";
}

[DataSubject("private-party")]
public sealed class PrivateParty(int number, string address) : Party
{
    [DataSubjectId]
    public int Number => number;

    [DataCategory("contact.address"), CollectedFor("billing")]
    public override string Address => address;
}

[ForPurpose("newsletter")]
public static class Catalogue
{
    public static void Post(IEnumerable<Party> parties)
    {
        foreach (var party in parties)
            Use.Newsletter(party.Address); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Catalogue.Post([new Company(), new PrivateParty(7, Mark.Text("PrivateParty.Address"))]);
}
