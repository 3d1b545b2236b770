using Ethics.Crm.Weaver.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Weaver.Tests;

/// <summary>A class implements a labelled contract by what it inherits from one that knows nothing of it.</summary>
public sealed class ContractTests
{
    private const string Contract = "public interface IContact { [DataCategory(\"contact.email\"), CollectedFor(\"support\")] string Email { get; } } ";

    [Theory]
    [InlineData("public class Person { public string Email { get; set; } = \"secret\"; } public class C : Person, IContact { }")]
    [InlineData("public class Person { public virtual string Email { get; set; } = \"secret\"; } public class C : Person, IContact { }")]
    [InlineData("public class Person { public virtual string Email { get; set; } = \"base\"; } public class C : Person, IContact { } public class D : C { public override string Email => \"secret\"; }", "D")]
    [InlineData("public class Person<T> { public T Email { get; set; } } public class C : Person<string>, IContact { public C() { Email = \"secret\"; } }")]
    [InlineData("public class Person<T> { public T Email { get; set; } } public class C<T> : Person<T> { } public class E : C<string>, IContact { public E() { Email = \"secret\"; } }", "E")]
    [InlineData("public class Person { public string Email { get; set; } = \"secret\"; } public class Middle : Person { } public class C : Middle, IContact { }")]
    [InlineData("public class Person { public string Email { get; set; } = \"secret\"; } public class C : Person, IContact { [DataSubjectId] public int Id { get; set; } } public class D : C, IContact { }", "D")]
    [InlineData("public class Person { public string Email { get; set; } = \"no\"; } public class C : Person, IContact { string IContact.Email => \"secret\"; }")]
    public void ReadByTheContract_AsksTheGate_AndTheUnlabelledBaseIsReadAsBefore(string types, string name = "C")
    {
        using var model = Of(types);
        object one = model.New("Acme." + name);
        var read = Reader(model);

        Assert.Throws<PurposeViolationException>(() => read(one));
        using (PurposeScope.Enter("support"))
            Assert.Equal("secret", read(one));
        // It is no label of the base that the contract gives: other objects of it are no contacts.
        if (!types.Contains("Person<T>", StringComparison.Ordinal))
            Assert.NotNull((object)model.New("Acme.Person").Email);
    }

    [Fact]
    public void ClassThatInheritsWithoutTheContract_OrAContractWithoutLabel_IsLeftAlone()
    {
        using var model = Of("public interface IPlain { string Email { get; } } public class Person { public string Email { get; set; } = \"public\"; } public class C : Person, IPlain { }");

        Assert.Empty(model.Members);
        Assert.Equal("public", (string)model.New("Acme.C").Email);
    }

    [Fact]
    public void FalseNegative_DefaultImplementationInAnInterface_IsNotWoven()
    {
        // The build tells it: ECRM1106.
        using var model = WovenModel.Of("using Ethics.Crm; namespace Acme { public interface IContact { [DataCategory(\"contact.email\"), CollectedFor(\"support\")] string Email => \"secret\"; } public class C : IContact { } public static class Reader { public static string Read(object c) => ((IContact)c).Email; } }", LanguageVersion.CSharp12);

        Assert.Equal("secret", Reader(model)((object)model.New("Acme.C")));
    }

    [Fact]
    public void FalseNegative_ReadThroughTheClassThatInherits_IsNotGuarded()
    {
        using var model = Of("public class Person { public string Email { get; set; } = \"secret\"; } public class C : Person, IContact { }");

        Assert.Equal("secret", (string)model.New("Acme.C").Email);
    }

    /// <summary>Another project of the solution that does not know us, whose members carry an attribute that the policy maps.</summary>
    [Theory]
    [InlineData("\"attributes\": { \"Acme.PersonalAttribute\": { \"category\": \"contact.email\", \"collectedFor\": [\"support\"] } }", 1)]
    [InlineData("\"attributes\": { \"Acme.OtherAttribute\": { \"category\": \"contact.email\", \"collectedFor\": [\"support\"] } }", 0)]
    [InlineData("\"fields\": { }", 0)]
    public void ProjectThatDoesNotKnowUs_IsWovenForTheAttributesThatThePolicyMaps(string labels, int woven)
    {
        var folder = Directory.CreateTempSubdirectory("ethics-crm-weaver-").FullName;
        using var model = WovenModel.Compile("namespace Acme { public class PersonalAttribute : System.Attribute { } public class User { [Personal] public string Name { get; set; } } }");
        var policy = Path.Combine(folder, "ethics.policy.json");
        File.WriteAllText(policy, "{ \"version\": 1, \"categories\": { \"contact.email\": {} }, \"purposes\": { \"support\": { \"basis\": \"contract\" } }, " + labels + " }");
        var request = WeaveRequest.Parse([.. WovenModel.References.Select(static path => "reference=" + path), "copied=" + model.Path, "copies=" + Path.Combine(folder, "copies"), "policy=" + policy]);

        Assert.Equal(woven, ReferenceWeaver.WeaveAll(BuildPolicy.Read(request.Policy, request.Bases), request).Count());
        Directory.Delete(folder, recursive: true);
    }

    private static WovenModel Of(string types) =>
        WovenModel.Of("using Ethics.Crm; namespace Acme { " + Contract + types + " public static class Reader { public static string Read(object c) => ((IContact)c).Email; } }", LanguageVersion.CSharp12);

    private static Func<object, string> Reader(WovenModel model) => model.Type("Acme.Reader").GetMethod("Read")!.CreateDelegate<Func<object, string>>();
}
