namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2003 in helpers that the compiler calls, where no name in the source stands for the call; and where it does not call them.</summary>
public sealed class ImplicitCallTests
{
    private const string For = "[ForPurpose(\"marketing\")] ";

    private const string Read = "System.GC.KeepAlive(c.{|ECRM2003:Email|})";

    private const string Quiet = "System.GC.KeepAlive(c.Email)";

    private const string Apart = "class P(Contact c) { public void Deconstruct(out string a, out string b) { a = \"\"; b = \"\"; $; } } ";

    private const string Loop = "class P(Contact c) { public E GetEnumerator() { $start; return new E(c); } } class E(Contact c) { public int Current { get { $current; return 1; } } public bool MoveNext() { $next; return false; } public void Dispose() { $end; } } ";

    private const string Closing = "class P(Contact c) : IDisposable { public void Dispose() => $; } ";

    private const string Awaited = "class P(Contact c) { public A GetAwaiter() { $start; return new A(c); } } class A(Contact c) : System.Runtime.CompilerServices.INotifyCompletion "
        + "{ public bool IsCompleted { get { $there; return true; } } public int GetResult() { $result; return 1; } public void OnCompleted(Action a) { $then; } } ";

    private const string Counted = "class P(Contact c) { public int Length { get { $length; return 1; } } public int this[int i] { get { $item; return 1; } } public P Slice(int a, int b) { $slice; return this; } } ";

    private const string Filled = "class P(Contact c) : System.Collections.IEnumerable { public void Add(int n) => $; public int this[int i] { set => $set; } public System.Collections.IEnumerator GetEnumerator() => throw new Exception(); } ";

    private const string Operators = "class P(Contact c) { Contact C => c; public static implicit operator int(P p) { var c = p.C; $convert; return 1; } public static bool operator true(P p) { var c = p.C; $true; return true; } public static bool operator false(P p) { var c = p.C; $false; return false; } "
        + "public static P operator &(P p, P q) => q; public static P operator ++(P p) { var c = p.C; $more; return p; } } ";

    [Theory]
    [InlineData("taken apart", Apart, "$", "void M(P p) { var (a, b) = p; }")]
    [InlineData("taken apart inside", Apart, "$", "void M(P p) { var ((a, b), d) = (p, 1); }")]
    [InlineData("taken apart in a loop", Apart, "$", "void M(P[] all) { foreach (var (a, b) in all) { } }")]
    [InlineData("taken apart in a pattern", Apart, "$", "bool M(P p) => p is (_, _);")]
    [InlineData("taken apart in an arm", Apart, "$", "int M(object o) => o switch { P (\"x\", _) => 1, _ => 2 };")]
    [InlineData("start of a loop", Loop, "$start", "void M(P p) { foreach (var x in p) { } }")]
    [InlineData("step of a loop", Loop, "$next", "void M(P p) { foreach (var x in p) { } }")]
    [InlineData("element of a loop", Loop, "$current", "void M(P p) { foreach (var x in p) { } }")]
    [InlineData("closed at the end", Closing, "$", "void M(P q) { using var p = q; }")]
    [InlineData("closed after a block", Closing, "$", "void M(P p) { using (p) { } }")]
    [InlineData("closed after a declaration", Closing, "$", "void M(P q) { using (P p = q, r = q) { } }")]
    [InlineData("start of an await", Awaited, "$start", "async Task M(P p) => await p;")]
    [InlineData("await that is there", Awaited, "$there", "async Task M(P p) => await p;")]
    [InlineData("await that comes later", Awaited, "$then", "async Task M(P p) => await p;")]
    [InlineData("result of an await", Awaited, "$result", "async Task<int> M(P p) => await p;")]
    [InlineData("result of an await that nobody takes", Awaited, "$result", "async Task M(P p) => await p;")]
    [InlineData("count behind an index from the end", Counted, "$length", "int M(P p) => p[^1];")]
    [InlineData("element behind an index from the end", Counted, "$item", "int M(P p) => p[^1];")]
    [InlineData("count behind a slice", Counted, "$length", "P M(P p) => p[1..];")]
    [InlineData("slice", Counted, "$slice", "P M(P p) => p[1..];")]
    [InlineData("count behind a pattern", Counted, "$length", "bool M(P p) => p is [_, _];")]
    [InlineData("element behind a pattern", Counted, "$item", "bool M(P p) => p is [1, ..];")]
    [InlineData("slice behind a pattern", Counted, "$slice", "bool M(P p) => p is [_, .. var rest];")]
    [InlineData("member that a pattern asks", "class P(Contact c) { public int N { get { $; return 1; } } } ", "$", "bool M(P p) => p is { N: 1 };")]
    [InlineData("member that a pattern asks, overridden", "abstract class B { public abstract int N { get; } } class P(Contact c) : B { public override int N { get { $; return 1; } } } ", "$", "bool M(B p) => p is { N: 1 };")]
    [InlineData("added by an initializer", Filled, "$;", "void M(Contact c) => System.GC.KeepAlive(new P(c) { 1 });")]
    [InlineData("set by an initializer", Filled, "$set", "void M(Contact c) => System.GC.KeepAlive(new P(c) { [0] = 1 });")]
    [InlineData("conversion of an argument", Operators, "$convert", "void M(P p) => N(p); void N(int n) { }")]
    [InlineData("conversion of a result", Operators, "$convert", "int M(P p) => p;")]
    [InlineData("conversion of the elements of a loop", Operators, "$convert", "void M(P[] all) { foreach (int n in all) { } }")]
    [InlineData("condition", Operators, "$true", "void M(P p) { if (p) { } }")]
    [InlineData("first of two conditions", Operators, "$false", "void M(P p, P q) { if (p && q) { } }")]
    [InlineData("one more", Operators, "$more", "void M(P p) { p++; }")]
    public Task HelperThatTheCompilerCalls_IsReported(string form, string type, string place, string members) => VerifyAsync(form, type, place, Read, members);

