namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>Records taken apart, where the label stands on a base record or holds only through the type that is taken apart.</summary>
public sealed class DeconstructionTests
{
    private const string Records = """
        using System.Collections.Generic; using Ethics.Crm;
        public record B1([DataCategory("contact.email")] string {|ECRM1106:Email|});
        public record B2(string Email, int X) : B1(Email);
        public record B3(string Email, int X) : B2(Email, X);
        public record Plain(string Email, int X);
        public interface IMail { [DataCategory("contact.email")] string Email { get; } }
        public record Labelled(string Email, int X) : Plain(Email, X), IMail;
        public record Both(int A, Labelled L);

        """;

    [Theory]
    [InlineData("void M(B2 r) { var ({|ECRM2001:e|}, x) = r; }")]
    [InlineData("void M(B3 r) { var ({|ECRM2001:e|}, x) = r; }")]
    [InlineData("bool M(B2 r) => r is ({|ECRM2001:\"x\"|}, _);")]
    [InlineData("bool M(object o) => o is B2({|ECRM2001:\"x\"|}, _);")]
    [InlineData("void M(List<B2> l) { foreach (var ({|ECRM2001:e|}, x) in l) { } }")]
    [InlineData("void M(Labelled r) { var ({|ECRM2001:e|}, x) = r; }")]
    [InlineData("bool M(Labelled r) => r is ({|ECRM2001:\"x\"|}, _);")]
    [InlineData("bool M(Plain r) => r is Labelled({|ECRM2001:\"x\"|}, _);")]
    [InlineData("void M(List<Labelled> l) { foreach (var ({|ECRM2001:e|}, x) in l) { } }")]
    [InlineData("void M(Both b) { var (a, ({|ECRM2001:e|}, x)) = b; }")]
    [InlineData("void M(Labelled r) { var (n, ({|ECRM2001:e|}, x)) = (1, r); }")]
    [InlineData("void M((int, Labelled) t) { var (n, ({|ECRM2001:e|}, x)) = t; }")]
    public Task LabelledPart_IsReported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(Plain r) { var (e, x) = r; }")]
    [InlineData("bool M(Plain r) => r is (\"x\", _);")]
    [InlineData("void M((Plain, Labelled) t) { var ((e, x), l) = t; }")]
    [InlineData("bool M(B2 r) => r is { X: 1 };")]
    [InlineData("void M((B2, int) t) { var (b, n) = t; }")]
    public Task UnlabelledPart_IsNotReported(string member) => VerifyAsync(member);

    private static Task VerifyAsync(string member) => Rules.VerifyAsync(Records + "[ForPurpose(\"marketing\")] public class Job { " + member + " }");
}
