namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What the flow engine does not follow, or follows too far, as <c>docs/limits.md</c> lists it; an improvement breaks the test that shows it.</summary>
public sealed class FlowLimitTests
{
    [Fact]
    public Task FalseNegative_StaticMemberOfAnotherAssembly_IsToldAndNotFollowed()
        => Flow.VerifyAsync("static of the framework", "void M(Contact c) { Console.{|ECRM9002:Title|} = c.Email; Mailer.Send(Environment.ExitCode); } void N(Contact c) => Environment.{|ECRM9002:ExitCode|} = c.Email.Length;", unconcluded: 2);

    [Fact]
    public Task FalseNegative_ValueThatAnotherThreadFindsMeanwhile_IsNotFollowed()
        => Flow.VerifyAsync("meanwhile", "static string s = \"\"; public async Task A(Contact c) { s = c.Email; await Task.Yield(); s = \"\"; } public void B() => Mailer.Send(s);");

    [Fact]
    public Task FalseNegative_MethodThatAnotherAssemblyCallsAlone_IsTakenToBeCalledAsHere()
        => Flow.VerifyAsync("called here", "static string s = \"\"; public static void Set(Contact c) => s = c.Email; public static void Clear() => s = \"\"; public void A(Contact c) { Set(c); Clear(); } public void B() => Mailer.Send(s);");

    [Fact]
    public Task FalseAlarm_LambdaThatHasRunBefore()
        => Flow.VerifyAsync("lambda", "static string s = \"\"; public void A(List<Contact> all) { all.ForEach(c => s = c.Email); s = \"\"; } public void B() => Mailer.Send({|ECRM2002:s|});");

    [Fact]
    public Task FalseAlarm_ValueOfAnotherThread()
        => Flow.VerifyAsync("thread", "static readonly System.Threading.ThreadLocal<string> L = new(() => \"\"); public void A(Contact c) { L.Value = c.Email; Task.Run(B); } void B() => Mailer.Send(L.{|ECRM2002:Value|});");

    [Fact]
    public Task FalseNegative_ServiceThatTheProgramMakes_IsNotShared()
        => Flow.VerifyAsync("made here", "readonly IShelf shelf; public Job(IShelf shelf) => this.shelf = shelf; public void A(Contact c) => shelf.Put(c.Email); static void Start(Action<object> add) => add(new Shelf());", types: "public class Other(IShelf shelf) { public void B() => Mailer.Send(shelf.Get()); } public interface IShelf { void Put(string s); string Get(); } public class Shelf : IShelf { string s = \"\"; public void Put(string v) => s = v; public string Get() => s; }");

    [Fact]
    public Task FalseNegative_DataOfAThread_IsToldAndNotFollowed()
        => Flow.VerifyAsync("thread", "static readonly LocalDataStoreSlot S = System.Threading.Thread.AllocateDataSlot(); public void A(Contact c) => System.Threading.Thread.SetData(S, c.{|ECRM9002:Email|}); public void B() => Mailer.Send(System.Threading.Thread.GetData(S));", unconcluded: 1);

    [Fact]
    public Task FalseAlarm_ReplacedObjectOfAStaticMember()
        => Flow.VerifyAsync("replaced object", "class Case { public Box Box = new(); } static Case k = new(); public void A(Contact c) { k.Box.Text = c.Email; k = new Case(); } public void B() => Mailer.Send(k.Box.{|ECRM2002:Text|});");

    [Fact]
    public Task StaticMember_OfAnotherValue_IsNotTold()
        => Flow.VerifyAsync("static, name", "static string last = \"\"; void M(Contact c) { last = c.Name; Mailer.Send(last); }");

    [Fact]
    public Task FalseNegative_DelegateThatNobodyInTheProgramHandsIn_IsToldAndNotFollowed()
        => Flow.VerifyAsync("delegate", "void Each(Contact c, Action<string> use) => use(c.{|ECRM9002:Email|});", unconcluded: 1);

    [Fact]
    public Task FalseNegative_DynamicCode_IsToldAndNotFollowed()
        => Flow.VerifyAsync("dynamic", "void M(Contact c, dynamic mailer) => mailer.{|ECRM9002:Send|}(c.Email);", unconcluded: 1);

