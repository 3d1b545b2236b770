using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary><c>EthicsCrmGuard=false</c>: what is generated behaves as if the property had never been partial.</summary>
public sealed class GuardOffTests
{
    public static TheoryData<string, string> Shapes() => new()
    {
        { "public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor(\"support\")] public partial string? Email { get; set; } }", "new Contact { Id = 7, Email = \"e\" }" },
        { "public partial class Contact { [DataSubjectId, CollectedFor(\"support\")] public partial int Id { get; set; } [CollectedFor(\"support\")] public required partial string Email { get; init; } }", "new Contact { Id = 7, Email = \"e\" }" },
        { "public sealed partial record Contact([DataSubjectId] int Id, string Email) { [CollectedFor(\"support\")] public partial string Email { get; init; } = Email; }", "new Contact(7, \"e\")" },
        { "public partial record Contact { public int Id { get; set; } [CollectedFor(\"support\")] public virtual partial string? Email { get; set; } } public partial record Vip : Contact { public override partial string? Email { get; set; } }", "new Vip { Id = 7, Email = \"e\" }" },
        { "public partial struct Contact { public int Id { get; set; } [CollectedFor(\"support\")] public partial string? Email { get; set; } }", "new Contact { Id = 7, Email = \"e\" }" },
        { "public readonly partial struct Contact { public int Id { get; init; } [CollectedFor(\"support\")] public partial string? Email { get; init; } }", "new Contact { Id = 7, Email = \"e\" }" },
        { "public readonly partial record struct Contact(int Id, string Email) { [CollectedFor(\"support\")] public partial string Email { get; init; } = Email; }", "new Contact(7, \"e\")" },
        { "public partial class Contact { public Contact(string email) => Email = email; public int Id { get; set; } [CollectedFor(\"support\")] public partial string Email { get; } }", "new Contact(\"e\") { Id = 7 }" },
        { "public partial class Contact { public int Id { get; set; } [CollectedFor(\"support\")] public partial string Email { get; private set; } = \"e\"; }", "new Contact { Id = 7 }" },
        { "public interface IMail { [CollectedFor(\"support\")] dynamic? Email { get; } } public partial class Contact : IMail { public int Id { get; set; } public partial dynamic? Email { get; set; } }", "new Contact { Id = 7, Email = \"e\" }" },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void EveryShape_BehavesAsItsPlainTwin(string declaration, string make)
    {
        foreach (var language in new[] { LanguageVersion.CSharp14, LanguageVersion.CSharp13 })
        {
            // There it cannot be guarded at all.
            if (language == LanguageVersion.CSharp13 && (declaration.Contains("} =") || declaration.Contains("{ get; } }")))
                continue;
            var plain = declaration.Replace("partial ", "");
            var source = $$"""
                namespace Guarded { {{declaration}} public static class Show { public static string Run() { var c = {{make}}; var d = {{make}}; return Look.At(c, d, c.Email); } } }
                namespace Plain { {{plain}} public static class Show { public static string Run() { var c = {{make}}; var d = {{make}}; return Look.At(c, d, c.Email); } } }
                public static class Look
                {
                    public static string At<T>(T c, T d, object? email) where T : notnull => string.Join(" ", email, c.Equals(d), c.Equals(c), c.ToString()!.Split('.')[^1], System.Runtime.CompilerServices.Unsafe.SizeOf<T>(),
                        string.Join(",", System.Linq.Enumerable.Select(typeof(T).GetMembers((System.Reflection.BindingFlags)62), member => member.MemberType)));
                }
                public static class Program { public static string Run() => Guarded.Show.Run() + "\n" + Plain.Show.Run(); }
                """;

            var result = (Build.Of(Scenes.Gate, source) with { Language = language }).With("EthicsCrmGuard", "false").Run();
            var lines = result.Execute().Split('\n');

            Assert.Equal(lines[1], lines[0]);
            Assert.StartsWith("e ", lines[0]);
            Assert.DoesNotContain("ReadGate", result.Generated);
        }
    }

    [Fact]
    public void GuardOn_OfTheSameShape_DoesNot()
    {
        var source = """
            namespace Acme;
            public partial record Contact { public int Id { get; set; } [CollectedFor("support")] public partial string? Email { get; set; } }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; return c + " " + Gate.Read(() => c.Email); } }
            """;

        Assert.Equal("Contact { Id = 7, Email = e } e | e | e", Build.Of(Scenes.Gate, source).With("EthicsCrmGuard", "false").Execute());
        Assert.Equal("Contact { Id = 7, Email = (guarded) } " + Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source).Execute());
    }
}
