using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Reads;

/// <summary>
/// ECRM1107: a lambda or local function reads labelled data for the purpose of the code in which it is written, and is handed to code of another purpose, for which the run time refuses the read,
/// or to something that runs it without the context, and so for whatever purpose there is.
/// </summary>
internal static class HandedReads
{
    /// <summary>Null for a read in no function, and where whoever gets the function may read the same.</summary>
    /// <param name="code">What the read is judged by; it permits the read.</param>
    public static Diagnostic? Describe(PurposeContext purposes, MemberRead read, ImmutableArray<DeclaredLabel> labels, CodePurposes code)
    {
        foreach (var (taker, place) in purposes.Code.FunctionsAround(read.Operation).SelectMany(new HandedFunctions(purposes.Code.FunctionsAround).TakersOf))
        {
            if (SuppressedFlow.LosesContext(taker, place, read.Operation))
            {
                return WithoutContext(purposes.Table!, read.Location, OperationNames.NameOf(place).GetLocation(), read, labels, code, taker);
            }

            var taking = purposes.Code.Of(CodePurposeReader.MemberOf(taker));
            if (!taking.IsUndeclared && ReadVerdict.Of(purposes.Table!, labels, taking.Names) is { } verdict)
            {
                return Diagnostic.Create(
                    RuleDescriptors.HandedFunction,
                    read.Location,
                    [OperationNames.NameOf(place).GetLocation()],
                    read.Name,
                    verdict.Permitted,
                    Words.List(code.Names),
                    SymbolNames.Display(taker),
                    verdict.PurposesOf(taking));
            }
        }

        return null;
    }

    /// <param name="place">Where it is told.</param>
    /// <param name="handed">Where the function is handed over, if that is another place.</param>
    /// <param name="code">What the function works for by what it declares.</param>
    /// <param name="taker">What leaves the context behind.</param>
    public static Diagnostic WithoutContext(PolicyTable table, Location place, Location? handed, MemberRead read, ImmutableArray<DeclaredLabel> labels, CodePurposes code, ISymbol taker)
        => Diagnostic.Create(
            RuleDescriptors.FunctionWithoutContext,
            place,
            handed is null ? [] : [handed],
            read.Name,
            CollectedWords.Of(table, labels, labels[0]),
            Words.List(code.Names),
            SymbolNames.Display(taker));
}
