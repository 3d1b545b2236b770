using Ethics.Crm;
using Fabrikam.Crm.Data;
using Fabrikam.Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Fabrikam.Crm.Services;

/// <summary>Answers customers. No scope is opened here: <c>AddPurposeBinding</c> runs each call for what the class declares.</summary>
[ForPurpose(Purposes.Support)]
internal sealed class SupportDesk(CrmContext db) : ISupportDesk
{
    public async Task<Ticket?> FindAsync(int ticket) => await db.Tickets.FindAsync(ticket);

    public async Task<string?> CallBackAsync(int ticket)
    {
        if (await db.Tickets.FindAsync(ticket) is not { } found)
            return null;

        var contact = await db.Contacts.SingleAsync(c => c.Id == found.ContactId);
        return contact.Phone is { } phone ? $"call {contact.Name} at {phone}" : $"write to {contact.Email}";
    }

    public async Task<bool> AnswerAsync(int ticket, string answer)
    {
        if (await db.Tickets.FindAsync(ticket) is not { } found)
            return false;

        found.Answer = answer;
        await db.SaveChangesAsync();
        return true;
    }
}
