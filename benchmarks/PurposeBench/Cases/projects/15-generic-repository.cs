// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Born
// proof: reaches
// why: A repository of the library keeps rows of a type that is declared here, and a query of the library brings them back.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.GenericRepository;

public sealed record BirthdayRow(int Id, DateOnly Day);

[ForPurpose("support")]
public sealed class Birthdays(Repository<BirthdayRow> rows)
{
    public void Note(Customer customer) => rows.Save(customer.Id, new BirthdayRow(customer.Id, customer.Born));
}

[ForPurpose("marketing")]
public sealed class BirthdayOffers(Repository<BirthdayRow> rows)
{
    public void Make()
    {
        var (page, _) = rows.Query(row => row.Id > 0).Page(0, 10);
        foreach (var row in page)
            Use.Marketing(row.Day); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var rows = new Repository<BirthdayRow>();
        new Birthdays(rows).Note(Customers.Ada());
        new BirthdayOffers(rows).Make();
    }
}
