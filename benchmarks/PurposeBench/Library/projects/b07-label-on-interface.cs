using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B07LabelOnInterface;

public interface IReachable
{
    [DataCategory("contact.phone"), CollectedFor("support")]
    string Mobile { get; }
}
