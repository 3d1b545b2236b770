using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.Parity.Tests.Guards;

/// <summary>A model in a database and back, without any purpose.</summary>
internal static class StoredModel
{
    public static async Task<IReadOnlyList<string>> OfAsync(Assembly model)
    {
        using var application = new Application(ModelRun.Policy);
        var one = model.GetType("Acme.Maker")!.GetMethod("Make")!.CreateDelegate<Func<int, object>>()(7);
        using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        // Each model has a context of its own: Entity Framework keeps what it knows of one by the context's type and options.
        var options = new DbContextOptionsBuilder().UseSqlite(connection).EnableServiceProviderCaching(false).Options;
        await using (var context = new Context(options, one.GetType()))
        {
            await context.Database.EnsureCreatedAsync();
            context.Add(one);
            await context.SaveChangesAsync();
        }

        await using var second = new Context(options, one.GetType());
        var back = (await second.FindAsync(one.GetType(), 7))!;
        return [ModelRun.Read(back), ModelRun.In("support", back), ModelRun.In("billing", back), ModelRun.In("marketing", back)];
    }

    private sealed class Context(DbContextOptions options, Type contact) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity(contact).HasKey("Id");
    }
}
