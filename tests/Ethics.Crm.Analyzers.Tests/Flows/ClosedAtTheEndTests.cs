namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What a <c>using</c> closes clears itself, and whoever has it afterwards finds nothing any more.</summary>
public sealed class ClosedAtTheEndTests
{
    private const string Draft = "class D : IDisposable, IAsyncDisposable { public string To = \"\"; public string By = \"\"; public void Dispose() => To = \"n\"; public async ValueTask DisposeAsync() { await Task.Yield(); To = \"n\"; } } ";

    private const string Clearing = "class K(Box box) : IDisposable { public void Dispose() => box.Text = \"\"; } ";

    [Theory]
    [InlineData("block", Draft + "void M(Contact c) { var d = new D(); using (d) d.To = c.Email; Mailer.Send(d.To); }")]
    [InlineData("block, handed in", Draft + "void H(Contact c, D d) { using (d) { d.To = c.Email; } } void M(Contact c) { var d = new D(); H(c, d); Mailer.Send(d.To); }")]
    [InlineData("declaration, handed in", Draft + "void H(Contact c, D x) { using var d = x; d.To = c.Email; } void M(Contact c) { var d = new D(); H(c, d); Mailer.Send(d.To); }")]
    [InlineData("block with a declaration", Draft + "void H(Contact c, D x) { using (var d = x) d.To = c.Email; } void M(Contact c) { var d = new D(); H(c, d); Mailer.Send(d.To); }")]
    [InlineData("asynchronous", Draft + "async Task M(Contact c) { var d = new D(); await using (d) d.To = c.Email; Mailer.Send(d.To); }")]
    [InlineData("asynchronous, handed in", Draft + "async Task H(Contact c, D d) { await using (d) d.To = c.Email; } async Task M(Contact c) { var d = new D(); await H(c, d); Mailer.Send(d.To); }")]
    [InlineData("what something else clears", Clearing + "void M(Contact c) { var b = new Box(); using (new K(b)) b.Text = c.Email; Mailer.Send(b.Text); }")]
    public Task WhatIsCleared_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other member", Draft + "void M(Contact c) { var d = new D(); using (d) d.By = c.Email; Mailer.Send(d.{|ECRM2002:By|}); }")]
    [InlineData("before it is closed", Draft + "void M(Contact c) { var d = new D(); using (d) { d.To = c.Email; Mailer.Send(d.{|ECRM2002:To|}); } }")]
    [InlineData("written afterwards", Draft + "void M(Contact c) { var d = new D(); using (d) { } d.To = c.Email; Mailer.Send(d.{|ECRM2002:To|}); }")]
    [InlineData("there may be nothing to close", Clearing + "void H(Contact c, Box b, K? k) { using (k) b.Text = c.Email; } void M(Contact c) { var b = new Box(); H(c, b, null); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    public Task WhatIsStillThere_IsReported(string form, string members) => Flow.VerifyAsync(form, members);
}
