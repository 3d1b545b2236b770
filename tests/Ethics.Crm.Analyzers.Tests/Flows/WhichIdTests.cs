namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>The paragraph "Which id, and where" of the contract, sentence by sentence: each with what is said, and the nearest program that is told otherwise.</summary>
public sealed class WhichIdTests
{
    /// <summary>One finding for each source and border, the first that fits of 2004, 2001, 2003, 3001–3004, 2007, 2002.</summary>
    [Theory]
    [InlineData("2004 before 2002", "void M(Applicant a) => Bank.Offer(a.{|ECRM2004:Arrears|});")]
    [InlineData("2001 before 3001", "[ForPurpose(\"marketing\")] void M(Contact c) => MailChimp.Send(c.{|ECRM2001:Email|});")]
    [InlineData("2001 before 3002", "[ForPurpose(\"marketing\")] void M(Contact c) => Console.WriteLine(c.{|ECRM2001:Email|});")]
    [InlineData("2001 before 3003", "[ForPurpose(\"marketing\")] void M(Contact c) => throw new Exception(c.{|ECRM2001:Email|});")]
    [InlineData("2001 before 2007", "[ForPurpose(\"marketing\")] void M(Contact c, Lead l) => l.Wide = c.{|ECRM2001:Email|};")]
    [InlineData("2001 before 2002", "[ForPurpose(\"marketing\")] void M(Contact c) => Mailer.Send(c.{|ECRM2001:Email|});")]
    [InlineData("two borders, the caller and what is called", "[ForPurpose(\"marketing\")] void M(Contact c) => H(c); static void H(Contact c) => Mailer.Send(c.{|ECRM2003:{|ECRM2002:Email|}|});")]
    [InlineData("3001 before 2007", "void M(Contact c) => T.Send(c.{|ECRM3001:Email|}); class T { [DisclosesTo(\"mailchimp\")] public static void Send([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { } }")]
    [InlineData("3001 before 2002", "void M(Contact c) => T.Send(c.{|ECRM3001:Email|}); class T { [DisclosesTo(\"mailchimp\"), ForPurpose(\"marketing\")] public static void Send(string s) { } }")]
    [InlineData("2007 before 2002", "void M(Contact c) => Mailer.Wide(c.{|ECRM2007:Email|});")]
    [InlineData("two sources", "void M(Contact c) => Mailer.Send({|ECRM2002:{|ECRM2002:c.Email + c.Note|}|});")]
    [InlineData("two borders, one after the other", "[ForPurpose(\"marketing\")] void M(Contact c) { var e = c.{|ECRM2001:Email|}; Console.WriteLine({|ECRM3002:e|}); }")]
    [InlineData("two borders, code and what it calls", "void M(Contact c) { var e = c.Email; using (PurposeScope.Enter(\"marketing\")) Console.WriteLine({|ECRM2002:{|ECRM3002:e|}|}); }")]
    [InlineData("two borders, the caller and everybody", "[ForPurpose(\"marketing\")] void M(Contact c) => H(c); static void H(Contact c) => Console.WriteLine(c.{|ECRM2003:{|ECRM3002:Email|}|});")]
    [InlineData("two calls", "void M(Contact c) { var e = c.Email; Mailer.Send({|ECRM2002:e|}); Mailer.Send({|ECRM2002:e|}); }")]
    public Task OneForEachSourceAndBorder(string form, string members) => VerifyAsync(form, members);

    /// <summary>2001 is for data not collected for the purpose, in decision purposes too; 2004 there for rules, protected and proxy data and every implicit flow; outside them a <c>rules</c> refusal takes the id of its way.</summary>
    [Theory]
    [InlineData("not collected, in a decision", "[ForPurpose(\"credit-offer\")] void M(Applicant a) => GC.KeepAlive(a.{|ECRM2001:Remark|});")]
    [InlineData("proxy that was not collected, in a decision", "[ForPurpose(\"credit-offer\")] int M(Applicant a) => a.{|ECRM2001:Area|} == \"x\" ? 1 : 2;")]
    [InlineData("rule, in a decision", "[ForPurpose(\"credit-offer\")] void M(Applicant a) => GC.KeepAlive(a.{|ECRM2004:Arrears|});")]
    [InlineData("protected, in a decision", "[ForPurpose(\"credit-offer\")] void M(Applicant a) => GC.KeepAlive(a.{|ECRM2004:Origin|});")]
    [InlineData("proxy, in a decision", "[ForPurpose(\"credit-offer\")] int M(Applicant a) => {|ECRM2004:a.{|ECRM4001:Postcode|} == \"x\"|} ? 1 : 2;")]
    [InlineData("proxy that decides nothing", "[ForPurpose(\"credit-offer\")] string M(Applicant a) => a.{|ECRM4001:Postcode|};")]
    [InlineData("implicit flow, in a decision", "[ForPurpose(\"credit-offer\")] void D(Box b) { if ({|ECRM2004:b.Text == \"\"|}) Bank.Offer(1); } void M(Applicant a) => D(new Box { Text = a.Remark });")]
    [InlineData("the same flow without a condition", "[ForPurpose(\"credit-offer\")] void D(Box b) => Bank.Offer(b.{|ECRM2002:Text|}); void M(Applicant a) => D(new Box { Text = a.Remark });")]
    [InlineData("implicit flow, outside of decisions", "[ForPurpose(\"marketing\")] void D(bool b) { if (b) Bank.Offer(1); } void M(Applicant a) { if (a.Remark == \"\") D(true); }")]
    [InlineData("rule, read outside", "[ForPurpose(\"marketing\")] void M(Applicant a) => GC.KeepAlive(a.{|ECRM2001:Arrears|});")]
    [InlineData("rule, flow outside", "void M(Applicant a) => Mailer.Send(a.{|ECRM2002:Arrears|});")]
    [InlineData("rule, helper outside", "[ForPurpose(\"marketing\")] void M(Applicant a) => H(a); static void H(Applicant a) => GC.KeepAlive(a.{|ECRM2003:Arrears|});")]
    [InlineData("rule that does not speak of the purpose", "[ForPurpose(\"support\")] void M(Applicant a) => GC.KeepAlive(a.Arrears);")]
    public Task DecisionsAndRules(string form, string members) => VerifyAsync(form, members);

