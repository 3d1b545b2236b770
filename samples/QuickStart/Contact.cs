using Ethics.Crm;

namespace QuickStart;

[DataSubject]
public sealed partial class Contact
{
    [DataSubjectId]
    public required int Id { get; init; }

    [DataCategory(Categories.ContactName), CollectedFor(Purposes.Support, Purposes.Newsletter)]
    public required partial string Name { get; set; }

    [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support, Purposes.Newsletter)]
    public required partial string Email { get; set; }

    [DataCategory(Categories.ContactPhone), CollectedFor(Purposes.Support)]
    public required partial string Phone { get; set; }
}
