using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Subjects;

public sealed class NoSubjectKeyTests
{
    private const string Mail = "[DataCategory(\"contact.email\")] public string Email = \"\";";

    /// <summary>A type with a key, so that the project has begun.</summary>
    private const string Begun = "using Ethics.Crm; using Id = Ethics.Crm.DataSubjectIdAttribute; public class Known { [DataSubjectId] public int Id; " + Mail + " }\n";

    [Fact]
    public Task ProjectWithoutAnyKey_HasOneFindingThatCountsTheTypes() => VerifyAsync(
        $$"""
        using Ethics.Crm;
        public class {|#0:A|} { {{Mail}} }
        public struct B { {{Mail}} public B() { } }
        public class Plain { public string Email = ""; }
        """,
        Expect("'A' holds 'A.Email' but no data-subject key, so nothing tells whose data it is: add [DataSubjectId] to its id, or where it is another's data, add [DataSubjectId(typeof(…))], with the type of that person, to the id of the person; this project has no key for any of its 2 types with labelled data"));

    [Fact]
    public Task ProjectWithAKey_HasOneFindingForEachOtherType() => VerifyAsync($"{Begun}public class {{|ECRM1104:A|}} {{ {Mail} }} public class {{|ECRM1104:B|}} {{ {Mail} }}");

    [Theory]
    [InlineData("public class {|#0:A|} { " + Mail + " }", "A", "A.Email")]
    [InlineData("public record {|#0:A|}([DataCategory(\"contact.email\")] string {|ECRM1106:Email|});", "A", "A.Email")]
    [InlineData("public readonly struct {|#0:A|} { [DataCategory(\"contact.email\")] public readonly string Email; }", "A", "A.Email")]
    [InlineData("public class Outer { public class {|#0:A|} { " + Mail + " } }", "Outer.A", "Outer.A.Email")]
    [InlineData("public class {|#0:A|}<T> { [DataCategory(\"contact.email\")] public T? Email; }", "A", "A.Email")]
    [InlineData("public interface I { [DataCategory(\"contact.email\")] string Email { get; } } public class {|#0:A|} : I { public string {|ECRM1106:Email|} => \"\"; }", "A", "A.Email")]
    [InlineData("public class {|#0:A|} { " + Mail + " } public class D : A { [DataSubjectId] public int Id; }", "A", "A.Email")]
    [InlineData("public class P { [DataSubjectId] private int id = 1; public int M() => id; } public class {|#0:A|} : P { " + Mail + " }", "A", "A.Email")]
    [InlineData("public class {|#0:A|} { [DataSubjectId] public static int Id; " + Mail + " }", "A", "A.Email")]
    public Task LabelledTypeWithoutKey_IsReported(string source, string type, string member) => VerifyAsync(
        Begun + source, Expect($"'{type}' holds '{member}' but no data-subject key, so nothing tells whose data it is: add [DataSubjectId] to its id, or where it is another's data, add [DataSubjectId(typeof(…))], with the type of that person, to the id of the person"));

    [Theory]
    [InlineData("public class B { public long Id { get; set; } } public class {|#0:A|} : B { MAIL }", "protected long SubjectKey => Id")]
    [InlineData("public class B<T> { public T Id { get; set; } = default!; } public class {|#0:A|} : B<System.Guid> { MAIL }", "protected Guid SubjectKey => Id")]
    [InlineData("public class B { protected string ID => \"\"; } public class C : B { } public class {|#0:A|} : C { MAIL }", "protected string SubjectKey => ID")]
    [InlineData("public class B { public int Id { get; set; } } public class {|#0:A|} : B { public string SubjectKey = \"\"; MAIL }", "protected int DataSubjectKey => Id")]
    [InlineData("public class B { public int Id { get; set; } public int DataSubjectKey; public int SubjectKey() => 1; } public class {|#0:A|} : B { public string SubjectKey2 = \"\"; MAIL }", "protected int SubjectKey3 => Id")]
    [InlineData("public record B(long Id); public sealed record {|#0:A|}(long Id) : B(Id) { MAIL }", "private long SubjectKey => Id")]
    public Task TypeThatInheritsAnId_IsToldHowThatBecomesItsKey(string source, string declaration) => VerifyAsync(
        Begun + source.Replace("MAIL", Mail),
        Expect($"'A' holds 'A.Email' but no data-subject key, so nothing tells whose data it is: declare the inherited '{declaration[^2..]}' as its key, [DataSubjectId] {declaration}; or where it is another's data, add [DataSubjectId(typeof(…))], with the type of that person, to the id of the person"));

