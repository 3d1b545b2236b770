namespace PurposeBench.Cases.Projects.ExtensionOfLibrary;

public static class CustomerExtensions
{
    extension(Customer customer)
    {
        public string Region => "AT-" + customer.Postcode;

        public string Tier => customer.Segment == "standard" ? "B" : "A";
    }
}
