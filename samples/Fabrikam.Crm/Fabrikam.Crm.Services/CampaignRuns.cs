using Ethics.Crm;
using Fabrikam.Crm.Data;
using Fabrikam.Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Fabrikam.Crm.Services;

/// <summary>Starts campaigns and tells what became of them. It reads nobody's data, so it needs no purpose.</summary>
public sealed class CampaignRuns(CrmContext db, CampaignQueue queue, IPurposeDecisions decisions)
{
    /// <summary>Everybody is queued: each is asked about when her turn comes, not when the run was started.</summary>
    public async Task<CampaignRun?> StartAsync(int campaign)
    {
        if (await db.Campaigns.FindAsync(campaign) is not { } found)
            return null;

        var run = queue.NextRun();
        var contacts = await db.Contacts.Select(c => c.Id).ToListAsync();
        foreach (var contact in contacts)
            queue.Add(new CampaignItem(run, found.Id, contact, found.Purpose, found.Channel == Channel.Text ? "text" : "email"));
        return new CampaignRun(run, contacts.Count);
    }

    public Task<List<Delivery>> OfAsync(int run) => db.Deliveries.Where(d => d.Run == run).OrderBy(d => d.ContactId).ToListAsync();

    /// <summary>Who may be reached now by what people decided, and why others may not; decided without a read. How, when and how often is asked when it is sent.</summary>
    public async Task<IReadOnlyDictionary<int, string>?> PreviewAsync(int campaign)
    {
        if (await db.Campaigns.FindAsync(campaign) is not { } found)
            return null;

        var address = typeof(Contact).FullName + (found.Channel == Channel.Text ? ".Phone" : ".Email");
        var contacts = await db.Contacts.Select(c => c.Id).ToListAsync();
        return contacts.ToDictionary(id => id, id => decisions.Decide(SubjectKey.Of<Contact>(id), address, found.Purpose) is { Allowed: false } no ? no.Reason : "reached");
    }
}
