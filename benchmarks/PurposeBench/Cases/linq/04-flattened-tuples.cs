// verdict: violation
// origin: open
// channel: analytics
// source: Other.Note
// proof: reaches
// why: SelectMany with a result selector pairs each customer with the notes of their contacts.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.FlattenedTuples;

[ForPurpose("support")]
public static class Households
{
    public static IEnumerable<(int Id, string Note)> Notes(IEnumerable<Customer> customers) =>
        customers.SelectMany(static customer => customer.Contacts, static (customer, contact) => (customer.Id, contact.Note));
}

[ForPurpose("analytics")]
public static class TopicModel
{
    public static void Train(IEnumerable<Customer> customers)
    {
        var (_, text) = Households.Notes(customers).Last(); //! ECRM2002
        Use.Analytics(text);
    }
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        ada.Contacts.Add(Customers.Other());
        TopicModel.Train([ada]);
    }
}
