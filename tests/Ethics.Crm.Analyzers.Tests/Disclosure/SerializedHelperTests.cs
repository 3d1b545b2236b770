namespace Ethics.Crm.Analyzers.Tests.Disclosure;

/// <summary>ECRM3004 where the code that has something written does not know its type: its callers do, or what lies in the object. The name is permitted for marketing, the e-mail is not.</summary>
public sealed class SerializedHelperTests
{
    private const string Marketing = "[ForPurpose(\"marketing\")] ";
    private const string Any = "static string S(object o) => JsonSerializer.Serialize(o); ";
    private const string AnyT = "static string S<T>(T o) => JsonSerializer.Serialize(o); ";
    private const string Envelope = "public class Envelope { public object? Payload { get; set; } }";

    [Theory]
    [InlineData("object", Any + Marketing + "string M(Contact c) => S({|ECRM3004:c|});")]
    [InlineData("type parameter", AnyT + Marketing + "string M(Contact c) => S({|ECRM3004:c|});")]
    [InlineData("type parameter with a constraint", "static string S<T>(T o) where T : Contact => JsonSerializer.Serialize({|ECRM3004:o|});", "", true)]
    [InlineData("list of a type parameter", "static string S<T>(List<T> o) => JsonSerializer.Serialize(o); " + Marketing + "string M(List<Contact> c) => S({|ECRM3004:c|});")]
    [InlineData("type parameter that is a list", AnyT + Marketing + "string M(List<Contact> c) => S({|ECRM3004:c|});")]
    [InlineData("through another helper", AnyT + "static string R<U>(U o) => S(o); " + Marketing + "string M(Contact c) => R({|ECRM3004:c|});")]
    [InlineData("through another helper, by object", AnyT + "static string R(object o) => S(o); " + Marketing + "string M(Contact c) => R({|ECRM3004:c|});")]
    [InlineData("extension", Marketing + "string M(Contact c) => {|ECRM3004:c|}.ToJson();", "public static class Extensions { public static string ToJson<T>(this T o) => JsonSerializer.Serialize(o); }")]
    [InlineData("bus", Marketing + "void M(Contact c) => new Bus().Publish({|ECRM3004:c|});", "public class Bus { byte[]? last; public void Publish<T>(T m) => last = JsonSerializer.SerializeToUtf8Bytes(m); public int Size => last!.Length; }")]
    [InlineData("bus behind an interface", Marketing + "void M(IBus b, Contact c) => b.Publish({|ECRM3004:c|});", "public interface IBus { void Publish<T>(T m); } public class Bus : IBus { byte[]? last; public void Publish<T>(T m) => last = JsonSerializer.SerializeToUtf8Bytes(m); public int Size => last!.Length; }")]
    [InlineData("type parameter of the class", Marketing + "void M(Cache<Contact> b, Contact c) => b.Put({|ECRM3004:c|});", "public class Cache<T> { byte[]? last; public void Put(T m) => last = JsonSerializer.SerializeToUtf8Bytes(m); public int Size => last!.Length; }")]
    [InlineData("helper that says itself what it works for", Marketing + Any + "string M(Contact c) => S({|ECRM3004:c|});")]
    [InlineData("member of what is handed over", "static string S(Envelope o) => JsonSerializer.Serialize(o); " + Marketing + "string M(Contact c) => S({|ECRM3004:new Envelope { Payload = c }|});", Envelope)]
    [InlineData("in a lambda", Any + Marketing + "List<string> M(List<Contact> all) => all.Select(x => S({|ECRM3004:x|})).ToList();")]
    [InlineData("as a method group", Any + Marketing + "List<string> M(List<Contact> all) => all.Select({|ECRM3004:S|}).ToList();")]
    [InlineData("in a scope", Any + "string M(Contact c) { using (PurposeScope.Enter(\"marketing\")) return S({|ECRM3004:c|}); }")]
    [InlineData("to a stream", "static async Task S(object o, System.IO.Stream s) => await JsonSerializer.SerializeAsync(s, o); " + Marketing + "async Task M(Contact c, System.IO.Stream s) => await S({|ECRM3004:c|}, s);")]
    [InlineData("by the type of the object", "static string S(object o) => JsonSerializer.Serialize(o, o.GetType()); " + Marketing + "string M(Contact c) => S({|ECRM3004:c|});")]
    [InlineData("caller that declares nothing", Any + "static string N(Contact c) => S({|ECRM2003:{|ECRM2003:c|}|}); " + Marketing + "string M(Contact c) => N(c);")]
    [InlineData("text that goes on", Any + "[ForPurpose(\"support\")] string A(Contact c) => S(c); void M(Contact c) => Mailer.Send({|ECRM2002:{|ECRM2002:A|}|}(c));")]
    public Task WhatAHelperHasWritten_IsJudgedWhereItIsHandedOver(string form, string members, string types = "", bool isDeclared = false)
        => SerializedTests.VerifyAsync(form, members, isDeclared ? Marketing : "", types);

