// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The object comes out of a generic factory that constructs what it is asked for.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.GenericFactory;

public interface IAddressed
{
    string To { get; set; }
}

public sealed class Letter : IAddressed
{
    public string To { get; set; } = "";
}

public static class Factory
{
    public static T Create<T>(string to)
        where T : IAddressed, new() => new() { To = to };
}

[ForPurpose("billing")]
public static class Invoicing
{
    public static Letter Print(Customer customer) => Factory.Create<Letter>(customer.Email);
}

[ForPurpose("newsletter")]
public static class Enclosure
{
    public static void Add(Customer customer) => Use.Newsletter(Invoicing.Print(customer).To); //! ECRM2002
}

public static class Case
{
    public static void Run() => Enclosure.Add(Customers.Ada());
}
