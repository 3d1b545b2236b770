// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Income
// proof: reaches
// why: The newsletter decides about nobody: a condition outside decisions passes nothing on.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.B06BrochureByIncome;

[ForPurpose("billing")]
public static class InvoiceEnclosure
{
    public static void Choose(Customer customer)
    {
        if (customer.Income > 200_000_000)
            NewsEdition.Send("invest");
        else
            NewsEdition.Send("save");
    }
}

[ForPurpose("newsletter")]
public static class NewsEdition
{
    public static void Send(string edition) => Use.Newsletter(edition);
}

public static class Case
{
    public static void Run() => InvoiceEnclosure.Choose(Customers.Ada());
}
