namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Delegates that are handed variables by reference: what the function behind them puts there, and what it replaces.</summary>
public sealed class DelegateReferenceTests
{
    [Theory]
    [InlineData("lambda ref set", "delegate void Op(ref string s); void M(Contact c) { Op op = (ref string s) => s = c.Email; var e = \"\"; op(ref e); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("lambda out set", "delegate void Op(Contact c, out string s); void M(Contact c) { Op op = (Contact x, out string s) => s = x.Email; op(c, out var e); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("method group ref set", "delegate void Op(Contact c, ref string s); static void Put(Contact c, ref string s) => s = c.Email; void M(Contact c) { Op op = Put; var e = \"\"; op(c, ref e); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("lambda ref one of two", "delegate void Op(ref string s); void M(Contact c, bool f) { Op op = (ref string s) => s = c.Email; Op other = (ref string s) => s = c.Name; var e = \"\"; (f ? op : other)(ref e); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("lambda ref kept", "delegate void Op(ref string s); void M(Contact c) { Op op = (ref string s) => s += c.Name; var e = c.Email; op(ref e); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("lambda ref in a field", "delegate void Op(Contact c, ref string s); Op op = (Contact c, ref string s) => s = c.Email; void M(Contact c) { var e = \"\"; op(c, ref e); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("lambda ref from elsewhere or here", "delegate void Op(Contact c, ref string s); void M(Contact c, Op? op) { op ??= (Contact x, ref string s) => s = x.Email; var e = \"\"; op(c, ref e); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("handed method group ref set", "delegate void Op(Contact c, ref string s); static void Put(Contact c, ref string s) => s = c.Email; static string Do(Op op, Contact c) { var t = \"\"; op(c, ref t); return t; } void M(Contact c) => Mailer.Send({|ECRM2002:Do|}(Put, c));")]
    [InlineData("local function as delegate, ref", "delegate void Op(ref string s); void M(Contact c) { Op op = Put; var e = \"\"; op(ref e); Mailer.Send({|ECRM2002:e|}); void Put(ref string s) => s = c.Email; }")]
    [InlineData("extension as delegate, ref", "delegate void Op(ref string s); void M(Contact c) { Op op = c.Fill; var e = \"\"; op(ref e); Mailer.Send({|ECRM2002:e|}); }", "static class Filling { public static void Fill(this Contact c, ref string s) => s = c.Email; }")]
    [InlineData("handed lambda ref set", "delegate void Op(ref string s); static string Do(Op op) { var t = \"\"; op(ref t); return t; } void M(Contact c) => Mailer.Send({|ECRM2002:Do|}((ref string s) => s = c.Email));")]
    public Task Value_IsFollowed(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("lambda ref", "delegate void Op(ref string s); void M(Contact c) { Op op = (ref string s) => s = \"\"; var e = c.Email; op(ref e); Mailer.Send(e); }")]
    [InlineData("lambda out", "delegate void Op(Contact c, out string s); void M(Contact c) { Op op = (Contact x, out string s) => s = x.Name; op(c, out var e); GC.KeepAlive(c.Email); Mailer.Send(e); }")]
    [InlineData("lambda ref two", "delegate void Op(ref string s); void M(Contact c) { Op op = (ref string s) => s = c.Email; Op other = (ref string s) => s = c.Name; var e = \"\"; var f = \"\"; op(ref e); other(ref f); Mailer.Send(f); }")]
    [InlineData("method group ref other", "delegate void Op(Contact c, ref string s); static void Put(Contact c, ref string s) => s = c.Name; void M(Contact c) { Op op = Put; var e = c.Email; op(c, ref e); Mailer.Send(e); }")]
    public Task ValueThatDoesNotComeThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
