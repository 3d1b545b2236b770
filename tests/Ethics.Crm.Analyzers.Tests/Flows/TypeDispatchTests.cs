namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through static members of interfaces, and objects made of a type parameter: what stands for it decides what runs.</summary>
public sealed class TypeDispatchTests
{
    private const string Columns = """
        public interface IColumn { static abstract string Read(Contact c); static abstract string Title { get; } static virtual string Note(Contact c) => c.Name; }
        public class ByName : IColumn { public static string Read(Contact c) => c.Name; public static string Title => "name"; }
        public class ByMail : IColumn { public static string Read(Contact c) => c.Email; public static string Title => "mail"; public static string Note(Contact c) => c.Email; }
        """;

    private const string Sinks = """
        public interface ISink { static abstract void Take(string text); }
        public class Quiet : ISink { public static void Take(string text) { } }
        public class Loud : ISink { public static void Take(string text) => Mailer.Send({|ECRM2002:text|}); }
        """;

    private const string Lines = """
        public abstract class Line { public abstract string Of(Contact c); }
        public class Plain : Line { public override string Of(Contact c) => c.Name; }
        public class Full : Line { public override string Of(Contact c) => c.Email; }
        """;

    [Theory]
    [InlineData("read", "static string Cell<T>(Contact c) where T : IColumn => T.Read(c); void M(Contact c) => Mailer.Send({|ECRM2002:Cell<ByMail>|}(c));", Columns)]
    [InlineData("read, nobody knows which", "static void Cell<T>(Contact c) where T : IColumn => Mailer.Send(T.{|ECRM2002:Read|}(c));", Columns)]
    [InlineData("read, one of two callers", "static void Cell<T>(Contact c) where T : IColumn => Mailer.Send(T.{|ECRM2002:Read|}(c)); void M(Contact c) { Cell<ByName>(c); Cell<ByMail>(c); }", Columns)]
    [InlineData("read, by a caller that does not know", "static void Cell<T>(Contact c) where T : IColumn => Mailer.Send(T.{|ECRM2002:Read|}(c)); void Any<T>(Contact c) where T : IColumn => Cell<T>(c); void M(Contact c) => Cell<ByName>(c);", Columns)]
    [InlineData("read, handed on", "static string Cell<T>(Contact c) where T : IColumn => Deep<T>(c); static string Deep<T>(Contact c) where T : IColumn => T.Read(c); void M(Contact c) => Mailer.Send({|ECRM2002:Cell<ByMail>|}(c)); void N(Contact c) => Mailer.Send(Cell<ByName>(c));", Columns)]
    [InlineData("default that is replaced", "static string Cell<T>(Contact c) where T : IColumn => T.Note(c); void M(Contact c) => Mailer.Send({|ECRM2002:Cell<ByMail>|}(c)); void N(Contact c) => Mailer.Send(Cell<ByName>(c));", Columns)]
    [InlineData("type of the class", "void M(Contact c) => Mailer.Send(new Table<ByMail>().{|ECRM2002:Cell|}(c)); void N(Contact c) => Mailer.Send(new Table<ByName>().Cell(c));", Columns + "public class Table<T> where T : IColumn { public string Cell(Contact c) => Inner(c); string Inner(Contact c) => T.Read(c); }")]
    [InlineData("type of the base", "void M(Contact c) => Mailer.Send(new MailTable().{|ECRM2002:Cell|}(c)); void N(Contact c) => Mailer.Send(new NameTable().Cell(c));", Columns + "public class Table<T> where T : IColumn { public string Cell(Contact c) => T.Read(c); } public class MailTable : Table<ByMail> { } public class NameTable : Table<ByName> { }")]
    [InlineData("take", "static void Give<T>(string s) where T : ISink => T.Take(s); void M(Contact c) => Give<Loud>(c.Email);", Sinks)]
    [InlineData("take, in a lambda", "static void Give<T>(string s) where T : ISink { Action f = () => T.Take(s); f(); } void M(Contact c) => Give<Loud>(c.Email);", Sinks)]
    [InlineData("take, as a delegate", "static void Give<T>(string s) where T : ISink { Action<string> f = T.Take; f(s); } void M(Contact c) => Give<Loud>(c.Email);", Sinks)]
    [InlineData("take that declares its purpose", "static void Give<T>(Contact c) where T : ISink => T.Take(c.{|ECRM2002:Email|}); void M(Contact c) => Give<Loud>(c);", "public interface ISink { static abstract void Take(string text); } public class Quiet : ISink { public static void Take(string text) { } } public class Loud : ISink { [ForPurpose(\"marketing\")] public static void Take(string text) { } }")]
    [InlineData("take that reads on behalf", "interface I { static abstract void H(Contact c); } class K : I { public static void H(Contact c) => GC.KeepAlive(c.{|ECRM2003:Email|}); } [ForPurpose(\"marketing\")] void M<T>(Contact c) where T : I => T.H(c);", "")]
    [InlineData("property", "static string Cell<T>() where T : IHolder => T.Held; void M(Contact c) => Mailer.Send({|ECRM2002:Cell<ByMail>|}());", "public interface IHolder { static abstract string Held { get; } } public class ByMail : IHolder { static readonly Contact c = new(); public static string Held => c.Email; } public class ByName : IHolder { public static string Held => \"\"; }")]
    [InlineData("made of the type", "static string Text<T>(Contact c) where T : Line, new() => new T().Of(c); void M(Contact c) => Mailer.Send({|ECRM2002:Text<Full>|}(c)); void N(Contact c) => Mailer.Send(Text<Plain>(c));", Lines)]
    [InlineData("made of the type, nobody knows which", "static string Text<T>(Contact c) where T : Line, new() => new T().Of(c); void M<T>(Contact c) where T : Line, new() => Mailer.Send({|ECRM2002:Text<T>|}(c));", Lines)]
    [InlineData("of a generic interface", "static string Text<T>(Contact c) where T : IMake<T>, ILine => T.Make().Of(c); void M(Contact c) => Mailer.Send({|ECRM2002:Text<Full>|}(c));", "public interface IMake<T> { static abstract T Make(); } public interface ILine { string Of(Contact c); } public class Plain : ILine, IMake<Plain> { public static Plain Make() => new(); public string Of(Contact c) => c.Name; } public class Full : ILine, IMake<Full> { public static Full Make() => new(); public string Of(Contact c) => c.Email; }")]
    public Task WhatTheTypeDoes_IsFollowed(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Fact]
    public Task FalseNegative_OperatorOfATypeParameter_IsNotFollowed()
        => Flow.VerifyAsync("operator", "static string Sum<T>(T a) where T : ISum<T> => a + a; void M(Contact c) => Mailer.Send(Sum(new Mail { C = c }));", types: "public interface ISum<T> where T : ISum<T> { static abstract string operator +(T a, T b); } public class Mail : ISum<Mail> { public Contact C = new(); public static string operator +(Mail a, Mail b) => a.C.Email; }");

