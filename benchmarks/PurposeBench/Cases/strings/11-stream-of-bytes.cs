// verdict: violation
// origin: open
// channel: recipient:mailhouse
// source: Customer.Street
// proof: reaches
// why: The street goes through a memory stream and comes out as text for the mail house.
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.StreamOfBytes;

[ForPurpose("billing")]
public static class PrintJob
{
    public static void Send(Customer customer)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.WriteLine("A4, colour");
            writer.WriteLine(customer.Street);
        }

        stream.Position = 0;
        using var reader = new StreamReader(stream);
        MailHouse.Send(reader.ReadToEnd()); //! ECRM3001
    }
}

public static class Case
{
    public static void Run() => PrintJob.Send(Customers.Ada());
}
