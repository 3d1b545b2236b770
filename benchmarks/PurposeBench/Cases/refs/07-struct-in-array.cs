// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The method of a struct changes the element where it lies.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.StructInArray;

public struct Slot
{
    private string? _holder;

    public readonly string Holder => _holder ?? "free";

    public void Take(string holder) => _holder = holder;
}

[ForPurpose("support")]
public static class Planner
{
    public static void Book(Slot[] slots, Customer customer) => slots[1].Take(customer.Email);
}

[ForPurpose("newsletter")]
public static class Calendar
{
    public static void Print(Slot[] slots) => Use.Newsletter(slots[1].Holder); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var slots = new Slot[3];
        Planner.Book(slots, Customers.Ada());
        Calendar.Print(slots);
    }
}
