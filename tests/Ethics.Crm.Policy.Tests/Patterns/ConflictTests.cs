using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy.Tests.Patterns;

public sealed class ConflictTests
{
    [Theory]
    [InlineData("\"Acme.*.Mail\": { \"category\": \"health\" }, \"Acme.Mail.*\": { \"category\": \"contact.email\" }", "\"Acme.Mail.*\"")]
    [InlineData("\"Acme.A*\": { \"category\": \"health\" }, \"Acme.*A\": null", "\"Acme.*A\"")]
    [InlineData("\"A.Send(string)\": { \"category\": \"health\" }, \"A.Send(System.String)\": null", "\"A.Send(System.String)\"")]
    [InlineData("\"A.Send(int)#a\": { \"category\": \"health\" }, \"A.Send(System.Int32)#a\": null", "\"A.Send(System.Int32)#a\"")]
    [InlineData("\"A.*()\": { \"category\": \"health\" }, \"*.A()\": null", "\"*.A()\"")]
    [InlineData("\"A.B*.ctor#a\": { \"category\": \"health\" }, \"A.*B.ctor#a\": null", "\"A.*B.ctor#a\"")]
    public void EquallyExactWithDifferentContent_IsAContradiction(string fields, string marked)
    {
        var text = Sample.Policy("\"fields\": { " + fields + " }");
        var error = Sample.Error(text);

        Assert.Equal("ECRM1003", error.Id);
        Assert.Equal(marked, text.Split('\n')[error.Line - 1][(error.Column - 1)..(error.EndColumn - 1)]);
    }

    [Theory]
    [InlineData("\"Acme.A*\": { \"category\": \"health\" }, \"Acme.*A\": { \"category\": \"health\" }")]
    [InlineData("\"Acme.A*\": { \"category\": \"health\" }, \"Acme.B*\": null")]
    [InlineData("\"Acme.A*\": { \"category\": \"health\" }, \"Acme.*A()\": null")]
    [InlineData("\"Acme.A*\": { \"category\": \"health\" }, \"Acme.*AB\": null")]
    [InlineData("\"A.Send(System.String)\": { \"category\": \"health\" }, \"A.Send(System.Double)\": null")]
    [InlineData("\"A.Get(key: \\\"a\\\")\": { \"category\": \"health\" }, \"A.Get(key: \\\"b\\\")\": null")]
    [InlineData("\"A.Set#a\": { \"category\": \"health\" }, \"A.Set#b\": null")]
    public void NoCommonMemberOrSameContentOrOtherRank_IsFine(string fields) => Sample.Table(Sample.Policy("\"fields\": { " + fields + " }"));

    [Fact]
    public void SinksAndCode_AreHeldToTheSame()
    {
        Assert.Equal("ECRM1003", Sample.Error(Sample.Policy("\"code\": { \"A.X*\": [\"support\"], \"A.*X\": [\"billing\"] }")).Id);
        Assert.Equal("ECRM1003", Sample.Error(Sample.Policy("\"recipients\": { \"m\": {} }, \"sinks\": [ { \"method\": \"A.B\", \"log\": true }, { \"method\": \"A.B\", \"disclosesTo\": \"m\" } ]")).Id);
        Sample.Table(Sample.Policy("\"code\": { \"A.X*\": [\"support\", \"billing\"], \"A.*X\": [\"billing\", \"support\"] }"));
    }

    /// <summary>The overlap test against trying every short name over two letters.</summary>
    [Fact]
    public void Overlap_IsExactOnSmallPatterns()
    {
        string[] segments = ["a", "b", "*", "**", "a*", "*b"];
        string[] words = ["a", "b", "ab", "ba"];
        var patterns = (from n in Enumerable.Range(1, 3) from p in Combine(segments, n) select p).ToArray();
        var names = (from n in Enumerable.Range(1, 5) from p in Combine(words, n) select string.Join('.', p)).ToArray();
        var random = new Random(7);
        for (var i = 0; i < 1500; i++)
        {
            var (a, b) = (patterns[random.Next(patterns.Length)], patterns[random.Next(patterns.Length)]);
            var common = names.Any(name => NameGlob.Matches(a, name) && NameGlob.Matches(b, name));
            Assert.True(common == NameGlob.Overlap(a, b), $"{string.Join('.', a)} | {string.Join('.', b)}");
        }
    }

    private static IEnumerable<string[]> Combine(string[] parts, int count) =>
        count == 0 ? [[]] : from rest in Combine(parts, count - 1) from part in parts select (string[])[.. rest, part];
}