    [Theory]
    [InlineData("object of one's own", Any + Marketing + "string M(Contact c) => S(new { c.Name });")]
    [InlineData("value", AnyT + Marketing + "string M(Contact c) => S(c.Name);")]
    [InlineData("for its purpose", AnyT + "[ForPurpose(\"support\")] string M(Contact c) => S(c);")]
    [InlineData("helper that works for its purpose", "[ForPurpose(\"support\")] " + Any + "string M(Contact c) => S(c);")]
    [InlineData("text of what is permitted", Any + "[ForPurpose(\"support\")] string A(Contact c) => S(new { c.Name }); void M(Contact c) => Mailer.Send(A(c));")]
    [InlineData("object that goes on itself", "static Contact S(Contact o) { Log(o); return o; } static string Log(object o) => JsonSerializer.Serialize(o); [ForPurpose(\"support\")] Contact A(Contact c) => S(c); void M(Contact c) => Mailer.Send(A(c).Name);")]
    [InlineData("value in a member", "static string S(Envelope o) => JsonSerializer.Serialize(o); " + Marketing + "string M(Contact c) => S(new Envelope { Payload = c.Name });", Envelope)]
    [InlineData("copy", "static T R<T>(T o) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(o))!; [ForPurpose(\"support\")] Contact A(Contact c) => R(c); void M(Contact c) => Mailer.Send(A(c).Name);")]
    public Task WhatAHelperHasWritten_IsSilentWhereItIsPermitted(string form, string members, string types = "") => SerializedTests.VerifyAsync(form, members, "", types);

    [Theory]
    [InlineData("object that is made here", "string M() { object c = new Contact(); return JsonSerializer.Serialize({|ECRM3004:c|}); }")]
    [InlineData("member that holds any object", "string M(Contact c) => JsonSerializer.Serialize({|ECRM3004:new Envelope { Payload = c }|});", Envelope)]
    [InlineData("getter", "string M(Contact c) => JsonSerializer.Serialize({|ECRM3004:new Computed(c)|});", "public class Computed(object p) { public object Payload => p; }")]
    [InlineData("form of a generic type", "string M(Contact c) => JsonSerializer.Serialize({|ECRM3004:new Box<Contact> { Payload = c }|});", "public class Box<T> { public T? Payload { get; set; } }")]
    [InlineData("deeper", "string M(Contact c) => JsonSerializer.Serialize({|ECRM3004:new { Id = 1, Inner = new { Who = (object)c } }|});")]
    [InlineData("array of objects", "string M(Contact c) => JsonSerializer.Serialize({|ECRM3004:new object[] { 1, c }|});")]
    [InlineData("list of objects", "string M(Contact c) { var l = new List<object>(); l.Add(c); return JsonSerializer.Serialize({|ECRM3004:l|}); }")]
    [InlineData("dictionary of objects", "string M(Contact c) { IDictionary<string, object> d = new Dictionary<string, object> { [\"c\"] = c }; return JsonSerializer.Serialize({|ECRM3004:d|}); }")]
    public Task WhatLiesInTheObject_IsReported(string form, string members, string types = "") => SerializedTests.VerifyAsync(form, members, Marketing, types);

    [Theory]
    [InlineData("another object that is made here", "string M() { object c = new Row(); return JsonSerializer.Serialize(c); }")]
    [InlineData("value", "string M(Contact c) => JsonSerializer.Serialize(new Envelope { Payload = c.Name });", Envelope)]
    [InlineData("member that is left out", "string M(Contact c) => JsonSerializer.Serialize(new Envelope { Payload = c });", "public class Envelope { [JsonIgnore] public object? Payload { get; set; } }")]
    [InlineData("member of a generic type that is left out", "string M(Contact c) => JsonSerializer.Serialize(new Box<Contact> { Payload = c });", "public class Box<T> { [JsonIgnore] public T? Payload { get; set; } }")]
    [InlineData("what a derived type has, by its base", "string M(Contact c) { B b = new D { Buyer = c }; return JsonSerializer.Serialize(b); }", "public class B { } public class D : B { public Contact? Buyer { get; set; } }")]
    [InlineData("parts of a tuple, which are fields", "string M(Contact c) => JsonSerializer.Serialize((c, 3));")]
    [InlineData("getter that others do not see", "string M(Hidden c) => JsonSerializer.Serialize(c);", "public class Hidden { public Contact? X { private get; set; } public override string ToString() => X!.Name; }")]
    [InlineData("serialiser of one's own", "string M(Contact c) => Own.JsonSerializer.Serialize(c);", "namespace Own { public static class JsonSerializer { public static string Serialize<T>(T value) => \"\"; } }")]
    public Task WhatDoesNotLieInTheObject_IsSilent(string form, string members, string types = "") => SerializedTests.VerifyAsync(form, members, Marketing, types);

    [Theory]
    [InlineData("bytes", "[ForPurpose(\"support\")] byte[] A(Contact c) => JsonSerializer.SerializeToUtf8Bytes(c); void M(Contact c) => Mailer.Send(JsonSerializer.Deserialize<Contact>(A(c))!.Name);")]
    [InlineData("stream", "[ForPurpose(\"support\")] System.IO.Stream A(Contact c) { var s = new System.IO.MemoryStream(); JsonSerializer.Serialize(s, c); return s; } void M(Contact c) => Mailer.Send(JsonSerializer.Deserialize<Contact>(A(c))!.Name);")]
    public Task OtherMemberOfWhatIsReadAgain_IsSilent(string form, string members) => SerializedTests.VerifyAsync(form, members, "");

    [Fact]
    public Task FalseNegative_SerialiserAsAMethodGroup_IsNotSeen()
        => SerializedTests.VerifyAsync("group", "IEnumerable<string> M(List<Contact> all) { Func<Contact, JsonSerializerOptions?, string> f = JsonSerializer.Serialize<Contact>; foreach (var c in all) yield return f(c, null); }", Marketing);

    [Fact]
    public Task FalseNegative_ObjectThatOnlyAnotherProjectHandsOver_IsNotKnown()
        => SerializedTests.VerifyAsync("public helper", "public static string S(object o) => JsonSerializer.Serialize(o);", Marketing);
}
