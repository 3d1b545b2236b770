namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>A header or a mark that cannot be right is refused before anything runs, with file and line.</summary>
public sealed class MarkTests
{
    [Fact]
    public void CaseInOrder_IsRead() => Assert.Null(Fault("violation", "Use.Newsletter(Customers.Ada().Email); //! ECRM2001"));

    [Theory]
    [InlineData("ECRM9999")]
    [InlineData("ECRM2002 ECRM3001")]
    [InlineData("")]
    [InlineData("here")]
    public void MarkOfAnUnknownRule_IsRefused(string rule) => Assert.StartsWith(
        $"{Last}: no rule of the contract that speaks of misuse is called '{rule}'; known are ECRM1110, ", Fault("violation", "Use.Newsletter(Customers.Ada().Email); //! " + rule), StringComparison.Ordinal);

    [Fact]
    public void ViolationWithoutMark_IsRefused() => Assert.Equal(
        $"{TemporaryBench.File}:1: a violation marks the line of each finding with //! and the rule, and no line is marked", Fault("violation", "Use.Newsletter(Customers.Ada().Email);"));

    [Fact]
    public void CleanTwinWithMark_IsRefused() => Assert.Equal($"{Last}: a clean twin has no line marked with //!", Fault("clean", "Use.Newsletter(Customers.Ada().Email); //! ECRM2001"));

    [Theory]
    [InlineData("//! ECRM2001")]
    [InlineData("// Use.Newsletter(customer.Email); //! ECRM2001")]
    [InlineData("/* Use.Newsletter(customer.Email); */ //! ECRM2001")]
    [InlineData("{ } //! ECRM2001")]
    [InlineData("; //! ECRM2001")]
    [InlineData("string text; //! ECRM2001")]
    public void MarkWhereNothingHappens_IsRefused(string line) =>
        Assert.Equal($"{Last}: is marked with //!, and no value is read, handed over or assigned there", Fault("violation", line));

    [Theory]
    [InlineData("[ForPurpose(\"newsletter\")] //! ECRM2001")]
    [InlineData("public sealed class Draft; //! ECRM2001")]
    [InlineData("public sealed class Draft : List<string>; //! ECRM2001")]
    public void MarkOfADeclaration_IsRefused(string line) => Assert.Equal(
        $"{TemporaryBench.File}:{TemporaryBench.HeaderLines + 1}: is marked with //!, and no value is read, handed over or assigned there",
        Fault(TemporaryBench.Case("violation", "newsletter", "Customer.Email", "reaches", line + "\npublic static class Case { public static void Run() { } }")));

    [Fact]
    public void MarkInTheLibraryHalf_IsNamedWithItsFile()
    {
        using var bench = new TemporaryBench(TemporaryBench.Case("violation", "newsletter", "Customer.Email", "reaches", "public static class Case;"), "namespace PurposeBench.Cases.Made.One;\n\n//! ECRM2001\n");
        Assert.Equal("Library/made/01-one.cs:3: is marked with //!, and no value is read, handed over or assigned there", Assert.Throws<InvalidDataException>(() => bench.Read()).Message);
    }

    [Theory]
    [InlineData("dirty", "open", "reaches", "'verdict' is 'dirty'; it must be 'violation' or 'clean'")]
    [InlineData("clean", "shut", "reaches", "'origin' is 'shut'; it must be 'open' or 'blind'")]
    [InlineData("clean", "open", "seems", "'proof' is 'seems'; it must be 'reaches' or 'differs'")]
    public void WordThatTheHeaderDoesNotKnow_IsRefused(string verdict, string origin, string proof, string fault) => Assert.Equal(
        $"{TemporaryBench.File}:1: {fault}",
        Fault(TemporaryBench.Case(verdict, "newsletter", "Customer.Email", proof, "public static class Case;").Replace("origin: open", "origin: " + origin, StringComparison.Ordinal)));

    [Fact]
    public void HeaderThatLacksItsSource_IsRefused() => Assert.Equal(
        $"{TemporaryBench.File}:1: its header lacks source",
        Fault(TemporaryBench.Case("clean", "newsletter", "Customer.Email", "reaches", "public static class Case;").Replace("// source: Customer.Email\n", "", StringComparison.Ordinal)));

    [Fact]
    public void HeaderWithAnUnknownKey_IsRefused() => Assert.Equal($"{TemporaryBench.File}:1: its header has unknown keys: colour", Fault("// colour: red\n" + TemporaryBench.Case("clean", "newsletter", "Customer.Email", "reaches", "")));

    private static string Last => $"{TemporaryBench.File}:{TemporaryBench.HeaderLines + 5}";

    private static string? Fault(string verdict, string statement) => Fault(TemporaryBench.Case(verdict, "newsletter", "Customer.Email", "reaches", $$"""
        public static class Case
        {
            public static void Run()
            {
        {{statement}}
            }
        }
        """));

    private static string? Fault(string text)
    {
        using var bench = new TemporaryBench(text);
        return Record.Exception(() => bench.Read())?.Message;
    }
}
