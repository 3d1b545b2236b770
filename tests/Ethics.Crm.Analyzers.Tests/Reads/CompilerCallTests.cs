using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>Labelled members that the compiler calls, and no name in the source stands for, in code for marketing, which the e-mail does not permit.</summary>
public sealed class CompilerCallTests
{
    private const string Header = """
        using System; using System.Collections; using System.Collections.Generic; using System.Linq; using System.Runtime.CompilerServices; using System.Text; using System.Threading.Tasks; using Ethics.Crm;
        namespace Acme
        {
        public class Chars { public int Count => 1; [DataCategory("contact.email")] public string this[int i] { get => ""; set { } } }
        public class Named { public int Length => 1; public string this[int i] => ""; }
        public class Sized { [DataCategory("contact.email")] public int Count => 1; public string this[int i] { get => ""; set { } } public string Slice(int from, int length) => ""; }
        public class Sliced { public int Length => 1; public string this[int i] => ""; [return: DataCategory("contact.email")] public string Slice(int from, int length) => ""; }
        public class Ranged { public int Length => 1; [DataCategory("contact.email")] public string this[int i] => ""; public string Slice(int from, int length) => ""; }
        public class Over { public int Count => 1; [DataCategory("contact.email")] public string this[Range r] => ""; public string this[int i] => ""; }
        public struct Walk { [DataCategory("contact.email")] public string Current => ""; public bool MoveNext() => false; public ValueTask<bool> MoveNextAsync() => default; }
        public struct Plain { public string Current => ""; public bool MoveNext() => false; public ValueTask<bool> MoveNextAsync() => default; }
        public class Walked { public Walk GetEnumerator() => default; public Walk GetAsyncEnumerator() => default; }
        public class Begun { [return: DataCategory("contact.email")] public Plain GetEnumerator() => default; [return: DataCategory("contact.email")] public Plain GetAsyncEnumerator() => default; }
        public class Free { public Plain GetEnumerator() => default; public Plain GetAsyncEnumerator() => default; }
        public class Far { }
        public static class Extensions { [return: DataCategory("contact.email")] public static ref char GetPinnableReference(this Held held) => throw new Exception(); [return: DataCategory("contact.email")] public static Plain GetEnumerator(this Far far) => default; }
        public struct Waiter : INotifyCompletion { public bool IsCompleted => true; public void OnCompleted(Action a) { } [return: DataCategory("contact.email")] public string GetResult() => ""; }
        public struct Quiet : INotifyCompletion { public bool IsCompleted => true; public void OnCompleted(Action a) { } public string GetResult() => ""; }
        public class Mail { public Waiter GetAwaiter() => default; }
        public class Asked { [return: DataCategory("contact.email")] public Quiet GetAwaiter() => default; }
        public class Name { public Quiet GetAwaiter() => default; }
        public class Wrap { [return: DataCategory("contact.email")] public static implicit operator string(Wrap a) => ""; public static implicit operator int(Wrap a) => 1; }
        public class Own { [return: DataCategory("contact.email")] public override string ToString() => ""; }
        public class Heir : Own { }
        public class Silent { public override string ToString() => ""; }
        public class Listed { public override string ToString() => ""; }
        public class Inherits : Silent { }
        public class List { public int Count => 1; public string this[int i] => ""; public string Slice(int from, int length) => ""; }
        public class HeirOfList : List { }
        public class HeirOfFree : Free { }
        public class Steps { public string Current => ""; public bool MoveNext() => false; }
        public class HeirOfSteps : Steps { }
        public class Stepped { public HeirOfSteps GetEnumerator() => new(); }
        public class HeirOfName : Name { }
        public class Pinned { private char x; [return: DataCategory("contact.email")] public ref char GetPinnableReference() => ref x; }
        public class HeirOfPinned : Pinned { }
        public class Loose { private char x; public ref char GetPinnableReference() => ref x; public char C; }
        public class Held { }
        public struct Id { [return: DataCategory("contact.email")] public override string ToString() => ""; }
        public interface IText { [return: DataCategory("contact.email")] string ToString(); }
        public class Formatted : IFormattable { public override string ToString() => ""; [return: DataCategory("contact.email")] public string ToString(string? format, IFormatProvider? provider) => ""; }
        [InterpolatedStringHandler] public ref struct Handler { public Handler(int l, int n) { } public void AppendLiteral(string s) { } public void AppendFormatted<T>(T t) { } public static void Log(Handler h) { } }

        """;

