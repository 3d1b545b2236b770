namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>Names of the user's that generated code would like to have.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("class Contact", "EthicsGuards")]
    [InlineData("class EthicsGuards", "Email")]
    [InlineData("class Contact<EthicsGuards>", "Email")]
    [InlineData("class Contact", "All")]
    [InlineData("class Contact", "ToString")]
    [InlineData("class Contact", "Mine")]
    public void NameThatGeneratedCodeUses_IsFreeForTheUser(string type, string property)
    {
        var instance = type.Replace("class ", "").Replace("<EthicsGuards>", "<string>");
        var source = $$"""
            namespace Acme;
            public partial {{type}}
            {
                [DataSubjectId(typeof(Sender))] public int Id { get; set; }
                [DataSubjectId(typeof(Receiver))] public int To { get; set; }
                [CollectedFor("support")] public {{(property == "ToString" ? "new " : "")}}partial string? {{property}} { get; set; }
                {{(property == "Mine" ? "internal static class EthicsGuards { }" : "")}}
            }
            [DataSubject] public class Sender;
            [DataSubject] public class Receiver;
            public static class Program { public static string Run() { var c = new {{instance}} { Id = 7, To = 8, {{property}} = "e" }; return Gate.Read(() => c.{{property}}); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    /// <summary>Guarded ones have their names in the class of the guards, all of them in the type.</summary>
    [Theory]
    [InlineData("__MaskEmail")]
    [InlineData("__List0")]
    [InlineData("__List1")]
    [InlineData("__KnownPurposes")]
    [InlineData("__Subject")]
    [InlineData("__All")]
    [InlineData("__Bypass")]
    [InlineData("__ethicsSubject")]
    [InlineData("__EthicsDecide")]
    [InlineData("__EthicsIgnoresWrite")]
    [InlineData("___EthicsDecide")]
    public void NameOfGeneratedCodesOwn_IsFreeForTheUser(string name)
    {
        foreach (var kind in new[] { "[CollectedFor(\"support\")] public partial string? {0} {{ get; set; }}", "public string? {0} {{ get; set; }}", "public void {0}() {{ }}", "public string? {0} = null;" })
        {
            var source = $$"""
                namespace Acme;
                public partial class Contact
                {
                    [DataSubjectId(typeof(Sender)), CollectedFor("support")] public partial int Id { get; set; } = 7;
                    [DataSubjectId(typeof(Receiver))] public int To { get; set; }
                    [CollectedFor("support")] public partial string? Email { get; set; }
                    {{string.Format(System.Globalization.CultureInfo.InvariantCulture, kind, name)}}
                }
                public partial class Customer<__T> { [CollectedFor("support")] public partial __T? Value { get; set; } }
                [DataSubject] public class Sender;
                [DataSubject] public class Receiver;
                public static class Program { public static string Run() { var c = new Contact { To = 8, Email = "e" }; return Gate.Read(() => c.Email); } }
                """;

            Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
        }
    }

    /// <summary>A member must not have the name of its type.</summary>
    [Theory]
    [InlineData("__EthicsDecide")]
    [InlineData("__Bypass")]
    [InlineData("__ethicsSubject")]
    public void NameOfGeneratedCodesOwn_IsFreeForTheTypeToo(string name)
    {
        var source = $$"""
            namespace Acme;
            public partial class {{name}} { [DataSubjectId, CollectedFor("support")] public partial int Id { get; set; } [CollectedFor("support")] public partial string? Email { get; set; } }
            public static class Program { public static string Run() { var c = new {{name}} { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    /// <summary>A field of its own beside the slot, which had one name.</summary>
    [Fact]
    public void NamedFieldOfAPropertyCalledSubject_IsNotTheSlot()
    {
        var source = """
            namespace Acme;
            public partial class Contact { public string _subject = "mine"; [CollectedFor("support")] public partial string? Subject { get; set; } }
            public static class Program { public static string Run() { var c = new Contact { Subject = "e" }; return Gate.Read(() => c.Subject); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), (Build.Of(Scenes.Gate, source) with { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13 }).Execute());
    }

    private static string Execute(string source) => Build.Of(Scenes.Gate, source).Execute();

    /// <summary>The run time and other assemblies find it by its name.</summary>
    [Fact]
    public void Limit_ReaderOfAGuardedIdPastTheGate_KeepsItsName()
        => Assert.Contains("already contains a definition for '__EthicsRawId'", Assert.ThrowsAny<Exception>(static () =>
            Build.Of(Scenes.Usings, "namespace Acme; public partial class Contact { [DataSubjectId, CollectedFor(\"support\")] public partial int Id { get; set; } private int __EthicsRawId => 1; }").Run()).Message);
}
