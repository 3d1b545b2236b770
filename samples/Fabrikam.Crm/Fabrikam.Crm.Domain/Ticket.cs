using Ethics.Crm;

namespace Fabrikam.Crm.Domain;

public sealed partial class Ticket
{
    public int Id { get; init; }

    [DataSubjectId(typeof(Contact))]
    public required int ContactId { get; init; }

    [DataCategory(Categories.Conversation)]
    public required partial string Question { get; set; }

    [DataCategory(Categories.Conversation)]
    public partial string? Answer { get; set; }
}
