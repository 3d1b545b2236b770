namespace Ethics.Crm.Models.Tests.Fixtures;

internal static class People
{
    public static Customer Ada()
    {
        var ada = new Customer
        {
            Email = "ada@example.com",
            Born = new DateOnly(1815, 12, 10),
            Nicknames = ["countess"],
            Level = Level.Gold,
            Home = new Address("St James's Square", "London"),
            Work = new Employer { Name = "Analytical Engine", Size = 2 },
        };
        ada.Call("0123");
        return ada;
    }
}
