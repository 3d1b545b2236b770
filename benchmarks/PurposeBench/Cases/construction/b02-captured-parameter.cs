// verdict: violation
// origin: blind
// channel: research
// source: Customer.Origin
// proof: reaches
// why: The parameter of a primary constructor lives on in the object, and a base constructor passes it up.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.CapturedParameter;

public abstract class Heading(string text)
{
    public virtual string Render() => "# " + text;
}

public sealed class InterpreterRequest(string language, int ticket) : Heading($"Interpreter: {language}")
{
    public int Ticket => ticket;
}

[ForPurpose("support")]
public static class InterpreterDesk
{
    public static InterpreterRequest Ask(Customer customer) => new(customer.Origin, ticket: 4711);
}

[ForPurpose("research")]
public static class Needs
{
    public static void Study(InterpreterRequest request)
    {
        Use.Research(request.Ticket);
        Use.Research(request.Render()); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Needs.Study(InterpreterDesk.Ask(Customers.Ada()));
}
