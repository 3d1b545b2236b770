namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Who is taken out of a list of those who listen is told no more, unless it is another one, on some ways only, or one that lies there twice.</summary>
public sealed class TakenOutOfListTests
{
    private const string Ears = """
        public interface IEar { void Hear(string s); }
        public class News : IEar { public void Hear(string s) => Mailer.Send(s); }
        public class Desk : IEar { public void Hear(string s) { } }
        public class Bus { readonly List<IEar> all = []; public void Add(IEar e) => all.Add(e); public void Remove(IEar e) => all.Remove(e); public void Tell(string s) { foreach (var e in all) e.Hear(s); } }
        public class Wire { readonly HashSet<IEar> all = new(); public void Add(IEar e) => all.Add(e); public void Remove(IEar e) => all.Remove(e); public void Tell(string s) { foreach (var e in all) e.Hear(s); } }
        """;

    private const string Hub = "public class Hub<T> { readonly List<Action<T>> all = []; public IDisposable On(Action<T> f) { all.Add(f); return new Off(() => all.Remove(f)); } public void Tell(T m) => all.ForEach(f => f(m)); class Off(Action end) : IDisposable { public void Dispose() => end(); } }";

    [Theory]
    [InlineData("there", "void M(Contact c) { var b = new Bus(); var n = new News(); b.Add(n); b.Tell(c.Email); b.Remove(n); }")]
    [InlineData("other one", "void M(Contact c) { var b = new Bus(); var n = new News(); b.Add(n); b.Remove(new News()); b.Tell(c.Email); }")]
    [InlineData("on some ways", "void M(Contact c, bool f) { var b = new Bus(); var n = new News(); b.Add(n); if (f) b.Remove(n); b.Tell(c.Email); }")]
    [InlineData("none on some ways", "void M(Contact c, bool f) { var b = new Bus(); var n = new News(); b.Add(n); b.Remove(f ? n : null!); b.Tell(c.Email); }")]
    [InlineData("none, by a variable", "void M(Contact c, bool f) { var b = new Bus(); var n = new News(); b.Add(n); IEar? e = null; if (f) e = n; b.Remove(e!); b.Tell(c.Email); }")]
    [InlineData("one of two", "void M(Contact c, bool f) { var b = new Bus(); IEar n = new News(), d = new Desk(); b.Add(n); b.Remove(f ? n : d); b.Tell(c.Email); }")]
    [InlineData("from one of two", "void M(Contact c, bool f) { Bus b = new(), o = new(); var n = new News(); b.Add(n); (f ? b : o).Remove(n); b.Tell(c.Email); }")]
    [InlineData("from another", "void M(Contact c) { Bus b = new(), o = new(); var n = new News(); b.Add(n); o.Remove(n); b.Tell(c.Email); }")]
    [InlineData("twice", "void M(Contact c) { var b = new Bus(); var n = new News(); b.Add(n); b.Add(n); b.Remove(n); b.Tell(c.Email); }")]
    [InlineData("twice, by a loop", "void M(Contact c) { var b = new Bus(); var n = new News(); for (var i = 0; i < 2; i++) b.Add(n); b.Remove(n); b.Tell(c.Email); }")]
    [InlineData("twice, in one method", "static void Both(Bus b, IEar e) { b.Add(e); b.Add(e); } void M(Contact c) { var b = new Bus(); var n = new News(); Both(b, n); b.Remove(n); b.Tell(c.Email); }")]
    [InlineData("added again", "void M(Contact c) { var b = new Bus(); var n = new News(); b.Add(n); b.Remove(n); b.Add(n); b.Tell(c.Email); }")]
    [InlineData("added again by the same method", "static void Again(Bus b, IEar e) { b.Remove(e); b.Add(e); } void M(Contact c) { var b = new Bus(); var n = new News(); b.Add(n); Again(b, n); b.Tell(c.Email); }")]
    [InlineData("of several", "void M(List<Contact> all) { var b = new Bus(); foreach (var c in all) { var n = new News(); b.Add(n); if (c.Id > 3) b.Remove(n); } b.Tell(all[0].Email); }")]
    [InlineData("lists that are added", "void M(Contact c) { var n = new News(); var l = new List<IEar> { n }; l.AddRange(new IEar[] { n }); l.Remove(n); foreach (var e in l) e.Hear(c.Email); }")]
    [InlineData("written out twice", "void M(Contact c) { var n = new News(); List<IEar> l = [n, n]; l.Remove(n); foreach (var e in l) e.Hear(c.Email); }")]
    [InlineData("set, there", "void M(Contact c) { var b = new Wire(); var n = new News(); b.Add(n); b.Tell(c.Email); }")]
    [InlineData("set, added again", "void M(Contact c) { var b = new Wire(); var n = new News(); b.Add(n); b.Remove(n); b.Add(n); b.Tell(c.Email); }")]
    public Task WhoMayListen_IsReported(string form, string members) => Flow.VerifyAsync(form, members, types: Ears.Replace("Mailer.Send(s)", "Mailer.Send({|ECRM2002:s|})", StringComparison.Ordinal));

