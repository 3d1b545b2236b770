using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// What influences a decision about people: a value on which a branch depends, that is compared or computed with, sorts or picks, or under which something is looked up. It is told where that
/// happens, in code for a purpose that decides; outside of such code a condition passes nothing on. A text that is copied into a letter influences nothing.
/// </summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Queries whose function says which elements there are, or in which order.</summary>
    private static readonly HashSet<string> Choosing = new(StringComparer.Ordinal)
    {
        "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "MinBy", "MaxBy", "DistinctBy", "GroupBy", "Where", "SkipWhile", "TakeWhile", "Find", "FindAll", "FindLast",
        "CountBy", "AggregateBy", "ToLookup", "ToDictionary", "Join", "GroupJoin", "LeftJoin", "RightJoin",
        "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "Any", "All", "Count", "LongCount",
    };

    /// <summary>What the code does depends on the value here.</summary>
    private void Decide(SyntaxNode syntax, FlowValue value)
    {
        // How data is made anonymous depends on the data.
        if (value.Taints.IsEmpty || !purposes.Decisions.AreThere || Anonymizers.Is(purposes, method))
        {
            return;
        }

        var code = PurposesAt(syntax);
        if (!code.IsUndeclared && (code.IsUnknown || code.IsNever || !purposes.Decisions.Decide(code.Names)))
        {
            return;
        }

        var target = SymbolNames.Display(CodePurposeReader.MemberOf(graph.Of));
        foreach (var taint in value.Taints)
        {
            Decide(taint, syntax, target, code.IsUndeclared ? ImmutableArray<string>.Empty : code.Names, taint.Trail);
        }
    }

    /// <param name="code">What the code there works for; none where it works for whoever calls it.</param>
    private void Decide(Taint taint, SyntaxNode syntax, string target, ImmutableArray<string> code, Trail? trail)
    {
        switch (taint.Origin)
        {
            case InputOrigin input:
                graph.Arrive(new InputArrival(input, syntax, target, "", PurposeNames.None) { Sink = Sink.Decision, Purposes = code, Trail = trail });
                break;
            case ReadOrigin read when code.IsEmpty:
                solver.Contexts.Add(method, new HelperArrival(Running, read, syntax, target, PurposeNames.None) { Walk = WalkOf(Running), Sink = Sink.Decision, Trail = trail });
                break;
            case ReadOrigin read when IsInfluence(read, code):
                solver.Found(method, new FlowFinding(read, syntax, target, "") { Sink = Sink.Decision, Purposes = code, Trail = trail });
                break;
        }
    }

    /// <summary>At a call of code that has the value decide something: for the purposes of that code, or of the code here.</summary>
    private void DecideFor(InputArrival arrival, Taint taint, SyntaxNode site, Trail? trail)
    {
        if (!arrival.Purposes.IsEmpty)
        {
            Decide(taint, arrival.Syntax, arrival.Target, arrival.Purposes, trail);
            return;
        }

        var code = PurposesAt(site);
        if (code.IsUndeclared || (!code.IsUnknown && !code.IsNever && purposes.Decisions.Decide(code.Names)))
        {
            Decide(taint, arrival.Syntax, arrival.Target, code.IsUndeclared ? ImmutableArray<string>.Empty : code.Names, trail);
        }
    }

    private bool IsInfluence(ReadOrigin read, ImmutableArray<string> code)
        => purposes.Decisions.Decide(code) && (purposes.Decisions.Proxy(read.Read.Labels) is not null || purposes.Decisions.IsRefused(read.Read.Labels, code));

    /// <summary>A query picks, sorts or puts together elements by what a function yields for each; another function says what is made of them.</summary>
    private void DecideBy(IMethodSymbol query, IParameterSymbol? parameter, IOperation function, FlowValue handed)
    {
        if (purposes.Decisions.AreThere && Choosing.Contains(query.Name) && function.Type is { TypeKind: TypeKind.Delegate } && parameter?.Name is not ("elementSelector" or "resultSelector" or "seedSelector" or "func"))
        {
            Decide(function.Syntax, ResultOf(function, handed));
        }
    }

    /// <summary>A guard of the framework throws or not, as what it is given says; that there is something, tells nothing.</summary>
    private void DecideByThrowing(IMethodSymbol guard, IReadOnlyList<GivenArgument> arguments, FlowValue[] values)
    {
        if (!purposes.Decisions.AreThere || !guard.IsStatic || !guard.ReturnsVoid || !guard.Name.StartsWith("ThrowIf", StringComparison.Ordinal) || guard.Name == "ThrowIfNull")
        {
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            Decide(arguments[i].Value.Syntax, values[i]);
        }
    }
}
