// verdict: violation
// origin: open
// channel: marketing
// source: IReachable.Reach
// proof: reaches
// why: The label stands on the library's interface; the class here says nothing and is read as itself.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.LabelOnInterface;

public sealed class Partner : IReachable
{
    public int Id { get; init; }

    public string Reach { get; init; } = "";

    public string Town { get; init; } = "";
}

[ForPurpose("marketing")]
public static class PartnerOffers
{
    public static void Make(Partner partner)
    {
        var line = partner.Town + ": " + partner.Reach; //! ECRM2001
        Use.Marketing(line);
    }
}

public static class Case
{
    public static void Run() => PartnerOffers.Make(new Partner { Id = 7, Town = "Graz", Reach = Mark.Text("IReachable.Reach") });
}
