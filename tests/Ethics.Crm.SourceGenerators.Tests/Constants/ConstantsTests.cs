using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests.Constants;

public sealed class ConstantsTests
{
    private const string Small = """
        { "version": 1, "categories": { "contact.email": { "title": "E-mail <b>\n" } },
          "purposes": { "marketing.email": { "title": "Offers", "basis": "consent" }, "credit-offer": { "basis": "legitimate-interests" }, "1st": { "basis": "contract" }, "purposes": { "basis": "contract" } },
          "recipients": { "mailchimp": { "title": "Mailchimp" } } }
        """;

    [Fact]
    public void Names_BecomeConstantsWithTitleAndBasis()
    {
        var result = Of(Small, "class User { string[] All = [Acme.Purposes.MarketingEmail, Acme.Purposes.CreditOffer, Acme.Purposes._1st, Acme.Purposes.Purposes_, Acme.Categories.ContactEmail, Acme.Recipients.Mailchimp]; }").Run();

        Assert.Contains("/// <summary>Offers. Legal basis: consent. (<c>marketing.email</c>)</summary>", result.Generated);
        Assert.Contains("public const string MarketingEmail = \"marketing.email\";", result.Generated);
        Assert.Contains("E-mail &lt;b&gt;", result.Generated);
        Assert.Contains("[global::Microsoft.CodeAnalysis.Embedded]", result.Generated);
    }

    [Fact]
    public void CSharp73_Compiles()
    {
        (Of(Small, "class User { string All = Acme.Purposes.MarketingEmail; }") with { Language = LanguageVersion.CSharp7_3, Expected = ["CS0414"] }).Run();
    }

    [Theory]
    [InlineData("RootNamespace", "", "Purposes")]
    [InlineData("RootNamespace", "My.@class.App", "My.@class.App.Purposes")]
    [InlineData("EthicsCrmConstantsNamespace", "Elsewhere.Names", "Elsewhere.Names.Purposes")]
    public void Namespace_FollowsTheBuildProperties(string property, string value, string expected) =>
        Of(Small, $"class User {{ public string All = global::{expected}.MarketingEmail; }}").With(property, value).Run();

    [Theory]
    [InlineData("my-app", "my_app")]
    [InlineData("1st.app", "_1st.app")]
    [InlineData("Acme.Crm (old)", "Acme.Crm__old_")]
    [InlineData("Acme..Crm.", "Acme._.Crm._")]
    [InlineData("Größe.namespace", "Größe.@namespace")]
    [InlineData("𝒜cme", "__cme")]
    public void RootNamespaceOfAnyFileName_BecomesOneAsTemplatesMakeIt(string root, string expected) =>
        Of(Small, $"class User {{ public string All = global::{expected}.Purposes.MarketingEmail; }}").With("RootNamespace", root).Run();

    [Theory]
    [InlineData("1bad-ns")]
    [InlineData("Acme.")]
    [InlineData("Acme Crm")]
    public void NamespaceThatIsAskedForAndInvalid_EmitsNothing(string value) => Assert.Empty(Of(Small).With("EthicsCrmConstantsNamespace", value).Run().HintNames);

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    public void NoneAsNamespace_EmitsNothing(string value) => Assert.Empty(Of(Small).With("EthicsCrmConstantsNamespace", value).Run().HintNames);

    [Fact]
    public void WithoutPolicy_NothingIsEmitted() => Assert.Empty(Build.Of("class User;").WithPolicy(null).Run().HintNames);

    [Fact]
    public void NamesThatGiveOneConstant_AreEmittedOnce()
    {
        const string Twins = """{ "version": 1, "categories": {}, "purposes": { "credit-offer": { "basis": "consent" }, "credit.offer": { "basis": "contract" } } }""";

        var result = Of(Twins, "class User { public string All = Acme.Purposes.CreditOffer; }").Run();

        Assert.Contains("CreditOffer = \"credit-offer\"", result.Generated);
        Assert.DoesNotContain("\"credit.offer\"", result.Generated);
    }

    [Fact]
    public void ConstantOfTwoNames_IsTheSameForAGuardAsForTheCompiler()
    {
        const string Twins = """{ "version": 1, "categories": {}, "purposes": { "credit.offer": { "basis": "contract" }, "credit-offer": { "basis": "contract" } } }""";

        var result = Of(Twins, "partial class C { [Ethics.Crm.CollectedFor(Acme.Purposes.CreditOffer)] public partial string? P { get; set; } }").Run();

        Assert.Contains("new string[] { \"credit-offer\" }", result.Generated);
    }

    [Theory]
    [InlineData("größe.fuß", "GrößeFuß")]
    [InlineData("имя", "Имя")]
    [InlineData("名前", "名前")]
    [InlineData("ǆ-name", "ǄName")]
    [InlineData("class", "Class")]
    [InlineData("field", "Field")]
    [InlineData("1st", "_1st")]
    [InlineData("١st", "_١st")]
    [InlineData("a.1st", "A1st")]
    [InlineData("fraud-prevention_2.x", "FraudPrevention2X")]
    [InlineData("marketing.eMail", "MarketingEMail")]
    [InlineData("purposes", "Purposes_")]
    [InlineData("categories", "Categories")]
    [InlineData("equals", "Equals")]
    [InlineData("to-string", "ToString")]
    [InlineData("get-hash-code", "GetHashCode")]
    [InlineData("memberwise-clone", "MemberwiseClone")]
    [InlineData("finalize", "Finalize")]
    public void NameOfThePolicy_IsAConstantThatOldAndNewCSharpCanUse(string name, string identifier)
    {
        var policy = $$"""{ "version": 1, "categories": {}, "purposes": { "{{name}}": { "basis": "contract" } } }""";
        var build = Of(policy, $"[Ethics.Crm.ForPurpose(Acme.Purposes.{identifier})] public class User {{ public const string All = Acme.Purposes.{identifier}; }}");

        Assert.Equal(name, (build with { Language = LanguageVersion.CSharp7_3 }).Run().Load().GetType("User")!.GetField("All")!.GetRawConstantValue());
        build.Run();
    }

