// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: The note decides which of two fixed sentences is chosen; outside decisions about people a condition passes nothing on.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.WordingByNote;

[ForPurpose("support")]
public static class Tone
{
    public static string For(Customer customer)
    {
        var formal = customer.Note.Contains("complaint", StringComparison.OrdinalIgnoreCase);
        return formal ? "Dear Sir or Madam" : "Hello";
    }
}

[ForPurpose("newsletter")]
public static class Greeting
{
    public static void Write(Customer customer) => Use.Newsletter($"{Tone.For(customer)}, here is our news");
}

public static class Case
{
    public static void Run() => Greeting.Write(Customers.Ada());
}
