namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Keys of dictionaries that are numbers, enums, tuples, records or texts that are put together of constants: what lies under one does not lie under another.</summary>
public sealed class KnownKeyTests
{
    [Theory]
    [InlineData("number", "void M(Contact c) { var d = new Dictionary<int, string>(); d[1] = c.Email; d[2] = \"\"; Mailer.Send({|ECRM2002:d[1]|}); }")]
    [InlineData("enum", "void M(Contact c) { var d = new Dictionary<DayOfWeek, string>(); d[DayOfWeek.Friday] = c.Email; Mailer.Send({|ECRM2002:d[DayOfWeek.Friday]|}); }")]
    [InlineData("tuple", "void M(Contact c) { var d = new Dictionary<(int, string), string>(); d[(1, \"a\")] = c.Email; Mailer.Send({|ECRM2002:d[(1, \"a\")]|}); }")]
    [InlineData("record", "sealed record Key(string Area, int Id); void M(Contact c) { var d = new Dictionary<Key, string>(); d[new Key(\"a\", 1)] = c.Email; Mailer.Send({|ECRM2002:d[new(\"a\", 1)]|}); }")]
    [InlineData("text put together, in helpers", "static void Put(Dictionary<string, string> d, string area, string s) => d[$\"{area}:mail\"] = s; static string Get(Dictionary<string, string> d, string area) => d[area + \":mail\"]; void M(Contact c) { var d = new Dictionary<string, string>(); Put(d, \"a\", c.Email); Mailer.Send({|ECRM2002:Get|}(d, \"a\")); }")]
    [InlineData("record that says itself what it equals", "sealed record Key(string Area) { public bool Equals(Key? other) => true; public override int GetHashCode() => 1; } void M(Contact c) { var d = new Dictionary<Key, string>(); d[new Key(\"a\")] = c.Email; Mailer.Send({|ECRM2002:d[new Key(\"b\")]|}); }")]
    [InlineData("record with a part of its own", "sealed record Key(string Area) { public int Id { get; set; } } void M(Contact c) { var d = new Dictionary<Key, string>(); d[new Key(\"a\") { Id = 1 }] = c.Email; d[new Key(\"a\") { Id = 2 }] = \"\"; Mailer.Send({|ECRM2002:d[new Key(\"a\") { Id = 1 }]|}); }")]
    [InlineData("overwritten under another key", "void M(Contact c) { var d = new Dictionary<int, string>(); d[1] = c.Email; d[2] = \"\"; d[2] = \"x\"; Mailer.Send({|ECRM2002:d[1]|}); }")]
    [InlineData("put anywhere afterwards", "void M(Contact c) { var d = new Dictionary<int, string>(); d[1] = \"\"; d[c.Name.Length] = c.Email; Mailer.Send({|ECRM2002:d[1]|}); }")]
    [InlineData("put anywhere on one of two ways", "void M(Contact c, bool b) { var d = new Dictionary<int, string>(); if (b) d[1] = \"\"; else d[c.Name.Length] = c.Email; Mailer.Send({|ECRM2002:d[1]|}); }")]
    [InlineData("put anywhere by a helper afterwards", "static void P(Dictionary<int, string> d, Contact c) => d[c.Name.Length] = c.Email; void M(Contact c) { var d = new Dictionary<int, string>(); d[1] = \"\"; P(d, c); Mailer.Send({|ECRM2002:d[1]|}); }")]
    [InlineData("put anywhere by another name", "static void P(Dictionary<int, string> d, Dictionary<int, string> e, Contact c) { d[1] = \"\"; e[c.Name.Length] = c.Email; } void M(Contact c) { var d = new Dictionary<int, string>(); P(d, d, c); Mailer.Send({|ECRM2002:d[1]|}); }")]
    [InlineData("overwritten on one of two ways", "void M(Contact c, bool b) { var d = new Dictionary<int, string>(); d[c.Name.Length] = c.Email; if (b) d[1] = \"\"; Mailer.Send({|ECRM2002:d[1]|}); }")]
    [InlineData("perhaps overwritten", "void M(Contact c) { var d = new Dictionary<int, string>(); d[c.Name.Length] = c.Email; d.TryAdd(1, \"\"); Mailer.Send({|ECRM2002:d[1]|}); }")]
    [InlineData("other key overwritten", "void M(Contact c) { var d = new Dictionary<int, string>(); d[c.Name.Length] = c.Email; d[1] = \"\"; Mailer.Send({|ECRM2002:d[2]|}); }")]
    [InlineData("overwritten in a loop", "void M(List<Contact> all) { var d = new Dictionary<int, string>(); foreach (var c in all) { d[1] = \"\"; d[c.Name.Length] = c.Email; } Mailer.Send({|ECRM2002:d[1]|}); }")]
    public Task ValueUnderAKey_IsFoundThere(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other number", "void M(Contact c) { var d = new Dictionary<int, string>(); d[1] = c.Email; d[2] = \"\"; Mailer.Send(d[2]); }")]
    [InlineData("other enum", "void M(Contact c) { var d = new Dictionary<DayOfWeek, string>(); d[DayOfWeek.Friday] = c.Email; d[DayOfWeek.Monday] = \"\"; Mailer.Send(d[DayOfWeek.Monday]); }")]
    [InlineData("other tuple", "void M(Contact c) { var d = new Dictionary<(int, string), string>(); d[(1, \"a\")] = c.Email; d[(1, \"b\")] = \"\"; Mailer.Send(d[(1, \"b\")]); }")]
    [InlineData("other record", "sealed record Key(string Area, int Id); void M(Contact c) { var d = new Dictionary<Key, string>(); d[new Key(\"a\", 1)] = c.Email; d[new Key(\"a\", 2)] = \"\"; Mailer.Send(d[new(\"a\", 2)]); }")]
    [InlineData("other text put together, in helpers", "static void Put(Dictionary<string, string> d, string area, string s) => d[$\"{area}:mail\"] = s; static string Get(Dictionary<string, string> d, string area) => d[area + \":mail\"]; void M(Contact c) { var d = new Dictionary<string, string>(); Put(d, \"a\", c.Email); Put(d, \"b\", \"\"); Mailer.Send(Get(d, \"b\")); }")]
    [InlineData("tuple in helpers", "static void Put(Dictionary<(int, string), string> d, string area, string s) => d[(1, area)] = s; void M(Contact c) { var d = new Dictionary<(int, string), string>(); Put(d, \"a\", c.Email); Put(d, \"b\", \"\"); Mailer.Send(d[(1, \"b\")]); }")]
    [InlineData("overwritten", "void M(Contact c) { var d = new Dictionary<int, string>(); d[1] = c.Email; d[1] = \"\"; Mailer.Send(d[1]); }")]
    [InlineData("taken out", "void M(Contact c) { var d = new Dictionary<int, string>(); d[1] = c.Email; d.Remove(1); Mailer.Send(d.TryGetValue(1, out var s) ? s : \"\"); }")]
    public Task ValueUnderAnotherKey_IsNotFoundThere(string form, string members) => Flow.VerifyAsync(form, members);
}
