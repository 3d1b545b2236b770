namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Asynchronous methods that are started and awaited later: what comes into objects meanwhile, they find.</summary>
public sealed class StartedFlowTests
{
    private const string Reader = "static async Task<string> Read(System.Threading.Channels.ChannelReader<string> r) => await r.ReadAsync(); ";
    private const string Consumer = "static async Task Consume(System.Threading.Channels.ChannelReader<string> r) { await foreach (var s in r.ReadAllAsync()) Mailer.Send({|ECRM2002:s|}); } ";
    private const string Produce = "static async Task Produce(System.Threading.Channels.ChannelWriter<string> w, Contact c) => await w.WriteAsync(c.Email); ";
    private const string Late = "static async Task Late(Box b) { await Task.Yield(); Mailer.Send(b.{|ECRM2002:Text|}); } ";
    private const string Silent = "static async Task Late(Box b) { await Task.Yield(); Mailer.Send(b.Text); } ";
    private const string Make = "var q = System.Threading.Channels.Channel.CreateUnbounded<string>(); ";

    [Theory]
    [InlineData("consumer before producer", Consumer + Produce + "public async Task M(Contact c) { " + Make + "var t = Consume(q.Reader); await Produce(q.Writer, c); await t; }")]
    [InlineData("both at once", Consumer + Produce + "public async Task M(Contact c) { " + Make + "await Task.WhenAll(Consume(q.Reader), Produce(q.Writer, c)); }")]
    [InlineData("never awaited", Consumer + "public void M(Contact c) { " + Make + "_ = Consume(q.Reader); q.Writer.TryWrite(c.Email); }")]
    [InlineData("what it yields", Reader + "public async Task M(Contact c) { " + Make + "var t = Read(q.Reader); q.Writer.TryWrite(c.Email); Mailer.Send({|ECRM2002:await t|}); }")]
    [InlineData("object", Late + "public async Task M(Contact c) { var b = new Box(); var t = Late(b); b.Text = c.Email; await t; }")]
    [InlineData("alias", Late + "public async Task M(Contact c) { var b = new Box(); var a = b; var t = Late(a); b.Text = c.Email; await t; }")]
    [InlineData("put in, and cleared by one that is under way", Late + "static async Task Clear(Box b) { await Task.Yield(); b.Text = null; } public async Task M(Contact c) { var b = new Box(); var t = Clear(b); b.Text = c.Email; await Late(b); await t; }")]
    public Task ValueThatComesWhileAMethodIsUnderWay_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other object", Silent + "public async Task M(Contact c) { var a = new Box(); var b = new Box(); var t = Late(a); b.Text = c.Email; await t; }")]
    [InlineData("awaited before", Silent + "public async Task M(Contact c) { var b = new Box(); var t = Late(b); await t; b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("awaited at once", Silent + "public async Task M(Contact c) { var b = new Box(); await Late(b); b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("awaited at once, elsewhere", Silent + "public async Task M(Contact c) { var b = new Box(); await Late(b).ConfigureAwait(false); b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("other part", Silent + "public async Task M(Contact c) { var b = new Box(); var t = Late(b); b.Other = c.Email; await t; }")]
    public Task ValueThatAMethodUnderWayDoesNotFind_IsSilent(string form, string members) => Flow.VerifyAsync(form, members);
}
