using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>Static members and services, into which labels come on ways that no call takes.</summary>
internal sealed partial class FlowSolver
{
    private readonly HashSet<IMethodSymbol> calledByOthers = new(SymbolEqualityComparer.Default);

    /// <summary>Methods of services that are followed, and those that come to them: what they take out of an object, their callers get.</summary>
    private readonly HashSet<IMethodSymbol> serving = new(SymbolEqualityComparer.Default);

    /// <summary>Methods of which a delegate lies where it is called by somebody who was not handed it.</summary>
    private readonly HashSet<IMethodSymbol> asked = new(SymbolEqualityComparer.Default);

    /// <summary>Methods with which threads are made: each runs on one of its own.</summary>
    private readonly HashSet<IMethodSymbol> runByThreads = new(SymbolEqualityComparer.Default);

    public StaticMembers Statics { get; } = new();

    /// <summary>What a container hands out.</summary>
    public Container Container { get; } = new(index.Registrations);

    /// <summary>What only a container puts into parameters and members.</summary>
    public InjectedClasses Injected => injected ??= new(Container, Members, new RegisteredClasses(index.Types));

    public InjectedMembers Members => members ??= new(index, bodies, cancellationToken);

    public Services Services => services ??= new(purposes, index, Container, Members, cancellationToken);

    public ServiceParts ServiceParts => parts ??= new(Members, cancellationToken);

    private InjectedClasses? injected;
    private ServiceParts? parts;
    private InjectedMembers? members;
    private Services? services;

    private readonly HashSet<IMethodSymbol> asking = new(SymbolEqualityComparer.Default);

    /// <summary>The method asks a container for services.</summary>
    public void AsksContainer(IMethodSymbol method) => asking.Add(method);

    /// <summary>A thread is made with the method.</summary>
    public void IsRunByAThread(IMethodSymbol method) => runByThreads.Add(method);

    /// <summary>Whether each who asks for the class gets an object of his own.</summary>
    public bool IsTransient(INamedTypeSymbol type) => index.Registrations.IsTransient(type);

    /// <summary>A function made of the method is handed to code that may call it whenever it likes.</summary>
    public void IsHandedOut(IMethodSymbol method) => calledByOthers.Add(method);

    /// <summary>Something labelled comes into a static member, or into an object that is seen as this type and that somebody else made.</summary>
    public void Enter(ISymbol keeper)
    {
        if (keeper is not INamedTypeSymbol type)
        {
            Statics.Enter(keeper);
            return;
        }

        foreach (var service in Services.Of(type))
        {
            Statics.Enter(service);
        }
    }

    /// <summary>Labels have come into static members: whoever uses these is walked, those that were walked before once more. False when there are no more.</summary>
    private bool FollowStatics()
    {
        var fresh = Statics.Follow();
        foreach (var user in MethodOrder.Sorted(fresh.SelectMany(UsersOf).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)).Reverse())
        {
            order.First(user);
            order.Again(user);
        }

        return fresh.Count > 0;
    }

    private IEnumerable<IMethodSymbol> UsersOf(ISymbol followed)
    {
        if (followed is not INamedTypeSymbol service)
        {
            return index.UsersOf(followed).Concat(followed.ContainingType.StaticConstructors);
        }

        var users = new List<IMethodSymbol>();
        if (!SymbolEqualityComparer.Default.Equals(service.ContainingAssembly, purposes.Compilation.Assembly))
        {
            users.AddRange(Services.UsersOf(service).Where(HasBody));
            serving.UnionWith(users);
            return users;
        }

        // Whoever asks a container for what has it in a member names nothing of it.
        users.AddRange(asking);
        users.AddRange(Services.UsersOfFields(service).Where(HasBody));
        users.AddRange(Services.HoldersOf(type => type is INamedTypeSymbol { TypeArguments: [var held] } holder && Known.IsOfOptions(holder) && SymbolEqualityComparer.Default.Equals(held.OriginalDefinition, service)).Where(HasBody));
        for (var current = service; current is { SpecialType: SpecialType.None }; current = current.BaseType?.OriginalDefinition)
        {
            foreach (var method in current.GetMembers().OfType<IMethodSymbol>())
            {
                users.AddRange(index.CallersOf(method));
                if (!method.IsStatic && HasBody(method))
                {
                    users.Add(method.PartialImplementationPart ?? method);
                }
            }
        }

        serving.UnionWith(users);
        return users;
    }

    /// <summary>Whether callers have to be looked at, because of what lies where nobody has handed it.</summary>
    private bool Serves(IMethodSymbol method, MethodSummary summary) => Statics.IsAny && (summary.Waits || (serving.Contains(method) && summary.Takes));

    /// <summary>Labels that methods have left in the objects whose they are: where nobody here makes such an object, its other methods find them. False when nothing new is found.</summary>
    private bool FollowServices()
    {
        if (!Statics.IsAny && !summaries.Any(one => one.Value.Heap.Any(entry => entry.Key.Object is InputObject input && entry.Value.Taints.Any(static taint => taint.Origin is ReadOrigin) && MayServe(input.Input))))
        {
            return false;
        }

        var outside = Outside();
        foreach (var service in outside.Solve(null, Work))
        {
            if (Services.Keeps(service))
            {
                Statics.Enter(service);
            }
        }

        var isNew = false;
        foreach (var target in MethodOrder.Sorted(outside.Unknown.Where(asked.Add)))
        {
            order.First(target);
            isNew = true;
        }

        return FollowStatics() | isNew;
    }

    /// <summary>Whether somebody in the compilation calls it, other than what it calls itself.</summary>
    public bool IsCalled(IMethodSymbol method)
    {
        var above = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        var pending = new Stack<IMethodSymbol>(above);
        while (pending.Count > 0)
        {
            var isFirst = true;
            foreach (var caller in index.CallersOf(pending.Pop()))
            {
                isFirst = false;
                if (above.Add(caller))
                {
                    pending.Push(caller);
                }
            }

            if (isFirst)
            {
                return above.Count > 1;
            }
        }

        return false;
    }

    private bool MayServe(ISymbol input) => input is IMethodSymbol method ? !Services.This(method).IsNone : input is IParameterSymbol parameter && !Services.Given(parameter).IsNone;

    /// <summary>What comes from one to the other of those methods that nobody in the compilation calls.</summary>
    private void CallFromOutside()
    {
        if (Statics.IsAny)
        {
            Outside().Solve(
                new(
                    (method, summary, call, world) => AnalysisOf(method).Settle(summary, call, world),
                    (function, target, given) => AnalysisOf(target).Settle(function, target, given)),
                Work);
        }

        foreach (var method in summaries.Keys.Where(method => summaries[method].HandsIntoFunctions && !IsCalled(method)))
        {
            AnalysisOf(method).Uncalled(summaries[method], input => Statics.IsAny && MayServe(input));
        }
    }

    private MethodAnalysis AnalysisOf(IMethodSymbol method) => new(method, this, purposes, bodies, cancellationToken);

    private World Outside() => new(Targets, index, summaries, functions, (function, owner) => BodiesOf(function, Way.NothingKnown.TypesOf(owner), owner), calledByOthers, runByThreads, Statics, Services, cancellationToken);
}
