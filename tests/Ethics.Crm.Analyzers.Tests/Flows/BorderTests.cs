namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2007: each way into a labelled member, parameter or result, with its nearest clean twin.</summary>
public sealed class BorderTests
{
    [Theory]
    [InlineData("property", "void M(Contact c, Lead l) => l.{|ECRM2007:Wide|} = c.Email;")]
    [InlineData("field", "void M(Contact c, Lead l) => l.{|ECRM2007:WideField|} = c.Email;")]
    [InlineData("initialiser", "Lead M(Contact c) => new Lead { Id = 1, {|ECRM2007:Wide|} = c.Email };")]
    [InlineData("nested initialiser", "class Outer { public Lead Inner { get; } = new(); } Outer M(Contact c) => new Outer { Inner = { {|ECRM2007:Wide|} = c.Email } };")]
    [InlineData("with", "Row M(Contact c, Row r) => r with { {|ECRM2007:Wide|} = c.Email };")]
    [InlineData("positional record", "Row M(Contact c) => new Row(1, c.{|ECRM2007:Email|}, \"\");")]
    [InlineData("positional record, named argument", "Row M(Contact c) => new(Same: \"\", Wide: c.{|ECRM2007:Email|}, Id: 1);")]
    [InlineData("compound assignment", "void M(Contact c, Lead l) => l.{|ECRM2007:Wide|} += \" and \" + c.Email;")]
    [InlineData("coalescing assignment", "void M(Contact c, Lead l) => l.{|ECRM2007:Wide|} ??= c.Email;")]
    [InlineData("chained assignment", "void M(Contact c, Lead l) { var e = l.{|ECRM2007:Wide|} = c.Email; }")]
    [InlineData("deconstruction", "void M(Contact c, Lead l) => (l.{|ECRM2007:Wide|}, l.Same) = (c.Email, c.Email);")]
    [InlineData("deconstruction, nested", "void M(Contact c, Lead l) { ((l.{|ECRM2007:Wide|}, _), l.Id) = ((c.Email, 1), 2); }")]
    [InlineData("out argument", "void M(Contact c, Lead l) => Get(c, out l.{|ECRM2007:WideField|}); static void Get(Contact c, out string s) => s = c.Email;")]
    [InlineData("ref argument", "void M(Contact c, Lead l) => Get(c, ref l.{|ECRM2007:WideField|}); static void Get(Contact c, ref string s) => s += c.Email;")]
    [InlineData("condition", "void M(Contact c, Lead l, bool b) => l.{|ECRM2007:Wide|} = b ? c.Email : \"\";")]
    [InlineData("conditional receiver", "void M(Contact c, Lead a, Lead d, bool b) => (b ? a : d).{|ECRM2007:Wide|} = c.Email;")]
    [InlineData("element of a list", "void M(Contact c, Lead l) => {|ECRM2007:l.WideList[0]|} = c.Email;")]
    [InlineData("added to a list", "void M(Contact c, Lead l) => l.WideList.Add(c.{|ECRM2007:Email|});")]
    [InlineData("added to a list, aliased", "void M(Contact c, Lead l) { var all = l.WideList; all.Add(c.{|ECRM2007:Email|}); }")]
    [InlineData("added to a list in an initialiser", "Lead M(Contact c) => new Lead { WideList = { c.{|ECRM2007:Email|} } };")]
    [InlineData("poured into a list", "void M(Contact c, Lead l) { var all = new[] { c.Email }; l.WideList.AddRange({|ECRM2007:all|}); }")]
    [InlineData("whole list", "void M(Contact c, Lead l) { var all = new List<string>(); all.Add(c.Email); l.{|ECRM2007:WideList|} = all; }")]
    public Task ValueInAWiderMember_IsReported(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("same label", "void M(Contact c, Lead l) { l.Same = c.Email; l.SameField = c.Email; l.SameList.Add(c.Email); l.SameList[0] = c.Email; }")]
    [InlineData("less", "void M(Lead l, Contact c) { l.Same = c.Phone ?? \"\"; }")]
    [InlineData("initialiser", "Lead M(Contact c) => new Lead { Id = 1, Same = c.Email, Wide = \"\" };")]
    [InlineData("with", "Row M(Contact c, Row r) => r with { Same = c.Email };")]
    [InlineData("positional record", "Row M(Contact c) => new Row(1, \"\", c.Email);")]
    [InlineData("compound assignment of itself", "void M(Lead l) => l.Wide += l.Wide;")]
    [InlineData("deconstruction", "void M(Contact c, Lead l) => (l.Wide, l.Same) = (\"\", c.Email);")]
    [InlineData("swap of objects", "void M(Lead a, Lead b) => (a.Wide, b.Wide) = (b.Wide, a.Wide);")]
    [InlineData("out argument", "void M(Contact c, Lead l) => Get(c, out l.SameField); static void Get(Contact c, out string s) => s = c.Email;")]
    [InlineData("out argument that gets something else", "void M(Contact c, Lead l) => Get(c, out l.WideField); static void Get(Contact c, out string s) { s = c.Email; s = \"\"; }")]
    [InlineData("overwritten before", "void M(Contact c, Lead l) { var e = c.Email; e = \"\"; l.Wide = e; }")]
    [InlineData("null check", "void M(Contact c, Lead l) => l.Wide = c.Email == null ? \"none\" : \"some\";")]
    [InlineData("anonymised", "void M(Contact c, Lead l) => l.Wide = Domain(c.Email); [Anonymizes(\"many users\")] static string Domain(string s) => s.Substring(3);")]
    [InlineData("other element", "void M(Contact c, Lead l) { l.SameList.Add(c.Email); l.WideList.Add(c.Name); }")]
    [InlineData("asked of a list", "void M(Contact c, Lead l) => GC.KeepAlive(l.WideList.Contains(c.Email));")]
    [InlineData("object that others do not own", "void M(Contact c) { var b = new Box(); b.Text = c.Email; b.All.Add(c.Email); }")]
    [InlineData("dead branch", "void M(Contact c, Lead l) { if (false) l.Wide = c.Email; }")]
    [InlineData("whole labelled object", "class Case { [DataCategory(\"identity\"), CollectedFor(\"marketing\")] public Contact? Of; } void M(Contact c, Case k) { c.Email = c.Email; k.Of = c; }")]
    public Task ValueInAMemberThatPermitsNoMore_IsNotReported(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("local", "void M(Contact c, Lead l) { var e = c.Email; var f = e; l.{|ECRM2007:Wide|} = f; }")]
    [InlineData("helper that returns", "void M(Contact c, Lead l) => l.{|ECRM2007:Wide|} = Mail(c); static string Mail(Contact c) => c.Email.Trim();")]
    [InlineData("helper that stores", "void M(Contact c, Lead l) => Put(l, c.Email); static void Put(Lead l, string s) => l.{|ECRM2007:Wide|} = s;")]
    [InlineData("object between", "void M(Contact c, Lead l) => Put(l, new Box { Text = c.Email }); static void Put(Lead l, Box b) => l.{|ECRM2007:Wide|} = b.Text;")]
    [InlineData("list between", "void M(Contact c, Lead l) { var a = new List<string> { c.Email }; foreach (var e in a) l.{|ECRM2007:Wide|} = e; }")]
    [InlineData("text made of it", "void M(Contact c, Lead l) { var b = new StringBuilder(); b.Append(c.Email); l.{|ECRM2007:Wide|} = b.ToString(); }")]
    [InlineData("alias of the target", "void M(Contact c, Lead l) { var k = l; k.{|ECRM2007:Wide|} = c.Email; }")]
    [InlineData("reference", "void M(Contact c, Lead l) { ref var r = ref l.WideField; {|ECRM2007:r|} = c.Email; }")]
    [InlineData("reference to the other", "void M(Contact c, Lead l) { ref var r = ref l.WideField; r = ref l.SameField; r = c.Email; }")]
    [InlineData("query", "List<Lead> M(IEnumerable<Contact> all) => all.Select(c => new Lead { {|ECRM2007:Wide|} = c.Email }).ToList();")]
    [InlineData("query syntax", "IEnumerable<Row> M(IEnumerable<Contact> all) => from c in all select new Row(1, c.{|ECRM2007:Email|}, \"\");")]
    [InlineData("lambda", "void M(Contact c, Lead l) { Action a = () => l.{|ECRM2007:Wide|} = c.Email; a(); }")]
    [InlineData("local function", "void M(Contact c, Lead l) { L(c.Email); void L(string s) => l.{|ECRM2007:Wide|} = s; }")]
    [InlineData("await", "async Task M(Contact c, Lead l) => l.{|ECRM2007:Wide|} = await Mail(c); static async Task<string> Mail(Contact c) { await Task.Yield(); return c.Email; }")]
    [InlineData("permitted code", "[ForPurpose(\"support\")] void M(Contact c, Lead l) => l.{|ECRM2007:Wide|} = c.Email;")]
    [InlineData("one caller of two", "void M(Contact c, Lead l) { Put(l, c.Email); Put(l, c.Name); } static void Put(Lead l, string s) => l.{|ECRM2007:Wide|} = s;")]
    public Task ValueThatComesToTheBorder_IsFollowed(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("constructor", "public class Reader { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string Mail { get; } public Reader(string mail) { {|ECRM2007:Mail|} = mail; } }", "new Reader(c.Email)")]
    [InlineData("primary constructor", "public class Reader(string mail) { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string Mail { get; } = {|ECRM2007:mail|}; }", "new Reader(c.Email)")]
    [InlineData("labelled parameter of a constructor", "public class Reader { public Reader([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string mail) { } }", "new Reader(c.{|ECRM2007:Email|})")]
    [InlineData("constructor of a base", "public class Reader { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string Mail { get; } public Reader(string mail) => {|ECRM2007:Mail|} = mail; } public class Fan(string m) : Reader(m);", "new Fan(c.Email)")]
    [InlineData("base record", "public record Base([property: DataSubjectId] int Id, [property: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string Mail); public record Derived(int Id, string Mail) : Base(Id, {|ECRM2007:Mail|});", "new Derived(1, c.Email)")]
    [InlineData("record struct", "public readonly record struct Reader([property: DataSubjectId] int Id, [property: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string Mail);", "new Reader(1, c.{|ECRM2007:Email|})")]
    [InlineData("label on the parameter of a record", "public record Reader([property: DataSubjectId] int Id, [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string Mail);", "new Reader(1, c.{|ECRM2007:Email|})")]
    [InlineData("same label", "public record Reader([property: DataSubjectId] int Id, [DataCategory(\"contact.email\"), CollectedFor(\"support\")] string Mail);", "new Reader(1, c.Email)")]
    public Task ValueThatMakesAnObject_IsJudgedWhereItIsKept(string form, string types, string made) => Border.VerifyAsync(form, $"void M(Contact c) => GC.KeepAlive({made});", types);

