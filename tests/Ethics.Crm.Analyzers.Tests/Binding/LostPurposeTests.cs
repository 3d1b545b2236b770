using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Binding;

/// <summary>ECRM1107 where the running program leaves the purpose behind, as it leaves the context. What that does is in SuppressedFlowTests. <c>Contact.Email</c> was collected for support.</summary>
public sealed class LostPurposeTests
{
    [Theory]
    [InlineData("cancellation", "t.UnsafeRegister(_ => Book.Note(c.{|ECRM1107:Email|}), null);")]
    [InlineData("cancellation with its token", "t.UnsafeRegister((_, _) => Book.Note(c.{|ECRM1107:Email|}), null);")]
    [InlineData("cancellation with a state", "t.UnsafeRegister(static s => Book.Note(((Contact)s!).{|ECRM1107:Email|}), c);")]
    [InlineData("variable", "Action<object?> f = _ => Book.Note(c.{|ECRM1107:Email|}); t.UnsafeRegister(f, null);")]
    [InlineData("local function", "t.UnsafeRegister(Note, null); void Note(object? s) => Book.Note(c.{|ECRM1107:Email|});")]
    [InlineData("awaiter", "k.GetAwaiter().UnsafeOnCompleted(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("configured awaiter", "k.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("interface of awaiters", "((ICriticalNotifyCompletion)k.GetAwaiter()).UnsafeOnCompleted(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("pool", "ThreadPool.UnsafeQueueUserWorkItem(_ => Book.Note(c.{|ECRM1107:Email|}), null);")]
    [InlineData("continuation", "using (ExecutionContext.SuppressFlow()) k.ContinueWith(_ => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("task", "using (ExecutionContext.SuppressFlow()) { Task.Run(() => Book.Note(c.{|ECRM1107:Email|})); }")]
    [InlineData("asynchronous task", "using (ExecutionContext.SuppressFlow()) { Task.Run(async () => { await k; Book.Note(c.{|ECRM1107:Email|}); }); }")]
    [InlineData("factory", "using (ExecutionContext.SuppressFlow()) Task.Factory.StartNew(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("task to be run", "using (ExecutionContext.SuppressFlow()) new Task(() => Book.Note(c.{|ECRM1107:Email|})).Start();")]
    [InlineData("timer", "using var flow = ExecutionContext.SuppressFlow(); _ = new Timer(_ => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("registration", "using (ExecutionContext.SuppressFlow()) t.Register(() => Book.Note(c.{|ECRM1107:Email|}));")]
    [InlineData("until it is undone", "var flow = ExecutionContext.SuppressFlow(); try { Task.Run(() => Book.Note(c.{|ECRM1107:Email|})); } finally { flow.Undo(); }")]
    [InlineData("where it was not yet", "var mine = false; try { if (!ExecutionContext.IsFlowSuppressed()) { ExecutionContext.SuppressFlow(); mine = true; } Task.Run(() => Book.Note(c.{|ECRM1107:Email|})); } finally { if (mine) ExecutionContext.RestoreFlow(); }")]
    public Task FunctionThatReads_AndIsRunWithoutItsContext_IsReported(string form, string code) => VerifyAsync(form, Desk(code));

    [Theory]
    [InlineData("cancellation", "t.Register(() => Book.Note(c.Email));")]
    [InlineData("awaiter", "k.GetAwaiter().OnCompleted(() => Book.Note(c.Email));")]
    [InlineData("await", "async Task Do() { await k; Book.Note(c.Email); } _ = Do();")]
    [InlineData("pool", "ThreadPool.QueueUserWorkItem(_ => Book.Note(c.Email));")]
    [InlineData("task", "Task.Run(() => Book.Note(c.Email));")]
    [InlineData("what every awaitable does", "t.UnsafeRegister(static s => ((TaskCompletionSource)s!).TrySetCanceled(), new TaskCompletionSource());")]
    [InlineData("read before", "var email = c.Email; t.UnsafeRegister(_ => Book.Note(email), null);")]
    [InlineData("scope inside", "t.UnsafeRegister(_ => { using (PurposeScope.Enter(\"support\")) Book.Note(c.Email); }, null);")]
    [InlineData("run inside", "using (ExecutionContext.SuppressFlow()) Task.Run(() => PurposeScope.Run(\"support\", () => Book.Note(c.Email)));")]
    [InlineData("behind the using", "using (ExecutionContext.SuppressFlow()) { } Task.Run(() => Book.Note(c.Email));")]
    [InlineData("before it", "Task.Run(() => Book.Note(c.Email)); using (ExecutionContext.SuppressFlow()) { }")]
    [InlineData("behind its block", "{ using var flow = ExecutionContext.SuppressFlow(); } Task.Run(() => Book.Note(c.Email));")]
    [InlineData("when it is undone", "var flow = ExecutionContext.SuppressFlow(); flow.Undo(); Task.Run(() => Book.Note(c.Email));")]
    [InlineData("when it is restored", "ExecutionContext.SuppressFlow(); ExecutionContext.RestoreFlow(); Task.Run(() => Book.Note(c.Email));")]
    [InlineData("in another function", "void Other() { ExecutionContext.SuppressFlow(); } Other(); Task.Run(() => Book.Note(c.Email));")]
    [InlineData("inside of what the pool runs", "using (ExecutionContext.SuppressFlow()) Task.Run(() => { using (PurposeScope.Enter(\"support\")) Task.Run(() => Book.Note(c.Email)).Wait(); });")]
    [InlineData("run at once", "using (ExecutionContext.SuppressFlow()) new List<Contact> { c }.ForEach(one => Book.Note(one.Email));")]
    [InlineData("an unsafe method of its own", "UnsafeRegister(() => Book.Note(c.Email)); static void UnsafeRegister(Action f) => f();")]
    public Task FunctionThatKeepsItsContext_ReadsNothing_OrOpensItsPurpose_IsSilent(string form, string code) => VerifyAsync(form, Desk(code));

    /// <summary>Code without purpose works for whoever runs it, as everywhere.</summary>
    [Fact]
    public Task CodeWithoutPurpose_IsSilent()
        => VerifyAsync("undeclared", "public class Desk { void Do(Contact c, CancellationToken t) => t.UnsafeRegister(_ => GC.KeepAlive(c.Email), null); }");

    [Theory]
    [InlineData("method", "t.UnsafeRegister({|ECRM1107:Noted|}, null);")]
    [InlineData("method of another class", "t.UnsafeRegister(Other.{|ECRM1107:Noted|}, null);")]
    [InlineData("task", "using (ExecutionContext.SuppressFlow()) Task.Run({|ECRM1107:NoteAsync|});")]
    [InlineData("continuation", "using (ExecutionContext.SuppressFlow()) k.ContinueWith({|ECRM1107:Noted|});")]
    public Task MethodThatReads_ByItsName_IsReported(string form, string code) => VerifyAsync(form, Desk(code));

    [Theory]
    [InlineData("reads nothing", "t.UnsafeRegister(Nothing, null);")]
    [InlineData("opens its scope", "t.UnsafeRegister(Opens, null);")]
    [InlineData("flows", "t.Register(Noted, null); Task.Run(NoteAsync);")]
    [InlineData("declares nothing", "t.UnsafeRegister(Silent.Noted, null);")]
    public Task MethodThatDoesNot_ByItsName_IsSilent(string form, string code) => VerifyAsync(form, Desk(code));

    [Theory]
    [InlineData("task", "using (ExecutionContext.SuppressFlow()) _ = {|ECRM1107:NoteAsync|}();")]
    [InlineData("service", "using (ExecutionContext.SuppressFlow()) _ = s.{|ECRM1107:SendAsync|}();")]
    [InlineData("value task", "using var flow = ExecutionContext.SuppressFlow(); _ = s.{|ECRM1107:SendSoonAsync|}();")]
    [InlineData("local function", "using (ExecutionContext.SuppressFlow()) {|ECRM1107:Later|}(); async void Later() { await k; Book.Note(c.Email); }")]
    [InlineData("until it is undone", "var flow = ExecutionContext.SuppressFlow(); _ = s.{|ECRM1107:SendAsync|}(); flow.Undo();")]
    public Task CallOfCodeThatDeclares_UnderSuppressedFlow_IsReported(string form, string code) => VerifyAsync(form, Desk(code));

    [Theory]
    [InlineData("in a task of the pool", "using (ExecutionContext.SuppressFlow()) Task.Run(() => s.SendAsync());")]
    [InlineData("behind it", "using (ExecutionContext.SuppressFlow()) { } _ = s.SendAsync();")]
    [InlineData("code without purpose", "using (ExecutionContext.SuppressFlow()) _ = Silent.DoAsync();")]
    [InlineData("done when it returns", "using (ExecutionContext.SuppressFlow()) s.Send();")]
    public Task CallThatKeepsItsPurpose_IsSilent(string form, string code) => VerifyAsync(form, Desk(code));

    [Theory]
    [InlineData("t.{|#1:UnsafeRegister|}(_ => Book.Note(c.{|#0:Email|}), null);", true, "'Contact.Email' is collected for support only; the function that reads it is handed from code for support to 'CancellationToken.UnsafeRegister', which here runs it without its purpose, for whatever runs there; let the context flow, or open a scope in it")]
    [InlineData("t.UnsafeRegister({|#0:Noted|}, null);", false, "'Contact.Email' is collected for support only; the function that reads it is handed from code for support to 'CancellationToken.UnsafeRegister', which here runs it without its purpose, for whatever runs there; let the context flow, or open a scope in it")]
    [InlineData("using (ExecutionContext.SuppressFlow()) _ = s.{|#0:SendAsync|}();", false, "'ISends.SendAsync' works for support and is called while the flow of the context is suppressed, so behind its first await it works for whatever runs there; call it outside, or inside of a Task.Run")]
    public Task Message_SaysWhatHappensAndTheRemedy(string code, bool isAtTheRead, string message) => VerifyAsync("message", Desk(code), check =>
    {
        var told = new DiagnosticResult("ECRM1107", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message);
        check.ExpectedDiagnostics.Add(isAtTheRead ? told.WithLocation(1) : told);
    });

    /// <summary>Where a method is in another file, nobody looks into it.</summary>
    [Fact]
    public Task FalseNegative_MethodOfAnotherFileByItsName_IsNotTold()
        => VerifyAsync("another file", "public partial class Desk { void Do(CancellationToken t) => t.UnsafeRegister(Elsewhere.Noted, null); }", check => check.TestState.Sources.Add(
            "using Acme.Crm; using Ethics.Crm; [ForPurpose(\"support\")] public static class Elsewhere { static readonly Contact One = new(); public static void Noted(object? s) => Book.Note(One.Email); }"));

    private static string Desk(string code) => $$"""
        [ForPurpose("support")] public class Desk
        {
            static readonly Contact One = new();
            void Do(Contact c, Task k, CancellationToken t, ISends s) { {{code}} }
            static void Noted(object? s) => Book.Note(One.Email);
            static async Task NoteAsync() { await Task.Yield(); Book.Note(One.Email); }
            static void Nothing(object? s) { }
            static void Opens(object? s) { using (PurposeScope.Enter("support")) Book.Note(One.Email); }
        }
        [ForPurpose("support")] public static class Other { static readonly Contact One = new(); public static void Noted(object? s) => Book.Note(One.Email); }
        public static class Silent { static readonly Contact One = new(); public static void Noted(object? s) => GC.KeepAlive(One.Email); public static async Task DoAsync() => await Task.Yield(); }
        [ForPurpose("support")] public interface ISends { void Send(); Task SendAsync(); ValueTask<int> SendSoonAsync(); }
        """;

    private static Task VerifyAsync(string form, string types, Action<AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Runtime.CompilerServices; using System.Threading; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public static class Book { [ForPurpose("support")] public static void Note(string text) { } }
            {{types}}
            """,
            configure);
    }
}
