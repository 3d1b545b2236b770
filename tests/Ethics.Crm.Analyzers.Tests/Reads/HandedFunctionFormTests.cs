namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>ECRM1107 in the forms in which a function comes to other code: in collections, objects and tuples, through local functions, and by what calls it.</summary>
public sealed class HandedFunctionFormTests
{
    [Theory]
    [InlineData("array variable", "[ForPurpose(\"marketing\")] public static class Camp { public static void All(params Action[] f) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) { var s = new Action[] { () => Book.Note(c.{|ECRM1107:Email|}) }; Camp.All(s); } }")]
    [InlineData("collection expression", "[ForPurpose(\"marketing\")] public static class Camp { public static void All(IReadOnlyList<Action> f) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Camp.All([() => Book.Note(c.{|ECRM1107:Email|})]); } }")]
    [InlineData("list initializer", "[ForPurpose(\"marketing\")] public static class Camp { public static void All(IReadOnlyList<Action> f) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Camp.All(new List<Action> { () => Book.Note(c.{|ECRM1107:Email|}) }); } }")]
    [InlineData("list add", "[ForPurpose(\"marketing\")] public static class Camp { public static void All(IReadOnlyList<Action> f) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) { var l = new List<Action>(); l.Add(() => Book.Note(c.{|ECRM1107:Email|})); Camp.All(l); } }")]
    [InlineData("switch arm", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c, int n) { Mailer.Run(n switch { 1 => () => Book.Note(c.{|ECRM1107:Email|}), _ => () => { } }); } }")]
    [InlineData("with", "[ForPurpose(\"marketing\")] public record Opts { public Action? Done { get; init; } } [ForPurpose(\"support\")] public class Desk { Opts Do(Contact c, Opts o) => o with { Done = () => Book.Note(c.{|ECRM1107:Email|}) }; }")]
    [InlineData("nested in foreach of library", "[ForPurpose(\"support\")] public class Desk { void Do(List<Contact> l) => Mailer.Run(() => l.ForEach(x => Book.Note(x.{|ECRM1107:Email|}))); }")]
    [InlineData("tuple assignment", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f; Action g; (f, g) = (() => Book.Note(c.{|ECRM1107:Email|}), () => { }); Mailer.Run(f); } }")]
    [InlineData("coalesce assign", "[ForPurpose(\"marketing\")] public static class Camp { public static Action? Done { get; set; } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Camp.Done ??= () => Book.Note(c.{|ECRM1107:Email|}); }")]
    [InlineData("own field", "[ForPurpose(\"support\")] public class Desk { Action? f; void Do(Contact c) { f = () => Book.Note(c.{|ECRM1107:Email|}); Mailer.Run(f); } }")]
    [InlineData("function is extended", "[ForPurpose(\"marketing\")] public static class Camp { public static void Later(this Action f) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => Book.Note(c.{|ECRM1107:Email|}); f.Later(); } }")]
    [InlineData("base constructor", "[ForPurpose(\"marketing\")] public class Camp { public Camp(Action f) { } } [ForPurpose(\"support\")] public class Desk : Camp { public Desk(Contact c) : base(() => Book.Note(c.{|ECRM1107:Email|})) { } }")]
    [InlineData("base of primary constructor", "[ForPurpose(\"marketing\")] public class Camp { public Camp(Action f) { } } [ForPurpose(\"support\")] public class Desk(Contact c) : Camp(() => Book.Note(c.{|ECRM1107:Email|})) { }")]
    [InlineData("delegate of marketing", "[ForPurpose(\"marketing\")] public static class Camp { public static Action<Action> Runner = f => f(); } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Camp.Runner(() => Book.Note(c.{|ECRM1107:Email|})); }")]
    [InlineData("pattern", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Mailer.Run(() => { if (c is { {|ECRM1107:Email|}: var e }) Book.Note(e); }); }")]
    [InlineData("dynamic", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Mailer.Run(() => { string s = ((dynamic)c).{|ECRM1107:Email|}; Book.Note(s); }); }")]
    [InlineData("reflection", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Mailer.Run(() => { Book.Note(typeof(Contact).GetProperty(\"Email\")!.{|ECRM1107:GetValue|}(c)); }); }")]
    [InlineData("coalesce", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c, Action? g) { Mailer.Run(g ?? (() => Book.Note(c.{|ECRM1107:Email|}))); } }")]
    [InlineData("tuple argument", "[ForPurpose(\"marketing\")] public static class Camp { public static void Two((int N, Action F) t) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Camp.Two((1, () => Book.Note(c.{|ECRM1107:Email|}))); }")]
    [InlineData("anonymous/dictionary", "[ForPurpose(\"marketing\")] public static class Camp { public static void Table(Dictionary<string, Action> t) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Camp.Table(new() { [\"a\"] = () => Book.Note(c.{|ECRM1107:Email|}) }); }")]
    [InlineData("object made plain and handed", "public class Step { public Action? F { get; set; } } [ForPurpose(\"marketing\")] public static class Camp { public static void Go(Step s) => s.F?.Invoke(); } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Camp.Go(new Step { F = () => Book.Note(c.{|ECRM1107:Email|}) }); }")]
    [InlineData("lazy", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { var l = new Lazy<string>(() => c.{|ECRM1107:Email|}); Use.It(l); } } [ForPurpose(\"marketing\")] public static class Use { public static void It(Lazy<string> l) => GC.KeepAlive(l.{|ECRM2002:Value|}); }")]
    [InlineData("lambda that declares marketing inside", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Mailer.Run([{|ECRM1111:ForPurpose(\"marketing\")|}] () => Book.Note(c.{|ECRM2001:Email|})); }")]
    [InlineData("both purposes on taker", "[ForPurpose(\"support\", \"marketing\")] public static class Camp { public static void Run(Action f) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Camp.Run(() => Book.Note(c.{|ECRM1107:Email|})); }")]
    [InlineData("set through event of interface", "[ForPurpose(\"marketing\")] public interface ICamp { event Action? Done; } [ForPurpose(\"support\")] public class Desk { void Do(Contact c, ICamp i) => i.Done += () => Book.Note(c.{|ECRM1107:Email|}); }")]
    [InlineData("generic taker", "[ForPurpose(\"marketing\")] public static class Camp { public static T Run<T>(Func<T> f) => f(); } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Camp.Run(() => { Book.Note(c.{|ECRM1107:Email|}); return 1; }); }")]
    [InlineData("wrapped in an outer lambda that calls it", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => Book.Note(c.{|ECRM1107:Email|}); Mailer.Run(() => f()); } }")]
    [InlineData("local function called in a lambda that is handed", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Mailer.Run(() => Note()); void Note() => Book.Note(c.{|ECRM1107:Email|}); } }")]
    [InlineData("local function in another local function that is handed", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Mailer.Run(Outer); void Outer() { Note(); } void Note() => Book.Note(c.{|ECRM1107:Email|}); } }")]
    [InlineData("Invoke of a function in a handed lambda", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => Book.Note(c.{|ECRM1107:Email|}); Mailer.Run(() => f?.Invoke()); } }")]
    [InlineData("method of the function", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => Book.Note(c.{|ECRM1107:Email|}); Mailer.Run(f.Invoke); } }")]
    [InlineData("goto back", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => { }; for (var i = 0; i < 2; i++) { Mailer.Run(f); f = () => Book.Note(c.{|ECRM1107:Email|}); } } }")]
    [InlineData("overwritten in one branch", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c, bool b) { Action f = () => Book.Note(c.{|ECRM1107:Email|}); if (b) { f = () => { }; } Mailer.Run(f); } }")]
    [InlineData("combined", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => Book.Note(c.{|ECRM1107:Email|}); f += () => { }; Mailer.Run(f); } }")]
    [InlineData("recursive local functions", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Mailer.Run(A); void A() => B(); void B() { Book.Note(c.{|ECRM1107:Email|}); A(); } } }")]
    public Task FunctionThatComesToCodeOfAnotherPurpose_IsReported(string form, string types) => VerifyAsync(form, types);

    [Theory]
    [InlineData("tuple assignment, other half", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f; Action g; (f, g) = (() => Book.Note(c.Email), () => { }); Mailer.Run(g); f(); } }")]
    [InlineData("task run", "[ForPurpose(\"support\")] public class Desk { Task Do(Contact c) => Task.Run(() => Book.Note(c.Email)); }")]
    [InlineData("unknown delegate", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c, Action<Action> run) => run(() => Book.Note(c.Email)); }")]
    [InlineData("overwritten", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => Book.Note(c.Email); f(); f = () => { }; Mailer.Run(f); } }")]
    [InlineData("set behind", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => { }; Mailer.Run(f); f = () => Book.Note(c.Email); f(); } }")]
    [InlineData("asked whether there", "[ForPurpose(\"marketing\")] public static class Camp { public static void Count(int n) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c, Action? g) { Action? f = g ?? (() => Book.Note(c.Email)); Camp.Count(f == null ? 0 : 1); f(); } }")]
    [InlineData("own list handed to nobody", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { var l = new List<Action> { () => Book.Note(c.Email) }; l[0](); Mailer.Run(() => { }); } }")]
    [InlineData("method that takes an expression or function of IQueryable", "[ForPurpose(\"support\")] public class Desk { void Do(IQueryable<Contact> q) { foreach (var e in q.Where(x => x.Email != \"\").Select(x => x.Email)) Book.Note(e); } }")]
    [InlineData("chosen by condition that asks f", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c, Action? f) { f ??= () => Book.Note(c.Email); Mailer.Run(f is null ? () => { } : () => { }); f(); } }")]
    [InlineData("local function called in a lambda that opens a scope", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Mailer.Run(() => { using (PurposeScope.Enter(\"support\")) Note(); }); void Note() => Book.Note(c.Email); } }")]
    [InlineData("list of others", "[ForPurpose(\"marketing\")] public static class Camp { public static void All(IReadOnlyList<Action> f) { } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) { var l = new List<Action> { () => Book.Note(c.Email) }; var m = new List<Action> { () => { } }; Camp.All(m); l[0](); } }")]
    [InlineData("element of the list is called here", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { var l = new List<Action>(); l.Add(() => Book.Note(c.Email)); foreach (var f in l) f(); Mailer.Run(() => { }); } }")]
    [InlineData("local function called beside", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Mailer.Run(() => { }); Note(); void Note() => Again(); void Again() => Book.Note(c.Email); } }")]
    [InlineData("object of plain class for nobody", "public class Step { public Action? F { get; set; } } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) { var s = new Step { F = () => Book.Note(c.Email) }; s.F!(); } }")]
    [InlineData("switch arm, only called", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c, int n) { var f = n switch { 1 => () => Book.Note(c.Email), _ => (Action)(() => { }) }; f(); } }")]
    [InlineData("asked of a switch", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c, int n) { Action f = () => Book.Note(c.Email); Mailer.Send(f switch { null => 0, _ => 1 }); } }")]
    [InlineData("list in an anonymous", "[ForPurpose(\"support\")] public class Desk { void Do(Contact c) { Action f = () => Book.Note(c.Email); Mailer.Send(f.Method.Name); } }")]
    public Task FunctionThatDoesNot_IsSilent(string form, string types) => VerifyAsync(form, types);

    /// <summary>What a field is made with is another body than the one that hands it over.</summary>
    [Fact]
    public Task FalseNegative_FunctionInAFieldThatAnotherMethodHandsOver_IsNotTold() => VerifyAsync("static readonly field", "[ForPurpose(\"marketing\")] public static class Camp { public static void Each(Action<Contact> f) { } } [ForPurpose(\"support\")] public class Desk { static readonly Action<Contact> N = x => Book.Note(x.Email); void Do() => Camp.Each(N); }");

    /// <summary>What a helper reads is judged by the code around the call, as everywhere; who runs the function is not asked.</summary>
    [Fact]
    public Task FalseNegative_HelperThatReadsInAHandedFunction_IsNotTold() => VerifyAsync("helper that reads", "public static class Util { public static void H(Contact c) => Book.Note(c.Email); } [ForPurpose(\"support\")] public class Desk { void Do(Contact c) => Mailer.Run(() => Util.H(c)); }");

    /// <summary>Who gets a function back from a call is not looked at.</summary>
    [Fact]
    public Task FalseNegative_FunctionThatIsHandedBack_IsNotTold() => VerifyAsync("returned to marketing", "[ForPurpose(\"support\")] public class Desk { public static Action Get(Contact c) => () => Book.Note(c.Email); } [ForPurpose(\"marketing\")] public class News { void M(Contact c) { var f = Desk.Get(c); f(); } }");

    private static Task VerifyAsync(string form, string types)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } [ForPurpose("marketing")] public static void Run(Action f) => f(); }
            public static class Book { [ForPurpose("support")] public static void Note(object? text) { } }
            {{types}}
            """);
    }
}