    /// <summary>2001 and 2003 stand at the read.</summary>
    [Theory]
    [InlineData("read", "[ForPurpose(\"marketing\")] void M(Contact c) { var e = c.{|ECRM2001:Email|}; Mailer.Send(e); }")]
    [InlineData("read through another name", "[ForPurpose(\"marketing\")] void M(Contact c) { var d = c; GC.KeepAlive(d.{|ECRM2001:Email|}.Length); }")]
    [InlineData("read in a helper", "[ForPurpose(\"marketing\")] void M(Contact c) => H(c); static void H(Contact c) => GC.KeepAlive(c.{|ECRM2003:Email|});")]
    [InlineData("read in a helper of a helper", "[ForPurpose(\"marketing\")] void M(Contact c) => H(c); static void H(Contact c) => K(c); static int K(Contact c) => c.{|ECRM2003:Email|}.Length;")]
    [InlineData("read in code that may", "[ForPurpose(\"support\")] void M(Contact c) => GC.KeepAlive(c.Email);")]
    [InlineData("read in a helper of code that may", "[ForPurpose(\"support\")] void M(Contact c) => H(c); static void H(Contact c) => GC.KeepAlive(c.Email);")]
    [InlineData("written", "[ForPurpose(\"marketing\")] void M(Contact c) => c.Email = \"\";")]
    public Task ReadsStandAtTheRead(string form, string members) => VerifyAsync(form, members);

    /// <summary>2002 at the call, raise or invocation whose argument is itself labelled, else at the expression in the wrong code that takes the value from a member, element, result or capture.</summary>
    [Theory]
    [InlineData("argument of a call", "void M(Contact c) => H(c.{|ECRM2002:Email|}); [ForPurpose(\"marketing\")] void H(string s) => GC.KeepAlive(s);")]
    [InlineData("argument that the code hands on", "void M(Contact c) => H(c.{|ECRM2002:Email|}); [ForPurpose(\"marketing\")] void H(string s) => K(s); [ForPurpose(\"marketing\")] void K(string s) { }")]
    [InlineData("argument of a constructor", "void M(Contact c) => GC.KeepAlive(new H(c.{|ECRM2002:Email|})); [ForPurpose(\"marketing\")] class H { public H(string s) { } }")]
    [InlineData("member of an argument", "void M(Contact c) => H(new Box { Text = c.Email }); [ForPurpose(\"marketing\")] void H(Box b) => GC.KeepAlive(b.{|ECRM2002:Text|});")]
    [InlineData("other member of the argument", "void M(Contact c) => H(new Box { Text = c.Email }); [ForPurpose(\"marketing\")] void H(Box b) => GC.KeepAlive(b.Other);")]
    [InlineData("member that nobody takes", "void M(Contact c) => H(new Box { Text = c.Email }); [ForPurpose(\"marketing\")] void H(Box b) => GC.KeepAlive(\"\");")]
    [InlineData("element", "void M(Contact c) => H(new List<string> { c.Email }); [ForPurpose(\"marketing\")] void H(List<string> l) => GC.KeepAlive({|ECRM2002:l[0]|});")]
    [InlineData("number of elements", "void M(Contact c) => H(new List<string> { c.Email }); [ForPurpose(\"marketing\")] void H(List<string> l) => GC.KeepAlive(l.Count);")]
    [InlineData("element of a loop", "void M(Contact c) => H(new[] { c.Email }); [ForPurpose(\"marketing\")] void H(string[] all) { foreach ({|ECRM2002:var|} s in all) GC.KeepAlive(s); }")]
    [InlineData("result", "[ForPurpose(\"support\")] static string R(Contact c) => c.Email; [ForPurpose(\"marketing\")] void M(Contact c) => GC.KeepAlive({|ECRM2002:R|}(c));")]
    [InlineData("other result", "[ForPurpose(\"support\")] static string R(Contact c) => c.Name; [ForPurpose(\"marketing\")] void M(Contact c) => GC.KeepAlive(R(c));")]
    [InlineData("capture", "void M(Contact c) { var e = c.Email; Action a = [ForPurpose(\"marketing\")] () => GC.KeepAlive({|ECRM2002:e|}); a(); }")]
    [InlineData("variable in a scope", "void M(Contact c) { var e = c.Email; using (PurposeScope.Enter(\"marketing\")) GC.KeepAlive({|ECRM2002:e|}); }")]
    [InlineData("variable behind the scope", "void M(Contact c) { var e = c.Email; using (PurposeScope.Enter(\"marketing\")) { } GC.KeepAlive(e); }")]
    public Task FlowsStandAtTheArgumentOrWhereTheValueIsTaken(string form, string members) => VerifyAsync(form, members);

