// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: The project that mails declares its purpose; the call into it is where the note goes wrong.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B03MailingInLibrary;

[ForPurpose("support")]
public static class FollowUp
{
    public static void Write(Customer customer)
    {
        var note = customer.Note;
        var mailing = new Mailing();
        mailing.Add("You told us:");
        mailing.Add(note); //! ECRM2002
        mailing.Send();
    }
}

public static class Case
{
    public static void Run() => FollowUp.Write(Customers.Ada());
}
