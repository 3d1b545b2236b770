namespace Ethics.Crm.Analyzers.Tests.Disclosure;

/// <summary>ECRM3002: what is written to logs, consoles, traces and metrics, and the nearest program that writes nothing personal.</summary>
public sealed class LoggedTests
{
    [Theory]
    [InlineData("argument of a template", "void M(Contact c) => _log.LogInformation(\"To {Mail}\", c.{|ECRM3002:Email|});")]
    [InlineData("second of several", "void M(Contact c) => _log.LogInformation(\"{N} to {Mail}\", 3, c.{|ECRM3002:Email|});")]
    [InlineData("array of arguments", "void M(Contact c) { object?[] a = [3, c.Email]; _log.LogInformation(\"{N} to {Mail}\", {|ECRM3002:a|}); }")]
    [InlineData("template itself", "void M(Contact c) => _log.LogInformation({|ECRM3002:$\"To {c.Email}\"|});")]
    [InlineData("object, in the catch too", "void M(Contact c) { try { _log.LogInformation(\"a {@C}\", {|ECRM3002:c|}); } catch (Exception x) { _log.LogError(x, \"failed {@C}\", {|ECRM3002:c|}); } }")]
    [InlineData("object, twice", "void M(Contact c) { _log.LogInformation(\"a {@C}\", {|ECRM3002:c|}); _log.LogInformation(\"b {@C}\", {|ECRM3002:c|}); }")]
    [InlineData("loaded object, in the catch too", "static Contact Load() => new(); void M() { var c = Load(); try { _log.LogInformation(\"a {@C}\", {|ECRM3002:c|}); } catch (Exception x) { _log.LogError(x, \"failed {@C}\", {|ECRM3002:c|}); } }")]
    [InlineData("behind an exception", "void M(Contact c, Exception x) => _log.LogError(x, \"To {Mail}\", c.{|ECRM3002:Email|});")]
    [InlineData("scope with a template", "void M(Contact c) { using var s = _log.BeginScope(\"For {Mail}\", c.{|ECRM3002:Email|}); }")]
    [InlineData("scope with state", "void M(Contact c) { using var s = _log.BeginScope({|ECRM3002:new Dictionary<string, object> { [\"mail\"] = c.Email }|}); }")]
    [InlineData("scope with a whole object", "void M(Contact c) { using var s = _log.BeginScope({|ECRM3002:c|}); }")]
    [InlineData("whole object asked for", "void M(Contact c) => _log.LogInformation(\"{N} {@Who}\", 1, {|ECRM3002:c|});")]
    [InlineData("value in an object asked for", "void M(Contact c) => _log.LogInformation(\"{@Who}\", {|ECRM3002:new Plain { Text = c.Email }|});")]
    [InlineData("state", "void M(Contact c) => _log.Log(LogLevel.Information, default, {|ECRM3002:(1, c.Email)|}, null, (s, x) => \"\");")]
    [InlineData("defined message", "static readonly Action<ILogger, string, Exception?> Sent = LoggerMessage.Define<string>(LogLevel.Information, default, \"To {Mail}\"); void M(Contact c) => Sent(_log, c.{|ECRM3002:Email|}, null);")]
    [InlineData("generated message", "[LoggerMessage] static partial void Sent(ILogger log, string mail); static partial void Sent(ILogger log, string mail) { } void M(Contact c) => Sent(_log, c.{|ECRM3002:Email|});")]
    [InlineData("extension method of one's own", "void M(Contact c) => L(_log, c.Email); static void L(ILogger log, string mail) => log.LogInformation(\"{Mail}\", {|ECRM3002:mail|});")]
    [InlineData("elements of a list", "void M(List<Contact> c) => _log.LogInformation(\"{All}\", c.Select(x => x.Email).{|ECRM3002:ToList|}());")]
    [InlineData("record that holds it", "void M(Contact c) { var j = new Job(c.Email, 1); _log.LogInformation(\"{Job}\", {|ECRM3002:j|}); }")]
    [InlineData("own text of an object", "void M(Contact c) { var t = new Told { Text = c.Email }; _log.LogInformation(\"{Told}\", {|ECRM3002:t|}); }")]
    [InlineData("text of an object, put together", "void M(Contact c) { var t = new Told { Text = c.Email }; Console.WriteLine({|ECRM3002:\"x\" + t|}); }")]
    [InlineData("text of a record, interpolated", "void M(Contact c) { var t = new Job(c.Email, 1); Console.WriteLine({|ECRM3002:$\"x {t}\"|}); }")]
    [InlineData("console", "void M(Contact c) => Console.WriteLine(c.{|ECRM3002:Email|});")]
    [InlineData("console, formatted", "void M(Contact c) => Console.Write(\"{0}\", c.{|ECRM3002:Email|});")]
    [InlineData("writer of the console", "void M(Contact c) => Console.Error.WriteLine(c.{|ECRM3002:Email|});")]
    [InlineData("writer of the console, kept", "void M(Contact c) { var w = Console.Out; w.Write(c.{|ECRM3002:Email|}); }")]
    [InlineData("characters on the console", "void M(Contact c) => Console.WriteLine(c.Email.{|ECRM3002:ToCharArray|}());")]
    [InlineData("anonymous object on the console", "void M(Contact c) => Console.WriteLine({|ECRM3002:new { c.Email }|});")]
    [InlineData("anonymous object in a text", "void M(Contact c) { var a = new { c.Email }; Console.WriteLine({|ECRM3002:$\"x {a}\"|}); }")]
    [InlineData("message of an assertion", "void M(Contact c) => Debug.Assert(c.Id > 0, c.{|ECRM3002:Email|});")]
    [InlineData("trace", "void M(Contact c) => Trace.WriteLine(c.{|ECRM3002:Email|});")]
    [InlineData("debug", "void M(Contact c) => Debug.Print(c.{|ECRM3002:Email|});")]
    [InlineData("trace source", "void M(Contact c, TraceSource s) => s.TraceInformation(c.{|ECRM3002:Email|});")]
    [InlineData("event source", "class E : EventSource { [Event(1)] public void Sent(string mail) => WriteEvent(1, {|ECRM3002:mail|}); } void M(Contact c, E e) => e.Sent(c.Email);")]
    [InlineData("tag of an activity", "void M(Contact c, Activity a) => a.SetTag(\"mail\", c.{|ECRM3002:Email|});")]
    [InlineData("tag of a metric", "void M(Contact c, Counter<int> n) => n.Add(1, {|ECRM3002:new KeyValuePair<string, object?>(\"mail\", c.Email)|});")]
    [InlineData("Serilog", "void M(Contact c, Serilog.ILogger l) => l.Information(\"{Mail}\", c.{|ECRM3002:Email|});")]
    [InlineData("Serilog, static", "void M(Contact c) => Serilog.Log.Warning(\"{Mail}\", c.{|ECRM3002:Email|});")]
    [InlineData("Serilog, whole", "void M(Contact c) => Serilog.Log.Warning(\"{@Who}\", {|ECRM3002:c|});")]
    [InlineData("Serilog, context", "void M(Contact c, Serilog.ILogger l) => l.ForContext(\"mail\", c.{|ECRM3002:Email|});")]
    [InlineData("NLog", "void M(Contact c, NLog.Logger l) => l.Warn(c.{|ECRM3002:Email|});")]
    [InlineData("code for the right purpose", "[ForPurpose(\"support\")] void M(Contact c) => Console.WriteLine(c.{|ECRM3002:Email|});")]
    [InlineData("read that is misused itself, told once", "[ForPurpose(\"marketing\")] void M(Contact c) => Console.WriteLine(c.{|ECRM2001:Email|});")]
    [InlineData("code for another purpose, which is a border of its own", "void M(Contact c) { var e = c.Email; using (PurposeScope.Enter(\"marketing\")) { Console.WriteLine({|ECRM2002:{|ECRM3002:e|}|}); } }")]
    public Task WrittenValue_IsReported(string form, string members) => Outlets.VerifyAsync(form, members);

