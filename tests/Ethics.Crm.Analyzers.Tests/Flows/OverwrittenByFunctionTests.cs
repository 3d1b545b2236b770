namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Variables that a lambda or local function overwrites: whenever it runs to its end, and not only sometimes, or perhaps later.</summary>
public sealed class OverwrittenByFunctionTests
{
    [Theory]
    [InlineData("local function", "void M(Contact c) { var s = c.Email; Clear(); Mailer.Send(s); void Clear() => s = \"\"; }")]
    [InlineData("local function with a body", "void M(Contact c, bool f) { var s = c.Email; Clear(); Mailer.Send(s); void Clear() { if (f) { s = \"x\"; return; } s = \"\"; } }")]
    [InlineData("parameter", "static void N(string s) { Clear(); Mailer.Send(s); void Clear() => s = \"\"; } void M(Contact c) => N(c.Email);")]
    [InlineData("lambda", "void M(Contact c) { var s = c.Email; Action clear = () => s = \"\"; clear(); Mailer.Send(s); }")]
    [InlineData("local function with another value", "void M(Contact c) { var s = c.Email; Take(c.Name); Mailer.Send(s); void Take(string n) => s = n; }")]
    [InlineData("one that throws otherwise", "void M(Contact c) { var s = c.Email; Clear(); Mailer.Send(s); void Clear() { if (c.Id == 0) throw new InvalidOperationException(); s = \"\"; } }")]
    public Task WhatIsOverwritten_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("not called", "void M(Contact c, bool f) { var s = c.Email; if (f) Clear(); Mailer.Send({|ECRM2002:s|}); void Clear() => s = \"\"; }")]
    [InlineData("called before", "void M(Contact c) { var s = \"\"; Clear(); s = c.Email; Mailer.Send({|ECRM2002:s|}); void Clear() => s = \"\"; }")]
    [InlineData("sometimes", "void M(Contact c, bool f) { var s = c.Email; Clear(); Mailer.Send({|ECRM2002:s|}); void Clear() { if (f) s = \"\"; } }")]
    [InlineData("leaves before", "void M(Contact c, bool f) { var s = c.Email; Clear(); Mailer.Send({|ECRM2002:s|}); void Clear() { if (f) return; s = \"\"; } }")]
    [InlineData("caught", "void M(Contact c) { var s = c.Email; Clear(); Mailer.Send({|ECRM2002:s|}); void Clear() { try { GC.Collect(); s = \"\"; } catch (Exception) { } } }")]
    [InlineData("caught outside", "void M(Contact c) { var s = c.Email; try { Clear(); } catch (Exception) { } Mailer.Send({|ECRM2002:s|}); void Clear() { GC.Collect(); s = \"\"; } }")]
    [InlineData("with it", "void M(Contact c) { var s = \"\"; Take(); Mailer.Send({|ECRM2002:s|}); void Take() => s = c.Email; }")]
    [InlineData("with it, by another one", "void M(Contact c) { var s = \"\"; Take(); Clear(); Take(); Mailer.Send({|ECRM2002:s|}); void Take() => s = c.Email; void Clear() => s = \"\"; }")]
    [InlineData("added to", "void M(Contact c) { var s = c.Email; Add(); Mailer.Send({|ECRM2002:s|}); void Add() => s += \"!\"; }")]
    [InlineData("kept", "void M(Contact c) { var s = c.Email; Keep(); Mailer.Send({|ECRM2002:s|}); void Keep() => s = s.Trim(); }")]
    [InlineData("asynchronous", "async Task M(Contact c) { var s = c.Email; var t = Clear(); Mailer.Send({|ECRM2002:s|}); await t; async Task Clear() { await Task.Yield(); s = \"\"; } }")]
    [InlineData("one by one", "void M(Contact c) { var s = c.Email; var all = Clear(); Mailer.Send({|ECRM2002:s|}); GC.KeepAlive(all.Count()); IEnumerable<int> Clear() { s = \"\"; yield return 1; } }")]
    [InlineData("lambda, one of two", "void M(Contact c, bool f) { var s = c.Email; Action clear = () => s = \"\"; Action none = () => { }; (f ? clear : none)(); Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("lambda of another turn", "void M(List<Contact> all) { Action clear = () => { }; foreach (var c in all) { var s = c.Email; clear(); Mailer.Send({|ECRM2002:s|}); clear = () => s = \"\"; } }")]
    [InlineData("lambda that is handed over", "void M(Contact c, List<int> l) { var s = c.Email; l.ForEach(_ => s = \"\"); Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("by reference", "void M(Contact c) { var s = c.Email; ref var r = ref s; var t = r; Clear(); Mailer.Send({|ECRM2002:t|}); void Clear() => s = \"\"; }")]
    [InlineData("variable of its own", "void M(Contact c) { var s = c.Email; Clear(); Mailer.Send({|ECRM2002:s|}); void Clear() { string s; s = \"\"; GC.KeepAlive(s); } }")]
    public Task WhatMayBeThere_IsReported(string form, string members) => Flow.VerifyAsync(form, members);
}
