namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What each thread has for itself, and what a method leaves in an object of a static member that it replaces: nobody else finds either.</summary>
public sealed class LeftByThreadTests
{
    private const string Local = "static readonly System.Threading.ThreadLocal<string> L = new(() => \"\"); ";

    [Theory]
    [InlineData("of the same thread", Local + "public void A(Contact c) { L.Value = c.Email; B(); } void B() => Mailer.Send(L.{|ECRM2002:Value|});")]
    [InlineData("by a delegate that runs here", Local + "public void A(Contact c) { L.Value = c.Email; Action b = B; b(); } void B() => Mailer.Send(L.{|ECRM2002:Value|});")]
    [InlineData("by a task", Local + "public void A(Contact c) { L.Value = c.Email; Task.Run(B); } void B() => Mailer.Send(L.{|ECRM2002:Value|});")]
    [InlineData("put there by the thread", Local + "Contact? k; public void A(Contact c) { k = c; new System.Threading.Thread(B).Start(); } void B() { L.Value = k!.Email; Mailer.Send(L.{|ECRM2002:Value|}); }")]
    [InlineData("what it begins with", "static readonly Contact K = new(); static readonly System.Threading.ThreadLocal<string> L = new(() => K.Email); public void A() => new System.Threading.Thread(B).Start(); void B() => Mailer.Send(L.{|ECRM2002:Value|});")]
    [InlineData("handed over elsewhere, too", Local + "public Action A(Contact c) { L.Value = c.Email; new System.Threading.Thread(B).Start(); return B; } void B() => Mailer.Send(L.{|ECRM2002:Value|});")]
    [InlineData("in an ordinary member", "static string s = \"\"; public void A(Contact c) { s = c.Email; new System.Threading.Thread(B).Start(); } void B() => Mailer.Send({|ECRM2002:s|});")]
    public Task ValueOfThisThread_IsReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("local", Local + "public void A(Contact c) { L.Value = c.Email; new System.Threading.Thread(B).Start(); } void B() => Mailer.Send(L.Value);")]
    [InlineData("static", "[ThreadStatic] static string? s; public void A(Contact c) { s = c.Email; new System.Threading.Thread(B).Start(); } void B() => Mailer.Send(s);")]
    [InlineData("two helpers", Local + "static void In(Contact c) => L.Value = c.Email; static void Go() { var t = new System.Threading.Thread(Out); t.Start(); t.Join(); } static void Out() => Mailer.Send(L.Value); public void A(Contact c) { In(c); Go(); }")]
    public Task ValueOfAnotherThread_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("not replaced", "static Box k = new(); public void A(Contact c) => k.Text = c.Email; public void B() => Mailer.Send(k.{|ECRM2002:Text|});")]
    [InlineData("replaced before", "static Box k = new(); public void A(Contact c) { k = new Box(); k.Text = c.Email; } public void B() => Mailer.Send(k.{|ECRM2002:Text|});")]
    [InlineData("replaced on some ways", "static Box k = new(); public void A(Contact c, bool f) { k.Text = c.Email; if (f) k = new Box(); } public void B() => Mailer.Send(k.{|ECRM2002:Text|});")]
    [InlineData("of two names", "static Box k = new(); static Box l = k; public void A(Contact c) { k.Text = c.Email; k = new Box(); } public void B() => Mailer.Send(l.{|ECRM2002:Text|});")]
    [InlineData("kept elsewhere by another method", "static Box k = new(); static Box? l; public void A(Contact c) { k.Text = c.Email; k = new Box(); } public void K() => l = k; public void B() => Mailer.Send(l!.{|ECRM2002:Text|});")]
    [InlineData("kept elsewhere by the same method", "static Box k = new(); static Box? l; public void A(Contact c) { k.Text = c.Email; l = k; k = new Box(); } public void B() => Mailer.Send(l!.{|ECRM2002:Text|});")]
    [InlineData("kept in a list", "static Box k = new(); static readonly List<Box> old = new(); public void A(Contact c) { k.Text = c.Email; old.Add(k); k = new Box(); } public void B() => Mailer.Send(old[0].{|ECRM2002:Text|});")]
    [InlineData("replaced by itself", "static Box k = new(); public void A(Contact c) { k.Text = c.Email; var o = k; k = new Box(); k = o; } public void B() => Mailer.Send(k.{|ECRM2002:Text|});")]
    [InlineData("found by what it calls before", "static Box k = new(); public void A(Contact c, Action next) { k.Text = c.Email; next(); k = new Box(); } public void B() => Mailer.Send(k.{|ECRM2002:Text|});")]
    public Task ObjectThatMayBeFound_IsReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("another object", "static Box k = new(); public void A(Contact c) { k.Text = c.Email; k = new Box(); } public void B() => Mailer.Send(k.Text);")]
    [InlineData("none", "static Box? k = new(); public void A(Contact c) { k!.Text = c.Email; k = null; } public void B() => Mailer.Send(k?.Text);")]
    [InlineData("list", "static List<string> k = new(); public void A(Contact c) { k.Add(c.Email); k = new List<string>(); } public void B() => Mailer.Send(k[0]);")]
    [InlineData("by a helper", "static Box k = new(); static void Reset() => k = new Box(); public void A(Contact c) { k.Text = c.Email; Reset(); } public void B() => Mailer.Send(k.Text);")]
    public Task ObjectThatIsReplaced_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
