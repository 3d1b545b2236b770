using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM1110: which members of which types lose a label, and the nearest that do not.</summary>
public sealed class UnlabelledStoreTests
{
    private const string Frame = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext { protected virtual void OnModelCreating(ModelBuilder b) { } }
            public class DbSet<T> { }
            public class ModelBuilder { public ModelBuilder Entity<T>() => this; }
            public interface IEntityTypeConfiguration<T> { }
        }
        namespace System.ComponentModel.DataAnnotations.Schema { public class TableAttribute : System.Attribute { public TableAttribute(string name) { } } public class NotMappedAttribute : System.Attribute { } }
        """;

    [Theory]
    [InlineData("[Table]", "[System.ComponentModel.DataAnnotations.Schema.Table(\"visits\")] public class Visit { public string Remark { get; set; } = \"\"; }")]
    [InlineData("[DataSubject]", "[DataSubject] public class Visit { [DataSubjectId] public int Id { get; set; } public string Remark { get; set; } = \"\"; }")]
    [InlineData("[DataSubjectId]", "public class Visit { [DataSubjectId] public int Id { get; set; } public string Remark { get; set; } = \"\"; }")]
    [InlineData("labelled member", "public class Visit { [DataCategory(\"contact.phone\"), CollectedFor(\"support\")] public string Phone = \"\"; public string Remark { get; set; } = \"\"; }")]
    [InlineData("DbSet", "public class Visit { public string Remark { get; set; } = \"\"; } public class Db : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<Visit> Visits { get; set; } = new(); }")]
    [InlineData("configuration", "public class Visit { public string Remark { get; set; } = \"\"; } public class VisitMap : Microsoft.EntityFrameworkCore.IEntityTypeConfiguration<Visit> { }")]
    [InlineData("Entity<T>", "public class Visit { public string Remark { get; set; } = \"\"; } public class Db : Microsoft.EntityFrameworkCore.DbContext { protected override void OnModelCreating(Microsoft.EntityFrameworkCore.ModelBuilder b) => b.Entity<Visit>(); }")]
    [InlineData("base of an entity", "public class Line { public string Remark { get; set; } = \"\"; } [System.ComponentModel.DataAnnotations.Schema.Table(\"visits\")] public class Visit : Line { }")]
    [InlineData("derived from an entity", "[System.ComponentModel.DataAnnotations.Schema.Table(\"visits\")] public class Line { public string Remark { get; set; } = \"\"; } public class Visit : Line { }")]
    [InlineData("field", "public class Visit { [DataSubjectId] public int Id; public string Remark = \"\"; }")]
    public Task EntityOrPerson_LosesTheLabel(string form, string types)
        => Border.VerifyAsync(form, "void M(Contact c, Visit v) => v.{|ECRM1110:Remark|} = c.Email;", types + Frame);

    [Theory]
    [InlineData("neither", "public class Visit { public string Remark { get; set; } = \"\"; }")]
    [InlineData("not mapped", "public class Visit { [DataSubjectId] public int Id; [System.ComponentModel.DataAnnotations.Schema.NotMapped] public string Remark { get; set; } = \"\"; }")]
    [InlineData("another entity", "public class Visit { public string Remark { get; set; } = \"\"; } [System.ComponentModel.DataAnnotations.Schema.Table(\"visits\")] public class Other { }")]
    [InlineData("property of that type in a class that is no context", "public class Visit { public string Remark { get; set; } = \"\"; } public class Service { public List<Visit> Visits { get; } = new(); }")]
    [InlineData("labelled for the same", "public class Visit { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public string Remark { get; set; } = \"\"; }")]
    public Task OtherMember_IsNotReported(string form, string types)
        => Border.VerifyAsync(form, "void M(Contact c, Visit v) => v.Remark = c.Email;", types + Frame);

    [Fact]
    public Task EntityOfThePolicy_LosesTheLabel() => Border.VerifyAsync(
        "policy",
        "void M(Contact c, Acme.Data.Visit v, Acme.Views.Visit w) { v.{|ECRM1110:Remark|} = c.Email; w.Remark = c.Email; }",
        "namespace Acme.Data { public class Visit { public string Remark { get; set; } = \"\"; } } namespace Acme.Views { public class Visit { public string Remark { get; set; } = \"\"; } }",
        static check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestPolicy.Of(Policies.Fabrikam.Replace("\"compatible\":", "\"entities\": [ \"Acme.Data.**\" ], \"compatible\":", StringComparison.Ordinal)));
        });

    [Theory]
    [InlineData("initialiser", "Lead M(Contact c) => new Lead { {|ECRM1110:Plain|} = c.Email };")]
    [InlineData("compound assignment", "void M(Contact c, Lead l) => l.{|ECRM1110:Plain|} += c.Email;")]
    [InlineData("deconstruction", "void M(Contact c, Lead l) => (l.{|ECRM1110:Plain|}, l.Same) = (c.Email, c.Email);")]
    [InlineData("its own member", "void M(Contact c) => c.{|ECRM1110:Name|} = c.Email.ToUpperInvariant();")]
    [InlineData("helper", "void M(Contact c, Lead l) => Put(l, c.Email); static void Put(Lead l, string s) => l.{|ECRM1110:Plain|} = s;")]
    [InlineData("length", "void M(Contact c, Lead l) => l.{|ECRM1110:Id|} = c.Email.Length;")]
    [InlineData("record", "Visit M(Contact c) => new Visit(1, c.{|ECRM1110:Email|}); record Visit([property: DataSubjectId] int Id, string Remark);")]
    [InlineData("with", "Visit M(Contact c, Visit v) => v with { {|ECRM1110:Remark|} = c.Email }; record Visit([property: DataSubjectId] int Id, string Remark);")]
    [InlineData("constructor", "Visit M(Contact c) => new Visit(c.Email); class Visit { [DataSubjectId] public int Id; public string Remark { get; } public Visit(string r) => {|ECRM1110:Remark|} = r; }")]
    [InlineData("list", "void M(Contact c, Visit v) => v.Remarks.Add(c.{|ECRM1110:Email|}); class Visit { [DataSubjectId] public int Id; public List<string> Remarks { get; } = new(); }")]
    [InlineData("misused where it is read", "[ForPurpose(\"marketing\")] void M(Contact c, Lead l) => l.Plain = c.{|ECRM2001:Email|};")]
    [InlineData("overwritten before", "void M(Contact c, Lead l) { var e = c.Email; e = \"\"; l.Plain = e; }")]
    [InlineData("null check", "void M(Contact c, Lead l) => l.Plain = c.Email is null ? \"no\" : \"yes\";")]
    [InlineData("anonymised", "void M(Contact c, Lead l) => l.Plain = Domain(c.Email); [Anonymizes(\"many users\")] static string Domain(string s) => s.Substring(3);")]
    [InlineData("whole object", "void M(Contact c, Visit v) { GC.KeepAlive(c.Email); v.Of = c; } class Visit { [DataSubjectId] public int Id; public Contact? Of { get; set; } }")]
    [InlineData("object that holds it", "void M(Contact c, Visit v) => v.Box = new Box { Text = c.Email }; class Visit { [DataSubjectId] public int Id; public Box? Box { get; set; } }")]
    public Task Store_IsReportedWhereItHappens(string form, string members) => Border.VerifyAsync(form, members);
}
