// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two handlers are combined into one delegate; support invokes both with one call.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.Multicast;

[ForPurpose("support")]
public static class AnswerDesk
{
    public static void Close(Customer customer, Action<string, int> closed)
    {
        var address = customer.Email;
        closed(address, 12); //! ECRM2002
    }
}

[ForPurpose("support")]
public static class Protocol
{
    public static void Write(string address, int ticket) => Use.Support($"{ticket}: {address}");
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Welcome(string address, int ticket) => Use.Newsletter(address);
}

public static class Case
{
    public static void Run()
    {
        Action<string, int> closed = Protocol.Write;
        closed += Recruiting.Welcome;
        AnswerDesk.Close(Customers.Ada(), closed);
    }
}
