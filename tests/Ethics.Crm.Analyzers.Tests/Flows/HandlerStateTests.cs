namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What a handler finds: what was there where something may have been thrown, not what lay between two statements of which neither throws.</summary>
public sealed class HandlerStateTests
{
    [Theory]
    [InlineData("overwritten before anything throws", "void M(Contact c) { var s = c.Email; try { s = \"\"; GC.Collect(); } catch { } Mailer.Send(s); }")]
    [InlineData("part that is overwritten, of another type of exception", "static void Clean(Box b) { try { b.Text = \"\"; } catch (InvalidOperationException) { } Mailer.Send(b.Text); } void M(Contact c) { var b = new Box { Text = c.Email }; Clean(b); }")]
    [InlineData("in hand and gone again", "void M(Contact c) { var e = c.Email; var s = \"\"; try { s = e; s = \"\"; GC.Collect(); } catch { Mailer.Send(s); } }")]
    [InlineData("in hand and gone again, finally", "void M(Contact c) { var e = c.Email; var s = \"\"; try { s = e; s = \"\"; GC.Collect(); } finally { Mailer.Send(s); } }")]
    [InlineData("own exception", "void M(Contact c) { var b = new Box { Text = c.Email }; try { b.Text = null; throw new Own(); } catch (Own) { Mailer.Send(b.Text); } }", "public class Own : Exception { }")]
    public Task WhatNoHandlerFinds_IsNotReported(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("call before", "void M(Contact c) { var s = c.Email; try { GC.Collect(); s = \"\"; } catch { } Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("call on the right", "static string Next() => Environment.NewLine; void M(Contact c) { var s = c.Email; try { s = Next(); } catch { } Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("call in between", "void M(Contact c) { var e = c.Email; var s = \"\"; try { s = e; GC.Collect(); s = \"\"; } catch { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("call in between, finally", "void M(Contact c) { var e = c.Email; var s = \"\"; try { s = e; GC.Collect(); s = \"\"; } finally { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("no object, any exception", "static void Clean(Box b) { try { b.Text = \"\"; } catch (Exception) { Mailer.Send(b.{|ECRM2002:Text|}); } } void M(Contact c) { var b = new Box { Text = c.Email }; Clean(b); }")]
    [InlineData("no object, that exception", "void M(Contact c, Box other) { var s = c.Email; try { other.Text = \"\"; s = \"\"; } catch (NullReferenceException) { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("no element", "void M(Contact c, string[] a) { var s = c.Email; try { s = a[3]; } catch (IndexOutOfRangeException) { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("another type of object", "void M(Contact c, object o) { var s = c.Email; try { s = (string)o; } catch (InvalidCastException) { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("no value", "void M(Contact c, int? n) { var s = c.Email; try { var m = (int)n!; s = \"\"; } catch (InvalidOperationException) { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("no value, by its property", "void M(Contact c, int? n) { var s = c.Email; try { var m = n!.Value; s = \"\"; } catch (InvalidOperationException) { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("divided", "void M(Contact c, int n) { var s = c.Email; try { n = 1 / n; s = \"\"; } catch (ArithmeticException) { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("setter that throws", "void M(Contact c, Strict k) { var s = c.Email; try { k.Text = \"\"; s = \"\"; } catch (InvalidOperationException) { Mailer.Send({|ECRM2002:s|}); } }", "public class Strict { public string Text { get => \"\"; set => throw new InvalidOperationException(); } }")]
    [InlineData("setter that may be overridden", "void M(Contact c, Strict k) { var s = c.Email; try { k.Text = \"\"; s = \"\"; } catch (InvalidOperationException) { Mailer.Send({|ECRM2002:s|}); } }", "public class Strict { public virtual string Text { get; set; } = \"\"; }")]
    [InlineData("operator that throws", "void M(Contact c, Sum k) { var s = c.Email; try { k = k + k; s = \"\"; } catch (InvalidOperationException) { Mailer.Send({|ECRM2002:s|}); } }", "public class Sum { public static Sum operator +(Sum a, Sum b) => throw new InvalidOperationException(); }")]
    [InlineData("text of an object", "void M(Contact c, object o) { var s = c.Email; try { s = \"\" + o; } catch (InvalidOperationException) { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("own exception under a filter", "void M(Contact c) { var s = c.Email; try { Own.Throw(); s = \"\"; } catch (Own o) when (o.Message.Length > 0) { Mailer.Send({|ECRM2002:s|}); } }", "public class Own : Exception { public static void Throw() => throw new Own(); }")]
    [InlineData("what a finally leaves", "void M(Contact c) { var e = c.Email; var s = \"\"; try { try { GC.Collect(); } finally { s = e; } } catch { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("what a finally leaves, own exception", "void M(Contact c) { var e = c.Email; var s = \"\"; try { try { throw new Own(); } finally { s = e; } } catch (Own) { Mailer.Send({|ECRM2002:s|}); } }", "public class Own : Exception { }")]
    [InlineData("what two of them leave", "void M(Contact c) { var e = c.Email; var s = \"\"; var t = \"\"; try { try { GC.Collect(); } finally { s = e; } } finally { t = s; Mailer.Send({|ECRM2002:t|}); } }")]
    [InlineData("what a filter leaves", "void M(Contact c) { var e = c.Email; var s = \"\"; try { try { GC.Collect(); } catch (Own) when ((s = e) == \"\") { } } catch { Mailer.Send({|ECRM2002:s|}); } }", "public class Own : Exception { }")]
    [InlineData("what a handler leaves that throws again", "void M(Contact c) { var e = c.Email; var s = \"\"; try { try { GC.Collect(); } catch (Own) { s = e; throw; } } catch { Mailer.Send({|ECRM2002:s|}); } }", "public class Own : Exception { }")]
    [InlineData("thrown again", "void M(Contact c) { var s = c.Email; try { try { throw new Own(); } catch (Own) { throw; } } catch (Exception) { Mailer.Send({|ECRM2002:s|}); } }", "public class Own : Exception { }")]
    [InlineData("no arm fits", "void M(Contact c, int n) { var s = c.Email; try { s = n switch { 1 => \"\" }; } catch (InvalidOperationException) { Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("awaited", "async Task M(Contact c, Task t) { var s = c.Email; try { await t; s = \"\"; } catch (InvalidOperationException) { Mailer.Send({|ECRM2002:s|}); } }")]
    public Task WhatAHandlerFinds_IsReported(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);
}
