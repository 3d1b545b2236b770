using System.Collections.Immutable;
using System.IO;
using Ethics.Crm.Analyzers.Consent;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.Analyzers.Unconcluded;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.SideCars;
using Ethics.Crm.FlowAnalysis.Solver;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>ECRM2002: a value of a labelled member flows into code for a purpose it was not collected for; ECRM2003: a helper that declares nothing reads one for such code; ECRM2004: it influences a decision about people that it may not; ECRM2007: it is put behind a label that lets it do more, ECRM1110: behind none; ECRM3001 to 3004: it is disclosed, logged, placed in an exception message, or written out with its object; ECRM4001 and ECRM2006: it is read where nothing has asked for consent, or for its age; and what the build could not judge: ECRM9001, ECRM9002, and ECRM9000 that counts these.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.MisusedFlow, RuleDescriptors.MisusedByHelper, RuleDescriptors.Influence, RuleDescriptors.WideningCopy, RuleDescriptors.UnlabelledStore, RuleDescriptors.Disclosed, RuleDescriptors.Logged, RuleDescriptors.InExceptionMessage, RuleDescriptors.Serialized, RuleDescriptors.UnaskedConsent, RuleDescriptors.UncheckedAge, RuleDescriptors.NotFollowed, RuleDescriptors.NotConstant, RuleDescriptors.NotConcluded);

    /// <summary>Called for each compilation in which values were followed.</summary>
    internal Action<FlowFigures>? Watch { get; set; }

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is null)
        {
            return;
        }

        var unasked = UnaskedReads.Find(purposes);
        var open = new OpenPurposes(purposes) { Seen = unasked };
        var index = new CallIndex(start.Compilation);
        var bodies = new BodyProvider(start.Compilation);
        index.Register(start, purposes, open.Look);
        start.RegisterSemanticModelAction(context => bodies.Keep(context.SemanticModel));
        start.RegisterCompilationEndAction(context =>
        {
            var unconcluded = open.Told;
            var costsFile = purposes.Property(BuildOptions.CostsFile);
            var costs = costsFile is null ? null : new CostReport(purposes.Compilation);
            index.AskLibraries(purposes.SideCars);
            costs?.Ended("what libraries say of themselves");
            var file = purposes.Property(BuildOptions.SideCarFile);
            var solver = index.HasReaders || file is not null ? new FlowSolver(purposes, bodies, index, context.CancellationToken) { Visible = file is null ? null : new VisibleMembers(purposes.Compilation), Costs = costs?.Walks } : null;
            if (solver is not null && index.HasReaders)
            {
                var solved = solver.Solve();
                costs?.Ended("methods, and what callers work for");
                var found = Influences.Merge(purposes, solved).ToArray();
                var stored = new StoredLabels(found);
                var told = Precedence.First(stored.Together(found).Select(group => (Finding: group[0], Told: Describe(purposes, group, stored)!)).Where(static one => one.Told is not null).ToArray());
                Report(context, Best(told.Select(static one => (one.Told, one.Finding.Trail))));
                Report(context, solver.HelperFindings.Select(finding => HelperReads.Describe(purposes, finding)).OfType<Diagnostic>());
                Report(context, unasked.SelectMany(one => one.Tell(solver.HelperFindings, index, bodies, context.CancellationToken)));
                var lost = solver.LostValues.GroupBy(static one => (one.Syntax, one.Into)).Select(static group => NotFollowed(group.Key.Syntax, group.Key.Into, group.Select(static one => one.Name)))
                    .Concat(solver.GivenUp.Select(static one => NotFollowed(one.Key, one.Value))).ToArray();
                unconcluded += lost.Length;
                Report(context, lost);
                Watch?.Invoke(solver.Figures);
                costs?.Ended("findings are told");
            }

            if (solver is not null && file is not null)
            {
                SideCarReport.Write(context, file, new SideCarWriter(purposes, solver).Write());
                costs?.Ended("what this library says of itself");
            }

            unconcluded += SideCarReport.Tell(context, purposes.SideCars);
            if (costs?.Write(costsFile!, solver) is { } unwritten)
            {
                SideCarReport.Tell(context, $"The file '{Path.GetFileName(costsFile)}' could not be written ({unwritten}), so what the analysis cost is not known");
            }

            bodies.Drop();
            if (unconcluded > 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NotConcluded, Location.None, unconcluded == 1 ? "one place" : $"{unconcluded} places"));
            }
        });
    }

    /// <summary>Two reads of one member may come to one place. The compiler drops one of two findings that say the same there, so the better told is kept here.</summary>
    private static IEnumerable<Diagnostic> Best(IEnumerable<(Diagnostic Diagnostic, Trail? Trail)> found)
        => found.GroupBy(static one => (one.Diagnostic.Location, one.Diagnostic.GetMessage())).Select(static same => same.OrderBy(static one => one.Trail, Trail.Order).First().Diagnostic);

    private static void Report(CompilationAnalysisContext context, IEnumerable<Diagnostic> found)
    {
        foreach (var diagnostic in found.OrderBy(static one => one.Location, SourceOrder.Instance).ThenBy(static one => one.GetMessage(), StringComparer.Ordinal))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <param name="group">A finding; of a store without label one for each value that comes there.</param>
    private static Diagnostic? Describe(PurposeContext purposes, IReadOnlyList<FlowFinding> group, StoredLabels stored)
    {
        var finding = group[0];
        var steps = finding.Trail?.Steps() ?? [];

        // What stands in generated code is told where a person wrote the last step before it.
        var syntax = steps.Reverse().Select(static step => step.Syntax).Prepend(finding.Syntax).FirstOrDefault(purposes.IsByHand);
        if (syntax is null || Words(purposes, finding) is not { } words)
        {
            return null;
        }

        if (group.Count > 1)
        {
            words.Why = StoredLabels.Others(group);
            steps = group.SelectMany(static one => one.Trail?.Steps() ?? []).ToArray();
        }

        return Diagnostic.Create(
            words.Rule,
            OperationNames.NameOf(syntax).GetLocation(),
            LocationsOfSteps.Of(steps.Select(static step => step.Syntax)),
            stored.Add(ImmutableDictionary<string, string?>.Empty.Add("trace", string.Join("; ", steps.Select((step, number) => $"{number + 1}. {step.Word}"))), finding),
            finding.Source.Name,
            words.Permitted,
            finding.Target,
            words.Why);
    }

    /// <summary>The rule, what is permitted, and what the value came to. Null where nothing stands against it.</summary>
    private static (DiagnosticDescriptor Rule, string Permitted, string Why)? Words(PurposeContext purposes, FlowFinding finding)
    {
        var table = purposes.Table!;
        var labels = finding.Source.Read.Labels;
        switch (finding.Sink)
        {
            case { Kind: SinkKind.Recipient } recipient:
                return table.ObjectionToDisclosure(labels.Select(static label => label.Label).ToArray(), recipient.Name, finding.Purposes) is { } objection
                    ? (RuleDescriptors.Disclosed, CollectedWords.Of(table, labels, labels[0]), objection)
                    : null;
            case { Kind: SinkKind.Border } border:
                return purposes.Borders.WideningOf(finding.Source.Read, border) is { } widening
                    ? (RuleDescriptors.WideningCopy, WideningWords.Permitted(table, labels, widening), WideningWords.Why(widening))
                    : null;
            case { Kind: SinkKind.Decision }:
                return (RuleDescriptors.Influence, InfluenceWords.Of(table, purposes.Decisions, labels), Messages.Words.List(finding.Purposes.Where(purposes.Decisions.IsDecision).ToArray()));
            case { Kind: SinkKind.Storage }:
                return (RuleDescriptors.UnlabelledStore, CollectedWords.Of(table, labels, labels[0]), "");
            case { Kind: SinkKind.Serializer }:
                return Misused(table, labels, finding.Purposes, RuleDescriptors.Serialized);
            case { Kind: SinkKind.Log } log:
                return (RuleDescriptors.Logged, CollectedWords.Of(table, labels, labels[0]), log.Name);
            case { }:
                return (RuleDescriptors.InExceptionMessage, CollectedWords.Of(table, labels, labels[0]), "");
            default:
                return Misused(table, labels, finding.Purposes.Where(static name => name.Length > 0).ToImmutableArray(), RuleDescriptors.MisusedFlow);
        }
    }

    private static (DiagnosticDescriptor Rule, string Permitted, string Why)? Misused(PolicyTable table, ImmutableArray<DeclaredLabel> labels, ImmutableArray<string> names, DiagnosticDescriptor rule)
        => ReadVerdict.Of(table, labels, names) is { } verdict ? (verdict.RuleOr(rule), verdict.Permitted, verdict.Refused.IsEmpty ? "no purpose" : Messages.Words.List(verdict.Refused)) : null;

    private static Diagnostic NotFollowed(SyntaxNode syntax, string into, IEnumerable<string> names)
        => Diagnostic.Create(
            RuleDescriptors.NotFollowed,
            OperationNames.NameOf(syntax).GetLocation(),
            Lost(Messages.Words.List(names.Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).Select(static name => $"'{name}'").ToArray()), into));

    private static string Lost(string names, string into)
        => into == LostValue.PerhapsRead ? $"The member that is named here is only known to the running program, so the build does not know whether it reads {names}" : $"The value of {names} goes into {into}, and the build does not know where from there";

    private static Diagnostic NotFollowed(IMethodSymbol method, GivenUp reason)
        => Diagnostic.Create(RuleDescriptors.NotFollowed, method.Locations.FirstOrDefault() ?? Location.None, $"'{SymbolNames.Display(method)}' {Because(reason)}: the build does not know where values go in it");

    private static string Because(GivenUp reason) => reason switch
    {
        GivenUp.NothingLeft => "is not followed through, because methods before it have taken all the time that one project may take",
        GivenUp.TooDeep => "is not followed through, because its expressions lie too deeply in each other",
        _ => "takes too long to be followed through, because too many of its objects may hold each other",
    };
}
