namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where lambdas and local functions name a parameter of the method around them: they find what it holds when they may run, as in a variable.</summary>
public sealed class CapturedParameterTests
{
    private const string From = "void M(Contact c) => N(c.Email, c, [\"\"]); ";

    private const string Run = " void Run(Action a) => a();";

    [Theory]
    [InlineData("before the lambda", From + "void N(string s, Contact c, List<string> l) { s = c.Name; l.ForEach(x => Mailer.Send(x + s)); }")]
    [InlineData("before the query", From + "void N(string s, Contact c, List<string> l) { s = c.Name; var all = l.Select(x => x + s).ToList(); Mailer.Send(all[0]); }")]
    [InlineData("before the lambda is called", From + "void N(string s, Contact c, List<string> l) { Action f = () => Mailer.Send(s); s = c.Name; f(); }")]
    [InlineData("before the local function is called", From + "void N(string s, Contact c, List<string> l) { s = c.Name; L(); void L() => Mailer.Send(s); }")]
    public Task ReplacedParameter_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("never", From + "void N(string s, Contact c, List<string> l) => l.ForEach(x => Mailer.Send({|ECRM2002:x + s|}));")]
    [InlineData("perhaps", From + "void N(string s, Contact c, List<string> l) { if (l.Count > 1) s = c.Name; Action f = () => Mailer.Send({|ECRM2002:s|}); f(); }")]
    [InlineData("after the call", From + "void N(string s, Contact c, List<string> l) { Action f = () => Mailer.Send({|ECRM2002:s|}); f(); s = c.Name; }")]
    [InlineData("after it was handed over", From + "void N(string s, Contact c, List<string> l) { Action f = () => Mailer.Send({|ECRM2002:s|}); Run(f); s = c.Name; }" + Run)]
    [InlineData("after it was handed to the framework", From + "void N(string s, Contact c, List<string> l) { Action<string> f = x => Mailer.Send({|ECRM2002:x + s|}); l.ForEach(f); s = c.Name; }")]
    [InlineData("after it had another name", From + "void N(string s, Contact c, List<string> l) { Action f = () => Mailer.Send({|ECRM2002:s|}); var g = f; g(); s = c.Name; }")]
    [InlineData("after one of two was called", From + "void N(string s, Contact c, List<string> l) { Action f = () => Mailer.Send({|ECRM2002:s|}); Action g = () => { }; (l.Count > 1 ? f : g)(); s = c.Name; }")]
    [InlineData("in a loop", From + "void N(string s, Contact c, List<string> l) { Action f = () => Mailer.Send({|ECRM2002:s|}); for (var i = 0; i < 2; i++) { f(); s = c.Name; } }")]
    [InlineData("after the local function", From + "void N(string s, Contact c, List<string> l) { L(); s = c.Name; void L() => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("after the local function was handed over", From + "void N(string s, Contact c, List<string> l) { Run(L); s = c.Name; void L() => Mailer.Send({|ECRM2002:s|}); }" + Run)]
    [InlineData("lambda in a lambda", From + "void N(string s, Contact c, List<string> l) { Action f = () => { Action g = () => Mailer.Send({|ECRM2002:s|}); g(); }; f(); s = c.Name; }")]
    [InlineData("in a field", "Action? f; " + From + "void N(string s, Contact c, List<string> l) { f = () => Mailer.Send({|ECRM2002:s|}); f(); s = c.Name; }")]
    [InlineData("handed out", "Func<string> F(string s) { Func<string> f = () => s; return f; } void M(Contact c) => Mailer.Send({|ECRM2002:F|}(c.Email)());")]
    [InlineData("by a new value", "void M(Contact c) => N(c.Name, c); void N(string s, Contact c) { s = c.Email; Action f = () => Mailer.Send({|ECRM2002:s|}); f(); }")]
    public Task ParameterThatAFunctionMayFind_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);
}
