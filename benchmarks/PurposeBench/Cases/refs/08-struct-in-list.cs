// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A list hands out a copy of the struct; the element in it stays free.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.StructInList;

public struct Slot
{
    private string? _holder;

    public readonly string Holder => _holder ?? "free";

    public void Take(string holder) => _holder = holder;
}

[ForPurpose("support")]
public static class Planner
{
    public static void Book(List<Slot> slots, Customer customer)
    {
        var slot = slots[1];
        slot.Take(customer.Email);
        Use.Support(slot.Holder);
    }
}

[ForPurpose("newsletter")]
public static class Calendar
{
    public static void Print(List<Slot> slots) => Use.Newsletter(slots[1].Holder);
}

public static class Case
{
    public static void Run()
    {
        List<Slot> slots = [default, default, default];
        Planner.Book(slots, Customers.Ada());
        Calendar.Print(slots);
    }
}
