namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Values that wait in objects which somebody else makes: one method puts them there, another one takes them, and no line of the program shows that the object is the same.</summary>
public sealed class ServiceFlowTests
{
    [Theory]
    [InlineData("field", "string kept = \"\"; public void A(Contact c) => kept = c.Email; public void B() => Mailer.Send({|ECRM2002:kept|});")]
    [InlineData("automatic property", "public string Kept { get; private set; } = \"\"; public void A(Contact c) => Kept = c.Email; public void B() => Mailer.Send({|ECRM2002:Kept|});")]
    [InlineData("list", "readonly List<string> kept = []; public void A(Contact c) => kept.Add(c.Email); public void B() { foreach (var one in kept) Mailer.Send({|ECRM2002:one|}); }")]
    [InlineData("object", "readonly Box kept = new(); public void A(Contact c) => kept.Text = c.Email; public void B() => Mailer.Send(kept.{|ECRM2002:Text|});")]
    [InlineData("by helpers", "string kept = \"\"; void Keep(string s) => kept = s; string Get() => kept; public void A(Contact c) => Keep(c.Email); public void B() => Mailer.Send({|ECRM2002:Get|}());")]
    [InlineData("base class", "public void A(Contact c) => kept = c.Email; public void B() => Mailer.Send({|ECRM2002:kept|});", "public abstract class Base { protected string kept = \"\"; }", "Base")]
    [InlineData("parameter of a primary constructor", "public void M() { }", "public class Desk(string kept) { public void A(Contact c) => kept = c.Email; public void B() => Mailer.Send({|ECRM2002:kept|}); }")]
    [InlineData("service of a service", "readonly IShelf shelf; public Job(IShelf shelf) => this.shelf = shelf; public void A(Contact c) => shelf.Put(c.Email); public void B() => Mailer.Send(shelf.{|ECRM2002:Get|}());", "public interface IShelf { void Put(string s); string Get(); } public class Shelf : IShelf { string s = \"\"; public void Put(string v) => s = v; public string Get() => s; }")]
    [InlineData("service of two services", "readonly IShelf shelf; public Job(IShelf shelf) => this.shelf = shelf; public void A(Contact c) => shelf.Put(c.Email);", "public interface IShelf { void Put(string s); string Get(); } public class Shelf : IShelf { string s = \"\"; public void Put(string v) => s = v; public string Get() => s; } public class Other(IShelf shelf) { public void B() => Mailer.Send(shelf.{|ECRM2002:Get|}()); }")]
    [InlineData("service that is handed to a method", "public static void A(IShelf shelf, Contact c) => shelf.Put(c.Email); public static void B(IShelf shelf) => Mailer.Send(shelf.{|ECRM2002:Get|}());", "public interface IShelf { void Put(string s); string Get(); } public class Shelf : IShelf { string s = \"\"; public void Put(string v) => s = v; public string Get() => s; }")]
    [InlineData("handler of an event", "string kept = \"\"; public event Action<Contact>? E; public Job() => E += A; void A(Contact c) => kept = c.Email; public void B() => Mailer.Send({|ECRM2002:kept|});")]
    public Task ValueInAnObjectThatNobodyMakesHere_IsFollowed(string form, string members, string types = "", string bases = "") => Flow.VerifyAsync(form, members, types: types, bases: bases);

    [Theory]
    [InlineData("other field", "string kept = \"\", other = \"\"; public void A(Contact c) => (kept, other) = (c.Email, c.Name); public void B() => Mailer.Send(other);")]
    [InlineData("cleared", "string kept = \"\"; public void A(Contact c) { kept = c.Email; kept = \"\"; } public void B() => Mailer.Send(kept);")]
    [InlineData("set before it is read", "string kept = \"\"; public void A(Contact c) => kept = c.Email; public void B(Contact c) { kept = c.Name; Mailer.Send(kept); }")]
    [InlineData("other value", "string kept = \"\"; public void A(Contact c) { GC.KeepAlive(c.Email); kept = c.Name; } public void B() => Mailer.Send(kept);")]
    [InlineData("other class", "string kept = \"\"; public void A(Contact c) => kept = c.Email;", "public class Other { string kept = \"\"; public void B() => Mailer.Send(kept); }")]
    [InlineData("object that is made here", "string kept = \"\"; public void A(Contact c) => kept = c.Email; public void B() => Mailer.Send(kept);", "static class Root { public static void Main2(Contact c) { new Job().A(c); new Job().B(); } }")]
    [InlineData("what carries values", "public void A(Form f, Contact c) => f.Note = c.Email; public void B(Form f) => Mailer.Send(f.Note);", "public class Form { public string Note { get; set; } = \"\"; }")]
    [InlineData("object that came from outside", "public void A(Form f, Contact c) => f.Put(c.Email); public void B(Form f) => Mailer.Send(f.Get());", "public class Form { string s = \"\"; public void Put(string v) => s = v; public string Get() => s; }")]
    [InlineData("record", "public void M() { }", "public record Letter { string kept = \"\"; public void A(Contact c) => kept = c.Email; public void B() => Mailer.Send(kept); }")]
    [InlineData("about a person", "public void M() { }", "[DataSubject(\"lead\")] public class Lead { [DataSubjectId] public int Id { get; set; } string kept = \"\"; public void A(Contact c) => kept = c.Email; public void B() => Mailer.Send(kept); }")]
    [InlineData("one for each call", "public void M() { }", "public class Mine : Microsoft.AspNetCore.Mvc.ControllerBase { string kept = \"\"; public void A(Contact c) => kept = c.Email; public void B() => Mailer.Send(kept); } namespace Microsoft.AspNetCore.Mvc { public class ControllerBase { } }")]
    public Task ObjectThatNobodyMakesHere_InWhichTheValueIsNot_IsSilent(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);
}
