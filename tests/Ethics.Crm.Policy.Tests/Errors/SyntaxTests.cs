using System.Text;

namespace Ethics.Crm.Policy.Tests.Errors;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("// nothing")]
    [InlineData("nonsense")]
    [InlineData("{")]
    [InlineData("{ \"version\": }")]
    [InlineData("{ \"version\": 1 } trailing")]
    [InlineData("{ \"version\": 1, \"x-a\": \"unclosed")]
    [InlineData("{ \"version\": 1, \"x-a\": \"\0\" }")]
    [InlineData("/* unclosed")]
    public void BrokenText_IsUnreadableWithPosition(string text)
    {
        var result = Sample.Read(text);

        Assert.Null(result.Table);
        Assert.Contains(result.Errors, e => e.Kind == PolicyErrorKind.Unreadable && e.Line >= 1 && e.Column >= 1);
    }

    [Fact]
    public void CommentsAndTrailingCommas_AreRead() =>
        Sample.Table("// a\n{ /* b */ \"version\": 1, \"categories\": {}, \"purposes\": { \"a\": { \"basis\": \"contract\", }, }, } // c");

    [Fact]
    public void SyntaxError_IsReportedWhereItStands()
    {
        var error = Sample.Error("{ \"version\": 1,\n  \"categories\": {},\n  \"purposes\": ! }");

        Assert.Equal((3, 15), (error.Line, error.Column));
        Assert.DoesNotContain("LineNumber", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SyntaxError_WhatPrecedesIsStillChecked()
    {
        var result = Sample.Read("{ \"version\": 1, \"categoris\": {}, \"purposes\": { \"a\": { \"basis\": \"contrct\" } }, \"rules\": [ ");

        Assert.Equal(["categories", "contract"], result.Errors.Select(e => e.Suggestion).OfType<string>());
        Assert.Contains(result.Errors, e => e.Message.StartsWith("Not valid JSON", StringComparison.Ordinal));
        Assert.Equal(["a"], result.PartialDocument!.Purposes.Keys);
    }

    [Fact]
    public void SyntaxError_WhatMayHaveFollowedIsNotMissed() =>
        Assert.StartsWith("Not valid JSON", Sample.Error("{ \"version\": 1, \"categories\": { \"a\": { \"collectedFor\": [\"later\"] } }, ").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void DeepNesting_IsAnErrorNotACrash(char bracket)
    {
        var inner = bracket == '[' ? "[" : "{\"x-a\":";
        var text = "{ \"version\": 1, \"x-deep\": " + string.Concat(Enumerable.Repeat(inner, 5000));

        Assert.Contains("nested deeper", Sample.Read(text).Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NestingWithinTheBound_IsFree() =>
        Sample.Table(Sample.Policy("\"x-deep\": " + new string('[', 50) + new string(']', 50)));

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00 and more")]
    public void EscapedHalfOfAPair_IsUnreadable(string escape) =>
        Sample.AssertError(Sample.Error(Sample.Policy($"\"controller\": {{ \"name\": \"{escape}\" }}")), "ECRM1001", "$.controller");

    [Fact]
    public void LoneSurrogateInText_IsUnreadableAtItsPosition()
    {
        var error = Sample.Error(Sample.Policy("\"controller\": { \"name\": \"a\ud800\" }"));

        Assert.Equal(PolicyErrorKind.Unreadable, error.Kind);
        Assert.Equal((5, 29), (error.Line, error.Column));
    }

    [Fact]
    public void EscapedPair_IsRead() =>
        Assert.Equal("\U0001F600", Sample.Table(Sample.Policy("\"controller\": { \"name\": \"\\ud83d\\ude00\" }")).Document.Controller!.Name);

    [Theory]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("1e999999")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("2")]
    public void OtherVersion_IsUnreadable(string version) =>
        Sample.AssertError(Sample.Error(Sample.Policy().Replace("\"version\": 1", "\"version\": " + version)), "ECRM1001", "$.version");

    [Fact]
    public void EscapedNul_IsUnreadable() =>
        Sample.AssertError(Sample.Error(Sample.Policy("\"controller\": { \"name\": \"a\\u0000b\" }")), "ECRM1001", "$.controller.name");

    [Fact]
    public void ByteOrderMark_IsSkippedAndNotCounted()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("{ \"nope\": 1, \"version\": 1, \"categories\": {}, \"purposes\": {} }")).ToArray();

        var error = Assert.Single(PolicyReader.Read(PolicySource.FromBytes(Sample.File, bytes)).Errors);
        Assert.Equal((1, 3), (error.Line, error.Column));
    }

    [Fact]
    public void Latin1_IsOneErrorAtTheFirstWrongByte()
    {
        var bytes = Encoding.Latin1.GetBytes("{\n \"x-a\": \"Müller\" }");

        var error = Assert.Single(PolicyReader.Read(PolicySource.FromBytes(Sample.File, bytes)).Errors);
        Assert.Equal((PolicyErrorKind.Unreadable, 2, 11), (error.Kind, error.Line, error.Column));
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void OtherUnicodeEncodings_AreUnreadable(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(Sample.Policy())).ToArray();

        Assert.All(PolicyReader.Read(PolicySource.FromBytes(Sample.File, bytes)).Errors, e => Assert.Equal("ECRM1001", e.Id));
    }

    [Fact]
    public void NotUtf8Source_IsOneError() =>
        Assert.Equal("ethics.policy.json(1,1): ECRM1001: The policy file is not UTF-8; expected: UTF-8, with or without byte-order mark (at $)",
            Assert.Single(PolicyReader.Read(PolicySource.NotUtf8(Sample.File)).Errors).ToString());

    [Fact]
    public void CancelledToken_StopsReading() =>
        Assert.Throws<OperationCanceledException>(() => PolicyReader.Read(new(Sample.File, Sample.Everything), null, new CancellationToken(canceled: true)));

    [Fact]
    public void MissingComma_IsSaidOnce()
    {
        var error = Sample.Error("{ \"version\": 1 \"categories\": {}, \"purposes\": {} }");
        Assert.Contains("invalid after a value where one of these belongs: ','", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.ToString().Split("xpected").Length - 1);
    }

    [Theory]
    [InlineData("{\n  \"version\": 1,\n  \"purposes\": {\n    \"a\": { \"basis\": \"contract\" }\n", "the file ends before the '}' of the '{' in line 3")]
    [InlineData("{\n  \"version\": 1,\n  \"rules\": [\n", "the file ends before the ']' of the '[' in line 3")]
    [InlineData("{ \"version\": 1,\n", "the file ends before the '}' of the '{' in line 1")]
    [InlineData("{\n  \"version\": 1 ", "the file ends before the '}' of the '{' in line 1")]
    [InlineData("{ \"version\": 1, 'purposes': {} }", "between double quotation marks, not single ones")]
    [InlineData("{ \"version\": 1, \"x-a\": 'b' }", "between double quotation marks, not single ones")]
    public void CommonMistake_IsSaidInWordsThatHelp(string text, string words) =>
        Assert.Contains(Sample.Read(text).Errors, e => e.Message.Contains(words, StringComparison.Ordinal) && e.ToString().Split("xpected").Length == 2);

    [Fact]
    public void SingleQuotationMarkInText_IsNoMistake() => Sample.Table(Sample.Policy("\"controller\": { \"name\": \"'Fabrikam's'\" }"));
}
