// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: Two methods call each other; word by word the note grows in the argument that the last call returns.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.MutualRecursion;

[ForPurpose("support")]
public static class Transcript
{
    public static string Of(Customer customer) => Agent(3, customer, "");

    private static string Agent(int turns, Customer customer, string said) =>
        turns == 0 ? said : Caller(turns - 1, customer, said + " How can I help?");

    private static string Caller(int turns, Customer customer, string said) =>
        turns == 0 ? said : Agent(turns - 1, customer, said + " " + customer.Note);
}

[ForPurpose("research")]
public static class Interviews
{
    public static void Collect(Customer customer)
    {
        var transcript = Transcript.Of(customer); //! ECRM2002
        Use.Research(transcript);
    }
}

public static class Case
{
    public static void Run() => Interviews.Collect(Customers.Ada());
}
