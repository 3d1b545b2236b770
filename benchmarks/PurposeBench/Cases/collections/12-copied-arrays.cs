// verdict: violation
// origin: open
// channel: recipient:mailhouse
// source: Customer.Street
// proof: reaches
// why: Resized, copied block by block and shifted: the element ends up in another array.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.CopiedArrays;

[ForPurpose("billing")]
public static class Envelopes
{
    public static void Print(Customer customer)
    {
        string[] lines = [customer.Street];
        Array.Resize(ref lines, 3);
        var page = new string[5];
        Array.Fill(page, "");
        Array.Copy(lines, 0, page, 2, 1);
        string[] printed = (string[])page.Clone();
        MailHouse.Send(printed[2]); //! ECRM3001
    }
}

public static class Case
{
    public static void Run() => Envelopes.Print(Customers.Ada());
}
