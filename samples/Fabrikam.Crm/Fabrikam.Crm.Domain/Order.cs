using Ethics.Crm;

namespace Fabrikam.Crm.Domain;

public sealed partial class Order
{
    public int Id { get; init; }

    [DataSubjectId(typeof(Contact))]
    public required int ContactId { get; init; }

    [DataCategory(Categories.Order)]
    public required partial string Item { get; set; }

    [DataCategory(Categories.Order)]
    public required partial decimal Total { get; set; }

    [DataCategory(Categories.Order)]
    public required partial bool Paid { get; set; }
}
