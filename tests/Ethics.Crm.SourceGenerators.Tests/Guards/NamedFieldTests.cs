using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>C# 13, where the value lies in a named field.</summary>
public sealed class NamedFieldTests
{
    [Theory]
    [InlineData("public required partial string Email { get; set; }")]
    [InlineData("public required partial string Email { get; init; }")]
    [InlineData("public partial string? Email { get; internal set; }")]
    [InlineData("public virtual partial string? Email { get; set; }")]
    [InlineData("[System.Diagnostics.CodeAnalysis.AllowNull] public partial string Email { get; set; }")]
    [InlineData("[System.Diagnostics.CodeAnalysis.MaybeNull] public partial string Email { get; set; }")]
    [InlineData("[System.Diagnostics.CodeAnalysis.NotNull] public partial string? Email { get; set; }")]
    [InlineData("[property: System.Diagnostics.CodeAnalysis.DisallowNull] public partial string? Email { get; set; }")]
    [InlineData("public partial object? Email { get; set; }")]
    [InlineData("public partial dynamic? Email { get; set; }")]
    public void PropertyOfEveryForm_IsGuarded(string property) => AssertGuarded("public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor(\"support\")] " + property + " }");

    [Theory]
    [InlineData("public partial class Contact { [DataSubjectId, CollectedFor(\"support\")] public partial int Id { get; set; } [CollectedFor(\"support\")] public partial string? Email { get; set; } }")]
    [InlineData("public class Party { [DataSubjectId] public int Id { get; set; } public virtual string? Email { get; set; } } public sealed partial class Contact : Party { [CollectedFor(\"support\")] public sealed override partial string? Email { get; set; } }")]
    [InlineData("public class Party { [DataSubjectId] public int Id { get; set; } public string? Email; } public partial class Contact : Party { [CollectedFor(\"support\")] public new partial string? Email { get; set; } }")]
    [InlineData("public interface IMail { [CollectedFor(\"support\")] string? Email { get; } } public partial record Contact : IMail { [DataSubjectId] public int Id { get; set; } public partial string? Email { get; init; } }")]
    [InlineData("public partial struct Contact { public int Id { get; set; } [CollectedFor(\"support\")] public partial string? Email { readonly get; set; } public string? Phone { get; set; } }")]
    public void TypeOfEveryForm_IsGuarded(string declaration) => AssertGuarded(declaration);

    [Fact]
    public void ConstructorsAndGetOnlyProperties_WriteTheField()
    {
        var source = """
            namespace Acme;
            public partial class Contact { public Contact(string email) => Email = email; [CollectedFor("support")] public partial string Email { get; private set; } }
            public partial record struct Point { public Point(string email) => Email = email; [CollectedFor("support")] public partial string Email { get; init; } }
            public static class Program { public static string Run() { var c = new Contact("c"); var p = new Point("p"); return Gate.Read(() => c.Email) + " / " + Gate.Read(() => p.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("c") + " / " + Scenes.SupportOnly("p"), (Build.Of(Scenes.Gate, source) with { Language = LanguageVersion.CSharp13 }).Execute());
    }

    [Fact]
    public void FieldNames_AreThoseThatPersistenceLooksFor()
    {
        var source = "namespace Acme; public partial class Contact { [CollectedFor(\"support\")] public partial string? Email { get; set; } [CollectedFor(\"support\")] public partial string? URL { get; set; } [CollectedFor(\"support\")] public partial string? Élan { get; set; } }";

        var generated = (Build.Of(Scenes.Usings, source) with { Language = LanguageVersion.CSharp13 }).Run().Generated;

        Assert.Contains("string? _email", generated);
        Assert.Contains("string? _uRL", generated);
        Assert.Contains("string? _élan", generated);
    }

    /// <summary>Entity Framework would take a field of the user's for that of the property, and store what is in it.</summary>
    [Theory]
    [InlineData("", "_email", false)]
    [InlineData("public string? _email;", "_Email", true)]
    [InlineData("public string? email;", "_email", true)]
    [InlineData("public string? m_Email;", "_email", true)]
    [InlineData("public string? _email, _Email;", "m_email", true)]
    [InlineData("public string? _email, _Email, m_email, m_Email;", "__ethicsFieldEmail", true)]
    [InlineData("public string? _mail;", "_email", false)]
    [InlineData("public string? _Email { get; set; }", "_email", false)]
    public void FieldOfTheUsersThatPersistenceWouldTakeForIt_IsToldApart(string member, string field, bool isTold)
    {
        const string Attribute = "namespace Microsoft.EntityFrameworkCore { [AttributeUsage(AttributeTargets.Property)] public sealed class BackingFieldAttribute(string name) : Attribute { public string Name => name; } }";
        var source = $"namespace Acme {{ public partial class Contact {{ {member} [CollectedFor(\"support\")] public partial string? Email {{ get; set; }} }} }}";
        var build = Build.Of(Scenes.Usings, source) with { Language = LanguageVersion.CSharp13 };

        var told = (build with { Sources = build.Sources.Add(Attribute) }).Run().Generated;

        Assert.Contains($"string? {field} ", told);
        Assert.Equal(isTold, told.Contains($"[global::Microsoft.EntityFrameworkCore.BackingFieldAttribute(\"{field}\")]", StringComparison.Ordinal));
        Assert.DoesNotContain("BackingField", build.Run().Generated);
        Assert.DoesNotContain("BackingField", (build with { Sources = build.Sources.Add(Attribute), Language = LanguageVersion.CSharp14 }).Run().Generated);
    }

    private static void AssertGuarded(string declaration)
    {
        var source = $$"""
            namespace Acme { {{declaration}} }
            public static class Program { public static string Run() { var c = new Acme.Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), (Build.Of(Scenes.Gate, source) with { Language = LanguageVersion.CSharp13 }).Execute());
    }
}