    [Fact]
    public Task OneThatEqualsAnother_MayBeTheOneThatStays()
        => Flow.VerifyAsync("equal", "void M(Contact c) { Same n = new(), o = new(); var l = new List<Same>(); l.Add(o); l.Add(n); l.Remove(n); foreach (var e in l) e.Hear(c.Email); }", types: "public class Same { public void Hear(string s) => Mailer.Send({|ECRM2002:s|}); public override bool Equals(object? o) => o is Same; public override int GetHashCode() => 1; }");

    [Theory]
    [InlineData("not disposed", "void M(Contact c) { var h = new Hub<string>(); h.On(s => Mailer.Send({|ECRM2002:s|})); h.Tell(c.Email); }")]
    [InlineData("told before it is disposed", "void M(Contact c) { var h = new Hub<string>(); using (h.On(s => Mailer.Send({|ECRM2002:s|}))) h.Tell(c.Email); }")]
    [InlineData("other one disposed", "void M(Contact c) { var h = new Hub<string>(); h.On(s => Mailer.Send({|ECRM2002:s|})); h.On(s => { }).Dispose(); h.Tell(c.Email); }")]
    public Task FunctionThatMayListen_IsReported(string form, string members) => Flow.VerifyAsync(form, members, types: Hub);

    /// <summary>Whoever tells the listeners knows them by their interface alone, and so any class that implements it.</summary>
    [Theory]
    [InlineData("of an interface", "void M(Contact c) { var b = new Bus(); var n = new News(); b.Add(n); b.Remove(n); b.Tell(c.Email); }")]
    [InlineData("none left", "void M(Contact c) { var n = new News(); var l = new List<IEar>(); l.Add(n); l.Remove(n); foreach (var e in l) e.Hear(c.Email); }")]
    public Task FalseAlarm_ListenerOfAnInterfaceThatIsTakenOut(string form, string members) => Flow.VerifyAsync(form, members, types: Ears.Replace("Mailer.Send(s)", "Mailer.Send({|ECRM2002:s|})", StringComparison.Ordinal));

    private const string Tell = "static void Tell(List<Action<string>> all, string s) { foreach (var f in all) f(s); } static void Off(List<Action<string>> all, Action<string> f) => all.Remove(f); ";

    [Theory]
    [InlineData("here", Tell + "void M(Contact c) { Action<string> f = Mailer.Send; var all = new List<Action<string>>(); all.Add(f); all.Remove(f); Tell(all, c.Email); }")]
    [InlineData("by a helper", Tell + "void M(Contact c) { Action<string> f = Mailer.Send; var all = new List<Action<string>> { f }; Off(all, f); Tell(all, c.Email); }")]
    [InlineData("one after the other", Tell + "void M(Contact c) { Action<string> f = Mailer.Send, g = s => Mailer.Send(s); var all = new List<Action<string>>(); all.Add(f); all.Add(g); Off(all, f); Off(all, g); Tell(all, c.Email); }")]
    [InlineData("beside another", Tell + "void M(Contact c) { Action<string> f = Mailer.Send, g = GC.KeepAlive; List<Action<string>> all = [g, f]; all.Remove(f); Tell(all, c.Email); }")]
    [InlineData("two helpers deep", Tell + "static void Out(List<Action<string>> all, Action<string> f) => Off(all, f); void M(Contact c) { Action<string> f = Mailer.Send; var all = new List<Action<string>> { f }; Out(all, f); Tell(all, c.Email); }")]
    [InlineData("out of a set", "void M(Contact c) { Action<string> f = Mailer.Send, g = GC.KeepAlive; var all = new HashSet<Action<string>>(); all.Add(f); all.Add(g); all.Remove(f); foreach (var h in all) h(c.Email); }")]
    [InlineData("element", "void M(Contact c) { var b = new Box { Text = c.Email }; var d = new Box(); List<Box> l = [d, b]; l.Remove(b); Mailer.Send(l[0].Text); }")]
    public Task DelegateOrObjectThatIsTakenOut_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("disposed", "void M(Contact c) { var h = new Hub<string>(); h.On(s => Mailer.Send(s)).Dispose(); h.Tell(c.Email); }")]
    [InlineData("by using", "void M(Contact c) { var h = new Hub<string>(); using (h.On(s => Mailer.Send(s))) h.Tell(\"\"); h.Tell(c.Email); }")]
    [InlineData("handed out by a helper", "static IDisposable Watch(Hub<string> h) => h.On(s => Mailer.Send(s)); void M(Contact c) { var h = new Hub<string>(); using (Watch(h)) h.Tell(\"\"); h.Tell(c.Email); }")]
    public Task FunctionThatIsTakenOut_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members, types: Hub);
}