    [Theory]
    [InlineData("wider", "void M(Contact c) => Add(c.{|ECRM2007:Email|}); static void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { }")]
    [InlineData("wider, in code for that purpose", "void M(Contact c) => Add(c.{|ECRM2007:Email|}); [ForPurpose(\"marketing\")] static void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) => GC.KeepAlive(s);")]
    [InlineData("wider, named and out of order", "void M(Contact c) => Add(s: c.{|ECRM2007:Email|}, n: 1); static void Add(int n, [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { }")]
    [InlineData("wider, local function", "void M(Contact c) { Add(c.{|ECRM2007:Email|}); void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { } }")]
    [InlineData("wider, by a helper", "void M(Contact c) => Hand(c.Email); static void Hand(string s) => Add({|ECRM2007:s|}); static void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { }")]
    [InlineData("wider, list", "void M(Contact c) => Add({|ECRM2007:new List<string> { c.Email }|}); static void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] List<string> s) { }")]
    [InlineData("wider, of an interface", "interface IAdd { void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s); } void M(Contact c, IAdd a) => a.Add(c.{|ECRM2007:Email|});")]
    [InlineData("wider, of an interface that a class of the program implements", "interface IAdd { void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s); } class Adder : IAdd { public void Add(string s) { } } void M(Contact c, IAdd a) => a.Add(c.{|ECRM2007:Email|});")]
    [InlineData("wider, on the implementation alone", "interface IAdd { void Add(string s); } class Adder : IAdd { public void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { } } void M(Contact c, IAdd a) => a.Add(c.{|ECRM2007:Email|});")]
    [InlineData("wider, of an operator", "class Sum { public static Sum operator +(Sum a, [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) => a; } Sum M(Contact c, Sum s) => s + c.{|ECRM2007:Email|};")]
    [InlineData("same", "void M(Contact c) => Add(c.Email); static void Add([DataCategory(\"contact.email\"), CollectedFor(\"support\")] string s) { }")]
    [InlineData("another argument", "void M(Contact c) => Add(c.Email, \"\"); static void Add(string t, [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { }")]
    [InlineData("other call", "void M(Contact c) { Keep(c.Email); Add(\"\"); } static void Keep(string s) { } static void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) { }")]
    [InlineData("behind it the label is the parameter's", "void M(Contact c) => Add(c.{|ECRM2007:Email|}); static void Add([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) => new Lead().Wide = s;")]
    public Task LabelledParameter_IsABorder(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("wider", "[return: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string M(Contact c) => c.{|ECRM2007:Email|};")]
    [InlineData("wider, in a statement", "[return: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string M(Contact c) { var e = c.Email; return {|ECRM2007:e|}; }")]
    [InlineData("wider, async", "[return: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] async Task<string> M(Contact c) { await Task.Yield(); return c.{|ECRM2007:Email|}; }")]
    [InlineData("wider, iterator", "[return: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] IEnumerable<string> M(Contact c) { yield return c.{|ECRM2007:Email|}; }")]
    [InlineData("wider, list", "[return: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] List<string> M(Contact c) => {|ECRM2007:new List<string> { c.Email }|};")]
    [InlineData("wider, of what is handed in", "[return: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] static string Id(string s) => {|ECRM2007:s|}; void M(Contact c) => Id(c.Email);")]
    [InlineData("wider, property", "Contact c = new(); [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string Mail => c.{|ECRM2007:Email|}; [DataSubjectId] public int Id { get; set; }")]
    [InlineData("same", "[return: DataCategory(\"contact.email\"), CollectedFor(\"support\")] string M(Contact c) => c.Email;")]
    [InlineData("another", "[return: DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string M(Contact c) { _ = c.Email; return c.Name; }")]
    [InlineData("without label", "string M(Contact c) => c.Email;")]
    public Task LabelledResult_IsABorder(string form, string members) => Border.VerifyAsync(form, members);

