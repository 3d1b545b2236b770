using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Subjects;

/// <summary>The keys that generated code makes must be those that <see cref="SubjectKey.Of{T}(object, string)"/> makes.</summary>
public sealed class SubjectKeysTests
{
    [Fact]
    public void SetId_IsOnePerson()
    {
        Assert.Equal([SubjectKey.Of<SubjectKeyTests.Contact>(7)], SubjectKeys.One("contact", 7));
        Assert.Equal([SubjectKey.Of<SubjectKeyTests.Contact>(7)], SubjectKeys.One<int?>("contact", 7));
        Assert.Equal([SubjectKey.Of<SubjectKeyTests.Contact>("a", "north")], SubjectKeys.One("contact", "a", "north"));
        var id = Guid.NewGuid();
        Assert.Equal([SubjectKey.Of<SubjectKeyTests.Contact>(id)], SubjectKeys.One("contact", id));
    }

    [Fact]
    public void UnsetId_IsNobody()
    {
        Assert.Empty(SubjectKeys.One("contact", 0));
        Assert.Empty(SubjectKeys.One<int?>("contact", null));
        Assert.Empty(SubjectKeys.One<int?>("contact", 0));
        Assert.Empty(SubjectKeys.One<Guid?>("contact", Guid.Empty));
        Assert.Empty(SubjectKeys.One<string?>("contact", null));
        Assert.Empty(SubjectKeys.One("contact", ""));
        Assert.Empty(SubjectKeys.None);
    }

    [Fact]
    public void EmptyTenant_IsNone() => Assert.Equal(SubjectKeys.One("contact", 7), SubjectKeys.One("contact", 7, ""));
}
