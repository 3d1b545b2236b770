// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The reference into the dictionary is written; the struct that is looked up later has the address.
using System.Runtime.InteropServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ValueRef;

public struct Slot
{
    public string Address;

    public int Uses;
}

public sealed class SlotTable
{
    private readonly Dictionary<int, Slot> _slots = [];

    public ref Slot Of(int id) => ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, id, out _);
}

[ForPurpose("support")]
public static class AnswerDesk
{
    public static void Answer(SlotTable table, Customer customer)
    {
        ref var slot = ref table.Of(customer.Id);
        slot.Uses++;
        slot.Address = customer.Email;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(SlotTable table, int id)
    {
        ref readonly var slot = ref table.Of(id);
        Use.Newsletter(slot.Address); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var table = new SlotTable();
        AnswerDesk.Answer(table, Customers.Ada());
        Issue.Send(table, 7);
    }
}
