using Ethics.Crm;

namespace Fabrikam.Crm.Domain;

/// <summary>Somebody who asked for a conversation and bought nothing yet.</summary>
[DataSubject("person")]
public sealed partial class Lead
{
    [DataSubjectId]
    public required int Id { get; init; }

    [DataCategory(Categories.ContactName)]
    public required partial string Name { get; set; }

    [DataCategory(Categories.ContactEmail)]
    public required partial string Email { get; set; }

    [DataCategory(Categories.ContactPhone), CollectedFor(Purposes.Sales)]
    public partial string? Phone { get; set; }
}