    [Theory]
    [InlineData("stored once", "void M(Contact c, Full f) => f.{|ECRM2007:Mail|} = c.Email;", "marketing")]
    [InlineData("stored, and code behind it for that purpose", "void M(Contact c, Full f) { f.{|ECRM2007:Mail|} = c.Email; Use(f.Mail); } [ForPurpose(\"marketing\")] static void Use(string s) { }", "marketing")]
    [InlineData("same", "void M(Contact c, Full f) { f.Mail = c.Email; GC.KeepAlive(f.Mail); }", "support")]
    public Task PropertyThatSomebodyWrote_IsOneBorder(string form, string members, string purpose) => Border.VerifyAsync(
        form, members, $"[ForPurpose(\"{purpose}\")] public class Full {{ [DataSubjectId] public int Id; private string mail = \"\"; [DataCategory(\"contact.email\"), CollectedFor(\"{purpose}\")] public string Mail {{ get => mail; set => mail = value.Trim(); }} }}");

    [Theory]
    [InlineData("interface", "interface ILead { [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string Mail { set; } } class Impl : ILead { public string Mail { get; set; } = \"\"; }", "void M(Contact c, Impl i) => i.{|ECRM2007:Mail|} = c.Email;")]
    [InlineData("through the interface", "interface ILead { [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string Mail { set; } }", "void M(Contact c, ILead i) => i.{|ECRM2007:Mail|} = c.Email;")]
    [InlineData("through an interface that has none", "interface ILead { string Mail { set; } } class Impl : ILead { [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public string Mail { get; set; } = \"\"; [DataSubjectId] public int Id; }", "void M(Contact c, ILead i) => i.{|ECRM2007:Mail|} = c.Email;")]
    [InlineData("inherited", "class Base { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public virtual string Mail { get; set; } = \"\"; } class Derived : Base { public override string Mail { get; set; } = \"\"; }", "void M(Contact c, Derived d) => d.{|ECRM2007:Mail|} = c.Email;")]
    [InlineData("static", "static class Last { [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public static string Mail = \"\"; }", "void M(Contact c) => Last.{|ECRM2007:Mail|} = c.Email;")]
    [InlineData("part of a labelled struct", "struct Home { public string Line; } class Person { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public Home Home; }", "void M(Contact c, Person p) => p.Home.{|ECRM2007:Line|} = c.Email;")]
    [InlineData("part of a labelled object", "class Home { public string Line = \"\"; } class Person { [DataSubjectId] public int Id; [DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] public Home Home = new(); }", "void M(Contact c, Person p) => p.{|ECRM2007:Home|} = new Home { Line = c.Email };")]
    public Task LabelFromElsewhere_IsABorder(string form, string types, string members) => Border.VerifyAsync(form, members, types);

