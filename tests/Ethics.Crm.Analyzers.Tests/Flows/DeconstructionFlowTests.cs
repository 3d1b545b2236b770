namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through what is taken apart: by methods of the program, of a base, by extensions, inside each other, in patterns and loops.</summary>
public sealed class DeconstructionFlowTests
{
    private const string P = "class P { public string A = \"\"; public string B = \"\"; public void Deconstruct(out string x, out string y) { x = A; y = B; } } ";
    private const string Boxes = "static class Apart { public static void Deconstruct(this Box x, out string? a, out int b) { a = x.Text; b = 0; } }";
    private const string Nested = "record In(string X, string Y); record Out(In I, int N); ";

    [Theory]
    [InlineData("own method", P + "void M(Contact c) { var (a, b) = new P { A = c.Email }; Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("own method, in a pattern", P + "void M(Contact c) { if (new P { A = c.Email } is (var a, var b)) Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("own method, in a loop", P + "void M(Contact c) { foreach (var (a, b) in new[] { new P { A = c.Email } }) Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("method of a base", P + "class Q : P; void M(Contact c) { var (a, b) = new Q { A = c.Email }; Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("extension", "void M(Contact c) { var (a, b) = new Box { Text = c.Email }; Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("extension, in a pattern", "void M(Contact c) { if (new Box { Text = c.Email } is (var a, var b)) Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("record in a record", Nested + "void M(Contact c) { var ((x, y), n) = new Out(new In(c.Email, \"\"), 1); Mailer.Send({|ECRM2002:x|}); }")]
    [InlineData("record in a record, into variables that are there", Nested + "void M(Contact c) { string x; int n; ((x, _), n) = new Out(new In(c.Email, \"\"), 1); Mailer.Send({|ECRM2002:x|}); }")]
    [InlineData("own method in a tuple", P + "void M(Contact c) { var ((a, b), n) = (new P { A = c.Email }, 1); Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("array in a pattern", "void M(Contact c) { if (new[] { \"x\", c.Email } is [_, var r]) Mailer.Send({|ECRM2002:r|}); }")]
    [InlineData("array in a pattern, behind a slice", "void M(Contact c) { if (new[] { \"x\", c.Email } is [.., var r]) Mailer.Send({|ECRM2002:r|}); }")]
    public Task Part_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members, types: Boxes);

    [Theory]
    [InlineData("own method", P + "void M(Contact c) { var (a, b) = new P { A = c.Email }; Mailer.Send(b); }")]
    [InlineData("own method, in a pattern", P + "void M(Contact c) { if (new P { A = c.Email } is (var a, var b)) Mailer.Send(b); }")]
    [InlineData("method of a base", P + "class Q : P; void M(Contact c) { var (a, b) = new Q { A = c.Email }; Mailer.Send(b); }")]
    [InlineData("extension", "void M(Contact c) { var (a, b) = new Box { Text = c.Email }; Mailer.Send(b); }")]
    [InlineData("extension, in a pattern", "void M(Contact c) { if (new Box { Text = c.Email } is (var a, var b)) Mailer.Send(b); }")]
    [InlineData("record in a record", Nested + "void M(Contact c) { var ((x, y), n) = new Out(new In(c.Email, \"\"), 1); Mailer.Send(y); }")]
    [InlineData("own method in a tuple", P + "void M(Contact c) { var ((a, b), n) = (new P { A = c.Email }, 1); Mailer.Send(b); }")]
    [InlineData("array in a pattern", "void M(Contact c) { if (new[] { \"x\", c.Email } is [var r, _]) Mailer.Send(r); }")]
    public Task OtherPart_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members, types: Boxes);

    /// <summary>Of a tuple that is handed in as one of any length.</summary>
    [Fact]
    public Task PartOfATupleOfAnyLength_UnderANumberThatIsNoConstant_IsFollowed()
        => Flow.VerifyAsync("number", "static object? Take(System.Runtime.CompilerServices.ITuple t, int i) => t[i]; void M(Contact c, int i) { Mailer.Send(Take((c.Name, 1), i)); Mailer.Send({|ECRM2002:Take|}((Mailer.Read(c), 1), i)); }");
}
