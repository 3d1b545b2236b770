namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 and 2003 where something else may run, or be handed over, than the types of this program say: each row was silent once.</summary>
public sealed class DispatchBorderTests
{
    private const string Give = "static void Give(ISender s, string text) => s.Take(text); ";

    private const string Structs = """
        public interface ISender { void Take(string text); }
        public class Quiet : ISender { public void Take(string text) { } }
        public struct Loud : ISender { public void Take(string text) => Mailer.Send({|ECRM2002:text|}); }
        """;

    private const string Columns = "public interface IColumn { static abstract string Read(Contact c); static abstract string Title { get; } } public class ByMail : IColumn { public static string Read(Contact c) => c.Email; public static string Title => \"\"; } public class ByName : IColumn { public static string Read(Contact c) => c.Name; public static string Title => \"\"; } ";

    private const string Desks = " public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; } ";

    private const string Cards = "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); }" + Desks;

    [Theory]
    [InlineData("exception of the framework", "static void Log(Exception e, Contact c) { if (e is ArgumentException) { Mailer.Send(c.{|ECRM2002:Email|}); } if (e is MyA) { Mailer.Send(c.Name); } } void M(Exception e, Contact c) => Log(e, c);", "public class MyA : Exception { } public class MyB : Exception { }")]
    [InlineData("exception of the framework, nobody calls", "static string Log(Exception e, Contact c) { if (e is MyA) return \"\"; if (e is TimeoutException) return c.Email; return \"\"; } void M(Exception e, Contact c) => Mailer.Send({|ECRM2002:Log|}(e, c));", "public class MyA : Exception { } public class MyB : Exception { }")]
    [InlineData("exception switch", "static string Log(Exception e, Contact c) => e switch { MyA => \"\", TimeoutException => c.Email, _ => \"\" }; void M(Contact c) { try { GC.Collect(); } catch (Exception e) { Mailer.Send({|ECRM2002:Log|}(e, c)); } }", "public class MyA : Exception { } public class MyB : Exception { }")]
    [InlineData("comparable", "static string Log(IComparable e, Contact c) => e switch { MyA => \"\", string => c.Email, int => \"\", _ => \"\" }; void M(Contact c, IComparable e) { Mailer.Send({|ECRM2002:Log|}(e, c)); }", "public class MyA : IComparable { public int CompareTo(object? o) => 0; } public class MyB : IComparable { public int CompareTo(object? o) => 0; }")]
    [InlineData("stream, 2003", "static void Of(System.IO.Stream s, Contact c) { if (s is System.IO.MemoryStream) GC.KeepAlive(c.{|ECRM2003:Email|}); if (s is MyA) GC.KeepAlive(c.Name); } [ForPurpose(\"marketing\")] void M(Contact c, System.IO.Stream s) => Of(s, c);", "public class MyA : System.IO.FileStream { public MyA() : base(\"\", System.IO.FileMode.Open) { } } public class MyB : System.IO.FileStream { public MyB() : base(\"\", System.IO.FileMode.Open) { } }")]
    [InlineData("public base, interface of outside", "static string Text(Step s) => s is IDisposable ? s.C.Email : s is Desk ? \"\" : \"-\"; public void M(Step s) => Mailer.Send({|ECRM2002:Text|}(s));", "public abstract class Step { public Contact C = new(); } public class Desk : Step { } public class Letter : Step { }")]
    public Task TypeOfAnotherAssembly_MayBeAnything(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("object or text", "static string Text(object o) => o is string s ? s : \"\"; void M(Contact c, bool q) => Mailer.Send({|ECRM2002:Text|}(q ? new Other() : c.Email)); void N(Contact c) => Text(new Shown());", "public class Other { } public class Shown { }")]
    [InlineData("object or text switch", "static string Text(object o) { switch (o) { case string s: return s; case Other x: return x.T; default: return \"\"; } } void M(Contact c, bool q) { object o = new Other(); if (q) o = c.Email; Mailer.Send({|ECRM2002:Text|}(o)); }", "public class Other { public string T = \"\"; }")]
    [InlineData("default of T", Give + "void M(Contact c, bool q) => Of<Loud>(c, q); static void Of<T>(Contact c, bool q) where T : struct, ISender => Give(q ? new Quiet() : default(T), c.Email);", Structs)]
    [InlineData("object or number", "static string Text(object o) => o is int n ? n.ToString() : \"\"; void M(Contact c, bool q) => Mailer.Send({|ECRM2002:Text|}(q ? new Other() : c.Email.Length)); ", "public class Other { }")]
    [InlineData("object or text, pattern property", "static string Text(object o) => o is string { Length: > 0 } s ? s : \"\"; void M(Contact c, bool q) => Mailer.Send({|ECRM2002:Text|}(q ? new Other() : c.Email)); ", "public class Other { }")]
    [InlineData("object or text, is", "static string Text(object o) => o is string ? (string)o : \"\"; void M(Contact c, bool q) => Mailer.Send({|ECRM2002:Text|}(q ? new Other() : c.Email)); ", "public class Other { }")]
    [InlineData("nothing or text, three", "static string Text(object? o) => o switch { null => \"\", string s => s, _ => \"\" }; void M(Contact c, int n) { object? o = null; if (n == 1) o = new Other(); else if (n == 2) o = c.Email; Mailer.Send({|ECRM2002:Text|}(o)); }", "public class Other { }")]
    [InlineData("enum by case", "static string Text(object o, Contact c) => o is DayOfWeek ? c.Email : \"\"; void M(Contact c, bool q) => Mailer.Send({|ECRM2002:Text|}(q ? new Quiet() : DayOfWeek.Friday, c)); ", "public class Quiet { }")]
    [InlineData("text constant by case", "static string Text(object o, Contact c) => o is string ? c.Email : \"\"; void M(Contact c, bool q) => Mailer.Send({|ECRM2002:Text|}(q ? new Quiet() : \"x\", c)); ", "public class Quiet { }")]
    [InlineData("typeof by case", "static string Text(object o, Contact c) => o is Type ? c.Email : \"\"; void M(Contact c, bool q) => Mailer.Send({|ECRM2002:Text|}(q ? new Quiet() : typeof(int), c)); ", "public class Quiet { }")]
    [InlineData("date by case, 2003", "static void Do(object o, Contact c) { if (o is DateTime) GC.KeepAlive(c.{|ECRM2003:Email|}); } [ForPurpose(\"marketing\")] void M(Contact c, bool q) => Do(q ? new Quiet() : DateTime.Now, c); ", "public class Quiet { }")]
    [InlineData("object or text to a helper's helper", "static string Text(object o) => In(o); static string In(object o) => o is string s ? s : \"\"; void M(Contact c, bool q) { object o = c.Email; if (q) o = new Other(); Mailer.Send({|ECRM2002:Text|}(o)); }", "public class Other { }")]
    [InlineData("json like writer", "static string Write(object? o) => o switch { null => \"null\", string s => s, int n => n.ToString(), Other x => x.T, _ => \"\" }; void M(Contact c, bool q) { object?[] all = { new Other(), c.Email }; foreach (var x in all) Mailer.Send({|ECRM2002:Write|}(x)); }", "public class Other { public string T = \"\"; }")]
    [InlineData("result or error", "static object Get(Contact c, bool q) { if (q) return new Other(); return c.Email; } static void Out(object o) { if (o is string s) Mailer.Send({|ECRM2002:s|}); } void M(Contact c, bool q) => Out(Get(c, q));", "public class Other { }")]
    [InlineData("mixture, interpolation of dates", "static string Cell(object? v) => v switch { DateTime d => d.ToString(\"u\"), string t => t, Other o => o.T, _ => \"\" }; void M(Contact c, int n) => Mailer.Send({|ECRM2002:Cell|}(n == 0 ? c.Email : n == 1 ? DateTime.Now : new Other()));", "public class Other { public string T = \"\"; }")]
    [InlineData("element of an array of structs", Give + "void M(Contact c, bool q) { var a = new Loud[1]; Give(q ? new Quiet() : a[0], c.Email); }", Structs)]
    [InlineData("struct in a member that nobody sets", Give + "class Holder { public Loud L; } void M(Contact c, bool q, Holder h) => Give(q ? new Quiet() : h.L, c.Email);", Structs)]
    public Task ValueThatIsNoObjectOfTheProgram_MayBeThere(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("interface through derived class", "void M(Contact c, ITaker s) => s.Show(c); void N(Contact c) => new Desk().Show(c);", "public interface ITaker { void Show(Contact c); } public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card, ITaker { public override string Line(Contact c) => c.Email; }")]
    [InlineData("interface through derived class, made", "void M(Contact c) { ITaker s = new Full(); s.Show(c); } void N(Contact c) => new Desk().Show(c);", "public interface ITaker { void Show(Contact c); } public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card, ITaker { public override string Line(Contact c) => c.Email; }")]
    [InlineData("property through derived class", "string M(IHas s) => s.Text; void N(Contact c) => GC.KeepAlive(new Desk { C = c }.Text);", "public interface IHas { string Text { get; } } public abstract class Card { public Contact C = new(); public abstract string Line(Contact c); public string Text { get { Mailer.Send({|ECRM2002:Line|}(C)); return \"\"; } } } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card, IHas { public override string Line(Contact c) => c.Email; }")]
    [InlineData("purpose through derived class", "[ForPurpose(\"marketing\")] void M(Contact c, ITaker s) => s.Show(c); [ForPurpose(\"support\")] void N(Contact c) => new Desk().Show(c);", "public interface ITaker { void Show(Contact c); } public abstract class Card { public abstract void Line(Contact c); public void Show(Contact c) => Line(c); } public class Desk : Card { public override void Line(Contact c) => GC.KeepAlive(c.Name); } public class Full : Card, ITaker { public override void Line(Contact c) => GC.KeepAlive(c.{|ECRM2003:Email|}); }")]
    [InlineData("value handed through derived class", "void M(Contact c, ITaker s) => Mailer.Send(s.{|ECRM2002:Show|}(c));", "public interface ITaker { string Show(Contact c); } public class Card { public string Show(Contact c) => c.Email; } public class Full : Card, ITaker { }")]
    [InlineData("of a member property", "void M(Contact c, IHas s) => Mailer.Send(s.{|ECRM2002:Text|});", "public interface IHas { string Text { get; } } public abstract class Card { public Contact C = new(); public string Text => C.Email; } public class Full : Card, IHas { } public class Other : IHas { public string Text => \"\"; }")]
    [InlineData("method of base, two implementations", "void M(Contact c, IHas s) => Mailer.Send(s.{|ECRM2002:Text|}(c));", "public interface IHas { string Text(Contact c); } public abstract class Card { public string Text(Contact c) => c.Email; } public class Full : Card, IHas { } public class Other : IHas { public string Text(Contact c) => \"\"; }")]
    public Task MethodOfABaseThatImplementsAContract_IsCalledByThat(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("two generic forms", "static void Give(IHandler<int> s, string text) => s.Take(1, text); void M(Contact c) => Give(new D(), c.Email); void N(Contact c) => Give(new Other(), c.Name);", "public interface IHandler<T> { void Take(T x, string text); } public class B : IHandler<int> { public void Take(int x, string text) => Mailer.Send({|ECRM2002:text|}); } public class D : B, IHandler<string> { public void Take(string x, string text) { } } public class Other : IHandler<int> { public void Take(int x, string t) { } }")]
    [InlineData("two generic forms direct", "void M(Contact c) { IHandler<int> h = new D(); h.Take(1, c.Email); }", "public interface IHandler<T> { void Take(T x, string text); } public class B : IHandler<int> { public void Take(int x, string text) => Mailer.Send({|ECRM2002:text|}); } public class D : B, IHandler<string> { public void Take(string x, string text) { } } public class Other : IHandler<int> { public void Take(int x, string t) { } }")]
    [InlineData("default of one form", "static void Give(I<int> s, string text) => s.Take(text); void M(Contact c) => Give(new D(), c.Email); void N(Contact c) => Give(new Other(), c.Name);", "public interface I<T> { void Take(string t) => Mailer.Send({|ECRM2002:t|}); } public class D : I<int>, I<string> { void I<string>.Take(string t) { } } public class Other : I<int> { public void Take(string t) { } }")]
    [InlineData("values by two results", "static string Get(I<int> s, Contact c) => s.Line(c); void M(Contact c) => Mailer.Send({|ECRM2002:Get|}(new D(), c)); void N(Contact c) => Get(new Other(), c);", "public interface I<T> { string Line(Contact c); } public class B : I<int> { public string Line(Contact c) => c.Email; } public class D : B, I<string> { string I<string>.Line(Contact c) => c.Name; } public class Other : I<int> { public string Line(Contact c) => \"\"; }")]
    public Task ContractInTwoForms_RunsWhatImplementsEach(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("generic own T of class", "void M(Contact c) => Mailer.Send(new Table<ByName>().{|ECRM2002:Via|}(new Table<ByMail>(), c));", Columns + "public abstract class Base { public abstract string Cell(Contact c); } public class Table<T> : Base where T : IColumn { public override string Cell(Contact c) => T.Read(c); public string Via(Base other, Contact c) => T.Title + other.Cell(c); }")]
    [InlineData("dynamic", "void M(Contact c, Card f) { new Desk().Show(c); dynamic d = f; d.Show(c); }", Cards)]
    public Task CallThatDoesNotSayTheType_IsNotKnown(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    /// <summary>Lambdas and local functions have one walk for all callers of their method.</summary>
    [Fact]
    public Task FalseAlarm_LambdaThatAsksATypeParameter()
        => Flow.VerifyAsync("lambda", "static Func<Contact, string> Of<T>() where T : IColumn => c => T.Read(c); void M(Contact c) { Mailer.Send({|ECRM2002:Of<ByName>|}()(c)); Mailer.Send({|ECRM2002:Of<ByMail>|}()(c)); }", types: Columns);
}
