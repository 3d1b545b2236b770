namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through code that is not called by its name: each form with the flow, an alias, and its nearest clean twin.</summary>
public sealed class NamelessCallTests
{
    private const string Hiding = "public class Card { public string Line(Contact c) => c.Name; } public class Full : Card { public new string Line(Contact c) => c.Email; }";
    private const string Sealed = "public abstract class Card { public abstract string Line(Contact c); } public class Middle : Card { public sealed override string Line(Contact c) => c.Email; } public class Leaf : Middle { } public class Plain : Card { public override string Line(Contact c) => c.Name; }";
    private const string Explicit = "public interface IOne { string Line(Contact c); } public interface ITwo { string Line(Contact c); } public class Both : IOne, ITwo { string IOne.Line(Contact c) => c.Email; string ITwo.Line(Contact c) => c.Name; public string Line(Contact c) => \"\"; }";
    private const string Default = "public interface ILine { string Line(Contact c) => c.Email; } public class Taken : ILine { } public class Own : ILine { public string Line(Contact c) => c.Name; }";
    private const string Again = "public interface ILine { string Line(Contact c); } public class Card : ILine { public string Line(Contact c) => c.Name; } public class Full : Card, ILine { string ILine.Line(Contact c) => c.Email; }";
    private const string Covariant = "public abstract class Maker { public abstract object Make(Contact c); } public class Texts : Maker { public override string Make(Contact c) => c.Email; } public class Names : Maker { public override string Make(Contact c) => c.Name; }";
    private const string Constraint = "public interface ILine { string Line(Contact c); } public struct Full : ILine { public string Line(Contact c) => c.Email; } public struct Plain : ILine { public string Line(Contact c) => c.Name; }";

