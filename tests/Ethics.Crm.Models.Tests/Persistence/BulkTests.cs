using Ethics.Crm.Models.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.Models.Tests.Persistence;

/// <summary><c>ExecuteUpdate</c> and <c>ExecuteDelete</c> make no object, so no getter and no setter runs: guarded properties are columns to them, as any. No test here opens a scope around them.</summary>
public sealed class BulkTests : IDisposable
{
    private readonly Database _database = new();

    [Theory, InlineData(false), InlineData(true)]
    public async Task ExecuteUpdate_FindsByAndWritesGuardedProperties(bool async)
    {
        var ada = Insert("ada@example.com");
        var bob = Insert("bob@example.com");

        await using (var db = _database.Open())
        {
            var customers = db.Customers.Where(c => c.Email == "ada@example.com" && c.Level == Level.Gold);
            Assert.Equal(1, async
                ? await customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, "new@example.com").SetProperty(c => c.Born, (DateOnly?)null))
                : customers.ExecuteUpdate(set => set.SetProperty(c => c.Email, "new@example.com").SetProperty(c => c.Born, (DateOnly?)null)));
        }

        Assert.Equal(("new@example.com", ""), (Column("Email", ada), Column("Born", ada)));
        Assert.Equal(("bob@example.com", "1815-12-10"), (Column("Email", bob), Column("Born", bob)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task ExecuteUpdate_TakesAValueFromAGuardedProperty_OfAnOwnedAndOfAComplexPart(bool async)
    {
        var id = Insert("ada@example.com");

        await using (var db = _database.Open())
        {
            Assert.Equal(1, async
                ? await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, c => c.Email + "!").SetProperty(c => c.Home.Street, c => c.Home.Street + " 1").SetProperty(c => c.Work!.Name, "Difference Engine"))
                : db.Customers.ExecuteUpdate(set => set.SetProperty(c => c.Email, c => c.Email + "!").SetProperty(c => c.Home.Street, c => c.Home.Street + " 1").SetProperty(c => c.Work!.Name, "Difference Engine")));
        }

        Assert.Equal(("ada@example.com!", "St James's Square 1", "Difference Engine"), (Column("Email", id), Column("Home_Street", id), Column("Work_Name", id)));
    }

    /// <summary>As with any entity: what is in memory is not what was written, and it is as guarded as it was.</summary>
    [Fact]
    public void ExecuteUpdate_LeavesObjectsInMemoryAsTheyWere_UntilTheyAreReloaded()
    {
        var id = Insert("ada@example.com");
        using var db = _database.Open();
        var read = db.Customers.Find(id)!;

        db.Customers.ExecuteUpdate(set => set.SetProperty(c => c.Email, "new@example.com"));

        Reads.AssertGuarded("ada@example.com", () => read.Email);
        Assert.Equal(EntityState.Unchanged, db.Entry(read).State);
        db.Entry(read).Reload();
        Reads.AssertGuarded("new@example.com", () => read.Email);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task ExecuteDelete_FindsByGuardedProperties(bool async)
    {
        Insert("ada@example.com");
        var bob = Insert("bob@example.com");

        await using (var db = _database.Open())
        {
            var customers = db.Customers.Where(c => c.Email.StartsWith("ada") && c.Home.Street != "" && c.Tickets.Count == 0);
            Assert.Equal(1, async ? await customers.ExecuteDeleteAsync() : customers.ExecuteDelete());
        }

        Assert.Equal(("1", "bob@example.com"), (_database.Scalar("SELECT COUNT(*) FROM Customers"), Column("Email", bob)));
    }

    [Fact]
    public void GuardedKey_IsFoundBy()
    {
        using (var db = _database.Open())
        {
            db.AddRange(new Account { Card = "4111" }, new Account { Card = "4222" });
            db.SaveChanges();
        }

        using var again = _database.Open();
        var first = PurposeScope.Run(Purposes.Support, () => again.Accounts.AsEnumerable().Min(a => a.Id));

        Assert.Equal(1, again.Accounts.Where(a => a.Id == first).ExecuteUpdate(set => set.SetProperty(a => a.Card, "none")));
        Assert.Equal(1, again.Accounts.Where(a => a.Id == first).ExecuteDelete());
        Assert.Equal("4222", _database.Scalar("SELECT Card FROM Accounts"));
    }

    public void Dispose() => _database.Dispose();

    private int Insert(string email)
    {
        var customer = People.Ada();
        customer.Email = email;
        using var db = _database.Open();
        db.Add(customer);
        db.SaveChanges();
        return customer.Id;
    }

    private string Column(string name, int id) => _database.Scalar($"SELECT {name} FROM Customers WHERE Id = {id}");
}
