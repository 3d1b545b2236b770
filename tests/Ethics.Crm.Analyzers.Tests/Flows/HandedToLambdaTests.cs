namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What comes to the lambdas of the framework through tasks, continuations, states and holders.</summary>
public sealed class HandedToLambdaTests
{
    private const string Note = "public class Note { public string Text = \"\"; }";

    [Theory]
    [InlineData("all tasks", "async Task M(Contact c) { var n = new Note { Text = c.Email }; var r = await Task.WhenAll(new[] { Task.FromResult(n) }); Mailer.Send(r[0].{|ECRM2002:Text|}); }", Note)]
    [InlineData("continuation", "void M(Contact c) { var n = new Note { Text = c.Email }; Task.FromResult(n).ContinueWith(t => Mailer.Send(t.Result.{|ECRM2002:Text|})); }", Note)]
    [InlineData("state of a task", "void M(Contact c) { var n = new Note { Text = c.Email }; var t = Task.Factory.StartNew(s => { }, n); Mailer.Send(((Note)t.AsyncState!).{|ECRM2002:Text|}); }", Note)]
    [InlineData("state of a timer", "void M(Contact c) { var n = new Note { Text = c.Email }; _ = new System.Threading.Timer(s => Mailer.Send(((Note)s!).{|ECRM2002:Text|}), n, 0, 0); }", Note)]
    [InlineData("state of a registration", "void M(Contact c, System.Threading.CancellationToken k) { var n = new Note { Text = c.Email }; k.Register(s => Mailer.Send(((Note)s!).{|ECRM2002:Text|}), n); }", Note)]
    [InlineData("argument of a factory", "void M(Contact c) { var n = new Note { Text = c.Email }; var d = new System.Collections.Concurrent.ConcurrentDictionary<int, string>(); Mailer.Send(d.{|ECRM2002:GetOrAdd|}(1, (k, a) => a.Text, n)); }", Note)]
    [InlineData("progress", "void M(Contact c) { IProgress<string> p = new Progress<string>(s => Mailer.Send({|ECRM2002:s|})); p.Report(c.Email); }")]
    [InlineData("box of the framework handed to a lambda", "void M(Contact c) { var n = new Note { Text = c.Email }; var l = new List<KeyValuePair<int, Note>> { new(1, n) }; l.ForEach(p => Mailer.Send(p.Value.{|ECRM2002:Text|})); }", Note)]
    [InlineData("weak reference handed to a lambda", "void M(Contact c) { var n = new Note { Text = c.Email }; var w = new WeakReference(n); Action<WeakReference> u = r => Mailer.Send(((Note)r.Target!).{|ECRM2002:Text|}); u(w); }", Note)]
    [InlineData("parallel", "void M(List<Contact> all) { System.Threading.Tasks.Parallel.ForEach(all.Select(c => new Note { Text = c.Email }), n => Mailer.Send(n.{|ECRM2002:Text|})); }", Note)]
    [InlineData("continuation of an own async method", "static async Task<Note> LoadAsync(Contact c) { await Task.Yield(); return new Note { Text = c.Email }; } void M(Contact c) => LoadAsync(c).ContinueWith(t => Mailer.Send(t.Result.{|ECRM2002:Text|}));", Note)]
    [InlineData("continuation of texts", "void M(Contact c) => Task.FromResult(c.Email).ContinueWith(t => Mailer.Send(t.{|ECRM2002:Result|}));")]
    [InlineData("continuation, a list", "void M(Contact c) { var l = new List<string> { c.Email }; Task.FromResult(l).ContinueWith(t => Mailer.Send(t.Result.{|ECRM2002:First|}())); }")]
    [InlineData("continuation, an array", "void M(Contact c) { var l = new[] { c.Email }; Task.FromResult(l).ContinueWith(t => Mailer.Send({|ECRM2002:t.Result[0]|})); }")]
    [InlineData("continuation, awaited", "async Task M(Contact c) { var n = new Note { Text = c.Email }; await Task.FromResult(n).ContinueWith(t => Mailer.Send(t.Result.{|ECRM2002:Text|}), TaskScheduler.Default); }", Note)]
    [InlineData("lazy handed to a lambda", "void M(Contact c) { var n = new Note { Text = c.Email }; var l = new List<Lazy<Note>> { new(() => n) }; l.ForEach(p => Mailer.Send(p.Value.{|ECRM2002:Text|})); }", Note)]
    [InlineData("lazy of a value handed to a lambda", "void M(Contact c) { var l = new List<Lazy<Note>> { new(new Note { Text = c.Email }) }; l.ForEach(p => Mailer.Send(p.Value.{|ECRM2002:Text|})); }", Note)]
    [InlineData("tasks in a list", "void M(Contact c) { var l = new List<Task<Note>> { Task.FromResult(new Note { Text = c.Email }) }; l.ForEach(t => Mailer.Send(t.Result.{|ECRM2002:Text|})); }", Note)]
    [InlineData("tasks selected", "void M(Contact c) { var l = new[] { Task.FromResult(new Note { Text = c.Email }) }; foreach (var s in l.Select(t => t.Result.Text)) Mailer.Send({|ECRM2002:s|}); }", Note)]
    [InlineData("when all continued", "void M(Contact c) { var n = new Note { Text = c.Email }; Task.WhenAll(Task.FromResult(n)).ContinueWith(t => Mailer.Send(t.Result[0].{|ECRM2002:Text|})); }", Note)]
    [InlineData("factory continue when all", "void M(Contact c) { var n = new Note { Text = c.Email }; Task.Factory.ContinueWhenAll(new[] { Task.FromResult(n) }, all => Mailer.Send(all[0].Result.{|ECRM2002:Text|})); }", Note)]
    [InlineData("all of many tasks, then", "void M(List<Contact> all) => Task.WhenAll(all.Select(c => Task.FromResult(new Note { Text = c.Email }))).ContinueWith(t => Mailer.Send(t.Result[0].{|ECRM2002:Text|}));", "public class Note { public string Text = \"\"; }")]
    [InlineData("array in a task, continued", "void M(Contact c) { var a = new Note[] { new() { Text = c.Email } }; Task.FromResult(a).ContinueWith(t => Mailer.Send(t.Result[0].{|ECRM2002:Text|})); }", "public class Note { public string Text = \"\"; }")]
    [InlineData("array in lazy of a list", "void M(Contact c) { var a = new[] { new Note { Text = c.Email } }; var l = new List<Lazy<Note[]>> { new(a) }; l.ForEach(p => Mailer.Send(p.Value[0].{|ECRM2002:Text|})); }", "public class Note { public string Text = \"\"; }")]
    [InlineData("arrays as tasks in a list", "void M(Contact c) { var a = new[] { new Note { Text = c.Email } }; var l = new List<Task<Note[]>> { Task.FromResult(a) }; l.ForEach(t => Mailer.Send(t.Result[0].{|ECRM2002:Text|})); }", "public class Note { public string Text = \"\"; }")]
    public Task Value_IsFollowed(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);
}
