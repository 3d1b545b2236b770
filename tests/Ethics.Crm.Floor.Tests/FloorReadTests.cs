namespace Ethics.Crm.Floor.Tests;

/// <summary>Forms of code whose operations differ between compilers.</summary>
public sealed class FloorReadTests
{
    private const string Contact = """
        using System.Linq; using System.Collections.Generic; using Ethics.Crm; using Acme;
        class Contact { [DataCategory("contact.email")] public string Email = ""; public string Name = ""; }

        """;

    [Theory]
    [InlineData("[ForPurpose(Purposes.Marketing)] class Job(Contact c) { string M() => c is { Email: \"x\" } ? \"\" : c.Name; }")]
    [InlineData("class Job { object M(List<Contact> l) { using var s = PurposeScope.Enter([Purposes.Marketing]); return from c in l select new { c.Email }; } }")]
    [InlineData("class Job { object M(List<Contact> l) => PurposeScope.Run(\"marketing\", () => l.Select(c => c.Email).ToList()); }")]
    [InlineData("record Card(int Id, [DataCategory(\"contact.email\")] string Mail) { public string Mail = Mail; } [ForPurpose(\"marketing\")] class Job { void M(Card c) { var (i, m) = c; } }")]
    [InlineData("class Api { [return: DataCategory(\"contact.email\")] public static string Mail() => \"\"; } [ForPurpose(\"marketing\")] class Job { System.Func<string> M() => Api.Mail; }")]
    [InlineData("class Bag { [DataCategory(\"contact.email\")] public string[] A = []; } [ForPurpose(\"marketing\")] class Job { string M(Bag b) { b.A[^1] = \"x\"; return b.A[^1]; } }")]
    public async Task Read_IsReported(string source) => Assert.Equal(["ECRM2001"], (await FloorCompiler.CompileAsync(Contact + source)).Reported);

    [Fact]
    public async Task WriteAndNameof_AreNotReported()
        => Assert.Empty((await FloorCompiler.CompileAsync(Contact + "[ForPurpose(\"marketing\")] class Job { string M(Contact c) { c.Email = nameof(c.Email); return c.Name; } }")).Reported);
}
