namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where some caller does not know what the object is, or knows only one of several that it may be: then all of them run.</summary>
public sealed class DispatchDoubtTests
{
    private const string Senders = """
        public interface ISender { void Take(string text); }
        public class Quiet : ISender { public void Take(string text) { } }
        public class Loud : ISender { public void Take(string text) => Mailer.Send({|ECRM2002:text|}); }
        """;

    private const string Cards = "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }";

    private const string Give = "static void Give(ISender s, string text) => s.Take(text); ";

    [Theory]
    [InlineData("provider", Give + "void M(Contact c, IServiceProvider p, bool q) => Give(q ? new Quiet() : (ISender)p.GetService(typeof(ISender))!, c.Email);", Senders)]
    [InlineData("activator", Give + "void M(Contact c, Type t, bool q) => Give(q ? new Quiet() : (ISender)Activator.CreateInstance(t)!, c.Email);", Senders)]
    [InlineData("first of list", Give + "void M(Contact c, List<ISender> l, bool q) => Give(q ? new Quiet() : l.First(), c.Email);", Senders)]
    [InlineData("of own list", Give + "void M(Contact c, bool q) { var l = new List<ISender>(); Fill(l); Give(q ? new Quiet() : l[0], c.Email); } static void Fill(List<ISender> l) => l.Add(new Loud());", Senders)]
    [InlineData("of a static list", Give + "static readonly List<ISender> L = new(); static void Fill() => L.Add(new Loud()); void M(Contact c, bool q) => Give(q ? new Quiet() : L[0], c.Email);", Senders)]
    [InlineData("of a static property", Give + "static ISender? S { get; set; } static void Fill() => S = new Loud(); void M(Contact c, bool q) => Give(S ?? new Quiet(), c.Email);", Senders)]
    [InlineData("json", Give + "void M(Contact c, string j, bool q) => Give(q ? new Quiet() : System.Text.Json.JsonSerializer.Deserialize<ISender>(j)!, c.Email);", Senders)]
    [InlineData("method of ours that asks a provider", Give + "static ISender Get(IServiceProvider p) => (ISender)p.GetService(typeof(ISender))!; void M(Contact c, IServiceProvider p, bool q) => Give(q ? new Quiet() : Get(p), c.Email);", Senders)]
    [InlineData("method of an interface", Give + "public interface IFactory { ISender Get(); } void M(Contact c, IFactory f, bool q) => Give(q ? new Quiet() : f.Get(), c.Email);", Senders)]
    [InlineData("lambda that makes", Give + "void M(Contact c, bool q) { Func<ISender> f = () => new Loud(); Give(q ? new Quiet() : f(), c.Email); }", Senders)]
    [InlineData("lambda from elsewhere", Give + "void M(Contact c, Func<ISender> f, bool q) => Give(q ? new Quiet() : f(), c.Email);", Senders)]
    [InlineData("delegate of a field", Give + "public Func<ISender>? F; void M(Contact c, bool q) => Give(q ? new Quiet() : F!(), c.Email);", Senders)]
    [InlineData("one of an array", Give + "void M(Contact c) { foreach (var s in new ISender[] { new Quiet(), new Loud() }) Give(s, c.Email); }", Senders)]
    [InlineData("variable that changes in a loop", Give + "void M(Contact c) { ISender s = new Quiet(); for (var i = 0; i < 2; i++) { Give(s, c.Email); s = new Loud(); } }", Senders)]
    [InlineData("by ref", Give + "static void Set(ref ISender s) => s = new Loud(); void M(Contact c) { ISender s = new Quiet(); Set(ref s); Give(s, c.Email); }", Senders)]
    [InlineData("out of library", Give + "void M(Contact c, Dictionary<int, ISender> d) { if (!d.TryGetValue(1, out var s)) s = new Quiet(); Give(s, c.Email); }", Senders)]
    [InlineData("by an event", "event Action<Contact>? E; void Install() { Card f = new Full(); E += f.Show; } void M(Contact c) { E?.Invoke(c); new Desk().Show(c); }", Cards)]
    [InlineData("stored group", "readonly Action<Contact> act; public Job() { Card f = new Full(); act = f.Show; } void M(Contact c) { act(c); new Desk().Show(c); }", Cards)]
    [InlineData("stored lambda", "readonly Action<Contact> act = c => { Card f = new Full(); f.Show(c); }; void M(Contact c) { new Desk().Show(c); }", Cards)]
    [InlineData("iterator that nobody asks", "IEnumerable<int> It(Contact c) { Card f = new Full(); f.Show(c); yield return 1; } void M(Contact c) { new Desk().Show(c); It(c); }", Cards)]
    [InlineData("asynchronous method", "async Task It(Contact c) { Card f = new Full(); await Task.Yield(); f.Show(c); } void M(Contact c) { new Desk().Show(c); _ = It(c); }", Cards)]
    [InlineData("query", "void M(List<Contact> l) { new Desk().Show(l[0]); var q = from c in l let f = new Full() select Go(f, c); } static int Go(Card f, Contact c) { f.Show(c); return 1; }", Cards)]
    [InlineData("under a flag", "void X(Contact c, bool flag) { if (flag) { Card f = new Full(); f.Show(c); } } void M(Contact c) { new Desk().Show(c); X(c, true); }", Cards)]
    [InlineData("in filter", "void M(Contact c) { new Desk().Show(c); try { GC.Collect(); } catch (Exception) when (Go(new Full(), c)) { } } static bool Go(Card f, Contact c) { f.Show(c); return true; }", Cards)]
    [InlineData("pattern variable", "void M(Contact c, object o) { new Desk().Show(c); if (o is Full f) f.Show(c); }", Cards)]
    [InlineData("ctor hands itself", "void M(Contact c) { new Desk().Show(c); new Holder(c); }", Cards + " public class Holder : Card { public Holder(Contact c) => Go(this, c); static void Go(Card k, Contact c) => k.Show(c); public override string Line(Contact c) => c.Email; }")]
    [InlineData("property setter", "Card Card { set => value.Show(new Contact()); } void M(Contact c) { new Desk().Show(c); Card = new Full(); }", Cards)]
    [InlineData("nested generic", "class Holder<T> where T : Card { readonly T item; public Holder(T item) => this.item = item; public void Go(Contact c) => item.Show(c); } void M(Contact c) { new Desk().Show(c); new Holder<Full>(new Full()).Go(c); }", Cards)]
    [InlineData("task result", Give + "async Task<ISender> Get() { await Task.Yield(); return new Loud(); } async Task M(Contact c, bool q) => Give(q ? new Quiet() : await Get(), c.Email);", Senders)]
    [InlineData("catch variable", Give + "class Ex : Exception { public ISender S = new Loud(); } void M(Contact c) { ISender s = new Quiet(); try { throw new Ex(); } catch (Ex e) { s = e.S; } Give(s, c.Email); }", Senders)]
    [InlineData("captured", Give + "void M(Contact c) { ISender s = new Quiet(); Action f = () => s = new Loud(); f(); Give(s, c.Email); }", Senders)]
    [InlineData("member of own object", Give + "class Pair { public ISender S = new Quiet(); public void Set() => S = new Loud(); } void M(Contact c) { var p = new Pair(); p.Set(); Give(p.S, c.Email); }", Senders)]
    [InlineData("as", Give + "void M(Contact c, object o) { var s = o as ISender ?? new Quiet(); Give(s, c.Email); }", Senders)]
    [InlineData("tuple", Give + "static (ISender, int) Get(IServiceProvider p) => ((ISender)p.GetService(typeof(ISender))!, 1); void M(Contact c, IServiceProvider p, bool q) { var (s, n) = q ? (new Quiet(), 1) : Get(p); Give(s, c.Email); }", Senders)]
    public Task WhatMayRunBesideWhatIsKnown_IsReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);
}