    [Theory]
    [InlineData("other value", "static readonly List<string> L = new(); void M(Contact c) { GC.KeepAlive(c.Email); L.Add(c.Name); }")]
    [InlineData("looked up", "static readonly Dictionary<string, Box> L = new(); void M(Contact c) => GC.KeepAlive(L[c.Email]);")]
    [InlineData("asked", "static readonly HashSet<string> L = new(); bool M(Contact c) => L.Contains(c.Email);")]
    [InlineData("service", "class S { public void Use(string s) { } } static readonly S One = new(); void M(Contact c) => One.Use(c.Email);")]
    [InlineData("client of the framework", "static readonly System.Net.Http.HttpClient Http = new(); void M(Contact c) => Http.GetAsync(c.Email);")]
    [InlineData("object of one's own", "void M(Contact c) { var l = new List<string>(); l.Add(c.Email); GC.KeepAlive(l); }")]
    public Task StaticMember_IntoWhichNothingIsPut_IsNotTold(string form, string members) => Flow.VerifyAsync(form, members);

    [Fact]
    public Task FalseNegative_WrittenToDynamicCode_IsToldAndNotFollowed()
        => Flow.VerifyAsync("dynamic", "void M(Contact c, dynamic d) => d.{|ECRM9002:Mail|} = c.Email;", unconcluded: 1);

    [Theory]
    [InlineData("variable", "unsafe void M(Contact c) { int x = 0; int* p = &x; {|ECRM9002:*p|} = c.Email.Length; Mailer.Send(x); }")]
    [InlineData("element", "unsafe void M(Contact c) { var a = new char[3]; fixed (char* p = a) { {|ECRM9002:p[0]|} = c.Email[0]; } Mailer.Send(a[0]); }")]
    public Task FalseNegative_MemoryBehindAPointer_IsToldAndNotFollowed(string form, string members) => Flow.VerifyAsync(form, members, unconcluded: 1);

    [Fact]
    public Task Pointer_ToAValue_IsFollowed()
        => Flow.VerifyAsync("pointer", "unsafe void M(Contact c) { fixed (char* p = c.Email) { Mailer.Send({|ECRM2002:*p|}); } }");

    /// <summary>What is handed to the operating system, or given back to a pool, nothing in the program names when it comes again.</summary>
    [Theory]
    [InlineData("file", "void M(Contact c) => System.IO.File.WriteAllText(\"a\", c.Email); void N() => Mailer.Send(System.IO.File.ReadAllText(\"a\"));")]
    [InlineData("pool of arrays", "void M(Contact c) { var a = System.Buffers.ArrayPool<string>.Shared.Rent(1); a[0] = c.Email; System.Buffers.ArrayPool<string>.Shared.Return(a); } void N() => Mailer.Send(System.Buffers.ArrayPool<string>.Shared.Rent(1)[0]);")]
    public Task FalseNegative_FileAndPool_AreNotFollowedAndNotTold(string form, string members) => Flow.VerifyAsync(form, members);

    [Fact]
    public Task FalseNegative_FunctionPointerFromElsewhere_IsToldAndNotFollowed()
        => Flow.VerifyAsync("function pointer", "unsafe void M(Contact c, delegate*<string, void> p) => p(c.{|ECRM9002:Email|});", unconcluded: 1);

    [Fact]
    public Task FalseNegative_SequenceThatAnotherMethodAsks_DoesNotFindWhatItPutsInBefore()
        => Flow.VerifyAsync("sequence that is handed on", "void M(Contact c) { var b = new Box(); K(H(b), b, c); } void K(IEnumerable<string> all, Box b, Contact c) { b.Text = c.Email; foreach (var e in all) Mailer.Send(e); } IEnumerable<string> H(Box b) { yield return b.Text; }");

