// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The offer quotes what was said to the support: the words leave in the body of a mail.
using System.Net.Mail;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.BodyOfMail;

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

[ForPurpose("marketing")]
public static class Offers
{
    public static void Mail(Outbox outbox, string about)
    {
        using var message = new MailMessage("offers@fabrikam.example", "ada@customers.example") { Subject = "An offer" };
        message.Body = "You told us: " + about;
        outbox.Send(message);
        Use.Marketing(outbox.Text());
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static void Close(Outbox outbox, Customer customer) => Offers.Mail(outbox, customer.Note.Trim()); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        using var outbox = new Outbox();
        Desk.Close(outbox, Customers.Ada());
    }
}
