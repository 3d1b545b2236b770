// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: A struct that is taken out of a list is a copy; what support writes into it never gets back.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ListOfStructs;

public record struct Slot(string Address, int Uses)
{
    public void Fill(string address) => Address = address;
}

[ForPurpose("support")]
public static class AnswerDesk
{
    public static void Answer(List<Slot> slots, Customer customer)
    {
        var slot = slots[0];
        slot.Fill(customer.Email);
        slot.Uses++;
        Use.Support(slot.Address);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(List<Slot> slots) => Use.Newsletter(slots[0].Address);
}

public static class Case
{
    public static void Run()
    {
        List<Slot> slots = [new("public@fabrikam.example", 0)];
        AnswerDesk.Answer(slots, Customers.Ada());
        Issue.Send(slots);
    }
}
