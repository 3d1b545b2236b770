using Ethics.Crm;
using Fabrikam.Crm.Data;
using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Services;

/// <summary>Declares nothing: what it works for stands in the campaign's row. So the build cannot judge it, and the read gate does.</summary>
internal sealed class CampaignSender(CrmContext db, IMailGateway mail, ITextGateway texts) : ICampaignSender
{
    public async Task SendAsync(CampaignItem item, CancellationToken ct)
    {
        if (await db.Campaigns.FindAsync([item.Campaign], ct) is not { } campaign || await db.Contacts.FindAsync([item.Contact], ct) is not { } contact)
            return;

        string? refused = null;
        try
        {
            await SendAsync(campaign, contact);
        }
        catch (PurposeViolationException violation)
        {
            // Names the member and the reason, never the value.
            refused = $"{violation.Refusal}: {violation.Member}";
        }

        db.Deliveries.Add(new Delivery { Run = item.Run, ContactId = item.Contact, Refused = refused });
        await db.SaveChangesAsync(ct);
    }

    private Task SendAsync(Campaign campaign, Contact contact) => campaign.Channel switch
    {
        Channel.Text when contact.Phone is { } number => texts.TextAsync(number, campaign.Subject),
        Channel.Text => Task.CompletedTask,
        _ => mail.MailAsync(contact.Email, $"Dear {contact.Name}, {campaign.Subject}"),
    };
}
