using Ethics.Crm;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.AspNetCore.Benchmarks;

/// <summary>Nothing is guarded.</summary>
public sealed class PlainContact
{
    public int Id { get; init; }

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>The same, guarded as an application would do it.</summary>
[DataSubject]
public sealed partial class GuardedContact
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support)]
    public partial string Email { get; set; } = "";

    [DataCategory(Categories.ContactName), CollectedFor(Purposes.Support)]
    public partial string Name { get; set; } = "";
}

public sealed class ContactDb(DbContextOptions<ContactDb> options) : DbContext(options)
{
    public DbSet<PlainContact> Plain => Set<PlainContact>();

    public DbSet<GuardedContact> Guarded => Set<GuardedContact>();
}
