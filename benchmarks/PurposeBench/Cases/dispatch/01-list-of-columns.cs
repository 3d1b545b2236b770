// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: Three implementations of an interface stand in an array; one of them belongs to support and returns the number.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.ListOfColumns;

public interface IColumn
{
    string Value(Customer customer);
}

public sealed class SegmentColumn : IColumn
{
    public string Value(Customer customer) => customer.Segment;
}

public sealed class NumberColumn : IColumn
{
    public string Value(Customer customer) => "no. " + customer.Id;
}

[ForPurpose("support")]
public sealed class PhoneColumn : IColumn
{
    public string Value(Customer customer) => customer.Phone ?? "";
}

[ForPurpose("newsletter")]
public static class SubscriberSheet
{
    private static readonly IColumn[] Columns = [new SegmentColumn(), new NumberColumn(), new PhoneColumn()];

    public static void Write(Customer customer)
    {
        foreach (var column in Columns)
        {
            var cell = column.Value(customer); //! ECRM2002
            Use.Newsletter(cell);
        }
    }
}

public static class Case
{
    public static void Run() => SubscriberSheet.Write(Customers.Ada());
}
