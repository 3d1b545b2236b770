// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: The library formats what the application gives it through a delegate that the library stored.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.TableOfDelegates;

public static class Columns
{
    [ForPurpose("support")]
    public static Sheet<Customer> Sheet() => new Sheet<Customer>().With("last", LastNote);

    [ForPurpose("support")]
    private static string LastNote(Customer customer) => customer.Note;
}

[ForPurpose("newsletter")]
public static class Supplement
{
    public static void Print(Sheet<Customer> sheet, Customer customer)
    {
        var text = sheet.Render(customer); //! ECRM2002
        Use.Newsletter(text);
    }
}

public static class Case
{
    public static void Run() => Supplement.Print(Columns.Sheet(), Customers.Ada());
}
