using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Findings;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>ECRM2003: code for a purpose reaches a helper that declares nothing and reads what is not permitted for it; ECRM2004 where that may not influence what the code decides.</summary>
internal static class HelperReads
{
    /// <summary>Null where all that the code works for is permitted, and where nobody wrote what stands on the way.</summary>
    public static Diagnostic? Describe(PurposeContext purposes, HelperFinding finding)
    {
        if (ReadVerdict.Of(purposes.Table!, finding.Source.Read.Labels, finding.Code.Names) is not { } verdict)
        {
            return null;
        }

        // A read that stands in generated code is told where a person wrote the nearest call that leads to it.
        var syntax = finding.Way.Reverse().Select(static call => call.Syntax).Prepend(finding.Source.Syntax).FirstOrDefault(purposes.IsByHand);
        if (syntax is null)
        {
            return null;
        }

        var caller = SymbolNames.Display(CodePurposeReader.MemberOf(finding.Way[0].Caller));
        var reader = SymbolNames.Display(finding.Reader);
        return Diagnostic.Create(
            verdict.RuleOr(RuleDescriptors.MisusedByHelper),
            OperationNames.NameOf(syntax).GetLocation(),
            LocationsOfSteps.Of(finding.Way.Select(static call => call.Syntax).Append(finding.Source.Syntax)),
            ImmutableDictionary<string, string?>.Empty.Add("trace", string.Join("; ", finding.Way.Select(Word).Append($"'{finding.Source.Name}' is read").Select(static (word, number) => $"{number + 1}. {word}"))),
            verdict.IsInfluence
                ? [finding.Source.Name, verdict.Permitted, caller, verdict.PurposesOf(finding.Code)]
                // Lambdas of the caller, also among the statements of a program, and overloads have its name.
                : new object[] { finding.Source.Name, verdict.Permitted, reader == caller ? $"'{reader}'" : $"'{reader}' on behalf of '{caller}'", verdict.PurposesOf(finding.Code) });
    }

    private static string Word(CallSite call)
    {
        var verb = call.Callee.MethodKind switch
        {
            MethodKind.PropertyGet => "gets",
            MethodKind.PropertySet => "sets",
            MethodKind.Constructor => "makes",
            MethodKind.AnonymousFunction => "calls a function of",
            _ => "calls",
        };
        return $"'{SymbolNames.Display(CallContexts.Writer(call.Caller))}' {verb} '{SymbolNames.Display(CallContexts.Writer(call.Callee))}'";
    }
}