    [Theory]
    [InlineData("namespace Acme { public enum Purposes { Mine } }")]
    [InlineData("namespace Acme.Purposes { class Mine; }")]
    [InlineData("namespace Acme { namespace Purposes.Deep { class Mine; } }")]
    public void TakenClassName_IsNotEmitted_TheOthersAre(string taken)
    {
        var result = Of(Small, taken).Run();

        Assert.DoesNotContain("class Purposes", result.Generated);
        Assert.Contains("class Categories", result.Generated);
    }

    [Theory]
    [InlineData("class Acme;", "Acme")]
    [InlineData("namespace Acme { public class Crm; }", "Acme.Crm.Deep")]
    public void TypeWhereTheNamespaceWouldBe_EmitsNothing(string source, string root) => Assert.Empty(Of(Small, source).With("RootNamespace", root).Run().HintNames);

    [Theory]
    [InlineData("namespace Other { public class Purposes; }")]
    [InlineData("class Acme<T>;")]
    [InlineData("namespace Other { class Acme; }")]
    [InlineData("namespace Acme { public class Purposes<T>; }")]
    [InlineData("namespace Acme { public class Holder { public class Purposes; } }")]
    public void SameNameElsewhere_DoesNotCount(string source) => Assert.Contains("class Purposes", Of(Small, source).Run().Generated);

    [Fact]
    public void FriendAssemblyWithTheSameRootNamespace_GivesNoConflict()
    {
        var library = (Of(Small, "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Acme\")]") with { AssemblyName = "Lib" }).Run();

        (Of(Small, "class User { public string All = Acme.Purposes.MarketingEmail; }") with { References = [library.Reference()] }).Run();
    }

    /// <summary>The constants bring the root namespace into being, and a namespace hides a type that comes by a `using`. Found in OpenSim's thread pool.</summary>
    [Fact]
    public void Limit_LibraryThatHasTheNameOfATypeOfIts_HidesThatTypeFromOthers()
    {
        const string User = "using Amib; public class User { public Pool One = new Pool(); }";
        var library = (Of(Small, "namespace Amib { public class Pool { } }") with { AssemblyName = "Pool" }).With("RootNamespace", "Pool");

        (Of(Small, User) with { References = [library.Run().Reference()], Expected = ["CS0118"] }).Run();
        (Of(Small, User) with { References = [library.With("EthicsCrmConstantsNamespace", "none").Run().Reference()] }).Run();
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.CSharp14, LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp7_3, LanguageVersion.CSharp7_3)]
    public void FriendsOfOneRootNamespaceInAnyLanguage_EachSeeTheirOwn(LanguageVersion library, LanguageVersion application)
    {
        var friend = (Of(Small.Replace("marketing.email", "news"), "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Acme\")] class Lib { const string Mine = Acme.Purposes.News; public static string Get() { return Mine; } }")
            with { AssemblyName = "Lib", Language = library }).Run();

        (Of(Small, "public class User { public string All = Acme.Purposes.MarketingEmail + Lib.Get(); }") with { References = [friend.Reference()], Language = application }).Run();
    }

    /// <summary>What a generator writes first, as the compiler's own helper does, others see; what it writes later they do not, and both have written it.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void EmbeddedAttributeThatAnotherGeneratorWrites_StandsBesideOurs(bool first, int written)
    {
        var build = Of(Small);

        var result = (build with { Generators = build.Generators.Insert(0, new Embedding(first)) }).Run();

        Assert.Equal(written, result.Output.SyntaxTrees.Count(tree => tree.ToString().Contains("class EmbeddedAttribute", StringComparison.Ordinal)));
    }

    [Fact]
    public void EmbeddedAttributeOfAnotherGenerator_IsShared()
    {
        var result = Of(Small, "namespace Microsoft.CodeAnalysis { internal sealed partial class EmbeddedAttribute : System.Attribute { } }").Run();

        Assert.DoesNotContain("class EmbeddedAttribute", result.Generated);
    }

    [Fact]
    public void OtherAdditionalFiles_AreNoPolicy() =>
        Assert.Empty((Build.Of("class User;") with { Policies = [new TestPolicy("/0/ethics.policy.json", Small, "")] }).Run().HintNames);

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{ \"version\": 1, \"purposes\": 7 }")]
    public void UnreadablePolicy_BreaksNothing(string text) => Of(text, "class User;").Run();

    private static Build Of(string policy, params string[] sources) => Build.Of(sources).WithPolicy(policy);

    private sealed class Embedding(bool first) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            if (first)
                context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
            else
                context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource("Late.g.cs", "namespace Microsoft.CodeAnalysis { internal sealed partial class EmbeddedAttribute : global::System.Attribute { } }"));
        }
    }
}
