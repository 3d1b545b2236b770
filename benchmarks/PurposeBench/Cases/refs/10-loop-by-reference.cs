// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: The loop variable is a reference: assigning to it fills the array.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.LoopByReference;

[ForPurpose("billing")]
public static class Labels
{
    public static string[] Print(Customer customer, int copies)
    {
        var labels = new string[copies];
        foreach (ref var label in labels.AsSpan())
            label = customer.Street;
        return labels;
    }
}

[ForPurpose("marketing")]
public static class Leaflets
{
    public static void Reuse(Customer customer) => Use.Marketing(Labels.Print(customer, copies: 2)[1]); //! ECRM2002
}

public static class Case
{
    public static void Run() => Leaflets.Reuse(Customers.Ada());
}
