using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>Labels come from many places; a partial property without any is not ours.</summary>
public sealed class LabelTests
{
    private const string Program = """
        public static class Program { public static string Run() { var c = new Acme.Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
        """;

    [Theory]
    [InlineData("[CollectedFor(Purposes.Support)]")]
    [InlineData("[CollectedFor([Purposes.Support])]")]
    [InlineData("[CollectedFor(Acme.Purposes.Support)]")]
    [InlineData("[CollectedFor(\"sup\" + \"port\")]")]
    [InlineData("[CollectedFor(Own.Support)]")]
    [InlineData("[CollectedFor(Own.FromGenerated)]")]
    [InlineData("[DataCategory(Categories.ContactEmail)]")]
    [InlineData("[DataCategory(\"contact.email\")]")]
    [InlineData("[DataCategory(Categories.ContactPhone), CollectedFor(Purposes.Support)]")]
    [InlineData("[Email]")]
    [InlineData("[WorkEmail]")]
    public void AttributeArgumentsInEveryForm_AreResolved(string attributes)
    {
        var source = $$"""
            namespace Acme
            {
                public static class Own { public const string Support = "support"; public const string FromGenerated = Purposes.Support; }
                [DataCategory("contact.email")] public class EmailAttribute : Attribute;
                public sealed class WorkEmailAttribute : EmailAttribute;
                public partial class Contact { [DataSubjectId] public int Id { get; set; } {{attributes}} public partial string? Email { get; set; } }
            }
            {{Program}}
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void ConstantsByUsingStaticAndAlias_AreResolved()
    {
        var source = """
            using static Acme.Purposes;
            using P = Acme.Purposes;
            namespace Shop
            {
                public partial class Contact
                {
                    [DataSubjectId] public int Id { get; set; }
                    [CollectedFor(Support)] public partial string? Email { get; set; }
                    [CollectedFor(P.Support)] public partial string? Phone { get; set; }
                }
                public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e", Phone = "p" }; return Gate.Read(() => c.Email) + " / " + Gate.Read(() => c.Phone); } }
            }
            """;

        Assert.Equal(Scenes.SupportOnly("e") + " / " + Scenes.SupportOnly("p"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Theory]
    [InlineData("public interface IHasEmail { [CollectedFor(\"support\")] string? Email { get; } }", "IHasEmail")]
    [InlineData("public interface IRoot { [CollectedFor(\"support\")] string? Email { get; } } public interface IHasEmail : IRoot;", "IHasEmail")]
    public void LabelOfAnInterface_GuardsTheImplementation(string contract, string name)
    {
        var source = $$"""
            namespace Acme { {{contract}} public partial class Contact : {{name}} { [DataSubjectId] public int Id { get; set; } public partial string? Email { get; set; } } }
            {{Program}}
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void LabelOfABaseMember_GuardsTheOverride()
    {
        var source = $$"""
            namespace Acme
            {
                public abstract class Person { [CollectedFor("support")] public abstract string? Email { get; set; } }
                public partial class Contact : Person { [DataSubjectId] public int Id { get; set; } public override partial string? Email { get; set; } }
            }
            {{Program}}
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void LabelsOfSeveralDeclarations_Intersect()
    {
        var source = $$"""
            namespace Acme
            {
                public interface IHasEmail { [CollectedFor("support", "care")] string? Email { get; } }
                public partial class Contact : IHasEmail { [DataSubjectId] public int Id { get; set; } [CollectedFor("billing", "support")] public partial string? Email { get; set; } }
            }
            {{Program}}
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Theory]
    [InlineData("\"fields\": { \"Acme.Contact.Email\": { \"category\": \"contact.email\" } }")]
    [InlineData("\"fields\": { \"Acme.**.Em*\": { \"collectedFor\": [\"support\"] } }")]
    [InlineData("\"attributes\": { \"Foreign.PersonalDataAttribute\": { \"category\": \"identity\" } }")]
    public void PolicyAlone_Labels(string entry)
    {
        var source = $$"""
            namespace Foreign { public sealed class PersonalDataAttribute : Attribute; }
            namespace Acme { public partial class Contact { [DataSubjectId] public int Id { get; set; } [Foreign.PersonalData] public partial string? Email { get; set; } } }
            {{Program}}
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source).WithPolicy(PolicyWith(entry)).Execute());
    }

    [Fact]
    public void NullEntry_TakesThePropertyOutAgain()
    {
        var source = "namespace Acme; public partial class Contact { public partial string? Email { get; set; } }";
        var policy = PolicyWith("\"fields\": { \"Acme.**\": { \"category\": \"contact.email\" }, \"Acme.Contact.Email\": null }");

        var result = (Build.Of(Scenes.Usings, source).WithPolicy(policy) with { Expected = ["CS9248"] }).Run();

        Assert.DoesNotContain(result.HintNames, name => name.Contains("Contact"));
    }

    [Fact]
    public void UnlabelledPartialProperty_IsLeftToOthers()
    {
        var source = "namespace Acme; public partial class Contact { [Obsolete] public partial string? Email { get; set; } }";

        var result = (Build.Of(Scenes.Usings, source) with { Expected = ["CS9248"] }).Run();

        Assert.DoesNotContain(result.HintNames, name => name.Contains("Contact"));
    }

    [Fact]
    public void PropertyThatTheUserImplements_IsLeftAlone()
    {
        var source = $$"""
            namespace Acme
            {
                public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial string? Email { get; set; } [CollectedFor("support")] public partial string? Phone { get; set; } }
                public partial class Contact { public partial string? Email { get => field + "!"; set => field = value; } }
            }
            public static class Program { public static string Run() { var c = new Acme.Contact { Id = 7, Email = "e", Phone = "p" }; return c.Email + Gate.Read(() => c.Phone); } }
            """;

        Assert.Equal("e!" + Scenes.SupportOnly("p"), Build.Of(Scenes.Gate, source).Execute());
    }

    /// <summary>Both count, in whatever order they stand.</summary>
    [Theory]
    [InlineData("[F.Both, F.Support]")]
    [InlineData("[F.Support, F.Both]")]
    public void TwoForeignAttributesThatThePolicyMaps_PermitWhatBothPermit(string attributes)
    {
        var source = $$"""
            namespace F { public sealed class BothAttribute : Attribute; public sealed class SupportAttribute : Attribute; }
            namespace Acme { public partial class Contact { [DataSubjectId] public int Id { get; set; } {{attributes}} public partial string? Email { get; set; } } }
            {{Program}}
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source)
            .WithPolicy(PolicyWith("\"attributes\": { \"F.BothAttribute\": { \"collectedFor\": [\"billing\", \"support\"] }, \"F.SupportAttribute\": { \"collectedFor\": [\"support\"] } }")).Execute());
    }

    [Fact]
    public void PropertyThatAnotherGeneratorImplements_IsLeftAlone()
    {
        var source = """
            namespace CommunityToolkit.Mvvm.ComponentModel { public sealed class ObservablePropertyAttribute : Attribute; }
            namespace Acme { public partial class Contact { [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty, CollectedFor("support")] public partial string? Email { get; set; } } }
            """;

        var result = (Build.Of(Scenes.Usings, source) with { Expected = ["CS9248"] }).Run();

        Assert.DoesNotContain(result.HintNames, name => name.Contains("Contact"));
    }

    /// <summary>Generators do not see each other's output, and those that are not in <c>OtherGenerators</c> announce themselves to nobody.</summary>
    [Fact]
    public void Limit_PropertyThatAnUnlistedGeneratorImplements_IsImplementedTwice()
    {
        var build = Build.Of(Scenes.Usings, "namespace Acme { public partial class Contact { [CollectedFor(\"support\")] public partial string? Email { get; set; } public partial string? Nick { get; set; } } }");

        (build with { Generators = build.Generators.Add(new ForeignGenerator()), Expected = ["CS0102", "CS9251"] }).Run();
    }

    /// <summary>Implements every partial property of <c>Contact</c>, whatever its attributes.</summary>
    private sealed class ForeignGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider,
            (output, _) => output.AddSource("Foreign.g.cs", "#nullable enable\nnamespace Acme { partial class Contact { public partial string? Email { get => field; set => field = value; } public partial string? Nick { get => field; set => field = value; } } }"));
    }

    [Fact]
    public void WithoutPolicy_ALabelledPropertyIsGuardedAndPermitsNothing()
    {
        var source = $$"""
            namespace Acme { public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial string? Email { get; set; } } }
            {{Program}}
            """;

        AssertNothingIsPermitted(Build.Of(Scenes.Gate, source).WithPolicy(null));
    }

    [Fact]
    public void PolicyWithErrors_PermitsNothingButKeepsTheConstants()
    {
        var source = $$"""
            namespace Acme { public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor(Purposes.Support)] public partial string? Email { get; set; } } }
            {{Program}}
            """;

        AssertNothingIsPermitted(Build.Of(Scenes.Gate, source).WithPolicy(PolicyWith("\"typo\": 1")));
    }

    [Fact]
    public void BaseFileInTheBuild_IsMerged()
    {
        var source = $$"""
            namespace Acme { public partial class Contact { [DataSubjectId] public int Id { get; set; } [DataCategory("contact.email")] public partial string? Email { get; set; } } }
            {{Program}}
            """;
        var build = Build.Of(Scenes.Gate, source) with
        {
            Policies =
            [
                TestPolicy.Of("""{ "version": 1, "extends": ["base.json"], "categories": {}, "purposes": {} }"""),
                TestPolicy.Base("base.json", TestKit.Policies.Fabrikam),
            ],
        };

        Assert.Equal(Scenes.SupportOnly("e"), build.Execute());
    }

    // Which refusal it is depends on the purposes that other tests made known to the process.
    private static void AssertNothingIsPermitted(Build build) => Assert.Matches(@"^NoScope \| \w*(NotPermitted|UnknownPurpose) \| (NotPermitted|UnknownPurpose)$", build.Execute());

    private static string PolicyWith(string entry)
    {
        var text = TestKit.Policies.Fabrikam.TrimEnd();
        return text[..^1] + ", " + entry + " }";
    }
}
