using Fabrikam.Crm.Data;
using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Services;

internal sealed class ContactBook(CrmContext db) : IContactBook
{
    public async Task<Contact?> FindAsync(int id) => await db.Contacts.FindAsync(id);

    public async Task<string?> PhoneAsync(int id) => (await db.Contacts.FindAsync(id))?.Phone;
}
