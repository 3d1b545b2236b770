namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through queries that make one value of many, or groups of them.</summary>
public sealed class QueryFlowTests
{
    [Theory]
    [InlineData("sum of lengths", "void M(Contact[] cs) => Mailer.Send(cs.{|ECRM2002:Sum|}(x => x.Email.Length));")]
    [InlineData("sum of what was selected", "void M(Contact[] cs) => Mailer.Send(cs.Select(x => x.Email.Length).{|ECRM2002:Sum|}());")]
    [InlineData("greatest text", "void M(Contact[] cs) => Mailer.Send(cs.{|ECRM2002:Max|}(x => x.Email));")]
    [InlineData("least of the elements", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(l.{|ECRM2002:Min|}()); }")]
    [InlineData("average by a method", "static int L(Contact x) => x.Email.Length; void M(Contact[] cs) => Mailer.Send(cs.{|ECRM2002:Average|}(L));")]
    [InlineData("whether one has it", "void M(Contact[] cs) => Mailer.Send(cs.{|ECRM2002:Any|}(x => x.Email == \"x\"));")]
    [InlineData("whether all have it", "void M(Contact[] cs) => Mailer.Send(cs.{|ECRM2002:All|}(x => x.Email == \"x\"));")]
    [InlineData("how many have it", "void M(Contact[] cs) => Mailer.Send(cs.{|ECRM2002:Count|}(x => x.Email == \"x\"));")]
    [InlineData("key of a group", "void M(Contact[] cs) { foreach (var g in cs.GroupBy(x => x.Email)) Mailer.Send(g.{|ECRM2002:Key|}); }")]
    [InlineData("element of a group", "void M(Contact[] cs) { foreach (var g in cs.GroupBy(x => x.Name, x => x.Email)) foreach (var x in g) Mailer.Send({|ECRM2002:x|}); }")]
    [InlineData("part of an element of a group", "void M(Contact c) { var l = new[] { new Box { Text = c.Email } }; foreach (var g in l.GroupBy(x => x.Other)) Mailer.Send(g.First().{|ECRM2002:Text|}); }")]
    [InlineData("sum over a group", "void M(Contact[] cs) { foreach (var g in cs.GroupBy(x => x.Name)) Mailer.Send(g.{|ECRM2002:Sum|}(x => x.Email.Length)); }")]
    [InlineData("group in query form", "void M(Contact[] cs) { var q = from x in cs group x by x.Email into g select g.Key; foreach (var k in q) Mailer.Send({|ECRM2002:k|}); }")]
    [InlineData("group that a function makes something of", "void M(Contact[] cs) { foreach (var t in cs.GroupBy(x => x.Name, (k, xs) => xs.First().Email)) Mailer.Send({|ECRM2002:t|}); }")]
    public Task Value_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("sum of another part", "void M(Contact[] cs) => Mailer.Send(cs.Sum(x => x.Name.Length));")]
    [InlineData("sum of another part of what was made", "void M(Contact c) { var l = new[] { new Box { Text = c.Email } }; Mailer.Send(l.Sum(x => x.Other.Length)); }")]
    [InlineData("greatest of others", "void M(Contact c) { var l = new List<string> { c.Email }; var m = new List<string> { \"x\" }; GC.KeepAlive(l.Max()); Mailer.Send(m.Max()); }")]
    [InlineData("whether one has another part", "void M(Contact[] cs) => Mailer.Send(cs.Any(x => x.Name == \"x\"));")]
    [InlineData("how many there are", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(l.Where(x => x != \"x\").Count()); }")]
    [InlineData("key of a group of labelled values", "void M(Contact[] cs) { foreach (var g in cs.GroupBy(x => x.Name, x => x.Email)) Mailer.Send(g.Key); }")]
    [InlineData("key of a group that another method makes", "static IEnumerable<IGrouping<string, string>> B(IEnumerable<Contact> cs) => from c in cs group c.Email by c.Name; void M(IEnumerable<Contact> cs) { foreach (var g in B(cs)) Mailer.Send($\"{g.Key}: {g.Count()}\"); }")]
    [InlineData("key of a group in query form", "void M(IEnumerable<Contact> cs) { foreach (var g in from c in cs group c.Email by c.Name) Mailer.Send(g.Key); }")]
    [InlineData("element of a group by a labelled key", "void M(Contact[] cs) { foreach (var g in cs.GroupBy(x => x.Email, x => x.Name)) foreach (var x in g) Mailer.Send(x); }")]
    [InlineData("how many a group by a labelled key has", "void M(Contact[] cs) { foreach (var g in cs.GroupBy(x => x.Email)) Mailer.Send(g.Count()); }")]
    public Task OtherValue_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
