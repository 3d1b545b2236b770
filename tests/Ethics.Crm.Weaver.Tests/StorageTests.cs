using Ethics.Crm.Weaver.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.Weaver.Tests;

/// <summary>Persistence reads and writes fields, auto-properties' and named ones alike, and is not stopped.</summary>
public sealed class StorageTests
{
    private const string Contact =
        """
        using Ethics.Crm;

        public class Contact
        {
            private string _phone;

            [DataSubjectId] public int Id { get; set; }
            [DataCategory("contact.email"), CollectedFor("support")] public string Email { get; set; }
            [DataCategory("contact.email"), CollectedFor("support")] public string Phone { get { return _phone; } set { _phone = value; } }
        }
        """;

    [Fact]
    public void EntityFramework_StoresAndLoads_WithoutPurpose()
    {
        using var model = WovenModel.Of(Contact);
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder().UseSqlite(connection).Options;
        var contact = model.New("Contact");
        contact.Id = 7;
        contact.Email = "secret";
        contact.Phone = "123";
        using (var context = new Context(options, model.Type("Contact")))
        {
            context.Database.EnsureCreated();
            context.Add((object)contact);
            context.SaveChanges();
            contact.Email = "changed";
            context.SaveChanges();
        }

        using var second = new Context(options, model.Type("Contact"));
        dynamic loaded = second.Find(model.Type("Contact"), 7)!;

        Assert.Throws<PurposeViolationException>(() => (object)loaded.Email);
        using (PurposeScope.Enter("support"))
            Assert.Equal("changed 123", loaded.Email + " " + loaded.Phone);
    }

    private sealed class Context(DbContextOptions options, Type contact) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity(contact);
    }
}
