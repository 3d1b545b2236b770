namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where a constant that a call hands over, or a condition that is asked twice, decides which way a value takes.</summary>
public sealed class ConstantFlowTests
{
    private const string Line = " string H(Contact c, bool with) { if (with) return c.Email; return c.Name; }";

    private const string Kinds = " enum Kind { Post, Mail } string H(Contact c, Kind kind) => kind switch { Kind.Mail => c.Email, _ => c.Name };";

    private const string Bag = " class Bag { readonly Dictionary<string, string> values = new(); public string this[string name] { get => values.TryGetValue(name, out var value) ? value : \"\"; set => values[name] = value; } }";

    [Theory]
    [InlineData("flag that lets it out", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, true));" + Line)]
    [InlineData("flag that is no constant", "void M(Contact c, bool with) => Mailer.Send({|ECRM2002:H|}(c, with));" + Line)]
    [InlineData("flag by name, other call without", "void M(Contact c) { Mailer.Send(H(c, false)); Mailer.Send({|ECRM2002:H|}(with: true, c: c)); }" + Line)]
    [InlineData("flag by default", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c)); string H(Contact c, bool with = true) { if (!with) return c.Name; return c.Email; }")]
    [InlineData("flag that the method turns", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, false)); string H(Contact c, bool with) { with = !with; return with ? c.Email : c.Name; }")]
    [InlineData("flag that is handed on by reference", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, false)); string H(Contact c, bool with) { Turn(ref with); return with ? c.Email : c.Name; } void Turn(ref bool b) => b = !b;")]
    [InlineData("flag that a lambda turns", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, false)); string H(Contact c, bool with) { Action turn = () => with = true; turn(); return with ? c.Email : c.Name; }")]
    [InlineData("flag that a branch decides anew", "void M(Contact c, bool? other) => Mailer.Send({|ECRM2002:H|}(c, false, other)); string H(Contact c, bool with, bool? other) { with = other ?? with; return with ? c.Email : c.Name; }")]
    [InlineData("text that is filled in", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, null)); string H(Contact c, string? what = null) { what ??= \"email\"; return what == \"email\" ? c.Email : c.Name; }")]
    [InlineData("flag that is handed on by reference beside a branch", "void M(Contact c, bool? other) => Mailer.Send({|ECRM2002:H|}(c, false, other)); string H(Contact c, bool with, bool? other) { Set(ref with, other ?? true); return with ? c.Email : c.Name; } void Set(ref bool b, bool to) => b = to;")]
    [InlineData("kind", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, Kind.Mail));" + Kinds)]
    [InlineData("number of another type", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, 1)); string H(Contact c, int n) { if (n == 1L) return c.Email; return c.Name; }")]
    [InlineData("null", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, null)); string H(Contact c, string? s) => s == null ? c.Email : s;")]
    [InlineData("recursion that turns the flag", "void M(Contact c) => Mailer.Send({|ECRM2002:R|}(c, false)); string R(Contact c, bool with) => with ? c.Email : R(c, true);")]
    [InlineData("circle that turns the flag", "void M(Contact c) => Mailer.Send({|ECRM2002:R|}(c, false)); string R(Contact c, bool with) => with ? c.Email : S(c, false); string S(Contact c, bool with) => with ? c.Name : R(c, true);")]
    [InlineData("flag that is handed on", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, true)); string G(Contact c, bool with) => H(c, with);" + Line)]
    [InlineData("own indexer, same name", "void M(Contact c) { var b = new Bag(); b[\"mail\"] = c.Email; Mailer.Send({|ECRM2002:b[\"mail\"]|}); }" + Bag)]
    [InlineData("own indexer, name that is no constant", "void M(Contact c, string n) { var b = new Bag(); b[\"mail\"] = c.Email; Mailer.Send({|ECRM2002:b[n]|}); }" + Bag)]
    [InlineData("conditions on two flags", "void M(Contact c, bool a, bool b) { var s = a ? c.Email : c.Name; if (b) Mailer.Send({|ECRM2002:s|}); if (a && b) Mailer.Send(\"\"); }")]
    [InlineData("condition asked twice, the same way", "void M(Contact c, bool a) { var s = c.Name; if (a) s = c.Email; if (a) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("what is written inside, found after", "void M(Contact c) { var b = new Box(); F(b, c, true); Mailer.Send(b.{|ECRM2002:Text|}); } void F(Box b, Contact c, bool with) { if (with) b.Text = c.Email; }")]
    public Task Value_OnAWayThatIsTaken_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("flag that keeps it", "void M(Contact c) => Mailer.Send(H(c, false));" + Line)]
    [InlineData("flag by default", "void M(Contact c) => Mailer.Send(H(c)); string H(Contact c, bool with = false) { if (!with) return c.Name; return c.Email; }")]
    [InlineData("flag beside another that a branch decides anew", "void M(Contact c, bool? other) => Mailer.Send(H(c, false, true, other)); string H(Contact c, bool with, bool loud, bool? other) { loud = other ?? loud; return with ? c.Email : loud ? c.Name.ToUpper() : c.Name; }")]
    [InlineData("flag that is handed on beside a branch", "void M(Contact c, bool? other) => Mailer.Send(H(c, false, other)); string H(Contact c, bool with, bool? other) { See(with, other ?? true); return with ? c.Email : c.Name; } void See(bool b, bool to) { }")]
    [InlineData("kind", "void M(Contact c) => Mailer.Send(H(c, Kind.Post));" + Kinds)]
    [InlineData("text", "void M(Contact c) => Mailer.Send(H(c, \"name\")); string H(Contact c, string what) => what == \"email\" ? c.Email : c.Name;")]
    [InlineData("number", "void M(Contact c) => Mailer.Send(H(c, 2)); string H(Contact c, int n) { if (n != 2) return c.Email; return c.Name; }")]
    [InlineData("own indexer, other name", "void M(Contact c) { var b = new Bag(); b[\"mail\"] = c.Email; Mailer.Send(b[\"name\"]); }" + Bag)]
    [InlineData("condition asked twice", "void M(Contact c, bool a) { string s; if (a) s = c.Email; else s = c.Name; if (a) GC.KeepAlive(s); else Mailer.Send(s); }")]
    [InlineData("what the flag keeps from being written", "void M(Contact c) { var b = new Box(); F(b, c, false); Mailer.Send(b.Text); } void F(Box b, Contact c, bool with) { if (with) b.Text = c.Email; }")]
    public Task Value_OnAWayThatIsNotTaken_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    /// <summary>A variable that is set later is no constant, nor is a number that counts up, and circles of several methods are walked as a whole.</summary>
    [Theory]
    [InlineData("flag in a variable that is set later", "void M(Contact c) { bool with; with = false; Mailer.Send({|ECRM2002:H|}(c, with)); }" + Line)]
    [InlineData("recursion that counts up", "void M(Contact c) => Mailer.Send({|ECRM2002:R|}(c, 3)); string R(Contact c, int n) => n == 2 ? c.Email : n > 9 ? c.Name : R(c, n + 1);")]
    [InlineData("circle of two", "void M(Contact c) => Mailer.Send({|ECRM2002:A|}(c, false, 3)); string A(Contact c, bool with, int n) => n == 0 ? c.Name : B(c, with, n - 1); string B(Contact c, bool with, int n) => with ? c.Email : A(c, with, n - 1);")]
    public Task FalseAlarm_ConstantThatIsKeptOrGoesRound(string form, string members) => Flow.VerifyAsync(form, members);
}
