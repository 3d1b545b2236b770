namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where what a call runs depends on what it is made on, and the caller of the method around it knows that.</summary>
public sealed class DispatchContextTests
{
    /// <summary>A method that reads and writes by what its classes override: one reads the e-mail and gives it to support, the other reads the name and gives it to marketing.</summary>
    private const string Template = """
        public abstract class Report
        {
            public void Run(Contact c) { var text = Read(c); Write(text); }
            protected abstract string Read(Contact c);
            protected abstract void Write(string text);
        }
        public class Desk : Report { protected override string Read(Contact c) => c.Email; protected override void Write(string text) { } }
        public class Letter : Report { protected override string Read(Contact c) => c.Name; protected override void Write(string text) => Mailer.Send(text); }
        """;

    private const string Cards = """
        public abstract class Card { public virtual string Line(Contact c) => c.Name; public string Show(Contact c) => "<" + Line(c) + ">"; }
        public class Plain : Card { }
        public class Full : Card { public override string Line(Contact c) => c.Email; }
        """;

    private const string Senders = """
        public interface ISender { void Take(string text); }
        public class Quiet : ISender { public void Take(string text) { } }
        public class Loud : ISender { public void Take(string text) => Mailer.Send({|ECRM2002:text|}); }
        """;

    [Theory]
    [InlineData("both classes are called", "[ForPurpose(\"support\")] void M(Contact c) { new Desk().Run(c); new Letter().Run(c); }", Template)]
    [InlineData("nobody knows which", "[ForPurpose(\"support\")] void M(Contact c, Report r) => r.Run(c);", Template)]
    [InlineData("any of a list", "[ForPurpose(\"support\")] void M(Contact c, List<Report> all) { foreach (var r in all) r.Run(c); }", Template)]
    [InlineData("nobody calls it", "", Template)]
    [InlineData("the other card", "void M(Contact c) => Mailer.Send(new Plain().Show(c)); [ForPurpose(\"support\")] void N(Contact c) => GC.KeepAlive(new Full().Show(c));", Cards)]
    [InlineData("the other card, in a variable", "void M(Contact c) { Card card = new Plain(); Mailer.Send(card.Show(c)); } [ForPurpose(\"support\")] void N(Contact c) => GC.KeepAlive(new Full().Show(c));", Cards)]
    [InlineData("the other card, handed on", "string Of(Card card, Contact c) => card.Show(c); void M(Contact c) => Mailer.Send(Of(new Plain(), c)); [ForPurpose(\"support\")] void N(Contact c) => GC.KeepAlive(Of(new Full(), c));", Cards)]
    [InlineData("the other card, from a factory", "static Card Make(bool full) => full ? new Full() : new Plain(); void M(Contact c) => Mailer.Send(Make(false).Show(c));", Cards)]
    [InlineData("the other sender", "static void Give(ISender s, string text) => s.Take(text); void M(Contact c) { Give(new Quiet(), c.Email); Give(new Loud(), c.Name); }", "public interface ISender { void Take(string text); } public class Quiet : ISender { public void Take(string text) { } } public class Loud : ISender { public void Take(string text) => Mailer.Send(text); }")]
    [InlineData("the other sender, deep", "static void Give(ISender s, string text) => Pass(s, text); static void Pass(ISender s, string text) => s.Take(text); void M(Contact c) { Give(new Quiet(), c.Email); Give(new Loud(), c.Name); }", "public interface ISender { void Take(string text); } public class Quiet : ISender { public void Take(string text) { } } public class Loud : ISender { public void Take(string text) => Mailer.Send(text); }")]
    [InlineData("one reads, the other sends, through a parameter", "void Do(Report r, Contact c) { var t = r.Read(c); r.Write(t); }", "public interface Report { string Read(Contact c); void Write(string text); } public class Desk : Report { public string Read(Contact c) => c.Email; public void Write(string text) { } } public class Letter : Report { public string Read(Contact c) => c.Name; public void Write(string text) => Mailer.Send(text); }")]
    [InlineData("property that is overridden", "void M(Contact c) { new Plain { C = c }.Go(); } [ForPurpose(\"support\")] string N(Contact c) => new Full { C = c }.Shown;", "public abstract class Card { public Contact C = null!; public abstract string Text { get; } public string Shown => Text; public void Go() => Mailer.Send(Shown); } public class Plain : Card { public override string Text => C.Name; } public class Full : Card { public override string Text => C.Email; }")]
    [InlineData("a finding that only the other class would have", "[ForPurpose(\"support\")] void M(Contact c) => new Desk().Show(c);", "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send(Line(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }")]
    [InlineData("as a method of delegates", "static void Give(ISender s, string text) { Action<string> f = s.Take; f(text); } void M(Contact c) { Give(new Quiet(), c.Email); Give(new Loud(), c.Name); }", "public interface ISender { void Take(string text); } public class Quiet : ISender { public void Take(string text) { } } public class Loud : ISender { [ForPurpose(\"marketing\")] public void Take(string text) { } }")]
    [InlineData("visitor", "void M(Contact c) { new Node { C = c }.Accept(new Letter()); } [ForPurpose(\"support\")] void N(Contact c) { new Node { C = c }.Accept(new Desk()); }", "public interface IVisitor { void Visit(Node n); } public class Node { public Contact C = null!; public void Accept(IVisitor v) => v.Visit(this); } public class Letter : IVisitor { public void Visit(Node n) => Mailer.Send(n.C.Name); } public class Desk : IVisitor { public string? Text; public void Visit(Node n) => Text = n.C.Email; }")]
    public Task WhatAnotherClassOverrides_IsNotReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("the class itself", "void M(Contact c) => Mailer.Send(new Full().{|ECRM2002:Show|}(c));", Cards)]
    [InlineData("the class in a variable", "void M(Contact c) { Card card = new Full(); Mailer.Send(card.{|ECRM2002:Show|}(c)); }", Cards)]
    [InlineData("handed on", "string Of(Card card, Contact c) => card.Show(c); void M(Contact c) => Mailer.Send({|ECRM2002:Of|}(new Full(), c)); void N(Contact c) => Mailer.Send(Of(new Plain(), c));", Cards)]
    [InlineData("one of two", "void M(Contact c, bool full) { Card card = full ? new Full() : new Plain(); Mailer.Send(card.{|ECRM2002:Show|}(c)); }", Cards)]
    [InlineData("from a factory", "static Card Make(bool full) => full ? new Full() : new Plain(); void M(Contact c, bool f) => Mailer.Send(Make(f).{|ECRM2002:Show|}(c));", Cards)]
    [InlineData("nobody knows which", "void M(Contact c, Card card) => Mailer.Send(card.{|ECRM2002:Show|}(c));", Cards)]
    [InlineData("of a list", "void M(Contact c) { var all = new List<Card> { new Plain(), new Full() }; foreach (var card in all) Mailer.Send(card.{|ECRM2002:Show|}(c)); }", Cards)]
    [InlineData("of a member", "readonly Card card = new Full(); void M(Contact c) => Mailer.Send(card.{|ECRM2002:Show|}(c));", Cards)]
    [InlineData("of a static member", "static readonly Card card = new Full(); void M(Contact c) => Mailer.Send(card.{|ECRM2002:Show|}(c));", Cards)]
    [InlineData("the loud sender", "static void Give(ISender s, string text) => s.Take(text); void M(Contact c) => Give(new Loud(), c.Email);", Senders)]
    [InlineData("the loud sender beside the quiet one", "static void Give(ISender s, string text) => s.Take(text); void M(Contact c) { Give(new Quiet(), c.Name); Give(new Loud(), c.Email); }", Senders)]
    [InlineData("the loud sender, deep", "static void Give(ISender s, string text) => Pass(s, text); static void Pass(ISender s, string text) => s.Take(text); void M(Contact c) => Give(new Loud(), c.Email);", Senders)]
    [InlineData("deeper than is looked", "static void A(ISender s, string t) => B(s, t); static void B(ISender s, string t) => C(s, t); static void C(ISender s, string t) => D(s, t); static void D(ISender s, string t) => E(s, t); static void E(ISender s, string t) => F(s, t); static void F(ISender s, string t) => s.Take(t); void M(Contact c) => A(new Loud(), c.Email);", Senders)]
    [InlineData("handed in, nobody knows which", "static void Give(ISender s, string text) => s.Take(text); void M(Contact c, ISender s) => Give(s, c.Email);", Senders)]
    [InlineData("in a lambda", "static void Give(ISender s, string text) { Action f = () => s.Take(text); f(); } void M(Contact c) => Give(new Loud(), c.Email);", Senders)]
    [InlineData("written over", "static void Give(ISender s, string text) { s = new Loud(); s.Take(text); } void M(Contact c) => Give(new Quiet(), c.Email);", Senders)]
    [InlineData("written over by reference", "static void Set(ref ISender s) => s = new Loud(); static void Give(ISender s, string text) { Set(ref s); s.Take(text); } void M(Contact c) => Give(new Quiet(), c.Email);", Senders)]
    [InlineData("as a method of delegates", "static void Give(ISender s, string text) { Action<string> f = s.Take; f({|ECRM2002:text|}); } void M(Contact c) => Give(new Loud(), c.Email);", "public interface ISender { void Take(string text); } public class Quiet : ISender { public void Take(string text) { } } public class Loud : ISender { [ForPurpose(\"marketing\")] public void Take(string text) { } }")]
    [InlineData("as a method of delegates, nobody knows which", "void M(Contact c, ISender s) { Action<string> f = s.Take; f(c.{|ECRM2002:Email|}); }", "public interface ISender { void Take(string text); } public class Loud : ISender { [ForPurpose(\"marketing\")] public void Take(string text) { } }")]
    [InlineData("base calls what is overridden", "void M(Contact c) => new Full().Go(c);", "public abstract class Card { protected virtual string Line(Contact c) => c.Name; public virtual void Go(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Plain : Card { } public class Full : Card { protected override string Line(Contact c) => c.Email; public override void Go(Contact c) => base.Go(c); }")]
    [InlineData("constructor calls what is overridden", "void M(Contact c) => new Full(c);", "public abstract class Card { protected Card(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); protected virtual string Line(Contact c) => c.Name; } public class Plain : Card { public Plain(Contact c) : base(c) { } } public class Full : Card { public Full(Contact c) : base(c) { } protected override string Line(Contact c) => c.Email; }")]
    [InlineData("override of the middle", "void M(Contact c) => Mailer.Send(new Leaf().{|ECRM2002:Show|}(c));", "public abstract class Card { public virtual string Line(Contact c) => c.Name; public string Show(Contact c) => Line(c); } public class Middle : Card { public override string Line(Contact c) => c.Email; } public class Leaf : Middle { } public class Other : Card { }")]
    [InlineData("property that is overridden", "void M(Contact c) => new Full { C = c }.Go();", "public abstract class Card { public Contact C = null!; public abstract string Text { get; } public string Shown => Text; public void Go() => Mailer.Send({|ECRM2002:Shown|}); } public class Plain : Card { public override string Text => C.Name; } public class Full : Card { public override string Text => C.Email; }")]
    [InlineData("nobody calls it", "", "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }")]
    [InlineData("a delegate of it is handed out", "void M(Contact c, List<Contact> all) { new Desk().Show(c); Card full = Make(); all.ForEach(full.Show); } static Card Make() => new Full();", "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }")]
    [InlineData("one caller does not know", "void M(Contact c) => new Desk().Show(c); void N(Contact c, Card card) => card.Show(c);", "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }")]
    [InlineData("a caller of the caller does not know", "void Of(Contact c, Card card) => card.Show(c); void M(Contact c) => Of(c, new Desk()); void N(Contact c, Card card) => Of(c, card);", "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }")]
    [InlineData("by an interface of elsewhere", "void M(Contact c) => new Desk { C = c }.Dispose();", "public abstract class Card : IDisposable { public Contact C = null!; public abstract string Line(); public void Dispose() => Mailer.Send({|ECRM2002:Line|}()); } public class Desk : Card { public override string Line() => C.Name; } public class Full : Card { public override string Line() => C.Email; }")]
    [InlineData("by an initializer", "readonly Card card = Make().Shown(); static Card Make() => new Full(); void M(Contact c) => new Desk { C = c }.Shown();", "public abstract class Card { public Contact C = new(); public abstract string Line(); public Card Shown() { Mailer.Send({|ECRM2002:Line|}()); return this; } } public class Desk : Card { public override string Line() => C.Name; } public class Full : Card { public override string Line() => C.Email; }")]
    [InlineData("by a type parameter", "void Of<T>(Contact c, T card) where T : Card => card.Show(c); void M(Contact c) { Of(c, new Desk()); Of(c, new Full()); }", "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }")]
    [InlineData("made by a type parameter", "void Of<T>(Contact c) where T : Card, new() => new T().Show(c); void M(Contact c) { Of<Full>(c); new Desk().Show(c); }", "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }")]
    [InlineData("made by reflection", "void M(Contact c) { ((Card)Activator.CreateInstance(typeof(Full))!).Show(c); new Desk().Show(c); }", "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send({|ECRM2002:Line|}(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; }")]
    [InlineData("visitor", "void M(Contact c) { new Node { C = c }.Accept(new Letter()); new Node { C = c }.Accept(new Desk()); }", "public interface IVisitor { void Visit(Node n); } public class Node { public Contact C = null!; public void Accept(IVisitor v) => v.Visit(this); } public class Letter : IVisitor { public void Visit(Node n) => Mailer.Send(n.C.{|ECRM2002:Email|}); } public class Desk : IVisitor { public string? Text; public void Visit(Node n) => Text = n.C.Name; }")]
    public Task WhatTheClassOverrides_IsReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);
}
