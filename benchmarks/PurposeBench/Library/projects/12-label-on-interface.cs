using Ethics.Crm;

namespace PurposeBench.Cases.Projects.LabelOnInterface;

[DataSubject("partner")]
public interface IReachable
{
    [DataSubjectId]
    int Id { get; }

    [DataCategory("contact.phone"), CollectedFor("support")]
    string Reach { get; }
}
