// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Postcode
// proof: reaches
// why: A ref struct holds a reference to a variable of its maker and writes it.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ReferenceField;

public readonly ref struct Cursor
{
    private readonly ref string _cell;

    public Cursor(ref string cell) => _cell = ref cell;

    public void Write(string text) => _cell = text;
}

[ForPurpose("support")]
public static class Sheet
{
    public static string Fill(Customer customer)
    {
        var area = "unknown";
        var cursor = new Cursor(ref area);
        cursor.Write(customer.Postcode);
        return area;
    }
}

[ForPurpose("analytics")]
public static class Coverage
{
    public static void Map(Customer customer) => Use.Analytics(Sheet.Fill(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Coverage.Map(Customers.Ada());
}