    [Theory]
    [InlineData("public class B { private long Id { get; set; } public static long ID => 1; public long Id2 => Id; } public class {|#0:A|} : B { MAIL }")]
    [InlineData("public class B { public long Id { set { } } } public class {|#0:A|} : B { MAIL }")]
    [InlineData("public class B { public byte[] Id { get; set; } = []; } public class {|#0:A|} : B { MAIL }")]
    public Task TypeThatInheritsNoReadableId_IsToldOfItsOwn(string source) => VerifyAsync(
        Begun + source.Replace("MAIL", Mail),
        Expect("'A' holds 'A.Email' but no data-subject key, so nothing tells whose data it is: add [DataSubjectId] to its id, or where it is another's data, add [DataSubjectId(typeof(…))], with the type of that person, to the id of the person"));

    [Fact]
    public Task KeyThatIsDeclaredForAnInheritedId_Counts() => VerifyAsync(Begun + "public class B { public long Id { get; set; } } public class A : B { [DataSubjectId] protected long SubjectKey => Id; " + Mail + " }");

    [Theory]
    [InlineData("public class A { [DataSubjectId] public System.Guid Key { get; } " + Mail + " }")]
    [InlineData("public class A { [Id] public string Key = \"\"; " + Mail + " }")]
    [InlineData("public class A { [DataSubjectId(typeof(Known))] public int KnownId; " + Mail + " }")]
    [InlineData("public record A([DataSubjectId] int Id) { " + Mail + " }")]
    [InlineData("public class P { [DataSubjectId] public int Id; } public class A : P { " + Mail + " }")]
    [InlineData("public class P { [DataSubjectId] public virtual int Id => 1; } public class A : P { public override int Id => 2; " + Mail + " }")]
    [InlineData("public interface IPerson { [DataSubjectId] int Id { get; } } public class A : IPerson { public int Id => 1; " + Mail + " }")]
    [InlineData("public abstract class A { [DataSubjectId] public abstract int Id { get; } " + Mail + " }")]
    [InlineData("public interface I { [DataCategory(\"contact.email\")] string Email { get; } }")]
    [InlineData("public static class A { [DataCategory(\"contact.email\")] public static string Email = \"\"; }")]
    [InlineData("public class A { [DataCategory(\"contact.email\")] public static string Email = \"\"; }")]
    [InlineData("public class A { public void M([DataCategory(\"contact.email\")] string mail) { } [return: DataCategory(\"contact.email\")] public string N() => \"\"; }")]
    [InlineData("public class A { public string Email = \"\"; }")]
    public Task TypeWithKeyOrWithoutLabelledData_IsNotReported(string source) => VerifyAsync(Begun + source);

    /// <summary>Only record classes have heirs, and those are known in an assembly too.</summary>
    [Theory]
    [InlineData("[DataSubjectId] int Id", "A")]
    [InlineData("int Id", "{|ECRM1104:A|}")]
    public Task KeyOnAParameterOfABaseRecordElsewhere_Counts(string parameter, string type) => VerifyAsync(
        $"{Begun}public record {type}(int Number) : Lib.Person(Number) {{ {Mail} }}",
        check => check.TestState.AdditionalReferences.Add(TestKit.TestCompilation.ToReference(TestKit.TestCompilation.Create(
            Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest, "Lib", [$"using Ethics.Crm; namespace Lib {{ public record Person({parameter}) {{ public int Other; }} }}"]))));

