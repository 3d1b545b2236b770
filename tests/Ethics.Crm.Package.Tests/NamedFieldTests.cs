using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>C# 13, where the value of a guarded property lies in a field with a name: what persistence and serialisers make of it, in a real program.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class NamedFieldTests(PackedFeed feed)
{
    private const string Model =
        """
        using Ethics.Crm;
        using Microsoft.EntityFrameworkCore;

        namespace Shop
        {
            public class Db(DbContextOptions options) : DbContext(options) { public DbSet<Contact> Contacts => Set<Contact>(); }

            [DataSubject]
            public partial class Contact
            {
                OWN

                [DataSubjectId]
                public int Id { get; set; }

                [DataCategory("contact.email"), CollectedFor("support")]
                public partial string? Email { get; set; }
            }
        }
        """;

    private const string Program =
        """
        using System; using System.Linq; using System.Text.Json;
        using Ethics.Crm; using Microsoft.Data.Sqlite; using Microsoft.EntityFrameworkCore; using Shop;

        var connection = new SqliteConnection("DataSource=:memory:");
        connection.Open();
        Db Open() => new(new DbContextOptionsBuilder().UseSqlite(connection).Options);
        string Column() { using var command = connection.CreateCommand(); command.CommandText = "SELECT Email FROM Contacts"; return "" + command.ExecuteScalar(); }

        using (var db = Open()) { db.Database.EnsureCreated(); db.Add(new Contact { Id = 7, Email = "first" }); db.SaveChanges(); }
        Console.WriteLine("inserted: " + Column());
        using (var db = Open())
        {
            var read = db.Contacts.Single(c => c.Email == "first");
            Console.WriteLine("queried: " + Desk.Read(read));
            Console.WriteLine("without scope: " + Desk.Refused(read));
            read.Email = "second";
            db.SaveChanges();
        }

        Console.WriteLine("updated: " + Column());
        var json = PurposeScope.Run("support", () => JsonSerializer.Serialize(new Contact { Id = 7, Email = "j" }));
        Console.WriteLine("written: " + json);
        Console.WriteLine("read back: " + Desk.Read(JsonSerializer.Deserialize<Contact>(json)!));

        public static class Desk
        {
            public static string Read(Contact contact) { using (PurposeScope.Enter("support")) return "" + contact.Email; }

            public static string Refused(Contact contact) { try { return "" + contact.Email; } catch (PurposeViolationException refused) { return "" + refused.Refusal; } }
        }
        """;

    [Theory]
    [InlineData("")]
    // As the generator would call its own, and as Entity Framework would look for it.
    [InlineData("public string? _email = \"own\";")]
    [InlineData("public string? _email = \"own\", m_email = \"own\", email = \"own\";")]
    public void NamedField_IsTheOneThatPersistenceUses(string own)
    {
        using var work = feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", executable: true, properties: "<LangVersion>13</LangVersion>", items: """<PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.14" />""")
            .File("Shop/Contact.cs", Model.Replace("OWN", own)).File("Shop/Program.cs", Program);
        work.Build("Shop").Succeeded();

        Assert.Equal(
            ["inserted: first", "queried: first", "without scope: NoScope", "updated: second", "written: {\"Id\":7,\"Email\":\"j\"}", "read back: j"],
            work.Run("Shop").Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
