using Ethics.Crm.Models.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.Models.Tests.Persistence;

/// <summary>An entity that tells its changes itself, through a proxy that overrides every setter.</summary>
public partial class Note
{
    public virtual int Id { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial string? Text { get; set; }
}

public sealed class ChangeTrackingProxyTests
{
    [Fact]
    public void SetterOfAProxy_TellsTheChangeWithoutReading()
    {
        using var connection = new SqliteConnection("DataSource=:memory:");
        connection.Open();
        using var db = new NoteContext(new DbContextOptionsBuilder().UseSqlite(connection).UseChangeTrackingProxies().Options);
        db.Database.EnsureCreated();
        var note = db.Notes.CreateProxy();
        note.Text = "first";
        db.Add(note);
        db.SaveChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;

        note.Text = "first";
        Assert.Equal(EntityState.Unchanged, db.Entry(note).State);
        note.Text = "second";
        Assert.Equal(EntityState.Modified, db.Entry(note).State);
        Assert.Equal(1, db.SaveChanges());
        Reads.AssertGuarded("second", () => note.Text);
    }

    public class NoteContext(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();
    }
}
