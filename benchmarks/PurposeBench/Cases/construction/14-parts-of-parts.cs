// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Name
// proof: reaches
// why: The constructor of the whole constructs its parts, and the innermost has the name.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.PartsOfParts;

public sealed class Salutation(string name)
{
    public string Formal { get; } = "Dear " + name;
}

public sealed class Page
{
    public Page(string name, int number)
    {
        Number = number;
        Salutation = new Salutation(name);
    }

    public int Number { get; }

    public Salutation Salutation { get; }
}

public sealed class Booklet
{
    private readonly Page[] _pages;

    public Booklet(Customer reader) => _pages = [new Page(Covers.NameOn(reader), 1), new Page("reader", 2)];

    public Page Cover => _pages[0];
}

[ForPurpose("billing")]
public static class Covers
{
    public static string NameOn(Customer customer) => customer.Name;
}

[ForPurpose("marketing")]
public static class Brochure
{
    public static void Print(Booklet booklet) => Use.Marketing(booklet.Cover.Salutation.Formal); //! ECRM2002
}

public static class Case
{
    public static void Run() => Brochure.Print(new Booklet(Customers.Ada()));
}
