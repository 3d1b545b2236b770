namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Pointers to functions, where they lie in members or are handed in: the method behind them runs, as behind a delegate.</summary>
public sealed class FunctionPointerTests
{
    [Theory]
    [InlineData("pointer", "public static class Ledger { [ForPurpose(\"support\")] public static string Mail(Contact c) => c.Email; } public static unsafe class Cols { public static readonly delegate*<Contact, string> Of = &Ledger.Mail; } [ForPurpose(\"marketing\")] public static unsafe class Heat { public static void Draw(Contact c) => Mailer.Send(\"at \" + Cols.{|ECRM2002:Of|}(c)); }")]
    [InlineData("pointer in an instance", "public static class Ledger { [ForPurpose(\"support\")] public static string Mail(Contact c) => c.Email; } public unsafe class Cols { public delegate*<Contact, string> Of = &Ledger.Mail; } [ForPurpose(\"marketing\")] public static unsafe class Heat { public static void Draw(Contact c) => Mailer.Send(\"at \" + new Cols().{|ECRM2002:Of|}(c)); }")]
    [InlineData("pointer handed in", "public static class Ledger { [ForPurpose(\"support\")] public static string Mail(Contact c) => c.Email; } public static unsafe class Heat { static string Of(delegate*<Contact, string> p, Contact c) => p(c); public static void Draw(Contact c) => Mailer.Send({|ECRM2002:Of|}(&Ledger.Mail, c)); }")]
    [InlineData("pointer that declares nothing", "public static class Ledger { public static void Mail(Contact c) => GC.KeepAlive(c.{|ECRM2003:Email|}); } public static unsafe class Cols { public static readonly delegate*<Contact, void> Of = &Ledger.Mail; } [ForPurpose(\"marketing\")] public static unsafe class Heat { public static void Draw(Contact c) => Cols.Of(c); }")]
    public Task MethodBehindAPointer_IsFollowed(string form, string types) => LateBoundSource.VerifyAsync(form, types);

    [Theory]
    [InlineData("pointer, other", "public static class Ledger { [ForPurpose(\"support\")] public static string Mail(Contact c) => c.Email; public static string Name(Contact c) => c.Name; } public static unsafe class Cols { public static readonly delegate*<Contact, string> Of = &Ledger.Mail; public static readonly delegate*<Contact, string> Nm = &Ledger.Name; } [ForPurpose(\"marketing\")] public static unsafe class Heat { public static void Draw(Contact c) => Mailer.Send(\"at \" + Cols.Nm(c)); }")]
    [InlineData("pointer, its purpose", "public static class Ledger { public static void Mail(Contact c) => GC.KeepAlive(c.Email); } public static unsafe class Cols { public static readonly delegate*<Contact, void> Of = &Ledger.Mail; } [ForPurpose(\"support\")] public static unsafe class Heat { public static void Draw(Contact c) => Cols.Of(c); }")]
    public Task OtherMethod_IsSilent(string form, string types) => LateBoundSource.VerifyAsync(form, types);
}
