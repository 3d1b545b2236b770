using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// Members that a library calls and that its users implement or override. What runs there nobody knows while the library is built: what such a member is called with is put into a part of the object, as
/// with a delegate, and what it yields is another part; where the object is made, by the library's users, it runs.
/// </summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Tells those who hand in the object what is called on it, and with what.</summary>
    /// <returns>What they say that yields.</returns>
    private FlowValue Open(IMethodSymbol target, bool isVirtual, FlowValue owner, FlowValue[] given)
    {
        if (!isVirtual || !solver.IsOpenToOthers(target.OriginalDefinition) || DocumentationCommentId.CreateDeclarationId(target.OriginalDefinition) is not { } member)
        {
            return FlowValue.None;
        }

        var yielded = FlowValue.None;
        foreach (var one in owner.Objects)
        {
            if (one is not InputObject { IsWaiting: false } input)
            {
                continue;
            }

            for (var i = 0; i < given.Length; i++)
            {
                if (!given[i].IsNone)
                {
                    Write(input, Segment.Handed(member, i), given[i], false);
                }
            }

            yielded = yielded.And(store.Read(input, Segment.YieldedBy(member)));
        }

        return yielded;
    }

    /// <summary>Whether a member is called on what is handed in alone, and nobody here has it: those who hand it in know all of it.</summary>
    private bool IsOnlyOpen(IMethodSymbol target, bool isVirtual, FlowValue owner)
        => isVirtual && target.IsAbstract && !owner.Objects.IsEmpty && solver.IsOpenToOthers(target.OriginalDefinition) && owner.Objects.All(static one => one is InputObject { IsWaiting: false });

    /// <summary>Of an object that nobody here knows either, it is as of any code from elsewhere: what goes in may stay, and come out.</summary>
    private void CallUnknown(IMethodSymbol asked, string member, FlowValue on, FlowValue[] given)
    {
        var all = given.Aggregate(FlowValue.None, (sum, value) => sum.And(Looked(value)));
        foreach (var one in on.Objects.OfType<MadeObject>())
        {
            store = store.Write(one, Segment.Unknown, all, false);
            store = asked.ReturnsVoid ? store : store.Write(one, Segment.YieldedBy(member), all.And(Looked(FlowValue.Of(one))), false);
        }
    }

    /// <summary>Runs what a library calls on objects that it is handed here.</summary>
    /// <returns>Whether anything ran.</returns>
    private bool RunOpened(Substitution call, IMethodSymbol library, MethodSummary summary, IOperation operation)
    {
        var hasRun = false;
        foreach (var (owner, member) in summary.Opened)
        {
            if (solver.MemberOfLibrary(member) is not { } asked)
            {
                continue;
            }

            var on = new FlowValue(FlatSet<Taint>.Empty, call.Objects(owner));
            var targets = solver.Targets.Of(asked, true, graph.Known.TypesOf(on), asked.ContainingType, on).Select(static one => one.PartialImplementationPart ?? one).Where(one => !IsFromLibrary(one) && solver.HasBody(one)).ToArray();
            if (on.IsNone)
            {
                continue;
            }

            hasRun = true;
            var given = asked.Parameters.Select(parameter => summary.Heap.Find(owner, Segment.Handed(member, parameter.Ordinal)) is { } handed ? call.Put(handed) : FlowValue.None).ToArray();
            if (targets.Length == 0)
            {
                // What the library itself has behind it, the library has followed.
                if (!solver.HasBody(asked))
                {
                    CallUnknown(asked, member, on, given);
                }

                continue;
            }

            foreach (var target in targets)
            {
                for (var i = 0; i < given.Length && i < target.Parameters.Length; i++)
                {
                    Handed(operation.Syntax, target, target.Parameters[i], given[i], CodeOf(target));
                }

                if (solver.MayRead(target) && !IsBorder(target))
                {
                    Calls(library, target, solver.PlaceIn(library), Walk.Whole);
                    CallsHere(library, operation.Syntax);
                }
            }

            var yielded = ApplyAll(operation, asked, targets, on, given, [], []);
            foreach (var one in on.Objects)
            {
                store = store.Write(one, Segment.YieldedBy(member), yielded, false);
            }
        }

        return hasRun;
    }

    private bool IsFromLibrary(ISymbol member) => !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, purposes.Compilation.Assembly);
}