    [Theory]
    [InlineData("taken apart otherwise", Apart, "$", "void M(P p) { var (a, b) = (p, 1); }")]
    [InlineData("matched by type", Apart, "$", "bool M(P p) => p is { };")]
    [InlineData("no loop", Loop, "$start", "void M(P p) => System.GC.KeepAlive(p);")]
    [InlineData("step of no loop", Loop, "$next", "void M(P p) => p.GetEnumerator();")]
    [InlineData("loop over several", Loop, "$current", "void M(P[] all) { foreach (var p in all) { } }")]
    [InlineData("never closed", Closing, "$", "void M(P q) { var p = q; }")]
    [InlineData("other one that is closed", Closing, "$", "void M(P p) { using (var s = new System.IO.MemoryStream()) System.GC.KeepAlive(p); }")]
    [InlineData("not awaited", Awaited, "$start", "Task<P> M(P p) => Task.FromResult(p);")]
    [InlineData("awaited as what yields it", Awaited, "$result", "async Task<P> M(Task<P> p) => await p;")]
    [InlineData("index from the start", Counted, "$length", "int M(P p) => p[1];")]
    [InlineData("element that nobody looks at", Counted, "$item", "bool M(P p) => p is [_, _];")]
    [InlineData("slice that nobody takes", Counted, "$slice", "bool M(P p) => p is [_, ..];")]
    [InlineData("other member that a pattern asks", "class P(Contact c) { public int N { get { $; return 1; } } public int O => 1; } ", "$", "bool M(P p) => p is { O: 1 };")]
    [InlineData("pattern that fits any", Counted, "$length", "bool M(P p) => p is [..];")]
    [InlineData("slice from the start", Counted, "$length", "P M(P p) => p[1..2];")]
    [InlineData("nothing added", Filled, "$;", "void M(Contact c) => System.GC.KeepAlive(new P(c) { [0] = 1 });")]
    [InlineData("nothing set", Filled, "$set", "void M(Contact c) => System.GC.KeepAlive(new P(c) { 1 });")]
    [InlineData("not converted", Operators, "$convert", "void M(P p) => N(p); void N(P n) { }")]
    [InlineData("elements that are not converted", Operators, "$convert", "void M(P[] all) { foreach (var n in all) { } }")]
    [InlineData("no condition", Operators, "$true", "void M(P p) { if (p is null) { } }")]
    [InlineData("not one more", Operators, "$more", "void M(P p) { p = p & p; }")]
    public Task HelperThatTheCompilerDoesNotCall_IsNotReported(string form, string type, string place, string members) => VerifyAsync(form, type, place, Quiet, members);

