using Fabrikam.Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Fabrikam.Crm.Data;

/// <summary>Nothing here knows of purposes: persistence reads and writes the fields behind guarded properties.</summary>
public sealed class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
{
    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // One number for one person, given outside: a lead takes hers along when she becomes a contact.
        modelBuilder.Entity<Contact>().Property(c => c.Id).ValueGeneratedNever();
        modelBuilder.Entity<Lead>().Property(l => l.Id).ValueGeneratedNever();
    }
}
