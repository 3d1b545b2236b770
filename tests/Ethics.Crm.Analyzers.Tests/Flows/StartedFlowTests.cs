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
    [InlineData("waited for with a limit", Late + "public void M(Contact c) { var b = new Box(); Late(b).Wait(10); b.Text = c.Email; }")]
    [InlineData("waited for later", Late + "public void M(Contact c) { var b = new Box(); var t = Late(b); b.Text = c.Email; t.Wait(); }")]
    [InlineData("only its awaiter is taken", Late + "public void M(Contact c) { var b = new Box(); var w = Late(b).GetAwaiter(); b.Text = c.Email; w.GetResult(); }")]
    [InlineData("what it yields, waited for", Reader + "public void M(Contact c) { " + Make + "var t = Read(q.Reader); q.Writer.TryWrite(c.Email); Mailer.Send(t.{|ECRM2002:Result|}); }")]
    [InlineData("awaited on one of two ways", Late + "public async Task M(Contact c, bool f) { var b = new Box(); var t = Late(b); if (f) await t; b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("awaited unless something fails before", Late + "public async Task M(Contact c) { var b = new Box(); var t = Late(b); try { GC.Collect(); await t; } catch { } b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("awaits by a loop", "static async Task Late(Box b, IAsyncEnumerable<int> all) { await foreach (var n in all) { } Mailer.Send(b.{|ECRM2002:Text|}); } public async Task M(Contact c, IAsyncEnumerable<int> all) { var b = new Box(); var t = Late(b, all); b.Text = c.Email; await t; }")]
    [InlineData("awaits what it closes", "static async Task Late(Box b, IAsyncDisposable d) { { await using var held = d; } Mailer.Send(b.{|ECRM2002:Text|}); } public async Task M(Contact c, IAsyncDisposable d) { var b = new Box(); var t = Late(b, d); b.Text = c.Email; await t; }")]
    public Task ValueThatComesWhileAMethodIsUnderWay_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other object", Silent + "public async Task M(Contact c) { var a = new Box(); var b = new Box(); var t = Late(a); b.Text = c.Email; await t; }")]
    [InlineData("awaited before", Silent + "public async Task M(Contact c) { var b = new Box(); var t = Late(b); await t; b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("awaited at once", Silent + "public async Task M(Contact c) { var b = new Box(); await Late(b); b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("awaited at once, elsewhere", Silent + "public async Task M(Contact c) { var b = new Box(); await Late(b).ConfigureAwait(false); b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("waited for at once", Silent + "public void M(Contact c) { var b = new Box(); Late(b).GetAwaiter().GetResult(); b.Text = c.Email; }")]
    [InlineData("waited for at once, by its result", "static async Task<string?> Late(Box b) { await Task.Yield(); return Mailer.Echo(b.Text!); } public void M(Contact c) { var b = new Box(); GC.KeepAlive(Late(b).Result); b.Text = c.Email; }")]
    [InlineData("waited for at once, elsewhere", Silent + "public void M(Contact c) { var b = new Box(); Late(b).ConfigureAwait(false).GetAwaiter().GetResult(); Late(b).Wait(); b.Text = c.Email; }")]
    [InlineData("waited for before", Silent + "public void M(Contact c) { var b = new Box(); var t = Late(b); t.Wait(); b.Text = c.Email; }")]
    [InlineData("waited for before, by its awaiter", Silent + "public void M(Contact c) { var b = new Box(); var t = Late(b); t.GetAwaiter().GetResult(); b.Text = c.Email; }")]
    [InlineData("awaited whatever it throws", Silent + "public async Task M(Contact c) { var b = new Box(); var t = Late(b); try { await t; } catch { } b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("awaits nothing", "static async Task Late(Box b) { Mailer.Send(b.Text); } public async Task M(Contact c) { var b = new Box(); var t = Late(b); b.Text = c.Email; await t; }")]
    [InlineData("other part", Silent + "public async Task M(Contact c) { var b = new Box(); var t = Late(b); b.Other = c.Email; await t; }")]
    public Task ValueThatAMethodUnderWayDoesNotFind_IsSilent(string form, string members) => Flow.VerifyAsync(form, members);
}
