using Ethics.Crm.Analyzers;

namespace Ethics.Crm.Analyzers.Tests.Consent;

/// <summary>A project that guards a contact and not a lead, with what the run time offers to ask for consent.</summary>
internal static class Asking
{
    public const string Package = """
        namespace Ethics.Crm
        {
            using System.Collections.Generic;
            public sealed class PurposeDecision { public bool Allowed { get; init; } public string Reason { get; init; } = ""; }
            public interface IPurposeDecisions { PurposeDecision Decide(SubjectKey subject, string memberOrCategory, string purpose, string? recipient = null); }
            public interface IContactLog { System.Threading.Tasks.Task<PurposeDecision> TryContactAsync(SubjectKey subject, string purpose, string channel); }
            public sealed class RefusedItem<T> { public T Item => default!; public PurposeDecision Decision => null!; }
            public sealed class PermittedSplit<T> { public IReadOnlyList<T> Permitted => []; public IReadOnlyList<RefusedItem<T>> Refused => []; }
            public static class PermittedSequenceExtensions
            {
                public static IEnumerable<T> PermittedFor<T>(this IEnumerable<T> source, string purpose) => source;
                public static IEnumerable<T> PermittedFor<T>(this IEnumerable<T> source, string purpose, params System.Linq.Expressions.Expression<System.Func<T, object?>>[] members) => source;
                public static PermittedSplit<T> SplitByPermission<T>(this IEnumerable<T> source, string purpose, params System.Linq.Expressions.Expression<System.Func<T, object?>>[] members) => new();
            }
        }
        """;

    public const string Lead = """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            public class Lead
            {
                [DataSubjectId] public int Id { get; set; }
                [DataCategory("contact.phone"), CollectedFor("support", "marketing")] public string? Phone { get; set; }
                [DataCategory("contact.phone"), CollectedFor("support", "marketing")] public string? Fax;
                [DataCategory("contact.email")] public string? Email { get; set; }
            }

            public partial class Prospect : Lead
            {
                [DataCategory("contact.phone"), CollectedFor("support", "marketing")] public partial string? Mobile { get; set; }
                [DataCategory("contact.phone"), CollectedFor("support", "marketing")] public string? Number => Mobile + "1";
            }

            partial class Prospect
            {
                public partial string? Mobile { get => field; set => field = value; }
                private static class EthicsGuards { internal const int Mobile = 0; }
            }
        }
        """;

    /// <summary>Members of a class that works for marketing and has everything to ask with.</summary>
    public static Task VerifyJobAsync(string members, Action<TestKit.AnalyzerCheck>? configure = null) => VerifyAsync(
        $$"""
        using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
        [ForPurpose("marketing")]
        public class Job(IPurposeDecisions decisions, IContactLog log, List<Lead> all)
        {
            private readonly IPurposeDecisions decisions = decisions; private readonly IContactLog log = log; private readonly List<Lead> all = all;
            private void Send(string? to) { }
            {{members}}
        }
        """,
        configure);

    public static Task VerifyAsync(string source, Action<TestKit.AnalyzerCheck>? configure = null) => Rules.VerifyAsync(source, check =>
    {
        check.TestState.Sources.Add(Package);
        check.TestState.Sources.Add(Lead);
        check.DisabledDiagnostics.Add(RuleIds.NotIntercepted);
        configure?.Invoke(check);
    });
}
