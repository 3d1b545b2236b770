using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Contexts;

/// <summary>Who calls code that declares nothing, up to the calls that are made for a purpose.</summary>
/// <param name="calls">All that are known.</param>
/// <param name="purposesAt">What the code at a call works for; asked once for each.</param>
internal sealed class CallerGraph(IEnumerable<CallSite> calls, Func<CallSite, CodePurposes> purposesAt, CancellationToken cancellationToken)
{
    private readonly ILookup<IMethodSymbol, CallSite> all = calls.Distinct().ToLookup(static call => call.Callee, (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, List<(CallSite Call, CodePurposes Code)>> callers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> called = new(SymbolEqualityComparer.Default);

    /// <summary>Walks up from all of them together, so that each call is looked at once, and notes what is called for a purpose at all: nearly nothing where code declares little.</summary>
    public void Explore(IEnumerable<IMethodSymbol> helpers)
    {
        var callees = new Dictionary<IMethodSymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        var pending = new Stack<IMethodSymbol>(helpers);
        var marked = new Stack<IMethodSymbol>();
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var method = pending.Pop();
            if (callers.ContainsKey(method))
            {
                continue;
            }

            var found = all[method].Select(call => (Call: call, Code: purposesAt(call))).Where(static one => !one.Code.IsUnknown && !one.Code.IsNever)
                .OrderBy(static one => one.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Call.Syntax, StepOrder.Places).ToList();
            callers.Add(method, found);
            foreach (var (call, code) in found)
            {
                if (!code.IsUndeclared)
                {
                    marked.Push(method);
                    continue;
                }

                pending.Push(call.Caller);
                if (!callees.TryGetValue(call.Caller, out var below))
                {
                    callees.Add(call.Caller, below = []);
                }

                below.Add(method);
            }
        }

        while (marked.Count > 0)
        {
            var method = marked.Pop();
            if (called.Add(method) && callees.TryGetValue(method, out var below))
            {
                below.ForEach(marked.Push);
            }
        }
    }

    /// <summary>The code that reaches a helper and declares something. Breadth first, so that the first way to it is a shortest one; of those, the first by its places, whatever the order of members.</summary>
    public IEnumerable<(CodePurposes Code, IReadOnlyList<CallSite> Way)> Reaching(IMethodSymbol helper)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { helper };
        var borders = new HashSet<(ISymbol, string)>(BorderComparer.Instance);
        var pending = new Queue<(IMethodSymbol Method, Way? Below)>();
        pending.Enqueue((helper, null));
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (method, below) = pending.Dequeue();
            if (!called.Contains(method))
            {
                continue;
            }

            foreach (var (call, code) in callers[method])
            {
                if (code.IsUndeclared)
                {
                    if (seen.Add(call.Caller))
                    {
                        pending.Enqueue((call.Caller, new Way(call, below)));
                    }
                }
                else if (borders.Add((CodePurposeReader.MemberOf(call.Caller), string.Join(";", code.Names))))
                {
                    yield return (code, new Way(call, below).Steps());
                }
            }
        }
    }

    /// <summary>The calls from some code down to a helper.</summary>
    private sealed record Way(CallSite Call, Way? Below)
    {
        public IReadOnlyList<CallSite> Steps()
        {
            var steps = new List<CallSite>();
            for (var way = this; way is not null; way = way.Below)
            {
                steps.Add(way.Call);
            }

            return steps;
        }
    }

    private sealed class BorderComparer : IEqualityComparer<(ISymbol Member, string Names)>
    {
        public static readonly BorderComparer Instance = new();

        public bool Equals((ISymbol Member, string Names) x, (ISymbol Member, string Names) y) => x.Names == y.Names && SymbolEqualityComparer.Default.Equals(x.Member, y.Member);

        public int GetHashCode((ISymbol Member, string Names) border) => SymbolEqualityComparer.Default.GetHashCode(border.Member);
    }
}
