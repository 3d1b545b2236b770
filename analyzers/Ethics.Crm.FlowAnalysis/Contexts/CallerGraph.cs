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
    private readonly ILookup<Walk, CallSite> all = calls.Distinct().ToLookup(static call => new Walk(call.Callee, call.CalleeWalk));
    private readonly Dictionary<IMethodSymbol, HashSet<string>> apart = Apart(calls);
    private readonly Dictionary<Walk, List<(CallSite Call, CodePurposes Code)>> callers = new();
    private readonly HashSet<Walk> called = new();

    /// <summary>Walks up from all of them together, so that each call is looked at once, and notes what is called for a purpose at all: nearly nothing where code declares little.</summary>
    /// <param name="helpers">Each with the walk on which it does something; null for any.</param>
    public void Explore(IEnumerable<(IMethodSymbol Method, string? Walk)> helpers)
    {
        var callees = new Dictionary<Walk, List<Walk>>();
        var pending = new Stack<Walk>(helpers.SelectMany(helper => Walks(helper.Method, helper.Walk)));
        var marked = new Stack<Walk>();
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

                foreach (var caller in Walks(call.Caller, call.CallerWalk))
                {
                    pending.Push(caller);
                    if (!callees.TryGetValue(caller, out var below))
                    {
                        callees.Add(caller, below = []);
                    }

                    below.Add(method);
                }
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
    public IEnumerable<(CodePurposes Code, IReadOnlyList<CallSite> Way)> Reaching(IMethodSymbol helper, string? walk)
    {
        var borders = new HashSet<(ISymbol, string)>(BorderComparer.Instance);
        var pending = new Queue<(Walk Method, Way? Below)>(Walks(helper, walk).Select(static one => (one, (Way?)null)));
        var seen = new HashSet<Walk>(pending.Select(static one => one.Method));
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
                    foreach (var caller in Walks(call.Caller, call.CallerWalk).Where(seen.Add))
                    {
                        pending.Enqueue((caller, new Way(call, below)));
                    }
                }
                else if (borders.Add((CodePurposeReader.MemberOf(call.Caller), string.Join(";", code.Names))))
                {
                    yield return (code, new Way(call, below).Steps());
                }
            }
        }
    }

    /// <summary>The walks of a method on which somebody calls it, where it is not known which is meant.</summary>
    private IEnumerable<Walk> Walks(IMethodSymbol method, string? walk)
        => walk is not null ? [new Walk(method, walk)] : (apart.TryGetValue(method, out var names) ? names : []).Append(Walk.Whole).Select(name => new Walk(method, name));

    private static Dictionary<IMethodSymbol, HashSet<string>> Apart(IEnumerable<CallSite> calls)
    {
        var apart = new Dictionary<IMethodSymbol, HashSet<string>>(SymbolEqualityComparer.Default);
        foreach (var call in calls.Where(static call => call.CalleeWalk.Length > 0))
        {
            if (!apart.TryGetValue(call.Callee, out var names))
            {
                apart.Add(call.Callee, names = new HashSet<string>(StringComparer.Ordinal));
            }

            names.Add(call.CalleeWalk);
        }

        return apart;
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
