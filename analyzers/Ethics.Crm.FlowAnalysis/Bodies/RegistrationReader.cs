using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Reads calls by which containers are told what to hand out. What it cannot read may be anything: then all that a program has of an interface may run, as without container.</summary>
internal sealed partial class RegistrationReader
{
    private readonly Compilation compilation;
    private readonly RegisteredClasses registered;
    private readonly List<Registration> all = [];
    private readonly HashSet<INamedTypeSymbol> madeByName = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> transient = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> perhapsShared = new(SymbolEqualityComparer.Default);
    private bool isAnyMadeByName;

    public RegistrationReader(Compilation compilation, TypeHierarchy types, IEnumerable<IOperation> noted)
    {
        this.compilation = compilation;
        registered = new RegisteredClasses(types);
        foreach (var operation in noted.OrderBy(static one => one.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Syntax.SpanStart).ThenBy(static one => one.Syntax.Span.End))
        {
            Read(operation);
        }

        foreach (var one in all)
        {
            if (one.Way != RegistrationWay.Remove)
            {
                SortByLifetime(one);
            }
        }
    }

    public IReadOnlyList<Registration> All => all;

    public HashSet<INamedTypeSymbol> Shared { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The types, as they are defined, that libraries are told of, with all that these have.</summary>
    public HashSet<INamedTypeSymbol> NamedElsewhere { get; } = new(SymbolEqualityComparer.Default);

    public bool IsAnythingPossible { get; private set; }

    public bool IsAnythingPossibleElsewhere { get; private set; }

    public bool AreTakenOut { get; private set; }

    public bool MayBeMadeByName(INamedTypeSymbol type) => isAnyMadeByName || madeByName.Contains(type.OriginalDefinition);

    public bool IsTransient(INamedTypeSymbol type) => transient.Contains(type) && !Shared.Contains(type) && !NamedElsewhere.Contains(type) && !ContractsOf(type).Any(perhapsShared.Contains);

    /// <summary>Only what the container makes itself, by the class alone, is one for each who asks: a function may hand out what it likes.</summary>
    private void SortByLifetime(Registration one)
    {
        // What is not known is whatever has the contract.
        IReadOnlyList<INamedTypeSymbol> classes = one.Classes is { Count: > 0 } known ? known : [one.Service.OriginalDefinition];
        if (one.Lifetime == ServiceLifetime.Transient && (one.IsMadeByContainer || one is { Classes.Count: 0, Forwards.Count: > 0 }))
        {
            transient.UnionWith(classes);
            return;
        }

        if (one.Lifetime != ServiceLifetime.Unknown)
        {
            Shared.UnionWith(classes);
        }

        perhapsShared.UnionWith(classes);
        perhapsShared.UnionWith(one.Forwards.Select(static forwarded => forwarded.Service.OriginalDefinition));
    }

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Constructor: { } constructor } made when constructor.ContainingType.Name == ContainerCalls.Descriptor:
                Add(constructor, made.Arguments, ServiceLifetime.Unknown, TakerOf(made));
                break;
            case IObjectCreationOperation { Constructor: { } constructor } made:
                ReadElsewhere(made, constructor, made.Arguments);
                break;
            case IInvocationOperation { TargetMethod: { ContainingType.Name: ContainerCalls.Descriptor } target } described:
                Add(target, described.Arguments, LifetimeOf(target.Name, ""), TakerOf(described));
                break;
            case IInvocationOperation { TargetMethod: var target } byName when ContainerCalls.IsMaking(target) && !IsOfProgram(target):
                MadeByName(target, byName);
                break;
            case IInvocationOperation { TargetMethod: var target } when ContainerCalls.IsOfOtherCollection(target) && !IsOfProgram(target):
                IsAnythingPossible = true;
                break;
            case IInvocationOperation { TargetMethod: { Name: "Remove" or "RemoveAt" or "Clear" } target } when ContainerCalls.IsCollection(target.ContainingType):
                AreTakenOut = true;
                break;
            case IInvocationOperation { TargetMethod: var target } call when ContainerCalls.IsOfContainer(target) && target.Parameters.Any(static parameter => parameter.Type.Name == ContainerCalls.Collection):
                Read(call, target);
                break;
            case IInvocationOperation { TargetMethod: var target } when IsOfProgram(target):
                // What it does stands in its body.
                break;
            case IInvocationOperation { TargetMethod: var target } call:
                ReadElsewhere(call, target, call.Arguments);
                break;
            case IMethodReferenceOperation { Method: var named }:
                // Whoever has the function calls it with what nobody sees.
                IsAnythingPossible |= !IsOfProgram(named) && (named.ContainingType.Name == ContainerCalls.Descriptor || ContainerCalls.IsMaking(named) || ContainerCalls.IsOfOtherCollection(named) || ContainerCalls.IsCollection(named.ContainingType)
                    || named.Parameters.Any(static parameter => ContainerCalls.IsCollection(parameter.Type) || ContainerCalls.IsReflected(parameter.Type)));
                NameElsewhere(named);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true }:
                AreTakenOut = true;
                break;
            default:
                // An object of a library is handed the collection, by a property.
                IsAnythingPossible = true;
                break;
        }
    }

    private void Read(IInvocationOperation call, IMethodSymbol target)
    {
        if (LifetimeOf(target.Name, "Add") is not ServiceLifetime.Unknown and var lifetime)
        {
            Add(target, call.Arguments, lifetime, (target.Name.StartsWith("Try", StringComparison.Ordinal) ? RegistrationWay.Try : RegistrationWay.Add, call));
        }
        else if (target.Name is "RemoveAll" or "RemoveAllKeyed")
        {
            Add(target, call.Arguments, ServiceLifetime.Unknown, (RegistrationWay.Remove, call));
        }
        else if (target.Name is "Add" or "TryAdd" or "TryAddEnumerable" or "Replace" && target.Parameters.Length == 2)
        {
            // What it is handed says it where it is made.
        }
        else if (call.Arguments.Any(static argument => ContainerCalls.Named(argument.Value) is null) || (ContainerCalls.IsRegisteringByName(target) && target.Name != "AddOptions" && target.TypeArguments.Any(static type => type is ITypeParameterSymbol)))
        {
            IsAnythingPossible = true;
        }
        else
        {
            AddNamed(call, target);
        }
    }

    /// <summary>A method of the framework that registers something of its own, and with it what it names: a client, a check, a context.</summary>
    private void AddNamed(IInvocationOperation call, IMethodSymbol target)
    {
        var named = target.TypeArguments.Concat(call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().Select(static type => type.TypeOperand)).OfType<INamedTypeSymbol>().ToArray();
        if (target.TypeArguments is [INamedTypeSymbol service, INamedTypeSymbol { TypeKind: TypeKind.Class } made] && TypeHierarchy.IsA(made, service) && !call.Arguments.Any(static argument => argument.Parameter?.Name == "factory"))
        {
            all.Add(new Registration(service, null, [made.OriginalDefinition], [], ServiceLifetime.Unknown, RegistrationWay.Beside, false, null));
            return;
        }

        foreach (var one in named)
        {
            if (SymbolEqualityComparer.Default.Equals(one.ContainingAssembly, compilation.Assembly))
            {
                all.Add(new Registration(one, null, null, [], target.Name == "AddHostedService" ? ServiceLifetime.Shared : ServiceLifetime.Unknown, RegistrationWay.Beside, false, null));
            }
        }
    }

    private void Add(IMethodSymbol target, IReadOnlyList<IArgumentOperation> arguments, ServiceLifetime lifetime, (RegistrationWay Way, IInvocationOperation? Call) place)
    {
        string? key = null;
        ITypeSymbol? service = target.TypeArguments.FirstOrDefault();
        ITypeSymbol? made = target.TypeArguments.Length == 2 ? target.TypeArguments[1] : null;
        IOperation? factory = null, instance = null;
        var isKnown = true;
        foreach (var argument in arguments)
        {
            switch (argument.Parameter?.Name)
            {
                case "serviceKey":
                    key = RegisteredClasses.KeyOf(argument.Value);
                    break;
                case "serviceType":
                    service = (argument.Value as ITypeOfOperation)?.TypeOperand;
                    break;
                case "implementationType":
                    made = (argument.Value as ITypeOfOperation)?.TypeOperand;
                    isKnown = made is not null;
                    break;
                case "implementationFactory" or "factory":
                    factory = argument.Value;
                    break;
                case "implementationInstance" or "instance":
                    instance = argument.Value;
                    break;
                case "lifetime" when Conversions.Through(argument.Value) is IFieldReferenceOperation { Field.Name: var named }:
                    lifetime = named == "Transient" ? ServiceLifetime.Transient : ServiceLifetime.Shared;
                    break;
            }
        }

        if (service is not INamedTypeSymbol asked)
        {
            // Taking out what is not known takes nothing in.
            IsAnythingPossible |= place.Way != RegistrationWay.Remove;
            return;
        }

        asked = asked.IsUnboundGenericType ? asked.OriginalDefinition : asked;
        var classes = place.Way == RegistrationWay.Remove ? Implementations.None
            : !isKnown ? Implementations.Unknown
            : factory is not null ? registered.ByFunction(factory, made ?? asked)
            : instance is not null ? registered.By(instance)
            : (made ?? asked) is INamedTypeSymbol { TypeKind: TypeKind.Class } type ? new Implementations([type.OriginalDefinition], [])
            : Implementations.Unknown;
        all.Add(new Registration(asked, key, classes.Classes, classes.Forwards, instance is null ? lifetime : ServiceLifetime.Shared, place.Way, factory is null && instance is null && isKnown, place.Call));
    }

    /// <summary>What is made with arguments that are not the container's.</summary>
    private void MadeByName(IMethodSymbol target, IInvocationOperation call)
    {
        if (target.Name is "UseMiddleware" or "AddTypeActivatedCheck" && call.Arguments.All(static argument => argument.Parameter?.IsParams != true || !IsObject(argument.Value)))
        {
            // The container has all that it is made with.
            return;
        }

        var type = target.TypeArguments.FirstOrDefault() ?? call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        if (type is INamedTypeSymbol named)
        {
            madeByName.Add(named.OriginalDefinition);
        }
        else
        {
            isAnyMadeByName = true;
        }
    }

    /// <summary>What becomes of a description.</summary>
    private static (RegistrationWay Way, IInvocationOperation? Call) TakerOf(IOperation description)
        => ContainerCalls.TakerOf(description) is IInvocationOperation { TargetMethod: var target } call && (ContainerCalls.IsOfContainer(target) || ContainerCalls.IsOfFramework(target)) && ContainerCalls.Receiver(call) is { } collection && ContainerCalls.IsCollection(collection.Type)
            ? target.Name switch { "Add" or "Replace" => (RegistrationWay.Add, call), "TryAdd" => (RegistrationWay.Try, call), _ => (RegistrationWay.Beside, null) }
            : (RegistrationWay.Beside, null);

    private static ServiceLifetime LifetimeOf(string name, string verb)
    {
        var start = name.StartsWith("Try" + verb, StringComparison.Ordinal) && verb.Length > 0 ? verb.Length + 3 : name.StartsWith(verb, StringComparison.Ordinal) ? verb.Length : -1;
        if (start < 0)
        {
            return ServiceLifetime.Unknown;
        }

        var rest = name.Substring(start);
        return (rest.StartsWith("Keyed", StringComparison.Ordinal) ? rest.Substring(5) : rest) switch
        {
            "Transient" => ServiceLifetime.Transient,
            "Scoped" or "Singleton" => ServiceLifetime.Shared,
            _ => ServiceLifetime.Unknown,
        };
    }
}
