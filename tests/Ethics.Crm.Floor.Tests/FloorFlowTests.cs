namespace Ethics.Crm.Floor.Tests;

/// <summary>Values are followed in the oldest supported compiler as in the newest, each beside the nearest program in which the value does not come there.</summary>
public sealed class FloorFlowTests
{
    private const string Scenery = """
        using System; using System.Linq; using System.Collections.Generic; using System.Text; using System.Threading.Tasks; using Ethics.Crm;
        class Contact { [DataSubjectId] public int Id = 1; [DataCategory("contact.email")] public string Email = ""; public string Name = ""; }
        static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
        record Pair(string First, string Second);
        record struct Two(string First, string Second);
        class Box { public string? Text; public string? Other { get; set; } }

        """;

    /// <param name="members">With $ for the member that is read: the labelled one, and in its twin the other one.</param>
    [Theory]
    [InlineData("local", "void M(Contact c) { var e = c.$; var f = e; Mailer.Send(f); }")]
    [InlineData("compound assignment", "void M(Contact c) { var e = \"\"; e += c.$; Mailer.Send(e); }")]
    [InlineData("interpolation", "void M(Contact c) => Mailer.Send($\"to {c.$}\");")]
    [InlineData("builder", "void M(Contact c) { var b = new StringBuilder(); b.Append($\"to {c.$}\"); Mailer.Send(b.ToString()); }")]
    [InlineData("span", "void M(Contact c) { var s = c.$.AsSpan(); Mailer.Send(s[1..].ToString()); }")]
    [InlineData("encoding", "void M(Contact c) => Mailer.Send(Convert.ToBase64String(Encoding.UTF8.GetBytes(c.$)));")]
    [InlineData("hash code", "void M(Contact c) => Mailer.Send(c.$.GetHashCode());")]
    [InlineData("tuple, taken apart", "void M(Contact c) { var (a, b) = (c.$, 1); Mailer.Send(a); }")]
    [InlineData("tuple as an object", "void M(Contact c) => Mailer.Send(Tuple.Create(1, c.$).Item2);")]
    [InlineData("rest of a tuple", "void M(Contact c) { var t = (1, 2, 3, 4, 5, 6, 7, 8, c.$); Mailer.Send(t.Rest.Item2); }")]
    [InlineData("record with", "void M(Contact c) { var p = new Pair(\"\", \"\") with { Second = c.$ }; Mailer.Send(p.Second); }")]
    [InlineData("struct with", "void M(Contact c) { var p = new Two(\"\", \"\") with { Second = c.$ }; Mailer.Send(p.Second); }")]
    [InlineData("anonymous type", "void M(Contact c) { var t = new { Mail = c.$ }; Mailer.Send(t.Mail); }")]
    [InlineData("reference", "void M(Contact c) { var e = \"\"; ref var r = ref e; r = c.$; Mailer.Send(e); }")]
    [InlineData("result by reference", "static ref string? R(Box b) => ref b.Text; void M(Contact c) { var b = new Box(); R(b) = c.$; Mailer.Send(b.Text); }")]
    [InlineData("out", "static void H(Contact c, out string s) => s = c.$; void M(Contact c) { H(c, out var e); Mailer.Send(e); }")]
    [InlineData("array in brackets", "void M(Contact c) { string[] a = [\"x\", c.$]; Mailer.Send(a[1]); }")]
    [InlineData("list in brackets, spread", "void M(Contact c) { string[] a = [c.$]; List<string> b = [.. a]; Mailer.Send(b[0]); }")]
    [InlineData("dictionary", "void M(Contact c) { var d = new Dictionary<string, string> { [\"a\"] = c.$ }; foreach (var (k, v) in d) Mailer.Send(v); }")]
    [InlineData("list pattern", "void M(Contact c) { var l = new[] { \"\", c.$ }; if (l is [_, .. var rest]) Mailer.Send(rest[0]); }")]
    [InlineData("switch expression", "void M(Contact c, int n) => Mailer.Send(n switch { 1 => c.$, _ => \"\" });")]
    [InlineData("filter", "class X(string a) : Exception(\"\") { public string A => a; } void M(Contact c) { try { throw new X(c.$); } catch (X x) when (x.A.Length > 3) { Mailer.Send(x.A); } }")]
    [InlineData("lock and using", "void M(Contact c) { var e = \"\"; lock (this) { using var r = new System.IO.StringReader(c.$); e = r.ReadLine(); } Mailer.Send(e); }")]
    [InlineData("goto", "void M(Contact c, bool b) { var e = \"\"; again: Mailer.Send(e); e = c.$; if (b) goto again; }")]
    [InlineData("primary constructor", "class K(string s) { public string S => s; } void M(Contact c) => Mailer.Send(new K(c.$).S);")]
    [InlineData("up and down", "string U(Contact c) => V(c); string V(Contact c) => c.$; void D(string s) => E(s); void E(string s) => Mailer.Send(s); void M(Contact c) => D(U(c));")]
    [InlineData("mutual recursion", "string A(string s, int n) => n == 0 ? s : B(s, n - 1); string B(string s, int n) => A(s, n); void M(Contact c) => Mailer.Send(A(c.$, 3));")]
    [InlineData("operator and conversion", "class V { public string S = \"\"; public static V operator +(V v, string s) => new V { S = v.S + s }; public static implicit operator string(V v) => v.S; } void M(Contact c) { string s = new V() + c.$; Mailer.Send(s); }")]
    [InlineData("named, optional, params", "static void H(string a = \"\", string b = \"\", params string[] more) => Mailer.Send(more[0] + b); void M(Contact c) { H(b: c.$, more: new[] { \"\" }); }")]
    [InlineData("local function and lambda", "void M(Contact c) { Func<string> f = () => L(c.$); Mailer.Send(f()); string L(string s) => s; }")]
    [InlineData("iterator", "IEnumerable<string> H(Contact c) { yield return c.$; } void M(Contact c) { foreach (var e in H(c)) Mailer.Send(e); }")]
    [InlineData("task", "async Task<string> H(Contact c) { await Task.Yield(); return c.$; } async Task M(Contact c) => Mailer.Send(await H(c));")]
    public async Task Value_IsFollowed_AndTheOtherMemberIsSilent(string form, string members)
    {
        Assert.NotEmpty(form);
        Assert.Equal(["ECRM2002"], (await ReportedAsync(members.Replace(".$", ".Email", StringComparison.Ordinal))).Distinct());
        Assert.Empty(await ReportedAsync(members.Replace(".$", ".Name", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("overwritten", "void M(Contact c) { var e = c.Email; e = \"\"; Mailer.Send(e); }")]
    [InlineData("dead", "void M(Contact c) { var e = \"\"; if (false) e = c.Email; Mailer.Send(e); }")]
    [InlineData("other half", "void M(Contact c) { var t = (c.Email, c.Name); Mailer.Send(t.Name); }")]
    [InlineData("original of a copied struct", "void M(Contact c) { var p = new Two(\"\", \"\"); var q = p with { Second = c.Email }; Mailer.Send(p.Second); }")]
    [InlineData("other call", "string H(string s) => s; void M(Contact c) { _ = H(c.Email); Mailer.Send(H(c.Name)); }")]
    [InlineData("other overload", "void H(object o) => Mailer.Send(o); void H(string s) { } void M(Contact c) => H(c.Email);")]
    [InlineData("anonymised", "[Anonymizes(\"many people\")] static List<string> A(string s) => [s]; void M(Contact c) => Mailer.Send(A(c.Email)[0]);")]
    [InlineData("through undeclared code and back", "[ForPurpose(\"support\")] void M(Contact c) { var e = H(c.Email); GC.KeepAlive(e); } string H(string s) => s;")]
    public async Task ValueThatDoesNotComeThere_IsSilent(string form, string members)
    {
        Assert.NotEmpty(form);
        Assert.Empty(await ReportedAsync(members));
    }

    private static async Task<IEnumerable<string>> ReportedAsync(string members)
        => (await FloorCompiler.CompileAsync(Scenery + "class Job { " + members + " }")).Reported.Where(static id => id.StartsWith("ECRM", StringComparison.Ordinal) || id.StartsWith("AD", StringComparison.Ordinal));
}
