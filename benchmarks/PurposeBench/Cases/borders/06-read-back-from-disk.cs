// verdict: violation
// origin: open
// channel: newsletter
// source: Lead.Mail
// proof: reaches
// why: A file keeps no labels, but what comes back is read from the labelled member.
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.ReadBackFromDisk;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string Mail { get; set; } = "";
}

[ForPurpose("support")]
public static class LeadFile
{
    public static async Task SaveAsync(string path, Lead lead) => await File.WriteAllTextAsync(path, JsonSerializer.Serialize(lead));

    public static async Task<Lead> LoadAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        return (await JsonSerializer.DeserializeAsync<Lead>(stream))!;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static async Task SendAsync(string path)
    {
        var lead = await LeadFile.LoadAsync(path);
        Use.Newsletter(lead.Mail); //! ECRM2001
    }
}

public static class Case
{
    public static async Task Run()
    {
        var path = Path.GetTempFileName();
        await LeadFile.SaveAsync(path, new Lead { Id = 3, Mail = Mark.Text("Lead.Mail") });
        await Issue.SendAsync(path);
        File.Delete(path);
    }
}
