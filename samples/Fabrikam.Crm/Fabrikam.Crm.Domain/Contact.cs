using Ethics.Crm;

namespace Fabrikam.Crm.Domain;

/// <summary>A customer. Contacts and leads are the same people ("person"), so what somebody decided as a lead holds for the contact.</summary>
[DataSubject("person")]
public sealed partial class Contact
{
    [DataSubjectId]
    public required int Id { get; init; }

    [DataCategory(Categories.ContactName), CollectedFor(Purposes.Support, Purposes.Fulfilment, Purposes.Newsletter, Purposes.Offers)]
    public required partial string Name { get; set; }

    [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support, Purposes.Newsletter, Purposes.Offers)]
    public required partial string Email { get; set; }

    /// <summary>Given to the support desk, to be called back.</summary>
    [DataCategory(Categories.ContactPhone), CollectedFor(Purposes.Support)]
    public partial string? Phone { get; set; }

    /// <summary>Given to a salesperson, as a lead. The support desk does not call it.</summary>
    [DataCategory(Categories.ContactPhone), CollectedFor(Purposes.Sales)]
    public partial string? SalesPhone { get; set; }

    [DataCategory(Categories.ContactAddress)]
    public partial string? Address { get; set; }

    [DataCategory(Categories.IdentityBirthdate)]
    public partial DateOnly? BirthDate { get; set; }
}