    [Theory]
    [InlineData("hiding", "void M(Contact c) => Mailer.Send(new Full().{|ECRM2002:Line|}(c));", Hiding)]
    [InlineData("hiding, in a variable", "void M(Contact c) { var f = new Full(); Mailer.Send(f.{|ECRM2002:Line|}(c)); }", Hiding)]
    [InlineData("sealed", "void M(Contact c, Leaf l) => Mailer.Send(l.{|ECRM2002:Line|}(c));", Sealed)]
    [InlineData("sealed, through the base", "void M(Contact c) { Card l = new Leaf(); Mailer.Send(l.{|ECRM2002:Line|}(c)); }", Sealed)]
    [InlineData("explicit", "void M(Contact c, Both b) { IOne o = b; Mailer.Send(o.{|ECRM2002:Line|}(c)); }", Explicit)]
    [InlineData("explicit, cast", "void M(Contact c, Both b) => Mailer.Send(((IOne)b).{|ECRM2002:Line|}(c));", Explicit)]
    [InlineData("default member", "void M(Contact c) { ILine l = new Taken(); Mailer.Send(l.{|ECRM2002:Line|}(c)); }", Default)]
    [InlineData("default member, nobody knows which", "void M(Contact c, ILine l) => Mailer.Send(l.{|ECRM2002:Line|}(c));", Default)]
    [InlineData("implemented again", "void M(Contact c) { ILine l = new Full(); Mailer.Send(l.{|ECRM2002:Line|}(c)); }", Again)]
    [InlineData("implemented again, through the base", "void M(Contact c) { Card k = new Full(); Mailer.Send(((ILine)k).{|ECRM2002:Line|}(c)); }", Again)]
    [InlineData("covariant", "void M(Contact c) { Maker m = new Texts(); Mailer.Send(m.{|ECRM2002:Make|}(c)); }", Covariant)]
    [InlineData("constraint", "static string Of<T>(T l, Contact c) where T : ILine => l.Line(c); void M(Contact c) => Mailer.Send({|ECRM2002:Of|}(new Full(), c));", Constraint)]
    [InlineData("constraint, boxed", "void M(Contact c) { ILine l = new Full(); Mailer.Send(l.{|ECRM2002:Line|}(c)); }", Constraint)]
    public Task Dispatch_IsFollowed(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("hidden one", "void M(Contact c) { Card f = new Full(); Mailer.Send(f.Line(c)); }", Hiding)]
    [InlineData("other override", "void M(Contact c) { Card p = new Plain(); Mailer.Send(p.Line(c)); }", Sealed)]
    [InlineData("other interface", "void M(Contact c, Both b) { ITwo t = b; Mailer.Send(t.Line(c)); }", Explicit)]
    [InlineData("own member beside explicit ones", "void M(Contact c, Both b) => Mailer.Send(b.Line(c));", Explicit)]
    [InlineData("default member that is replaced", "void M(Contact c) { ILine l = new Own(); Mailer.Send(l.Line(c)); }", Default)]
    [InlineData("not implemented again", "void M(Contact c) { ILine l = new Card(); Mailer.Send(l.Line(c)); }", Again)]
    [InlineData("member of the class, implemented again", "void M(Contact c) { Card l = new Full(); Mailer.Send(l.Line(c)); }", Again)]
    [InlineData("covariant, other", "void M(Contact c) { Maker m = new Names(); Mailer.Send(m.Make(c)); }", Covariant)]
    [InlineData("constraint, other", "static string Of<T>(T l, Contact c) where T : ILine => l.Line(c); void M(Contact c) => Mailer.Send(Of(new Plain(), c)); [ForPurpose(\"support\")] void N(Contact c) => GC.KeepAlive(Of(new Full(), c));", Constraint)]
    public Task OtherDispatch_IsNotReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("ContinueWith", "static async Task<string> Get(Contact c) { await Task.Yield(); return c.Email; } void M(Contact c) => Get(c).ContinueWith(t => Mailer.Send(t.{|ECRM2002:Result|}));")]
    [InlineData("timer", "void M(Contact c) { var t = new System.Threading.Timer(s => Mailer.Send({|ECRM2002:s|}), c.Email, 0, 1); GC.KeepAlive(t); }")]
    [InlineData("timer, captured", "void M(Contact c) { var t = new System.Threading.Timer(_ => Mailer.Send(c.{|ECRM2002:Email|}), null, 0, 1); GC.KeepAlive(t); }")]
    [InlineData("ThreadPool", "void M(Contact c) => System.Threading.ThreadPool.QueueUserWorkItem(s => Mailer.Send({|ECRM2002:s|}), c.Email);")]
    [InlineData("thread", "void M(Contact c) { var t = new System.Threading.Thread(s => Mailer.Send({|ECRM2002:s|})); t.Start(c.Email); }")]
    [InlineData("thread, method group", "void M(Contact c) { var t = new System.Threading.Thread(Mailer.Send); t.Start(c.{|ECRM2002:Email|}); }")]
    [InlineData("thread, function in a variable", "void M(Contact c) { System.Threading.ParameterizedThreadStart f = Mailer.Send; var t = new System.Threading.Thread(f); t.Start(c.{|ECRM2002:Email|}); }")]
    [InlineData("progress", "void M(Contact c) { IProgress<string> p = new Progress<string>(s => Mailer.Send({|ECRM2002:s|})); p.Report(c.Email); }")]
    [InlineData("task with a state", "void M(Contact c) { var t = new Task(s => Mailer.Send({|ECRM2002:s|}), c.Email); t.Start(); }")]
    [InlineData("pair by a named argument", "void M(Contact c) { var p = new KeyValuePair<string, string>(value: c.Name, key: c.Email); Mailer.Send(p.{|ECRM2002:Key|}); }")]
    [InlineData("pair, made", "void M(Contact c) { var p = KeyValuePair.Create(c.Name, c.Email); Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("pair of a list", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; foreach (var (k, v) in l) Mailer.Send({|ECRM2002:v|}); }")]
    [InlineData("pairs poured into a dictionary", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; Mailer.Send({|ECRM2002:new Dictionary<string, string>(l)[\"x\"]|}); }")]
    [InlineData("pairs made a dictionary", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; Mailer.Send({|ECRM2002:l.ToDictionary()[\"x\"]|}); }")]
    [InlineData("pairs made a dictionary by functions", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; Mailer.Send({|ECRM2002:l.ToDictionary(p => p.Key, p => p.Value)[\"x\"]|}); }")]
    [InlineData("pairs poured into a concurrent dictionary, asked", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; var d = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(l); d.TryGetValue(\"x\", out var v); Mailer.Send({|ECRM2002:v|}); }")]
    [InlineData("poured pairs that a helper looks up", "static string Look(Dictionary<string, string> d) => d[\"a\"]; void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; Mailer.Send({|ECRM2002:Look|}(new Dictionary<string, string>(l))); }")]
    [InlineData("values of poured pairs", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; foreach (var v in new Dictionary<string, string>(l).Values) Mailer.Send({|ECRM2002:v|}); }")]
    [InlineData("pairs of poured pairs", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; foreach (var p in new Dictionary<string, string>(l)) Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("pair added to a dictionary", "void M(Contact c) { var d = new Dictionary<string, string>(); ((ICollection<KeyValuePair<string, string>>)d).Add(new(c.Name, c.Email)); Mailer.Send({|ECRM2002:d[\"x\"]|}); }")]
    [InlineData("pair of another dictionary", "void M(Contact c) { var d = new Dictionary<string, string> { [\"x\"] = c.Email }; var l = new List<KeyValuePair<string, string>>(); foreach (var p in d) l.Add(p); Mailer.Send({|ECRM2002:new Dictionary<string, string>(l)[\"x\"]|}); }")]
    [InlineData("average of values of pairs", "void M(List<Contact> o) { var l = o.Select(c => new KeyValuePair<string, int>(c.Name, c.Email.Length)); Mailer.Send(l.{|ECRM2002:Average|}(p => p.Value)); }")]
    [InlineData("text of a pair", "void M(Contact c) { var p = new KeyValuePair<string, string>(c.Name, c.Email); Mailer.Send({|ECRM2002:$\"{p}\"|}); }")]
    [InlineData("WhenAll", "static async Task<string> Get(Contact c) { await Task.Yield(); return c.Email; } async Task M(Contact c) { var all = await Task.WhenAll(Get(c), Get(c)); Mailer.Send({|ECRM2002:all[0]|}); }")]
    [InlineData("ValueTask", "static ValueTask<string> Get(Contact c) => new(c.Email); async Task M(Contact c) => Mailer.Send({|ECRM2002:await Get(c)|});")]
    [InlineData("async stream", "static async IAsyncEnumerable<string> Get(Contact c) { await Task.Yield(); yield return c.Email; } async Task M(Contact c) { await foreach (var s in Get(c)) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("concurrent queue", "void M(Contact c) { var q = new System.Collections.Concurrent.ConcurrentQueue<string>(); q.Enqueue(c.Email); q.TryDequeue(out var s); Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("immutable list", "void M(Contact c) { var l = System.Collections.Immutable.ImmutableList<string>.Empty.Add(c.Email); Mailer.Send({|ECRM2002:l[0]|}); }")]
    [InlineData("set", "void M(Contact c) { var s = new SortedSet<string> { c.Email }; Mailer.Send(s.{|ECRM2002:Min|}); }")]
    [InlineData("stack", "void M(Contact c) { var s = new Stack<string>(); s.Push(c.Email); Mailer.Send(s.{|ECRM2002:Pop|}()); }")]
    [InlineData("linked list", "void M(Contact c) { var s = new LinkedList<string>(); s.AddLast(c.Email); Mailer.Send(s.First!.{|ECRM2002:Value|}); }")]
    [InlineData("list of lists", "void M(Contact c) { var s = new List<List<string>> { new() { c.Email } }; Mailer.Send({|ECRM2002:s[0][0]|}); }")]
    [InlineData("spread", "void M(Contact c) { string[] a = [c.Email]; string[] b = [\"\", .. a]; Mailer.Send({|ECRM2002:b[1]|}); }")]
    [InlineData("inline array", "[System.Runtime.CompilerServices.InlineArray(2)] struct Two { string first; } void M(Contact c) { var t = new Two(); t[0] = c.Email; Mailer.Send({|ECRM2002:t[0]|}); }")]
    [InlineData("pair value", "void M(Contact c) { var p = new KeyValuePair<string, string>(c.Name, c.Email); Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("query form", "void M(List<Contact> l) { var q = from c in l where c.Id > 0 orderby c.Name select c.Email; foreach (var s in q) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("group", "void M(List<Contact> l) { foreach (var g in l.GroupBy(c => c.Email)) Mailer.Send(g.{|ECRM2002:Key|}); }")]
    [InlineData("join", "void M(List<Contact> l, List<Contact> o) { var q = from a in l join b in o on a.Id equals b.Id select new { a.Name, b.Email }; foreach (var s in q) Mailer.Send(s.{|ECRM2002:Email|}); }")]
    [InlineData("projection of a query", "void M(IQueryable<Contact> l) { foreach (var s in l.Select(c => new { c.Email, c.Name })) Mailer.Send(s.{|ECRM2002:Email|}); }")]
    [InlineData("compiled expression", "void M(Contact c) { System.Linq.Expressions.Expression<Func<Contact, string>> e = x => x.Email; Mailer.Send(e.{|ECRM2002:Compile|}()(c)); }")]
    [InlineData("own iterator", "static IEnumerable<string> All(Contact c) { yield return c.Name; yield return c.Email; } void M(Contact c) { foreach (var s in All(c)) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("own indexer", "class Own { readonly Dictionary<string, string> d = new(); public string this[string k] { get => d[k]; set => d[k] = value; } } void M(Contact c) { var o = new Own(); o[\"a\"] = c.Email; Mailer.Send({|ECRM2002:o[\"a\"]|}); }")]
    public Task LibraryCode_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("ContinueWith", "static async Task<string> Get(Contact c) { await Task.Yield(); return c.Email; } void M(Contact c) => Get(c).ContinueWith(t => Mailer.Send(t.Status));")]
    [InlineData("timer", "void M(Contact c) { var t = new System.Threading.Timer(s => Mailer.Send(s), c.Name, 0, 1); GC.KeepAlive(t); GC.KeepAlive(c.Email); }")]
    [InlineData("thread", "void M(Contact c) { var t = new System.Threading.Thread(s => Mailer.Send(s)); t.Start(c.Name); GC.KeepAlive(c.Email); }")]
    [InlineData("progress, other", "void M(Contact c) { IProgress<string> p = new Progress<string>(s => Mailer.Send(s)); p.Report(c.Name); GC.KeepAlive(c.Email); }")]
    [InlineData("other progress", "void M(Contact c) { IProgress<string> p = new Progress<string>(s => Mailer.Send(s)); IProgress<string> q = new Progress<string>(s => GC.KeepAlive(s)); q.Report(c.Email); p.Report(c.Name); }")]
    [InlineData("thread without a state", "void M(Contact c) { var t = new System.Threading.Thread(() => Mailer.Send(c.Name)); t.Start(); GC.KeepAlive(c.Email); }")]
    [InlineData("keys of poured pairs in a helper", "static string First(Dictionary<string, string> d) => d.Keys.First(); void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; Mailer.Send(First(new Dictionary<string, string>(l))); }")]
    [InlineData("keys of poured pairs", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; foreach (var k in new Dictionary<string, string>(l).Keys) Mailer.Send(k); }")]
    [InlineData("pair key of a list", "void M(Contact c) { var l = new List<KeyValuePair<string, string>> { new(c.Name, c.Email) }; foreach (var (k, v) in l) Mailer.Send(k); }")]
    [InlineData("pair key, made", "void M(Contact c) { var p = KeyValuePair.Create(c.Name, c.Email); Mailer.Send(p.Key); }")]
    [InlineData("WhenAll, other", "static async Task<string> Get(Contact c) { await Task.Yield(); return c.Email; } static async Task<string> Own(Contact c) { await Task.Yield(); return c.Name; } async Task M(Contact c) { _ = Get(c); var all = await Task.WhenAll(Own(c), Own(c)); Mailer.Send(all[0]); }")]
    [InlineData("queue, other", "void M(Contact c) { var q = new System.Collections.Concurrent.ConcurrentQueue<string>(); var r = new System.Collections.Concurrent.ConcurrentQueue<string>(); q.Enqueue(c.Email); r.Enqueue(c.Name); r.TryDequeue(out var s); Mailer.Send(s); }")]
    [InlineData("list of lists, other", "void M(Contact c) { var a = new List<string> { c.Email }; var b = new List<string> { c.Name }; var s = new List<List<string>> { b }; Mailer.Send(s[0][0]); GC.KeepAlive(a); }")]
    [InlineData("spread, other", "void M(Contact c) { string[] a = [c.Email]; string[] b = [\"\", .. new[] { c.Name }]; Mailer.Send(b[1]); GC.KeepAlive(a); }")]
    [InlineData("pair key", "void M(Contact c) { var p = new KeyValuePair<string, string>(c.Name, c.Email); Mailer.Send(p.Key); }")]
    [InlineData("query form", "void M(List<Contact> l) { var q = from c in l where c.Email != \"\" orderby c.Email select c.Name; foreach (var s in q) Mailer.Send(s); }")]
    [InlineData("group", "void M(List<Contact> l) { foreach (var g in l.GroupBy(c => c.Name, c => c.Email)) Mailer.Send(g.Key); }")]
    [InlineData("join", "void M(List<Contact> l, List<Contact> o) { var q = from a in l join b in o on a.Id equals b.Id select new { a.Name, b.Email }; foreach (var s in q) Mailer.Send(s.Name); }")]
    [InlineData("projection of a query", "void M(IQueryable<Contact> l) { foreach (var s in l.Select(c => new { c.Email, c.Name })) Mailer.Send(s.Name); }")]
    [InlineData("own indexer, other", "class Own { readonly Dictionary<string, string> d = new(); public string this[string k] { get => d[k]; set => d[k] = value; } } void M(Contact c) { var o = new Own(); o[\"a\"] = c.Email; o[\"b\"] = c.Name; Mailer.Send(o[\"b\"]); }")]
    public Task OtherThingOfLibraryCode_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Fact]
    public Task FalseNegative_ThreadThatAnotherMethodStarts_IsNotFollowed()
        => Flow.VerifyAsync("thread in a field", "readonly System.Threading.Thread t = new(s => Mailer.Send(s)); void M(Contact c) => t.Start(c.Email);");
}
