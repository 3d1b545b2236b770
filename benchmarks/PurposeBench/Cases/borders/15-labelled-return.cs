// verdict: violation
// origin: open
// channel: marketing
// source: DirectoryGateway.NumberOfAsync
// proof: reaches
// why: The value comes from outside the program; the label of the return value says what it is.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.LabelledReturn;

public interface IDirectoryGateway
{
    [return: DataCategory("contact.phone"), CollectedFor("support")]
    Task<string> NumberOfAsync(int id);
}

public sealed class DirectoryGateway(string response) : IDirectoryGateway
{
    public async Task<string> NumberOfAsync(int id)
    {
        using var reader = new StringReader($"id={id}\nnumber={response}");
        await reader.ReadLineAsync();
        return (await reader.ReadLineAsync())!["number=".Length..];
    }
}

[ForPurpose("marketing")]
public sealed class Hotline(IDirectoryGateway gateway)
{
    public async Task OfferAsync(int id)
    {
        var number = await gateway.NumberOfAsync(id); //! ECRM2001
        Use.Marketing(number);
    }
}

public static class Case
{
    public static Task Run() => new Hotline(new DirectoryGateway(Mark.Text("DirectoryGateway.NumberOfAsync"))).OfferAsync(7);
}
