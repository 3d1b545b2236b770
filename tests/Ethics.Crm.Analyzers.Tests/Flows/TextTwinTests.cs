namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What is asked of texts and tells nothing of another one: formats, comparisons, shared patterns and encodings.</summary>
public sealed class TextTwinTests
{
    [Theory]
    [InlineData("counted by ref", "static void Count(string s, ref int n) => n++; void M(Contact c) { var n = 0; Count(c.Email, ref n); Mailer.Send(n); }")]
    [InlineData("nameof", "void M(Contact c) { GC.KeepAlive(c.Email); Mailer.Send($\"{nameof(c.Email)}: {c.Name}\"); }")]
    [InlineData("null asked", "void M(Contact c) { var t = c.Email is null ? \"none\" : \"some\"; Mailer.Send(t); }")]
    [InlineData("empty asked", "void M(Contact c) { var t = string.IsNullOrEmpty(c.Email) ? \"none\" : \"some\"; Mailer.Send(t); }")]
    [InlineData("switch", "void M(Contact c) { string t = \"\"; switch (c.Email) { case \"x\": t = \"y\"; break; } Mailer.Send(t); }")]
    [InlineData("switch expression", "void M(Contact c) { var t = c.Email switch { \"a\" => \"b\", _ => \"c\" }; Mailer.Send(t); }")]
    [InlineData("own handler", "[System.Runtime.CompilerServices.InterpolatedStringHandler] public ref struct H { string t; public H(int l, int f) { t = \"\"; } public void AppendLiteral(string s) => t += s; public void AppendFormatted<T>(T v) => t += \"*\"; public string Text => t; } static string Masked(H h) => h.Text; void M(Contact c) => Mailer.Send(Masked($\"to {c.Email}\"));")]
    [InlineData("counted", "void M(Contact c) { var n = 0; foreach (var x in c.Email) n++; Mailer.Send(n); }")]
    [InlineData("mask", "static string Mask(string s) => new string('*', 5); void M(Contact c) => Mailer.Send(Mask(c.Email));")]
    [InlineData("formattable format", "void M(Contact c) { FormattableString f = $\"{c.Email} {c.Name}\"; Mailer.Send(f.Format); }")]
    [InlineData("format arguments overwritten", "void M(Contact c) { var a = new object[] { c.Email, c.Name }; a[0] = \"\"; Mailer.Send(string.Format(\"{0}{1}\", a)); }")]
    [InlineData("type of it", "void M(Contact c) => Mailer.Send(c.Email.GetType().Name);")]
    [InlineData("trimmed another", "void M(Contact c) { var t = c.Email.Trim(); t = c.Name.Trim(); Mailer.Send(t.ToUpperInvariant()); }")]
    [InlineData("compound text other variable", "void M(Contact c) { var t = \"a\"; var u = t; t += c.Email; Mailer.Send(u); }")]
    [InlineData("split of another", "void M(Contact c) { _ = c.Email.Split('@'); var p = c.Name.Split(' '); Mailer.Send(p[0]); }")]
    [InlineData("string reader of another", "void M(Contact c) { var r = new System.IO.StringReader(c.Email); var s = new System.IO.StringReader(c.Name); GC.KeepAlive(r); Mailer.Send(s.ReadLine()); }")]
    [InlineData("raw text", "void M(Contact c) { GC.KeepAlive(c.Email); Mailer.Send($\"\"\"to {c.Name}\"\"\"); }")]
    [InlineData("format item", "void M(Contact c) { var f = $\"{c.Name,10:X}\"; GC.KeepAlive(c.Email); Mailer.Send(f); }")]
    [InlineData("text builder by another thread", "void M(Contact c) { var b = new StringBuilder(); System.Threading.Tasks.Task.Run(() => b.Append(c.Name)).Wait(); GC.KeepAlive(c.Email); Mailer.Send(b.ToString()); }")]
    [InlineData("encoder", "void M(Contact c) { var e = Encoding.UTF8; _ = e.GetBytes(c.Email); Mailer.Send(e.GetString(e.GetBytes(c.Name))); }")]
    [InlineData("culture", "void M(Contact c) { var k = System.Globalization.CultureInfo.InvariantCulture; _ = c.Email.ToUpper(k); Mailer.Send(c.Name.ToUpper(k)); }")]
    [InlineData("comparer", "void M(Contact c) { var k = StringComparer.Ordinal; _ = k.Compare(c.Email, \"a\"); Mailer.Send(k.Compare(c.Name, \"a\")); }")]
    [InlineData("sorted other", "void M(Contact c) { var names = new List<string> { c.Name }; var mails = new List<string> { c.Email }; names.Sort(StringComparer.Ordinal); mails.Sort(StringComparer.Ordinal); Mailer.Send(names[0]); }")]
    [InlineData("set other", "void M(Contact c) { var k = StringComparer.OrdinalIgnoreCase; var a = new HashSet<string>(k) { c.Email }; var b = new HashSet<string>(k) { c.Name }; Mailer.Send(b.First()); }")]
    [InlineData("composite shared", "static readonly System.Text.CompositeFormat F = System.Text.CompositeFormat.Parse(\"{0}\"); void M(Contact c) { _ = string.Format(null, F, c.Email); Mailer.Send(string.Format(null, F, c.Name)); }")]
    [InlineData("random", "void M(Contact c) { var r = new Random(1); GC.KeepAlive(c.Email); Mailer.Send(r.Next()); }")]
    [InlineData("uri of another", "void M(Contact c) { var b = new UriBuilder(\"https://x\") { Query = \"a=\" + Uri.EscapeDataString(c.Name) }; var d = new UriBuilder(\"https://y\") { Query = c.Email }; GC.KeepAlive(d); Mailer.Send(b.ToString()); }")]
    [InlineData("string switch length", "void M(Contact c) { var t = c.Email.Length > 3 ? c.Name : \"\"; Mailer.Send(t); }")]
    [InlineData("starts with", "void M(Contact c) { if (c.Email.StartsWith(\"a\")) Mailer.Send(c.Name); }")]
    public Task ValueThatDoesNotComeThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
