namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What the flow engine does not follow, or follows too far, as <c>docs/limits.md</c> lists it; an improvement breaks the test that shows it.</summary>
public sealed class FlowLimitTests
{
    [Fact]
    public Task FalseNegative_StaticMember_IsToldAndNotFollowed()
        => Flow.VerifyAsync("static", "static string last = \"\"; void M(Contact c) { {|ECRM9002:last|} = c.Email; Mailer.Send(last); }", unconcluded: 1);

    [Fact]
    public Task FalseNegative_StaticMemberOfAHelper_IsTold()
        => Flow.VerifyAsync("static by a helper", "static string Last { get; set; } = \"\"; static void Keep(string s) => {|ECRM9002:Last|} = s; void M(Contact c) => Keep(c.Email);", unconcluded: 1);

    [Fact]
    public Task StaticMember_OfAnotherValue_IsNotTold()
        => Flow.VerifyAsync("static, name", "static string last = \"\"; void M(Contact c) { last = c.Name; Mailer.Send(last); }");

    [Fact]
    public Task FalseNegative_DelegateOfTheProgram_IsToldAndNotFollowed()
        => Flow.VerifyAsync("delegate", "void Each(Contact c, Action<string> use) => use(c.{|ECRM9002:Email|}); void M(Contact c) => Each(c, s => Mailer.Send(s));", unconcluded: 1);

    [Fact]
    public Task FalseNegative_DynamicCode_IsToldAndNotFollowed()
        => Flow.VerifyAsync("dynamic", "void M(Contact c, dynamic mailer) => mailer.{|ECRM9002:Send|}(c.Email);", unconcluded: 1);

    [Fact]
    public Task FalseNegative_ReferenceField_IsNotFollowed()
        => Flow.VerifyAsync("ref field", "ref struct Cursor { ref string cell; public Cursor(ref string c) => cell = ref c; public void Write(string s) => cell = s; } void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); w.Write(c.Email); Mailer.Send(a); }");

    [Fact]
    public Task FalseNegative_SequenceThatAnotherMethodAsks_DoesNotFindWhatItPutsInBefore()
        => Flow.VerifyAsync("sequence that is handed on", "void M(Contact c) { var b = new Box(); K(H(b), b, c); } void K(IEnumerable<string> all, Box b, Contact c) { b.Text = c.Email; foreach (var e in all) Mailer.Send(e); } IEnumerable<string> H(Box b) { yield return b.Text; }");

    [Theory]
    [InlineData("sequence that a helper hands out", "void M(Contact c) { var b = new Box(); var all = J(b); b.Text = c.Email; foreach (var e in all) Mailer.Send(e); } IEnumerable<string> J(Box b) => H(b); IEnumerable<string> H(Box b) { yield return b.Text!; }")]
    [InlineData("sequence of a sequence", "void M(Contact c) { var b = new Box(); var all = H(b).Select(e => e + \"!\"); b.Text = c.Email; foreach (var e in all) Mailer.Send(e); } IEnumerable<string> H(Box b) { yield return b.Text!; }")]
    [InlineData("sequence that is spread", "void M(Contact c) { var b = new Box(); var all = H(b); b.Text = c.Email; string[] a = [.. all]; Mailer.Send(a[0]); } IEnumerable<string> H(Box b) { yield return b.Text!; }")]
    public Task FalseNegative_SequenceThatIsAskedByWayOfAnother_DoesNotFindWhatCameMeanwhile(string form, string members) => Flow.VerifyAsync(form, members);

    [Fact]
    public Task FalseNegative_ExtensionAsAFunction_IsNotFollowed()
        => Flow.VerifyAsync("extension", "void M(Contact c) { Func<string> f = c.Email.Shout; Mailer.Send(f()); }");

    [Fact]
    public Task FalseNegative_FieldOfAnObjectThatNobodyMakesHere_IsNotShared()
        => Flow.VerifyAsync("field of this", "string kept = \"\"; public void A(Contact c) => kept = c.Email; public void M() => Mailer.Send(kept);");

    [Fact]
    public Task FieldOfAnObject_WhoseMethodsAreCalledTogether_IsShared()
        => Flow.VerifyAsync("field of this", "string kept = \"\"; public void A(Contact c) => kept = c.Email; public string B() => kept; void M(Contact c) { var j = new Job(); j.A(c); Mailer.Send(j.{|ECRM2002:B|}()); }");

    [Fact]
    public Task FalseNegative_RestOfALongTuple_IsNotFollowed()
        => Flow.VerifyAsync("rest", "void M(Contact c) { var t = (1, 2, 3, 4, 5, 6, 7, 8, c.Email); Mailer.Send(t.Rest.Item2); Mailer.Send(t.{|ECRM2002:Item9|}); }");

    [Fact]
    public Task FalseNegative_CollectionBuilderOfTheProgram_IsNotFollowed()
        => Flow.VerifyAsync("builder", "void M(Contact c) { Col k = [\"a\", c.Email]; foreach (var x in k) Mailer.Send(x); }", types: "[System.Runtime.CompilerServices.CollectionBuilder(typeof(ColOf), \"Make\")] public class Col : IEnumerable<string> { public List<string> L = new(); public IEnumerator<string> GetEnumerator() => L.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => L.GetEnumerator(); } public static class ColOf { public static Col Make(ReadOnlySpan<string> s) { var c = new Col(); foreach (var x in s) c.L.Add(x); return c; } }");

    [Fact]
    public Task FalseAlarm_PatternOnAConstant()
        => Flow.VerifyAsync("pattern", "const int V = 3; void M(Contact c) { if (V is > 5) Mailer.Send(c.{|ECRM2002:Email|}); }");

    [Fact]
    public Task FalseAlarm_TypeThatOnlyTheCallerKnows()
        => Flow.VerifyAsync("type", "static void H(object o) { if (o is int n) Mailer.Send({|ECRM2002:n|}); } void M(Contact c) => H(c.Email);");

    [Fact]
    public Task FalseNegative_ObjectFromElsewhere_IsNotShared()
        => Flow.VerifyAsync("shared", "static Box Get() => (Box)AppDomain.CurrentDomain.GetData(\"box\")!; void M(Contact c) { Get().Text = c.Email; Mailer.Send(Get().Text); }");

    [Fact]
    public Task FalseNegative_ExtensionOfABlockThatIsCalledAsAMethod_IsNotFollowed()
        => Flow.VerifyAsync("extension block", "void M(Contact c) => Mailer.Send(X.Twice(c.Email));", types: "public static class X { extension(string s) { public string Twice() => s + s; } }");

    [Fact]
    public Task FalseAlarm_ConditionsThatExcludeEachOther()
        => Flow.VerifyAsync("correlated", "void M(Contact c) { var b = c.Name.Length > 3; var s = b ? c.Email : c.Name; if (!b) Mailer.Send({|ECRM2002:s|}); }");

    [Fact]
    public Task FalseAlarm_OtherElementOfAList()
        => Flow.VerifyAsync("list", "void M(Contact c) { var l = new List<string> { c.Name, c.Email }; Mailer.Send({|ECRM2002:l[0]|}); }");
}
