using Ethics.Crm.Weaver.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Weaver.Tests;

/// <summary>Records, structs, generic types, nested ones.</summary>
public sealed class ShapeTests
{
    private const LanguageVersion Twelve = LanguageVersion.CSharp12;

    [Fact]
    public void Record_IsPrintedWithoutBeingRead_AndIsEqualByItsValues()
    {
        using var model = WovenModel.Of(
            """
            using Ethics.Crm;
            namespace Acme
            {
                [DataSubject]
                public record Contact([property: DataSubjectId] int Id, [DataCategory("contact.email"), CollectedFor("support")] string Email, [DataCategory("contact.email"), CollectedFor("support")] int Score, string Name)
                {
                    [DataCategory("contact.email"), CollectedFor("support")] public System.Guid? Code { get; init; }
                }
            }
            """, Twelve);
        object one = model.New("Acme.Contact", 7, "secret", 3, "Ann"), same = model.New("Acme.Contact", 7, "secret", 3, "Ann"), other = model.New("Acme.Contact", 7, "public", 3, "Ann");

        Assert.Equal("Contact { Id = 7, Email = (guarded), Score = (guarded), Name = Ann, Code = (guarded) }", one.ToString());
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.Throws<PurposeViolationException>(() => (object)((dynamic)one).Email);
        Assert.Throws<PurposeViolationException>(() => (object)((dynamic)one).Code);
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("secret", ((dynamic)one).Email);
            Assert.Equal(3, ((dynamic)one).Score);
            Assert.Equal("Contact { Id = 7, Email = (guarded), Score = (guarded), Name = Ann, Code = (guarded) }", one.ToString());
        }
    }

    [Fact]
    public void RecordThatPrintsItself_IsLeftAsItWasWritten()
    {
        using var model = WovenModel.Of(
            """
            using Ethics.Crm;
            namespace Acme
            {
                public record Contact([property: DataCategory("contact.email"), CollectedFor("support")] string Email)
                {
                    protected virtual bool PrintMembers(System.Text.StringBuilder builder) { builder.Append(Email); return true; }
                }
            }
            """, Twelve);
        object contact = model.New("Acme.Contact", "secret");

        Assert.Throws<PurposeViolationException>(() => contact.ToString());
        using (PurposeScope.Enter("support"))
            Assert.Equal("Contact { secret }", contact.ToString());
    }

    [Theory, InlineData("struct Contact"), InlineData("readonly struct Contact"), InlineData("record struct Contact"), InlineData("readonly record struct Contact")]
    public void Struct_IsWoven(string declaration)
    {
        using var model = WovenModel.Of(
            $$"""
            using Ethics.Crm;
            namespace Acme
            {
                [DataSubject]
                public {{declaration}}
                {
                    public Contact(int id, string email) { Id = id; Email = email; }
                    [DataSubjectId] public int Id { get; }
                    [DataCategory("contact.email"), CollectedFor("support")] public string Email { get; }
                }
            }
            """, Twelve);
        object contact = model.New("Acme.Contact", 7, "secret");

        Assert.Throws<PurposeViolationException>(() => (object)((dynamic)contact).Email);
        using (PurposeScope.Enter("support"))
            Assert.Equal("secret", ((dynamic)contact).Email);
        if (declaration.Contains("record"))
            Assert.Equal("Contact { Id = 7, Email = (guarded) }", contact.ToString());
    }

    [Fact]
    public void GenericAndNestedTypes_AreWoven_WithTheKeyOfTheirBase()
    {
        using var model = WovenModel.Of(
            """
            using System;
            using System.Collections.Generic;
            using Ethics.Crm;
            namespace Acme
            {
                public abstract class Entity<TId>
                {
                    [DataSubjectId] public virtual TId Id { get; set; }
                    [DataCategory("contact.email"), CollectedFor("support")] public List<TId> Related { get; set; }
                }
                public class Store<T> where T : class
                {
                    public class Contact<TValue> : Entity<Guid>
                    {
                        [DataSubjectTenant] public T Tenant { get; set; }
                        [DataCategory("contact.email"), CollectedFor("support")] public TValue Value { get; set; }
                        [DataCategory("contact.email"), CollectedFor("support")] public Dictionary<T, TValue[]> All { get; set; }
                    }
                }
                public class Note : Store<string>.Contact<int> { }
            }
            """);
        var note = model.New("Acme.Note");
        note.Value = 5;
        note.Id = Guid.NewGuid();
        note.Tenant = "north";
        note.Related = new List<Guid> { Guid.Empty };

        Assert.Throws<PurposeViolationException>(() => (object)note.Value);
        Assert.Throws<PurposeViolationException>(() => (object)note.Related);
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal(5, note.Value);
            Assert.Null(note.All);
            Assert.Single(note.Related);
        }
    }

    [Fact]
    public void IdThatIsItselfLabelled_IsReadPastItsGate()
    {
        using var model = WovenModel.Of(
            """
            using Ethics.Crm;
            namespace Acme
            {
                [DataSubject("contact")]
                public class Contact
                {
                    [DataSubjectId, DataCategory("contact.email"), CollectedFor("support")] public string Email { get; set; }
                    [DataCategory("contact.email"), CollectedFor("support")] public string Name { get; set; }
                }
                public class Customer : Contact
                {
                    [DataCategory("contact.email"), CollectedFor("support")] public string Number { get; set; }
                }
            }
            """);
        var customer = model.New("Acme.Customer");
        customer.Email = "secret";
        customer.Name = "Ann";
        customer.Number = "1";

        Assert.Equal(new SubjectKey(null, "contact", "secret"), SubjectKey.Of((object)customer));
        Assert.Throws<PurposeViolationException>(() => (object)customer.Email);
        using (PurposeScope.Enter("support"))
            Assert.Equal("Ann1secret", customer.Name + customer.Number + customer.Email);
    }

    [Fact]
    public void DataAboutSeveral_KeepsAllOfThem()
    {
        using var model = WovenModel.Of(
            """
            using Ethics.Crm;
            namespace Acme
            {
                public class Customer { [DataSubjectId] public int Id { get; set; } }
                public class Agent { [DataSubjectId] public long Id { get; set; } }
                public class Call
                {
                    [DataSubjectId(typeof(Customer))] public int CustomerId { get; set; }
                    [DataSubjectId(typeof(Agent))] public long AgentId { get; set; }
                    [DataSubjectTenant] public int Tenant { get; set; }
                    [DataCategory("contact.email"), CollectedFor("support")] public string Notes { get; set; }
                }
            }
            """);
        var call = model.New("Acme.Call");
        call.CustomerId = 1;
        call.AgentId = 2L;
        call.Notes = "secret";

        Assert.Throws<PurposeViolationException>(() => (object)call.Notes);
        using (PurposeScope.Enter("support"))
            Assert.Equal("secret", call.Notes);
    }

    [Fact]
    public void GetterThatReadsAnother_IsRefusedAsItself()
    {
        using var model = WovenModel.Of(
            """
            using Ethics.Crm;
            namespace Acme
            {
                public class Contact
                {
                    [DataCategory("contact.email"), CollectedFor("support")] public string First { get; set; }
                    [DataCategory("contact.email"), CollectedFor("support")]
                    public string Loud { get { try { return First.ToUpperInvariant(); } catch (System.NullReferenceException) { return "none"; } } }
                }
            }
            """);
        var contact = model.New("Acme.Contact");

        Assert.Throws<PurposeViolationException>(() => (object)contact.Loud);
        using (PurposeScope.Enter("support"))
            Assert.Equal("none", contact.Loud);
    }
}
