// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: Names are only names: what was called Target is taken as Item2 of Item1.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.NestedAndNamed;

[ForPurpose("billing")]
public static class Shipping
{
    public static ((int Order, string Target) Parcel, string Carrier) Plan(Customer customer)
    {
        var parcel = (Order: 12, Target: customer.Street);
        return (parcel, "post");
    }
}

[ForPurpose("newsletter")]
public static class PrintRun
{
    public static void Add(Customer customer)
    {
        ((int Number, string) Item, string By) plan = Shipping.Plan(customer);
        Use.Newsletter(plan.By);
        Use.Newsletter(plan.Item.Item2); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => PrintRun.Add(Customers.Ada());
}
