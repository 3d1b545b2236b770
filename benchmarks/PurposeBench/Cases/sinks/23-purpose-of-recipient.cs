// verdict: violation
// origin: open
// channel: recipient:mailhouse
// source: Reader.Address
// proof: reaches
// why: The mail house may have the address for the newsletter, but the code that hands it over works for research.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.PurposeOfRecipient;

[DataSubject("reader")]
public sealed class Reader
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.newsletter"), CollectedFor("newsletter", "research")]
    public string Address { get; init; } = "";
}

[ForPurpose("research")]
public static class Questionnaire
{
    public static async Task PostAsync(IAsyncEnumerable<Reader> readers)
    {
        await foreach (var reader in readers)
            await MailHouse.SendAsync(new { reader.Address, Sheet = 4 }); //! ECRM3001
    }
}

public static class Case
{
    public static Task Run() => Questionnaire.PostAsync(Readers());

    private static async IAsyncEnumerable<Reader> Readers()
    {
        await Task.Yield();
        yield return new Reader { Id = 7, Address = Mark.Text("Reader.Address") };
    }
}
