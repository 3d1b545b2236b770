namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>Every shape of type and property: compiled, loaded, and read in and outside a scope.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("class")]
    [InlineData("sealed class")]
    [InlineData("record")]
    [InlineData("sealed record")]
    [InlineData("struct")]
    [InlineData("record struct")]
    public void LabelledProperty_IsGuardedInEveryKindOfType(string kind)
    {
        var source = $$"""
            namespace Acme;
            public {{kind.Replace("class", "partial class").Replace("record", "partial record").Replace("partial record struct", "partial record struct").Replace("struct", kind == "struct" ? "partial struct" : "struct")}} Contact
            {
                [DataSubjectId] public int Id { get; set; }
                [CollectedFor("support")] public partial string Email { get; set; }
                public Contact() { Email = ""; }
            }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    [Theory]
    [InlineData("public partial record Contact([property: DataSubjectId] int Id, string Email) { [CollectedFor(\"support\")] public partial string Email { get; init; } = Email; }")]
    [InlineData("public partial record Contact([DataSubjectId] int Id, [DataCategory(\"contact.email\")] string Email) { public partial string Email { get; init; } = Email; }")]
    [InlineData("public readonly partial record struct Contact([DataSubjectId] int Id, string Email) { [CollectedFor(\"support\")] public partial string Email { get; init; } = Email; }")]
    [InlineData("public partial record struct Contact([DataSubjectId] int Id, string Email) { [CollectedFor(\"support\")] public partial string Email { get; set; } = Email; }")]
    [InlineData("public partial class Contact([DataSubjectId] int id, string email) { [DataSubjectId] public int Id => id; [CollectedFor(\"support\")] public partial string Email { get; private set; } = email; }")]
    [InlineData("public partial class Contact { public Contact(int id, string email) { Id = id; Email = email; } [DataSubjectId] public int Id { get; } [CollectedFor(\"support\")] public partial string Email { get; } }")]
    [InlineData("public readonly partial struct Contact { public Contact(int id, string email) { Id = id; Email = email; } [DataSubjectId] public int Id { get; } [CollectedFor(\"support\")] public partial string Email { get; init; } }")]
    public void PositionalOrConstructedProperty_KeepsItsValueAndIsGuarded(string declaration)
    {
        var source = $$"""
            namespace Acme;
            {{declaration}}
            public static class Program { public static string Run() { var c = new Contact(7, "e"); return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    [Theory]
    [InlineData("public required partial string Email { get; set; }")]
    [InlineData("public required partial string Email { get; init; }")]
    [InlineData("internal partial string Email { get; set; } = \"\";")]
    [InlineData("protected internal partial string Email { get; init; } = \"\";")]
    [InlineData("public virtual partial string Email { get; set; } = \"\";")]
    [InlineData("[field: NonSerialized] public partial string Email { get; set; } = \"\";")]
    [InlineData("public partial string? Email { get; set; }")]
    [InlineData("public partial dynamic? Email { get; set; }")]
    [InlineData("public partial object? Email { get; set; }")]
    public void AccessibilityAndAccessorKinds_AreRepeated(string property)
    {
        var source = $$"""
            namespace Acme;
            public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] {{property}} }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    [Theory]
    [InlineData("private set", "c.Set(\"e\")", "void Set(string value) => Email = value;")]
    [InlineData("protected internal set", "c.Email = \"e\"", "")]
    public void AccessorsOwnAccessibility_IsRepeated(string setter, string write, string extra)
    {
        var source = $$"""
            namespace Acme;
            public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial string? Email { get; {{setter}}; } internal {{(extra.Length == 0 ? "int Unused;" : extra)}} }
            public static class Program { public static string Run() { var c = new Contact { Id = 7 }; {{write}}; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source) with { } is var build ? (build with { Expected = extra.Length == 0 ? ["CS0649"] : [] }).Execute() : "");
    }

    [Fact]
    public void VirtualAndOverride_AreBothGuarded_AndTheOverrideHoldsTheValue()
    {
        var source = """
            namespace Acme;
            [DataSubject] public partial class Person { [DataSubjectId] public int Id { get; set; } [CollectedFor("support", "billing")] public virtual partial string Email { get; set; } = ""; }
            public sealed partial class Customer : Person { [CollectedFor("support")] public override partial string Email { get; set; } = ""; }
            public static class Program
            {
                public static string Run()
                {
                    Person a = new Person { Id = 1, Email = "a" }, b = new Customer { Id = 2, Email = "b" };
                    return Gate.Read(() => a.Email) + " / " + Gate.Read(() => b.Email);
                }
            }
            """;

        Assert.Equal("NoScope | a | a / " + Scenes.SupportOnly("b"), Execute(source));
    }

    [Fact]
    public void NewProperty_IsGuardedBesideTheHiddenOne()
    {
        var source = """
            namespace Acme;
            public class Person { [DataSubjectId] public int Id { get; set; } public string Email { get; set; } = "open"; }
            public partial class Customer : Person { [CollectedFor("support")] public new partial string Email { get; set; } = "e"; }
            public static class Program { public static string Run() { var c = new Customer { Id = 1 }; return Gate.Read(() => c.Email) + " / " + ((Person)c).Email; } }
            """;

        Assert.Equal(Scenes.SupportOnly("e") + " / open", Execute(source));
    }

    [Fact]
    public void ValueTypesCollectionsAndNullables_AreGuarded()
    {
        var source = """
            namespace Acme;
            public partial class Contact<T> where T : struct
            {
                [DataSubjectId] public Guid Id { get; set; }
                [CollectedFor("support")] public partial DateTime? Born { get; set; }
                [CollectedFor("support")] public partial T Number { get; set; }
                [CollectedFor("support")] public partial List<(string Kind, string? Text)> Notes { get; set; } = [];
                [CollectedFor("support")] public partial string?[]? Names { get; set; }
                [CollectedFor("support")] public partial Dictionary<string, List<T?>> Map { get; init; } = new();
            }
            public static class Program
            {
                public static string Run()
                {
                    var c = new Contact<int> { Id = Guid.NewGuid(), Number = 3, Names = ["n"] };
                    c.Born = null;
                    return Gate.Read(() => c.Number) + " / " + Gate.Read(() => c.Born) + " / " + Gate.Read(() => c.Notes.Count) + " / " + Gate.Read(() => c.Names?[0]) + " / " + Gate.Read(() => c.Map.Count);
                }
            }
            """;

        Assert.Equal(string.Join(" / ", Scenes.SupportOnly("3"), Scenes.SupportOnly("null"), Scenes.SupportOnly("0"), Scenes.SupportOnly("n"), Scenes.SupportOnly("0")), Execute(source));
    }

    [Fact]
    public void NestedAndGenericContainers_AreReopenedAsTheyAre()
    {
        var source = """
            namespace Acme;
            public partial interface ICan<TIn, TOut> { sealed partial class Hidden { [CollectedFor("support")] public partial string? Email { get; set; } } }
            public static partial class Outer<T> where T : class
            {
                public partial record struct Middle<TKey>(TKey Key) where TKey : notnull
                {
                    public abstract partial class Inner { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial T? Email { get; set; } }
                    public sealed class Leaf : Inner;
                }
            }
            public static class Program
            {
                public static string Run() { var c = new Outer<string>.Middle<int>.Leaf { Id = 1, Email = "e" }; return Gate.Read(() => c.Email); }
            }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    [Fact]
    public void GlobalNamespaceKeywordsAndUnicode_AreEscaped()
    {
        var source = """
            namespace @event.Größe { public partial class @class<@int> { [DataSubjectId] public int @default { get; set; } [CollectedFor("support")] public partial string? @string { get; set; } [CollectedFor("support")] public partial string? field { get; set; } [CollectedFor("support")] public partial string? Straße { get; set; } [CollectedFor("support")] public partial string? \u0041b { get; set; } [CollectedFor("support")] public partial string? value { get; set; } } }
            public partial class record { [CollectedFor("support")] public partial string? Email { get; set; } }
            public static class Program
            {
                public static string Run()
                {
                    var c = new @event.Größe.@class<int> { @default = 1, @string = "s", field = "f", Straße = "g", Ab = "a", value = "v" };
                    var r = new @record { Email = "r" };
                    return Gate.In("support", () => c.@string + c.field + c.Straße + c.Ab + c.value + r.Email) + Gate.In("billing", () => c.field);
                }
            }
            """;

        Assert.Equal("sfgavrNotPermitted", (Build.Of(Scenes.Gate, source) with { Expected = ["CS8860"] }).Execute());
    }

    [Fact]
    public void SeveralPartialFiles_HaveOneSlotAndOneSetOfGuards()
    {
        var first = "namespace Acme; public partial class Contact { [CollectedFor(\"support\")] public partial string? Email { get; set; } }";
        var second = "namespace Acme; public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor(\"support\")] public partial string? Phone { get; set; } }";
        var program = "namespace Acme; public static class Program { public static string Run() { var c = new Contact { Id = 1, Email = \"e\", Phone = \"p\" }; return Gate.In(\"support\", () => c.Email + c.Phone); } }";

        var result = Build.Of(Scenes.Gate, first, second, program).Run();

        Assert.Equal("ep", result.Execute());
        Assert.Single(result.HintNames, name => name.Contains("Contact"));
        var other = Build.Of(Scenes.Gate, second, first, program).Run();
        Assert.Equal(result.Generated, other.Generated);
    }

    [Theory]
    [InlineData("public sealed override partial string? Email { get; set; }")]
    [InlineData("public override partial string? Email { get; set; }")]
    public void ImplementedAbstractProperty_IsGuarded(string property)
    {
        var source = $$"""
            namespace Acme;
            public abstract class Person { [DataSubjectId] public int Id { get; set; } public abstract string? Email { get; set; } }
            public partial class Contact : Person { [CollectedFor("support")] {{property}} }
            public static class Program { public static string Run() { Person c = new Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    [Theory]
    [InlineData("public readonly partial string? Email { get; init; }")]
    [InlineData("public partial string? Email { readonly get; set; }")]
    public void ReadonlyAccessorsOfAStruct_AreRepeated(string property)
    {
        var source = $$"""
            namespace Acme;
            public partial struct Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] {{property}} public readonly string? Same() => Email; }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Same()); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    [Fact]
    public void Limit_GetterOfAStruct_IsNotReadonlyUnlessItSaysSo()
    {
        // Both parts must agree, so we cannot add it: a readonly method that calls the getter is told of the copy.
        var source = "namespace Acme; public partial struct Contact { [CollectedFor(\"support\")] public partial string? Email { get; set; } public readonly string? Same() => Email; }";

        (Build.Of(Scenes.Usings, source) with { Expected = ["CS8656"] }).Run();
    }

    [Fact]
    public void TypesThatDifferInCaseOnly_GetTwoFiles()
    {
        var source = """
            namespace Acme;
            public partial class Contact { [CollectedFor("support")] public partial string? Email { get; set; } }
            public partial class CONTACT { [CollectedFor("support")] public partial string? Email { get; set; } }
            """;

        Assert.Equal(2, Build.Of(Scenes.Usings, source).Run().HintNames.Count(name => name.Contains("contact", StringComparison.OrdinalIgnoreCase)));
    }

    private static string Execute(string source) => Build.Of(Scenes.Gate, source).Execute();
}
