using Ethics.Crm;
using Fabrikam.Crm.Data;
using Microsoft.EntityFrameworkCore;

namespace Fabrikam.Crm.Services;

/// <summary>Decides about people, so only what they ordered and paid may count.</summary>
[ForPurpose(Purposes.CreditLimit)]
internal sealed class CreditLimits(CrmContext db) : ICreditLimits
{
    public async Task<decimal> OfAsync(int contact)
    {
        var limit = 100m;
        foreach (var order in await db.Orders.Where(o => o.ContactId == contact).ToListAsync())
            limit += order.Paid ? order.Total : -order.Total;

#if MISUSE
        // A date of birth is protected: no decision may depend on it.
        var person = await db.Contacts.SingleAsync(c => c.Id == contact);
        if (person.BirthDate > new DateOnly(2000, 1, 1))
            limit /= 2;
#endif
        return Math.Max(0, limit);
    }
}
