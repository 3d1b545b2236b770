namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where a collection holds objects of several classes, and the code takes those of one.</summary>
public sealed class SeenAsFlowTests
{
    private const string Types = "public class P { public string V = \"\"; } public class A : P { } public class B : P { } public class G<T> { public T V = default!; } public class H<T> : G<T> { } public record R(string V); public record S(string V) : R(V);"
        + " public class Registry<T> : List<P> { }";

    private const string Both = "var l = new List<P> { new A { V = c.Email }, new B { V = c.Name } }; ";

    private const string Made = " static object Make<T>(T v) => new H<T> { V = v };";

    [Theory]
    [InlineData("as", "void M(Contact c) { " + Both + "foreach (var o in l) { var b = o as B; if (b != null) Mailer.Send(b.V); } }")]
    [InlineData("cast", "void M(Contact c, bool f) { P p = f ? new A { V = c.Email } : new B { V = c.Name }; Mailer.Send(((B)p).V); }")]
    [InlineData("loop over those of a type", "void M(Contact c) { " + Both + "foreach (var b in l.OfType<B>()) Mailer.Send(b.V); }")]
    [InlineData("loop over what is cast", "void M(Contact c) { " + Both + "foreach (var b in l.Where(x => x is B).Cast<B>()) Mailer.Send(b.V); }")]
    [InlineData("first of a type", "void M(Contact c) { " + Both + "Mailer.Send(l.OfType<B>().First().V); }")]
    [InlineData("selected", "void M(Contact c) { " + Both + "Mailer.Send(l.OfType<B>().Select(b => b.V).First()); }")]
    [InlineData("in a list of its own", "void M(Contact c) { " + Both + "foreach (var b in l.OfType<B>().ToList()) Mailer.Send(b.V); }")]
    [InlineData("loop over those of a type, beside texts", "void M(Contact c) { var l = new List<object> { c.Email, new B { V = c.Name } }; foreach (var b in l.OfType<B>()) Mailer.Send(b.V); }")]
    [InlineData("beside texts, by methods", "[ForPurpose(\"support\")] static List<object> L(List<Contact> all) => all.Select(static c => (object)c.Email).Append(new B { V = \"\" }).ToList(); [ForPurpose(\"marketing\")] static void M(List<Contact> all) { foreach (var b in L(all).OfType<B>()) Mailer.Send(b.V); }")]
    [InlineData("beside a text, by a pattern", "void M(Contact c, bool f) { object o = f ? c.Email : new B { V = c.Name }; if (o is B b) Mailer.Send(b.V); }")]
    public Task ObjectOfAnotherClass_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members, types: Types);

    [Theory]
    [InlineData("as", "void M(Contact c) { " + Both + "foreach (var o in l) { var a = o as A; if (a != null) Mailer.Send(a.{|ECRM2002:V|}); } }")]
    [InlineData("as its base", "void M(Contact c) { " + Both + "foreach (object o in l) { var p = o as P; if (p != null) Mailer.Send(p.{|ECRM2002:V|}); } }")]
    [InlineData("cast", "void M(Contact c, bool f) { P p = f ? new A { V = c.Email } : new B { V = c.Name }; Mailer.Send(((A)p).{|ECRM2002:V|}); }")]
    [InlineData("written through a cast", "void M(Contact c) { P p = new A(); ((A)p).V = c.Email; Mailer.Send(p.{|ECRM2002:V|}); }")]
    [InlineData("loop over those of the type", "void M(Contact c) { " + Both + "foreach (var a in l.OfType<A>()) Mailer.Send(a.{|ECRM2002:V|}); }")]
    [InlineData("loop over those of the base", "void M(Contact c) { " + Both + "foreach (var p in l.OfType<P>()) Mailer.Send(p.{|ECRM2002:V|}); }")]
    [InlineData("first of the type", "void M(Contact c) { " + Both + "Mailer.Send(l.OfType<A>().First().{|ECRM2002:V|}); }")]
    [InlineData("selected", "void M(Contact c) { " + Both + "Mailer.Send(l.OfType<A>().Select(a => a.V).{|ECRM2002:First|}()); }")]
    [InlineData("texts beside others", "void M(Contact c) { var l = new List<object> { c.Email, new B { V = c.Name } }; foreach (var b in l.OfType<string>()) Mailer.Send({|ECRM2002:b|}); }")]
    [InlineData("made of a text", "void M(Contact c) { var l = new List<object> { System.Text.Json.JsonSerializer.Deserialize<B>(c.Email)!, new B() }; foreach (var b in l.OfType<B>()) Mailer.Send({|ECRM2002:b|}); }")]
    [InlineData("labelled object", "public class K { [DataSubjectId] public int Id { get; set; } [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public B {|ECRM1106:B|} { get; set; } = new(); } void M(K k, Contact c) { var l = new List<object> { k.B, new B() }; foreach (var b in l.OfType<B>()) Mailer.Send({|ECRM2002:b|}); }")]
    [InlineData("added behind the question", "void M(Contact c) { var l = new List<P>(); var all = l.OfType<A>(); l.Add(new A { V = c.Email }); foreach (var a in all) Mailer.Send(a.{|ECRM2002:V|}); }")]
    [InlineData("generic, made for whatever it is", "void M(Contact c) => Mailer.Send(((G<string>)Make(c.Email)).{|ECRM2002:V|});" + Made)]
    [InlineData("generic, by a pattern", "void M(Contact c) { if (Make(c.Email) is G<string> g) Mailer.Send(g.{|ECRM2002:V|}); }" + Made)]
    [InlineData("copy of what it really is", "static R Copy(R r, string v) => r with { V = v }; void M(Contact c) => Mailer.Send(((S)Copy(new S(\"\"), c.Email)).{|ECRM2002:V|});")]
    [InlineData("collection of which the type says something else", "void M(Contact c) { var l = new Registry<B>(); l.Add(new A { V = c.Email }); Mailer.Send(l.First().{|ECRM2002:V|}); }")]
    public Task ObjectOfTheClass_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members, types: Types);
}
