namespace PurposeBench.Cases.Projects.B05OtherMethodOfLibrary;

public static class ContactFormat
{
    public static string Full(Customer customer) => customer.Name + " <" + customer.Email + ">";

    public static string Short(Customer customer) => customer.Name + " (" + customer.Segment + ")";
}
