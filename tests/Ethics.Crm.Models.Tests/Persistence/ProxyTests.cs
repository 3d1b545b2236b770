using Ethics.Crm.Models.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.Models.Tests.Persistence;

/// <summary>Proxies override virtual members: the gate stays beneath them, and what they do by themselves does not ask it.</summary>
public sealed class ProxyTests
{
    [Fact]
    public void LazyNavigation_LoadsOnlyForAPermittedReader()
    {
        using var database = new Database(options => options.UseLazyLoadingProxies());
        var id = Insert(database);

        using var db = database.Open();
        var read = db.Customers.Find(id)!;
        Assert.NotEqual(typeof(Customer), read.GetType());

        Reads.AssertGuarded("ada@example.com", () => read.Email);
        Reads.AssertGuarded("help", () => read.Tickets.Single().Text);
        Assert.True(db.Entry(read).Collection(c => c.Tickets).IsLoaded);
    }

    [Fact]
    public void LazyNavigationOutsideAScope_IsRefusedByTheGate()
    {
        using var database = new Database(options => options.UseLazyLoadingProxies());
        var id = Insert(database);

        using var db = database.Open();
        var read = db.Customers.Find(id)!;

        Assert.Equal("NoScope", Reads.NoScope(() => read.Tickets.Count));
        Assert.Equal("NotPermitted", Reads.Billing(() => read.Tickets.Count));
        Assert.Equal("1", Reads.Support(() => read.Tickets.Count));
    }

    [Fact]
    public void LazyReference_LoadsThePersonOfATicket()
    {
        using var database = new Database(options => options.UseLazyLoadingProxies());
        Insert(database);

        using var db = database.Open();
        var ticket = db.Tickets.Single();

        Reads.AssertGuarded("ada@example.com", () => ticket.Customer!.Email);
    }

    [Fact]
    public void ChangesThroughProxies_AreSaved()
    {
        using var database = new Database(options => options.UseLazyLoadingProxies());
        var id = Insert(database);

        using (var db = database.Open())
        {
            var read = db.Customers.Find(id)!;
            read.Email = "new@example.com";
            Assert.Equal(1, db.SaveChanges());
        }

        Assert.Equal("new@example.com", database.Scalar($"SELECT Email FROM Customers WHERE Id = {id}"));
    }

    private static int Insert(Database database)
    {
        using var db = database.Open();
        var ada = People.Ada();
        ada.Tickets = [new Ticket { Text = "help" }];
        db.Add(ada);
        db.SaveChanges();
        return ada.Id;
    }
}
