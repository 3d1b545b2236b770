using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests.Guards;

public sealed class LanguageTests
{
    private const string Program = """
        public static class Program { public static string Run() { var c = new Acme.Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
        """;

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("struct")]
    [InlineData("record struct")]
    [InlineData("readonly struct")]
    public void CSharp13_KeepsTheValueInANamedField(string kind)
    {
        var source = $$"""
            namespace Acme { {{kind.Replace("struct", "partial struct").Replace("record partial", "partial record").Replace("class", "partial class").Replace("record", kind == "record" ? "partial record" : "record")}} Contact { [DataSubjectId] public int Id { get; init; } [CollectedFor("support")] public partial string? Email { get; init; } } }
            {{Program}}
            """;

        var result = (Build.Of(Scenes.Gate, source) with { Language = LanguageVersion.CSharp13 }).Run();

        Assert.Equal(Scenes.SupportOnly("e"), result.Execute());
        Assert.Contains("string? _email", result.Generated);
    }

    [Fact]
    public void CSharp13_TakenFieldName_GetsAnother()
    {
        var source = $$"""
            namespace Acme { public partial class Contact { internal string _email = "mine"; [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial string Email { get; set; } [CollectedFor("support")] public partial string? email { get; set; } } }
            {{Program}}
            """;

        Assert.Equal(Scenes.SupportOnly("e"), (Build.Of(Scenes.Gate, source) with { Language = LanguageVersion.CSharp13 }).Execute());
    }

    [Fact]
    public void Limit_CSharp13_InitialisedPropertyCannotBeGuarded()
    {
        var source = "namespace Acme; public partial class Contact { [CollectedFor(\"support\")] public partial string Email { get; set; } = \"\"; }";

        (Build.Of(Scenes.Usings, source) with { Language = LanguageVersion.CSharp13, Expected = ["CS9248", "CS8050"] }).Run();
    }

    [Fact]
    public void CSharp12_GetsNoGuards()
    {
        var source = "namespace Acme; public partial class Contact { [CollectedFor(\"support\")] public partial string Email { get; set; } }";

        var run = (Build.Of(Scenes.Usings, source) with { Language = LanguageVersion.CSharp12, Expected = ["CS8703", "CS9248"] }).Run();

        Assert.DoesNotContain(run.HintNames, name => name.Contains("Contact"));
    }

    [Theory]
    [InlineData("public partial class Contact { [DataSubjectId, CollectedFor(\"support\")] public partial int Id { get; set; } [CollectedFor(\"support\")] public partial string? Email { get; set; } }")]
    [InlineData("public readonly partial record struct Contact { [DataSubjectId] public int Id { get; init; } [CollectedFor(\"support\")] public partial string? Email { get; init; } }")]
    public void GuardOff_GivesPlainAccessors(string declaration)
    {
        var result = Build.Of(Scenes.Gate, $"namespace Acme {{ {declaration} }} {Program}").With("EthicsCrmGuard", "false").Run();

        Assert.Equal("e | e | e", result.Execute());
        Assert.DoesNotContain("ReadGate", result.Generated);
    }

    [Theory]
    [InlineData("public static partial class Contact { [CollectedFor(\"support\")] public static partial string? Email { get; set; } }")]
    [InlineData("public ref partial struct Contact { [CollectedFor(\"support\")] public partial string? Email { get; set; } }")]
    [InlineData("file partial class Contact { [CollectedFor(\"support\")] public partial string? Email { get; set; } }")]
    [InlineData("public partial interface Contact { [CollectedFor(\"support\")] partial string? Email { get; set; } }")]
    [InlineData("public partial class Contact { private string? e; [CollectedFor(\"support\")] public ref partial string? Email { get; } }")]
    public void WhatCannotBeGuarded_IsNotTouched(string declaration)
    {
        var build = Build.Of(Scenes.Usings, "namespace Acme; " + declaration);
        var driver = build.Driver().RunGenerators(build.Compilation());

        Assert.DoesNotContain(driver.GetRunResult().GeneratedTrees, tree => tree.FilePath.Contains("Guards.g"));
        Assert.All(driver.GetRunResult().Results, result => Assert.Null(result.Exception));
    }

    [Fact]
    public void Limit_TypeOfAnotherGeneratorNeedsItsFullName()
    {
        // Its name is all that is known; usings of the user's file are not repeated. In the same namespace it resolves.
        var source = "namespace Acme; public partial class Contact { [CollectedFor(\"support\")] public partial Made? Email { get; set; } }";

        var build = Build.Of(Scenes.Usings, source);
        var driver = build.Driver().RunGeneratorsAndUpdateCompilation(build.Compilation(), out var output, out _);

        Assert.All(output.GetDiagnostics().Where(one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), one => Assert.Equal("CS0246", one.Id));
    }
}
