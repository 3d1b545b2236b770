namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>What the compiler says of null, with a generated getter in between.</summary>
public sealed class NullabilityTests
{
    [Theory]
    [InlineData("[NotNull] public partial string? Email { get; set; }")]
    [InlineData("[MaybeNull] public partial string Email { get; set; }")]
    [InlineData("[AllowNull] public partial string Email { get; set; } = \"\";")]
    [InlineData("[DisallowNull] public partial string? Email { get; set; }")]
    [InlineData("[property: NotNull] public partial object? Email { get; set; }")]
    [InlineData("[NotNull] public partial string Email { get; set; } = \"\";")]
    [InlineData("[NotNull, AllowNull] public partial string Email { get; set; } = \"\";")]
    public void NullStateAttributes_BreakNoBuild(string property)
    {
        var source = $$"""
            using System.Diagnostics.CodeAnalysis;
            namespace Acme;
            public partial class Contact { public Contact() { } [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] {{property}} }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    [Theory]
    [InlineData("[NotNull] public partial T? Value { get; set; }")]
    [InlineData("[NotNull] public partial T Value { get; set; } = default!;")]
    [InlineData("[MaybeNull] public partial T Value { get; set; }")]
    [InlineData("public partial T Value { get; set; } = default!;")]
    public void NullStateAttributesOfATypeParameter_BreakNoBuild(string property) =>
        Build.Of(Scenes.Usings, $"using System.Diagnostics.CodeAnalysis; public partial class Bag<T> {{ [CollectedFor(\"support\")] {property} }}").Run();

    [Fact]
    public void ConstructorThatLeavesAPropertyNull_IsStillWarnedAbout()
    {
        var source = "namespace Acme; public partial class Contact { public Contact() { } [CollectedFor(\"support\")] public partial string Email { get; set; } }";

        (Build.Of(Scenes.Usings, source) with { Expected = ["CS9264"] }).Run();
    }

    [Fact]
    public void Limit_WithoutConstructor_NobodyIsWarnedOfANullProperty()
    {
        // The compiler would say it in the generated file, where nobody can do anything about it.
        var source = "namespace Acme; public partial class Contact { [CollectedFor(\"support\")] public partial string Email { get; set; } }";

        Build.Of(Scenes.Usings, source).Run();
    }

    [Fact]
    public void NullableDisabledCode_CompilesWithoutWarning()
    {
        var source = """
            #nullable disable
            namespace Acme;
            public partial class Contact { [DataSubjectId] public string Id { get; set; } [CollectedFor("support")] public partial string Email { get; set; } }
            public static class Program { public static string Run() { var c = new Contact { Id = "1", Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    private static string Execute(string source) => Build.Of(Scenes.Gate, source).Execute();
}
