namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through what the compiler writes in a second way: extension blocks by their static methods, the rest of long tuples, collections of the program in brackets, tuples that are objects.</summary>
public sealed class SecondFormTests
{
    [Theory]
    [InlineData("extension block, by its static method", "void M(Contact c) => Mailer.Send(X.{|ECRM2002:Twice|}(c.Email));", "public static class X { extension(string s) { public string Twice() => s + s; } }")]
    [InlineData("extension block, by its getter", "void M(Contact c) => Mailer.Send(X.{|ECRM2002:get_Loud|}(c.Email));", "public static class X { extension(string s) { public string Loud => s + s; } }")]
    [InlineData("extension block, static, by its static method", "void M(Contact c) => Mailer.Send(X.{|ECRM2002:Joined|}(c.Name, c.Email));", "public static class X { extension(string) { public static string Joined(string a, string b) => a + b; } }")]
    [InlineData("extension block, by its static method, into what it is called on", "void M(Contact c) { var b = new Box(); X.Take(b, c.Email); Mailer.Send(b.{|ECRM2002:Text|}); }", "public static class X { extension(Box b) { public void Take(string s) => b.Text = s; } }")]
    [InlineData("extension block, by its static method, which hands on", "void M(Contact c) { X.Tell(c.Email); }", "public static class X { extension(string s) { public void Tell() => Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("extension block, as a function of what it extends", "void M(Contact c) { Func<string> f = c.Email.Twice; Mailer.Send({|ECRM2002:f|}()); }", "public static class X { extension(string s) { public string Twice() => s + s; } }")]
    [InlineData("extension that reads, as a function of what it extends", "void M(Contact c) { Func<string> f = c.Mail; Mailer.Send({|ECRM2002:f|}()); }", "static class More { public static string Mail(this Contact c) => c.Email; }")]
    [InlineData("extension block, by its static method, which reads", "[ForPurpose(\"marketing\")] void M(Contact c) => X.Look(c);", "public static class X { extension(Contact c) { public void Look() => GC.KeepAlive(c.{|ECRM2003:Email|}); } }")]
    [InlineData("collection that says by what it is built", "void M(Contact c) { Col k = [\"a\", c.Email]; foreach (var x in k) Mailer.Send({|ECRM2002:x|}); }", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(ColOf), \"Make\")] public class Col : IEnumerable<string> { public List<string> L = new(); public IEnumerator<string> GetEnumerator() => L.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => L.GetEnumerator(); } public static class ColOf { public static Col Make(ReadOnlySpan<string> all) { var c = new Col(); foreach (var x in all) c.L.Add(x); return c; } }")]
    [InlineData("collection to which is added", "void M(Contact c) { Col k = [\"a\", c.Email]; foreach (var x in k) Mailer.Send({|ECRM2002:x|}); }", "public class Col : IEnumerable<string> { public List<string> L = new(); public void Add(string s) => L.Add(s); public IEnumerator<string> GetEnumerator() => L.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => L.GetEnumerator(); }")]
    public Task Value_IsFollowed(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("extension block, by its static method, of another", "void M(Contact c) { _ = X.Twice(c.Email); Mailer.Send(X.Twice(c.Name)); }", "public static class X { extension(string s) { public string Twice() => s + s; } }")]
    [InlineData("extension block, by its static method, which leaves it out", "void M(Contact c) { Mailer.Send(X.Mark(c.Email)); }", "public static class X { extension(string s) { public string Mark() => \"!\"; } }")]
    [InlineData("other collection that says by what it is built", "void M(Contact c) { Col k = [\"a\", c.Email]; Col l = [\"a\", c.Name]; foreach (var x in l) Mailer.Send(x); }", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(ColOf), \"Make\")] public class Col : IEnumerable<string> { public List<string> L = new(); public IEnumerator<string> GetEnumerator() => L.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => L.GetEnumerator(); } public static class ColOf { public static Col Make(ReadOnlySpan<string> all) { var c = new Col(); foreach (var x in all) c.L.Add(x); return c; } }")]
    [InlineData("collection to which another is added", "void M(Contact c) { Col k = [\"a\", c.Email]; Col l = [\"a\", c.Name]; foreach (var x in l) Mailer.Send(x); }", "public class Col : IEnumerable<string> { public List<string> L = new(); public void Add(string s) => L.Add(s); public IEnumerator<string> GetEnumerator() => L.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => L.GetEnumerator(); }")]
    public Task OtherValue_IsNotReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("rest of a long tuple", "void M(Contact c) { var t = (1, 2, 3, 4, 5, 6, 7, 8, c.Email); Mailer.Send(t.Rest.{|ECRM2002:Item2|}); }")]
    [InlineData("rest of a long tuple, in a variable", "void M(Contact c) { var t = (1, 2, 3, 4, 5, 6, 7, 8, c.Email); var r = t.Rest; Mailer.Send(r.{|ECRM2002:Item2|}); }")]
    [InlineData("rest of a long tuple, written", "void M(Contact c) { var t = (1, 2, 3, 4, 5, 6, 7, 8, \"\"); t.Rest.Item2 = c.Email; Mailer.Send(t.{|ECRM2002:Item9|}); }")]
    [InlineData("rest of a tuple of eight", "void M(Contact c) { var t = (1, 2, 3, 4, 5, 6, 7, c.Email); Mailer.Send(t.Rest.{|ECRM2002:Item1|}); }")]
    [InlineData("long tuple by its constructor", "void M(Contact c) { var t = new ValueTuple<int, int, int, int, int, int, int, ValueTuple<string>>(1, 2, 3, 4, 5, 6, 7, new ValueTuple<string>(c.Email)); Mailer.Send(t.{|ECRM2002:Item8|}); }")]
    [InlineData("object, taken apart", "void M(Contact c) { var (a, b) = Tuple.Create(c.Name, c.Email); Mailer.Send({|ECRM2002:b|}); }")]
    [InlineData("object, in a pattern", "void M(Contact c) { if (Tuple.Create(c.Name, c.Email) is { Item2: var b }) Mailer.Send({|ECRM2002:b|}); }")]
    [InlineData("object that is handed over", "static string H(Tuple<string, string> t) => t.Item2; void M(Contact c) => Mailer.Send({|ECRM2002:H|}(Tuple.Create(c.Name, c.Email)));")]
    [InlineData("object, its text", "void M(Contact c) => Mailer.Send(Tuple.Create(c.Name, c.Email).{|ECRM2002:ToString|}());")]
    [InlineData("object that becomes a tuple", "void M(Contact c) => Mailer.Send(Tuple.Create(c.Name, c.Email).ToValueTuple().{|ECRM2002:Item2|});")]
    [InlineData("object that is serialised", "void M(Contact c) => Mailer.Echo(System.Text.Json.JsonSerializer.{|ECRM2002:Serialize|}(Tuple.Create(c.Name, c.Email)));")]
    [InlineData("object in a list", "void M(Contact c) { var l = new List<Tuple<string, string>> { new(c.Name, c.Email) }; foreach (var t in l) Mailer.Send(t.{|ECRM2002:Item2|}); }")]
    [InlineData("object that code from elsewhere makes", "void M(Contact c) { var t = System.Text.Json.JsonSerializer.Deserialize<Tuple<string, string>>(c.Email); Mailer.Send(t!.{|ECRM2002:Item2|}); }")]
    [InlineData("object of eight", "void M(Contact c) { var t = Tuple.Create(1, 2, 3, 4, 5, 6, 7, c.Email); Mailer.Send(t.Rest.{|ECRM2002:Item1|}); }")]
    public Task PartOfATuple_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("rest of a long tuple", "void M(Contact c) { var t = (1, 2, 3, 4, 5, 6, 7, 8, c.Email); Mailer.Send(t.Rest.Item1); }")]
    [InlineData("object, taken apart", "void M(Contact c) { var (a, b) = Tuple.Create(c.Name, c.Email); Mailer.Send(a); }")]
    [InlineData("object that is handed over", "static string H(Tuple<string, string> t) => t.Item1; void M(Contact c) => Mailer.Send(H(Tuple.Create(c.Name, c.Email)));")]
    [InlineData("rest of a long tuple, written", "void M(Contact c) { var t = (1, 2, 3, 4, 5, 6, 7, \"\", \"\"); t.Rest.Item2 = c.Email; Mailer.Send(t.Item8); }")]
    public Task OtherPartOfATuple_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
