namespace PurposeBench.Cases.Calls.LibraryFormatter;

/// <summary>Formatting that several applications share; declares no purpose.</summary>
public static class ContactFormatter
{
    public static string OneLine(Customer customer) => $"{customer.Name}, {Place(customer)}";

    private static string Place(Customer customer) => customer.Street.Trim();
}
