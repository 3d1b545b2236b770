using Ethics.Crm.SourceGenerators.Bindings;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests.Bindings;

/// <summary>Which types get a decorator, and that it compiles in every form of interface.</summary>
public sealed class BindingTests
{
    private static Build Of(params string[] sources) => Build.Of([Scenes.Usings, .. sources]) with { Generators = [new PurposeBindingGenerator()] };

    private static string Generated(params string[] sources) => Of(sources).Run().Generated;

    [Fact]
    public void ClassThatDeclares_HasADecorator()
    {
        var generated = Generated("namespace Acme; interface IDesk { string Answer(int id); } [ForPurpose(\"support\")] class Desk : IDesk { public string Answer(int id) => \"\"; }");
        Assert.Contains("bindings.AddPlain(typeof(global::Acme.Desk), true, typeof(Bound_Acme_Desk));", generated);
        Assert.Contains("string global::Acme.IDesk.Answer(int id)", generated);
        Assert.Contains("BoundCall.Enter(Bindings_Acme.P0, _owner)", generated);
        Assert.Contains("P0 = new string[] { \"support\" };", generated);
    }

    /// <summary>What a container would know of the class and its assembly does not: then a container makes it.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("public Desk() { } internal Desk(int n) { }", true)]
    [InlineData("public Desk(int n) { }", false)]
    [InlineData("public Desk() { } public Desk(int n) { }", false)]
    [InlineData("internal Desk() { }", false)]
    [InlineData("[Obsolete(\"\", true)] public Desk() { }", false)]
    [InlineData("public required string Name { get; set; }", false)]
    [InlineData("public void Dispose() { }", true)]
    public void PlainClass_IsMadeByItsAssembly(string members, bool isPlain)
    {
        var generated = Generated("using System; namespace Acme; interface IDesk { string Answer(); } [ForPurpose(\"support\")] class Desk : IDesk { public string Answer() => \"\"; " + members + " }");
        Assert.Equal(isPlain, generated.Contains("bindings.AddPlain(typeof(global::Acme.Desk), true, typeof(Bound_Acme_Desk));", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("IDisposable", "public void Dispose() { }")]
    [InlineData("IAsyncDisposable", "public System.Threading.Tasks.ValueTask DisposeAsync() => default;")]
    public void ClassThatIsToBeDisposedOf_IsMadeByAContainer(string contract, string member)
    {
        var generated = Generated("using System; namespace Acme; interface IDesk { string Answer(); } [ForPurpose(\"support\")] class Desk : IDesk, " + contract + " { public string Answer() => \"\"; " + member + " }");
        Assert.Contains("bindings.Add(typeof(global::Acme.Desk), true, typeof(Bound_Acme_Desk));", generated, StringComparison.Ordinal);
        Assert.DoesNotContain("AddPlain", generated, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class Desk : IDesk { public string Answer() => \"\"; }")]
    [InlineData("[ForPurpose(\"support\")] abstract class Desk : IDesk { public string Answer() => \"\"; }")]
    [InlineData("class Desk : IDesk { public string Answer() => \"\"; [ForPurpose(\"support\")] void Other() { } }")]
    public void ClassThatDeclaresNothingForItsInterface_HasNone(string type) =>
        Assert.DoesNotContain("Bound_Acme_Desk", Generated("namespace Acme; interface IDesk { string Answer(); } " + type));

    [Fact]
    public void ProjectWithoutPurposes_HasNoFile() => Assert.Empty(Of("namespace Acme; interface IDesk { string Answer(); } class Desk : IDesk { public string Answer() => \"\"; }").Run().HintNames);

    [Theory]
    [InlineData("[ForPurpose(\"support\")] public interface IDesk { string Answer(); }", true)]
    [InlineData("public interface IDesk { [ForPurpose(\"support\")] string Answer(); }", true)]
    [InlineData("[DataSubject] public interface IDesk { string Answer(); }", false)]
    public void InterfaceOfAReferencedAssembly_SpeaksForItsClass(string contract, bool declares)
    {
        var library = (Of("namespace Acme.Contracts; " + contract) with { AssemblyName = "Acme.Contracts" }).Run();
        var build = Of("namespace Acme; class Desk : Acme.Contracts.IDesk { public string Answer() => \"\"; }");

        foreach (var reference in new[] { library.Reference(), library.Output.ToMetadataReference() })
            Assert.Equal(declares, (build with { References = [reference] }).Run().Generated.Contains("Bound_Acme_Desk", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"Acme.Desk\"", "support")]
    [InlineData("\"Acme.*.Answer\"", "support")]
    [InlineData("\"Acme.IDesk\"", "support")]
    public void PolicyThatNamesTheCode_Binds_ButDoesNotInsist(string pattern, string purpose)
    {
        var policy = TestKit.Policies.Fabrikam.Insert(TestKit.Policies.Fabrikam.LastIndexOf('}'), $", \"code\": {{ {pattern}: [\"{purpose}\"] }}");
        var generated = Of("namespace Acme; interface IDesk { string Answer(); } class Desk : IDesk { public string Answer() => \"\"; }").WithPolicy(policy).Run().Generated;
        Assert.Contains("bindings.AddPlain(typeof(global::Acme.Desk), false,", generated);
        Assert.Contains($"{{ \"{purpose}\" }}", generated);
    }

    [Fact]
    public void AssemblyThatDeclares_BindsItsClasses_ButDoesNotInsist()
    {
        var generated = Generated("[assembly: ForPurpose(\"support\")]", "namespace Acme; interface IDesk { string Answer(); } class Desk : IDesk { public string Answer() => \"\"; }");
        Assert.Contains("bindings.AddPlain(typeof(global::Acme.Desk), false,", generated);
    }

    [Fact]
    public void ConstantsOfThePolicy_AreNames()
    {
        var build = Build.Of(Scenes.Usings, "namespace Acme; interface IDesk { string Answer(); } [ForPurpose(Purposes.Support, Purposes.Billing)] class Desk : IDesk { public string Answer() => \"\"; }");
        var generated = (build with { Generators = [new Ethics.Crm.SourceGenerators.Constants.PolicyConstantsGenerator(), new PurposeBindingGenerator()] }).Run().Generated;
        Assert.Contains("{ \"support\", \"billing\" }", generated);
    }

    [Fact]
    public void ClassWithoutInterface_IsListedAsUnbound_AndAStaticOneIsNot()
    {
        var generated = Generated("namespace Acme; [ForPurpose(\"support\")] class Desk { public string Answer() => \"\"; } [ForPurpose(\"support\")] static class Tools { }");
        Assert.Contains("bindings.AddUnbound(typeof(global::Acme.Desk), true, \"no member of an interface of it works for them\");", generated);
        Assert.DoesNotContain("Tools", generated);
    }

    [Fact]
    public void ClassWhoseBaseDoesTheWork_IsToldToDeclareItThere_UnlessItOverrides()
    {
        const string desk = "namespace Acme; interface IDesk { string Answer(); } class Base : IDesk { public virtual string Answer() => \"\"; } [ForPurpose(\"support\")] class Desk : Base { }";

        Assert.Contains("no member of an interface of it works for them; what its base class does works for what that class declares, so declare them there", Generated(desk));
        Assert.DoesNotContain("AddUnbound", Generated(desk.Replace("Desk : Base { }", "Desk : Base { public override string Answer() => \"\"; }", StringComparison.Ordinal)));
    }

    /// <summary>The start says it: which member, and what to do.</summary>
    [Theory]
    [InlineData("unsafe int* P(); void M();", "public unsafe int* P() => null; public void M() { }", "'I.P' has a pointer, which generated code cannot hand on; ")]
    [InlineData("unsafe void P(int** a); void M();", "public unsafe void P(int** a) { } public void M() { }", "'I.P' has a pointer, which generated code cannot hand on; ")]
    [InlineData("unsafe delegate*<int, void> P { get; } void M();", "public unsafe delegate*<int, void> P => null; public void M() { }", "'I.P' has a pointer, which generated code cannot hand on; ")]
    [InlineData("static abstract int P { get; } void M();", "public static int P => 0; public void M() { }", "'I.P' is static and has to come from the class itself; ")]
    [InlineData("int P { get; protected set; } void M();", "int I.P { get => 0; set { } } public void M() { }", "'I.P' cannot be seen by generated code; ")]
    [InlineData("void operator +=(int a); void M();", "public void operator +=(int a) { } public void M() { }", "is an operator, which a decorator cannot hand on; ")]
    public void InterfaceThatNoDecoratorCanImplement_IsTold_AndWhatToDo(string contract, string members, string expected)
    {
        foreach (var source in new[] { $"interface I {{ {contract} }} [ForPurpose(\"support\")] class C : I {{ {members} }}", $"[ForPurpose(\"support\")] interface I {{ {contract} }} class C : I {{ {members} }}" })
        {
            var generated = (Of("namespace Acme; " + source) with { AllowUnsafe = true }).Run().Generated;
            Assert.Contains("bindings.AddUnbound(typeof(global::Acme.C), true, \"", generated, StringComparison.Ordinal);
            Assert.Equal(source.StartsWith('['), generated.Contains("bindings.AddUnbound(typeof(global::Acme.I), true, \"", StringComparison.Ordinal));
            Assert.Contains(expected + "put what works for them into an interface without it, or open scopes in the code and say so with LeaveUnbound\"", generated, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ClassOfWhichADecoratorLacksAnInterface_SaysSo_OneThatLacksNothingDoesNot()
    {
        const string source = "namespace Acme; interface I { static abstract int P { get; } void M(); } interface J { void N(); } [ForPurpose(\"support\")] class C : I, J { public static int P => 0; public void M() { } public void N() { } }";
        Assert.Contains("bindings.AddLacking(typeof(global::Acme.C), typeof(Bound_Acme_C), \"'I.P' is static", Generated(source), StringComparison.Ordinal);
        Assert.DoesNotContain("AddLacking", Generated(source.Replace("static abstract int P { get; } ", "", StringComparison.Ordinal)), StringComparison.Ordinal);
        // Nor can it implement what derives from such a one.
        Assert.Contains("AddLacking(typeof(global::Acme.C), typeof(Bound_Acme_C), \"'I.P' is static", Generated(source.Replace("void M(); } interface J", "} interface K : I { void M(); } interface J", StringComparison.Ordinal).Replace("class C : I, J", "class C : K, J", StringComparison.Ordinal)), StringComparison.Ordinal);
        // What has static members alone is no service.
        Assert.DoesNotContain("AddLacking", Generated(source.Replace("{ get; } void M(); }", "{ get; } }", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("typeof(Bound_Acme_C<>), \"'I.P' is static", Generated(source.Replace("class C : I, J", "class C<T> : I, J", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Decorator_AsksNothingByReflection()
    {
        var generated = Generated("namespace Acme; interface IDesk { System.Threading.Tasks.Task<T> Answer<T>(ref int id, T value); IAsyncEnumerable<int> All(); int P { get; set; } event EventHandler E; } [ForPurpose(\"support\")] class Desk : IDesk { public System.Threading.Tasks.Task<T> Answer<T>(ref int id, T value) => null!; public IAsyncEnumerable<int> All() => null!; public int P { get; set; } public event EventHandler E { add { } remove { } } }");
        Assert.All(new[] { "Reflection", "GetMethod", "MakeGeneric", "Activator", "Invoke(", "dynamic", "GetType()" }, word => Assert.DoesNotContain(word, generated, StringComparison.Ordinal));
    }

    /// <summary>Interfaces in which something could go wrong; whether the decorator compiles without a warning is asserted by the harness.</summary>
    [Theory]
    [InlineData("interface I { void M(int @class, params string[] all); }", "public void M(int @class, params string[] all) { }")]
    [InlineData("interface I { T M<T, U>(T? value, U? other) where T : class where U : struct; }", "public T M<T, U>(T? value, U? other) where T : class where U : struct => value!;")]
    [InlineData("interface I { T? M<T>(T value) where T : notnull; }", "public T? M<T>(T value) where T : notnull => value;")]
    [InlineData("interface I { (int A, string? B) M((int, int) pair, dynamic any); }", "public (int A, string? B) M((int, int) pair, dynamic any) => default;")]
    [InlineData("interface I { ref readonly int M(in int a, ref int b, out int c, ref readonly int d); }", "static int s; public ref readonly int M(in int a, ref int b, out int c, ref readonly int d) { c = 0; return ref s; }")]
    [InlineData("interface I { int P { get; set; } int Q { get; init; } int this[int a, string b] { get; set; } event EventHandler? E; }", "public int P { get; set; } public int Q { get; init; } public int this[int a, string b] { get => 0; set { } } public event EventHandler? E { add { } remove { } }")]
    [InlineData("interface IBase { void B(); } interface I : IBase { new void B(); void M(); }", "public void B() { } public void M() { }")]
    [InlineData("interface I { void M() { } private void Own() { } static void S() { } sealed void Z() { } }", "public void M() { }")]
    [InlineData("interface I { [Obsolete(\"old\")] void Old(); [Obsolete(\"never\", true)] void Never(); void M(); }", "[Obsolete(\"old\")] public void Old() { } [Obsolete(\"never\", true)] public void Never() { } public void M() { }")]
    [InlineData("interface I { Span<int> M(scoped Span<int> a); System.Threading.Tasks.Task N(Span<char> a); System.Threading.Tasks.ValueTask<int> V(out int a); }", "public Span<int> M(scoped Span<int> a) => default; public System.Threading.Tasks.Task N(Span<char> a) => null!; public System.Threading.Tasks.ValueTask<int> V(out int a) { a = 1; return default; }")]
    [InlineData("interface I { System.Collections.IEnumerable A(); IEnumerable<string?> B(); IAsyncEnumerable<int> C(); System.Threading.Tasks.ValueTask<IAsyncEnumerable<int>> D(); IAsyncEnumerator<int> E(); System.Collections.IEnumerator F(); }", "public System.Collections.IEnumerable A() => null!; public IEnumerable<string?> B() => null!; public IAsyncEnumerable<int> C() => null!; public System.Threading.Tasks.ValueTask<IAsyncEnumerable<int>> D() => default; public IAsyncEnumerator<int> E() => null!; public System.Collections.IEnumerator F() => null!;", "K : I")]
    [InlineData("interface I : IDisposable, IAsyncDisposable { void M(); }", "public void M() { } public void Dispose() { } public System.Threading.Tasks.ValueTask DisposeAsync() => default;")]
    [InlineData("interface I { static abstract void S(); void M(); } interface J { void N(); }", "public static void S() { } public void M() { } public void N() { }", "C : I, J")]
    [InlineData("interface I<in T, out U> where T : class, new() { U M(T value); }", "public T M(T value) => value;", "C<T> : I<T, T> where T : class, new()")]
    [InlineData("interface I { System.Threading.Tasks.Task<IEnumerable<int>> M(in int task, ref int bound); System.Threading.Tasks.ValueTask<IAsyncEnumerable<int>> V(in int a); }", "public System.Threading.Tasks.Task<IEnumerable<int>> M(in int task, ref int bound) => null!; public System.Threading.Tasks.ValueTask<IAsyncEnumerable<int>> V(in int a) => default;")]
    [InlineData("file interface F { void N(); } interface I { void M(); }", "public void M() { } public void N() { }", "C : I, F")]
    [InlineData("interface IBase { void M(); } interface I : IBase { abstract void IBase.M(); void N(); }", "public void M() { } public void N() { }")]
    [InlineData("[Obsolete(\"never\", true)] interface F { } interface I { void M(dynamic any); void M(int one); }", "public void M(dynamic any) { } public void M(int one) { }")]
    [InlineData("class Outer { internal interface I { void M(); } }", "public void M() { }", "C : Outer.I")]
    [InlineData("namespace @event { interface I { void @void(); } }", "public void @void() { }", "@class : @event.I")]
    [InlineData("interface I { void M(params ReadOnlySpan<int> all); System.Threading.Tasks.Task N(params Span<string> all); void L(params List<int> all); }", "public void M(params ReadOnlySpan<int> all) { } public System.Threading.Tasks.Task N(params Span<string> all) => null!; public void L(params List<int> all) { }")]
    [InlineData("interface I { ref int P { get; } ref readonly string? this[in int a] { get; } ref T M<T>(ref T a) where T : struct, Enum; }", "int p; static string? s; public ref int P => ref p; public ref readonly string? this[in int a] => ref s; public ref T M<T>(ref T a) where T : struct, Enum => ref a;")]
    [InlineData("interface I { void M<T>(T a, scoped in T b) where T : allows ref struct; T? N<T>(T? a); U? O<T, U>(T a) where U : class?, T; V P<V>(V a) where V : unmanaged, IComparable<V>; }", "public void M<T>(T a, scoped in T b) where T : allows ref struct { } public T? N<T>(T? a) => a; public U? O<T, U>(T a) where U : class?, T => null; public V P<V>(V a) where V : unmanaged, IComparable<V> => a;")]
    [InlineData("interface I { string this[string a, params int[] b] { set; } event Action<string?>? E; const int C = 1; class N { } }", "public string this[string a, params int[] b] { set { } } public event Action<string?>? E { add { } remove { } }")]
    [InlineData("interface IBase { void M() { } int P => 1; } interface I : IBase { void IBase.M() { } int IBase.P => 2; } interface J : I { void IBase.M() { } new void M(); }", "public void M() { }", "C : J")]
    [InlineData("interface I { void M(int a = 5, string? b = null, [System.Runtime.CompilerServices.CallerMemberName] string c = \"\"); [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(a))] string? N(string? a); bool T([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? a); }", "public void M(int a, string? b, string c) { } [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(a))] public string? N(string? a) => a; public bool T([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? a) { a = null; return false; }")]
    public void Decorator_OfAnyInterface_Compiles(string contracts, string members, string header = "C : I")
    {
        var generated = Generated($"{contracts}\n[ForPurpose(\"support\")] class {header}\n{{\n{members}\n}}");
        Assert.Contains("IPurposeBound", generated);
    }

    [Fact]
    public void OldLanguage_Compiles()
    {
        var build = Of("""
            namespace Acme
            {
                interface IDesk { System.Threading.Tasks.Task<string> Answer(ref int id); System.Threading.Tasks.ValueTask Wait(); IAsyncEnumerable<int> All(); }
                [ForPurpose("support")]
                class Desk : IDesk
                {
                    public System.Threading.Tasks.Task<string> Answer(ref int id) { return null; }
                    public System.Threading.Tasks.ValueTask Wait() { return default; }
                    public IAsyncEnumerable<int> All() { return null; }
                }
                interface IStore<T> { void Keep(T value); }
                [ForPurpose("support")]
                class Store<T> : IStore<T> { public void Keep(T value) { } }
            }
            """);
        var old = build with { Language = LanguageVersion.CSharp7_3, Sources = [.. build.Sources.Skip(1).Select(static source => "using Ethics.Crm; using System.Collections.Generic;\n" + source)] };
        Assert.Contains("AddOpenService(typeof(global::Acme.Store<>), typeof(global::Acme.IStore<>)", old.Run().Generated);
    }

    [Theory]
    [InlineData("class Outer { [ForPurpose(\"support\")] class C : I { public void M() { } } }")]
    [InlineData("class Outer<T> { [ForPurpose(\"support\")] internal class C : I { public void M() { } } }")]
    [InlineData("[ForPurpose(\"support\")] file class C : I { public void M() { } }")]
    public void TypeThatGeneratedCodeCannotName_IsLeftToTheStart(string type) => Assert.DoesNotContain("class Bound_", Generated("interface I { void M(); } " + type));

    [Fact]
    public void TwoTypesWithOneMangledName_HaveTwoDecorators()
    {
        var generated = Generated("interface I { void M(); } namespace A.B { [ForPurpose(\"support\")] class C : I { public void M() { } } } namespace A_B { [ForPurpose(\"support\")] class C : I { public void M() { } } }");
        Assert.Contains("class Bound_A_B_C :", generated);
        Assert.Contains("class Bound_A_B_C_2 :", generated);
    }

    [Fact]
    public void OrderOfFiles_DoesNotMatter()
    {
        string[] sources = ["interface I { void M(); }", "[ForPurpose(\"support\")] class A : I { public void M() { } }", "[ForPurpose(\"billing\")] class B : I { public void M() { } }"];
        Assert.Equal(Generated(sources), Generated([.. sources.Reverse()]));
    }
}
