namespace Ethics.Crm.Analyzers.Tests.Consent;

/// <summary>What asks on the way, and what only looks like it.</summary>
public sealed class QuestionTests
{
    private const string Allowed = "decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\").Allowed";

    [Theory]
    [InlineData($"if ({Allowed}) Send(lead.Phone);")]
    [InlineData($"if (!{Allowed}) return; Send(lead.Phone);")]
    [InlineData($"if (!{Allowed}) {{ Send(\"\"); return; }} else {{ }} Send(lead.Phone);")]
    [InlineData($"Send({Allowed} ? lead.Phone : null);")]
    [InlineData($"if (lead.Id > 0 && {Allowed}) Send(lead.Phone);")]
    [InlineData($"if (lead.Id == 0 || !{Allowed}) return; Send(lead.Phone);")]
    [InlineData($"while ({Allowed}) Send(lead.Phone);")]
    [InlineData("var answer = decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\"); if (answer.Allowed) Send(lead.Phone);")]
    [InlineData("var purpose = lead.Id.ToString(); if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", purpose).Allowed) Send(lead.Phone);")]
    [InlineData($"try {{ if (!{Allowed}) throw new System.Exception(); Send(lead.Phone); }} finally {{ }}")]
    [InlineData($"if ({Allowed} is false) return; Send(lead.Phone);")]
    [InlineData($"if ({Allowed} is not true) return; Send(lead.Phone);")]
    [InlineData($"if ({Allowed} == false) return; Send(lead.Phone);")]
    [InlineData($"if (true != {Allowed}) return; Send(lead.Phone);")]
    [InlineData($"if ({Allowed} == true) Send(lead.Phone);")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\") is { Allowed: true }) Send(lead.Phone);")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\") is { Allowed: true, Reason: \"\" }) Send(lead.Phone);")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\") is { Allowed: false } refused) { Send(refused.Reason); return; } Send(lead.Phone);")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\") is not { Allowed: true }) return; Send(lead.Phone);")]
    public Task Decision_IsAsked(string body) => Asking.VerifyJobAsync($"public void Run(Lead lead) {{ {body} }}");

    [Theory]
    [InlineData($"if ({Allowed}) return; Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"if ({Allowed}) {{ }} else Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"Send({Allowed} ? null : lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"if (lead.Id > 0 || {Allowed}) Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"if (!{Allowed}) Send(\"refused\"); Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"if (lead.Id > 0) {{ if (!{Allowed}) return; }} Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"Send(lead.{{|ECRM4001:Phone|}}); if (!{Allowed}) return;")]
    [InlineData("decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\"); Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"support\").Allowed) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (new Other().Decide(\"marketing\").Allowed) Send(lead.{|ECRM4001:Phone|}); } private sealed class Other { public PurposeDecision Decide(string purpose) => new();")]
    [InlineData($"if ({Allowed} is false) Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"if ({Allowed} is not true) Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"if ({Allowed} == false) Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"if (true != {Allowed}) Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"if ({Allowed} == true) return; Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\") is { Allowed: false }) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\") is { Allowed: false, Reason: \"\" }) return; Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\") is { Allowed: true }) return; Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\") is not { Allowed: true }) Send(lead.{|ECRM4001:Phone|});")]
    public Task Decision_IsNotAsked_WhereTheAnswerIsNoOrComesToNothing(string body) => Asking.VerifyJobAsync($"public void Run(Lead lead) {{ {body} }}");

    [Theory]
    [InlineData("foreach (var lead in all.PermittedFor(\"marketing\")) Send(lead.Phone);")]
    [InlineData("all.PermittedFor(\"marketing\").Select(lead => lead.Phone).ToList().ForEach(Send);")]
    [InlineData("foreach (var lead in all.Where(l => l.Id > 0).PermittedFor(\"marketing\").ToList()) Send(lead.Phone);")]
    [InlineData("var split = all.SplitByPermission(\"marketing\"); foreach (var lead in split.Permitted) Send(lead.Phone);")]
    [InlineData("foreach (var lead in all.Where(l => decisions.Decide(SubjectKey.Of(l), \"contact.phone\", \"marketing\").Allowed)) Send(lead.Phone);")]
    [InlineData("var some = new List<Lead>(); foreach (var l in all) if (decisions.Decide(SubjectKey.Of(l), \"contact.phone\", \"marketing\").Allowed) some.Add(l); some.ForEach(one => Send(one.Phone));")]
    [InlineData("foreach (var lead in all.PermittedFor(\"marketing\", l => l.Phone)) Send(lead.Phone);")]
    [InlineData("var split = all.SplitByPermission(\"marketing\", l => l.Phone, l => l.Fax); foreach (var lead in split.Permitted) Send(lead.Phone);")]
    [InlineData("foreach (var lead in all.PermittedFor(\"support\", l => l.Phone)) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("var numbers = all.Select(l => l.{|ECRM4001:Phone|}).ToList(); foreach (var lead in all.PermittedFor(\"marketing\", l => l.Phone)) Send(lead.Phone);")]
    [InlineData("foreach (var lead in all.PermittedFor(\"support\")) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("foreach (var lead in all) Send(lead.{|ECRM4001:Phone|}); all.PermittedFor(\"marketing\");")]
    public Task List_IsChosen(string body) => Asking.VerifyJobAsync($"public void Run() {{ {body} }}");

    /// <summary>Those who refused, and those who are left when the permitted ones are taken away.</summary>
    [Theory]
    [InlineData("foreach (var one in all.SplitByPermission(\"marketing\").Refused) Send(one.Item.{|ECRM4001:Phone|});")]
    [InlineData("var split = all.SplitByPermission(\"marketing\"); foreach (var one in split.Refused) Send(one.Item.{|ECRM4001:Phone|}); foreach (var lead in split.Permitted) Send(lead.Phone);")]
    [InlineData("var split = all.SplitByPermission(\"marketing\"); foreach (var lead in split.Refused.Select(one => one.Item)) Send(lead.{|ECRM4001:Phone|}); foreach (var lead in split.Permitted.Select(one => one)) Send(lead.Phone);")]
    [InlineData("var split = all.SplitByPermission(\"marketing\"); split.Refused.Select(one => one.Item).ToList().ForEach(lead => Send(lead.{|ECRM4001:Phone|})); split.Permitted.ToList().ForEach(lead => Send(lead.Phone));")]
    [InlineData("var split = all.SplitByPermission(\"marketing\"); foreach (var one in split.Refused) Go(one.Item); void Go(Lead lead) => Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("var split = all.SplitByPermission(\"marketing\"); foreach (var one in split.Permitted) Go(one); void Go(Lead lead) => Send(lead.Phone);")]
    [InlineData("foreach (var one in all.SplitByPermission(\"marketing\").Refused) Far(one.Item); } private void Far(Lead lead) { Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("foreach (var one in all.SplitByPermission(\"marketing\").Permitted) Far(one); } private void Far(Lead lead) { Send(lead.Phone);")]
    [InlineData("foreach (var one in all.SplitByPermission(\"support\").Refused) if (decisions.Decide(SubjectKey.Of(one.Item), \"contact.phone\", \"marketing\").Allowed) Send(one.Item.Phone);")]
    [InlineData("foreach (var lead in all.Except(all.PermittedFor(\"marketing\"))) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("foreach (var lead in all.PermittedFor(\"marketing\").Except(all)) Send(lead.Phone);")]
    public Task Refused_AreNotAsked(string body) => Asking.VerifyJobAsync($"public void Run() {{ {body} }}");

    /// <summary>Where nobody has refused, all have been asked; where somebody has, one of them may be at hand.</summary>
    [Theory]
    [InlineData("if (all.SplitByPermission(\"marketing\").Refused.Any()) return; foreach (var lead in all) Send(lead.Phone);")]
    [InlineData("if (all.SplitByPermission(\"marketing\").Refused.Count > 0) return; foreach (var lead in all) Send(lead.Phone);")]
    [InlineData("if (0 == all.SplitByPermission(\"marketing\").Refused.Count) foreach (var lead in all) Send(lead.Phone);")]
    [InlineData("if (all.SplitByPermission(\"marketing\").Refused.Count() is not 0) throw new System.InvalidOperationException(); foreach (var lead in all) Send(lead.Phone);")]
    [InlineData("if (all.SplitByPermission(\"marketing\").Refused.Count is < 1 && all.Count > 3) foreach (var lead in all) Send(lead.Phone);")]
    [InlineData("if (!all.SplitByPermission(\"marketing\").Refused.Any()) return; foreach (var lead in all) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (all.SplitByPermission(\"marketing\").Refused.Count == 0) return; foreach (var lead in all) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (all.SplitByPermission(\"marketing\").Refused.Count > 1) return; foreach (var lead in all) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (all.SplitByPermission(\"marketing\").Refused.Any(one => one.Item.Id > 3)) return; foreach (var lead in all) Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("if (all.SplitByPermission(\"support\").Refused.Any()) return; foreach (var lead in all) Send(lead.{|ECRM4001:Phone|});")]
    public Task NobodyRefused_AllAreAsked(string body) => Asking.VerifyJobAsync($"public void Run() {{ {body} }}");

    /// <summary>What is left when a list is taken away that lies in a variable.</summary>
    [Fact]
    public Task FalseNegative_PermittedAreTakenAwayOutOfAVariable() => Asking.VerifyJobAsync(
        "public void Run() { var some = all.PermittedFor(\"marketing\"); foreach (var lead in all.Except(some)) Send(lead.Phone); }");

    /// <summary>Whether there is a number is looked at before anybody is asked: that is a use of it, and the gate would refuse it too.</summary>
    [Fact]
    public Task FilterInFrontOfTheQuestion_IsTold() => Asking.VerifyJobAsync(
        "public void Run() { foreach (var lead in all.Where(l => l.{|ECRM4001:Phone|} != null).PermittedFor(\"marketing\").Where(l => l.Phone != \"\")) Send(lead.Phone); }");

    [Theory]
    [InlineData("if ((await log.TryContactAsync(SubjectKey.Of(lead), \"marketing\", \"sms\")).Allowed) Send(lead.Phone);")]
    [InlineData("await log.TryContactAsync(SubjectKey.Of(lead), \"marketing\", \"sms\"); Send(lead.{|ECRM4001:Phone|});")]
    public Task ContactLog_AsksTheLedgerToo(string body) => Asking.VerifyJobAsync($"public async Task Run(Lead lead) {{ {body} }}");

    /// <summary>Both are one person's, and the gate of the first has asked whether they allow marketing.</summary>
    [Theory]
    [InlineData("Send(one.Mobile); Send(one.Phone);")]
    [InlineData("Send(one.{|ECRM4001:Phone|}); Send(one.Mobile);")]
    [InlineData("Send(other.Mobile); Send(one.{|ECRM4001:Phone|});")]
    [InlineData("using (PurposeScope.Enter(\"support\")) Send(one.Mobile); Send(one.{|ECRM4001:Phone|});")]
    public Task GateOfTheSameObject_HasAsked(string body) => Asking.VerifyAsync(
        $$"""
        using Acme.Crm; using Ethics.Crm;
        public class Job
        {
            private void Send(string? to) { }
            [ForPurpose("marketing", "support")] private void Run(Prospect one, Prospect other) { {{body.Replace("lead", "one")}} }
        }
        """.Replace("[ForPurpose(\"marketing\", \"support\")]", body.Contains("Enter") ? "[ForPurpose(\"marketing\", \"support\")]" : "[ForPurpose(\"marketing\")]"));

    /// <summary>Callers of the project: each of them has to ask.</summary>
    [Theory]
    [InlineData($"public void Run(Lead lead) {{ if ({Allowed}) One(lead); }} private void One(Lead lead) => Send(lead.Phone);")]
    [InlineData($"public void Run(Lead lead) {{ if ({Allowed}) One(lead); }} private void One(Lead lead) => Two(lead); private void Two(Lead lead) => Send(lead.Phone);")]
    [InlineData("public void Run() => all.PermittedFor(\"marketing\").ToList().ForEach(One); private void One(Lead lead) => Send(lead.Phone);")]
    [InlineData($"public void Run(Lead lead) {{ if ({Allowed}) One(lead); One(lead); }} private void One(Lead lead) => Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData($"public void Run(Lead lead) {{ if ({Allowed}) One(lead); }} public void Other(Lead lead) => One(lead); private void One(Lead lead) => Send(lead.{{|ECRM4001:Phone|}});")]
    [InlineData("private void One(Lead lead) { if (lead.Id > 0) One(lead); Send(lead.{|ECRM4001:Phone|}); }")]
    [InlineData($"public void Run(Lead lead) {{ if ({Allowed}) One(); void One() => Send(lead.Phone); }}")]
    [InlineData($"public void Run(Lead lead) {{ One(); if ({Allowed}) One(); void One() => Send(lead.{{|ECRM4001:Phone|}}); }}")]
    public Task Caller_HasAsked(string members) => Asking.VerifyJobAsync(members);

    /// <summary>A check of one's own is what asks in it, also behind an interface.</summary>
    [Theory]
    [InlineData("if (!May(lead)) return; Send(lead.Phone);", $"private bool May(Lead lead) => {Allowed};")]
    [InlineData("if (!May(lead)) return; Send(lead.{|ECRM4001:Phone|});", "private bool May(Lead lead) => lead.Id > 0;")]
    [InlineData("if (check.May(lead)) Send(lead.Phone);", "private readonly ICheck check = null!; public interface ICheck { bool May(Lead lead); } public class Check(IPurposeDecisions decisions) : ICheck { public bool May(Lead lead) => " + Allowed + "; }")]
    [InlineData("if (check.May(lead)) Send(lead.{|ECRM4001:Phone|});", "private readonly ICheck check = null!; public interface ICheck { bool May(Lead lead); } public class Check : ICheck { public bool May(Lead lead) => true; }")]
    public Task CheckOfTheProject_IsLookedInto(string body, string members) => Asking.VerifyJobAsync($"public void Run(Lead lead) {{ {body} }} {members}");

    /// <summary>Who is asked about is not compared: it may have many names.</summary>
    [Fact]
    public Task FalseNegative_AnotherPersonIsAsked() => Asking.VerifyJobAsync(
        "public void Run(Lead lead, Lead other) { if (decisions.Decide(SubjectKey.Of(other), \"contact.phone\", \"marketing\").Allowed) Send(lead.Phone); }");

    /// <summary>Kept in a variable, it has been asked; what is made of the answer is not followed.</summary>
    [Fact]
    public Task FalseNegative_AnswerInAVariableIsNotHeeded() => Asking.VerifyJobAsync(
        "public void Run(Lead lead) { var answer = decisions.Decide(SubjectKey.Of(lead), \"contact.phone\", \"marketing\"); Send(answer.Reason); Send(lead.Phone); }");

    /// <summary>What is asked in a loop or a function counts behind it, whether or not all come by there.</summary>
    [Theory]
    [InlineData($"System.Func<bool> ask = () => {Allowed}; Send(lead.Phone);")]
    [InlineData($"for (;;) {{ if (!{Allowed}) break; }} Send(lead.Phone);")]
    public Task FalseNegative_AskedInALoopOrAFunctionThatComesToNothing(string body) => Asking.VerifyJobAsync($"public void Run(Lead lead) {{ {body} }}");

    /// <summary>What the caller has asked, and handed on as a delegate, is not seen.</summary>
    [Fact]
    public Task FalseAlarm_AskedBeforeADelegateIsCalled() => Asking.VerifyJobAsync(
        $"public void Run(Lead lead) {{ System.Action send = () => Send(lead.{{|ECRM4001:Phone|}}); if ({Allowed}) send(); }}");
}