    [Theory]
    [InlineData("from the end", "string M(Chars c) => {|ECRM2001:c[^1]|};")]
    [InlineData("index in a variable", "string M(Chars c, Index i) => {|ECRM2001:c[i]|};")]
    [InlineData("compound", "void M(Chars c) { {|ECRM2001:c[^1]|} += \"x\"; }")]
    [InlineData("conditional access", "string? M(Chars? c) => c?{|ECRM2001:[^1]|};")]
    [InlineData("discarded", "void M(Chars c) { _ = {|ECRM2001:c[^1]|}; }")]
    [InlineData("labelled count", "string M(Sized c) { {|ECRM2001:c[^1]|} = \"x\"; return {|ECRM2001:c[^1]|}; }")]
    [InlineData("labelled count for the left end of a range", "string M(Sized c) => {|ECRM2001:c[^2..1]|};")]
    [InlineData("slice", "string M(Sliced v) => {|ECRM2001:v[1..2]|} + {|ECRM2001:v[..^1]|} + {|ECRM2001:v[1..]|};")]
    [InlineData("range in a variable", "string M(Sliced v, Range r) => {|ECRM2001:v[r]|};")]
    [InlineData("labelled range indexer", "string M(Over v) => {|ECRM2001:v[1..2]|};")]
    public Task IndexerThatTheCompilerMakes_IsRead(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("write", "void M(Chars c) { c[^1] = \"x\"; }")]
    [InlineData("write of several", "void M(Chars c) { (c[^1], _) = (\"x\", 1); }")]
    [InlineData("nameof", "string M(Chars c) => nameof(c.Count);")]
    [InlineData("unlabelled", "string M(Named c) => c[^1];")]
    [InlineData("element where the slice is labelled", "string M(Sliced v) => v[^1];")]
    [InlineData("slice where the element is labelled", "string M(Ranged v) => v[1..2];")]
    [InlineData("labelled count that nobody needs", "string M(Sized c) => c[0] + c[1..2];")]
    public Task IndexerThatTakesNothing_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("var", "bool M(Chars c) => c is [{|ECRM2001:var a|}];")]
    [InlineData("constant", "bool M(Chars c) => c is [{|ECRM2001:\"x\"|}, ..];")]
    [InlineData("behind a slice", "bool M(Chars c) => c is [.., {|ECRM2001:var b|}];")]
    [InlineData("each part", "bool M(Chars c) => c is [{|ECRM2001:var a|}, _, {|ECRM2001:not null|}];")]
    [InlineData("switch", "int M(Chars c) => c switch { [{|ECRM2001:\"x\"|}] => 1, _ => 2 };")]
    [InlineData("of an object", "bool M(object o) => o is Chars and [{|ECRM2001:var a|}];")]
    [InlineData("nested", "bool M(Chars[] l) => l is [[{|ECRM2001:var a|}]];")]
    [InlineData("slice", "bool M(Sliced c) => c is [_, .. {|ECRM2001:var rest|}];")]
    [InlineData("labelled count behind a slice with a name", "bool M(Sized c) => c is {|ECRM2001:[.. var rest]|};")]
    [InlineData("labelled count", "bool M(Sized c) => c is {|ECRM2001:[_, ..]|};")]
    public Task ListPattern_IsARead(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("discards", "bool M(Chars c) => c is [_, _];")]
    [InlineData("labelled count that nobody needs", "bool M(Sized c) => c is [..] && c is [.. _];")]
    [InlineData("slice without a name", "bool M(Sliced c) => c is [_, ..];")]
    [InlineData("slice that is thrown away", "bool M(Sliced c) => c is [_, .. _];")]
    [InlineData("slice where the element is labelled", "bool M(Ranged c) => c is [_, .. var rest];")]
    [InlineData("element where the slice is labelled", "bool M(Sliced c) => c is [var a, ..];")]
    [InlineData("unlabelled", "bool M(Named c, int[] l, string s) => c is [var a] && l is [1, .. var r] && s is ['x', .. var t];")]
    public Task ListPatternThatTakesNothing_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("Current", "void M(Walked w) { foreach (var x in {|ECRM2001:w|}) { } }")]
    [InlineData("Current by member", "Walked W = new(); void M() { foreach (var x in this.{|ECRM2001:W|}) { } }")]
    [InlineData("GetEnumerator", "void M(Begun w) { foreach (var x in {|ECRM2001:w|}) { } }")]
    [InlineData("GetEnumerator by extension", "void M(Far w) { foreach (var x in {|ECRM2001:w|}) { } }")]
    [InlineData("await, Current", "async Task M(Walked w) { await foreach (var x in {|ECRM2001:w|}) { } }")]
    [InlineData("await, GetAsyncEnumerator", "async Task M(Begun w) { await foreach (var x in {|ECRM2001:w|}) { } }")]
    [InlineData("conversion", "void M(List<Wrap> l) { foreach ({|ECRM2001:string|} s in l) { } }")]
    [InlineData("conversion of an array's element", "void M(Wrap[] l) { foreach ({|ECRM2001:string|} s in l) { } }")]
    [InlineData("await, conversion", "async Task M(IAsyncEnumerable<Wrap> l) { await foreach ({|ECRM2001:string|} s in l) { } }")]
    [InlineData("conversion in a deconstruction", "void M((Wrap, int) w) { ({|ECRM2001:string s|}, _) = w; (string t, _) = (w.{|ECRM2001:Item1|}, 1); }")]
    [InlineData("conversion in a deconstructing loop", "void M(List<(Wrap, int)> l) { foreach (({|ECRM2001:string s|}, _) in l) { } }")]
    public Task Loop_IsARead(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("unlabelled", "async Task M(Free w) { foreach (var x in w) { } await foreach (var x in w) { } }")]
    [InlineData("other conversion", "void M(List<Wrap> l) { foreach (int s in l) { } foreach (var s in l) { } (int n, _) = (l[0], 1); }")]
    [InlineData("arrays and text", "void M(int[] l, string s) { foreach (var x in l) { } foreach (var x in s) { } foreach (long x in l) { } foreach (object x in l) { } }")]
    [InlineData("other member of the enumerator", "void M(Walked w) { var e = w.GetEnumerator(); e.MoveNext(); }")]
    public Task LoopOverUnlabelledMembers_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("GetResult", "async Task<string> M(Mail m) => {|ECRM2001:await m|};")]
    [InlineData("GetAwaiter", "async Task<string> M(Asked m) => {|ECRM2001:await m|};")]
    [InlineData("member of it", "async Task<int> M(Mail m) => ({|ECRM2001:await m|}).Length;")]
    [InlineData("variable", "async Task M(Mail m) { var s = {|ECRM2001:await m|}; }")]
    [InlineData("discard", "async Task M(Mail m) { _ = {|ECRM2001:await m|}; }")]
    [InlineData("lambda", "object M(Mail m) => (Func<Task<string>>)(async () => {|ECRM2001:await m|});")]
    public Task Await_IsARead(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("statement", "async Task M(Mail m, Asked a) { await m; await a; }")]
    [InlineData("expression body", "async Task M(Mail m) => await m;")]
    [InlineData("unlabelled", "async Task<string> M(Name n, Task<string> t) => await n + await t + await t.ConfigureAwait(false);")]
    [InlineData("not awaited", "Mail M(Mail m) => m;")]
    public Task AwaitThatTakesNothing_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("concatenation", "string M(Own n) => \"a\" + {|ECRM2001:n|};")]
    [InlineData("on the left", "string M(Own n) => {|ECRM2001:n|} + \"a\" + 1;")]
    [InlineData("appended", "string M(Own n, string s) => s += {|ECRM2001:n|};")]
    [InlineData("interpolation", "string M(Own n) => $\"{{|ECRM2001:n|}} {1}\";")]
    [InlineData("interpolation with width", "string M(Own n) => $\"{{|ECRM2001:n|},10}\";")]
    [InlineData("formattable", "FormattableString M(Own n) => $\"{{|ECRM2001:n|}}\";")]
    [InlineData("builder", "void M(Own n, StringBuilder b) { b.Append($\"{{|ECRM2001:n|}}\"); }")]
    [InlineData("handler of one's own", "void M(Own n) { Handler.Log($\"x {{|ECRM2001:n|}}\"); }")]
    [InlineData("inherited", "string M(Heir n) => \"a\" + {|ECRM2001:n|} + $\"{{|ECRM2001:n|}}\";")]
    [InlineData("struct", "string M(Id n, Id? m) => \"a\" + {|ECRM2001:n|} + {|ECRM2001:m|} + $\"{{|ECRM2001:n|}} {{|ECRM2001:m|}}\";")]
    [InlineData("type parameter", "string M<T>(T n) where T : Own => \"a\" + {|ECRM2001:n|} + $\"{{|ECRM2001:n|}}\";")]
    [InlineData("interface", "string M(IText n) => \"a\" + {|ECRM2001:n|} + $\"{{|ECRM2001:n|}}\";")]
    [InlineData("by the policy", "string M(Listed n) => \"a\" + {|ECRM2001:n|} + $\"{{|ECRM2001:n|}}\";")]
    [InlineData("by the policy, on a derived type", "string M(Inherits n) => \"a\" + {|ECRM2001:n|} + $\"{{|ECRM2001:n|}}\";")]
    [InlineData("formatted, handler of one's own", "void M(Formatted n) { Handler.Log($\"x {{|ECRM2001:n|}}\"); }")]
    [InlineData("formatted, builder", "void M(Formatted n, StringBuilder b) { b.Append($\"x {{|ECRM2001:n|}}\"); }")]
    [InlineData("formatted", "string M<T>(Formatted n, T m) where T : Formatted => $\"{{|ECRM2001:n|}} {{|ECRM2001:m|}}\";")]
    [InlineData("cast to object", "string M(Own n, Id m) => \"a\" + (object){|ECRM2001:n|} + (object){|ECRM2001:m|} + $\"{(object){|ECRM2001:n|}}\";")]
    [InlineData("cast to a base", "string M(Heir n) => \"a\" + (object)(Own){|ECRM2001:n|} + (Own){|ECRM2001:n|};")]
    [InlineData("cast from object", "string M(object n) => \"a\" + {|ECRM2001:(Own)n|};")]
    public Task ToStringThatNobodyWrote_IsRead(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("unlabelled", "string M(Silent n) => \"a\" + n + $\"{n}\";")]
    [InlineData("not put together", "object M(Own n) => n;")]
    [InlineData("own text", "string M(Formatted n) => \"a\" + n;")]
    [InlineData("simple values", "string M(int i, DateTime d, object o, string? s, dynamic x, DayOfWeek w) => \"a\" + i + d + o + s + w + $\"{i}{d}{o}{s}{w}\" + x;")]
    [InlineData("cast of other things", "string M(Silent n, DayOfWeek d, Wrap w) => \"a\" + (object)n + (object)d + (int)d + (int)w;")]
    [InlineData("sum of numbers", "int M(Wrap w) => 1 + w;")]
    public Task TextOfOtherThings_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Fact]
    public Task Limit_WhatALibraryCallsOnAnObject_IsNotSeen() => VerifyAsync(
        "library", "string M(Own n, StringBuilder b) { Console.WriteLine(n); b.Append(n); return string.Concat(n, 1) + string.Join(\",\", new List<Own> { n }); }");

    [Fact]
    public Task Limit_SpreadOverLabelledMembers_IsNotSeen() => VerifyAsync("spread", "object M(Walked w, Begun b, List<Wrap> l) => (string[])[.. w, .. b, .. l];");

    [Theory]
    [InlineData("method", "unsafe void M(Pinned p) { fixed (char* c = {|ECRM2001:p|}) { } }")]
    [InlineData("two", "unsafe void M(Pinned p, Loose l) { fixed (char* c = l, d = {|ECRM2001:p|}) { } }")]
    [InlineData("inherited", "unsafe void M(HeirOfPinned p) { fixed (char* c = {|ECRM2001:p|}) { } }")]
    [InlineData("type parameter", "unsafe void M<T>(T p) where T : Pinned { fixed (char* c = {|ECRM2001:p|}) { } }")]
    [InlineData("extension", "unsafe void M(Held p) { fixed (char* c = {|ECRM2001:p|}) { } }")]
    public Task Fixed_IsARead(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("unlabelled", "unsafe void M(Loose l, string s, char[] a) { fixed (char* c = l, d = s, e = a, f = &l.C, g = a.AsSpan()) { } }")]
    [InlineData("variable", "void M(Pinned p) { var q = p; }")]
    public Task FixedThatTakesNothingLabelled_IsNotReported(string form, string member) => VerifyAsync(form, member);

    /// <summary>The policy names an inherited member on the derived type: it is read where the object is of that type, and nowhere else.</summary>
    [Theory]
    [InlineData("slice", "string M(HeirOfList c) => {|ECRM2001:c[1..]|};")]
    [InlineData("slice pattern", "bool M(HeirOfList c) => c is [_, .. {|ECRM2001:var r|}];")]
    [InlineData("slice pattern, type parameter", "bool M<T>(T c) where T : HeirOfList => c is [_, .. {|ECRM2001:var r|}];")]
    [InlineData("slice pattern of an object", "bool M(object c) => c is HeirOfList and [_, .. {|ECRM2001:var r|}];")]
    [InlineData("GetEnumerator", "void M(HeirOfFree w) { foreach (var x in {|ECRM2001:w|}) { } }")]
    [InlineData("GetEnumerator, type parameter", "void M<T>(T w) where T : HeirOfFree { foreach (var x in {|ECRM2001:w|}) { } }")]
    [InlineData("Current", "void M(Stepped w) { foreach (var x in {|ECRM2001:w|}) { } }")]
    [InlineData("GetAwaiter", "async Task<string> M(HeirOfName m) => {|ECRM2001:await m|};")]
    [InlineData("GetAwaiter, type parameter", "async Task<string> M<T>(T m) where T : HeirOfName => {|ECRM2001:await m|};")]
    [InlineData("on the base", "async Task<string> M(List c, Free w, Name m) { foreach (var x in w) { } return c is [_, .. var r] ? c[1..] : await m; }")]
    public Task MemberThatThePolicyNamesOnADerivedType_IsReadThere(string form, string member) => VerifyAsync(form, member);

    private static Task VerifyAsync(string form, string member)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyAsync(
            Header + "[ForPurpose(\"marketing\")] public class Job {\n" + member + "\n} }",
            check =>
            {
                check.DisabledDiagnostics.Add("ECRM1106");
                check.SolutionTransforms.Add(static (solution, id) =>
                    solution.WithProjectCompilationOptions(id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithAllowUnsafe(true)));
                check.Policies.Clear();
                check.Policies.Add(TestPolicy.Of(Policies.Fabrikam.Replace("\"version\": 1,", """
                    "version": 1, "fields": { "Acme.Listed.ToString()": { "category": "contact.email" }, "Acme.Inherits.ToString()": { "category": "contact.email" },
                    "Acme.HeirOfList.Slice()": { "category": "contact.email" }, "Acme.HeirOfFree.GetEnumerator()": { "category": "contact.email" },
                    "Acme.HeirOfSteps.Current": { "category": "contact.email" }, "Acme.HeirOfName.GetAwaiter()": { "category": "contact.email" } },
                    """, StringComparison.Ordinal)));
            });
    }
}
