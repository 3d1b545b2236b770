using System.Collections.Concurrent;
using System.Threading;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Unconcluded;

/// <summary>ECRM9001: labelled data is read under a purpose, or under a key, that is no constant.</summary>
internal static class OpenPurposes
{
    /// <param name="told">Called for each place that is reported.</param>
    public static void Register(CompilationStartAnalysisContext start, PurposeContext purposes, Action told)
    {
        start.RegisterOperationBlockStartAction(block =>
        {
            var found = new OpenPlaces(purposes);
            block.RegisterOperationAction(found.Look, LabelledReads.Kinds);
            block.RegisterOperationBlockEndAction(context =>
            {
                if (!found.AreFound)
                {
                    return;
                }

                foreach (var (location, sentence) in found.Sentences().OrderBy(one => one.Location, SourceOrder.Instance))
                {
                    told();
                    context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NotConstant, location, sentence));
                }
            });
        });
    }

    /// <summary>What one body leaves open. A scope is told once, with all that is read in it.</summary>
    private sealed class OpenPlaces(PurposeContext purposes)
    {
        // Made where something is found, which hardly any body has.
        private ConcurrentDictionary<Location, ConcurrentBag<string>>? scopes;
        private ConcurrentDictionary<Location, string>? keys;

        public void Look(OperationAnalysisContext context)
        {
            if (!context.IsInFileByHand())
            {
                return;
            }

            foreach (var (read, _) in purposes.Reads.In(context.Operation, context.CancellationToken))
            {
                if (purposes.Code.At(read.Operation, context.ContainingSymbol) is { IsUnknown: true, Opening: { } opening }
                    && OperationNames.NameOf(opening.Syntax).GetLocation() is var location && location.IsByHand(context.IsGeneratedCode))
                {
                    LazyInitializer.EnsureInitialized(ref scopes)!.GetOrAdd(location, _ => []).Add($"'{read.Name}'");
                }
            }

            // In code that declares nothing no key would be judged either, unless the project is strict.
            if (purposes.Reads.UnderOpenKey(context.Operation, context.CancellationToken) is { } open
                && open.Location.IsByHand(context.IsGeneratedCode)
                && IsJudged(purposes.Code.At(open.Operation, context.ContainingSymbol)))
            {
                LazyInitializer.EnsureInitialized(ref keys)![open.Location] = open.Name;
            }
        }

        private bool IsJudged(CodePurposes code) => !code.IsNever && (purposes.IsStrict || !code.IsUndeclared);

        public bool AreFound => scopes is not null || keys is not null;

        public IEnumerable<(Location Location, string Sentence)> Sentences()
            => (scopes ?? []).Select(scope => (scope.Key, $"The purpose of this scope is no constant, so the build does not judge the read of {Names(scope.Value)} in it"))
                .Concat((keys ?? []).Select(key => (key.Key, $"The key of '{key.Value}' is no constant, so the build does not know whether labelled data is read")));

        private static string Names(IEnumerable<string> names) => Words.List(names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToArray());
    }
}
