// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: The newsletter takes the draft of the support and writes another text over its body.
using System.Net.Mail;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.BodyReplaced;

// Keeps each mail as a file.
public sealed class Outbox : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Send(MailMessage message)
    {
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = _folder.FullName };
        client.Send(message);
    }

    public string Text() => File.ReadAllText(_folder.GetFiles().Single().FullName).Split("\r\n\r\n", 2)[1];

    public void Dispose() => _folder.Delete(recursive: true);
}

[ForPurpose("support")]
public static class Drafts
{
    public static MailMessage Of(Customer customer) =>
        new("desk@fabrikam.example", "ada@customers.example") { Subject = "Your call", Body = "You told us: " + customer.Note };
}

[ForPurpose("newsletter")]
public static class Edition
{
    public static void Mail(Outbox outbox, MailMessage message, string name)
    {
        message.Subject = "News";
        message.Body = "Dear " + name;
        outbox.Send(message);
        Use.Newsletter(outbox.Text());
    }
}

public static class Case
{
    public static void Run()
    {
        using var outbox = new Outbox();
        var ada = Customers.Ada();
        using var draft = Drafts.Of(ada);
        Edition.Mail(outbox, draft, ada.Name);
    }
}
