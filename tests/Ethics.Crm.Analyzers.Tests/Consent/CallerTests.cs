namespace Ethics.Crm.Analyzers.Tests.Consent;

/// <summary>On which ways a helper is come to, and whether somebody was asked on each of them.</summary>
public sealed class CallerTests
{
    private const string Allowed = "decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\").Allowed";
    private const string Asked = $"public void Run(Lead lead) {{ if (!{Allowed}) return; ";
    private const string Unasked = "public void Run(Lead lead) { ";

    /// <summary>A helper that is come to on several ways, or calls itself.</summary>
    [Theory]
    [InlineData("Both(lead); } private void Both(Lead lead) { Html(lead); Text(lead); } private void Html(Lead lead) => Greet(lead); private void Text(Lead lead) => Greet(lead); private void Greet(Lead lead) => Send(lead.@);")]
    [InlineData("Both(lead); } private void Both(Lead lead) { Greet(lead); Greet(lead); } private void Greet(Lead lead) => Send(lead.@);")]
    [InlineData("Walk(lead, 3); } private void Walk(Lead lead, int n) { Send(lead.@); if (n > 0) Walk(lead, n - 1); }")]
    [InlineData("Even(lead, 3); } private void Even(Lead lead, int n) { if (n > 0) Odd(lead, n - 1); } private void Odd(Lead lead, int n) { Send(lead.@); if (n > 0) Even(lead, n - 1); }")]
    [InlineData("Both(lead); } private void Both(Lead lead) { var a = lead.Number(); var b = lead.Number(); Send(a + b); } } [ForPurpose(\"marketing\")] public static class Numbers { public static string? Number(this Lead lead) => lead.@;")]
    public async Task Helper_IsAskedFor_WhereWhoeverBeginsHasAsked(string members)
    {
        await Asking.VerifyJobAsync(Asked + members.Replace("@", "Phone"));
        await Asking.VerifyJobAsync(Unasked + members.Replace("@", "{|ECRM4001:Phone|}"));
    }

    /// <summary>One of two ways is enough for nothing, also where both end in one helper that calls itself.</summary>
    [Theory]
    [InlineData("Greet(lead); } public void Other(Lead lead) => Text(lead); private void Text(Lead lead) => Greet(lead); private void Greet(Lead lead) => Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("Walk(lead, 3); } public void Other(Lead lead) => Walk(lead, 1); private void Walk(Lead lead, int n) { Send(lead.{|ECRM4001:Phone|}); if (n > 0) Walk(lead, n - 1); }")]
    [InlineData("Greet(lead); } public void Other(Lead lead, int n) { Greet(lead); if (n > 0) Other(lead, n - 1); } private void Greet(Lead lead) => Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("First(); void First() => Send(lead.Phone); } public void Other(Lead lead) { Second(1); void First(int n) { Send(lead.{|ECRM4001:Phone|}); if (n > 0) Second(n - 1); } void Second(int n) { Send(lead.{|ECRM4001:Fax|}); if (n > 0) First(n - 1); } }")]
    public Task Helper_IsTold_WhereOneWayAsksNobody(string members) => Asking.VerifyJobAsync(Asked + members);

    /// <summary>Those that only call each other are asked by nobody; one that was found on the way is answered as if it had been looked for first.</summary>
    [Fact]
    public Task Circle_ThatNobodyEnters_IsTold() => Asking.VerifyJobAsync(
        "private void Even(Lead lead, int n) { Send(lead.{|ECRM4001:Fax|}); if (n > 0) Odd(lead, n - 1); } private void Odd(Lead lead, int n) { Send(lead.{|ECRM4001:Phone|}); if (n > 0) Even(lead, n - 1); }");

    /// <summary>By whatever name a contract is implemented.</summary>
    [Theory]
    [InlineData("public interface IMail { void Go(Lead lead); } private sealed class Mail : IMail { public void Go(Lead lead) => System.GC.KeepAlive(lead.@); }")]
    [InlineData("public interface IMail { void Go(Lead lead); } private sealed class Mail : IMail { void IMail.Go(Lead lead) => System.GC.KeepAlive(lead.@); }")]
    [InlineData("public interface IMail { void Go(Lead lead); } public class Letters { public void Go(Lead lead) => System.GC.KeepAlive(lead.@); } private sealed class Mail : Letters, IMail { }")]
    [InlineData("public interface IMail { void Go(Lead lead); } public class Letters : IMail { public virtual void Go(Lead lead) { } } private sealed class Mail : Letters { public override void Go(Lead lead) => System.GC.KeepAlive(lead.@); }")]
    [InlineData("public interface IMail : IMail<Lead> { } public interface IMail<T> { void Go(T lead); } private sealed class Mail : IMail { void IMail<Lead>.Go(Lead lead) => System.GC.KeepAlive(lead.@); }")]
    public async Task Implementation_IsCalledByItsContract(string types)
    {
        await Asking.VerifyJobAsync("private readonly IMail mail = new Mail(); " + Asked + "mail.Go(lead); } " + types.Replace("@", "Phone"));
        await Asking.VerifyJobAsync("private readonly IMail mail = new Mail(); " + Unasked + "mail.Go(lead); } " + types.Replace("@", "{|ECRM4001:Phone|}"));
    }

    /// <summary>A method of the same name that implements nothing is another one.</summary>
    [Fact]
    public Task MethodBesideTheExplicitOne_IsNotCalledByTheContract() => Asking.VerifyJobAsync(
        "private readonly IMail mail = new Mail(); " + Asked + "mail.Go(lead); } public void Other(Lead lead) => new Mail().Go(lead); "
        + "public interface IMail { void Go(Lead lead); } private sealed class Mail : IMail { void IMail.Go(Lead lead) => System.GC.KeepAlive(lead.Phone); public void Go(Lead lead) => System.GC.KeepAlive(lead.{|ECRM4001:Fax|}); }");
}
