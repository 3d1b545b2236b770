using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>The rarer places and forms of C# in which a value is taken, each with what is nearest and takes none. The code works for marketing, which the e-mail does not permit.</summary>
public sealed class UnusualReadFormTests
{
    [Theory]
    [InlineData("base constructor", "class D(Contact c) : Root(c.{|ECRM2001:Email|}) { }")]
    [InlineData("base initialiser", "class D : Root { D(Contact c) : base(c.{|ECRM2001:Email|}) { } }")]
    [InlineData("this initialiser", "class D { D(Contact c) : this(c.{|ECRM2001:Email|}) { } D(string s) { } }")]
    [InlineData("primary constructor in a method", "class D(Contact c) { string M() => c.{|ECRM2001:Email|}; }")]
    [InlineData("primary constructor in an initialiser", "class D(Contact c) { string f = c.{|ECRM2001:Email|}; string P { get; } = c.{|ECRM2001:Email|}; }")]
    [InlineData("record base", "record E(string S); record D(Contact C) : E(C.{|ECRM2001:Email|});")]
    [InlineData("static initialiser", "static string f = new Contact().{|ECRM2001:Email|}; static string P { get; } = new Contact().{|ECRM2001:Email|};")]
    [InlineData("static constructor", "class D { static D() { _ = new Contact().{|ECRM2001:Email|}; } }")]
    [InlineData("finaliser", "class D { Contact c = new(); ~D() { _ = c.{|ECRM2001:Email|}; } }")]
    [InlineData("operator", "class D { public static string operator +(D d, Contact c) => c.{|ECRM2001:Email|}; public static implicit operator D(Contact c) { _ = c.{|ECRM2001:Email|}; return null!; } }")]
    [InlineData("indexer", "string this[Contact c] { get => c.{|ECRM2001:Email|}; set => value = c.{|ECRM2001:Email|}; }")]
    [InlineData("init accessor", "Contact C { init { _ = value.{|ECRM2001:Email|}; } }")]
    [InlineData("event accessors", "Contact c = new(); event System.Action E { add => _ = c.{|ECRM2001:Email|}; remove => _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("default interface method", "interface I { string M(Contact c) => c.{|ECRM2001:Email|}; static string N(Contact c) => c.{|ECRM2001:Email|}; }")]
    [InlineData("struct", "struct D { Contact c; readonly string M() => c.{|ECRM2001:Email|}; }")]
    [InlineData("ref struct", "ref struct D { Contact c; string M() => c.{|ECRM2001:Email|}; }")]
    [InlineData("this and base", "class D : Contact { string M() => {|ECRM2001:Email|} + this.{|ECRM2001:Email|} + base.{|ECRM2001:Email|}; }")]
    [InlineData("static local function", "void M(Contact c) { L(c); static string L(Contact c) => c.{|ECRM2001:Email|}; }")]
    [InlineData("lambda in an initialiser", "System.Func<Contact, string> f = c => c.{|ECRM2001:Email|};")]
    [InlineData("default of a lambda's neighbour", "object M() => (Contact c, int n = 1) => c.{|ECRM2001:Email|};")]
    [InlineData("nested lambdas", "object M(List<Contact> l) => l.Select(c => l.Select(d => c.{|ECRM2001:Email|} + d.{|ECRM2001:Email|}));")]
    [InlineData("anonymous method", "System.Func<Contact, string> M() => delegate(Contact c) { return c.{|ECRM2001:Email|}; };")]
    [InlineData("async iterator", "async IAsyncEnumerable<string> M(Contact c) { await Task.Yield(); yield return c.{|ECRM2001:Email|}; }")]
    public Task ReadInAnUnusualPlace_IsReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("not pattern", "bool M(Contact c) => c is not { {|ECRM2001:Email|}: \"x\" };")]
    [InlineData("and, or", "bool M(Contact c) => c is { {|ECRM2001:Email|}: \"x\" or \"y\" and not \"z\" };")]
    [InlineData("var in a pattern", "string M(Contact c) => c is { {|ECRM2001:Email|}: var e } ? e : \"\";")]
    [InlineData("discard in a pattern", "bool M(Contact c) => c is { {|ECRM2001:Email|}: _ };")]
    [InlineData("empty property pattern", "bool M(Contact c) => c.{|ECRM2001:Email|} is { };")]
    [InlineData("switch statement", "void M(Contact c) { switch (c) { case { {|ECRM2001:Email|}: \"x\" }: break; } switch (c.{|ECRM2001:Email|}) { case \"x\": break; } }")]
    [InlineData("when", "int M(Contact c) => c switch { var d when d.{|ECRM2001:Email|} == \"x\" => 1, _ => 0 };")]
    [InlineData("list pattern", "bool M(Contact[] l) => l is [{ {|ECRM2001:Email|}: \"x\" }, ..];")]
    [InlineData("list pattern over it", "bool M(Contact c) => c.{|ECRM2001:Email|} is ['x', .. var rest];")]
    [InlineData("slice", "string M(Contact c) => c.{|ECRM2001:Email|}[1..];")]
    [InlineData("tuple pattern", "bool M(Contact c) => (c, 1) is ({ {|ECRM2001:Email|}: \"x\" }, 1);")]
    [InlineData("nested pattern", "bool M(Holder h) => h is { C: { {|ECRM2001:Email|}: \"x\" } } or { C.{|ECRM2001:Email|}.Length: 3 };")]
    [InlineData("relational", "bool M(Contact c) => c is { {|ECRM2001:Email|}.Length: > 3 };")]
    [InlineData("exception filter", "void M(Contact c) { try { } catch when (c.{|ECRM2001:Email|} == \"\") { } }")]
    [InlineData("throw", "string M(Contact c) => throw new System.Exception(c.{|ECRM2001:Email|});")]
    [InlineData("lock", "void M(Contact c) { lock (c.{|ECRM2001:Email|}) { } }")]
    [InlineData("foreach", "void M(Contact c) { foreach (var x in c.{|ECRM2001:Email|}) { } }")]
    [InlineData("for", "void M(Contact c) { for (var i = 0; i < c.{|ECRM2001:Email|}.Length; i++) { } }")]
    [InlineData("while", "void M(Contact c) { while (c.{|ECRM2001:Email|} != \"\") { } do { } while (c.{|ECRM2001:Email|} != \"\"); }")]
    [InlineData("fixed", "unsafe void M(Contact c) { fixed (char* p = c.{|ECRM2001:Email|}) { } }")]
    [InlineData("conditional expression", "string M(Contact c, bool b) => b ? c.{|ECRM2001:Email|} : c.Name;")]
    [InlineData("coalescing", "string M(Contact c) => c.{|ECRM2001:Email|} ?? c.Name;")]
    [InlineData("null checks", "bool M(Contact c) => c.{|ECRM2001:Email|} == null || c.{|ECRM2001:Email|} is not null || null != c.{|ECRM2001:Email|};")]
    [InlineData("null check by access", "int? M(Contact c) => c.{|ECRM2001:Email|}?.Length;")]
    [InlineData("suppressed", "string M(Contact c) => c.{|ECRM2001:Email|}!;")]
    [InlineData("cast", "object M(Contact c) => (object)c.{|ECRM2001:Email|};")]
    [InlineData("as, is", "object? M(Contact c) => c.{|ECRM2001:Email|} as object ?? (c.{|ECRM2001:Email|} is string);")]
    [InlineData("parenthesised", "string M(Contact c) => ((c).{|ECRM2001:Email|});")]
    [InlineData("index from end", "char M(Contact c) => c.{|ECRM2001:Email|}[^1];")]
    [InlineData("string concatenation", "string M(Contact c) => \"a\" + c.{|ECRM2001:Email|} + 1;")]
    [InlineData("interpolation with format", "string M(Contact c) => $\"{c.{|ECRM2001:Email|},10:x}\" + (System.FormattableString)$\"{c.{|ECRM2001:Email|}}\";")]
    [InlineData("interpolation handler", "void M(Contact c, System.Text.StringBuilder b) { b.Append($\"{c.{|ECRM2001:Email|}}\"); }")]
    [InlineData("checked", "int M(Contact c) => checked(c.{|ECRM2001:Email|}.Length + 1) + unchecked(c.{|ECRM2001:Email|}.Length);")]
    [InlineData("params", "object M(Contact c) => string.Format(\"{0}\", c.{|ECRM2001:Email|}, 1);")]
    [InlineData("array creation", "string[] M(Contact c) => new[] { c.{|ECRM2001:Email|} };")]
    [InlineData("stackalloc size", "void M(Contact c) { System.Span<int> s = stackalloc int[c.{|ECRM2001:Email|}.Length]; }")]
    [InlineData("collection expression", "string[] M(Contact c) => [c.{|ECRM2001:Email|}];")]
    [InlineData("spread", "char[] M(Contact c) => [.. c.{|ECRM2001:Email|}];")]
    [InlineData("spread beside others", "List<char> M(Contact c) => ['x', .. c.Name, .. c.{|ECRM2001:Email|}];")]
    [InlineData("spread of a query", "string[] M(List<Contact> l) => [.. l.Select(c => c.{|ECRM2001:Email|})];")]
    [InlineData("spread as an argument", "string M(Contact c) => string.Concat([.. c.{|ECRM2001:Email|}]);")]
    [InlineData("list pattern on the member", "bool M(Contact c) => c.{|ECRM2001:Email|} is ['x', .., _];")]
    [InlineData("list pattern inside a property pattern", "bool M(Contact c) => c is { {|ECRM2001:Email|}: ['x', .. var rest] };")]
    [InlineData("property pattern inside a list pattern", "bool M(Contact[] l) => l is [{ {|ECRM2001:Email|}: \"x\" }, ..];")]
    [InlineData("property pattern inside a slice", "bool M(Contact[] l) => l is [_, .. [{ {|ECRM2001:Email|}.Length: 1 }]];")]
    [InlineData("list pattern in a switch", "int M(Contact[] l) => l switch { [{ Name: \"x\" }] => 0, [.., { {|ECRM2001:Email|}: \"x\" }] => 1, _ => 2 };")]
    [InlineData("null-conditional compound assignment", "void M(Contact? c) { c?.{|ECRM2001:Email|} += \"x\"; c?.{|ECRM2001:Email|} ??= \"x\"; }")]
    [InlineData("value of a null-conditional assignment", "void M(Contact? c, Contact d) { c?.Name = d.{|ECRM2001:Email|}; d?.Email = c?.{|ECRM2001:Email|}!; }")]
    [InlineData("collection initialiser", "object M(Contact c) => new List<string> { c.{|ECRM2001:Email|} };")]
    [InlineData("dictionary initialiser", "object M(Contact c) => new Dictionary<string, string> { [c.{|ECRM2001:Email|}] = c.{|ECRM2001:Email|} };")]
    [InlineData("nested initialiser", "object M(Contact c) => new Holder { C = { Name = c.{|ECRM2001:Email|} } };")]
    [InlineData("anonymous object, named", "object M(Contact c) => new { X = c.{|ECRM2001:Email|} };")]
    [InlineData("tuple names", "object M(Contact c) => (c.{|ECRM2001:Email|}, c.Name);")]
    [InlineData("tuple comparison", "bool M(Contact c) => (c.{|ECRM2001:Email|}, 1) == (\"x\", 1);")]
    [InlineData("deconstruction", "void M(Contact c) { string a; (a, _) = (c.{|ECRM2001:Email|}, c.{|ECRM2001:Email|}); }")]
    [InlineData("swap", "void M(Contact c) { (c.Name, c.Email) = (c.{|ECRM2001:Email|}, c.Name); }")]
    [InlineData("assignment as a value", "string M(Contact c, Contact d) => c.Name = d.{|ECRM2001:Email|};")]
    [InlineData("chained assignment", "void M(Contact c, Contact d) { c.Name = d.Name = c.{|ECRM2001:Email|}; }")]
    [InlineData("discarded property", "void M(Contact c) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("await", "async Task<string> M(Task<Contact> t) => (await t).{|ECRM2001:Email|};")]
    [InlineData("generic constraint", "string M<T>(T t) where T : Contact => t.{|ECRM2001:Email|};")]
    [InlineData("array element", "string M(Contact[] l) => l[0].{|ECRM2001:Email|};")]
    [InlineData("conditional access chain", "int? M(Holder? h) => h?.C?.{|ECRM2001:Email|}?.Length;")]
    [InlineData("return in using", "string M(Contact c) { using (new System.IO.MemoryStream()) { return c.{|ECRM2001:Email|}; } }")]
    [InlineData("compound on another", "void M(Contact c) { c.Name += c.{|ECRM2001:Email|}; c.Name ??= c.{|ECRM2001:Email|}; }")]
    [InlineData("function as argument", "void M(Contact c) => System.Console.WriteLine((System.Func<string>)(() => c.{|ECRM2001:Email|}));")]
    [InlineData("dynamic call", "void M(dynamic d, Contact c) { d.Send(c.{|ECRM2001:Email|}); d[c.{|ECRM2001:Email|}] = 1; d.X = c.{|ECRM2001:Email|}; }")]
    [InlineData("object creation", "object M(Contact c) => new string(c.{|ECRM2001:Email|}) + new System.Uri(c.{|ECRM2001:Email|});")]
    [InlineData("range", "object M(Contact c) => 1..c.{|ECRM2001:Email|}.Length;")]
    public Task UnusualRead_IsReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("let, join, group", "object M(List<Contact> l) => from c in l let e = c.{|ECRM2001:Email|} join d in l on c.{|ECRM2001:Email|} equals d.{|ECRM2001:Email|} group c.{|ECRM2001:Email|} by d.{|ECRM2001:Email|} into g select g.Key;")]
    [InlineData("from from", "object M(List<Contact> l) => from c in l from d in c.{|ECRM2001:Email|} select d;")]
    [InlineData("orderby", "object M(List<Contact> l) => from c in l orderby c.Name, c.{|ECRM2001:Email|} descending select c.Name;")]
    [InlineData("queryable", "object M(IQueryable<Contact> l) => from c in l where c.{|ECRM2001:Email|} == \"x\" select new { c.{|ECRM2001:Email|} };")]
    [InlineData("stored expression", "System.Linq.Expressions.Expression<System.Func<Contact, string>> E = c => c.{|ECRM2001:Email|};")]
    [InlineData("method syntax", "object M(List<Contact> l) => l.Where(c => c.Name == \"x\").OrderBy(c => c.{|ECRM2001:Email|}).GroupBy(c => c.{|ECRM2001:Email|}, c => c.Name);")]
    public Task Query_IsReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("with", "R M(R r) => r with { Mail = \"x\" };")]
    [InlineData("object initialiser with the member", "object M() => new Holder { C = { Email = \"x\" } };")]
    [InlineData("chained write", "void M(Contact c, Contact d) { c.Email = d.Email = \"x\"; }")]
    [InlineData("conditional write", "void M(Contact? c) { c?.Email = \"x\"; }")]
    [InlineData("conditional write through others", "void M(Holder? h) { h?.C?.Email = \"x\"; h?.C.Email = \"x\"; }")]
    [InlineData("conditional write of an element", "void M(Lists? b) { b?.Mails[0] = \"x\"; }")]
    [InlineData("conditional write of a field", "void M(Bag? b) { b?.Mail = \"x\"; b?.Home.Street = \"x\"; }")]
    [InlineData("list pattern of unlabelled members", "bool M(Contact[] l) => l is [{ Name: ['x', ..] }, .. var rest];")]
    [InlineData("spread of unlabelled members", "object M(Contact[] l, Contact c) => new List<object>([.. l, .. c.Name]);")]
    [InlineData("deconstruction into", "void M(Contact c) { ((c.Email, _), c.Name) = ((\"x\", 1), \"y\"); }")]
    [InlineData("foreach into", "void M(List<(string, int)> l, Contact c) { foreach (var (a, b) in l) { c.Email = a; } }")]
    [InlineData("out", "void M(Bag b) { Get(out b.Mail); } static void Get(out string s) => s = \"\";")]
    [InlineData("part of a struct", "void M(Bag b) { b.Home.Street = \"x\"; b.Home.Inner.Street = \"x\"; }")]
    [InlineData("inline array", "void M(Bag b) { b.Ten[0] = 'x'; }")]
    [InlineData("attribute", "[System.Obsolete(nameof(Contact.Email))] void M() { }")]
    [InlineData("nameof of a chain", "string M(Holder h) => nameof(h.C.Email) + nameof(Holder.C.Email.Length);")]
    [InlineData("typeof, sizeof, default", "object M() => (typeof(Contact), default(Contact), sizeof(int));")]
    [InlineData("pattern without the member", "bool M(Contact c) => c is { Name: \"x\" } and not null;")]
    [InlineData("documentation", "/// <summary><see cref=\"Contact.Email\"/></summary>\n void M() { }")]
    [InlineData("event", "event System.Action? E; void M() { E += () => { }; E?.Invoke(); }")]
    [InlineData("same name elsewhere", "string Email = \"\"; string M() => Email;")]
    public Task UnusualFormThatTakesNothing_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("ref argument", "void M(Bag b) { Set(ref b.{|ECRM2001:Mail|}); } static void Set(ref string s) { }")]
    [InlineData("in argument", "void M(Bag b) { Set(in b.{|ECRM2001:Mail|}); } static void Set(in string s) { }")]
    [InlineData("ref return", "ref string M(Bag b) => ref b.{|ECRM2001:Mail|};")]
    [InlineData("ref local", "void M(Bag b) { ref var r = ref b.{|ECRM2001:Mail|}; }")]
    [InlineData("part of a struct", "string M(Bag b) => b.{|ECRM2001:Home|}.Street + b.{|ECRM2001:Home|}.Inner.Street;")]
    [InlineData("property of a struct", "int M(Bag b) => b.{|ECRM2001:Home|}.Length;")]
    [InlineData("inline array", "char M(Bag b) => b.{|ECRM2001:Ten|}[0];")]
    [InlineData("address", "unsafe void M(Bag b) { fixed (int* p = &b.{|ECRM2001:Number|}) { } }")]
    [InlineData("increment", "void M(Bag b) { b.{|ECRM2001:Number|}++; --b.{|ECRM2001:Number|}; var x = b.{|ECRM2001:Number|}-- + 1; }")]
    [InlineData("record with", "R M(R r) => r with { Mail = r.{|ECRM2001:Mail|} };")]
    [InlineData("function pointer", "unsafe void M() { delegate*<string> p = &Bag.{|ECRM2001:Get|}; }")]
    [InlineData("static abstract", "string M<T>() where T : IStatic => T.{|ECRM2001:Mail|};")]
    [InlineData("delegate with a labelled result", "string M(Getter g) => {|ECRM2001:g|}() + g.{|ECRM2001:Invoke|}();")]
    [InlineData("local function with a labelled result", "string M() { return {|ECRM2001:L|}(); [return: DataCategory(\"contact.email\")] string L() => \"\"; }")]
    [InlineData("labelled parameter of a lambda", "object M() => ([DataCategory(\"contact.email\")] string m) => {|ECRM2001:m|}.Length;")]
    [InlineData("labelled parameter of a local function", "int M() { return L(\"\"); int L([DataCategory(\"contact.email\")] string m) => {|ECRM2001:m|}.Length; }")]
    [InlineData("labelled parameter of an indexer", "string this[[DataCategory(\"contact.email\")] string m] => {|ECRM2001:m|};")]
    [InlineData("labelled primary constructor parameter", "class D([DataCategory(\"contact.email\")] string m) { string M() => {|ECRM2001:m|}; }")]
    [InlineData("labelled this of an extension", "int M(string s) => s.Length; } static class X { [ForPurpose(\"marketing\")] static int L([DataCategory(\"contact.email\")] this string m) => {|ECRM2001:m|}.Length;")]
    public Task OtherMembers_AreReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("out variable", "string M(Api a) { a.TryGet(1, out {|ECRM2001:var m|}); return m; }")]
    [InlineData("out existing", "string M(Api a) { string m; a.TryGet(1, out {|ECRM2001:m|}); return m; }")]
    [InlineData("out member", "void M(Api a, Bag b) { a.TryGet(1, out {|ECRM2001:b.Plain|}); }")]
    [InlineData("condition", "string M(Api a) => a.TryGet(1, out {|ECRM2001:var m|}) ? m : \"\";")]
    [InlineData("ref", "void M(Api a, string m) { a.Fill(ref {|ECRM2001:m|}); }")]
    [InlineData("constructor", "object M() => new Api(out {|ECRM2001:var m|});")]
    [InlineData("interface", "void M(IApi a) { a.TryGet(1, out {|ECRM2001:var m|}); }")]
    [InlineData("implementation of an interface", "void M(Impl a) { a.TryGet(1, out {|ECRM2001:var m|}); }")]
    [InlineData("method group", "Try M(Api a) => a.{|ECRM2001:TryGet|};")]
    [InlineData("method group that is handed on", "void M(Api a) { N(a.{|ECRM2001:TryGet|}); } static void N(Try t) { }")]
    [InlineData("method group of a ref parameter", "Change M(Api a) => new Change(a.{|ECRM2001:Fill|});")]
    [InlineData("method group through an interface", "Try M(IApi a) => a.{|ECRM2001:TryGet|};")]
    [InlineData("method group of an implementation", "Try M(Impl a) => a.{|ECRM2001:TryGet|};")]
    [InlineData("method group that listens", "event Change? E; void M(Api a) => E += a.{|ECRM2001:Fill|};")]
    [InlineData("method pointer", "unsafe void M() { delegate*<out string, void> p = &Api.{|ECRM2001:First|}; }")]
    [InlineData("deconstruction by hand", "void M(Api a) { var (id, {|ECRM2001:mail|}) = a; }")]
    [InlineData("pattern by hand", "bool M(Api a) => a is (1, {|ECRM2001:\"x\"|});")]
    [InlineData("loop by hand", "void M(List<Api> l) { foreach (var (id, {|ECRM2001:mail|}) in l) { } }")]
    [InlineData("deconstruction by an extension", "void M(Holder h) { var (id, {|ECRM2001:mail|}) = h; }")]
    public Task LabelledParameterThatHandsOut_IsReadByTheCaller(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("discard", "bool M(Api a) => a.TryGet(1, out _);")]
    [InlineData("unlabelled out", "void M(Api a) { a.Name(out var n); }")]
    [InlineData("handed in", "void M(Api a) { a.Send(\"x\"); }")]
    [InlineData("method group without labelled out", "NameOf M(Api a) => a.Name;")]
    [InlineData("method group that takes only", "System.Action<string> M(Api a) => a.Send;")]
    [InlineData("name of a method group", "string M(Api a) => nameof(a.TryGet);")]
    [InlineData("method group that stops listening", "event Change? E; void M(Api a) => E -= a.Fill;")]
    [InlineData("deconstruction with a discard", "void M(Api a) { var (id, _) = a; }")]
    [InlineData("pattern with a discard", "bool M(Api a) => a is (1, _);")]
    public Task ParameterThatHandsNothingOut_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("extension property", "string M(Contact c) => c.{|ECRM2001:Mail|};")]
    [InlineData("extension method", "string M(Contact c) => c.{|ECRM2001:Get|}();")]
    [InlineData("static extension", "string M() => Contact.{|ECRM2001:First|};")]
    [InlineData("extension method by its class", "string M(Contact c) => Extensions.{|ECRM2001:Get|}(c);")]
    [InlineData("extension property in a pattern", "bool M(Contact c) => c is { {|ECRM2001:Mail|}: \"x\" };")]
    [InlineData("extension property, null-conditional", "string? M(Contact? c) => c?.{|ECRM2001:Mail|};")]
    [InlineData("extension method as a delegate", "System.Func<string> M(Contact c) => c.{|ECRM2001:Get|};")]
    [InlineData("extension property that is written", "void M(Contact c) { c.Box = \"x\"; c.{|ECRM2001:Box|} += \"x\"; }")]
    [InlineData("extension method whose result nobody takes", "void M(Contact c) { c.Get(); }")]
    public Task ExtensionBlocks_AreRead(string form, string member) => VerifyAsync(form, member);

    /// <summary>The method behind the property has no label of its own, and no symbol leads back from it.</summary>
    [Fact]
    public Task Limit_ExtensionPropertyCalledByItsAccessor_IsNotSeen() => VerifyAsync("accessor", "string M(Contact c) => Extensions.get_Mail(c);");

    [Fact]
    public Task CodeInAnExtensionBlock_WorksForThePurposeOfItsClass() => Rules.VerifyWithContactAsync("""
        using Ethics.Crm; using Acme.Crm;
        [ForPurpose("marketing")]
        public static class Letters
        {
            extension(Contact c)
            {
                public string Address => c.{|ECRM2001:Email|};
                public string To() => c.{|ECRM2001:Email|};
                [ForPurpose("support")] public string Allowed() => c.Email;
            }
            extension(Contact) { public static string Of(Contact other) => other.{|ECRM2001:Email|}; }
        }
        """);

    [Fact]
    public Task TopLevelStatements_AreRead() => Rules.VerifyWithContactAsync(
        """
        using Ethics.Crm; using Acme.Crm;
        [assembly: ForPurpose("marketing")]
        var c = new Contact();
        System.Console.WriteLine(c.{|ECRM2001:Email|});
        System.Func<string> f = () => c.{|ECRM2001:Email|};
        await System.Threading.Tasks.Task.FromResult(L());
        string L() => c.{|ECRM2001:Email|};
        """,
        check => check.TestState.OutputKind = OutputKind.ConsoleApplication);

    private static Task VerifyAsync(string form, string member)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
            using Acme.Crm; using Ethics.Crm;
            public class Root(string s) { public string S = s; }
            public record R { [DataCategory("contact.email")] public string Mail = ""; }
            public class Holder { public Contact C { get; } = new(); }
            public class Lists { [DataCategory("contact.email")] public List<string> Mails = []; }
            public struct Home { public string Street; public Home2 Inner; public int Length => 0; }
            public struct Home2 { public string Street; }
            [System.Runtime.CompilerServices.InlineArray(10)] public struct Ten { private char first; }
            public delegate string Plain();
            [return: DataCategory("contact.email")] public delegate string Getter();
            public interface IStatic { [DataCategory("contact.email")] static abstract string Mail { get; } }
            public class Bag
            {
                [DataCategory("contact.email")] public string Mail = "";
                [DataCategory("contact.email")] public int Number;
                [DataCategory("contact.email")] public Home Home;
                [DataCategory("contact.email")] public Ten Ten;
                [return: DataCategory("contact.email")] public static string Get() => "";
                public string Plain = "";
            }
            public delegate bool Try(int id, out string mail);
            public delegate void Change(ref string mail);
            public delegate void NameOf(out string name);
            public interface IApi { bool TryGet(int id, [DataCategory("contact.email")] out string mail); }
            public class Impl : IApi { public bool TryGet(int id, out string mail) { mail = ""; return true; } }
            public class Api
            {
                public Api() { }
                public Api([DataCategory("contact.email")] out string mail) => mail = "";
                public bool TryGet(int id, [DataCategory("contact.email")] out string mail) { mail = ""; return true; }
                public void Fill([DataCategory("contact.email")] ref string mail) => mail = "";
                public void Send([DataCategory("contact.email")] string mail) { }
                public void Name(out string name) => name = "";
                public static void First([DataCategory("contact.email")] out string mail) => mail = "";
                public void Deconstruct(out int id, [DataCategory("contact.email")] out string mail) { id = 1; mail = ""; }
            }
            public static class Extensions
            {
                public static void Deconstruct(this Holder h, out int id, [DataCategory("contact.email")] out string mail) { id = 1; mail = ""; }
                extension(Contact c)
                {
                    [DataCategory("contact.email")] public string Mail => "";
                    [DataCategory("contact.email")] public string Box { get => ""; set { } }
                    [return: DataCategory("contact.email")] public string Get() => "";
                    [DataCategory("contact.email")] public static string First => "";
                }
            }
            [ForPurpose("marketing")]
            public partial class Job { {{member}} }
            """,
            // What is not guarded is another rule's, and so is where the value goes afterwards.
            check => check.DisabledDiagnostics.AddRange(["ECRM1106", "ECRM9002", "ECRM9000"]));
    }
}