    [Theory]
    [InlineData("constant", "void M(Contact c) => _log.LogInformation(\"To {Mail}\", \"nobody\");")]
    [InlineData("overwritten", "void M(Contact c) { var e = c.Email; e = \"\"; Console.WriteLine(e); }")]
    [InlineData("whole object of which the log keeps the name of the type", "void M(Contact c) => _log.LogInformation(\"{Who}\", c);")]
    [InlineData("object without text of its own that holds it", "void M(Contact c) { var p = new Plain { Text = c.Email }; _log.LogInformation(\"{P}\", p); }")]
    [InlineData("anonymous object without it", "void M(Contact c) { GC.KeepAlive(c.Email); Console.WriteLine(new { c.Name }); }")]
    [InlineData("condition of an assertion", "void M(Contact c) { Debug.Assert(c.Email.Length > 3, \"x\"); Trace.WriteLineIf(c.Email == \"\", \"x\"); }")]
    [InlineData("list on the console", "void M(Contact c) { var l = new List<string> { c.Email }; Console.WriteLine(l); }")]
    [InlineData("braces that ask for nothing", "void M(Contact c) => _log.LogInformation(\"{{@Who}} {Who}\", c);")]
    [InlineData("other object asked for", "void M(Contact c) => _log.LogInformation(\"{Who} {@Other}\", c, new Plain());")]
    [InlineData("other member of a record", "void M(Contact c) { var j = new Job(c.Email, 1); _log.LogInformation(\"{N}\", j.Count); }")]
    [InlineData("exception beside the message", "void M(Contact c, Exception x) => _log.LogError(x, \"failed\");")]
    [InlineData("null check", "void M(Contact c) => Console.WriteLine(c.Email == null);")]
    [InlineData("count", "void M(List<Contact> c) => Console.WriteLine(c.Count);")]
    [InlineData("anonymised", "[Anonymizes(\"first letter\")] static string A(string s) => s; void M(Contact c) => Console.WriteLine(A(c.Email));")]
    [InlineData("writer of a file", "void M(Contact c, System.IO.TextWriter w) => w.WriteLine(c.Email);")]
    [InlineData("Counter of one's own", "class Counter { public void Add(string s) { } } void M(Contact c, Counter n) => n.Add(c.Email);")]
    [InlineData("method of a logger that writes nothing", "void M(Contact c, NLog.Logger l) => l.Flush(c.Email);")]
    public Task ValueThatIsNotWritten_IsSilent(string form, string members) => Outlets.VerifyAsync(form, members);

    [Fact]
    public Task PolicySink_IsALog()
        => Outlets.VerifyAsync("sink", "class Journal { public void Put(string text) { } public void Drop(string text) { } } void M(Contact c, Journal j) { j.Put(c.{|ECRM3002:Email|}); j.Drop(c.Email); }", check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestKit.TestPolicy.Of(TestKit.Policies.Fabrikam.Replace("\"rules\":", "\"sinks\": [ { \"method\": \"Work.Journal.P*\", \"log\": true } ], \"rules\":", StringComparison.Ordinal)));
        });

    [Fact]
    public Task FalseNegative_WriterOfTheConsoleInAField_IsNotSeen()
        => Outlets.VerifyAsync("field", "System.IO.TextWriter w = Console.Out; void M(Contact c) { w.WriteLine(c.Email); using var s = Console.OpenStandardOutput(); s.Write(Encoding.UTF8.GetBytes(c.Email)); }");

    [Fact]
    public Task FalseNegative_WholeObjectThatAHelperAsksFor_IsNotSeen()
        => Outlets.VerifyAsync("helper", "void H(object o) => _log.LogInformation(\"{@Who}\", o); void M(Contact c) => H(c);");
}
