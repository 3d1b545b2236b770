using Ethics.Crm;

namespace PurposeBench.Cases.Services.LibraryDirectory;

public sealed record ContactCard(int Id, string Address);

[ForPurpose("support")]
public sealed class ContactDirectory
{
    private readonly Dictionary<int, ContactCard> _cards = [];

    public void Add(Customer customer) => _cards[customer.Id] = new ContactCard(customer.Id, customer.Email);

    public bool TryGet(int id, out ContactCard? card) => _cards.TryGetValue(id, out card);
}
