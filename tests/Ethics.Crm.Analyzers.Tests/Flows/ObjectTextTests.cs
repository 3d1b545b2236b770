namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What an object says of its members as text, the code has in hand that asks for it.</summary>
public sealed class ObjectTextTests
{
    private const string Types = "public sealed record Invitation(string Guest, int Seats); public class Plain(string e) { public string E => e; } public sealed record Envelope<T>(T Payload); ";
    private const string For = "[ForPurpose(\"marketing\")] ";
    private const string Handlers = "public interface IHandler<in T> { ValueTask Handle(T m); } [ForPurpose(\"marketing\")] public sealed class Digest<T> : IHandler<Envelope<T>> { public ValueTask Handle(Envelope<T> m) { GC.KeepAlive(\"today: \" + m.{|ECRM2002:Payload|}); return ValueTask.CompletedTask; } } public sealed class Publisher<T>(IEnumerable<IHandler<Envelope<T>>> handlers) { public async ValueTask Publish(T p) { foreach (var h in handlers) await h.Handle(new Envelope<T>(p)); } } ";

    [Theory]
    [InlineData("joined", For + "void S(Invitation p) => GC.KeepAlive(\"x\" + {|ECRM2002:p|}); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    [InlineData("in a text with holes", For + "void S(Invitation p) => GC.KeepAlive($\"x{{|ECRM2002:p|}}\"); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    [InlineData("asked for", For + "void S(Invitation p) => GC.KeepAlive(p.{|ECRM2002:ToString|}()); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    [InlineData("formatted", For + "void S(Invitation p) => GC.KeepAlive(string.{|ECRM2002:Format|}(\"{0}\", p)); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    [InlineData("of a type parameter", For + "void S<T>(T p) => GC.KeepAlive(\"x\" + {|ECRM2002:p|}); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    [InlineData("of a member of a type parameter", For + "void S<T>(Envelope<T> p) => GC.KeepAlive(\"x\" + p.{|ECRM2002:Payload|}); void M(Contact c) => S(new Envelope<Invitation>(new Invitation(c.Email, 2)));")]
    [InlineData("of an object", For + "void S(object p) => GC.KeepAlive(\"x\" + {|ECRM2002:p|}); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    [InlineData("where nothing is declared", "void S(Invitation p) => Mailer.Send({|ECRM2002:\"x\" + p|}); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    [InlineData("by a handler for every payload", "ValueTask M(Contact c, Publisher<Invitation> p) => p.Publish(new Invitation(c.Email, 2));", true)]
    public Task TextOfARecord_TellsItsMembers(string form, string members, bool hasHandlers = false) => Flow.VerifyAsync(form, members, types: Types + (hasHandlers ? Handlers : ""));

    [Theory]
    [InlineData("class without a text of its own", For + "void S(Plain p) => GC.KeepAlive(\"x\" + p); void M(Contact c) => S(new Plain(c.Email));")]
    [InlineData("the same as an object", For + "void S(object p) => GC.KeepAlive(\"x\" + p); void M(Contact c) => S(new Plain(c.Email));")]
    [InlineData("other object", For + "void S(Invitation p, Invitation q) => GC.KeepAlive(\"x\" + q); void M(Contact c) => S(new Invitation(c.Email, 2), new Invitation(c.Name, 2));")]
    [InlineData("record that is not asked", For + "void S(Invitation p) => GC.KeepAlive(p is null); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    [InlineData("for its purpose", "[ForPurpose(\"support\")] void S(Invitation p) => GC.KeepAlive(\"x\" + p); void M(Contact c) => S(new Invitation(c.Email, 2));")]
    public Task TextThatTellsNothingOfThem_IsSilent(string form, string members) => Flow.VerifyAsync(form, members, types: Types);
}
