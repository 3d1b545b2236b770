namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>Members that say how old their value is, or where it comes from, tell the gate; all others are as they were.</summary>
public sealed class OriginTests
{
    private const string Policy = """
        {
          "version": 1,
          "categories": { "contact.email": { "collectedFor": ["support", "billing"] } },
          "purposes": { "support": { "basis": "contract", "maxAge": "P90D" }, "billing": { "basis": "contract" } },
          "sources": { "web-form": { "direct": true }, "bought-list": { "direct": false } }
        }
        """;

    [Theory]
    [InlineData("CollectedAt(nameof(At))", "NoScope | SubjectUnknown | e")]
    [InlineData("CollectedFrom(\"bought-list\")", "NoScope | SubjectUnknown | SubjectUnknown")]
    [InlineData("CollectedFrom(\"hearsay\")", "NoScope | SubjectUnknown | SubjectUnknown")]
    [InlineData("CollectedFrom(\"web-form\")", "NoScope | e | e")]
    public void WithoutAnApplication_WhatDependsOnAgeOrSource_IsRefused(string attribute, string expected) =>
        Assert.Equal(expected, Build.Of(Scenes.Gate, Contact(attribute)).WithPolicy(Policy).Execute());

    [Fact]
    public void OnInterfaceAndBase_ItCountsToo()
    {
        var source = """
            namespace Acme;
            public interface IReachable { [CollectedFrom("bought-list")] string? Email { get; } }
            public abstract class Party { public DateTime At { get; set; } [DataCategory("contact.email"), CollectedAt("At")] public abstract string? Phone { get; set; } }
            public partial class Contact : Party, IReachable
            {
                [DataSubjectId] public int Id { get; set; }
                [DataCategory("contact.email")] public partial string? Email { get; set; }
                public override partial string? Phone { get; set; }
            }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e", Phone = "p" }; return Gate.Read(() => c.Email) + " / " + Gate.Read(() => c.Phone); } }
            """;
        Assert.Equal("NoScope | SubjectUnknown | SubjectUnknown / NoScope | SubjectUnknown | p", Build.Of(Scenes.Gate, source).WithPolicy(Policy).Execute());
    }

    /// <summary>What cannot be named, or lies behind a gate of a base, tells no time: the value is too old where that counts.</summary>
    [Theory]
    [InlineData("public partial class Party { [DataCategory(\"contact.email\")] public partial DateTime At { get; set; } }", "")]
    [InlineData("public class Party { public DateTime At { private get; set; } }", "")]
    [InlineData("public class Party { public DateTime At { get; set; } }", "public new static DateTime At;")]
    [InlineData("public class Party { [Obsolete(\"old\", true)] public DateTime At { get; set; } }", "")]
    [InlineData("public class Party { private DateTime At { get; set; } }", "")]
    public void TimeThatCannotBeNamed_IsNone(string party, string own)
    {
        var source = $$"""
            namespace Acme;
            {{party}}
            public partial class Contact : Party
            {
                [DataSubjectId] public int Id { get; set; }
                [DataCategory("contact.email"), CollectedAt("At")] public partial string? Email { get; set; }
                {{own}}
            }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;
        Assert.Equal("NoScope | SubjectUnknown | e", Build.Of(Scenes.Gate, source).WithPolicy(Policy).Execute());
    }

    [Fact]
    public void GetterIsTheSame_WhetherTheMemberSaysWhen_AndOtherTypesHaveNothingOfIt()
    {
        var plain = Generated("DataCategory(\"contact.email\")");
        var told = Generated("CollectedAt(nameof(At))");

        Assert.DoesNotContain("Origin", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("CollectedAt", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("CollectedAt", Generated("CollectedFrom(\"bought-list\")"), StringComparison.Ordinal);
        Assert.Equal(Getter(plain), Getter(told));
        Assert.Contains("return (object?)this.At;", told, StringComparison.Ordinal);
        Assert.Contains("new global::Ethics.Crm.Runtime.MemberOrigin(false, \"bought-list\")", Generated("CollectedFrom(\"bought-list\")"), StringComparison.Ordinal);

        static string Getter(string generated) => generated.Split('\n').Single(static line => line.Contains("get => ", StringComparison.Ordinal));
        static string Generated(string attribute) => Build.Of(Scenes.Usings, Contact(attribute).Split("public static class Program")[0]).WithPolicy(Policy).Run().Generated;
    }

    [Theory]
    [InlineData("public string At { get; set; } = \"yesterday\";")]
    [InlineData("public static DateTime At { get; set; }")]
    [InlineData("public DateTime AtAll { get; set; }")]
    public void MemberThatHoldsNoTime_TellsNone(string member)
    {
        var generated = Build.Of(Scenes.Usings, Contact("CollectedAt(\"At\")").Replace("public DateTime At { get; set; }", member, StringComparison.Ordinal).Split("public static class Program")[0]).WithPolicy(Policy).Run().Generated;
        Assert.Contains("MemberOrigin(true)", generated, StringComparison.Ordinal);
        Assert.DoesNotContain("return (object?)", generated, StringComparison.Ordinal);
    }

    private static string Contact(string attribute) => $$"""
        namespace Acme
        {
            public partial class Contact
            {
                [DataSubjectId] public int Id { get; set; }
                public DateTime At { get; set; }
                [DataCategory("contact.email")]{{(attribute.StartsWith("Data", StringComparison.Ordinal) ? "" : $" [{attribute}]")}} public partial string? Email { get; set; }
            }
        }
        public static class Program { public static string Run() { var c = new Acme.Contact { Id = 7, Email = "e", At = DateTime.UtcNow }; return Gate.Read(() => c.Email); } }
        """;
}
