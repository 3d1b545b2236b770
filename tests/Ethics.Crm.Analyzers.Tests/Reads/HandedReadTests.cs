using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>ECRM1107: the build judges a lambda by the code around it, the run time by whoever runs it. <c>Contact.Email</c> was collected for support.</summary>
public sealed class HandedReadTests
{
    private const string Campaign = """
        [ForPurpose("marketing")] public class Campaign
        {
            public Campaign() { } public Campaign(Action f) { }
            public static void Run(Action f) => f(); public static void Each(Action<Contact> f) { } public static void Two(int n, Action? f = null) => f?.Invoke(); public static void All(params Action[] f) { }
            public static void Of(Expression<Func<Contact, string>> f) { }
            public Action? Done { get; set; } public Action? Field; public event Action? Raised { add { } remove { } }
            public int this[Action f] => 0;
        }
        public static class Plain { public static void Run(Action f) => f(); [ForPurpose("support")] public static void Help(Action f) => f(); [ForPurpose("marketing")] public static void Extend(this Contact c, Action f) => f(); }
        public interface ISender { [ForPurpose("marketing")] void Run(Action f); } public class Sender : ISender { public void Run(Action f) => f(); }
        public static class Book { [ForPurpose("support")] public static void Note(string text) { } }
        """;

    [Theory]
    [InlineData("argument", "Campaign.Run(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("with parameters", "Campaign.Each(one => Book.Note(one.{|ECRM1107:Email|}));")]
    [InlineData("anonymous method", "Campaign.Run(delegate { Book.Note(c.{|ECRM1107:Email|}); });")]
    [InlineData("optional argument", "Campaign.Two(1, f: () => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("one of several", "Campaign.All(() => { }, () => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("constructor", "_ = new Campaign(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("indexer", "_ = new Campaign()[() => Book.Note(c.{|ECRM1107:Email|})];")]
    [InlineData("property", "new Campaign().Done = () => Book.Note(c.{|ECRM1107:Email|});")]
    [InlineData("initializer", "_ = new Campaign { Field = () => Book.Note(c.{|ECRM1107:Email|}) };")]
    [InlineData("event", "new Campaign().Raised += () => Book.Note(c.{|ECRM1107:Email|});")]
    [InlineData("combined", "new Campaign().Field += () => Book.Note(c.{|ECRM1107:Email|});")]
    [InlineData("interface", "((ISender)new Sender()).Run(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("implementation", "new Sender().Run(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("extension", "c.Extend(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("variable", "Action f = () => Book.Note(c.{|ECRM1107:Email|}); Campaign.Run(f);")]
    [InlineData("variable of a variable", "Action f = () => Book.Note(c.{|ECRM1107:Email|}); var g = f; Campaign.Run(g);")]
    [InlineData("variable set later", "Action f; f = () => Book.Note(c.{|ECRM1107:Email|}); Campaign.Run(f);")]
    [InlineData("chosen", "Campaign.Run(c.Id > 0 ? () => Book.Note(c.{|ECRM1107:Email|}) : () => { });")]
    [InlineData("local function", "Campaign.Run(Note); void Note() => Book.Note(c.{|ECRM1107:Email|});")]
    [InlineData("lambda in a lambda", "Campaign.Run(() => { Action f = () => Book.Note(c.{|ECRM1107:Email|}); f(); });")]
    [InlineData("lambda within one that is handed to nobody", "Action f = () => Campaign.Run(() => Book.Note(c.{|ECRM1107:Email|})); f();")]
    [InlineData("asynchronous", "Campaign.Run(async () => { await Task.Yield(); Book.Note(c.{|ECRM1107:Email|}); });")]
    public Task FunctionThatIsHandedToCodeOfAnotherPurpose_IsReported(string form, string code) => VerifyAsync(form, $"[ForPurpose(\"support\")] public class Desk {{ public void Do(Contact c) {{ {code} }} }}");

    [Theory]
    [InlineData("code without purpose", "Plain.Run(() => Book.Note(c.Email));")]
    [InlineData("library", "new List<Contact>().ForEach(one => Book.Note(one.Email));")]
    [InlineData("the same purpose", "Plain.Help(() => Book.Note(c.Email));")]
    [InlineData("what both may read", "Campaign.Run(() => GC.KeepAlive(c.Name));")]
    [InlineData("read before", "var email = c.Email; Campaign.Run(() => Book.Note(email));")]
    [InlineData("scope inside", "Campaign.Run(() => { using (PurposeScope.Enter(\"support\")) Book.Note(c.Email); });")]
    [InlineData("scope declared inside", "Campaign.Run(() => { using var s = PurposeScope.Enter(\"support\"); Book.Note(c.Email); });")]
    [InlineData("run inside", "Campaign.Run(() => PurposeScope.Run(\"support\", () => Book.Note(c.Email)));")]
    [InlineData("expression", "Campaign.Of(one => one.Email);")]
    [InlineData("variable that is only called", "Action f = () => Book.Note(c.Email); f(); Campaign.Run(() => { });")]
    [InlineData("local function that is only called", "Campaign.Run(() => { }); Note(); void Note() => Book.Note(c.Email);")]
    [InlineData("taken away", "new Campaign().Raised -= () => Book.Note(c.Email);")]
    [InlineData("beside the function", "Campaign.Two(c.Email.Length);", true)]
    public Task FunctionThatRunsForItsOwnPurpose_IsSilent(string form, string code, bool isMisuse = false)
        => VerifyAsync(form, $"[ForPurpose(\"support\")] public class Desk {{ public void Do(Contact c) {{ {(isMisuse ? code.Replace("c.Email.Length", "c.Email.{|ECRM2002:Length|}", StringComparison.Ordinal) : code)} }} }}");

    [Theory]
    [InlineData("nothing is declared", "public class Desk { public void Do(Contact c) { Campaign.Run(() => GC.KeepAlive(c.{|ECRM2003:Email|})); } }")]
    [InlineData("a misuse already", "[ForPurpose(\"marketing\")] public class Desk { public void Do(Contact c) { Campaign.Run(() => GC.KeepAlive(c.{|ECRM2001:Email|})); } }")]
    [InlineData("the function declares", "public class Desk { public void Do(Contact c) { Campaign.Run([ForPurpose(\"support\")] () => Book.Note(c.{|ECRM1107:Email|})); } }")]
    [InlineData("a scope around", "public class Desk { public void Do(Contact c) { using (PurposeScope.Enter(\"support\")) Campaign.Run(() => Book.Note(c.{|ECRM1107:Email|})); } }")]
    [InlineData("run around", "public class Desk { public void Do(Contact c) { PurposeScope.Run(\"support\", () => Campaign.Run(() => Book.Note(c.{|ECRM1107:Email|}))); } }")]
    [InlineData("an initializer", "[ForPurpose(\"support\")] public class Desk { static readonly Contact One = new(); readonly Campaign all = new(() => Book.Note(One.{|ECRM1107:Email|})); }")]
    [InlineData("a purpose beneath", "[ForPurpose(\"support\")] public class Desk { public void Do(Contact c) { Mails.Run(() => Book.Note(c.{|ECRM1107:Email|})); } } public static class Mails { [ForPurpose(\"marketing.email\")] public static void Run(Action f) => f(); }")]
    public Task PurposeOfTheCodeAround_IsThatOfTheOrder(string form, string types) => VerifyAsync(form, types);

    /// <summary>What it yields is used by whoever runs it: that is told as a flow.</summary>
    [Fact]
    public Task ValueThatTheFunctionYields_IsAFlowBeside()
        => VerifyAsync("yields", "[ForPurpose(\"support\")] public class Desk { public void Do(Contact c) => Letter.Write(() => c.{|ECRM1107:Email|}); } [ForPurpose(\"marketing\")] public static class Letter { public static void Write(Func<string> f) => GC.KeepAlive({|ECRM2002:f|}()); }");

    [Fact]
    public Task Message_NamesBothPurposes() => VerifyAsync(
        "message",
        "[ForPurpose(\"support\")] public class Desk { public void Do(Contact c) { Campaign.{|#1:Run|}(() => Book.Note(c.{|#0:Email|})); } }",
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1107", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithMessage("'Contact.Email' is collected for support only; the function that reads it is handed from code for support to 'Campaign.Run', which works for marketing: run there, the read is refused")));

    /// <summary>Who calls with a function that he was handed himself is not looked at.</summary>
    [Fact]
    public Task FalseNegative_FunctionThatAHelperHandsOn_IsNotTold()
        => VerifyAsync("helper", "[ForPurpose(\"support\")] public class Desk { public void Do(Contact c) => Hand(() => Book.Note(c.Email)); static void Hand(Action f) => Campaign.Run(f); }");

    private static Task VerifyAsync(string form, string types, Action<AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq.Expressions; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            {{Campaign}}
            {{types}}
            """,
            configure);
    }
}