    [Theory]
    [InlineData("sequence that a helper hands out", "void M(Contact c) { var b = new Box(); var all = J(b); b.Text = c.Email; foreach (var e in all) Mailer.Send(e); } IEnumerable<string> J(Box b) => H(b); IEnumerable<string> H(Box b) { yield return b.Text!; }")]
    [InlineData("sequence that is spread", "void M(Contact c) { var b = new Box(); var all = H(b); b.Text = c.Email; string[] a = [.. all]; Mailer.Send(a[0]); } IEnumerable<string> H(Box b) { yield return b.Text!; }")]
    public Task FalseNegative_SequenceThatIsAskedByWayOfAnother_DoesNotFindWhatCameMeanwhile(string form, string members) => Flow.VerifyAsync(form, members);

    /// <summary>The compiler shows what the function is made of, and not what stands before the dot.</summary>
    [Fact]
    public Task FalseNegative_ExtensionAsAFunctionOfALabelledMember_IsToldAndNotFollowed()
        => Flow.VerifyAsync("extension", "void M(Contact c) { Func<string> f = c.{|ECRM9002:Email|}.Shout; Mailer.Send(f()); }", unconcluded: 1);

    [Fact]
    public Task FieldOfAnObject_WhoseMethodsAreCalledTogether_IsShared()
        => Flow.VerifyAsync("field of this", "string kept = \"\"; public void A(Contact c) => kept = c.Email; public string B() => kept; void M(Contact c) { var j = new Job(); j.A(c); Mailer.Send(j.{|ECRM2002:B|}()); }");

    [Fact]
    public Task CollectionBuilderOfTheProgram_IsFollowedFromTheEnd()
        => Flow.VerifyAsync("builder", "void M(Contact c) { Col k = [\"a\", c.Email]; Mailer.Send({|ECRM2002:k[^1]|}); Col l = [\"a\", c.Name]; Mailer.Send(l[^1]); }", types: "[System.Runtime.CompilerServices.CollectionBuilder(typeof(ColOf), \"Make\")] public class Col(string[] all) : IEnumerable<string> { public int Count => all.Length; public string this[int i] => all[i]; public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)all).GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } public static class ColOf { public static Col Make(ReadOnlySpan<string> s) => new(s.ToArray()); }");

    [Fact]
    public Task FalseAlarm_TypeThatOnlyTheCallerKnows()
        => Flow.VerifyAsync("type", "static void H(object o) { if (o is int n) Mailer.Send({|ECRM2002:n|}); } void M(Contact c) { object[] all = [c.Email]; H(all[0]); }");

    [Fact]
    public Task FalseNegative_ObjectFromElsewhere_IsNotShared()
        => Flow.VerifyAsync("shared", "static Box Get() => (Box)AppDomain.CurrentDomain.GetData(\"box\")!; void M(Contact c) { Get().Text = c.Email; Mailer.Send(Get().Text); }");

    [Fact]
    public Task FalseNegative_StaticMethodOfAnExtensionBlockAsAFunction_IsNotFollowed()
        => Flow.VerifyAsync("extension block", "void M(Contact c) { Func<string, string> f = X.Twice; Mailer.Send(f(c.Email)); }", types: "public static class X { extension(string s) { public string Twice() => s + s; } }");

    [Fact]
    public Task FalseAlarm_ConditionsThatExcludeEachOther()
        => Flow.VerifyAsync("correlated", "void M(Contact c) { var b = c.Name.Length > 3; var s = b ? c.Email : c.Name; if (!b) Mailer.Send({|ECRM2002:s|}); }");

    [Theory]
    [InlineData("list", "void M(Contact c) { var l = new List<string> { c.Email, c.Name, c.Name }; Mailer.Send({|ECRM2002:l[1]|}); }")]
    [InlineData("slice", "void M(Contact c) { var l = new[] { c.Email, \"\" }; if (l is [_, .. var rest]) Mailer.Send({|ECRM2002:rest[0]|}); }")]
    public Task FalseAlarm_OtherElementOfAList(string form, string members) => Flow.VerifyAsync(form, members);

    /// <summary>The result carries no label, and nothing else is said of it.</summary>
    [Fact]
    public Task FalseAlarm_WhatAnAnonymiserHandsOutBesideItsResult()
        => Flow.VerifyAsync("out", "[Anonymizes(\"many people\")] static bool A(string s, out string t) { t = s; return true; } void M(Contact c) { A(c.Email, out var t); Mailer.Send({|ECRM2002:t|}); }");

