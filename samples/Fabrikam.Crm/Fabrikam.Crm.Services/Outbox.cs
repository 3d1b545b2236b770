using Ethics.Crm;
using Fabrikam.Crm.Data;
using Fabrikam.Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Fabrikam.Crm.Services;

internal sealed class Outbox(CrmContext db, StorageSerializer storage, IMailGateway mail, IContactScopes contacts) : IOutbox
{
    public async Task<bool> AddAsync(int contact)
    {
        if (await db.Contacts.FindAsync(contact) is not { } found)
            return false;

        db.Outbox.Add(new OutboxRow { Mail = storage.Serialize(new WelcomeMail(Bound.From(found, c => c.Email))) });
        await db.SaveChangesAsync();
        return true;
    }

    public async Task<OutboxRun> SendAsync()
    {
        var rows = await db.Outbox.ToListAsync();
        var sent = 0;
        foreach (var row in rows)
        {
            try
            {
                // Each row is a letter of its own.
                using (contacts.Enter(Purposes.Newsletter, "email"))
                    await mail.MailAsync(await storage.Deserialize<WelcomeMail>(row.Mail)!.To.OpenAsync(), "Welcome to our newsletter");
                sent++;
            }
            catch (PurposeViolationException)
            {
                // Consent has ended since it was written down, or the policy allows no more letters.
            }
        }

        db.Outbox.RemoveRange(rows);
        await db.SaveChangesAsync();
        return new OutboxRun(sent, rows.Count - sent);
    }
}
