namespace PurposeBench.Cases.Projects.B01FormatInLibrary;

public static class ContactFormat
{
    public static string Line(Customer customer) => customer.Name + " <" + Address(customer) + ">";

    private static string Address(Customer customer) => customer.Email.Trim();
}
