using Ethics.Crm.Weaver.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Weaver.Tests;

/// <summary>A woven property is read as a guarded one is: for what it was collected for, and for nothing else.</summary>
public sealed class ReadTests
{
    private const string Contact =
        """
        using Ethics.Crm;

        namespace Acme
        {
            [DataSubject]
            public class Contact
            {
                private string _note = "note";

                [DataSubjectId]
                public int Id { get; set; }

                [DataCategory("contact.email"), CollectedFor("support")]
                public string Email { get; set; }

                [DataCategory("contact.email"), CollectedFor("support")]
                public string Note { get { return _note; } set { _note = value; } }

                [DataCategory("contact.email"), CollectedFor("support")]
                public virtual int? Score { get; set; }

                public string Phone { get; set; }

                public string Name { get; set; }
            }

            public class Customer : Contact
            {
                public override int? Score { get { return 7; } set { } }
            }
        }
        """;

    [Fact]
    public void Read_WithinAPermittedPurpose_YieldsTheValue()
    {
        using var model = WovenModel.Of(Contact);
        var contact = model.New("Acme.Contact");
        contact.Id = 7;
        contact.Email = "secret";

        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("secret", contact.Email);
            Assert.Equal("note", contact.Note);
        }
    }

    /// <summary>Without an application nobody can have told the person, as it is where the generator guards.</summary>
    [Theory]
    [InlineData("[CollectedFrom(\"bought-list\")] ", false)]
    [InlineData("[CollectedAt(\"At\")] ", true)]
    [InlineData("", true)]
    public void AgeAndSource_AreAskedWhereThePolicyAsks(string said, bool isRead)
    {
        using var model = WovenModel.Of(Contact.Replace("public string Email", said + "public string Email", StringComparison.Ordinal));
        var contact = model.New("Acme.Contact");
        contact.Email = "secret";

        using (PurposeScope.Enter("support"))
        {
            if (isRead)
                Assert.Equal("secret", contact.Email);
            else
                Assert.Throws<PurposeViolationException>(() => (object)contact.Email);
        }
    }

    [Fact]
    public void Read_WithoutScope_AndForAnotherPurpose_IsRefused()
    {
        using var model = WovenModel.Of(Contact);
        var contact = model.New("Acme.Contact");
        contact.Email = "secret";

        var without = Assert.Throws<PurposeViolationException>(() => (object)contact.Email);
        Assert.Equal(Refusal.NoScope, without.Refusal);
        Assert.Equal("Contact.Email", without.Member);
        Assert.Throws<PurposeViolationException>(() => (object)contact.Note);
        using (PurposeScope.Enter("marketing"))
            Assert.Equal(["support"], Assert.Throws<PurposeViolationException>(() => (object)contact.Email).Permitted);
    }

    [Fact]
    public void WhatHasNoLabel_IsReadByEverybody()
    {
        using var model = WovenModel.Of(Contact);
        var contact = model.New("Acme.Contact");
        contact.Name = "Ann";
        contact.Id = 7;

        Assert.Equal("Ann", contact.Name);
        Assert.Equal(7, contact.Id);
        Assert.Equal(["Contact.Email", "Contact.Note", "Contact.Phone", "Contact.Score", "Customer.Score"], model.Members.Order());
    }

    [Fact]
    public void MemberThatThePolicyNames_IsWoven()
    {
        using var model = WovenModel.Of(Contact);
        var contact = model.New("Acme.Contact");
        contact.Phone = "123";

        Assert.Throws<PurposeViolationException>(() => (object)contact.Phone);
        using (PurposeScope.Enter("support"))
            Assert.Equal("123", contact.Phone);
    }

    [Fact]
    public void Override_IsCovered_WithTheLabelOfWhatItOverrides()
    {
        using var model = WovenModel.Of(Contact);
        var customer = model.New("Acme.Customer");

        Assert.Throws<PurposeViolationException>(() => (object)customer.Score);
        using (PurposeScope.Enter("support"))
            Assert.Equal(7, customer.Score);
    }

    [Theory, InlineData("support"), InlineData(null)]
    public void WithoutPolicy_WhatIsLabelledIsPermittedForNothing(string? purpose)
    {
        using var model = WovenModel.Of(Contact, policy: null);
        var contact = model.New("Acme.Contact");

        using (purpose is null ? null : PurposeScope.Enter(purpose))
            Assert.Throws<PurposeViolationException>(() => (object)contact.Email);
        contact.Phone = "123";
        Assert.Equal("123", contact.Phone);
    }

    [Fact]
    public void Weaving_Again_ChangesNothing()
    {
        using var model = WovenModel.Of(Contact);
        var once = File.ReadAllBytes(model.Path);

        model.Weave();

        Assert.Empty(model.Members);
        Assert.Equal(once, File.ReadAllBytes(model.Path));
    }

    [Fact]
    public void AssemblyWithoutLabels_IsNotTouched()
    {
        using var model = WovenModel.Compile("namespace Acme { public class Order { public int Id { get; set; } } }");
        var before = File.ReadAllBytes(model.Path);

        model.Weave();

        Assert.Equal(before, File.ReadAllBytes(model.Path));
    }

    [Fact]
    public void WhatNoGetterOfAnObjectReads_IsNotWoven()
    {
        using var model = WovenModel.Of(
            """
            using Ethics.Crm;
            namespace Acme
            {
                public abstract class Person
                {
                    [DataCategory("contact.email")] public static string Shared { get; set; }
                    [DataCategory("contact.email")] public abstract string Own { get; set; }
                    [DataCategory("contact.email")] public string Bare;
                    [DataCategory("contact.email")] public string Written { set { Bare = value; } }
                    [DataCategory("contact.email")] public ref string Place { get { return ref Bare; } }
                }
                public interface IPerson { [DataCategory("contact.email")] string Own { get; } }
            }
            """);

        Assert.Empty(model.Members);
    }

    [Fact]
    public void SequenceThatIsYielded_IsWoven()
    {
        using var model = WovenModel.Of(
            """
            using System.Collections.Generic;
            using Ethics.Crm;
            namespace Acme
            {
                public class Contact
                {
                    [DataCategory("contact.email"), CollectedFor("support")]
                    public IEnumerable<string> All { get { yield return "a"; yield return "b"; } }
                }
            }
            """);
        var contact = model.New("Acme.Contact");

        Assert.Throws<PurposeViolationException>(() => (object)contact.All);
        using (PurposeScope.Enter("support"))
            Assert.Equal(["a", "b"], (IEnumerable<string>)contact.All);
    }

    [Fact]
    public void ImplementationOfALabelledInterface_IsWoven_ExplicitOnesToo()
    {
        using var model = WovenModel.Of(
            """
            using Ethics.Crm;
            namespace Acme
            {
                public interface IContact { [DataCategory("contact.email"), CollectedFor("support")] string Email { get; } }
                public class Open : IContact { public string Email { get { return "open"; } } }
                public class Hidden : IContact { string IContact.Email { get { return "hidden"; } } public string Email { get { return "other"; } } }
                public static class Reader { public static string Read(object contact) { return ((IContact)contact).Email; } }
            }
            """, LanguageVersion.CSharp12);
        dynamic reader = (Func<object, object?>)(one => model.Type("Acme.Reader").GetMethod("Read")!.CreateDelegate<Func<object, string>>()(one));
        object open = model.New("Acme.Open"), hidden = model.New("Acme.Hidden");

        Assert.Throws<PurposeViolationException>(() => reader(open));
        Assert.Throws<PurposeViolationException>(() => reader(hidden));
        Assert.Equal("other", ((dynamic)hidden).Email);
        using (PurposeScope.Enter("support"))
            Assert.Equal("open", reader(open));
    }

    /// <summary>The gate stands in the getter; what the type does with its own field is not looked at.</summary>
    [Fact]
    public void FalseNegative_FieldThatTheTypeItselfReads_IsNotIntercepted()
    {
        using var model = WovenModel.Of(
            """
            using Ethics.Crm;
            public class Contact
            {
                private string _email = "secret";
                [DataCategory("contact.email"), CollectedFor("support")] public string Email { get { return _email; } }
                public string Read() { return _email; }
            }
            """);

        Assert.Equal("secret", model.New("Contact").Read());
        Assert.Throws<PurposeViolationException>(() => (object)model.New("Contact").Email);
    }
}
