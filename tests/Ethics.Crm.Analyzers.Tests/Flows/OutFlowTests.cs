namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where a method hands several values out by <c>out</c>: each variable gets its own.</summary>
public sealed class OutFlowTests
{
    [Theory]
    [InlineData("outs by name", "void M(Contact c) { Parts(c, mail: out var m, name: out var n, phone: out var p); Mailer.Send(n); Mailer.Send(p); } void Parts(Contact c, out string name, out string? phone, out string mail) { name = c.Name; phone = c.Phone; mail = c.Email; }")]
    [InlineData("outs through a helper", "void M(Contact c) { Parts(c, out var n, out var p, out var m); Mailer.Send(n); Mailer.Send(p); } void Parts(Contact c, out string n, out string? p, out string m) => Inner(c, out m, out n, out p); void Inner(Contact c, out string m, out string n, out string? p) { n = c.Name; p = c.Phone; m = c.Email; }")]
    [InlineData("outs in a Try", "void M(Contact c) { if (Try(c, out var n, out var p, out var m)) { Mailer.Send(n); Mailer.Send(p); } } bool Try(Contact c, out string n, out string? p, out string m) { n = \"\"; p = null; m = \"\"; if (c.Id == 0) return false; (n, p, m) = (c.Name, c.Phone, c.Email); return true; }")]
    [InlineData("outs from a tuple", "void M(Contact c) { Parts((c.Name, c.Phone, c.Email), out var n, out var p, out var m); Mailer.Send(n); Mailer.Send(p); } void Parts((string N, string? P, string M) all, out string n, out string? p, out string m) => (n, p, m) = all;")]
    [InlineData("outs into fields", "string name = \"\"; string mail = \"\"; void M(Contact c) { Parts(c, out name, out mail); Mailer.Send(name); } void Parts(Contact c, out string n, out string m) { n = c.Name; m = c.Email; }")]
    [InlineData("outs of an object", "void M(Contact c) { var b = new Box(); Parts(c, out b.Text, out var m); Mailer.Send(b.Text); } void Parts(Contact c, out string? n, out string m) { n = c.Name; m = c.Email; }")]
    [InlineData("outs into an array", "void M(Contact c) { var a = new string[2]; Parts(c, out a[0], out a[1]); Mailer.Send(a[0]); } void Parts(Contact c, out string n, out string m) { n = c.Name; m = c.Email; }")]
    [InlineData("outs, the result", "void M(Contact c) { var r = Parts(c, out var n, out var m); Mailer.Send(r); } bool Parts(Contact c, out string n, out string m) { n = c.Name; m = c.Email; return true; }")]
    [InlineData("outs of a delegate", "delegate void D(Contact c, out string n, out string m); void M(Contact c) { D d = Parts; d(c, out var n, out var m); Mailer.Send(n); } void Parts(Contact c, out string n, out string m) { n = c.Name; m = c.Email; }")]
    [InlineData("outs of a lambda", "delegate void D(Contact c, out string n, out string m); void M(Contact c) { D d = (Contact c, out string n, out string m) => { n = c.Name; m = c.Email; }; d(c, out var n, out var m); Mailer.Send(n); }")]
    [InlineData("outs of a local function", "void M(Contact c) { P(out var n, out var m); Mailer.Send(n); void P(out string n, out string m) { n = c.Name; m = c.Email; } }")]
    [InlineData("outs of an interface", "interface I { void P(Contact c, out string n, out string m); } class X : I { public void P(Contact c, out string n, out string m) { n = c.Name; m = c.Email; } } void M(Contact c, I i) { i.P(c, out var n, out var m); Mailer.Send(n); }")]
    [InlineData("discarded out", "void M(Contact c) { Parts(c, out var n, out _); Mailer.Send(n); } void Parts(Contact c, out string n, out string m) { n = c.Name; m = c.Email; }")]
    [InlineData("parsed", "void M(Contact c, string other) { int.TryParse(c.Email, out var a); int.TryParse(other, out var b); Mailer.Send(b); }")]
    [InlineData("reused variable", "void M(Contact c) { string s; F(c, out s); G(out s); Mailer.Send(s); } void F(Contact c, out string s) => s = c.Email; void G(out string s) => s = \"\";")]
    public Task OtherOut_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("by name", "void M(Contact c) { Parts(c, mail: out var m, name: out var n); Mailer.Send({|ECRM2002:m|}); } void Parts(Contact c, out string name, out string mail) { name = c.Name; mail = c.Email; }")]
    [InlineData("through a helper", "void M(Contact c) { Parts(c, out var n, out var m); Mailer.Send({|ECRM2002:m|}); } void Parts(Contact c, out string n, out string m) => Inner(c, out m, out n); void Inner(Contact c, out string m, out string n) { n = c.Name; m = c.Email; }")]
    [InlineData("in a Try", "void M(Contact c) { if (Try(c, out var n, out var m)) Mailer.Send({|ECRM2002:m|}); } bool Try(Contact c, out string n, out string m) { n = \"\"; m = \"\"; if (c.Id == 0) return false; (n, m) = (c.Name, c.Email); return true; }")]
    [InlineData("from a tuple", "void M(Contact c) { Parts((c.Name, c.Email), out var n, out var m); Mailer.Send({|ECRM2002:m|}); } void Parts((string N, string M) all, out string n, out string m) => (n, m) = all;")]
    [InlineData("into a field", "string mail = \"\"; void M(Contact c) { Parts(c, out mail); Mailer.Send({|ECRM2002:mail|}); } void Parts(Contact c, out string m) => m = c.Email;")]
    [InlineData("of an object", "void M(Contact c) { var b = new Box(); Parts(c, out b.Text); Mailer.Send(b.{|ECRM2002:Text|}); } void Parts(Contact c, out string? m) => m = c.Email;")]
    [InlineData("of a local function", "void M(Contact c) { P(out var n, out var m); Mailer.Send({|ECRM2002:m|}); void P(out string n, out string m) { n = c.Name; m = c.Email; } }")]
    [InlineData("of an interface", "interface I { void P(Contact c, out string n, out string m); } class X : I { public void P(Contact c, out string n, out string m) { n = c.Name; m = c.Email; } } void M(Contact c, I i) { i.P(c, out var n, out var m); Mailer.Send({|ECRM2002:m|}); }")]
    [InlineData("parsed", "void M(Contact c) { int.TryParse(c.Email, out var a); Mailer.Send({|ECRM2002:a|}); }")]
    public Task Out_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    /// <summary>The code has it in hand where it calls what hands it out, once.</summary>
    [Theory]
    [InlineData("dictionary", "[ForPurpose(\"support\")] static void Keep(Contact c, Dictionary<string, string> d) => d[\"k\"] = c.Email; [ForPurpose(\"marketing\")] void M(Contact c) { var d = new Dictionary<string, string>(); Keep(c, d); if (d.{|ECRM2002:TryGetValue|}(\"k\", out var e)) Mailer.Send(e); }")]
    [InlineData("queue", "[ForPurpose(\"support\")] static void Keep(Contact c, Queue<string> q) => q.Enqueue(c.Email); [ForPurpose(\"marketing\")] void M(Contact c) { var q = new Queue<string>(); Keep(c, q); while (q.{|ECRM2002:TryDequeue|}(out var e)) GC.KeepAlive(e); }")]
    [InlineData("priority", "[ForPurpose(\"support\")] static void Keep(Contact c, PriorityQueue<string, string> q) => q.Enqueue(c.Name, c.Email); [ForPurpose(\"marketing\")] void M(Contact c) { var q = new PriorityQueue<string, string>(); Keep(c, q); q.{|ECRM2002:TryPeek|}(out var e, out var p); Mailer.Send(p); }")]
    [InlineData("concurrent", "[ForPurpose(\"support\")] static void Keep(Contact c, System.Collections.Concurrent.ConcurrentBag<string> b) => b.Add(c.Email); [ForPurpose(\"marketing\")] void M(Contact c) { var b = new System.Collections.Concurrent.ConcurrentBag<string>(); Keep(c, b); while (b.{|ECRM2002:TryTake|}(out var e)) { Mailer.Send(e); } }")]
    [InlineData("removed", "[ForPurpose(\"support\")] static void Keep(Contact c, Dictionary<string, string> d) => d[\"k\"] = c.Email; [ForPurpose(\"marketing\")] void M(Contact c) { var d = new Dictionary<string, string>(); Keep(c, d); d.{|ECRM2002:Remove|}(\"k\", out var e); Mailer.Send(e); }")]
    [InlineData("code that nobody knows", "[ForPurpose(\"support\")] static string Keep(Contact c) => c.Email; [ForPurpose(\"marketing\")] void M(Contact c) { int.TryParse({|ECRM2002:Keep|}(c), out var e); Mailer.Send(e); }")]
    public Task OutOfTheFramework_IsReportedWhereItIsCalled(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other key", "[ForPurpose(\"support\")] static void Keep(Contact c, Dictionary<string, string> d) => d[\"k\"] = c.Email; [ForPurpose(\"marketing\")] void M(Contact c) { var d = new Dictionary<string, string>(); Keep(c, d); if (d.TryGetValue(\"n\", out var e)) Mailer.Send(e); }")]
    [InlineData("element of a queue", "[ForPurpose(\"support\")] static void Keep(Contact c, Queue<Contact> q) => q.Enqueue(c); [ForPurpose(\"marketing\")] void M(Contact c) { var q = new Queue<Contact>(); Keep(c, q); while (q.TryDequeue(out var e)) Mailer.Send(e.Name); }")]
    [InlineData("code for the same purpose", "[ForPurpose(\"support\")] static void Keep(Contact c, Queue<string> q) => q.Enqueue(c.Email); [ForPurpose(\"support\")] void M(Contact c) { var q = new Queue<string>(); Keep(c, q); while (q.TryDequeue(out var e)) GC.KeepAlive(e); }")]
    public Task OtherOutOfTheFramework_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    private const string Get = " [ForPurpose(\"support\")] string Get(Contact c, out string mail) { mail = c.Email; return c.Name; }";

    private const string Kept = " [ForPurpose(\"support\")] static void Keep(Contact c, Dictionary<string, string> d) => d[\"k\"] = c.Email;";

    /// <summary>What is discarded, the code does not have in hand.</summary>
    [Theory]
    [InlineData("discard", "[ForPurpose(\"marketing\")] void M(Contact c) => Mailer.Send(Get(c, out _));" + Get)]
    [InlineData("discard with its type", "[ForPurpose(\"marketing\")] void M(Contact c) => Mailer.Send(Get(c, out string _));" + Get)]
    [InlineData("discard by var", "[ForPurpose(\"marketing\")] void M(Contact c) => Mailer.Send(Get(c, out var _));" + Get)]
    [InlineData("asked whether it is there", "[ForPurpose(\"marketing\")] void M(Contact c) { var d = new Dictionary<string, string>(); Keep(c, d); if (d.TryGetValue(\"k\", out _)) Mailer.Send(\"\"); }" + Kept)]
    public Task OutThatIsDiscarded_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("variable", "[ForPurpose(\"marketing\")] void M(Contact c) { {|ECRM2002:Get|}(c, out var mail); Mailer.Send(mail); }" + Get)]
    [InlineData("variable that is called so", "[ForPurpose(\"marketing\")] void M(Contact c) { string _; {|ECRM2002:Get|}(c, out _); Mailer.Send(_); }" + Get)]
    [InlineData("result beside it", "[ForPurpose(\"marketing\")] void M(Contact c) => Mailer.Send({|ECRM2002:Both|}(c, out _)); [ForPurpose(\"support\")] string Both(Contact c, out string mail) => mail = c.Email;")]
    [InlineData("taken out", "[ForPurpose(\"marketing\")] void M(Contact c) { var d = new Dictionary<string, string>(); Keep(c, d); if (d.{|ECRM2002:TryGetValue|}(\"k\", out var e)) Mailer.Send(\"\"); }" + Kept)]
    public Task OutBesideADiscard_IsReported(string form, string members) => Flow.VerifyAsync(form, members);
}
