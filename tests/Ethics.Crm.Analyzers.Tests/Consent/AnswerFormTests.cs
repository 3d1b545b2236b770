namespace Ethics.Crm.Analyzers.Tests.Consent;

/// <summary>In what form an answer may be a condition. Each line has the side that is permitted and the one that is not.</summary>
public sealed class AnswerFormTests
{
    private const string Answer = "decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\")";
    private const string Allowed = Answer + ".Allowed";

    [Theory]
    [InlineData("switch (" + Allowed + ") { case true: Send(lead.Phone); break; case false: Send(lead.{|ECRM4001:Fax|}); break; }")]
    [InlineData("switch (" + Allowed + ") { case true: Send(lead.Phone); break; default: Send(lead.{|ECRM4001:Fax|}); break; }")]
    [InlineData("switch (" + Allowed + ") { default: Send(lead.Phone); break; case false: Send(lead.{|ECRM4001:Fax|}); break; }")]
    [InlineData("switch (" + Allowed + ") { case false: return; } Send(lead.Phone);")]
    [InlineData("switch (" + Allowed + ") { case true: break; case false: throw new System.Exception(); } Send(lead.Phone);")]
    [InlineData("switch (" + Allowed + ") { case true: return; } Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("switch (" + Allowed + ") { case false: Send(\"no\"); break; default: break; } Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("switch (lead.Id) { case 1 when " + Allowed + ": Send(lead.Phone); break; case 2: Send(lead.{|ECRM4001:Fax|}); break; }")]
    [InlineData("switch (" + Answer + ") { case { Allowed: true }: Send(lead.Phone); break; default: Send(lead.{|ECRM4001:Fax|}); break; }")]
    [InlineData("switch (" + Answer + ".Reason) { case \"\": Send(lead.Phone); break; default: Send(lead.Fax); break; }")]
    [InlineData("Send(" + Allowed + " switch { true => lead.Phone, false => lead.{|ECRM4001:Fax|} });")]
    [InlineData("Send(" + Allowed + " switch { false => lead.{|ECRM4001:Fax|}, _ => lead.Phone });")]
    [InlineData("Send(" + Answer + " switch { { Allowed: true } => lead.Phone, _ => lead.{|ECRM4001:Fax|} });")]
    [InlineData("Send(" + Answer + " switch { { Allowed: false } => null, _ => lead.Phone });")]
    [InlineData("Send(lead.Id switch { 1 when " + Allowed + " => lead.Phone, _ => lead.{|ECRM4001:Fax|} });")]
    [InlineData("if (" + Allowed + ".Equals(true)) Send(lead.Phone); else Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("if (" + Allowed + ".Equals(false)) Send(lead.{|ECRM4001:Fax|}); else Send(lead.Phone);")]
    [InlineData("if (" + Allowed + " ^ true) Send(lead.{|ECRM4001:Fax|}); else Send(lead.Phone);")]
    [InlineData("if (" + Allowed + " ^ false) Send(lead.Phone); else Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("if (" + Allowed + " & lead.Id > 0) Send(lead.Phone); else Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("if (!(" + Allowed + " & true)) Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("if (" + Allowed + " | lead.Id > 0) Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("if (!" + Allowed + " | lead.Id == 0) return; Send(lead.Phone);")]
    [InlineData("_ = " + Answer + "; Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("_ = " + Allowed + "; Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("if (" + Answer + " is not { Allowed: false }) return; Send(lead.{|ECRM4001:Fax|});")]
    public Task Answer_IsReadOnItsSide(string body) => Asking.VerifyJobAsync($"public void Run(Lead lead) {{ {body} }}");
}
