namespace Ethics.Crm.Analyzers.Tests.Consent;

/// <summary>A refusal behind which the body does not go on, in whatever statement, and one behind which it does.</summary>
public sealed class LeavingTests
{
    private const string Refused = "!decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\").Allowed";
    private const string Helper = " [System.Diagnostics.CodeAnalysis.DoesNotReturn] private static void Refuse() => throw new System.InvalidOperationException(); private static void Note() { }";

    [Theory]
    [InlineData("Refuse();", "Note();")]
    [InlineData("if (lead.Id > 0) return; else throw new System.Exception();", "if (lead.Id > 0) return;")]
    [InlineData("lock (this) { return; }", "lock (this) { }")]
    [InlineData("using (var some = new System.IO.MemoryStream()) return;", "using (var some = new System.IO.MemoryStream()) Note();")]
    [InlineData("try { Note(); return; } finally { Note(); }", "try { return; } catch (System.Exception) { Note(); }")]
    [InlineData("try { Note(); } finally { Refuse(); }", "try { Note(); } finally { Note(); }")]
    public async Task Refusal_ThatLeaves_IsTheEnd(string leaves, string goesOn)
    {
        await Asking.VerifyJobAsync($"public void Run(Lead lead) {{ if ({Refused}) {{ {leaves} }} Send(lead.Phone); }}" + Helper);
        await Asking.VerifyJobAsync($"public void Run(Lead lead) {{ if ({Refused}) {{ {goesOn} }} Send(lead.{{|ECRM4001:Phone|}}); }}" + Helper);
    }

    /// <summary>Whoever takes the next one comes to what stands behind it.</summary>
    [Fact]
    public async Task ItemOfASequence_IsNoEnd()
    {
        await Asking.VerifyJobAsync($"public IEnumerable<string> Run(Lead lead) {{ if ({Refused}) {{ yield break; }} Send(lead.Phone); yield return \"\"; }}");
        await Asking.VerifyJobAsync($"public IEnumerable<string> Run(Lead lead) {{ if ({Refused}) {{ yield return \"\"; }} Send(lead.{{|ECRM4001:Phone|}}); }}");
    }
}
