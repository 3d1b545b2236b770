namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through events: what they are raised with comes to those who listen.</summary>
public sealed class EventFlowTests
{
    private const string Phone = "class Args(string? n, int l) : EventArgs { public string? Number { get; } = n; public int Length { get; } = l; } class Phone { public event EventHandler<Args>? Ended; public void HangUp(Contact c) => OnEnded(new Args(c.Email, 3)); void OnEnded(Args e) => Ended?.Invoke(this, e); } ";

    [Theory]
    [InlineData("method that listens", Phone + "class Ear { public void Watch(Phone p) => p.Ended += Ask; void Ask(object? sender, Args e) => Mailer.Send(e.{|ECRM2002:Number|}); } void M(Contact c) { var p = new Phone(); new Ear().Watch(p); p.HangUp(c); }")]
    [InlineData("lambda that listens", Phone + "void M(Contact c) { var p = new Phone(); p.Ended += (_, e) => Mailer.Send(e.{|ECRM2002:Number|}); p.HangUp(c); }")]
    [InlineData("value itself", "class List { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.{|ECRM2002:Email|}); } void M(Contact c) { var l = new List(); l.Added += Mailer.Send; l.Add(c); }")]
    [InlineData("one of two", "class List { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.{|ECRM2002:Email|}); } static void Other(string s) { } void M(Contact c) { var l = new List(); l.Added += Other; l.Added += Mailer.Send; l.Add(c); }")]
    [InlineData("accessors of its own", "class List { Action<string>? added; public event Action<string> Added { add => added += value; remove => added -= value; } public void Add(Contact c) => added?.Invoke(c.{|ECRM2002:Email|}); } void M(Contact c) { var l = new List(); l.Added += Mailer.Send; l.Add(c); }")]
    [InlineData("through an interface", "interface IList { event Action<string>? Added; void Add(Contact c); } class List : IList { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.{|ECRM2002:Email|}); } static void Watch(IList l) => l.Added += Mailer.Send; void M(Contact c) { var l = new List(); Watch(l); l.Add(c); }")]
    [InlineData("of a base class", "class Base { public event Action<string>? Added; protected void Raise(string s) => Added?.Invoke({|ECRM2002:s|}); } class List : Base { public void Add(Contact c) => Raise(c.Email); } void M(Contact c) { var l = new List(); l.Added += Mailer.Send; l.Add(c); }")]
    [InlineData("static", "static event Action<string>? Added; static void Add(Contact c) => Added?.Invoke(c.{|ECRM2002:Email|}); static void Listen() => Added += Mailer.Send;")]
    [InlineData("sender", "class Form { public event EventHandler? Changed; public string? Number { get; private set; } public void Dial(Contact c) { Number = c.Email; Changed?.Invoke(this, EventArgs.Empty); } } static void Ask(object? sender, EventArgs e) { if (sender is Form f) Mailer.Send(f.{|ECRM2002:Number|}); } void M(Contact c) { var f = new Form(); f.Changed += Ask; f.Dial(c); }")]
    [InlineData("passed on", "class Pipe { event Action<string>? Next; public void On(Action<string> f) => Next += f; public void Push(string s) => Next?.Invoke({|ECRM2002:s|}); public Pipe Via(Func<string, string> m) { var p = new Pipe(); Next += s => p.Push(m(s)); return p; } } void M(Contact c) { var p = new Pipe(); p.Via(s => s.Trim()).On(Mailer.Send); p.Push(c.Email); }")]
    public Task Event_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other part", Phone + "void M(Contact c) { var p = new Phone(); p.Ended += (_, e) => Mailer.Send(e.Length); p.HangUp(c); }")]
    [InlineData("other object's event", "class List { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.Email); } void M(Contact c) { var l = new List(); var o = new List(); o.Added += Mailer.Send; l.Add(c); }")]
    [InlineData("other event", "class List { public event Action<string>? Added; public event Action<string>? Gone; public void Add(Contact c) { Added?.Invoke(c.Email); Gone?.Invoke(\"\"); } } void M(Contact c) { var l = new List(); l.Gone += Mailer.Send; l.Add(c); }")]
    [InlineData("nobody raises it with the value", "class List { public event Action<string>? Added; public void Add(Contact c) { GC.KeepAlive(c.Email); Added?.Invoke(c.Name); } } void M(Contact c) { var l = new List(); l.Added += Mailer.Send; l.Add(c); }")]
    [InlineData("taken away before", "class List { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.Email); } void M(Contact c) { var l = new List(); l.Added += Mailer.Send; l.Added -= Mailer.Send; l.Add(c); }")]
    [InlineData("type of the sender", "class Form { public event EventHandler? Changed; public string? Number { get; private set; } public void Dial(Contact c) { Number = c.Email; Changed?.Invoke(this, EventArgs.Empty); } } static void Ask(object? sender, EventArgs e) => Mailer.Send($\"{sender?.GetType().Name}\"); void M(Contact c) { var f = new Form(); f.Changed += Ask; f.Dial(c); }")]
    [InlineData("only taken away", "class List { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.Email); } void M(Contact c) { var l = new List(); l.Added -= Mailer.Send; l.Add(c); }")]
    public Task WhatAnEventDoesNotCarry_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
