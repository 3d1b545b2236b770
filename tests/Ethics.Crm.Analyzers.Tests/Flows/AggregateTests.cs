namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What a function makes of elements one after the other, of its start and of its result.</summary>
public sealed class AggregateTests
{
    [Theory]
    [InlineData("aggregated", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(l.{|ECRM2002:Aggregate|}(\"\", (a, x) => a + x)); }")]
    [InlineData("aggregated without seed", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(l.{|ECRM2002:Aggregate|}((a, x) => a + \"*\")); }")]
    [InlineData("aggregated seed", "void M(Contact c) { var l = new List<string> { c.Name }; Mailer.Send(l.{|ECRM2002:Aggregate|}(c.Email, (a, x) => a + x)); }")]
    [InlineData("aggregated result", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(l.{|ECRM2002:Aggregate|}(\"\", (a, x) => a + x, a => a.Trim())); }")]
    [InlineData("aggregated by a method", "static string Add(string a, string x) => a + x; void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(l.{|ECRM2002:Aggregate|}(\"\", Add)); }")]
    [InlineData("aggregated into a builder", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(l.Aggregate(new StringBuilder(), (b, x) => b.Append(x)).{|ECRM2002:ToString|}()); }")]
    [InlineData("aggregated objects", "void M(Contact c) { var l = new List<Contact> { c }; Mailer.Send(l.{|ECRM2002:Aggregate|}(\"\", (a, x) => a + x.Email)); }")]
    public Task Value_IsFollowed(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("lambda constant", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(string.Concat(l.Select(_ => \"*\"))); }")]
    [InlineData("joined constant", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(string.Join(\",\", l.Select(_ => \"*\"))); }")]
    [InlineData("aggregate constant", "void M(Contact c) { var l = new List<string> { c.Email }; Mailer.Send(l.Aggregate(\"\", (a, x) => a + \"*\")); }")]
    public Task ValueThatDoesNotComeThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
