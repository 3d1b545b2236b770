namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through delegates that are called where somebody else handed them in, or that lie in fields, collections and events.</summary>
public sealed class InvocationFlowTests
{
    [Theory]
    [InlineData("handed in", "static void Do(Action<string> f, string s) => f({|ECRM2002:s|}); void M(Contact c) => Do(Mailer.Send, c.Email);")]
    [InlineData("handed on", "static void Do(Action<string> f, string s) => Once(f, s); static void Once(Action<string> f, string s) => f({|ECRM2002:s|}); void M(Contact c) => Do(Mailer.Send, c.Email);")]
    [InlineData("handed on for any type", "static void Do<T>(Action<T> f, T s) => Once(f, s); static void Once<T>(Action<T> f, T s) => f({|ECRM2002:s|}); void M(Contact c) => Do(Mailer.Send, c.Email);")]
    [InlineData("read where it is called", "static void Do(Contact c, Action<string> f) => f(c.{|ECRM2002:Email|}); void M(Contact c) => Do(c, Mailer.Send);")]
    [InlineData("combined", "static void Do(Contact c, Action<string> f) => f(c.{|ECRM2002:Email|}); static void Other(string s) { } void M(Contact c) { Action<string> f = Other; f += Mailer.Send; Do(c, f); }")]
    [InlineData("lambda handed in", "static void Do(Contact c, Action<string> f) => f(c.Email); void M(Contact c) => Do(c, s => Mailer.Send({|ECRM2002:s|}));")]
    [InlineData("lambda that declares", "static void Do(Contact c, Action<string> f) => f(c.{|ECRM2002:Email|}); void M(Contact c) => Do(c, [ForPurpose(\"marketing\")] (s) => GC.KeepAlive(s));")]
    [InlineData("method of an object", "class K { [ForPurpose(\"marketing\")] public void Take(string s) { } } static void Do(Contact c, Action<string> f) => f(c.{|ECRM2002:Email|}); void M(Contact c) => Do(c, new K().Take);")]
    [InlineData("in a field", "Action<string>? f; void Set() => f = Mailer.Send; void Run(Contact c) => f?.Invoke(c.{|ECRM2002:Email|}); static void M(Contact c) { var j = new Job(); j.Set(); j.Run(c); }")]
    [InlineData("in a property of an object", "class K { public Action<string>? F { get; set; } } static void Run(K k, string s) => k.F!({|ECRM2002:s|}); void M(Contact c) => Run(new K { F = Mailer.Send }, c.Email);")]
    [InlineData("in a list", "static void Run(List<Action<string>> all, string s) { foreach (var f in all) f({|ECRM2002:s|}); } void M(Contact c) => Run(new() { Mailer.Send }, c.Email);")]
    [InlineData("in an array", "static void Run(Action<string>[] all, string s) { for (var i = 0; i < all.Length; i++) all[i]({|ECRM2002:s|}); } void M(Contact c) => Run(new Action<string>[] { Mailer.Send }, c.Email);")]
    [InlineData("under a key", "static void Run(Dictionary<string, Action<string>> all, string s) { if (all.TryGetValue(\"x\", out var f)) f({|ECRM2002:s|}); } void M(Contact c) => Run(new() { [\"x\"] = Mailer.Send }, c.Email);")]
    [InlineData("lambda of another method", "static Action<string> Make(string p) => s => Mailer.Send({|ECRM2002:p + s|}); void M(Contact c) { var f = Make(\"a\"); f(c.Email); }")]
    [InlineData("lambda of another method, with what it has captured", "static Action Make(Box b) => () => Mailer.Send(b.{|ECRM2002:Text|}); void M(Contact c) { var b = new Box(); var f = Make(b); b.Text = c.Email; f(); }")]
    [InlineData("lambda of another method that writes what it has captured", "static Action<string> Make(Box b) => s => b.Text = s; void M(Contact c) { var b = new Box(); Make(b)(c.Email); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("lambda that writes its object", "class K { string last = \"\"; public string Last => last; public Action<string> Keep => s => last = s; } static void Run(Contact c, Action<string> f) => f(c.Email); void M(Contact c) { var k = new K(); Run(c, k.Keep); Mailer.Send(k.{|ECRM2002:Last|}); }")]
    [InlineData("object with the value", "static void Run(Action<Box> f, Contact c) => f(new Box { Text = c.Email }); static void Take(Box b) => Mailer.Send(b.{|ECRM2002:Text|}); void M(Contact c) => Run(Take, c);")]
    [InlineData("local function of another method", "static Action<string> Make(Box b) { return L; void L(string s) { b.Text = s; Mailer.Send({|ECRM2002:s|}); } } void M(Contact c) { var b = new Box(); Make(b)(c.Email); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("steps in a static array that read themselves", "record Step(string Name, Action<Kept> Do); class Kept(Contact c) { public Contact C => c; public string? Text; } static readonly Step[] Steps = { new(\"a\", [ForPurpose(\"support\")] (k) => { k.Text = k.C.Email; }), new(\"b\", [ForPurpose(\"marketing\")] (k) => GC.KeepAlive(k.{|ECRM2002:Text|})) }; static void M(Contact c) { var k = new Kept(c); foreach (var s in Steps) s.Do(k); }")]
    [InlineData("lambda that reads, of another method", "static Action<Contact> Make(Box b) => c => b.Text = c.Email; static void M(Contact c) { var b = new Box(); Make(b)(c); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("one of two that is left", "static void Do(Contact c, Action<string> f) => f(c.{|ECRM2002:Email|}); static void Other(string s) { } void M(Contact c) { Action<string> f = Other; f += Mailer.Send; f -= Other; Do(c, f); }")]
    [InlineData("taken away once of twice", "static void Do(Contact c, Action<string> f) => f(c.{|ECRM2002:Email|}); void M(Contact c) { Action<string>? f = Mailer.Send; f += Mailer.Send; f -= Mailer.Send; Do(c, f!); }")]
    [InlineData("lambda of a helper, and what comes into its object later", "class K { public Func<string> F = () => \"\"; public string T = \"\"; } void M(Contact c) { var k = new K(); H(k); k.T = c.Email; Mailer.Send(k.{|ECRM2002:F|}()); } void H(K k) => k.F = () => k.T;")]
    [InlineData("console in a variable", "void M(Contact c) { Action<string?> f = Console.WriteLine; f(c.{|ECRM3002:Email|}); }")]
    [InlineData("console that is handed in", "static void Do(Contact c, Action<string?> f) => f(c.{|ECRM3002:Email|}); void M(Contact c) => Do(c, Console.WriteLine);")]
    [InlineData("recipient that is handed in", "[DisclosesTo(\"mailchimp\")] static void Tell(string s) { } static void Do(Contact c, Action<string> f) => f(c.{|ECRM3001:Email|}); void M(Contact c) => Do(c, Tell);")]
    [InlineData("steps that hand an object on", "void M(Contact c) { var steps = new List<Action<Box>> { b => b.Text = c.Email, b => Mailer.Send(b.{|ECRM2002:Text|}) }; var x = new Box(); foreach (var f in steps) f(x); }")]
    [InlineData("lambda that calls a function", "static Action<string> Then(Action<string> f) => s => f({|ECRM2002:s|}); void M(Contact c) => Then(Mailer.Send)(c.Email);")]
    [InlineData("virtual method", "abstract class K { public abstract void Take(string s); } class L : K { public override void Take(string s) => Mailer.Send({|ECRM2002:s|}); } static void Run(Contact c, Action<string> f) => f(c.Email); void M(Contact c, K k) => Run(c, k.Take);")]
    [InlineData("extension method", "static void Run(Contact c, Action<string> f) => f(c.Email); void M(Contact c) => Run(c, new Box().Take);", "public static class More { public static void Take(this Box b, string s) => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("in a static property", "static Func<string, bool>? After { get; set; } [ForPurpose(\"marketing\")] static void Install() => After = s => { Mailer.Send(s); return true; }; [ForPurpose(\"support\")] static bool M(Contact c) => After?.Invoke(c.{|ECRM2002:Email|}) ?? true;")]
    [InlineData("in a static list", "static readonly List<Action<string>> All = new(); static void Install() => All.Add(Mailer.Send); void M(Contact c) { foreach (var f in All) f(c.{|ECRM2002:Email|}); }")]
    [InlineData("in a static table by type", "static readonly Dictionary<Type, List<Delegate>> Table = new(); static void On<T>(Action<T> f) { if (!Table.TryGetValue(typeof(T), out var l)) Table[typeof(T)] = l = new(); l.Add(f); } static void Publish<T>(T m) { foreach (var f in Table.GetValueOrDefault(typeof(T)) ?? new()) ((Action<T>)f)(m); } static void Start() => On<Pair>(Take); static void Take(Pair p) => Mailer.Send(p.{|ECRM2002:First|}); void M(Contact c) => Publish(new Pair(c.Email, \"\"));")]
    [InlineData("steps in a static array", "record Step(string Name, Action<Box> Do); static readonly Step[] Steps = { new(\"a\", b => b.Text = b.Other), new(\"b\", b => Mailer.Send(b.{|ECRM2002:Text|})) }; void M(Contact c) { var b = new Box { Other = c.Email }; foreach (var s in Steps) s.Do(b); }")]
    [InlineData("of an abstract method, in a static member", "abstract class K { public abstract void Take(string s); } class L : K { public override void Take(string s) => Mailer.Send({|ECRM2002:s|}); } static Action<string>? F; static void Install(K k) => F = k.Take; void M(Contact c) => F?.Invoke(c.Email);")]
    [InlineData("of an interface, in a static list", "interface IK { void Take(string s); } class L : IK { public void Take(string s) => Mailer.Send({|ECRM2002:s|}); } static readonly List<Action<string>> All = new(); static void Install(IK k) => All.Add(k.Take); void M(Contact c) => All.ForEach(f => f(c.Email));")]
    [InlineData("of an abstract method that declares, in a static member", "abstract class K { [ForPurpose(\"marketing\")] public abstract void Take(string s); } class L : K { public override void Take(string s) { } } static Action<string>? F; static void Install(K k) => F = k.Take; void M(Contact c) => F?.Invoke(c.{|ECRM2002:Email|});")]
    [InlineData("function pointer", "static string Get(Contact c) => c.Email; static unsafe readonly delegate*<Contact, string> Of = &Get; unsafe void M(Contact c) => Mailer.Send({|ECRM2002:Of|}(c));")]
    [InlineData("function pointer local", "unsafe void M(Contact c) { delegate*<object?, void> p = &Mailer.Send; p(c.{|ECRM2002:Email|}); }")]
    public Task Delegate_IsFollowed(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("other value", "static void Do(Contact c, Action<string> f) => f(c.Name); void M(Contact c) { GC.KeepAlive(c.Email); Do(c, Mailer.Send); }")]
    [InlineData("other function", "static void Do(Contact c, Action<string> f) => f(c.Email); static void Other(string s) { } void M(Contact c) { Action<string> g = Mailer.Send; g(\"\"); Do(c, Other); }")]
    [InlineData("other argument", "static void Do(Contact c, Action<string, string> f) => f(c.Email, c.Name); static void Take(string a, string b) => Mailer.Send(b); void M(Contact c) => Do(c, Take);")]
    [InlineData("other call of the same helper", "static void Do(Action<string> f, string s) => f(s); static void Other(string s) { } void M(Contact c) { Do(Other, c.Email); Do(Mailer.Send, c.Name); }")]
    [InlineData("other list", "static void Run(List<Action<string>> all, string s) { foreach (var f in all) f(s); } static void Other(string s) { } void M(Contact c) { var a = new List<Action<string>> { Other }; var b = new List<Action<string>> { Mailer.Send }; Run(a, c.Email); Run(b, \"\"); }")]
    [InlineData("other object of the lambda's", "class K { string last = \"\"; public string Last => last; public Action<string> Keep => s => last = s; } static void Run(Contact c, Action<string> f) => f(c.Email); void M(Contact c) { var k = new K(); var l = new K(); Run(c, k.Keep); Mailer.Send(l.Last); }")]
    [InlineData("other part of the object", "static void Run(Action<Box> f, Contact c) => f(new Box { Text = c.Email, Other = \"\" }); static void Take(Box b) => Mailer.Send(b.Other); void M(Contact c) => Run(Take, c);")]
    [InlineData("handed over and not called", "static void Do(Contact c, Action<string> f) { GC.KeepAlive(c.Email); GC.KeepAlive(f); } void M(Contact c) => Do(c, Mailer.Send);")]
    [InlineData("overwritten field", "Action<string>? f; static void Other(string s) { } static void M(Contact c) { var j = new Job(); j.f = Mailer.Send; j.f = Other; j.f(c.Email); }")]
    [InlineData("lambda that ignores its argument", "static void Do(Contact c, Action<string> f) => f(c.Email); void M(Contact c) => Do(c, s => Mailer.Send(\"\"));")]
    [InlineData("returned delegate that is not called", "[ForPurpose(\"support\")] static Func<string> Make(Contact c) => () => c.Email; [ForPurpose(\"marketing\")] void M(Contact c) { var f = Make(c); GC.KeepAlive(f); }")]
    [InlineData("taken away", "static void Do(Contact c, Action<string> f) => f(c.Email); static void Other(string s) { } void M(Contact c) { Action<string> f = Other; f += Mailer.Send; f -= Mailer.Send; Do(c, f); }")]
    [InlineData("other form of a generic class", "record Env<T>(T Load); class Hub { readonly Dictionary<Type, Action<object>> all = new(); public void On<T>(Action<Env<T>> f) => all[typeof(T)] = m => f((Env<T>)m); public void Send<T>(T load) { if (all.TryGetValue(typeof(T), out var f)) f(new Env<T>(load)); } } void M(Contact c) { var h = new Hub(); h.On<Box>(e => Mailer.Send(e.Load.Text)); h.On<Pair>(e => GC.KeepAlive(e.Load.First)); h.Send(new Pair(c.Email, \"\")); h.Send(new Box()); }")]
    [InlineData("lambda for another record in a static table", "record A(string T); record B(string T); static readonly Dictionary<Type, List<Delegate>> Table = new(); static void On<T>(Action<T> f) { if (!Table.TryGetValue(typeof(T), out var l)) Table[typeof(T)] = l = new(); l.Add(f); } static void Publish<T>(T m) { foreach (var f in Table.GetValueOrDefault(typeof(T)) ?? new()) ((Action<T>)f)(m); } static void Start() => On<B>(b => Mailer.Send(\"to \" + b.T)); void M(Contact c) => Publish(new A(c.Email)); void N(Contact c) => Publish(new B(c.Name));")]
    [InlineData("method that anonymises", "[Anonymizes(\"x\")] static int L(string s) => s.Length; void M(Contact c) { Func<string, int> f = L; Mailer.Send(f(c.Email)); }")]
    [InlineData("recipient that gets something else", "[DisclosesTo(\"mailchimp\")] static void Tell(string s) { } static void Do(Contact c, Action<string> f) { GC.KeepAlive(c.Email); f(\"\"); } void M(Contact c) => Do(c, Tell);")]
    [InlineData("other static", "static Action<string>? A, B; static void Other(string s) { } static void Install() { A = Other; B = Mailer.Send; } void M(Contact c) { A?.Invoke(c.Email); B?.Invoke(c.Name); }")]
    [InlineData("other type in a static table", "static readonly Dictionary<Type, List<Delegate>> Table = new(); static void On<T>(Action<T> f) { if (!Table.TryGetValue(typeof(T), out var l)) Table[typeof(T)] = l = new(); l.Add(f); } static void Publish<T>(T m) { foreach (var f in Table.GetValueOrDefault(typeof(T)) ?? new()) ((Action<T>)f)(m); } static void Start() => On<Box>(Take); static void Take(Box p) => Mailer.Send(p.Text); void M(Contact c) { Publish(new Pair(c.Email, \"\")); Publish(new Box()); }")]
    [InlineData("of an abstract method, in a static member, made of another class", "abstract class K { public abstract void Take(string s); } class L : K { public override void Take(string s) => Mailer.Send(s); } class O : K { public override void Take(string s) { } } static Action<string>? F; static void Install() { K k = new O(); F = k.Take; new L().Take(\"\"); } void M(Contact c) => F?.Invoke(c.Email);")]
    [InlineData("function pointer to another", "static string Get(Contact c) => c.Email; static string Name(Contact c) => c.Name; unsafe void M(Contact c) { delegate*<Contact, string> p = &Name; delegate*<Contact, string> q = &Get; Mailer.Send(p(c)); }")]
    [InlineData("function pointer nobody knows", "unsafe void M(Contact c, delegate*<object?, void> p) { delegate*<object?, void> q = &Mailer.Send; p(c.Name); q(c.Name); GC.KeepAlive(c.Email); }")]
    public Task WhatADelegateIsNotCalledWith_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    /// <summary>Which of those that are combined a helper takes away is not known to the summary of the helper.</summary>
    [Fact]
    public Task FalseAlarm_DelegateThatAHelperTakesAway()
        => Flow.VerifyAsync("helper", "static void Do(Contact c, List<Action<string>> all) { foreach (var f in all) f(c.{|ECRM2002:Email|}); } static void Drop(List<Action<string>> all) => all.RemoveAt(0); void M(Contact c) { Action<string> f = Mailer.Send; var all = new List<Action<string>> { f }; Drop(all); Do(c, all); }");

    /// <summary>What a delegate yields for just these arguments does not come back through a helper: what went in and what it yields for any are taken.</summary>
    [Fact]
    public Task FalseAlarm_FunctionThatHidesWhatItIsGivenBehindAHelper()
        => Flow.VerifyAsync("hides", "static string Do(Func<string, string> f, string s) => f(s); static string Hide(string s) => \"\"; void M(Contact c) => Mailer.Send({|ECRM2002:Do|}(Hide, c.Email));");

    /// <summary>One of two that may be called is known; of the other nobody knows what it does.</summary>
    [Fact]
    public Task FalseNegative_OneOfTwoDelegatesFromElsewhere_IsTold()
        => Flow.VerifyAsync("elsewhere", "static void Own(string s) { } void M(Contact c, System.Reflection.MethodInfo m) { Action<string> f = c.Name.Length > 1 ? Own : m.CreateDelegate<Action<string>>(); f(c.{|ECRM9002:Email|}); }", unconcluded: 1);
}
