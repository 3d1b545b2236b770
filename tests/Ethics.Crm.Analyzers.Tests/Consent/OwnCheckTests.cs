namespace Ethics.Crm.Analyzers.Tests.Consent;

/// <summary>Checks of the project's own: methods, properties and local functions that ask, and what becomes of their answers.</summary>
public sealed class OwnCheckTests
{
    private const string Allowed = "decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\").Allowed";
    private const string May = "private bool May(Lead lead) => " + Allowed + ";";

    /// <summary>Each asks; without the question in it, it does not.</summary>
    [Theory]
    [InlineData("public void Run(Lead lead) { if (!MayCall) return; Send(lead.@); } private Lead lead = null!; private bool MayCall => " + Allowed + ";")]
    [InlineData("public void Run(Lead lead) { if (!MayCall) return; Send(lead.@); } private Lead lead = null!; private bool MayCall { get { var answer = " + Allowed + "; return answer; } }")]
    [InlineData("public void Run(Lead lead) { if (!May(lead)) return; Send(lead.@); bool May(Lead lead) => " + Allowed + "; }")]
    [InlineData("public void Run(Lead lead) { bool May() { return " + Allowed + "; } if (May()) Send(lead.@); }")]
    [InlineData("public async Task Run(Lead lead) { if (!await MayAsync(lead)) return; Send(lead.@); } private async Task<bool> MayAsync(Lead lead) { await Task.Yield(); return " + Allowed + "; }")]
    [InlineData("public void Run(Lead lead) { if (Refuses(lead)) return; Send(lead.@); } private bool Refuses(Lead lead) => !" + Allowed + ";")]
    [InlineData("public void Run(Lead lead) { if (May(lead)) Send(lead.@); } private bool May(Lead lead) { if (lead.Id == 0) return false; if (!" + Allowed + ") return false; return true; }")]
    [InlineData("public void Run(Lead lead) { if (Both(lead)) Send(lead.@); } private bool Both(Lead lead) => lead.Id > 0 && May(lead); private bool May(Lead lead) => " + Allowed + ";")]
    public async Task Check_IsLookedInto(string members)
    {
        await Asking.VerifyJobAsync(members.Replace("@", "Phone"));
        await Asking.VerifyJobAsync(members.Replace("@", "{|ECRM4001:Phone|}").Replace(Allowed, "(lead.Id > 0)"));
    }

    [Theory]
    [InlineData("public void Run() { foreach (var lead in Permitted) Send(lead.@); } private IEnumerable<Lead> Permitted => all.PermittedFor(\"marketing\");")]
    [InlineData("public void Run() { foreach (var lead in Permitted()) Send(lead.@); IEnumerable<Lead> Permitted() => all.PermittedFor(\"marketing\"); }")]
    public async Task ListOfTheProject_IsLookedInto(string members)
    {
        await Asking.VerifyJobAsync(members.Replace("@", "Phone"));
        await Asking.VerifyJobAsync(members.Replace("@", "{|ECRM4001:Phone|}").Replace("\"marketing\"", "\"support\""));
    }

    /// <summary>Where its answer is a refusal, or is dropped, nobody has been asked.</summary>
    [Theory]
    [InlineData("public void Run(Lead lead) { if (!May(lead)) Send(lead.{|ECRM4001:Phone|}); } " + May)]
    [InlineData("public void Run(Lead lead) { if (May(lead)) return; Send(lead.{|ECRM4001:Phone|}); } " + May)]
    [InlineData("public void Run(Lead lead) { May(lead); Send(lead.{|ECRM4001:Phone|}); } " + May)]
    [InlineData("public void Run(Lead lead) { _ = May(lead); Send(lead.{|ECRM4001:Phone|}); } " + May)]
    [InlineData("public async Task Run(Lead lead) { if (!await May(lead)) Send(lead.{|ECRM4001:Phone|}); } private async Task<bool> May(Lead lead) { await Task.Yield(); return " + Allowed + "; }")]
    [InlineData("public void Run(Lead lead) { if (Refuses(lead)) Send(lead.{|ECRM4001:Phone|}); } private bool Refuses(Lead lead) => !" + Allowed + ";")]
    [InlineData("public void Run(Lead lead) { if (!MayCall) Send(lead.{|ECRM4001:Phone|}); } private Lead lead = null!; private bool MayCall => " + Allowed + ";")]
    [InlineData("public void Run(Lead lead) { if (!Ok()) Send(lead.{|ECRM4001:Phone|}); bool Ok() => " + Allowed + "; }")]
    [InlineData("public void Run(Lead lead) { if (!May(lead)) Send(lead.{|ECRM4001:Phone|}); } private bool May(Lead lead) { if (lead.Id == 0) return false; return " + Allowed + "; }")]
    [InlineData("public void Run(Lead lead) { Send(May(lead) switch { true => lead.Fax, false => lead.{|ECRM4001:Phone|} }); } " + May)]
    public Task Check_IsNoQuestion_WhereItsAnswerIsNo(string members) => Asking.VerifyJobAsync(members);

    /// <summary>Of several implementations each has to ask.</summary>
    [Theory]
    [InlineData("public class Other(IPurposeDecisions decisions) : ICheck { public bool May(Lead lead) => " + Allowed + "; }", "Phone")]
    [InlineData("public class Always : ICheck { public bool May(Lead lead) => true; }", "{|ECRM4001:Phone|}")]
    [InlineData("public abstract class Some : ICheck { public abstract bool May(Lead lead); }", "Phone")]
    public Task Implementations_AllAsk_OrItIsTold(string other, string read) => Asking.VerifyJobAsync(
        "private readonly ICheck check = null!; public interface ICheck { bool May(Lead lead); } public class Check(IPurposeDecisions decisions) : ICheck { public bool May(Lead lead) => " + Allowed + "; } "
        + other + " public void Run(Lead lead) { if (check.May(lead)) Send(lead." + read + "); }");

    /// <summary>What is asked in a method that yields nothing, for itself alone, and a list of the permitted that is dropped.</summary>
    [Theory]
    [InlineData("public void Run(Lead lead) { Note(lead); Send(lead.Phone); } private void Note(Lead lead) { if (" + Allowed + ") Send(\"yes\"); }")]
    [InlineData("public void Run() { all.PermittedFor(\"marketing\").Count(); foreach (var lead in all) Send(lead.Phone); }")]
    [InlineData("public void Run() { foreach (var lead in all.Where(l => !decisions.Decide(SubjectKey.Of(l), \"contact.phone\", \"marketing\").Allowed)) Send(lead.Phone); }")]
    public Task FalseNegative_AskedWithoutConsequence(string members) => Asking.VerifyJobAsync(members);
}
