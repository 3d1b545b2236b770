using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Consent;

/// <summary>A purpose with a maximum age, whose basis asks nothing of the person: support.</summary>
public sealed class UncheckedAgeTests
{
    private const string Model = """
        using System; using System.Collections.Generic; using System.Linq; using Ethics.Crm;
        public partial class Old
        {
            [DataSubjectId] public int Id { get; set; }
            [DataCategory("contact.email")] public partial string Silent { get; set; }
            [DataCategory("contact.email"), CollectedAt("At")] public partial string Dated { get; set; }
            [DataCategory("contact.email"), CollectedAt("At")] public string Unguarded { get; set; } = "";
            [DataCategory("contact.email")] public string Bare { get; set; } = "";
            public DateTime? At { get; set; }
            public DateTime? Other { get; set; }
            public bool IsFresh => At > DateTime.UtcNow.AddDays(-90);
            public bool IsNamed => Other > DateTime.UtcNow.AddDays(-90);
        }
        public static class Ages { public static bool Fresh(this Old old) => old.At > DateTime.UtcNow.AddDays(-90); public static bool Named(this Old old) => old.Other > DateTime.UtcNow.AddDays(-90); }
        partial class Old
        {
            public partial string Silent { get => field ?? ""; set => field = value; }
            public partial string Dated { get => field ?? ""; set => field = value; }
            private static class EthicsGuards { internal const int Silent = 0, Dated = 0; }
        }
        """;

    [Theory]
    [InlineData("Send(old.{|ECRM2006:Silent|});")]
    [InlineData("Send(old.{|ECRM2006:Unguarded|});")]
    [InlineData("Send(old.{|ECRM2006:Bare|});")]
    [InlineData("Send(old.Dated);")]
    [InlineData("if (old.At > limit) Send(old.Unguarded);")]
    [InlineData("if (old.At is null || old.At < limit) return; Send(old.Unguarded);")]
    [InlineData("if (old.At is { } at && at.CompareTo(limit) > 0) Send(old.Unguarded);")]
    [InlineData("if (old.At is { } at && at > limit) Send(old.Unguarded);")]
    [InlineData("if (old.At is not DateTime when || when < limit) return; Send(old.Unguarded);")]
    [InlineData("var at = old.At ?? DateTime.MinValue; if (at < limit) return; Send(old.Unguarded);")]
    [InlineData("if (old.Other is { } at && at > limit) Send(old.{|ECRM2006:Unguarded|});")]
    [InlineData("if (old.At is { } at && at.Year == 0) Send(old.{|ECRM2006:Unguarded|});")]
    [InlineData("if (!IsFresh(old)) return; Send(old.Unguarded); } private static bool IsFresh(Old old) { return old.At > DateTime.UtcNow.AddDays(-90);")]
    [InlineData("if (!IsFresh(old)) return; Send(old.{|ECRM2006:Unguarded|}); } private static bool IsFresh(Old old) { return old.Other > DateTime.UtcNow.AddDays(-90);")]
    [InlineData("if (old.IsFresh) Send(old.Unguarded);")]
    [InlineData("if (old.IsNamed) Send(old.{|ECRM2006:Unguarded|});")]
    [InlineData("if (old.Fresh()) Send(old.Unguarded);")]
    [InlineData("if (old.Named()) Send(old.{|ECRM2006:Unguarded|});")]
    [InlineData("foreach (var one in Fresh(all)) Send(one.Unguarded); } private static IEnumerable<Old> Fresh(List<Old> all) { return all.Where(o => o.At > DateTime.UtcNow);")]
    [InlineData("if (old.Other > limit) Send(old.{|ECRM2006:Unguarded|});")]
    [InlineData("if (old.At > limit) Send(old.{|ECRM2006:Bare|});")]
    [InlineData("Send(old.{|ECRM2006:Unguarded|}); if (old.At < limit) return;")]
    [InlineData("foreach (var one in all.Where(o => o.At > limit)) Send(one.Unguarded);")]
    [InlineData("foreach (var one in all.PermittedFor(\"support\")) Send(one.Silent);")]
    [InlineData("foreach (var one in all.PermittedFor(\"support\", o => o.Silent, o => o.Bare)) Send(one.Silent);")]
    [InlineData("foreach (var one in all.PermittedFor(\"billing\")) Send(one.{|ECRM2006:Silent|});")]
    [InlineData("if (decisions.Decide(SubjectKey.Of(old), \"contact.email\", \"support\").Allowed) Send(old.Silent);")]
    public Task Age_IsCheckedOnTheWay_OrTold(string body) => VerifyAsync(body);

    [Fact]
    public Task Messages_SayWhatIsMissing() => VerifyAsync("Send(old.{|#0:Silent|}); Send(old.{|#1:Unguarded|});", check =>
    {
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2006", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Old.Silent' is read in 'Desk.Run' for support, which may use nothing older than P90D, but nothing tells when it was obtained; name the member that does with [CollectedAt]"));
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2006", DiagnosticSeverity.Warning).WithLocation(1)
            .WithMessage("'Old.Unguarded' is read in 'Desk.Run' for support, which may use nothing older than P90D, but nothing on the way asks how old it is; compare 'At', or let the gate do it"));
    });

    [Fact]
    public Task PurposeWithoutMaximumAge_IsNoneOfItsBusiness() => VerifyAsync("Send(old.Silent); Send(old.Bare);", check => check.Policies[0] = TestPolicy.Of(Policies.Fabrikam));

    /// <summary>The age of a purpose holds for its parts.</summary>
    [Fact]
    public Task PartOfSuchAPurpose_HasTheAgeToo() => Asking.VerifyAsync(
        Model + "\n[ForPurpose(\"support.phone\")] public class Desk { public string Run(Old old) => old.{|ECRM2006:Silent|}; }",
        check => check.Policies[0] = TestPolicy.Of(WithAge.Replace("\"billing\": { \"title\"", "\"support.phone\": { \"title\": \"By phone\", \"basis\": \"contract\" },\n    \"billing\": { \"title\"")));

    private static readonly string WithAge = Policies.Fabrikam.Replace("\"title\": \"Answer your questions\", \"basis\": \"contract\"", "\"title\": \"Answer your questions\", \"basis\": \"contract\", \"maxAge\": \"P90D\"");

    private static Task VerifyAsync(string body, Action<AnalyzerCheck>? configure = null) => Asking.VerifyAsync(
        Model + $$"""

        [ForPurpose("support")]
        public class Desk(IPurposeDecisions decisions)
        {
            private readonly IPurposeDecisions decisions = decisions;
            private void Send(string to) { }
            public void Run(Old old, List<Old> all, DateTime limit) { {{body}} }
        }
        """,
        check =>
        {
            check.Policies[0] = TestPolicy.Of(WithAge);
            configure?.Invoke(check);
        });
}
