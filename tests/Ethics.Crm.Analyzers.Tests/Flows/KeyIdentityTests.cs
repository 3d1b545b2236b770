namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Keys that are told apart by what they are: types, objects that a class keeps for that, texts in upper and lower case where the dictionary tells these apart.</summary>
public sealed class KeyIdentityTests
{
    [Theory]
    [InlineData("type", "void M(Contact c) { var d = new Dictionary<Type, string>(); d[typeof(Box)] = c.Email; d[typeof(Pair)] = \"\"; Mailer.Send({|ECRM2002:d[typeof(Box)]|}); }")]
    [InlineData("form of a generic type", "void M(Contact c) { var d = new Dictionary<Type, string>(); d[typeof((int A, int B))] = c.Email; Mailer.Send({|ECRM2002:d[typeof((int, int))]|}); }")]
    [InlineData("type of an object", "void M(Contact c) { var d = new Dictionary<Type, string>(); d[typeof(Box)] = c.Email; Mailer.Send({|ECRM2002:d[new Box().GetType()]|}); }")]
    [InlineData("object", "static readonly object A = new(), B = new(); void M(Contact c) { var d = new Dictionary<object, string>(); d[A] = c.Email; d[B] = \"\"; Mailer.Send({|ECRM2002:d[A]|}); }")]
    [InlineData("object of two names", "static readonly object A = new(), B = A; void M(Contact c) { var d = new Dictionary<object, string>(); d[A] = c.Email; Mailer.Send({|ECRM2002:d[B]|}); }")]
    [InlineData("objects that say what equals them", "class K { public override bool Equals(object? o) => true; public override int GetHashCode() => 1; } static readonly K A = new(), B = new(); void M(Contact c) { var d = new Dictionary<object, string>(); d[A] = c.Email; Mailer.Send({|ECRM2002:d[B]|}); }")]
    [InlineData("records that equal each other", "record K; static readonly K A = new(), B = new(); void M(Contact c) { var d = new Dictionary<object, string>(); d[A] = c.Email; Mailer.Send({|ECRM2002:d[B]|}); }")]
    [InlineData("objects that are set later", "static readonly object A = new(), B = new(); static Job() { B = A; } void M(Contact c) { var d = new Dictionary<object, string>(); d[A] = c.Email; Mailer.Send({|ECRM2002:d[B]|}); }")]
    [InlineData("object of a generic class", "static class K<T> { public static readonly object A = new(); } void M(Contact c) { var d = new Dictionary<object, string>(); d[K<int>.A] = c.Email; d[K<string>.A] = \"\"; Mailer.Send({|ECRM2002:d[K<int>.A]|}); }")]
    [InlineData("upper and lower case, one key", "void M(Contact c) { var d = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase); d[\"Email\"] = c.Email; Mailer.Send({|ECRM2002:d[\"email\"]|}); }")]
    [InlineData("upper and lower case, comparer that is not known", "void M(Contact c, IEqualityComparer<string> k) { var d = new Dictionary<string, string>(k); d[\"Email\"] = c.Email; Mailer.Send({|ECRM2002:d[\"email\"]|}); }")]
    [InlineData("upper and lower case, class of its own", "class Bag : Dictionary<string, string> { public Bag() : base(StringComparer.OrdinalIgnoreCase) { } } void M(Contact c) { var d = new Bag(); d[\"Email\"] = c.Email; Mailer.Send({|ECRM2002:d[\"email\"]|}); }")]
    [InlineData("upper and lower case, sorted", "void M(Contact c) { var d = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase); d[\"Email\"] = c.Email; Mailer.Send({|ECRM2002:d[\"email\"]|}); }")]
    public Task ValueUnderTheKey_IsReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other type", "void M(Contact c) { var d = new Dictionary<Type, string>(); d[typeof(Box)] = c.Email; d[typeof(Pair)] = \"\"; Mailer.Send(d[typeof(Pair)]); }")]
    [InlineData("type, taken out", "void M(Contact c) { var d = new Dictionary<Type, string>(); d[typeof(Box)] = c.Email; d.Remove(typeof(Box)); Mailer.Send(d[typeof(Box)]); }")]
    [InlineData("other object", "static readonly object A = new(), B = new(); void M(Contact c) { var d = new Dictionary<object, string>(); d[A] = c.Email; d[B] = \"\"; Mailer.Send(d[B]); }")]
    [InlineData("other object of another class", "static class A { public static readonly object Key = new(); } static class B { public static object Key { get; } = new(); } static void Put(IDictionary<object, object?> d, Contact c) => d[A.Key] = c.Email; void M(Contact c) { var d = new Dictionary<object, object?>(); Put(d, c); d[B.Key] = \"\"; Mailer.Send(d[B.Key]); }")]
    [InlineData("object and text", "static readonly object A = new(); void M(Contact c) { var d = new Dictionary<object, string>(); d[A] = c.Email; d[\"b\"] = \"\"; Mailer.Send(d[\"b\"]); }")]
    [InlineData("upper and lower case, two keys", "void M(Contact c) { var d = new Dictionary<string, string>(); d[\"Email\"] = c.Email; d[\"email\"] = \"\"; Mailer.Send(d[\"email\"]); }")]
    [InlineData("upper and lower case, ordinal", "static void Put(Dictionary<string, string> d, Contact c) { d[\"Email\"] = c.Email; d[\"email\"] = \"\"; } void M(Contact c) { var d = new Dictionary<string, string>(StringComparer.Ordinal); Put(d, c); Mailer.Send(d[\"email\"]); }")]
    [InlineData("upper and lower case, concurrent", "void M(Contact c) { var d = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(); d[\"Email\"] = c.Email; d[\"email\"] = \"\"; Mailer.Send(d[\"email\"]); }")]
    [InlineData("upper and lower case, expression", "void M(Contact c) { Dictionary<string, string> d = []; d[\"Email\"] = c.Email; d[\"email\"] = \"\"; Mailer.Send(d[\"email\"]); }")]
    public Task ValueUnderAnotherKey_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
