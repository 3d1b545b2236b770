namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Listeners that a helper takes away: they are called no more, unless it is another one, of another object, on some ways only, or one that was added twice.</summary>
public sealed class TakenAwayTests
{
    private const string Feed = "class Feed { public event Action<string>? Posted; public void Post(string s) => Posted?.Invoke({|ECRM2002:s|}); } ";
    private const string Quiet = "class Feed { public event Action<string>? Posted; public void Post(string s) => Posted?.Invoke(s); } ";
    private const string Panel = "class Panel : IDisposable { readonly Feed feed; public Panel(Feed f) { feed = f; feed.Posted += Show; } void Show(string s) => Mailer.Send(s); public void Dispose() => feed.Posted -= Show; public void Again() { feed.Posted -= Show; feed.Posted += Show; } public void Maybe(bool b) { if (b) feed.Posted -= Show; } } ";
    private const string Ear = "class Ear { public void Attach(Feed f) => f.Posted += Show; public void Detach(Feed f) => f.Posted -= Show; void Show(string s) => Mailer.Send(s); } ";

    [Theory]
    [InlineData("not taken away", Quiet + Panel + "void M(Contact c) { var f = new Feed(); var p = new Panel(f); f.Post(c.Email); p.Dispose(); }")]
    [InlineData("taken away and added again", Quiet + Panel + "void M(Contact c) { var f = new Feed(); var p = new Panel(f); p.Again(); f.Post(c.Email); }")]
    [InlineData("on some ways", Quiet + Panel + "void M(Contact c, bool b) { var f = new Feed(); var p = new Panel(f); p.Maybe(b); f.Post(c.Email); }")]
    [InlineData("of another listener", Quiet + Ear + "void M(Contact c) { var f = new Feed(); var e = new Ear(); new Ear().Detach(f); e.Attach(f); f.Post(c.Email); }")]
    [InlineData("from another object", Quiet + Ear + "void M(Contact c) { var f = new Feed(); var g = new Feed(); var e = new Ear(); e.Attach(f); e.Detach(g); f.Post(c.Email); }")]
    public Task ListenerThatIsThere_IsReported(string form, string members)
        => Flow.VerifyAsync(form, members.Replace("Mailer.Send(s)", "Mailer.Send({|ECRM2002:s|})", StringComparison.Ordinal));

    [Theory]
    [InlineData("added twice", Feed + "void M(Contact c) { var f = new Feed(); Action<string> a = Mailer.Send; f.Posted += a; f.Posted += a; f.Posted -= a; f.Post(c.Email); }")]
    [InlineData("added twice by a helper", Feed + "static void On(Feed f, Action<string> a) => f.Posted += a; void M(Contact c) { var f = new Feed(); Action<string> a = Mailer.Send; On(f, a); On(f, a); f.Posted -= a; f.Post(c.Email); }")]
    public Task ListenerThatWasAddedTwice_IsReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("disposed", Quiet + Panel + "void M(Contact c) { var f = new Feed(); var p = new Panel(f); p.Dispose(); f.Post(c.Email); }")]
    [InlineData("by using", Quiet + Panel + "void M(Contact c) { var f = new Feed(); using (new Panel(f)) f.Post(\"\"); f.Post(c.Email); }")]
    [InlineData("of the same object", Quiet + Ear + "void M(Contact c) { var f = new Feed(); var e = new Ear(); e.Attach(f); e.Detach(f); f.Post(c.Email); }")]
    [InlineData("two helpers deep", Quiet + Ear + "static void Off(Ear e, Feed f) => e.Detach(f); void M(Contact c) { var f = new Feed(); var e = new Ear(); e.Attach(f); Off(e, f); f.Post(c.Email); }")]
    [InlineData("accessors of its own", "class Feed { Action<string>? posted; public event Action<string> Posted { add => posted += value; remove => posted -= value; } public void Post(string s) => posted?.Invoke(s); } void M(Contact c) { var f = new Feed(); f.Posted += Mailer.Send; f.Posted -= Mailer.Send; f.Post(c.Email); }")]
    public Task ListenerThatAHelperTakesAway_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