    /// <summary>2007 at the assignment or argument; 3xxx at the sink's argument.</summary>
    [Theory]
    [InlineData("assignment", "void M(Contact c, Lead l) => l.{|ECRM2007:Wide|} = c.Email;")]
    [InlineData("assignment of what was read before", "void M(Contact c, Lead l) { var e = c.Email; l.{|ECRM2007:Wide|} = e; }")]
    [InlineData("assignment that widens nothing", "void M(Contact c, Contact d) => d.Email = c.Email;")]
    [InlineData("argument", "void M(Contact c) { var e = c.Email; Mailer.Wide({|ECRM2007:e|}); }")]
    [InlineData("recipient's argument", "void M(Contact c) { var e = c.Email; MailChimp.Send({|ECRM3001:e|}); }")]
    [InlineData("log's argument", "void M(Contact c) { var e = c.Email; Console.WriteLine({|ECRM3002:e|}); }")]
    [InlineData("exception's argument", "void M(Contact c) { var e = c.Email; throw new Exception({|ECRM3003:e|}); }")]
    [InlineData("argument of a helper", "void M(Contact c) => H(c.Email); static void H(string s) => Console.WriteLine({|ECRM3002:s|});")]
    [InlineData("argument that was overwritten", "void M(Contact c) { var e = c.Email; e = \"\"; Console.WriteLine(e); }")]
    public Task StoresAndSinksStandWhereTheValueGoes(string form, string members) => VerifyAsync(form, members);

    /// <summary><c>[DisclosesTo]</c> on a parameter concerns that parameter only.</summary>
    [Theory]
    [InlineData("that parameter", "void M(Contact c) => T.Add(c.{|ECRM3001:Email|}, \"\");")]
    [InlineData("another", "void M(Contact c) => T.Add(\"\", c.Email);")]
    [InlineData("by name", "void M(Contact c) => T.Add(kept: c.Email, sent: \"\");")]
    [InlineData("by name, that parameter", "void M(Contact c) => T.Add(kept: \"\", sent: c.{|ECRM3001:Email|});")]
    public Task DisclosureOfAParameter_ConcernsThatParameter(string form, string members)
        => VerifyAsync(form, members + " class T { public static void Add([DisclosesTo(\"mailchimp\")] string sent, string kept) { } }");

    /// <summary>A label only on an override, read through its base, is 2002: not found yet. Through the override it is read as any other.</summary>
    [Theory]
    [InlineData("through its base", "[ForPurpose(\"marketing\")] void M(P p) => GC.KeepAlive(p.Mail);")]
    [InlineData("through itself", "[ForPurpose(\"marketing\")] void M(Q q) => GC.KeepAlive(q.{|ECRM2001:Mail|});")]
    public Task FalseNegative_LabelOnAnOverride_ReadThroughItsBase(string form, string members)
        => VerifyAsync(form, members + " public class P { public virtual string Mail => \"\"; } public class Q : P { [DataCategory(\"contact.email\")] public override string Mail => \"\"; }");

    private static Task VerifyAsync(string form, string members)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public class Lead
            {
                [DataSubjectId] public int Id { get; set; }
                [DataCategory("contact.email"), CollectedFor("marketing")] public string Wide { get; set; } = "";
            }
            public class Applicant
            {
                [DataSubjectId] public int Id { get; set; }
                [DataCategory("origin"), CollectedFor("support", "credit-offer")] public string Origin { get; set; } = "";
                [DataCategory("postcode"), CollectedFor("support", "credit-offer")] public string Postcode { get; set; } = "";
                [DataCategory("postcode"), CollectedFor("support")] public string Area { get; set; } = "";
                [DataCategory("hardship"), CollectedFor("support", "credit-offer", "marketing")] public string Arrears { get; set; } = "";
                [DataCategory("identity"), CollectedFor("support")] public string Remark { get; set; } = "";
            }
            [DisclosesTo("mailchimp")] public static class MailChimp { public static void Send(object? value) { } }
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } [ForPurpose("marketing")] public static void Wide([DataCategory("contact.email"), CollectedFor("marketing")] string s) { } }
            public static class Bank { [ForPurpose("credit-offer")] public static void Offer(object? terms) { } }
            public class Box { public string? Text; public string? Other; }
            public class Job { {{members}} }
            """,
            check => check.DisabledDiagnostics.AddRange(["ECRM1106", "ECRM1111"]));
    }
}
