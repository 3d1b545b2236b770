namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Keys of dictionaries that only the running program knows: what a method puts under one, it replaces and takes out under the same one, and under no other.</summary>
public sealed class SameKeyTests
{
    private const string Row = "public sealed record Row(int Id, string Text);";

    [Theory]
    [InlineData("found there", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[k] = c.Email; Mailer.Send({|ECRM2002:d[k]|}); }")]
    [InlineData("found by a constant", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[k] = c.Email; Mailer.Send({|ECRM2002:d[3]|}); }")]
    [InlineData("put by a constant", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[3] = c.Email; Mailer.Send({|ECRM2002:d[k]|}); }")]
    [InlineData("under two keys that may be one", "void M(Contact c, int k, int l) { var d = new Dictionary<int, string>(); d[k] = c.Email; d[l] = \"\"; Mailer.Send({|ECRM2002:d[k]|}); }")]
    [InlineData("other key taken out", "void M(Contact c, int k, int l) { var d = new Dictionary<int, string>(); d[k] = c.Email; d.Remove(l); Mailer.Send({|ECRM2002:d[k]|}); }")]
    [InlineData("each", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[k] = c.Email; foreach (var s in d.Values) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("by a caller", "static void P(Dictionary<int, string> d, Contact c, int k) => d[k] = c.Email; void M(Contact c) { var d = new Dictionary<int, string>(); P(d, c, c.Name.Length); Mailer.Send({|ECRM2002:d[7]|}); }")]
    [InlineData("written in between", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[k] = c.Email; k++; d[k] = \"\"; Mailer.Send({|ECRM2002:d[2]|}); }")]
    [InlineData("in a loop", "void M(List<Contact> all) { var d = new Dictionary<int, string>(); foreach (var c in all) { d[c.Id] = c.Email; d.Remove(c.Id - 1); } Mailer.Send({|ECRM2002:d[2]|}); }")]
    [InlineData("another one in each turn", "void M(List<Contact> all) { var d = new Dictionary<int, string>(); for (var i = 0; i < 2; i++) { var k = all[i].Id; if (i == 1) d.Remove(k); else d[k] = all[i].Email; } Mailer.Send({|ECRM2002:d[2]|}); }")]
    [InlineData("member that is set", "public class Key { public int Id { get; set; } } void M(Contact c, Key k) { var d = new Dictionary<int, string>(); d[k.Id] = c.Email; k.Id = 3; d.Remove(k.Id); Mailer.Send({|ECRM2002:d[2]|}); }")]
    [InlineData("member that is worked out", "public class Key { int n; public int Id => n++; } void M(Contact c, Key k) { var d = new Dictionary<int, string>(); d[k.Id] = c.Email; d.Remove(k.Id); Mailer.Send({|ECRM2002:d[2]|}); }")]
    [InlineData("member that a class beneath works out", "public class Key { public virtual int Id { get; } } void M(Contact c, Key k) { var d = new Dictionary<int, string>(); d[k.Id] = c.Email; d.Remove(k.Id); Mailer.Send({|ECRM2002:d[2]|}); }")]
    [InlineData("removed on one of two ways", "void M(Contact c, int k, bool b) { var d = new Dictionary<int, string>(); d[k] = c.Email; if (b) d.Remove(k); Mailer.Send({|ECRM2002:d[k]|}); }")]
    [InlineData("removed from one of two", "void M(Contact c, int k, bool b) { var d = new Dictionary<int, string>(); d[k] = c.Email; var e = b ? d : new(); e.Remove(k); Mailer.Send({|ECRM2002:d[k]|}); }")]
    [InlineData("by a lambda that runs more than once", "void M(Contact c) { var d = new Dictionary<int, string>(); Action<int> put = n => d[n] = n > 3 ? c.Email : \"\"; put(4); put(1); Mailer.Send({|ECRM2002:d[4]|}); }")]
    [InlineData("by a local function that runs more than once", "void M(Contact c) { var d = new Dictionary<int, string>(); P(4, c.Email); P(1, \"\"); Mailer.Send({|ECRM2002:d[4]|}); void P(int n, string s) => d[n] = s; }")]
    [InlineData("text with another hole", "void M(Contact c, int k, int l) { var d = new Dictionary<string, string>(); d[$\"a{k}\"] = c.Email; d.Remove($\"a{l}\"); Mailer.Send({|ECRM2002:d[$\"a{k}\"]|}); }")]
    [InlineData("static dictionary", "static readonly Dictionary<int, string> D = new(); public void A(Contact c, int k) => D[k] = c.Email; public void B(int k) => Mailer.Send({|ECRM2002:D[k]|});")]
    [InlineData("static dictionary, another key taken out", "static readonly Dictionary<int, string> D = new(); public void A(Contact c, int k, int l) { D[k] = c.Email; D.Remove(l); } public void B(int k) => Mailer.Send({|ECRM2002:D[k]|});")]
    public Task ValueUnderAKeyThatMayBeIt_IsReported(string form, string members) => Flow.VerifyAsync(form, members, types: Row);

    [Theory]
    [InlineData("overwritten", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[k] = c.Email; d[k] = \"\"; Mailer.Send(d[k]); }")]
    [InlineData("overwritten, found by a constant", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[k] = c.Email; d[k] = \"\"; Mailer.Send(d[3]); }")]
    [InlineData("taken out", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[k] = c.Email; d.Remove(k); Mailer.Send(d.TryGetValue(k, out var s) ? s : \"\"); }")]
    [InlineData("variable", "void M(Contact c) { var k = c.Name.Length; var d = new Dictionary<int, string>(); d[k] = c.Email; d.Remove(k); Mailer.Send(d[k]); }")]
    [InlineData("member of a record", "void M(Contact c, Row r) { var d = new Dictionary<int, string>(); d[r.Id] = c.Email; d.Remove(r.Id); Mailer.Send(d[r.Id]); }")]
    [InlineData("field of its own", "readonly int id = 3 + Environment.ProcessId; void M(Contact c) { var d = new Dictionary<int, string>(); d[id] = c.Email; d.Remove(id); Mailer.Send(d[id]); }")]
    [InlineData("text that is put together", "void M(Contact c, int k) { var d = new Dictionary<string, string>(); d[$\"draft:{k}\"] = c.Email; d.Remove(\"draft:\" + k); Mailer.Send(d.Values.FirstOrDefault()); }")]
    [InlineData("static dictionary", "static readonly Dictionary<int, string> D = new(); public void A(Contact c, int k) { D[k] = c.Email; D.Remove(k); } public void B(int k) => Mailer.Send(D[k]);")]
    [InlineData("handed in", "static void P(Dictionary<int, string> d, Contact c, int k) { d[k] = c.Email; d.Remove(k); } void M(Contact c) { var d = new Dictionary<int, string>(); P(d, c, c.Name.Length); Mailer.Send(d[7]); }")]
    [InlineData("by any key, cleared", "void M(Contact c, int k) { var d = new Dictionary<int, string>(); d[k] = c.Email; d.Clear(); Mailer.Send(d[k]); }")]
    public Task ValueThatIsGone_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members, types: Row);
}
