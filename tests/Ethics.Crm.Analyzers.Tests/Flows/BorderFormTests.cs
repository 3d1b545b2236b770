namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2007 and ECRM1110 in the forms in which a CRM is written: collections, value objects, builders, mappers, wrappers.</summary>
public sealed class BorderFormTests
{
    [Theory]
    [InlineData("assignment where there is an object", "void M(Contact c, Lead? l) { l?.{|ECRM2007:Wide|} = c.Email; }")]
    [InlineData("collection expression into list", "void M(Contact c, Lead l) => l.{|ECRM2007:WideList|} = [c.Email];")]
    [InlineData("spread", "void M(List<Contact> cs, Lead l) => l.{|ECRM2007:WideList|} = [.. cs.Select(c => c.Email)];")]
    [InlineData("generic class", "class G<T> { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public T? V { get; set; } } void M(Contact c, G<string> g) => g.{|ECRM2007:V|} = c.Email;")]
    [InlineData("implicit conversion operator labelled param", "class Mail { public static implicit operator Mail([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) => new(); } Mail M(Contact c) => c.{|ECRM2007:Email|};")]
    [InlineData("implicit conversion operator into labelled member", "class Mail { public string V = \"\"; public static implicit operator Mail(string s) => new Mail { V = s }; } class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public Mail? Mail; } void M(Contact c, P p) => p.{|ECRM2007:Mail|} = c.Email;")]
    [InlineData("value object in labelled member", "class Mail { public string V { get; } public Mail(string v) => V = v; } class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public Mail? Mail; } void M(Contact c, P p) => p.{|ECRM2007:Mail|} = new Mail(c.Email);")]
    [InlineData("nullable struct value object", "struct Mail { public string V; } class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public Mail? Mail; } void M(Contact c, P p) => p.{|ECRM2007:Mail|} = new Mail { V = c.Email };")]
    [InlineData("dictionary labelled", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public Dictionary<string, string> Bag { get; } = new(); } void M(Contact c, P p) { {|ECRM2007:p.Bag[\"a\"]|} = c.Email; p.Bag.Add(\"b\", c.{|ECRM2007:Email|}); p.Bag.TryAdd(\"c\", c.{|ECRM2007:Email|}); }")]
    [InlineData("concurrent bag", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public System.Collections.Concurrent.ConcurrentQueue<string> Q { get; } = new(); } void M(Contact c, P p) => p.Q.Enqueue(c.{|ECRM2007:Email|});")]
    [InlineData("immutable list", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public System.Collections.Immutable.ImmutableList<string> Q { get; set; } = System.Collections.Immutable.ImmutableList<string>.Empty; } void M(Contact c, P p) => p.{|ECRM2007:Q|} = p.Q.Add(c.Email);")]
    [InlineData("list from conditional access", "void M(Contact c, Lead? l) => l?.WideList.Add(c.{|ECRM2007:Email|});")]
    [InlineData("list cast", "void M(Contact c, Lead l) => ((ICollection<string>)l.WideList).Add(c.{|ECRM2007:Email|});")]
    [InlineData("list handed out by method", "List<string> Of(Lead l) => l.WideList; void M(Contact c, Lead l) { Of(l).Add(c.{|ECRM2007:Email|}); }")]
    [InlineData("span of labelled array", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public char[] Q = new char[9]; } void M(Contact c, P p) => c.Email.AsSpan().CopyTo(p.{|ECRM2007:Q|});")]
    [InlineData("array copy", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public char[] Q = new char[9]; } void M(Contact c, P p) => Array.Copy(c.Email.ToCharArray(), p.{|ECRM2007:Q|}, 3);")]
    [InlineData("CopyTo string", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public char[] Q = new char[9]; } void M(Contact c, P p) => c.Email.CopyTo(0, p.{|ECRM2007:Q|}, 0, 3);")]
    [InlineData("gathered arguments", "static void Add(int a, [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] params string[] s) { } void M(Contact c) => Add(1, \"x\", c.{|ECRM2007:Email|});")]
    [InlineData("labelled lambda parameter", "void M(Contact c) { var f = ([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) => { }; f(c.{|ECRM2007:Email|}); }")]
    [InlineData("labelled indexer parameter", "class X { public int this[[DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s] => 1; } int M(Contact c, X x) => x[c.{|ECRM2007:Email|}];")]
    [InlineData("labelled indexer", "class X { [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string this[int s] { get => \"\"; set { } } } void M(Contact c, X x) => {|ECRM2007:x[2]|} = c.Email;")]
    [InlineData("own setter calls", "class P { string m = \"\"; [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string Mail { get => m; set { if (m == value) return; m = value; } } public void Set(string s) => {|ECRM2007:Mail|} = s; } void M(Contact c, P p) => p.Set(c.Email);")]
    [InlineData("field keyword", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string Mail { get; set => field = value.Trim(); } = \"\"; } void M(Contact c, P p) => p.{|ECRM2007:Mail|} = c.Email;")]
    [InlineData("builder pattern", "class B { string m = \"\"; public B Mail(string s) { m = s; return this; } public Lead Build() => new Lead { {|ECRM2007:Wide|} = m }; } Lead M(Contact c) => new B().Mail(c.Email).Build();")]
    [InlineData("dto in between, record", "record Dto(string Mail, string Name); Lead M(Contact c) { var d = new Dto(c.Email, c.Name); return new Lead { {|ECRM2007:Wide|} = d.Mail }; }")]
    [InlineData("clone method crosswise", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string A = \"\"; [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public string B = \"\"; public P Clone() => new P { Id = Id, {|ECRM2007:A|} = B, {|ECRM2007:B|} = A }; }")]
    [InlineData("flag that is dropped", "void M(Contact c, Lead l) => l.{|ECRM2007:Same|} = c.Note;")]
    [InlineData("labelled param of a lambda stored", "void M(Contact c) { Action<string> f = ([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] s) => Use(s); f(c.{|ECRM2007:Email|}); } [ForPurpose(\"marketing\")] static void Use(object? o) { }")]
    [InlineData("method group to labelled param", "static void Take([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { } void M(List<Contact> cs) => cs.Select(c => c.Email).ToList().ForEach({|ECRM2007:Take|});")]
    [InlineData("immutable dictionary", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public System.Collections.Immutable.ImmutableDictionary<string, string> Q { get; set; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty; } void M(Contact c, P p) => p.{|ECRM2007:Q|} = p.Q.SetItem(\"x\", c.Email);")]
    [InlineData("property that is another name", "class P { [DataSubjectId] public int Id { get; set; } [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string Email { get; set; } = \"\"; public string Mail { get => Email; set => {|ECRM2007:Email|} = value; } } void M(Contact c, P p) => p.Mail = c.Email;")]
    public Task ValueThatGoesBehindAWiderLabel_IsReported(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("null conditional assignment C#14 twin", "void M(Contact c, Lead? l) { l?.Same = c.Email; }")]
    [InlineData("collection expression clean twin", "void M(Contact c, Lead l) => l.SameList = [c.Email];")]
    [InlineData("value object in labelled member same label", "class Mail { public string V { get; } public Mail(string v) => V = v; } class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public Mail? Mail; } void M(Contact c, P p) => p.Mail = new Mail(c.Email);")]
    [InlineData("dictionary labelled clean", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public Dictionary<string, string> Bag { get; } = new(); } void M(Contact c, P p) { p.Bag[\"a\"] = c.Email; p.Bag.Add(\"b\", c.Email); p.Bag.TryAdd(\"c\", c.Email); }")]
    [InlineData("immutable list same", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public System.Collections.Immutable.ImmutableList<string> Q { get; set; } = System.Collections.Immutable.ImmutableList<string>.Empty; } void M(Contact c, P p) => p.Q = p.Q.Add(c.Email);")]
    [InlineData("gathered arguments, same label", "static void Add(int a, [DataCategory(\"contact.email\"), CollectedFor(\"support\")] params string[] s) { } void M(Contact c) => Add(1, \"x\", c.Email);")]
    [InlineData("labelled lambda parameter same", "void M(Contact c) { var f = ([DataCategory(\"contact.email\"), CollectedFor(\"support\")] string s) => { }; f(c.Email); }")]
    [InlineData("builder pattern clean", "class B { string m = \"\", n = \"\"; public B Mail(string s) { m = s; return this; } public B Name(string s) { n = s; return this; } public Lead Build() => new Lead { Wide = n, Same = m }; } Lead M(Contact c) => new B().Mail(c.Email).Name(c.Name).Build();")]
    [InlineData("dto in between, other member", "record Dto(string Mail, string Name); Lead M(Contact c) { var d = new Dto(c.Email, c.Name); return new Lead { Wide = d.Name }; }")]
    [InlineData("clone method", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string A = \"\"; [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public string B = \"\"; public P Clone() => new P { Id = Id, A = A, B = B }; public void CopyFrom(P o) { A = o.A; B = o.B; Id = o.Id; } } void M(P p) { var q = p.Clone(); q.CopyFrom(p); }")]
    [InlineData("pattern loop self copy", "void M(List<Lead> all) { foreach (var l in all) { l.Wide = l.Wide.Trim(); l.Same = l.Same.ToLower(); } }")]
    [InlineData("pattern length", "void M(Contact c, Lead l) { if (c is { Email.Length: > 3 }) l.Wide = \"long\"; }")]
    [InlineData("deconstruct record", "void M(Row r, Lead l) { var (id, w, s) = r; l.Wide = w; l.Same = s; }")]
    [InlineData("memberwise", "class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string A = \"\"; public P Clone() => (P)MemberwiseClone(); } void M(P p) { var q = p.Clone(); Use(q.A); } [ForPurpose(\"marketing\")] static void Use(object? o) { }")]
    [InlineData("INotifyPropertyChanged SetProperty same", "class P { string m = \"\"; [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public string Mail { get => m; set => Set(ref m, value); } static void Set<T>(ref T f, T v) { if (!EqualityComparer<T>.Default.Equals(f, v)) f = v; } } void M(Contact c, P p) { p.Mail = c.Email; var x = p.Mail; p.Mail = x + \"!\"; }")]
    [InlineData("nullable struct same", "struct Mail { public string V; } class P { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public Mail? Mail; } void M(Contact c, P p) => p.Mail = new Mail { V = c.Email };")]
    [InlineData("alias property without storage", "class P { [DataSubjectId] public int Id { get; set; } [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public string Email { get; set; } = \"\"; public string Mail { get => Email; set => Email = value; } } void M(Contact c, P p) => p.Mail = c.Email;")]
    [InlineData("private labelled field behind unlabelled property", "class P { [DataSubjectId] public int Id { get; set; } [DataCategory(\"contact.email\"), CollectedFor(\"support\")] string m = \"\"; public string Mail { get => m; set => m = value; } } void M(Contact c, P p) => p.Mail = c.Email;")]
    public Task ValueThatGoesBehindALabelThatPermitsNoMore_IsNotReported(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("unlabelled store then into another member", "class V { [DataSubjectId] public int Id; public string R { get; set; } = \"\"; public string S { get; set; } = \"\"; } void M(Contact c, V v) { v.{|ECRM1110:R|} = c.Email; v.{|ECRM1110:S|} = v.R; }")]
    [InlineData("unlabelled store then used in marketing", "class V { [DataSubjectId] public int Id; public string R { get; set; } = \"\"; } void M(Contact c, V v) { v.{|ECRM1110:R|} = c.Email; Use(v.{|ECRM2002:R|}); } [ForPurpose(\"marketing\")] static void Use(object? o) { }")]
    [InlineData("unlabelled store by helper then used", "class V { [DataSubjectId] public int Id; public string R { get; set; } = \"\"; } void Put(V v, string s) => v.{|ECRM1110:R|} = s; void M(Contact c, V v) { Put(v, c.Email); v.R = v.R.Trim(); Use(v.{|ECRM2002:R|}); } [ForPurpose(\"marketing\")] static void Use(object? o) { }")]
    [InlineData("property with private unlabelled field", "class P { [DataSubjectId] public int Id { get; set; } string m = \"\"; public string Mail { get => m; set => m = value.Trim(); } } void M(Contact c, P p) => p.{|ECRM1110:Mail|} = c.Email;")]
    [InlineData("compound", "class V { [DataSubjectId] public int Id; public string R { get; set; } = \"\"; } void M(Contact c, V v) { v.{|ECRM1110:R|} += c.Email; v.R = v.R.Trim(); }")]
    public Task LabelThatIsLost_IsToldOnce_AndTheValueIsFollowed(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("labelled delegate parameter", "delegate void D([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s); void M(Contact c, D d) => d(c.{|ECRM2007:Email|});")]
    public Task LabelledParameterOfADelegate_IsABorder_AndNothingIsLostBehindIt(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("bool flag from null check", "class V { [DataSubjectId] public int Id; public bool Has { get; set; } } void M(Contact c, V v) { v.Has = c.Email != null; v.Has = c.Email is not null; v.Has = c.Phone is { }; }")]
    [InlineData("condition assigns constant", "class V { [DataSubjectId] public int Id; public bool Has { get; set; } } void M(Contact c, V v) { if (c.Email.Length > 3) v.Has = true; }")]
    [InlineData("lead stored into navigation", "class V { [DataSubjectId] public int Id; public Lead? Of { get; set; } public List<Lead> All { get; } = new(); } void M(Contact c, V v) { v.Of = new Lead { Same = c.Email }; v.All.Add(v.Of); }")]
    [InlineData("foreign key via id", "class V { [DataSubjectId] public int Id; public int ContactId { get; set; } } void M(Contact c, V v) { v.ContactId = c.Id; v.Id = c.Id; }")]
    [InlineData("lookup by email", "class V { [DataSubjectId] public int Id; public Lead? L { get; set; } } void M(Contact c, V v, Dictionary<string, Lead> d) { v.L = d[c.Email]; }")]
    [InlineData("FirstOrDefault predicate with email", "class V { [DataSubjectId] public int Id; public Lead? L { get; set; } } void M(Contact c, V v, List<Lead> d) { v.L = d.FirstOrDefault(x => x.Same == c.Email); }")]
    [InlineData("private field in person", "class V { [DataSubjectId] public int Id; string r = \"\"; public void Note(string s) => r = s; } void M(Contact c, V v) => v.Note(c.Email);")]
    [InlineData("json dto with only unlabelled", "class Dto { public int Id { get; set; } public string Email { get; set; } = \"\"; } Dto M(Contact c) => new() { Id = c.Id, Email = c.Email };")]
    [InlineData("anonymous", "object M(Contact c) => new { c.Id, c.Email };")]
    public Task StoreThatLosesNoLabel_IsNotReported(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("extension block property", "void M(Contact c, Lead l) => l.W = c.Email;", "public static class LeadExt { extension(Lead l) { public string W { set => l.{|ECRM2007:Wide|} = value; } } }")]
    [InlineData("labelled extension block property", "void M(Contact c, Lead l) => l.{|ECRM2007:W|} = c.Email;", "public static class LeadExt { extension(Lead l) { [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string W { get => l.Wide; set => l.Plain = \"\"; } } }")]
    public Task ExtensionProperty_StoresNothingItself(string form, string members, string types = "") => Border.VerifyAsync(form, members, types);
}
