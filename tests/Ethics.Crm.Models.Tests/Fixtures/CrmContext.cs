using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.Models.Tests.Fixtures;

public class CrmContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Badge> Badges => Set<Badge>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Customer>(customer =>
    {
        customer.ComplexProperty(c => c.Home);
        customer.OwnsOne(c => c.Work);
    });
}

/// <summary>A database in memory, and contexts on it.</summary>
public sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection = new("DataSource=:memory:");
    private readonly Action<DbContextOptionsBuilder>? _configure;

    public Database(Action<DbContextOptionsBuilder>? configure = null)
    {
        _configure = configure;
        _connection.Open();
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public CrmContext Open()
    {
        var options = new DbContextOptionsBuilder().UseSqlite(_connection);
        _configure?.Invoke(options);
        return new(options.Options);
    }

    /// <summary>What lies in the table, past every model.</summary>
    public string Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString() ?? "null";
    }

    public void Dispose() => _connection.Dispose();
}
