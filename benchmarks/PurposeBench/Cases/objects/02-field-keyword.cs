// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A property whose accessors do more than pass on still passes it on.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.FieldKeyword;

public sealed class Slot
{
    public string? Number
    {
        get => field ?? "unknown";
        set => field = value?.Trim();
    }

    public bool Taken => Number != "unknown";
}

[ForPurpose("support")]
public static class Planner
{
    public static void Book(Slot slot, Customer customer) => slot.Number = customer.Phone;
}

[ForPurpose("marketing")]
public static class FreeSlots
{
    public static void Fill(Slot slot) => Use.Marketing(slot.Number); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var slot = new Slot();
        Planner.Book(slot, Customers.Ada());
        FreeSlots.Fill(slot);
    }
}
