namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>A task that yields a function tells nothing of what that function does before somebody calls it.</summary>
public sealed class FunctionInATaskTests
{
    private const string Get = "[ForPurpose(\"support\")] static async Task<Func<string>> Get(Contact c) { await Task.Yield(); return () => c.Email; } ";

    [Theory]
    [InlineData("in hand", Get + "[ForPurpose(\"marketing\")] static async Task M(Contact c) { var f = await Get(c); }")]
    [InlineData("handed on", Get + "[ForPurpose(\"marketing\")] static async Task<Func<string>> M(Contact c) { return await Get(c); }")]
    public Task FunctionThatNobodyCalls_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("called", Get + "static async Task M(Contact c) { var f = await Get(c); Mailer.Send({|ECRM2002:f|}()); }")]
    [InlineData("called at once", Get + "static async Task M(Contact c) => Mailer.Send(({|ECRM2002:await Get(c)|})());")]
    [InlineData("alias", Get + "static async Task M(Contact c) { var t = Get(c); var f = await t; var g = f; Mailer.Send({|ECRM2002:g|}()); }")]
    public Task FunctionThatIsCalled_IsReported(string form, string members) => Flow.VerifyAsync(form, members);
}
