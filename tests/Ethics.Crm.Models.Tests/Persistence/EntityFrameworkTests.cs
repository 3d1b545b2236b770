using Ethics.Crm.Models.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.Models.Tests.Persistence;

/// <summary>No test here opens a scope around what Entity Framework does: one call of a getter would throw.</summary>
public sealed class EntityFrameworkTests : IDisposable
{
    private readonly Database _database = new();

    [Fact]
    public void Insert_WritesEveryValue()
    {
        var id = Insert(People.Ada());

        Assert.Equal("ada@example.com", Column("Email", id));
        Assert.Equal("0123", Column("Telephone", id));
        Assert.Equal("1815-12-10", Column("Born", id));
        Assert.Equal("[\"countess\"]", Column("Nicknames", id));
        Assert.Equal("1", Column("Level", id));
        Assert.Equal("St James's Square", Column("Home_Street", id));
        Assert.Equal("London", Column("Home_City", id));
        Assert.Equal("Analytical Engine", Column("Work_Name", id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Query_FillsGuardedObjects(bool tracking)
    {
        var id = Insert(People.Ada());

        using var db = _database.Open();
        var customers = tracking ? db.Customers : db.Customers.AsNoTracking();
        var read = customers.Single(c => c.Id == id && c.Email == "ada@example.com" && c.Home.Street.StartsWith("St") && c.Work!.Name != null && c.Level == Level.Gold);

        Reads.AssertGuarded("ada@example.com", () => read.Email);
        Reads.AssertGuarded("0123", () => read.Phone);
        Reads.AssertGuarded(new DateOnly(1815, 12, 10), () => read.Born);
        Reads.AssertGuarded("countess", () => read.Nicknames.Single());
        Reads.AssertGuarded(Level.Gold, () => read.Level);
        Reads.AssertGuarded("St James's Square", () => read.Home.Street);
        Reads.AssertGuarded("Analytical Engine", () => read.Work!.Name);
        Assert.Equal("London", PurposeScope.Run(Purposes.Support, () => read.Home).City);
    }

    [Fact]
    public void Update_WritesWhatChangedAndNothingElse()
    {
        var id = Insert(People.Ada());

        using (var db = _database.Open())
        {
            var customer = db.Customers.Find(id)!;
            customer.Email = "new@example.com";
            PurposeScope.Run(Purposes.Support, () => customer.Nicknames.Add("enchantress"));
            db.ChangeTracker.DetectChanges();
            Assert.Equal(["Email", "Nicknames"], db.Entry(customer).Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).Order());
            Assert.Equal(1, db.SaveChanges());
        }

        Assert.Equal("new@example.com", Column("Email", id));
        Assert.Equal("[\"countess\",\"enchantress\"]", Column("Nicknames", id));
        Assert.Equal("0123", Column("Telephone", id));
    }

    [Fact]
    public void UpdateOfComplexAndOwnedParts_IsTracked()
    {
        var id = Insert(People.Ada());

        using (var db = _database.Open())
        {
            var customer = db.Customers.Find(id)!;
            customer.Home = new Address("Ockham Park", "Ockham");
            PurposeScope.Run(Purposes.Support, () => customer.Work!.Name = "Difference Engine");
            db.SaveChanges();
        }

        Assert.Equal("Ockham Park", Column("Home_Street", id));
        Assert.Equal("Difference Engine", Column("Work_Name", id));
        Assert.Equal("2", Column("Work_Size", id));
    }

    [Fact]
    public void UnchangedEntity_IsNotWritten()
    {
        var id = Insert(People.Ada());

        using var db = _database.Open();
        var customer = db.Customers.Include(c => c.Tickets).Single(c => c.Id == id);
        customer.Email = "ada@example.com";
        PurposeScope.Run(Purposes.Support, () => customer.Email);

        Assert.Equal(0, db.SaveChanges());
        Assert.Equal(EntityState.Unchanged, db.Entry(customer).State);
    }

    [Fact]
    public void TrackerValuesReloadAndDelete_WorkPastTheGate()
    {
        var id = Insert(People.Ada());

        using var db = _database.Open();
        var customer = db.Customers.Find(id)!;
        var email = db.Entry(customer).Property(c => c.Email);
        email.CurrentValue = "x@example.com";
        Assert.Equal(("ada@example.com", true), (email.OriginalValue, email.IsModified));
        db.Entry(customer).Reload();
        Assert.Equal("ada@example.com", email.CurrentValue);
        db.Entry(customer).CurrentValues.SetValues(new Dictionary<string, object> { ["Email"] = "y@example.com" });
        db.SaveChanges();
        Assert.Equal("y@example.com", Column("Email", id));
        db.Remove(customer);
        db.SaveChanges();

        Assert.Equal("0", _database.Scalar("SELECT COUNT(*) FROM Customers"));
    }

    [Fact]
    public void DetachedGraph_IsUpdated()
    {
        var id = Insert(People.Ada());

        var posted = new Customer { Id = id, Email = "posted@example.com", Home = new Address("s", "c"), Tickets = [new Ticket { Text = "help" }] };
        using (var db = _database.Open())
        {
            db.Update(posted);
            db.SaveChanges();
        }

        Assert.Equal("posted@example.com", Column("Email", id));
        Assert.Equal("help", _database.Scalar($"SELECT Text FROM Tickets WHERE CustomerId = {id}"));
    }

    [Fact]
    public void KeyThatTheDatabaseGives_ReachesEntityAndChildren()
    {
        var ada = People.Ada();
        ada.Tickets = [new Ticket { Text = "one" }, new Ticket { Text = "two" }];
        Reads.AssertGuarded("ada@example.com", () => ada.Email);

        using var db = _database.Open();
        db.Add(ada);
        db.SaveChanges();

        Assert.NotEqual(0, ada.Id);
        Reads.AssertGuarded("ada@example.com", () => ada.Email);
        Reads.AssertGuarded($"{ada.Id},{ada.Id}", () => string.Join(",", ada.Tickets.Select(t => t.CustomerId)));
        Assert.Equal("2", _database.Scalar($"SELECT COUNT(*) FROM Tickets WHERE CustomerId = {ada.Id}"));
    }

    [Fact]
    public void GuardedKeys_AreFixedUpAndFound()
    {
        var account = new Account { Card = "4111", Logins = { new Login(), new Login() } };
        using (var db = _database.Open())
        {
            db.Add(account);
            db.SaveChanges();
        }

        using var again = _database.Open();
        var id = PurposeScope.Run(Purposes.Support, () => account.Id);
        var read = again.Accounts.Include(a => a.Logins).Single(a => a.Id == id);
        Reads.AssertGuarded(id, () => read.Id);
        Reads.AssertGuarded(id, () => read.Logins[0].AccountId);
        Assert.Equal(2, read.Logins.Count);
        Assert.Same(read, again.Accounts.Find(id));
        Assert.Equal("4111", Reads.Billing(() => read.Card));
    }

    [Fact]
    public void FieldOfTheUsersThatLooksLikeThatOfAGuardedKey_IsNotTakenForIt()
    {
        using (var db = _database.Open())
        {
            db.Add(new Badge { Id = 7, Text = "b" });
            db.SaveChanges();
        }

        Assert.Equal("7", _database.Scalar("SELECT Id FROM Badges"));
        using var again = _database.Open();
        var read = again.Badges.Single();
        Reads.AssertGuarded(7, () => read.Id);
        Assert.Equal(99, read.Mine());
    }

    [Fact]
    public void IncludedCollection_IsGuardedToo()
    {
        var ada = People.Ada();
        ada.Tickets = [new Ticket { Text = "one" }];
        var id = Insert(ada);

        using var db = _database.Open();
        var read = db.Customers.Include(c => c.Tickets).Single(c => c.Id == id);

        Reads.AssertGuarded("one", () => read.Tickets.Single().Text);
        Assert.Equal("NoScope", Reads.NoScope(() => read.Tickets));
        Assert.Same(read, db.Tickets.Local.Single().Customer);
    }

    [Fact]
    public void AttributesOfThePersistenceLayer_AreInTheModel()
    {
        using var db = _database.Open();
        var phone = db.Model.FindEntityType(typeof(Customer))!.FindProperty(nameof(Customer.Phone))!;

        Assert.Equal(("Telephone", 20), (phone.GetColumnName(), phone.GetMaxLength()));
        Assert.DoesNotContain(db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()), property => property.Name.Contains("ethics", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void ClientEvaluation_AsksTheGate()
    {
        Insert(People.Ada());
        using var db = _database.Open();

        Assert.Equal("NoScope", Reads.NoScope(() => db.Customers.AsEnumerable().Select(c => c.Email).First()));
        Assert.Equal("ada@example.com", Reads.Support(() => db.Customers.AsEnumerable().Select(c => c.Email).First()));
    }

    [Fact]
    public void Limit_ProjectionReadsTheColumn()
    {
        // The query never makes an object that could ask; the data layer's own package guards queries.
        Insert(People.Ada());
        using var db = _database.Open();

        Assert.Equal("ada@example.com", db.Customers.Select(c => c.Email).Single());
    }

    public void Dispose() => _database.Dispose();

    private int Insert(Customer customer)
    {
        using var db = _database.Open();
        db.Add(customer);
        db.SaveChanges();
        return customer.Id;
    }

    private string Column(string name, int id) => _database.Scalar($"SELECT {name} FROM Customers WHERE Id = {id}");
}
