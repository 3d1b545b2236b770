using Ethics.Crm;
using Fabrikam.Crm.Data;
using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Services;

[ForPurpose(Purposes.Sales)]
internal sealed class LeadDesk(CrmContext db) : ILeadDesk
{
    public async Task<bool> ConvertAsync(int lead)
    {
        if (await db.Leads.FindAsync(lead) is not { } found)
            return false;

        // Each value goes where it may do no more than before. The number is the salesperson's still, not the support desk's.
        db.Contacts.Add(new Contact
        {
            Id = found.Id,
            Name = found.Name,
            Email = found.Email,
            SalesPhone = found.Phone,
#if MISUSE
            // Nothing is used yet, and no purpose is wrong here. From now on the support desk may call a number that it was never given.
            Phone = found.Phone,
#endif
        });
        db.Leads.Remove(found);
        await db.SaveChangesAsync();
        return true;
    }

    public async Task<string?> PhoneAsync(int person) =>
        (await db.Contacts.FindAsync(person))?.SalesPhone ?? (await db.Leads.FindAsync(person))?.Phone;
}
