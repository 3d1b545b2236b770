// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An exception used to tell about a duplicate carries the address to whoever catches it.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.B03DuplicateException;

public sealed class DuplicateContactException(int row, string existing) : Exception("The contact exists already.")
{
    public int Row { get; } = row;

    public string Existing { get; } = existing;
}

[ForPurpose("support")]
public static class ContactBook
{
    public static void Add(int row, Customer known)
    {
        if (known.Id == 7)
            throw new DuplicateContactException(row, known.Email);
    }
}

[ForPurpose("newsletter")]
public static class SubscriberImport
{
    public static void Run(Customer known)
    {
        try
        {
            ContactBook.Add(12, known);
        }
        catch (DuplicateContactException duplicate) when (duplicate.Row > 0)
        {
            Use.Newsletter(duplicate.Existing); //! ECRM2002
        }
    }
}

public static class Case
{
    public static void Run() => SubscriberImport.Run(Customers.Ada());
}
