namespace Ethics.Crm.Analyzers.Tests.Labels;

/// <summary>A member that is labelled in several places: each of them has its say, whatever their order. Code under support, which <c>m</c> does not permit.</summary>
public sealed class SeveralVoicesTests
{
    private const string Classes =
        """
        [CollectedFor("support")] class SAttribute : System.Attribute { }
        [CollectedFor("marketing")] class MAttribute : System.Attribute { }
        [DataCategory("contact.email"), CollectedFor("support")] class ESAttribute : System.Attribute { }
        [DataCategory("contact.email"), CollectedFor("marketing")] class EMAttribute : System.Attribute { }
        [DataCategory("contact.email")] class EAttribute : System.Attribute { }
        class MailAttribute : EMAttribute { }
        """;

    [Theory]
    [InlineData("two lists of attribute classes", "[S, M] public string X = \"\";")]
    [InlineData("the other way round", "[M, S] public string X = \"\";")]
    [InlineData("one category, two lists", "[ES, EM] public string X = \"\";")]
    [InlineData("one category, two lists, the other way round", "[EM, ES] public string X = \"\";")]
    [InlineData("a list beside a category with its own", "[ES, M] public string X = \"\";")]
    [InlineData("by a base class", "[ES, Mail] public string X = \"\";")]
    [InlineData("property and accessor", "[DataCategory(\"contact.email\"), CollectedFor(\"support\")] public string X { [return: CollectedFor(\"marketing\")] get => \"\"; }")]
    [InlineData("property and backing field", "[DataCategory(\"contact.email\"), CollectedFor(\"support\")] [field: CollectedFor(\"marketing\")] public string X { get; } = \"\";")]
    public Task WhatOneOfThemDoesNotPermit_IsReported(string form, string member) => VerifyAsync(form, $"public class Model {{ {member} }}", "string M(Model m) => m.{|ECRM2001:X|};");

    [Theory]
    [InlineData("one list", "[S] public string X = \"\";")]
    [InlineData("the same list twice", "[S, ES] public string X = \"\";")]
    [InlineData("own list instead of theirs", "[EM, M, CollectedFor(\"support\")] public string X = \"\";")]
    [InlineData("category and list apart", "[E, S] public string X = \"\";")]
    [InlineData("category on the property, list on the accessor", "[DataCategory(\"contact.email\")] public string X { [return: CollectedFor(\"support\")] get => \"\"; }")]
    public Task WhatAllOfThemPermit_IsNotReported(string form, string member) => VerifyAsync(form, $"public class Model {{ {member} }}", "string M(Model m) => m.X;");

    [Theory]
    [InlineData("lists of parameter and property", "public record Model([CollectedFor(\"support\")] string X) { [CollectedFor(\"marketing\")] public string X { get; init; } = X; }")]
    [InlineData("categories of parameter and property", "public record Model([DataCategory(\"contact.email\"), CollectedFor(\"support\")] string X) { [DataCategory(\"contact.phone\"), CollectedFor(\"marketing\")] public string X { get; init; } = X; }")]
    public Task RecordParameterAndProperty_BothHold(string form, string model) => VerifyAsync(form, model, "string M(Model m) => m.{|ECRM2001:X|};");

    [Fact]
    public Task RecordParameterAndProperty_ThatSayTheSame_AreOne()
        => VerifyAsync("same", "public record Model([CollectedFor(\"support\")] string X) { [CollectedFor(\"support\")] public string X { get; init; } = X; }", "string M(Model m) => m.X;");

    /// <summary>As the run time: only the list of a record speaks for its members. What another one hands over has its own label, and is judged where it is kept.</summary>
    [Theory]
    [InlineData("class", "public class Model { [DataCategory(\"contact.phone\"), CollectedFor(\"marketing\")] public string X { get; } public Model([CollectedFor(\"support\")] string X) => this.{|ECRM2007:X|} = X; }")]
    [InlineData("class without purposes of its own", "public class Model { [DataCategory(\"financial.invoice\")] public string X; public Model([CollectedFor(\"support\")] string X) => this.{|ECRM2007:X|} = X; }")]
    [InlineData("second constructor of a record", "public record Model([DataCategory(\"financial.invoice\")] string X) { public Model([CollectedFor(\"support\")] string X, int y) : this({|ECRM2007:X|}) { } }")]
    [InlineData("other type", "public record Model(int Y) { public Model([CollectedFor(\"support\")] int X, string y) : this({|ECRM1110:X|}) { } [DataCategory(\"financial.invoice\")] public string X { get; } = \"\"; }")]
    public Task ParameterOfAnotherConstructor_HasNoSay(string form, string model) => VerifyAsync(form, model, "string M(Model m) => m.{|ECRM2001:X|};");

    private static Task VerifyAsync(string form, string model, string member)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyAsync(
            $$"""
            using Ethics.Crm;
            #nullable enable
            {{Classes}}
            {{model}}
            [ForPurpose("support")] public class Job { {{member}} }
            """,
            static check => check.DisabledDiagnostics.AddRange(["ECRM1102", "ECRM1104", "ECRM1106"]));
    }
}
