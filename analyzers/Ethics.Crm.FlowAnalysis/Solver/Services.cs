using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// Classes that do something, of which nobody in this compilation makes an object: a container does, or a framework, and hands the same one to many. One object of each stands for all of them:
/// what one of its methods keeps, the others find. Of entities, of what is about a person, of records and of what only carries values there are many, and these are no services.
/// </summary>
internal sealed class Services(PurposeContext purposes, CallIndex index, Container container, InjectedMembers members, CancellationToken cancellationToken)
{
    /// <summary>What may be any of more than these is not known to be one of them.</summary>
    private const int Most = 8;

    private readonly Dictionary<ISymbol, FlowValue> objects = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ITypeSymbol, string), FlowValue> keyed = new();
    private readonly Dictionary<(InputObject, string), FlowValue> parts = new();
    private readonly Dictionary<ISymbol, FlowValue> owners = new(SymbolEqualityComparer.Default);
    private IReadOnlyList<INamedTypeSymbol>? all;

    /// <summary>The services that may be what is seen as this type.</summary>
    public IEnumerable<INamedTypeSymbol> Of(ITypeSymbol? seenAs) => ObjectsOf(seenAs).And(ObjectsOf(seenAs, Registration.AnyKey)).Objects.Select(static one => (INamedTypeSymbol)((InputObject)one).Input).Where(Keeps);

    /// <summary>Whether an object of the type keeps anything itself: a sequence of services does not.</summary>
    public bool Keeps(INamedTypeSymbol type) => Held(type) is null;

    /// <summary>Whether one object stands for all of the class.</summary>
    public bool IsOne(INamedTypeSymbol type) => (all ??= All()).Contains(type, SymbolEqualityComparer.Default);

    /// <summary>Their objects.</summary>
    public FlowValue ObjectsOf(ITypeSymbol? seenAs)
    {
        if (seenAs is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None } type || !IsOurs(type))
        {
            return Held(seenAs) is { } held ? FlowValue.Of(ObjectOf(held)) : KeptFor(seenAs);
        }

        // What is registered is known by the form of a generic type.
        if (!objects.TryGetValue(type, out var found))
        {
            objects.Add(type, found = Find(type, null));
        }

        return found;
    }

    /// <summary>The same of those that a container tells apart by a key.</summary>
    public FlowValue ObjectsOf(ITypeSymbol? seenAs, string? key)
    {
        if (key is null || seenAs is not INamedTypeSymbol type || !IsOurs(type))
        {
            return ObjectsOf(seenAs);
        }

        if (!keyed.TryGetValue((type, key), out var found))
        {
            keyed.Add((type, key), found = Find(type, key));
        }

        return found;
    }

    private FlowValue Find(INamedTypeSymbol type, string? key)
    {
        all ??= All();
        if (container.ObjectsFor(type, key, false) is { } registered)
        {
            return Of(registered.Where(one => all.Contains(one.Class, SymbolEqualityComparer.Default)).Select(static one => (one.Class, one.Key)).Distinct().ToArray());
        }

        // Nobody knows which: all that there are, under whatever key.
        return Of(all.Where(service => Is(service, type.OriginalDefinition)).SelectMany(service => container.KeysOf(service).Select(under => (service, under))).ToArray());
    }

    private static FlowValue Of((INamedTypeSymbol Service, string? Key)[] some)
        => some.Length > Most ? FlowValue.None : new FlowValue(FlatSet<Taint>.Empty, FlatSet<HeapObject>.Of(some.Select(static one => ObjectOf(one.Service, one.Key))));

    /// <summary>All that the container hands out where a sequence is asked for.</summary>
    private FlowValue AllOf(ITypeSymbol element)
        => element is INamedTypeSymbol type && container.ObjectsFor(type, null, true) is { } registered
            ? Of(registered.Where(one => (all ??= All()).Contains(one.Class, SymbolEqualityComparer.Default)).Select(static one => (one.Class, one.Key)).Distinct().ToArray())
            : ObjectsOf(element);

    /// <summary>What a method is called on that nobody here calls.</summary>
    public FlowValue This(IMethodSymbol method)
    {
        if (method.IsStatic)
        {
            return FlowValue.None;
        }

        if (!owners.TryGetValue(method.ContainingType, out var found))
        {
            // Whatever the class is registered as.
            var type = method.ContainingType.OriginalDefinition;
            owners.Add(method.ContainingType, found = Of((all ??= All()).Where(service => Is(service, type)).SelectMany(service => container.KeysOf(service).Select(under => (service, under))).ToArray()));
        }

        return found;
    }

    /// <summary>What is handed to one: a container gives services to constructors, and to others by an interface or where it knows the class; any other object has been made of what came from outside.</summary>
    public FlowValue Given(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } || parameter.Type.TypeKind == TypeKind.Interface || Known.IsKeeper(parameter.Type) || (parameter.Type is INamedTypeSymbol type && index.Registrations.IsShared(type.OriginalDefinition))
            ? ObjectsOf(parameter.Type, RegisteredClasses.KeyOf(parameter))
            : FlowValue.None;

    /// <summary>What a container has put into a member of a service: the services that may lie there.</summary>
    public FlowValue Injected(FlowValue owners, string segment)
    {
        var all = FlowValue.None;
        foreach (var one in owners.Objects)
        {
            if (one is InputObject { Input: INamedTypeSymbol type, Path.Segments: [var first] } service && Segment.IsThis(first))
            {
                if (!parts.TryGetValue((service, segment), out var found))
                {
                    parts.Add((service, segment), found = Held(type) is not null ? segment == PartOfHolder(type) ? AllOf(type.TypeArguments[0]) : FlowValue.None : InMember(MembersOf(type).FirstOrDefault(member => Segment.Of(member) == segment)));
                }

                all = all.And(found);
            }
        }

        return all;
    }

    /// <summary>What a member holds: what is handed to the constructor, where nobody else puts anything there.</summary>
    private FlowValue InMember(ISymbol? member)
    {
        if (member is null || members.SourcesOfMember(member) is not { } sources || sources.Any(static source => source.Parameter is null))
        {
            var type = member is null ? null : TypeOf(member);
            return ObjectsOf(type).And(ObjectsOf(type, Registration.AnyKey));
        }

        return sources.Aggregate(FlowValue.None, (all, source) => all.And(ObjectsOf(source.Parameter!.Type, RegisteredClasses.KeyOf(source.Parameter))));
    }

    /// <summary>A sequence of services, or one that is made late, as a container hands it out; null for any other type.</summary>
    private INamedTypeSymbol? Held(ITypeSymbol? type)
        => type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol service] } holder && PartOfHolder(holder) is not null && IsOurs(service) && !ObjectsOf(service).IsNone ? holder : null;

    private static string? PartOfHolder(INamedTypeSymbol holder) => holder switch
    {
        { Name: "IEnumerable", ContainingNamespace.Name: "Generic" } => Segment.Elements,
        { Name: "Lazy", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => Segment.Of(holder.GetMembers("Value").First()),
        _ => null,
    };

    /// <summary>What a container or a framework hands to many, and keeps what it is given: one stands for all of its type.</summary>
    private FlowValue KeptFor(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named || !IsSharedKeeper(named))
        {
            return FlowValue.None;
        }

        if (!objects.TryGetValue(named, out var found))
        {
            // A channel, its writer and its reader are one.
            var whole = Known.IsChannel(named) && named.Name != "Channel" ? named.ContainingNamespace.GetTypeMembers("Channel", 1).Select(channel => channel.Construct(named.TypeArguments[0])).FirstOrDefault() : null;
            objects.Add(named, found = FlowValue.Of(ObjectOf(whole ?? named)));
        }

        return found;
    }

    private static bool IsSharedKeeper(INamedTypeSymbol type)
        => Known.IsKeeper(type) || Known.IsChannel(type) || (type is { TypeKind: TypeKind.Class, ContainingNamespace: { Name: "Concurrent", ContainingNamespace.Name: "Collections" } } && Known.IsCollection(type));

    /// <summary>The methods that find such an object: those that are handed it, and those of classes to whose objects it was handed.</summary>
    public IEnumerable<IMethodSymbol> UsersOf(INamedTypeSymbol keeper) => HoldersOf(type => KeptFor(type).Objects.Any(one => SymbolEqualityComparer.Default.Equals(((InputObject)one).Input.OriginalDefinition, keeper.OriginalDefinition)));

    /// <summary>The same of a service with fields that others see: who reads one of them calls nothing.</summary>
    public IEnumerable<IMethodSymbol> UsersOfFields(INamedTypeSymbol service)
        => MembersOf(service).Any(static member => member is IFieldSymbol { DeclaredAccessibility: not Accessibility.Private, AssociatedSymbol: null })
            ? HoldersOf(type => type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } seenAs ? Is(service, seenAs.OriginalDefinition) : type?.Name is "IServiceProvider" or "IServiceScope" or "IServiceScopeFactory")
            : [];

    public IEnumerable<IMethodSymbol> HoldersOf(Func<ITypeSymbol?, bool> isIt)
    {
        foreach (var type in Types())
        {
            var holds = MembersOf(type).Select(TypeOf).Concat(type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Select(static parameter => parameter.Type)).Any(isIt);
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if ((holds && !method.IsStatic) || method.Parameters.Any(parameter => isIt(parameter.Type)))
                {
                    yield return method.PartialImplementationPart ?? method;
                }
            }
        }
    }

    private static readonly AccessPath Whole = new(Segment.This);

    /// <summary>The one object that stands for all of a class.</summary>
    public static InputObject ObjectOf(INamedTypeSymbol service, string? key = null) => new(service, key is null ? Whole : new AccessPath(Segment.ThisUnder(key)));

    /// <summary>What an object of a class keeps values in.</summary>
    public static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType?.OriginalDefinition)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false, IsIndexer: false })
                {
                    yield return member;
                }
                else if (member is IMethodSymbol constructor && Initializers.IsPrimary(constructor))
                {
                    foreach (var parameter in constructor.Parameters)
                    {
                        yield return parameter;
                    }
                }
            }
        }
    }

    public static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type ?? (member as IParameterSymbol)?.Type;

    private static bool Is(INamedTypeSymbol service, INamedTypeSymbol seenAs)
    {
        for (var current = service; current is not null; current = current.BaseType?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(current, seenAs))
            {
                return true;
            }
        }

        return seenAs.TypeKind == TypeKind.Interface && service.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, seenAs));
    }

    private IReadOnlyList<INamedTypeSymbol> All() => Types().Where(IsService).ToArray();

    private IEnumerable<INamedTypeSymbol> Types()
    {
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(purposes.Compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var inner in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(inner);
                if (inner is INamedTypeSymbol type)
                {
                    yield return type;
                }
            }
        }
    }

    private bool IsService(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Class, IsRecord: false, IsAbstract: false, IsStatic: false, IsImplicitlyDeclared: false } && !index.Registrations.IsTransient(type)
            && (index.Registrations.IsShared(type) || index.Registrations.IsSharedByContract(type)
                || (type.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, IsImplicitlyDeclared: false }) && !IsMadeHere(type)))
            && !IsMadeAnew(type) && !purposes.Stored.IsStored(type, cancellationToken);

    private bool IsMadeHere(INamedTypeSymbol type) => type.InstanceConstructors.Any(constructor => index.UsersOf(constructor).Any(caller => !IsChained(caller, type)));

    /// <summary>A constructor that calls one of its own type or of its base.</summary>
    private static bool IsChained(IMethodSymbol caller, INamedTypeSymbol type)
    {
        for (var current = caller.MethodKind == MethodKind.Constructor ? caller.ContainingType : null; current is not null; current = current.BaseType?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Exceptions, attributes, and what a framework makes for each request.</summary>
    private static bool IsMadeAnew(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception" or "Attribute" or "EventArgs", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } or { Name: "ControllerBase" or "PageModel" or "Hub" or "ViewComponent" or "DbContext" })
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOurs(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, purposes.Compilation.Assembly);
}
