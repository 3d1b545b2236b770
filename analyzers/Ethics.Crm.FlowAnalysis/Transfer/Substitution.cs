using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Puts what a call hands in where a summary speaks of it.</summary>
/// <param name="callee">The definition of the method that is called.</param>
/// <param name="summary">What is known of it.</param>
/// <param name="before">What is known before the call.</param>
/// <param name="takeOver">What becomes of a label that the callee itself brought about.</param>
internal sealed class Substitution(IMethodSymbol callee, MethodSummary summary, FlowValue owner, FlowValue[] given, Store before, SyntaxNode call, string name, Func<Taint, Taint> takeOver)
{
    private readonly string isReturned = $"is returned by '{name}'";
    private readonly string goesThrough = $"goes through '{name}'";

    public string Name => name;

    public FlowValue Put(FlowValue value)
    {
        if (value.IsNone)
        {
            return value;
        }

        return new FlowValue(value.Taints.IsEmpty ? value.Taints : Told.Join(FlatSet<Taint>.Empty, Handed(value.Taints)), value.Objects.IsEmpty ? value.Objects : FlatSet<HeapObject>.Of(value.Objects.SelectMany(Objects)));
    }

    private IEnumerable<Taint> Handed(FlatSet<Taint> taints)
    {
        foreach (var taint in taints)
        {
            if (taint.Origin is InputOrigin input && IsOwn(input.Input))
            {
                foreach (var handed in Taints(input, goesThrough))
                {
                    // What it goes through in there is told as well.
                    yield return handed.At(taint.Arrived) with { Trail = Trail.Joined(handed.Trail, taint.Trail) };
                }
            }
            else
            {
                yield return takeOver(taint with { Trail = Trail.Then(taint.Trail, call, isReturned) });
            }
        }
    }

    /// <summary>The labels that lie at a place that the summary names.</summary>
    public IEnumerable<Taint> Taints(InputOrigin origin, string word)
    {
        if (!IsOwn(origin.Input))
        {
            return [new Taint(origin, Taint.Nowhere)];
        }

        var value = Walk(origin.Input, origin.Path, out var everything);
        if (everything)
        {
            value = before.Deep(value);
        }

        return value.Taints.Select(taint => taint with { Trail = Trail.Then(taint.Trail, call, word) });
    }

    public IEnumerable<HeapObject> Objects(HeapObject one) => one switch
    {
        InputObject input when IsOwn(input.Input) => Walk(input.Input, input.Path, out _).Objects,
        MadeObject made when !IsMadeInside(made) => [made],
        MadeObject made => [new MadeObject(made.Site, call) { Type = made.Type, SeenAs = made.SeenAs, Part = made.Part, IsMany = made.IsMany || summary.MakesSeveral(made) || IsInLoop(made.Call ?? made.Site) }],
        _ => [one],
    };

    /// <summary>An object that the callee has written to and that this method has not seen yet: a part of what it hands in.</summary>
    public IEnumerable<HeapObject> Make(InputObject unseen, ref Store next)
    {
        if (!IsOwn(unseen.Input))
        {
            return [unseen];
        }

        var (path, segment) = unseen.Path.Split();
        if (segment == Segment.Everything)
        {
            return [];
        }

        var owner = new InputObject(unseen.Input, path);
        var owners = Objects(owner).ToArray();
        if (owners.Length == 0 && path.Text.Length > 0)
        {
            owners = Make(owner, ref next).ToArray();
        }

        var made = new MadeObject(call, null) { Part = unseen.Input.Name + "/" + unseen.Path.Text };
        var found = new List<HeapObject>();
        foreach (var one in owners)
        {
            // Another entry of the summary may have made it.
            var known = next.Read(one, segment).Objects;
            if (known.IsEmpty)
            {
                next = next.Write(one, segment, FlowValue.Of(made), false);
                found.Add(made);
            }
            else
            {
                found.AddRange(known);
            }
        }

        return found;
    }

    private FlowValue Walk(ISymbol input, AccessPath path, out bool everything)
    {
        everything = false;
        var value = input is IParameterSymbol parameter ? given[parameter.Ordinal] : owner;
        foreach (var segment in path.Segments)
        {
            if (segment == Segment.Everything)
            {
                everything = true;
                break;
            }

            value = before.Read(value, segment);
        }

        return value;
    }

    /// <summary>A local function also knows the objects of the method around it, and these are the same there.</summary>
    private bool IsMadeInside(MadeObject made)
        => callee.MethodKind != MethodKind.LocalFunction || callee.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == made.Site.SyntaxTree && reference.Span.Contains((made.Call ?? made.Site).Span));

    private static readonly ConditionalWeakTable<SyntaxNode, StrongBox<bool>> Looped = new();

    private static bool IsInLoop(SyntaxNode site) => Looped.GetValue(
        site,
        static one => new StrongBox<bool>(one.Ancestors().Any(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax))).Value;

    private bool IsOwn(ISymbol input) => SymbolEqualityComparer.Default.Equals(input, callee) || SymbolEqualityComparer.Default.Equals(input.ContainingSymbol, callee);
}