    /// <summary>What comes out carries the label of the member through which it is read, and where that has none its own.</summary>
    [Theory]
    [InlineData("property", "class Impl : IMail { [DataCategory(\"contact.email\"), CollectedFor(\"support\")] public string Mail { get; set; } = \"\"; [DataSubjectId] public int Id; }", "void M(Contact c) { IMail m = new Impl { Mail = c.Email }; Mailer.Send(m.{|ECRM2002:Mail|}); }")]
    [InlineData("record", "record Impl([property: DataSubjectId] int Id, [property: DataCategory(\"contact.email\"), CollectedFor(\"support\")] string Mail) : IMail;", "void M(Contact c) { IMail m = new Impl(1, c.Email); Mailer.Send(m.{|ECRM2002:Mail|}); }")]
    [InlineData("other value", "record Impl([property: DataSubjectId] int Id, [property: DataCategory(\"contact.email\"), CollectedFor(\"support\")] string Mail) : IMail;", "void M(Contact c) { _ = c.Email; IMail m = new Impl(1, c.Name); Mailer.Send(m.Mail); }")]
    [InlineData("whole object that holds it behind its label", "record Impl([property: DataSubjectId] int Id, [property: DataCategory(\"contact.email\"), CollectedFor(\"support\")] string Mail);", "void M(Contact c) => Mailer.Send(new Impl(1, c.Email));")]
    public Task ValueBehindALabel_ComesOutUnderTheNameThatIsRead(string form, string types, string members)
        => Border.VerifyAsync(form, members, types + " public interface IMail { string Mail { get; } } public static class Mailer { [ForPurpose(\"marketing\")] public static void Send(object? value) { } }");

    [Theory]
    [InlineData("ECRM2001", "[ForPurpose(\"marketing\")] void M(Contact c, Lead l) => l.Wide = c.{|ECRM2001:Email|};")]
    [InlineData("ECRM2001, wherever it goes", "[ForPurpose(\"marketing\")] void M(Contact c, Lead l) => (l.Wide, l.Id) = (c.{|ECRM2001:Email|}, 1);")]
    [InlineData("stored later", "[ForPurpose(\"marketing\")] void M(Contact c, Lead l) { var e = c.{|ECRM2001:Email|}; l.{|ECRM2007:Wide|} = e; }")]
    public Task ReadThatIsReportedThere_IsNotReportedAsACopyAsWell(string form, string members) => Border.VerifyAsync(form, members);
}
