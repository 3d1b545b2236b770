namespace Ethics.Crm.Analyzers.Tests.Disclosure;

/// <summary>ECRM3003: what exceptions are made of, and the nearest one that tells nothing personal.</summary>
public sealed class ExceptionMessageTests
{
    [Theory]
    [InlineData("message", "void M(Contact c) => throw new InvalidOperationException({|ECRM3003:\"No \" + c.Email|});")]
    [InlineData("not thrown", "Exception M(Contact c) => new FormatException(c.{|ECRM3003:Email|});")]
    [InlineData("actual value", "void M(Contact c) => throw new ArgumentOutOfRangeException(nameof(c), c.{|ECRM3003:Email|}, \"x\");")]
    [InlineData("exception of one's own", "class X(string m) : Exception({|ECRM3003:\"No \" + m|}); void M(Contact c) => throw new X(c.Email);")]
    [InlineData("constructor of one's own", "class X : Exception { public X(string m) : base({|ECRM3003:m|}) { } } void M(Contact c) => throw new X(c.Email);")]
    [InlineData("helper that throws", "static void T(string m) => throw new InvalidOperationException({|ECRM3003:m|}); void M(Contact c) => T(c.Email);")]
    [InlineData("guard that says the value", "void M(Contact c) => ArgumentOutOfRangeException.ThrowIfGreaterThan(c.Email.{|ECRM3003:Length|}, 3);")]
    [InlineData("data", "void M(Contact c, Exception x) { x.Data[\"mail\"] = c.{|ECRM3003:Email|}; }")]
    [InlineData("data, added", "void M(Contact c, Exception x) => x.Data.Add(\"mail\", c.{|ECRM3003:Email|});")]
    public Task ValueInAnException_IsReported(string form, string members) => Outlets.VerifyAsync(form, members);

    [Theory]
    [InlineData("constant", "void M(Contact c) => throw new InvalidOperationException(\"No mail\");")]
    [InlineData("name of a member", "void M(Contact c) => throw new ArgumentException(\"x\", nameof(c.Email));")]
    [InlineData("property of one's own", "class X(string m) : Exception(\"x\") { public string Mail { get; } = m; } void M(Contact c) => throw new X(c.Email);")]
    [InlineData("guard that says no value", "void M(Contact c) { ArgumentNullException.ThrowIfNull(c.Email); ArgumentException.ThrowIfNullOrEmpty(c.Email); }")]
    [InlineData("inner exception", "void M(Contact c, Exception x) => throw new InvalidOperationException(\"x\", x);")]
    [InlineData("only where it is thrown", "void M(Contact c) { if (c.Email == null) throw new InvalidOperationException(\"x\"); }")]
    [InlineData("data of something else", "class Y { public Dictionary<string, string> Data { get; } = []; } void M(Contact c, Y y) { y.Data[\"mail\"] = c.Email; }")]
    public Task ExceptionWithoutTheValue_IsSilent(string form, string members) => Outlets.VerifyAsync(form, members);

    [Fact]
    public Task FalseNegative_OverriddenMessage_IsNotFollowed()
        => Outlets.VerifyAsync("message", "class X(string m) : Exception { public override string Message => \"No \" + m; } void M(Contact c) => throw new X(c.Email);");
}
