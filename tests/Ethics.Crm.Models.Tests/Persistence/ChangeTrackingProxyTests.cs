using System.Collections.ObjectModel;
using System.ComponentModel;
using Ethics.Crm.Models.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.Models.Tests.Persistence;

/// <summary>An entity that tells its changes itself, through a proxy that overrides every setter. It is about a person by a key that is guarded as well.</summary>
[DataSubject]
public partial class Author
{
    [DataSubjectId, CollectedFor(Purposes.Support)]
    public virtual partial int Id { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial string? Email { get; set; }

    [DataCategory(Categories.ContactPhone)]
    public virtual partial string? Phone { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial Level Level { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial ICollection<Note> Notes { get; set; } = new ObservableCollection<Note>();
}

/// <summary>What belongs to such an entity, with a guarded reference back.</summary>
public partial class Note
{
    public virtual int Id { get; set; }

    [DataSubjectId(typeof(Author))]
    public virtual int AuthorId { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial Author? Author { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial string? Text { get; set; }
}

/// <summary>No scope is open around what the proxies and Entity Framework do by themselves: one call of a getter would throw.</summary>
public sealed class ChangeTrackingProxyTests : IDisposable
{
    private readonly SqliteConnection _connection = new("DataSource=:memory:");

    public ChangeTrackingProxyTests()
    {
        _connection.Open();
        using var db = Open();
        db.Database.EnsureCreated();
    }

    [Fact]
    public void Insert_WritesEveryValue()
    {
        var id = Insert();

        Assert.Equal("ada@example.com", Scalar($"SELECT Email FROM Authors WHERE Id = {id}"));
        Assert.Equal("0123", Scalar($"SELECT Phone FROM Authors WHERE Id = {id}"));
        Assert.Equal("1", Scalar($"SELECT Level FROM Authors WHERE Id = {id}"));
        Assert.Equal("first", Scalar($"SELECT Text FROM Notes WHERE AuthorId = {id}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Query_FillsProxiesWhoseReadsAreGuarded(bool tracking)
    {
        var id = Insert();

        using var db = Open();
        var read = (tracking ? db.Authors : db.Authors.AsNoTracking()).Include(a => a.Notes).Single(a => a.Id == id && a.Email == "ada@example.com" && a.Level == Level.Gold);

        // A proxy indeed, where Entity Framework tracks it or not: a class of another assembly that overrides what is guarded.
        Assert.IsAssignableFrom<INotifyPropertyChanged>(read);
        Assert.NotEqual(typeof(Author), read.GetType());
        Reads.AssertGuarded(id, () => read.Id);
        Reads.AssertGuarded("ada@example.com", () => read.Email);
        Reads.AssertGuarded("0123", () => read.Phone);
        Reads.AssertGuarded(Level.Gold, () => read.Level);
        Reads.AssertGuarded("first", () => read.Notes.Single().Text);
        Reads.AssertGuarded("ada@example.com", () => PurposeScope.Run(Purposes.Support, () => read.Notes.Single()) is var note ? note.Author!.Email : null);
    }

    [Fact]
    public void Update_IsTrackedWithoutReading()
    {
        var id = Insert();
        using (var db = Open())
        {
            var read = db.Authors.Find(id)!;
            // Nothing but the proxy tells what changes.
            db.ChangeTracker.AutoDetectChangesEnabled = false;

            read.Email = "ada@example.com";
            read.Level = Level.Gold;
            Assert.Equal(EntityState.Unchanged, db.Entry(read).State);
            read.Email = "new@example.com";
            read.Level = Level.Plain;
            Assert.Equal(["Email", "Level"], db.Entry(read).Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).Order());
            Assert.Equal(1, db.SaveChanges());
            Reads.AssertGuarded("new@example.com", () => read.Email);
        }

        Assert.Equal("new@example.com", Scalar($"SELECT Email FROM Authors WHERE Id = {id}"));
        Assert.Equal("0", Scalar($"SELECT Level FROM Authors WHERE Id = {id}"));
        Assert.Equal("0123", Scalar($"SELECT Phone FROM Authors WHERE Id = {id}"));
    }

    [Fact]
    public void ChildAddedToACollection_IsFoundAndTakenOutAgain()
    {
        var id = Insert();
        using var db = Open();
        var read = db.Authors.Include(a => a.Notes).Single(a => a.Id == id);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var second = db.CreateProxy<Note>();
        second.Text = "second";

        Assert.Equal("NotPermitted", Reads.Billing(() => { read.Notes.Add(second); return null; }));
        Assert.Equal(EntityState.Detached, db.Entry(second).State);
        PurposeScope.Run(Purposes.Support, () => read.Notes.Add(second));
        Assert.Equal(EntityState.Added, db.Entry(second).State);
        Assert.Equal(1, db.SaveChanges());
        Assert.Equal("2", Scalar($"SELECT COUNT(*) FROM Notes WHERE AuthorId = {id}"));

        second.Author = null;
        Assert.Equal(EntityState.Deleted, db.Entry(second).State);
        Assert.Equal(1, db.SaveChanges());
        Assert.Equal("first", Scalar("SELECT group_concat(Text) FROM Notes"));
    }

    [Fact]
    public void LazyCollection_LoadsOnlyForAPermittedReader()
    {
        var id = Insert();
        using var db = Open(lazy: true);
        var read = db.Authors.Find(id)!;

        Assert.Equal("NoScope", Reads.NoScope(() => read.Notes.Count));
        Assert.Equal("NotPermitted", Reads.Billing(() => read.Notes.Count));
        Assert.Equal("first", Reads.Support(() => read.Notes.Single().Text));
        Assert.True(db.Entry(read).Collection(a => a.Notes).IsLoaded);
    }

    [Fact]
    public void LazyReference_LoadsOnlyForAPermittedReader()
    {
        var id = Insert();
        using var db = Open(lazy: true);
        var note = db.Notes.Single();

        Reads.AssertGuarded("ada@example.com", () => note.Author!.Email);
        Assert.Equal(id.ToString(System.Globalization.CultureInfo.InvariantCulture), Reads.Support(() => note.Author!.Id));
        PurposeScope.Run(Purposes.Support, () => note.Author!.Email = "new@example.com");
        Assert.Equal(1, db.SaveChanges());
        Assert.Equal("new@example.com", Scalar($"SELECT Email FROM Authors WHERE Id = {id}"));
    }

    [Fact]
    public void Proxy_IsAboutThePersonOfItsType()
    {
        var id = Insert();
        using var db = Open();
        var read = db.Authors.Find(id)!;

        Assert.Equal(SubjectKey.Of<Author>(id), SubjectKey.Of(read));
    }

    private int Insert()
    {
        using var db = Open();
        var ada = db.Authors.CreateProxy();
        ada.Email = "ada@example.com";
        ada.Phone = "0123";
        ada.Level = Level.Gold;
        var note = db.Notes.CreateProxy();
        note.Text = "first";
        note.Author = ada;
        db.Add(note);
        db.SaveChanges();
        return PurposeScope.Run(Purposes.Support, () => ada.Id);
    }

    private AuthorContext Open(bool lazy = false)
    {
        var options = new DbContextOptionsBuilder().UseSqlite(_connection).UseChangeTrackingProxies();
        return new((lazy ? options.UseLazyLoadingProxies() : options).Options);
    }

    private string Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString() ?? "null";
    }

    public void Dispose() => _connection.Dispose();

    public class AuthorContext(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Author> Authors => Set<Author>();

        public DbSet<Note> Notes => Set<Note>();
    }
}
