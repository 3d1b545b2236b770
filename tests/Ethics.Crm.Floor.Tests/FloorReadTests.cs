namespace Ethics.Crm.Floor.Tests;

/// <summary>Forms of code whose operations differ between compilers.</summary>
public sealed class FloorReadTests
{
    private const string Contact = """
        using System.Linq; using System.Collections.Generic; using Ethics.Crm; using Acme;
        class Contact { [DataSubjectId] public int Id = 1; [DataCategory("contact.email")] public string Email = ""; public string Name = ""; }

        """;

    [Theory]
    [InlineData("[ForPurpose(Purposes.Marketing)] class Job(Contact c) { string M() => c is { Email: \"x\" } ? \"\" : c.Name; }")]
    [InlineData("class Job { object M(List<Contact> l) { using var s = PurposeScope.Enter([Purposes.Marketing]); return from c in l select new { c.Email }; } }")]
    [InlineData("class Job { object M(List<Contact> l) => PurposeScope.Run(\"marketing\", () => l.Select(c => c.Email).ToList()); }")]
    [InlineData("record Card([DataSubjectId] int Id, [DataCategory(\"contact.email\")] string Mail) { public string Mail = Mail; } [ForPurpose(\"marketing\")] class Job { void M(Card c) { var (i, m) = c; } }")]
    [InlineData("class Api { [return: DataCategory(\"contact.email\")] public static string Mail() => \"\"; } [ForPurpose(\"marketing\")] class Job { System.Func<string> M() => Api.Mail; }")]
    [InlineData("class Bag { [DataSubjectId] public int Id = 1; [DataCategory(\"contact.email\")] public string[] A = []; } [ForPurpose(\"marketing\")] class Job { string M(Bag b) { b.A[^1] = \"x\"; return b.A[^1]; } }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { string[] M(Contact c) => [c.Email]; }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { char[] M(Contact c) => [.. c.Email]; }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job(Contact c) : Root(c.Email) { } class Root(string s) { string S => s; }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { string M(Contact c) => $\"{c.Email}\"; }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { object M(Contact c) => c.Email is ['x', ..]; }")]
    [InlineData("class Api { public static bool Try([DataCategory(\"contact.email\")] out string m) { m = \"\"; return true; } } [ForPurpose(\"marketing\")] class Job { bool M() => Api.Try(out var m); }")]
    [InlineData("class Job { string M(Contact c, bool b) { using var s = b ? PurposeScope.Enter(\"support\") : PurposeScope.Enter(\"marketing\"); return c.Email; } }")]
    [InlineData("class Api { [return: DataCategory(\"contact.email\")] public static string Mail() => \"\"; } [ForPurpose(\"marketing\")] class Job { void M() { Api.Mail(); _ = Api.Mail(); } }")]
    [InlineData("class Box { [DataSubjectId] public int Id = 1; public int Length => 1; public int this[int i] => 1; [return: DataCategory(\"contact.email\")] public string Slice(int from, int length) => \"\"; } [ForPurpose(\"marketing\")] class Job { string M(Box b) => b[1..2]; }")]
    [InlineData("struct Walk { public string Current => \"\"; public bool MoveNext() => false; } class Box { [return: DataCategory(\"contact.email\")] public Walk GetEnumerator() => default; } [ForPurpose(\"marketing\")] class Job { void M(Box b) { foreach (var x in b) { } } }")]
    [InlineData("class Wrap { [return: DataCategory(\"contact.email\")] public static implicit operator string(Wrap w) => \"\"; } [ForPurpose(\"marketing\")] class Job { void M(List<Wrap> l) { foreach (string s in l) { } } }")]
    [InlineData("struct Waiter : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public void OnCompleted(System.Action a) { } [return: DataCategory(\"contact.email\")] public string GetResult() => \"\"; } class Mail { public Waiter GetAwaiter() => default; } [ForPurpose(\"marketing\")] class Job { async System.Threading.Tasks.Task<string> M(Mail m) => await m; }")]
    [InlineData("class Own { [return: DataCategory(\"contact.email\")] public override string ToString() => \"\"; } [ForPurpose(\"marketing\")] class Job { string M(Own n) => \"a\" + n; }")]
    [InlineData("class Own { [return: DataCategory(\"contact.email\")] public override string ToString() => \"\"; } [ForPurpose(\"marketing\")] class Job { string M(Own n) => $\"{n}\"; }")]
    [InlineData("class Own { [return: DataCategory(\"contact.email\")] public override string ToString() => \"\"; } [ForPurpose(\"marketing\")] class Job { void M(Own n, System.Text.StringBuilder b) { b.Append($\"{n}\"); } }")]
    public async Task Read_IsReported(string source) => Assert.Equal(["ECRM2001"], (await FloorCompiler.CompileAsync(Contact + source)).Reported);

    /// <summary>That an indexer cannot be guarded is told beside it.</summary>
    [Theory]
    [InlineData("class Box { [DataSubjectId] public int Id = 1; public int Length => 1; [DataCategory(\"contact.email\")] public string this[int i] => \"\"; } [ForPurpose(\"marketing\")] class Job { string M(Box b) => b[^1]; }")]
    [InlineData("class Box { [DataSubjectId] public int Id = 1; public int Length => 1; [DataCategory(\"contact.email\")] public string this[int i] => \"\"; } [ForPurpose(\"marketing\")] class Job { bool M(Box b) => b is [_, var a]; }")]
    public async Task ReadOfALabelledIndexer_IsReported(string source) => Assert.Equal(["ECRM1106", "ECRM2001"], (await FloorCompiler.CompileAsync(Contact + source)).Reported);

    [Fact]
    public async Task WriteAndNameof_AreNotReported()
        => Assert.Empty((await FloorCompiler.CompileAsync(Contact + "[ForPurpose(\"marketing\")] class Job { string M(Contact c) { c.Email = nameof(c.Email); return c.Name; } }")).Reported);
}
