using System.Reflection;

namespace Ethics.Crm.Abstractions.Tests;

/// <summary>Every place where the attributes may stand: that this file compiles is the better part of the test.</summary>
public sealed class AttributeTests
{
    [DataCategory("contact.email")]
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class EmailAttribute : Attribute;

    [DataSubject]
    private interface IPerson;

    [DataSubject("contact")]
    [ForPurpose("support")]
    [DisclosesTo("mailchimp")]
    [ReviewedUse("agreed", By = "A. Meyer", Until = "2027-01-31")]
    private sealed class Everything : IPerson
    {
        [DataCategory("content.note"), CollectedFor("support", "billing")]
        public string Field = "";

        [DataSubjectTenant]
        public string? Tenant = null;

        [ForPurpose("support")]
        public Everything()
        {
        }

        [DataSubjectId]
        public int Id { get; set; }

        [DataSubjectId(typeof(Everything))]
        public int Other { get; set; }

        [Email, CollectedFrom("web-form"), CollectedAt(nameof(At)), ForPurpose("support"), ReviewedUse("r")]
        public string Email { get; set; } = "";

        public DateTime At { get; set; }

        [ForPurpose("support", "billing"), DisclosesTo("mailchimp"), DisclosesTo("analytics"), Anonymizes("a count"), ReviewedUse("r")]
        [return: DataCategory("contact.email"), CollectedFor("support"), Anonymizes("a count")]
        public string Method([DataCategory("contact.email"), CollectedFor("support"), DisclosesTo("mailchimp"), DataSubjectId] string value)
        {
            var lambda = [ForPurpose("support")] () => Local();
            return lambda() + value;

            [ForPurpose("support")]
            static string Local() => "";
        }
    }

    private sealed record Positional([DataSubjectId] int Id, [DataCategory("contact.email"), CollectedFor("support")] string Email);

    [DataSubject("visitor")]
    private readonly record struct Visitor([DataSubjectId] string Cookie);

    [Fact]
    public void Values_AreThoseGiven()
    {
        Assert.Equal("contact", typeof(Everything).GetCustomAttribute<DataSubjectAttribute>()!.SubjectType);
        Assert.Null(typeof(IPerson).GetCustomAttribute<DataSubjectAttribute>()!.SubjectType);
        Assert.Equal("visitor", typeof(Visitor).GetCustomAttribute<DataSubjectAttribute>()!.SubjectType);
        Assert.Equal(["support", "billing"], typeof(Everything).GetMethod("Method")!.GetCustomAttribute<ForPurposeAttribute>()!.Purposes);
        Assert.Equal(2, typeof(Everything).GetMethod("Method")!.GetCustomAttributes<DisclosesToAttribute>().Count());
        Assert.Equal(typeof(Everything), typeof(Everything).GetProperty("Other")!.GetCustomAttribute<DataSubjectIdAttribute>()!.Subject);
        Assert.Null(typeof(Everything).GetProperty("Id")!.GetCustomAttribute<DataSubjectIdAttribute>()!.Subject);
        Assert.Equal("contact.email", typeof(EmailAttribute).GetCustomAttribute<DataCategoryAttribute>()!.Category);
        Assert.Equal(["support"], typeof(Positional).GetConstructors()[0].GetParameters()[1].GetCustomAttribute<CollectedForAttribute>()!.Purposes);
        Assert.Equal("At", typeof(Everything).GetProperty("Email")!.GetCustomAttribute<CollectedAtAttribute>()!.Member);
    }

    [Fact]
    public void NoPurposeGiven_IsAnEmptyListAndNotNull()
    {
        Assert.Empty(new ForPurposeAttribute().Purposes);
        Assert.Empty(new ForPurposeAttribute(null!).Purposes);
        Assert.Empty(new CollectedForAttribute(null!).Purposes);
    }

    [Fact]
    public void ForPurpose_MayStandOnAnAssembly() =>
        Assert.True(typeof(ForPurposeAttribute).GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn.HasFlag(AttributeTargets.Assembly));
}