    [Theory]
    [InlineData("by key", "void M(Contact c, dynamic d) => {|ECRM9002:d[\"x\"]|} = c.Email;")]
    [InlineData("pointer to an object", "struct S { public int N; } unsafe void M(Contact c, S* p) => p->{|ECRM9002:N|} = c.Email.Length;")]
    [InlineData("pointer to an element", "struct S { public int N; } unsafe void M(Contact c, S[] a) { fixed (S* p = a) { p->{|ECRM9002:N|} = c.Email.Length; } Mailer.Send(a[0].N); }")]
    [InlineData("pointer, added", "unsafe void M(Contact c) { int x = 0; int* p = &x; {|ECRM9002:*p|} += c.Email.Length; }")]
    public Task FalseNegative_WrittenWhereNobodyFollows_IsTold(string form, string members) => Flow.VerifyAsync(form, members, unconcluded: 1);

    [Theory]
    [InlineData("dynamic member other value", "void M(Contact c, dynamic d) { GC.KeepAlive(c.Email); d.Mail = c.Name; d[\"x\"] = c.Name; }")]
    [InlineData("dynamic call other value", "void M(Contact c, dynamic d) { GC.KeepAlive(c.Email); d.Send(c.Name); }")]
    [InlineData("function pointer other value", "static void G(string s) { } unsafe void M(Contact c) { GC.KeepAlive(c.Email); delegate*<string, void> p = &G; p(c.Name); }")]
    [InlineData("pointer other value", "unsafe void M(Contact c) { GC.KeepAlive(c.Email); int x = 0; int* p = &x; *p = c.Name.Length; }")]
    [InlineData("pointer arrow clean", "struct S { public int N; } unsafe void M(Contact c, S* p) { GC.KeepAlive(c.Email); p->N = c.Id; }")]
    public Task OtherValue_WrittenWhereNobodyFollows_IsNotTold(string form, string members) => Flow.VerifyAsync(form, members);

    [Fact]
    public Task FalseNegative_OneVariableByReferenceTwice_IsNotShared()
        => Flow.VerifyAsync("reference twice", "void M(Contact c) { var s = \"\"; F(ref s, ref s, c); } void F(ref string x, ref string y, Contact c) { x = c.Email; Mailer.Send(y); x = \"\"; }");

    [Fact]
    public Task FalseAlarm_MethodOfAnotherProjectThatIgnoresWhatItIsGiven() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        [ForPurpose("support")] static class Desk { public static string Topic(Acme.Crm.Contact c) => Acme.Crm.Texts.Label(c.Email, "router"); }
        [ForPurpose("marketing")] class Issue { void Write(Acme.Crm.Contact c) => System.GC.KeepAlive(Desk.{|ECRM2002:Topic|}(c)); }
        """,
        check =>
        {
            var library = check.TestState.AdditionalProjects["Library"];
            library.Sources.Add(Ethics.Crm.TestKit.Models.Contact);
            library.Sources.Add("namespace Acme.Crm { public static class Texts { public static string Label(string mail, string topic) => topic; } }");
            check.TestState.AdditionalProjectReferences.Add("Library");
        });

    /// <summary>What stands for the type decides which text it is, and is not asked where nothing else depends on it.</summary>
    [Fact]
    public Task FalseNegative_TextOfATypeParameter_IsNotFollowed()
        => Flow.VerifyAsync("text", "static void Log<T>(T one) => Mailer.Send($\"{one}\"); void M(Contact c) => Log(new Shown(c));", types: "public class Shown(Contact c) { public override string ToString() => c.Email; }");

    /// <summary>By an array of arguments, of which nobody knows which parameter gets which.</summary>
    [Fact]
    public Task FalseNegative_DynamicInvokeOfAHandedFunction_IsNotFollowed()
        => Flow.VerifyAsync("function", "static void Run(Delegate f, Contact c) => f.DynamicInvoke(c.Email); void M(Contact c) => Run((string s) => Mailer.Send(s), c);");
}