    [Fact]
    public Task PolicyLabels_CountAsMuch() => VerifyAsync(
        Begun + "namespace Acme { public class {|ECRM1104:Row|} { public string Phone = \"\"; } }",
        check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestKit.TestPolicy.Of(TestKit.Policies.Fabrikam.Replace(
                "\"version\": 1,", "\"version\": 1, \"fields\": { \"Acme.**.Phone\": { \"category\": \"contact.phone\", \"collectedFor\": [\"support\"] } },")));
        });

    [Fact]
    public Task GeneratedTypeAndProjectWithoutPurposeData_AreSilent() => VerifyAsync("public class A { public string Email = \"\"; }", check => check.TestState.Sources.Add(
        ("/0/B.g.cs", $"// <auto-generated/>\nusing Ethics.Crm; public class B {{ {Mail} }}")));

    [Theory]
    [InlineData("byte[]", "byte[]")]
    [InlineData("System.Collections.Generic.List<int>", "List<int>")]
    [InlineData("System.Action", "Action")]
    [InlineData("Parts", "Parts")]
    [InlineData("TwoParts", "TwoParts")]
    [InlineData("TwoParts?", "TwoParts?")]
    [InlineData("(int, int)", "(int, int)")]
    [InlineData("Wrapper<byte[]>", "Wrapper<byte[]>")]
    [InlineData("object[]", "object[]")]
    public Task IdThatHasNoText_IsReported(string type, string name) => VerifyIdAsync(type, "{|#0:Key|}", Expect($"'A.Key' identifies a person, but '{name}' has no invariant text form, so it names nobody: keep the id in a string, a number or a Guid, or in a type of your own with a ToString that tells one from another"));

    [Theory]
    [InlineData("int")]
    [InlineData("long?")]
    [InlineData("string")]
    [InlineData("char")]
    [InlineData("bool")]
    [InlineData("decimal")]
    [InlineData("System.Guid")]
    [InlineData("System.DateOnly")]
    [InlineData("System.DateTimeOffset")]
    [InlineData("System.Int128")]
    [InlineData("System.Uri")]
    [InlineData("System.Net.IPAddress")]
    [InlineData("System.DayOfWeek")]
    [InlineData("object")]
    [InlineData("System.IComparable")]
    [InlineData("Wrapper<int>")]
    [InlineData("Wrapper<Wrapper<string>>")]
    [InlineData("Formattable")]
    [InlineData("Written")]
    public Task IdThatHasAText_IsNotReported(string type) => VerifyIdAsync(type, "Key");

    [Fact]
    public Task IdWithoutText_IsToldOnceWhereItIsDeclared() => VerifyAsync(
        Begun + $"public class P {{ [DataSubjectId] public byte[] {{|ECRM1104:Key|}} = []; {Mail} }} public class A : P {{ [DataCategory(\"contact.email\")] public string Second = \"\"; }}");

    private static Task VerifyIdAsync(string type, string name, Action<TestKit.AnalyzerCheck>? configure = null) => VerifyAsync(
        $$"""
        {{Begun}}
        public class A { [DataSubjectId] public {{type}} {{name}} { get; set; } = default!; {{Mail}} }
        public class Parts { public int Left { get; set; } public int Right { get; set; } }
        public record struct TwoParts(int Left, int Right);
        public readonly record struct Wrapper<T>(T Value);
        public class Written { public int Left { get; set; } public int Right { get; set; } public override string ToString() => "x"; }
        public class Formattable : System.IFormattable { public int Left; public int Right; public string ToString(string? format, System.IFormatProvider? provider) => ""; }
        """,
        configure);

    private static Action<TestKit.AnalyzerCheck> Expect(string message)
        => check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1104", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message));

    private static Task VerifyAsync(string source, Action<TestKit.AnalyzerCheck>? configure = null) => Rules.VerifyAsync(
        source,
        check =>
        {
            check.DisabledDiagnostics.Clear();
            configure?.Invoke(check);
        });
}
