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

    private static string Execute(string source) => Build.Of(Scenes.Gate, source).Execute();
}
