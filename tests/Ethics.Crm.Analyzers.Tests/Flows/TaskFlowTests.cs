namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through asynchronous calls that are started and awaited later, and what a task tells that is only waited for.</summary>
public sealed class TaskFlowTests
{
    [Theory]
    [InlineData("started and not awaited", "static async Task W(Box b) { await Task.Yield(); Mailer.Send(b.{|ECRM2002:Text|}); } async Task M(Contact c) { var b = new Box(); var w = W(b); b.Text = c.Email; await w; }")]
    [InlineData("started, result", "static async Task<string?> W(Box b) { await Task.Yield(); return b.Text; } async Task M(Contact c) { var b = new Box(); var w = W(b); b.Text = c.Email; Mailer.Send({|ECRM2002:await w|}); }")]
    [InlineData("promise", "class P { readonly TaskCompletionSource<string> s = new(); public Task<string> T => s.Task; public void Set(string x) => s.TrySetResult(x); } static async Task W(P p) { var a = await p.T; Mailer.Send({|ECRM2002:a|}); } static void Do(Contact c, P p) => p.Set(c.Email); async Task M(Contact c) { var p = new P(); var w = W(p); Do(c, p); await w; }")]
    [InlineData("async stream of pairs", "static async IAsyncEnumerable<(string S, string N)> E(IEnumerable<Contact> l) { foreach (var c in l) { await Task.Yield(); yield return (c.Name, c.Email); } } async Task M(List<Contact> l) { await foreach (var (s, n) in E(l)) Mailer.Send({|ECRM2002:n|}); }")]
    [InlineData("task that is awaited as what it yields", "[ForPurpose(\"support\")] static async Task<string> A(Contact c) { await Task.Yield(); return c.Email; } [ForPurpose(\"marketing\")] async Task M(Contact c) { Task t = A(c); var s = await (Task<string>)t; Mailer.Send({|ECRM2002:s|}); }")]
    public Task WhatATaskComesBy_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("started and awaited before", "static async Task W(Box b) { await Task.Yield(); Mailer.Send(b.Text); } async Task M(Contact c) { var b = new Box(); await W(b); b.Text = c.Email; await Task.Yield(); }")]
    [InlineData("async stream of pairs, other half", "static async IAsyncEnumerable<(string S, string N)> E(IEnumerable<Contact> l) { foreach (var c in l) { await Task.Yield(); yield return (c.Name, c.Email); } } async Task M(List<Contact> l) { await foreach (var (s, n) in E(l)) Mailer.Send(s); }")]
    [InlineData("async stream of pairs, other half, in two classes", "void M(Contact c) { }", "[ForPurpose(\"support\")] public static class Journal { public static async IAsyncEnumerable<(string S, string N)> E(IEnumerable<Contact> l) { foreach (var c in l) { await Task.Yield(); yield return (c.Name, c.Email); } } } [ForPurpose(\"marketing\")] public static class T { public static async Task M(IEnumerable<Contact> l) { await foreach (var (s, _) in Journal.E(l)) Mailer.Send(s); } }")]
    [InlineData("state of a task", "[ForPurpose(\"support\")] static async Task<string> A(Contact c) { await Task.Yield(); return c.Email; } [ForPurpose(\"marketing\")] async Task M(Contact c) { Task t = A(c); await t; Mailer.Send(t.IsCompletedSuccessfully ? \"a\" : \"b\"); }")]
    [InlineData("sequence of pairs, other half", "void M(Contact c) { }", "[ForPurpose(\"support\")] public static class Journal { public static IEnumerable<(string S, string N)> E(IEnumerable<Contact> l) { foreach (var c in l) { yield return (c.Name, c.Email); } } } [ForPurpose(\"marketing\")] public static class T { public static void M(IEnumerable<Contact> l) { foreach (var (s, _) in Journal.E(l)) Mailer.Send(s); } }")]
    [InlineData("async stream of pairs, part by name", "void M(Contact c) { }", "[ForPurpose(\"support\")] public static class Journal { public static async IAsyncEnumerable<(string S, string N)> E(IEnumerable<Contact> l) { foreach (var c in l) { await Task.Yield(); yield return (c.Name, c.Email); } } } [ForPurpose(\"marketing\")] public static class T { public static async Task M(IEnumerable<Contact> l) { await foreach (var p in Journal.E(l)) Mailer.Send(p.S); } }")]
    [InlineData("sequence of pairs, part by name", "void M(Contact c) { }", "[ForPurpose(\"support\")] public static class Journal { public static IEnumerable<(string S, string N)> E(IEnumerable<Contact> l) { foreach (var c in l) { yield return (c.Name, c.Email); } } } [ForPurpose(\"marketing\")] public static class T { public static void M(IEnumerable<Contact> l) { foreach (var p in Journal.E(l)) Mailer.Send(p.S); } }")]
    public Task WhatATaskDoesNotComeBy_IsNotReported(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);
}