    [Theory]
    [InlineData("the other column", "static string Cell<T>(Contact c) where T : IColumn => T.Read(c); void M(Contact c) => Mailer.Send(Cell<ByName>(c)); [ForPurpose(\"support\")] void N(Contact c) => GC.KeepAlive(Cell<ByMail>(c));", Columns)]
    [InlineData("other member", "static string Cell<T>() where T : IColumn => T.Title; void M(Contact c) => Mailer.Send(Cell<ByMail>());", Columns)]
    [InlineData("a finding that only the other type would have", "static void Cell<T>(Contact c) where T : IColumn => Mailer.Send(T.Read(c)); void M(Contact c) => Cell<ByName>(c);", Columns)]
    [InlineData("the other sink", "static void Give<T>(string s) where T : ISink => T.Take(s); void M(Contact c) { Give<Quiet>(c.Email); Give<Loud>(c.Name); }", "public interface ISink { static abstract void Take(string text); } public class Quiet : ISink { public static void Take(string text) { } } public class Loud : ISink { public static void Take(string text) => Mailer.Send(text); }")]
    [InlineData("reads and writes by one type", "static void Run<T>(Contact c) where T : IBoth { var t = T.Read(c); T.Write(t); } [ForPurpose(\"support\")] void M(Contact c) { Run<Desk>(c); Run<Letter>(c); }", "public interface IBoth { static abstract string Read(Contact c); static abstract void Write(string t); } public class Desk : IBoth { public static string Read(Contact c) => c.Email; public static void Write(string t) { } } public class Letter : IBoth { public static string Read(Contact c) => c.Name; public static void Write(string t) => Mailer.Send(t); }")]
    [InlineData("made of the other type", "static string Text<T>(Contact c) where T : Line, new() => new T().Of(c); void M(Contact c) => Mailer.Send(Text<Plain>(c)); [ForPurpose(\"support\")] void N(Contact c) => GC.KeepAlive(Text<Full>(c));", Lines)]
    [InlineData("made by the other class", "void M(Contact c) => Mailer.Send(new Maker<Plain>().Text(c)); [ForPurpose(\"support\")] void N(Contact c) => GC.KeepAlive(new Maker<Full>().Text(c));", Lines + "public class Maker<T> where T : Line, new() { readonly Line line = new T(); public string Text(Contact c) { var l = new T(); return l.Of(c); } }")]
    public Task WhatAnotherTypeDoes_IsNotReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);
}
