namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>Who may read and write stays as declared.</summary>
public sealed class AccessorTests
{
    [Theory]
    [InlineData("public partial string Email { get; private set; } = \"e\";", "Public", "Private")]
    [InlineData("public partial string Email { get; protected set; } = \"e\";", "Public", "Family")]
    [InlineData("public partial string Email { get; internal set; } = \"e\";", "Public", "Assembly")]
    [InlineData("public partial string Email { get; private protected set; } = \"e\";", "Public", "FamANDAssem")]
    [InlineData("public partial string Email { get; protected internal init; } = \"e\";", "Public", "FamORAssem")]
    [InlineData("public partial string Email { get; private init; } = \"e\";", "Public", "Private")]
    [InlineData("public partial string Email { internal get; set; } = \"e\";", "Assembly", "Public")]
    [InlineData("public partial string Email { get; } = \"e\";", "Public", "none")]
    [InlineData("private partial string Email { get; set; } = \"e\";", "Private", "Private")]
    [InlineData("partial string Email { get; set; } = \"e\";", "Private", "Private")]
    [InlineData("protected partial string Email { get; set; } = \"e\";", "Family", "Family")]
    [InlineData("private protected partial string Email { get; init; } = \"e\";", "FamANDAssem", "FamANDAssem")]
    [InlineData("protected internal virtual partial string Email { get; set; } = \"e\";", "FamORAssem", "FamORAssem")]
    public void Accessibility_IsThatOfTheDeclaration(string property, string getter, string setter)
    {
        var source = $$"""
            namespace Acme;
            public partial class Contact
            {
                [DataSubjectId] public int Id { get; set; }
                [CollectedFor("support")] {{property}}
                public string? Read() => Email;
            }
            public static class Program
            {
                public static string Run()
                {
                    var property = typeof(Contact).GetProperty("Email", (System.Reflection.BindingFlags)60)!;
                    string Of(System.Reflection.MethodInfo? accessor) => accessor is null ? "none" : (accessor.Attributes & System.Reflection.MethodAttributes.MemberAccessMask).ToString();
                    var c = new Contact { Id = 7 };
                    return Of(property.GetMethod) + " " + Of(property.SetMethod) + " / " + Gate.Read(() => c.Read());
                }
            }
            """;

        Assert.Equal($"{getter} {setter} / {Scenes.SupportOnly("e")}", Build.Of(Scenes.Gate, source).Execute());
    }

    [Theory]
    [InlineData("new Contact { Id = 7 }", "CS9035")]
    [InlineData("Change(new Contact { Id = 7, Email = \"e\" })", "CS8852")]
    public void RequiredAndInit_AreStillEnforced(string expression, string error)
    {
        var source = $$"""
            namespace Acme;
            public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public required partial string Email { get; init; } }
            public static class Program { public static object Run() => {{expression}}; static Contact Change(Contact c) { {{(error == "CS8852" ? "c.Email = \"x\";" : "")}} return c; } }
            """;

        (Build.Of(Scenes.Usings, source) with { Expected = [error] }).Run();
    }

    [Fact]
    public void ConstructorThatSetsRequiredMembers_IsStillEnough()
    {
        var source = """
            namespace Acme;
            public partial class Contact
            {
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Contact(string email) => Email = email;
                [DataSubjectId] public int Id { get; set; }
                [CollectedFor("support")] public required partial string Email { get; init; }
            }
            public static class Program { public static string Run() { var c = new Contact("e"); return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void Writing_NeedsNoScope_AndIsSeen()
    {
        var source = """
            namespace Acme;
            public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial string Email { get; set; } = "first"; public Contact() { } public Contact(string email) { Email = email; } }
            public static class Program
            {
                public static string Run()
                {
                    var a = new Contact(); var b = new Contact("ctor"); var c = new Contact { Email = "init" }; var d = new Contact(); d.Email = "set";
                    return Gate.In("support", () => a.Email + b.Email + c.Email + d.Email);
                }
            }
            """;

        Assert.Equal("firstctorinitset", Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void CompoundAssignment_ReadsAndIsRefused()
    {
        var source = """
            namespace Acme;
            public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial int Calls { get; set; } }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Calls = 1 }; return Gate.Read(() => c.Calls++) + " / " + Gate.Read(() => c.Calls += 2); } }
            """;

        Assert.Equal(Scenes.SupportOnly("1") + " / " + Scenes.SupportOnly("4"), Build.Of(Scenes.Gate, source).Execute());
    }
}