    private static Task VerifyAsync(string form, string type, string place, string read, string members)
    {
        var text = type.Replace(place, place.EndsWith(';') ? read + ";" : read, StringComparison.Ordinal);
        foreach (var other in new[] { "$start", "$current", "$next", "$end", "$there", "$result", "$then", "$length", "$item", "$slice", "$set", "$convert", "$true", "$false", "$more", "$" })
        {
            text = text.Replace(other, "_ = 0", StringComparison.Ordinal);
        }

        return Flow.VerifyAsync(form, text + For + members);
    }

    [Theory]
    [InlineData("await using declared", "class P(Contact c) : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); GC.KeepAlive(c.{|ECRM2003:Email|}); } } [ForPurpose(\"marketing\")] async Task M(P q) { await using var p = q; }")]
    [InlineData("await using block", "class P(Contact c) : IAsyncDisposable { public ValueTask DisposeAsync() { GC.KeepAlive(c.{|ECRM2003:Email|}); return default; } } [ForPurpose(\"marketing\")] async Task M(P q) { await using (q) { } }")]
    [InlineData("enumerator dispose", "class P(Contact c) { public E GetEnumerator() => new E(c); } class E(Contact c) : IDisposable { public int Current => 1; public bool MoveNext() => false; public void Dispose() => GC.KeepAlive(c.{|ECRM2003:Email|}); } [ForPurpose(\"marketing\")] void M(P p) { foreach (var x in p) { } }")]
    [InlineData("enumerator dispose, ref struct pattern", "class P(Contact c) { public E GetEnumerator() => new E(c); } ref struct E(Contact c) { public int Current => 1; public bool MoveNext() => false; public void Dispose() => GC.KeepAlive(c.{|ECRM2003:Email|}); } [ForPurpose(\"marketing\")] void M(P p) { foreach (var x in p) { } }")]
    [InlineData("async enumerator dispose", "class P(Contact c) { public E GetAsyncEnumerator() => new E(c); } class E(Contact c) : IAsyncDisposable { public int Current => 1; public ValueTask<bool> MoveNextAsync() => new(false); public ValueTask DisposeAsync() { GC.KeepAlive(c.{|ECRM2003:Email|}); return default; } } [ForPurpose(\"marketing\")] async Task M(P p) { await foreach (var x in p) { } }")]
    [InlineData("async enumerator movenext", "class P(Contact c) { public E GetAsyncEnumerator() => new E(c); } class E(Contact c) { public int Current => 1; public ValueTask<bool> MoveNextAsync() { GC.KeepAlive(c.{|ECRM2003:Email|}); return new(false); } } [ForPurpose(\"marketing\")] async Task M(P p) { await foreach (var x in p) { } }")]
    [InlineData("ref struct using pattern", "ref struct P(Contact c) { public void Dispose() => GC.KeepAlive(c.{|ECRM2003:Email|}); } [ForPurpose(\"marketing\")] void M(Contact c) { using var p = new P(c); }")]
    [InlineData("using factory result as base", "class B2 : IDisposable { public virtual void Dispose() { } } class P(Contact c) : B2 { public override void Dispose() => GC.KeepAlive(c.{|ECRM2003:Email|}); } [ForPurpose(\"marketing\")] void M(B2 p) { using (p) { } }")]
    [InlineData("using type parameter", "class P(Contact c) : IDisposable { public void Dispose() => GC.KeepAlive(c.{|ECRM2003:Email|}); } [ForPurpose(\"marketing\")] void M<T>(T p) where T : P { using (p) { } }")]
    [InlineData("GetEnumerator extension", "[ForPurpose(\"marketing\")] void M(Contact c) { foreach (var x in c) { } }", "public static class X2 { public static IEnumerator<int> GetEnumerator(this Contact c) { GC.KeepAlive(c.{|ECRM2003:Email|}); yield break; } }")]
    [InlineData("Deconstruct extension", "[ForPurpose(\"marketing\")] void M(Contact c) { var (a, b) = c; }", "public static class X2 { public static void Deconstruct(this Contact c, out int a, out int b) { GC.KeepAlive(c.{|ECRM2003:Email|}); a = b = 1; } }")]
    [InlineData("interpolation handler", "[System.Runtime.CompilerServices.InterpolatedStringHandler] public struct H { public H(int a, int b, Contact c) { GC.KeepAlive(c.{|ECRM2003:Email|}); } public void AppendLiteral(string s) { } } void Log(Contact c, [System.Runtime.CompilerServices.InterpolatedStringHandlerArgument(\"c\")] H h) { } [ForPurpose(\"marketing\")] void M(Contact c) => Log(c, $\"x\");")]
    public Task HelperThatClosesOrGoesOn_IsReported(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("await using never", "class P(Contact c) : IAsyncDisposable { public ValueTask DisposeAsync() { GC.KeepAlive(c.Email); return default; } } [ForPurpose(\"marketing\")] async Task M(P q) { await Task.Yield(); var p = q; }")]
    [InlineData("await using only sync dispose reads", "class P(Contact c) : IAsyncDisposable, IDisposable { public void Dispose() => GC.KeepAlive(c.Email); public ValueTask DisposeAsync() => default; } [ForPurpose(\"marketing\")] async Task M(P q) { await using var p = q; }")]
    [InlineData("using only async dispose reads", "class P(Contact c) : IAsyncDisposable, IDisposable { public void Dispose() { } public ValueTask DisposeAsync() { GC.KeepAlive(c.Email); return default; } } [ForPurpose(\"marketing\")] void M(P q) { using var p = q; }")]
    [InlineData("enumerator dispose, no IDisposable class", "class P(Contact c) { public E GetEnumerator() => new E(c); } class E(Contact c) { public int Current => 1; public bool MoveNext() => false; public void Dispose() => GC.KeepAlive(c.Email); } [ForPurpose(\"marketing\")] void M(P p) { foreach (var x in p) { } }")]
    [InlineData("enumerator dispose, handcalled loop", "class P(Contact c) { public E GetEnumerator() => new E(c); } class E(Contact c) : IDisposable { public int Current => 1; public bool MoveNext() => false; public void Dispose() => GC.KeepAlive(c.Email); } [ForPurpose(\"marketing\")] void M(P p) { var e = p.GetEnumerator(); while (e.MoveNext()) { } }")]
    public Task HelperThatTheCompilerDoesNotCallThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("await using ConfigureAwait", "class P(Contact c) : IAsyncDisposable { public ValueTask DisposeAsync() { GC.KeepAlive(c.Email); return default; } } [ForPurpose(\"marketing\")] async Task M(P q) { await using (q.ConfigureAwait(false)) { } }")]
    [InlineData("collection expression Add", "class P : IEnumerable<Contact> { public void Add(Contact c) => GC.KeepAlive(c.Email); public IEnumerator<Contact> GetEnumerator() => throw new Exception(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new Exception(); } [ForPurpose(\"marketing\")] void M(Contact c) { P p = [c]; }")]
    [InlineData("fixed GetPinnableReference", "class P(Contact c) { int n; public ref int GetPinnableReference() { GC.KeepAlive(c.Email); return ref n; } } [ForPurpose(\"marketing\")] unsafe void M(P p) { fixed (int* x = p) { } }")]
    [InlineData("tuple equality with own operator", "class P(Contact c) { public Contact C => c; public static bool operator ==(P a, P b) => a.C.Email == \"\"; public static bool operator !=(P a, P b) => true; public override bool Equals(object? o) => true; public override int GetHashCode() => 1; } [ForPurpose(\"marketing\")] bool M(P p, P q) => (p, 1) == (q, 1);")]
    [InlineData("record equality reads own property", "record P(Contact C) { public virtual bool Equals(P? o) => C.Email == \"\"; public override int GetHashCode() => 1; } [ForPurpose(\"marketing\")] bool M(P p, P q) => p == q;")]
    [InlineData("record with clone ctor", "record P(Contact C) { protected P(P o) { C = o.C; GC.KeepAlive(o.C.Email); } } [ForPurpose(\"marketing\")] P M(P p) => p with { };")]
    [InlineData("GetAwaiter extension", "[ForPurpose(\"marketing\")] async Task M(Contact c) { await c; }", "public static class X2 { public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this Contact c) { GC.KeepAlive(c.Email); return Task.CompletedTask.GetAwaiter(); } }")]
    public Task FalseNegative_HelperThatTheCompilerCallsInARoundaboutWay_IsNotSeen(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);
}
